"""Cutting a text by its form into divisions, nested and numbered."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import count

from chronicle.model import (
    Division,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Locator,
)
from chronicle.sources.annals import annals
from chronicle.sources.diaries import diary
from chronicle.sources.footnotes import closing_notes
from chronicle.sources.form import form_of
from chronicle.sources.headings import chapters, headings, note_sections
from chronicle.sources.letters import letters, quoted_letters
from chronicle.sources.lines import (
    Line,
    Paragraph,
    lines_of,
    masked,
    paragraphs_of,
    plain,
    unmarked,
)
from chronicle.sources.metadata import Metadata
from chronicle.sources.newspapers import newspaper
from chronicle.sources.openings import Marked, marked
from chronicle.sources.source import Part, Source


def cut(
    source: Source, metadata: Metadata, *, key: str, hidden: Iterable[Locator] = ()
) -> tuple[Division, ...]:
    """The divisions of a source: first the whole, then its parts in order."""
    hidden = tuple(hidden)
    shown = masked(source.text, hidden)
    own = _without_apparatus(lines_of(shown), source.parts)
    lines, paragraphs = marked(own), paragraphs_of(own)
    form = form_of(lines, paragraphs, metadata)
    own_parts = _parts(form, source, lines, paragraphs, metadata)
    heads = {p.start for p in own_parts if p.kind in _DATED and form in _BY_DATES}
    parts = [p for p in source.parts if not _is_date_over(p, heads)] + own_parts
    root, parts = _whole(form, source, parts, metadata)
    trimmed = [_entitled(p, source.text, hidden) for p in _trimmed(parts, shown)]
    return _numbered(root, trimmed, key, metadata.dates)


_DATED = (DivisionKind.ENTRY, DivisionKind.CHAPTER)
_BY_DATES = ("diary", "annals")


def _is_date_over(part: Part, heads: Container[int]) -> bool:
    """Whether a heading is the date of an entry, to be read as part of it."""
    return part.kind is DivisionKind.HEADING and part.start in heads


def _without_apparatus(lines: Sequence[Line], parts: Sequence[Part]) -> list[Line]:
    """The lines outside notes and furniture, by which the form is told."""
    beside = [
        (p.start, p.end)
        for p in parts
        if p.kind in (DivisionKind.NOTE, DivisionKind.FURNITURE)
    ]
    return [
        line
        for line in lines
        if not any(start <= line.start < end for start, end in beside)
    ]


def _parts(
    form: str,
    source: Source,
    lines: Sequence[Marked],
    paragraphs: Sequence[Paragraph],
    metadata: Metadata,
) -> list[Part]:
    end = paragraphs[-1].end if paragraphs else len(source.text)
    found = _titles(source, paragraphs)
    if form == "letters":
        parts = [*letters(lines, metadata)]
    elif form == "diary":
        parts = [*diary(paragraphs, end)]
    elif form == "annals":
        parts = [*annals(paragraphs, found, end)]
    elif form == "newspaper":
        notes = [*note_sections(found, end)]
        body = [p for p in paragraphs if not any(n.start <= p.start for n in notes)]
        stop = body[-1].end if body else end
        return [*_own(source, found), *newspaper(body, found, stop), *notes]
    else:
        return [
            *_own(source, found),
            *chapters(found, end),
            *note_sections(found, end),
            *closing_notes(paragraphs),
            *quoted_letters(lines),
        ]
    first = min((p.start for p in parts), default=end)
    return [*_own(source, [h for h in found if h.end <= first]), *parts]


def _titles(source: Source, paragraphs: Sequence[Paragraph]) -> list[Part]:
    """The headings, by markup where there is any, else by their looks."""
    if source.marked:
        own = (p for p in source.parts if p.kind is DivisionKind.HEADING)
        return sorted(own, key=lambda p: p.start)
    return list(headings(paragraphs))


def _own(source: Source, found: Sequence[Part]) -> Sequence[Part]:
    """Headings that are not among the source's parts already."""
    return () if source.marked else found


def _whole(
    form: str, source: Source, parts: list[Part], metadata: Metadata
) -> tuple[Part, list[Part]]:
    """The division around all: a lone letter's own, else one for the file."""
    root = Part(
        kind=DivisionKind.ARTICLE,
        start=0,
        end=len(source.text),
        title=metadata.title or _opening_title(parts),
        author=metadata.author or _byline(parts),
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


def _byline(parts: Sequence[Part]) -> str | None:
    """The writer named in a byline."""
    bylines = (p for p in parts if p.kind is DivisionKind.FURNITURE)
    return next((p.author for p in bylines if p.author), None)


def _opening_title(parts: Sequence[Part]) -> str | None:
    """The heading that everything else follows."""
    first = min(parts, key=lambda p: (p.start, -p.end), default=None)
    return first.title if first and first.kind is DivisionKind.HEADING else None


def _trimmed(parts: Iterable[Part], shown: str) -> list[Part]:
    """Parts without white space at their ends; empty ones are left out."""
    found = []
    for part in parts:
        words = shown[part.start : part.end]
        if words.strip():
            found.append(replace(part, end=part.start + len(words.rstrip())))
    return found


def _entitled(part: Part, text: str, hidden: Sequence[Locator]) -> Part:
    """A heading with its words as its title, without the marks hidden in it."""
    inside = [m for m in hidden if part.start <= m.start < part.end]
    if part.kind is not DivisionKind.HEADING or not inside:
        return part
    return replace(part, title=plain(unmarked(text, part.start, part.end, inside)))


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
