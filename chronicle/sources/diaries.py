"""Diaries and minutes: entries under dates, within chapters under months."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronicle.model import DivisionKind
from chronicle.sources.datelines import Dateline, dateline
from chronicle.sources.lexicon import one_of, words
from chronicle.sources.lines import Paragraph
from chronicle.sources.source import Part
from chronicle.sources.stretches import SHORT, Head, stretches


def diary_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Dates at the beginnings of paragraphs, with a line to themselves or a stop.

    A mere day ("2nd.") counts only beneath a month or another date. Minutes are headed
    "At a Meeting of the Vestry held on Tuesday the 14th of March 1848".
    """
    found: list[Head] = []
    month = False
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date is None:
            found += _meeting(paragraph)
        elif _is_month(date):
            month = True
        elif date.strong or ((month or found) and _is_day(date.date, bare=month)):
            place = date.place or _place_after(line.text[date.end :])
            found.append(
                Head(line=line, title=date.date, place=place, whole=date.whole)
            )
    return tuple(found)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('headings', 'meetings'))}\b", re.IGNORECASE)


def _meeting(paragraph: Paragraph) -> Iterator[Head]:
    """The head of a meeting's minutes: its date ends a short line about it."""
    line, text = paragraph.lines[0], paragraph.text
    if len(paragraph.lines) > 1 or len(text) > SHORT or not _openings().match(text):
        return
    for gap in re.finditer(r"(?:,|\b(?:on|held|of|for|the))\s+", line.text):
        date = dateline(line.text[gap.end() :])
        if date and date.whole and date.strong and date.place is None:
            yield Head(line=line, title=text, whole=True, lead=gap.end())
            return


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
    yield from stretches(
        DivisionKind.CHAPTER, [Head(line=m, title=m.text) for m in months], [end]
    )
    stops = [*(m.start for m in months), end]
    yield from stretches(DivisionKind.ENTRY, heads, stops)
    for head in heads:
        if head.lead:  # the words before the date are no part of the record
            yield Part(
                kind=DivisionKind.HEADING,
                start=head.line.start,
                end=head.line.start + head.lead,
                title=head.title,
                level=2,
            )
