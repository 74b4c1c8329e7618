"""Lengths, sets, vague times, and the anchor's own time."""

from dataclasses import replace

from chronicle.dates.axis import Bounds, Minute, TimeSpan
from chronicle.dates.calendars import add_days
from chronicle.dates.edtf_writing import write
from chronicle.dates.periods import Period, Precision, at, moved
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, impossible, interval, units, unresolved
from chronicle.dating.shifts import PRECISIONS, aligned, in_calendar_units
from chronicle.dating.values import length, underspecified
from chronicle.model import At, Duration, Era, Nth, Recurring, Shift, Unit, Vague

__all__ = ["at_anchor", "duration", "nth", "recurring", "vague"]


def at_anchor(reading: At, context: Context) -> Found:
    """The anchor's own time, or the unit of the calendar around it."""
    base = context.anchor(reading.anchor)
    if not base.known:
        return unresolved(reading, base)
    if reading.unit is None:
        return base
    if reading.unit is Unit.NIGHT:
        night = Shift(anchor=reading.anchor, amount=0, unit=Unit.NIGHT, aligned=True)
        return context.reading(night)
    return aligned(base, 0, reading.unit, context).after(base)


def vague(reading: Vague, context: Context) -> Found:
    """Only before, at or after its anchor: bounded by that, where it is known."""
    base = context.anchor(reading.anchor)
    value = str(reading.era)
    earliest, latest = base.position()
    if not base.known or (earliest is None and latest is None):
        return Found(value=value, why=base.why)
    after_anchor = None if latest is None else Minute(latest + 1)
    match reading.era:
        case Era.PAST:
            span = TimeSpan(end=Bounds(latest=after_anchor))
        case Era.FUTURE:
            span = TimeSpan(begin=Bounds(earliest=earliest))
        case _:
            span = TimeSpan(
                begin=Bounds(latest=earliest), end=Bounds(earliest=after_anchor)
            )
    return Found(span=span, value=value, edtf=write(span)).after(base)


def duration(reading: Duration, context: Context) -> Found:
    """A length of time; with a begin or an end it is an interval as well."""
    value = length(reading.amount, reading.unit)
    begin = context.anchor(reading.begin) if reading.begin else None
    end = context.anchor(reading.end) if reading.end else None
    known = [side for side in (begin, end) if side is not None and side.known]
    if not known:
        return Found(value=value)
    if begin and end and len(known) == 2:
        span = _from_to(begin, end)
    else:
        span = _measured(reading, known[0], context, forward=begin is known[0])
    if span is None:
        return Found(value=value)
    found = replace(interval(span, value=value), run=True)
    for side in known:
        found = found.after(side)
    return found


def _from_to(begin: Found, end: Found) -> TimeSpan | None:
    first, last = begin.position(), end.position()
    span = TimeSpan(
        begin=Bounds(earliest=first[0], latest=_ordered(first)),
        end=Bounds(earliest=last[0], latest=_ordered(last)),
    )
    ordered = first[0] is None or last[1] is None or first[0] < last[1]
    return span if ordered else None


def _ordered(sides: tuple[Minute | None, Minute | None]) -> Minute | None:
    return None if sides[1] is None else Minute(sides[1] + 1)


def _measured(
    reading: Duration, base: Found, context: Context, *, forward: bool
) -> TimeSpan | None:
    """So long from, or up to, a date: that date is within it."""
    amount, unit = reading.amount, reading.unit
    if amount is None:
        least, greatest = context.margins.unknown(unit)
    else:
        least = greatest = max(1, round(amount))
    earliest, latest = base.position()
    if earliest is None or latest is None:
        return None
    own, factor = in_calendar_units(unit, 1, context)
    precision = PRECISIONS[Unit.DAY if own is Unit.NIGHT else own]
    after = Minute(latest + 1)
    if forward:
        return TimeSpan(
            begin=Bounds(earliest=earliest, latest=after),
            end=Bounds(
                earliest=moved(earliest, least * factor, precision),
                latest=moved(after, greatest * factor, precision),
            ),
        )
    return TimeSpan(
        begin=Bounds(
            earliest=moved(earliest, -greatest * factor, precision),
            latest=moved(after, -least * factor, precision),
        ),
        end=Bounds(earliest=earliest, latest=after),
    )


def recurring(reading: Recurring, context: Context) -> Found:
    """A set of times: it has a value and no bounds."""
    return Found(value=underspecified(reading))


def nth(reading: Nth, context: Context) -> Found:
    """The nth unit of a period, or from its end if negative.

    The weeks of a month are counted from its first day, or back from its last.
    """
    whole = context.reading(reading.of)
    span = whole.span
    if span is None or not whole.known:
        return replace(unresolved(reading, whole), flags=whole.flags)
    side = span.begin if reading.n > 0 else span.end
    first, last = (
        _nth(position, reading.n, reading.unit, context)
        for position in (side.earliest, side.latest)
    )
    if _outside(first, last, span):
        end = "" if reading.n > 0 else " from the end"
        number = words.ordinal(abs(reading.n))
        return impossible(f"there is no {number} {reading.unit}{end} in that period")
    found = units(first, last, southern=context.southern)
    return replace(found, flags=whole.flags).after(whole)


def _nth(
    position: Minute | None, n: int, unit: Unit, context: Context
) -> Period | None:
    if position is None:
        return None
    own, factor = in_calendar_units(
        Unit.DAY if unit is Unit.NIGHT else unit, 1, context
    )
    precision = PRECISIONS[own]
    if precision is Precision.WEEK:
        days = 7 * factor
        begin = add_days(position, days * (n - 1 if n > 0 else n))
        return Period(precision=precision, begin=begin, end=add_days(begin, days))
    if n > 0:
        return at(position, precision).next((n - 1) * factor)
    return at(Minute(position - 1), precision).next((n + 1) * factor)


def _outside(first: Period | None, last: Period | None, span: TimeSpan) -> bool:
    begin, end = span.begin.earliest, span.end.latest
    late = first is not None and end is not None and first.begin >= end
    return late or (last is not None and begin is not None and last.end <= begin)
