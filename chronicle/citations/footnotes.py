"""Chicago notes (18th edition): one sentence that leads back to the words."""

from chronicle.citations.fields import Fields, fields_of
from chronicle.model import AnnotatedDocument, Assembly, Entry
from chronicle.wording import chain, flat

__all__ = ["footnote"]

_NAMELESS = ("unnamed", "hearsay")


def footnote(assembly: Assembly, entry: Entry, *, short: bool = False) -> str:
    """A footnote for every telling of an entry, the head's own first.

    Fields that are not known are left out; ``missing`` lists them.
    """
    notes = []
    for account in entry.accounts:
        annotated = assembly.document[account.document]
        event = annotated.event[account.event]
        fields = fields_of(annotated, event, settings=assembly.settings)
        parts = [part for part in _SHORT[short](fields, annotated) if part]
        named = [n for n in chain(annotated, event) if n not in _NAMELESS]
        if named and not short:
            first, *rest = parts
            parts = [f"{named[0]}, as reported in {first}", *rest]
        notes.append(", ".join(parts))
    note = "; ".join(dict.fromkeys(notes))
    note = note[:1].upper() + note[1:]
    return note if note.endswith((".", "?", "!")) else f"{note}."


def _full(fields: Fields, annotated: AnnotatedDocument) -> list[str | None]:
    if fields.form == "letter":
        return [
            _hands(fields, annotated),
            fields.date,
            fields.where,
            fields.archive,
        ]
    if fields.form == "diary":
        who = fields.author or fields.title or annotated.document.key
        return [f"{who}, diary", fields.date, fields.where, fields.archive]
    if fields.form == "press":
        title = _quoted(fields.title)
        paper = _paper(fields)
        head = f"{title} {paper}" if title and paper else title or paper
        if fields.author:
            head = f"{fields.author}, {head}" if head else fields.author
        head = head or annotated.document.key
        return [head if paper else _unended(head), fields.date, fields.pages]
    if fields.form == "book":
        facts = ": ".join(x for x in (fields.place, fields.publisher) if x)
        inside = ", ".join(x for x in (facts, fields.date) if x)
        title = fields.title or annotated.document.key
        book = f"{title} ({inside})" if inside else title
        return [fields.author, book, fields.pages]
    title = _quoted(fields.title) or annotated.document.key
    who = f"{fields.author}, {title}" if fields.author else title
    head = f"{who} {fields.container}" if fields.container else who.rstrip(",")
    head = _unended(head)
    return [head, fields.date, fields.where, fields.archive, fields.url]


def _brief(fields: Fields, annotated: AnnotatedDocument) -> list[str | None]:
    if fields.form == "letter":
        return [_hands(fields, annotated), fields.date]
    if fields.form == "diary":
        return [f"{fields.author or fields.title}, diary", fields.date]
    title = _quoted(fields.title) or annotated.document.key
    surname = fields.author.split()[-1] if fields.author else None
    if surname:
        title = f"{surname}, {title}"
    if fields.form == "book":
        plain = fields.title or annotated.document.key
        return [surname, plain, fields.pages]
    return [_unended(title), fields.date if fields.form == "press" else None]


_SHORT = {False: _full, True: _brief}


def _hands(fields: Fields, annotated: AnnotatedDocument) -> str:
    writer = fields.author or "unknown writer"
    if fields.author is None and fields.title:
        writer = fields.title
    if fields.recipient:
        return f"{writer} to {fields.recipient}"
    return writer if fields.author or fields.title else annotated.document.key


def _quoted(title: str | None) -> str | None:
    """A title in quotation marks with its comma inside, as Chicago has it."""
    if title is None:
        return None
    inner = flat(title).rstrip(".,;:").replace("“", "‘").replace("”", "’")
    return f"“{inner},”"


def _paper(fields: Fields) -> str | None:
    if fields.container is None:
        return None
    return f"{fields.container} ({fields.place})" if fields.place else fields.container


def _unended(head: str) -> str:
    """Without the comma inside its quotation marks, which the next part brings."""
    return f"{head[:-2]}”" if head.endswith(",”") else head
