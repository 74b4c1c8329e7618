"""The time axis: from an hour to millennia, cut where nothing happens for long.

Positions are millimetres. An axis is a row of segments, each to scale in itself; a
break between two says how much time it leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from chronicle.dates.axis import MINUTES_PER_DAY, civil, clock, day

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 5.0  # mm that a break takes
MOST_SEGMENTS = 4
NARROWEST = 12.0  # mm
TICK_SPACE = 15.0  # mm that a tick's label needs

_MONTHS = [
    *("Jan", "Feb", "Mar", "Apr", "May", "June"),
    *("July", "Aug", "Sept", "Oct", "Nov", "Dec"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of time (minutes) to scale between two positions.

    What is drawn on it lies from ``first`` to ``last``; the rest is margin.
    """

    begin: int
    end: int
    first: int
    last: int
    left: float
    right: float

    def position(self, minute: float) -> float:
        """Where a minute lies."""
        share = (minute - self.begin) / (self.end - self.begin)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The whole axis."""

    segments: tuple[Segment, ...]

    def position(self, minute: float) -> float:
        """Where a minute lies; times inside a break lie at its middle."""
        previous = None
        for segment in self.segments:
            if minute < segment.begin:
                left = segment.left if previous is None else previous.right
                return (left + segment.left) / 2
            if minute <= segment.end:
                return segment.position(minute)
            previous = segment
        return self.segments[-1].right


def scale_for(spans: Sequence[tuple[int, int]], *, left: float, right: float) -> Scale:
    """A scale on which all spans (minutes) lie, with breaks over long empty stretches.

    A stretch is left out where it is over a fifth of what is shown and five times the
    mean of the other gaps.
    """
    clusters = _clusters(spans)
    weights = [sqrt(count) for _, _, count in clusters]
    room = right - left - GAP * (len(clusters) - 1) - NARROWEST * len(clusters)
    segments, x = [], left
    for (begin, end, _), weight in zip(clusters, weights, strict=True):
        width = NARROWEST + room * weight / sum(weights)
        margin = max((end - begin) * 2.0 / width, MINUTES_PER_DAY / 4)
        segments.append(
            Segment(
                begin=int(begin - margin),
                end=int(end + margin),
                first=begin,
                last=end,
                left=x,
                right=x + width,
            )
        )
        x += width + GAP
    return Scale(segments=tuple(segments))


def _clusters(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Stretches that are drawn to scale: begin, end, number of spans."""
    merged: list[tuple[int, int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            first, last, count = merged[-1]
            merged[-1] = (first, max(last, end), count + 1)
        else:
            merged.append((begin, end, 1))
    stretches = [merged]
    while len(stretches) < MOST_SEGMENTS:
        cuts = [
            (gap, number, place)
            for number, stretch in enumerate(stretches)
            for gap, place in _cut(stretch)
        ]
        if not cuts:
            break
        _, number, place = max(cuts)
        whole = stretches[number]
        stretches[number : number + 1] = [whole[:place], whole[place:]]
    return [(s[0][0], s[-1][1], sum(n for *_, n in s)) for s in stretches]


def _cut(stretch: list[tuple[int, int, int]]) -> list[tuple[float, int]]:
    """The widest gap of a stretch and its place, if it is wide enough to leave out."""
    if len(stretch) < 2:
        return []
    gaps = [b[0] - a[1] for a, b in pairwise(stretch)]
    widest = max(gaps)
    place = gaps.index(widest)
    spans = sum(n for *_, n in stretch)
    shown = stretch[-1][1] - stretch[0][0]
    others = (shown - widest) / max(spans - 1, 1)
    if widest < shown / 5 or widest < 5 * others:
        return []
    return [(spans * widest / shown, place + 1)]  # what opens most for the most


def length_in_words(minutes: int) -> str:
    """A stretch of time in round words.

    >>> length_in_words(31 * 366 * 1440), length_in_words(3 * 1440)
    ('31 years', '3 days')
    """
    days = minutes / MINUTES_PER_DAY
    for unit, size in (("year", 365.2425), ("month", 30.44), ("day", 1.0)):
        if days >= 2 * size:
            return f"{round(days / size):,} {unit}s"
    return "a day" if days >= 1 else "hours"


def ticks(segment: Segment) -> list[tuple[float, str]]:
    """Positions and labels, as many as fit; no year 0 is ever written."""
    most = int((segment.right - segment.left) / TICK_SPACE)
    if most < 2:
        return [_only_tick(segment)]
    days = (segment.end - segment.begin) / MINUTES_PER_DAY
    for step in (1, 2, 7, 14):
        if days / step <= most:
            return _day_ticks(segment, step)
    for months in (1, 2, 3, 6):
        if days / (30.44 * months) <= most:
            return _month_ticks(segment, months)
    years = 1
    for years in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000):
        if days / (365.25 * years) <= most:
            break
    return _year_ticks(segment, years)


def year_name(year: int) -> str:
    """A year as historians write it.

    >>> year_name(1848), year_name(0), year_name(-43), year_name(79)
    ('1848', '1 BC', '44 BC', 'AD 79')
    """
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def _day_ticks(segment: Segment, step: int) -> list[tuple[float, str]]:
    first = -(-segment.begin // MINUTES_PER_DAY) * MINUTES_PER_DAY
    found, shown_year = [], None
    for minute in range(first, segment.end + 1, step * MINUTES_PER_DAY):
        year, month, number = civil(minute)
        text = f"{number} {_MONTHS[month - 1]}"
        if year != shown_year:
            text, shown_year = f"{text}\n{year_name(year)}", year
        found.append((segment.position(minute), text))
    return found or _hour_ticks(segment)


def _only_tick(segment: Segment) -> tuple[float, str]:
    """One label for a narrow segment, as coarse as the segment is long."""
    middle = (segment.begin + segment.end) // 2
    year, month, number = civil(middle)
    days = (segment.end - segment.begin) / MINUTES_PER_DAY
    if days > 2 * 366:
        years = civil(segment.first)[0], civil(segment.last - 1)[0]
        return segment.position(middle), years_name(*years)
    text = year_name(year)
    if days <= 366:
        text = f"{_MONTHS[month - 1]}\n{text}"
    if days <= 3:
        text = f"{number} {text}"
    return segment.position(middle), text


def years_name(first: int, last: int) -> str:
    """A run of years as historians write it.

    >>> years_name(-132, -43), years_name(1832, 1926), years_name(-43, 14)
    ('133–44 BC', '1832–1926', '44 BC–AD 14')
    """
    if last <= 0:
        return f"{1 - first}–{year_name(last)}"
    return f"{year_name(first)}–{year_name(last)}"


def _hour_ticks(segment: Segment) -> list[tuple[float, str]]:
    middle = (segment.begin + segment.end) // 2
    year, month, number = civil(middle)
    hour, minute = clock(middle)
    text = f"{number} {_MONTHS[month - 1]}\n{year_name(year)}, {hour}:{minute:02}"
    return [(segment.position(middle), text)]


def _month_ticks(segment: Segment, step: int) -> list[tuple[float, str]]:
    year, month, _ = civil(segment.begin)
    count = year * 12 + month - 1
    count += -count % step
    found, shown_year = [], None
    while (minute := day(count // 12, count % 12 + 1, 1)) <= segment.end:
        if minute >= segment.begin:
            text = _MONTHS[count % 12]
            if count // 12 != shown_year:
                shown_year = count // 12
                text = f"{text}\n{year_name(shown_year)}"
            found.append((segment.position(minute), text))
        count += step
    return found


def _year_ticks(segment: Segment, step: int) -> list[tuple[float, str]]:
    first, last = civil(segment.begin)[0], civil(segment.end)[0]
    found = []
    # Round years as historians count them: 500 BC is astronomical -499.
    for number in range((first - 1) // step * step, last + step + 1, step):
        year = number + 1 if number <= 0 and step > 1 else number
        if step > 1 and number == 0:
            year = 1  # AD 1 stands where a year 0 would
        minute = day(year, 1, 1)
        if segment.begin <= minute <= segment.end:
            found.append((segment.position(minute), year_name(year)))
    return found
