"""Cutting a text by its form into divisions, nested and numbered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from chronicle.model import (
    Division,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Locator,
)
from chronicle.sources.entries import (
    annals,
    despatch_heads,
    diary,
    diary_heads,
    newspaper,
    year_heads,
)
from chronicle.sources.headings import chapters, headings, note_sections
from chronicle.sources.letters import letters, signs
from chronicle.sources.lines import Line, Paragraph, lines_of, masked, paragraphs_of
from chronicle.sources.metadata import Metadata
from chronicle.sources.source import Part, Source

# CSL types that name a form.
_FORMS = {"personal_communication": "letters", "article-newspaper": "newspaper"}
# Two signs make a form; one is enough where the metadata say the same.
_ENOUGH = 2


def cut(
    source: Source, metadata: Metadata, *, key: str, hidden: Iterable[Locator] = ()
) -> tuple[Division, ...]:
    """The divisions of a source: first the whole, then its parts in order."""
    shown = masked(source.text, hidden)
    lines = lines_of(shown)
    paragraphs = paragraphs_of(lines)
    form = form_of(lines, paragraphs, metadata)
    parts = [*source.parts, *_parts(form, source, lines, paragraphs, metadata)]
    root, parts = _whole(form, source, parts, metadata)
    return _numbered(root, _trimmed(parts, shown), key, metadata.dates)


def form_of(
    lines: Sequence[Line], paragraphs: Sequence[Paragraph], metadata: Metadata
) -> str:
    """What kind of text it is: letters, diary, annals, newspaper or article.

    The sidecar's ``form`` decides; else at least two signs of one form, or one sign
    that agrees with the type in the metadata.
    """
    if metadata.form:
        return metadata.form
    said = _said(metadata)
    found = {
        "letters": signs(lines),
        "annals": len(year_heads(paragraphs)),
        "newspaper": len(despatch_heads(paragraphs)),
        "diary": len(diary_heads(paragraphs)),
    }
    if said and found[said]:
        return said
    enough = (form for form, number in found.items() if number >= _ENOUGH)
    return next(enough, "article")


def _said(metadata: Metadata) -> str | None:
    genre = str(metadata.citation.get("genre") or "").lower()
    for word, form in (
        ("diary", "diary"),
        ("journal", "diary"),
        ("letter", "letters"),
        ("annals", "annals"),
    ):
        if word in genre:
            return form
    return _FORMS.get(metadata.type or "")


def _parts(
    form: str,
    source: Source,
    lines: Sequence[Line],
    paragraphs: Sequence[Paragraph],
    metadata: Metadata,
) -> list[Part]:
    end = len(source.text)
    if form == "letters":
        cut_ = letters(lines, author=metadata.author)
        first = min((p.start for p in cut_), default=end)
        return [*cut_, *_headings(source, [p for p in paragraphs if p.end <= first])]
    if form == "diary":
        return list(diary(paragraphs, end))
    if form == "annals":
        first = min((h.line.start for h in year_heads(paragraphs)), default=end)
        front = [p for p in paragraphs if p.start <= first]
        return [
            *annals(paragraphs, end),
            *(h for h in _headings(source, front) if h.start < first),
        ]
    if form == "newspaper":
        return list(newspaper(paragraphs, end))
    found = _headings(source, paragraphs)
    ordered = sorted(
        [p for p in source.parts if p.kind is DivisionKind.HEADING] + found,
        key=lambda p: p.start,
    )
    return [*found, *chapters(ordered, end), *note_sections(ordered, end)]


def _headings(source: Source, paragraphs: Sequence[Paragraph]) -> list[Part]:
    return [] if source.marked else list(headings(paragraphs))


def _whole(
    form: str, source: Source, parts: list[Part], metadata: Metadata
) -> tuple[Part, list[Part]]:
    """The division around all: a lone letter's own, else one for the file."""
    root = Part(
        kind=DivisionKind.ARTICLE,
        start=0,
        end=len(source.text),
        title=metadata.title,
        author=metadata.author,
        recipient=metadata.recipient,
        place=metadata.place,
    )
    found = [p for p in parts if p.kind is DivisionKind.LETTER]
    if form != "letters" or len(found) != 1:
        return root, parts
    letter = found[0]
    alone = Part(
        kind=DivisionKind.LETTER,
        start=0,
        end=len(source.text),
        title=metadata.title or letter.title,
        author=metadata.author or letter.author,
        recipient=metadata.recipient or letter.recipient,
        place=letter.place or metadata.place,
    )
    return alone, [p for p in parts if p is not letter]


def _trimmed(parts: Iterable[Part], shown: str) -> list[Part]:
    """Parts without white space at their ends; empty ones are left out."""
    found = []
    for part in parts:
        words = shown[part.start : part.end]
        if words.strip():
            found.append(replace(part, end=part.start + len(words.rstrip())))
    return found


def _numbered(
    root: Part, parts: Sequence[Part], key: str, dates: DivisionDates
) -> tuple[Division, ...]:
    """Divisions in document order with their parents; none crosses another's end."""
    numbers = count(1)
    first = _division(root, key, next(numbers), None, root.end, dates)
    found, open_ = [first], [first]
    for part in sorted(
        set(parts), key=lambda p: (p.start, -p.end, p.kind is DivisionKind.HEADING)
    ):
        while len(open_) > 1 and part.start >= open_[-1].end:
            open_.pop()
        around = open_[-1]
        end = min(part.end, around.end)
        part = _with_its_writer(part, around)
        new = _division(part, key, next(numbers), around, end, DivisionDates())
        found.append(new)
        open_.append(new)
    return tuple(found)


# Parts that speak with the voice of what they stand in.
_SAME_VOICE = (
    DivisionKind.ENTRY,
    DivisionKind.POSTSCRIPT,
    DivisionKind.CHAPTER,
    DivisionKind.ARTICLE,
)


def _with_its_writer(part: Part, around: Division) -> Part:
    if part.kind not in _SAME_VOICE:
        return part
    report = part.kind is DivisionKind.ARTICLE
    return replace(
        part,
        author=part.author or around.author,
        recipient=part.recipient or around.recipient,
        place=part.place or (None if report else around.place),
    )


def _division(
    part: Part,
    key: str,
    number: int,
    parent: Division | None,
    end: int,
    dates: DivisionDates,
) -> Division:
    return Division(
        id=DivisionId(f"{key}#{number}"),
        kind=part.kind,
        start=part.start,
        end=end,
        parent=parent.id if parent else None,
        title=part.title,
        author=part.author,
        recipient=part.recipient,
        place=part.place,
        dates=dates,
    )
