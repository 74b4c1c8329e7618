"""Counting from an anchor: days later, last week, the following year, Friday next."""

from chronicle.dates.axis import Minute
from chronicle.dates.edtf_writing import write
from chronicle.dates.periods import Period, Precision, at, moved, rank
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, units, unresolved
from chronicle.dating.partials import seek
from chronicle.dating.parts import of_day
from chronicle.model import (
    DivisionAnchor,
    FlagKind,
    Part,
    Partial,
    PartName,
    Shift,
    Unit,
    Weekday,
)

__all__ = ["PRECISIONS", "aligned", "counted", "shift", "weekday"]

PRECISIONS: dict[Unit, Precision] = {
    unit: Precision(unit.value)
    for unit in Unit
    if unit not in (Unit.NIGHT, Unit.FORTNIGHT, Unit.GENERATION)
}


def shift(reading: Shift, context: Context) -> Found:
    """So many units from the anchor."""
    base = context.anchor(reading.anchor)
    if not base.known:
        return unresolved(reading, base)
    if reading.unit is Unit.NIGHT:
        day = Shift(
            anchor=reading.anchor,
            amount=reading.amount,
            unit=Unit.DAY,
            aligned=True,
            forward=reading.forward,
        )
        return of_day(Part(which=PartName.NIGHT, of=day), shift(day, context), context)
    if reading.amount is None:
        return _uncounted(reading, base, context).after(base)
    if _at_weeks_end(reading, base, context):
        return _two_weeks(base, context).after(base)
    if reading.aligned or reading.unit is Unit.SEASON:
        return _aligned(reading, reading.amount, base, context).after(base)
    return _measured(reading, reading.amount, base, context).after(base)


def in_calendar_units(unit: Unit, amount: int, context: Context) -> tuple[Unit, int]:
    """A fortnight as two weeks, a generation as thirty years."""
    reach = context.margins.in_calendar_units(unit)
    return (Unit(reach.unit.value), amount * reach.amount) if reach else (unit, amount)


def aligned(
    minute: Minute | None, amount: int, precision: Precision, context: Context
) -> Period | None:
    """The calendar unit so many after the one around a minute."""
    if minute is None:
        return None
    first_day = context.settings.first_day_of_week
    return at(minute, precision, first_day=first_day).next(amount)


def _aligned(reading: Shift, amount: int, base: Found, context: Context) -> Found:
    unit, amount = in_calendar_units(reading.unit, amount, context)
    earliest, latest = base.position(amount)
    return units(
        aligned(earliest, amount, PRECISIONS[unit], context),
        aligned(latest, amount, PRECISIONS[unit], context),
        southern=context.southern,
    )


def counted(
    minute: Minute | None, amount: int, unit: Unit, precision: Precision
) -> Period | None:
    """The unit that a minute falls in, measured off by another unit."""
    if minute is None:
        return None
    return at(moved(minute, amount, PRECISIONS[unit]), precision)


def _measured(reading: Shift, amount: int, base: Found, context: Context) -> Found:
    """Time measured off: as exact as people count, and no more exact than its anchor.

    The same quarter a year before is a quarter; otherwise years give a year.
    """
    measure = context.margins.measured(_counting(reading.unit), amount)
    precision, margin = measure.precision, measure.margin
    unit, amount = in_calendar_units(reading.unit, amount, context)
    own = base.unit.precision if base.unit else precision
    by_year = rank(PRECISIONS[unit]) >= rank(Precision.YEAR)
    coarser = rank(precision) < rank(own) <= rank(PRECISIONS[unit])
    if coarser or (own is Precision.QUARTER and by_year):
        precision = own
    earliest, latest = base.position(amount)
    first = counted(earliest, amount, unit, precision)
    last = counted(latest, amount, unit, precision)
    if not margin:
        return units(first, last)
    named = first if first == last else None
    return units(first and first.next(-margin), last and last.next(margin), named=named)


def _counting(unit: Unit) -> str:
    """The row of the margins that a unit is measured by."""
    return {
        Unit.FORTNIGHT: "week",
        Unit.WEEKEND: "week",
        Unit.GENERATION: "decade",
        Unit.QUARTER: "month",
        Unit.SEASON: "month",
        Unit.NIGHT: "day",
    }.get(unit, unit.value)


def _uncounted(reading: Shift, base: Found, context: Context) -> Found:
    """ "Some days later": from the least to the greatest amount that would be meant."""
    least, greatest = context.margins.unknown(reading.unit)
    way = 1 if reading.forward else -1
    unit, factor = in_calendar_units(reading.unit, 1, context)
    precision = PRECISIONS[unit]
    earliest, latest = base.position(way)
    near = greatest if way < 0 else least
    far = least if way < 0 else greatest
    found = units(
        counted(earliest, way * near * factor, unit, precision),
        counted(latest, way * far * factor, unit, precision),
    )
    span = found.span
    value = "FUTURE_REF" if reading.forward else "PAST_REF"
    return Found(span=span, value=value, edtf=write(span) if span else None)


def _at_weeks_end(reading: Shift, base: Found, context: Context) -> bool:
    """Whether "this week" is said on one of the last days of a week."""
    deictic = isinstance(reading.anchor, DivisionAnchor)
    this_week = reading.unit is Unit.WEEK and reading.amount == 0
    if not (deictic and this_week and base.unit):
        return False
    if rank(base.unit.precision) > rank(Precision.DAY):
        return False
    week = aligned(base.unit.begin, 0, Precision.WEEK, context)
    days_left = -(-(week.end - base.unit.end) // 1440) if week else 7
    return days_left < context.settings.days_at_week_end


def _two_weeks(base: Found, context: Context) -> Found:
    begin = base.position()[0]
    ending = aligned(begin, 0, Precision.WEEK, context)
    if begin is None or ending is None:
        raise AssertionError("the anchor is one day")
    coming = ending.next()
    one, other = (
        words.unit_words(w).removeprefix("the week of ") for w in (ending, coming)
    )
    found = units(ending, coming)
    return found.flagged(
        FlagKind.AMBIGUOUS,
        f"“this week”, written on {words.with_weekday(begin)}, can be the week ending "
        f"then ({one}) or the week coming ({other})",
    )


def weekday(reading: Weekday, context: Context) -> Found:
    """A day of the week seen from the anchor."""
    base = context.anchor(reading.anchor)
    if not base.known:
        return unresolved(reading, base)
    day = Partial(
        anchor=reading.anchor,
        toward=reading.toward,
        strict=reading.strict,
        weekday=reading.weekday,
    )
    found = seek(day, base, context)
    if reading.weeks and found.first and found.last:
        found = units(
            found.first.next(7 * reading.weeks), found.last.next(7 * reading.weeks)
        )
    return found.after(base)
