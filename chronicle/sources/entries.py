"""Texts of dated entries: diaries, annals, and the despatches of a newspaper."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.model import DivisionKind
from chronicle.sources.datelines import Dateline, dateline
from chronicle.sources.lines import Line, Paragraph, plain
from chronicle.sources.source import Part

_YEAR = re.compile(
    r"[\[(]*(?:(?:in\s+)?(?:anno(?:\s+domini)?|an(?:no)?\.|year|A\.?\s?D\.?)\s*)?"
    r"(?P<year>\d{1,4})(?:[/–-]\d{1,4})?\s*(?P<era>B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?E\.?)?[\])]?"
    r"(?P<stop>\s*$|\s*[.:—–]+\s|\s+-+\s)",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(
    r"[\[(]*(?:in\s+)?(?:anno|an\.|A\.?\s?D\.?|B\.?\s?C\.?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of an entry: its line, its wording, its place."""

    line: Line
    title: str | None
    place: str | None = None
    whole: bool = False


_SHORT = 120  # letters of a line that may be a heading
_FULL_STOP = re.compile(r"[.!?;,][\"'”’»)\]]*$")

# Diaries


def diary_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Dates at the beginnings of paragraphs, with a line to themselves or a stop.

    A mere day ("2nd.") counts only beneath a month or another date.
    """
    found: list[Head] = []
    month = False
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date is None:
            continue
        if _is_month(date):
            month = True
            continue
        if date.strong or ((month or found) and _is_day(date.date, bare=month)):
            place = date.place or _place_after(line.text[date.end :])
            found.append(
                Head(line=line, title=date.date, place=place, whole=date.whole)
            )
    return tuple(found)


# "3 May. Bistritz.—Left Munich …": a name between the date and a dash
_PLACE_AFTER = re.compile(
    r"([A-Z][\w.’'-]*(?:,?\s[A-Z][\w’'-]*){0,3})[._]{0,2}\s*(?:--|—)"
)


def _place_after(text: str) -> str | None:
    match = _PLACE_AFTER.match(text)
    return match[1].rstrip("._") if match else None


def _is_day(text: str, *, bare: bool) -> bool:
    """Whether a date is a day of the month: "2nd", and "2" beneath a month."""
    ending = r"(?:st|nd|rd|th|d)" + ("?" if bare else "")
    return bool(re.match(rf"(?:the\s+)?\d{{1,2}}{ending}\b", text))


_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|(?<![-–/])\b\d{1,2}(?:st|nd|rd|th|d)?\b|day\b|morning|night|evening|eve\b"
    r"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)",
    re.IGNORECASE,
)


def _is_month(date: Dateline) -> bool:
    """Whether a dateline is a month or a year: a heading over entries."""
    return date.whole and date.place is None and not _DAY.search(date.date)


def diary(paragraphs: Sequence[Paragraph], end: int) -> Iterator[Part]:
    """Entries, within chapters where headings name a month or year over them."""
    heads = diary_heads(paragraphs)
    months = [
        p.lines[0]
        for p in paragraphs
        if len(p.lines) == 1 and (date := dateline(p.text)) and _is_month(date)
    ]
    yield from _stretches(
        DivisionKind.CHAPTER, [Head(line=m, title=m.text) for m in months], [end]
    )
    stops = [*(m.start for m in months), end]
    yield from _stretches(DivisionKind.ENTRY, heads, stops)


def _stretches(
    kind: DivisionKind, heads: Sequence[Head], stops: Sequence[int]
) -> Iterator[Part]:
    """Parts from each heading to the next, or to the first stop after it."""
    breaks = sorted({*stops, *(head.line.start for head in heads)})
    for head in heads:
        start = head.line.start
        yield Part(
            kind=kind,
            start=start,
            end=breaks[bisect_right(breaks, start)],
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
        alone = len(paragraph.lines) == 1 and len(paragraph.text) <= _SHORT
        whole = alone and not _FULL_STOP.search(paragraph.text)
        found.append((year, Head(line=line, title=title, whole=whole)))
    years = [year for year, _ in found]
    if years != sorted(years):
        return ()
    return tuple(head for _, head in found)


def annals(
    paragraphs: Sequence[Paragraph], titles: Sequence[Part], end: int
) -> Iterator[Part]:
    """One entry a year.

    Where the years are headings themselves, other headings end an entry; where they
    stand before their text, all that follows is theirs.
    """
    heads = year_heads(paragraphs)
    years = {head.line.start for head in heads}
    others = [t for t in titles if t.start not in years]
    under_headings = bool(heads) and all(head.whole for head in heads)
    stops = [t.start for t in others if under_headings]
    yield from _stretches(DivisionKind.ENTRY, heads, [*stops, end])
    if under_headings:
        yield from (t for t in others if t.start > min(years))


# Newspapers


def despatch_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Datelines with a place at the beginnings of paragraphs."""
    found = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date and date.place and date.strong:
            found.append(
                Head(line=line, title=None, place=date.place, whole=date.whole)
            )
    return tuple(found)


def despatches(paragraphs: Sequence[Paragraph]) -> int:
    """How many signs of a newspaper there are: its despatches.

    One counts as two where it opens the text, under nothing but headings and dates.
    """
    heads = despatch_heads(paragraphs)
    for paragraph in paragraphs:
        if heads and paragraph.start == heads[0].line.start:
            return len(heads) + 1
        date = dateline(paragraph.text)
        if len(paragraph.text) > _SHORT and not (date and date.whole):
            break
    return len(heads)


def newspaper(
    paragraphs: Sequence[Paragraph], titles: Sequence[Part], end: int
) -> Iterator[Part]:
    """Despatches under their datelines, and other articles under their headings.

    A heading over a despatch stands apart from it, since it may cover several. A lone
    despatch keeps the headings that divide it.
    """
    heads = despatch_heads(paragraphs)
    if len(heads) == 1:
        yield from _stretches(DivisionKind.ARTICLE, heads, [end])
        return
    despatches = {head.line.start for head in heads}
    first = min(despatches, default=end)
    titles = [title for title in titles if title.start < end]
    named = {title.start for title in titles}
    bodies = [p.start for p in paragraphs if p.start not in named]
    stops = [*(t.start for t in titles if t.start > first), end]
    yield from _stretches(DivisionKind.ARTICLE, heads, stops)
    for number, title in enumerate(titles):
        below = next((b for b in bodies if b > title.start), end)
        nearest = number + 1 == len(titles) or titles[number + 1].start > below
        if title.start > first and below < end and nearest and below not in despatches:
            following = [*despatches, *stops]
            yield Part(
                kind=DivisionKind.ARTICLE,
                start=title.start,
                end=min(s for s in following if s > title.start),
                title=title.title,
            )
