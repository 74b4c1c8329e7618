"""Texts of dated entries: diaries, annals, and the despatches of a newspaper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.model import DivisionKind
from chronicle.sources.datelines import Dateline, dateline
from chronicle.sources.headings import headings
from chronicle.sources.lines import Line, Paragraph, plain
from chronicle.sources.source import Part

_YEAR = re.compile(
    r"[\[(]?(?:(?:in\s+)?(?:anno(?:\s+domini)?|an(?:no)?\.|year|A\.?\s?D\.?)\s*)?"
    r"(?P<year>\d{1,4})(?:[/–-]\d{1,4})?\s*(?P<era>B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?E\.?)?[\])]?"
    r"(?P<stop>\s*$|\s*[.:—–]+\s|\s+-+\s)",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(
    r"[\[(]?(?:in\s+)?(?:anno|an\.|A\.?\s?D\.?|B\.?\s?C\.?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of an entry: its line, its wording, its place."""

    line: Line
    title: str
    place: str | None = None
    whole: bool = False


# Diaries


def diary_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Dates at the beginnings of paragraphs, with a line to themselves or a stop."""
    found: list[Head] = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date is None or _is_month(date) or (not date.strong and not found):
            continue
        if not date.strong and not _is_ordinal(date.date):
            continue
        found.append(
            Head(line=line, title=date.date, place=date.place, whole=date.whole)
        )
    return tuple(found)


def _is_ordinal(text: str) -> bool:
    return bool(re.fullmatch(r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th|d)?", text))


def _is_month(date: Dateline) -> bool:
    """Whether a dateline is a month or a year: a heading over entries."""
    return date.whole and not re.search(
        r"\b\d{1,2}(?:st|nd|rd|th|d)?\b|day\b|morning|night|evening|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)",
        date.date,
        re.IGNORECASE,
    )


def diary(paragraphs: Sequence[Paragraph], end: int) -> Iterator[Part]:
    """Entries, within chapters where headings name a month or year over them."""
    heads = {head.line.start: head for head in diary_heads(paragraphs)}
    months = [
        p.lines[0]
        for p in paragraphs
        if p.lines[0].start not in heads
        and len(p.lines) == 1
        and (date := dateline(p.text))
        and _is_month(date)
    ]
    starts = sorted([*heads, *(line.start for line in months)])
    stops = dict(zip(starts, [*starts[1:], end], strict=False))
    month_stops = [line.start for line in months[1:]] + [end]
    for line, stop in zip(months, month_stops, strict=False):
        yield Part(
            kind=DivisionKind.CHAPTER, start=line.start, end=stop, title=line.text
        )
    for start, head in heads.items():
        yield Part(
            kind=DivisionKind.ENTRY,
            start=start,
            end=stops[start],
            title=head.title,
            place=head.place,
        )


# Annals


def year_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Years at the beginnings of paragraphs that run in one direction."""
    found: list[tuple[int, Head]] = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        match = _YEAR.match(line.text)
        if match is None:
            continue
        marked = bool(match["era"]) or bool(_YEAR_WORD.match(line.text))
        if len(match["year"]) < 3 and not marked:
            continue
        before = match["era"] and match["era"].upper().startswith("B")
        year = 1 - int(match["year"]) if before else int(match["year"])
        title = plain(line.text[: match.start("stop")]).strip("[]()")
        whole = not line.text[match.end() :].strip()
        found.append((year, Head(line=line, title=title, whole=whole)))
    years = [year for year, _ in found]
    if years != sorted(years):
        return ()
    return tuple(head for _, head in found)


def annals(paragraphs: Sequence[Paragraph], end: int) -> Iterator[Part]:
    """One entry a year."""
    heads = year_heads(paragraphs)
    stops = [h.line.start for h in heads[1:]] + [end]
    for head, stop in zip(heads, stops, strict=False):
        yield Part(
            kind=DivisionKind.ENTRY, start=head.line.start, end=stop, title=head.title
        )


# Newspapers


def despatch_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Datelines with a place at the beginnings of paragraphs."""
    found = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date and date.place and date.strong:
            found.append(
                Head(line=line, title=date.date, place=date.place, whole=date.whole)
            )
    return tuple(found)


def newspaper(paragraphs: Sequence[Paragraph], end: int) -> Iterator[Part]:
    """Despatches under their datelines, and other articles under their headings.

    A heading over a despatch stands apart from it, since it may cover several.
    """
    titles = list(headings(paragraphs))
    yield from titles
    heads = {head.line.start: head for head in despatch_heads(paragraphs)}
    first = min(heads, default=end)
    bodies = {p.start for p in paragraphs} - {t.start for t in titles}
    starts: dict[int, tuple[str | None, str | None]] = {
        start: (head.title, head.place) for start, head in heads.items()
    }
    for title in titles:
        following = min((b for b in bodies if b > title.start), default=end)
        if title.start > first and following not in heads and following < end:
            nearest = max(t.start for t in titles if t.start < following)
            if nearest == title.start:
                starts[title.start] = (title.title, None)
    breaks = sorted({*starts, *(t.start for t in titles if t.start > first), end})
    for start in sorted(starts):
        stop = next(b for b in breaks if b > start)
        heading, place = starts[start]
        yield Part(
            kind=DivisionKind.ARTICLE,
            start=start,
            end=stop,
            title=heading,
            place=place,
        )
