"""Dates with something left out, supplied by the anchor: "12 May", "the 4th", "'61"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice, takewhile

from chronicle.dates.axis import Minute, civil, day
from chronicle.dates.axis import weekday as weekday_of
from chronicle.dates.calendars import MONTHS, WEEKDAYS, days_in_month, julian
from chronicle.dates.edtf_writing import date_text
from chronicle.dates.periods import Period, Precision, at, day_period, rank
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, Position, exact, impossible, units, unresolved
from chronicle.dating.phrases import lacking
from chronicle.model import DivisionAnchor, FlagKind, Partial, Toward

__all__ = ["partial", "seek"]

_GREGORIAN = day(1582, 10, 15)
"""The first day of the Gregorian calendar: days of the week before it are Julian."""
_FARTHEST = 9
"""Blocks looked at on either side: 29 February can be eight years off."""
_MOST_BLOCKS = 1200
"""The months of a century."""
_MOST_YEARS = 250
"""Years listed for a weekday and day; beyond that the list says nothing."""


def partial(reading: Partial, context: Context) -> Found:
    """A date whose missing parts come from its anchor."""
    if reading.year is not None:
        return _whole(reading)
    if not _possible(reading):
        within = "year" if reading.month else "month"
        return impossible(f"no {within} has a {_named(reading)}")
    base = context.anchor(reading.anchor)
    if reading.anchor is None:
        base = Found(why=f"its {lacking(reading)} is not said")
    if not base.known:
        return _yearless(reading, unresolved(reading, base))
    return seek(reading, base, context).after(base)


def seek(reading: Partial, base: Found, context: Context) -> Found:
    """The date that a reading names, seen from what is known of its anchor."""
    step = _step(reading)
    first_day = context.settings.first_day_of_week
    inside = _inside(reading, base, step, first_day)
    if len(inside) == 1 and base.named is None:
        return _checked(reading, exact(inside[0]))
    if inside and base.named is None:
        return _bounded(reading, inside[0], inside[-1])
    position = base.position()
    if reading.toward is Toward.SAME and _across(base, step, first_day):
        reading = replace(reading, toward=Toward.NEAREST)
        position = (position[1], position[1])
    if reading.strict and not isinstance(reading.anchor, DivisionAnchor):
        position = _beyond(reading.toward, base, position)
    first, last = (_chosen(reading, p, step, first_day) for p in position)
    named = inside[0] if len(inside) == 1 else None
    if base.named is not None and not inside:
        named = _chosen(reading, base.named.begin, step, first_day)
    if first is not None and last is not None and first != last and named is None:
        return _bounded(reading, first, last)
    found = units(first, last, named=named)
    return _checked(reading, found) if found.unit else found


def _beyond(toward: Toward, base: Found, position: Position) -> Position:
    """The side of a period told that "the previous October" lies on: before it all."""
    if base.unit is None or base.named:
        return position
    if toward is Toward.BACK:
        return position[0], position[0]
    return (position[1], position[1]) if toward is Toward.FORWARD else position


def _across(base: Found, step: Precision, first_day: int) -> bool:
    """Whether a short anchor lies in two years (or months): a winter, a week."""
    unit = base.unit
    if unit is None or base.named or rank(unit.precision) >= rank(step):
        return False
    return unit.last_minute >= at(unit.begin, step, first_day=first_day).end


def _whole(reading: Partial) -> Found:
    year = reading.year
    if year is None:
        raise AssertionError("the year is given")
    if reading.month is None:
        return exact(at(day(year, 1, 1), Precision.YEAR))
    if reading.day is None:
        return exact(at(day(year, reading.month, 1), Precision.MONTH))
    if reading.day > days_in_month(year, reading.month) or reading.day < 1:
        length = days_in_month(year, reading.month)
        return impossible(
            f"there is no {_named(reading)} {_written(year)}: "
            f"that month has {length} days"
        )
    unit = _clocked(day_period(year, reading.month, reading.day), reading)
    return _checked(reading, exact(unit))


def _written(year: int) -> str:
    return f"{1 - year} BC" if year < 1 else str(year)


def _named(reading: Partial) -> str:
    if reading.month is None:
        return words.ordinal(reading.day or 0)
    return f"{reading.day} {MONTHS[reading.month - 1]}"


def _possible(reading: Partial) -> bool:
    if reading.day is None:
        return True
    longest = days_in_month(0, reading.month) if reading.month else 31
    return 1 <= reading.day <= longest


def _yearless(reading: Partial, found: Found) -> Found:
    """An unresolved month and day still have an EDTF text: ``XXXX-03-14``."""
    if reading.month is None or reading.year_in_century is not None:
        return found
    dated = date_text(0, reading.month, reading.day).replace("0000", "XXXX", 1)
    return Found(
        value=found.value,
        edtf=dated,
        why=found.why,
        flags=found.flags,
        steps=found.steps,
    )


def _step(reading: Partial) -> Precision:
    """The unit that has one such date in it."""
    return Precision(lacking(reading).value)


def _in_block(reading: Partial, block: Period) -> Period | None:
    """The date that a reading names in one such unit, where it has one."""
    year, month, _ = civil(block.begin)
    if reading.year_in_century is not None:
        year = year // 100 * 100 + reading.year_in_century
        if not block.begin <= day(year, 1, 1) < block.end:
            return None
    if reading.month is not None:
        month = reading.month
    if reading.day is not None:
        if reading.day > days_in_month(year, month):
            return None
        return _clocked(day_period(year, month, reading.day), reading)
    if reading.month is not None:
        return at(day(year, month, 1), Precision.MONTH)
    if reading.year_in_century is not None:
        return at(day(year, 1, 1), Precision.YEAR)
    if reading.weekday is not None:
        ahead = (reading.weekday - weekday_of(block.begin)) % 7
        return _clocked(at(block.begin, Precision.DAY).next(ahead), reading)
    return _clocked(at(block.begin, Precision.DAY), reading)


def _clocked(unit: Period, reading: Partial) -> Period:
    if reading.hour is None:
        return unit
    minute = Minute(unit.begin + 60 * reading.hour + (reading.minute or 0))
    precision = Precision.HOUR if reading.minute is None else Precision.MINUTE
    return at(minute, precision)


def _around(
    reading: Partial, minute: Minute, step: Precision, first_day: int
) -> Iterator[Period]:
    block = at(minute, step, first_day=first_day)
    for distance in range(-_FARTHEST, _FARTHEST + 1):
        found = _in_block(reading, block.next(distance))
        if found is not None:
            yield found


def _inside(
    reading: Partial, base: Found, step: Precision, first_day: int
) -> list[Period]:
    """The dates inside an anchor that is itself coarser: 12 May, of 1848."""
    around = base.unit
    if around is None or reading.strict or rank(around.precision) < rank(step):
        return []
    if reading.year_in_century is not None and around.precision is Precision.CENTURY:
        found = _in_block(reading, around)
        return [found] if found else []
    first = at(around.begin, step, first_day=first_day)
    blocks = takewhile(
        lambda block: block.begin < around.end, (first.next(n) for n in count())
    )
    found_in = (_in_block(reading, block) for block in islice(blocks, _MOST_BLOCKS))
    return [f for f in found_in if f is not None and around.contains(f)]


def _chosen(
    reading: Partial, minute: Minute | None, step: Precision, first_day: int
) -> Period | None:
    if minute is None:
        return None
    if reading.toward is Toward.SAME or step is Precision.DAY:
        own = _in_block(reading, at(minute, step, first_day=first_day))
        if own is not None:
            return own
    around = [*_around(reading, minute, step, first_day)]
    match reading.toward:
        case Toward.BACK:
            limit = (
                (lambda p: p.end <= minute)
                if reading.strict
                else (lambda p: p.begin <= minute)
            )
            return max(filter(limit, around), key=lambda p: p.begin, default=None)
        case Toward.FORWARD:
            limit = (
                (lambda p: p.begin > minute)
                if reading.strict
                else (lambda p: p.end > minute)
            )
            return min(filter(limit, around), key=lambda p: p.begin, default=None)
    return min(around, key=lambda p: (_distance(p, minute), p.begin), default=None)


def _distance(period: Period, minute: Minute) -> int:
    return max(period.begin - minute, minute - period.end + 1, 0)


def _bounded(reading: Partial, first: Period, last: Period) -> Found:
    """Several dates are possible; a day of the week thins them out."""
    found = units(first, last)
    if reading.weekday is None or reading.month is None or reading.day is None:
        return found
    years = range(civil(first.begin)[0], civil(last.begin)[0] + 1)
    if len(years) > _MOST_YEARS:
        return found
    fitting = [
        day_period(year, reading.month, reading.day)
        for year in years
        if reading.day <= days_in_month(year, reading.month)
        and weekday_of(day(year, reading.month, reading.day)) == reading.weekday
    ]
    if not fitting:
        return found
    thinned = units(fitting[0], fitting[-1])
    if len(fitting) == 1:
        return thinned
    listed = ",".join(date_text(*civil(unit.begin)) for unit in fitting)
    said = ", ".join(words.day_words(unit.begin) for unit in fitting)
    return Found(
        span=thinned.span,
        first=thinned.first,
        last=thinned.last,
        value=thinned.value,
        edtf=f"[{listed}]",
    ).flagged(
        FlagKind.AMBIGUOUS,
        f"a {WEEKDAYS[reading.weekday]} {_named(reading)} can be {said}",
    )


def _checked(reading: Partial, found: Found) -> Found:
    """A day of the week that contradicts its date is flagged; the date stands.

    Before the Gregorian reform days of the week belong to Julian dates.
    """
    if reading.weekday is None or reading.day is None or found.unit is None:
        return found
    begin, said = found.unit.begin, WEEKDAYS[reading.weekday]
    in_julian = weekday_of(julian(*civil(begin)))
    own = in_julian if begin < _GREGORIAN else weekday_of(begin)
    if own == reading.weekday:
        return found
    why = f"{words.day_words(begin)} was a {WEEKDAYS[own]}, not a {said}"
    if in_julian == reading.weekday:
        why += f"; by the Julian calendar it was a {said}"
    return found.flagged(FlagKind.WEEKDAY_MISMATCH, why)
