"""Counting from an anchor: days later, last week, the following year, Friday next."""

from chronicle.dates.axis import MINUTES_PER_DAY, Minute, TimeSpan
from chronicle.dates.edtf_writing import write
from chronicle.dates.periods import Period, Precision, at, moved, rank
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, counted, units, unresolved
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

__all__ = ["PRECISIONS", "aligned", "in_calendar_units", "shift", "weekday"]

_YEAR = rank(Precision.YEAR)

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
    if base.unit is not None and _at_weeks_end(reading, base.unit, context):
        return _two_weeks(base.unit, context).after(base)
    if reading.aligned or reading.unit is Unit.SEASON:
        return aligned(base, reading.amount, reading.unit, context).after(base)
    return _measured(reading, reading.amount, base, context).after(base)


def in_calendar_units(unit: Unit, amount: int, context: Context) -> tuple[Unit, int]:
    """A fortnight as two weeks, a generation as thirty years."""
    reach = context.margins.in_calendar_units(unit)
    return (Unit(reach.unit.value), amount * reach.amount) if reach else (unit, amount)


def aligned(base: Found, amount: int, unit: Unit, context: Context) -> Found:
    """The calendar unit so many after the one that the anchor lies in.

    The year of a winter is the one that names it.
    """
    unit, amount = in_calendar_units(unit, amount, context)
    precision = PRECISIONS[unit]
    position = base.position(amount)
    own = base.unit
    if own and own.precision is Precision.SEASON and rank(precision) >= _YEAR:
        position = (own.begin, own.begin)
    first_day = context.settings.first_day_of_week
    return counted(
        base,
        lambda minute: at(minute, precision, first_day=first_day).next(amount),
        position,
        southern=context.southern,
    )


def _measured(reading: Shift, amount: int, base: Found, context: Context) -> Found:
    """Time measured off: as exact as people count, and no more exact than its anchor.

    The same quarter a year before is a quarter; otherwise years give a year.
    """
    measure = context.margins.measured(_counting(reading.unit), amount)
    precision, margin = measure.precision, measure.margin
    unit, amount = in_calendar_units(reading.unit, amount, context)
    own = base.unit.precision if base.unit else precision
    coarser = rank(precision) < rank(own) <= rank(PRECISIONS[unit])
    by_year = rank(PRECISIONS[unit]) >= _YEAR
    if coarser or (own is Precision.QUARTER and by_year):
        precision = own

    def count(minute: Minute) -> Period:
        return at(moved(minute, amount, PRECISIONS[unit]), precision)

    found = counted(base, count, base.position(amount))
    if not margin:
        return found
    return units(
        found.first and found.first.next(-margin),
        found.last and found.last.next(margin),
        named=found.unit,
    )


def _counting(unit: Unit) -> str:
    """The row of the margins that a unit is measured by."""
    return {
        Unit.FORTNIGHT: "week",
        Unit.WEEKEND: "week",
        Unit.QUARTER: "month",
        Unit.SEASON: "month",
        Unit.NIGHT: "day",
    }.get(unit, unit.value)


def _uncounted(reading: Shift, base: Found, context: Context) -> Found:
    """An amount left open ("some days later"): from the least meant to the greatest."""
    least, greatest = context.margins.unknown(reading.unit)
    way = 1 if reading.forward else -1
    unit, factor = in_calendar_units(reading.unit, 1, context)
    sides = base.position(way)
    amounts = (least, greatest) if reading.forward else (-greatest, -least)
    first, last = (
        None
        if minute is None
        else at(moved(minute, amount * factor, PRECISIONS[unit]), PRECISIONS[unit])
        for minute, amount in zip(sides, amounts, strict=True)
    )
    span = units(first, last).span or TimeSpan()
    value = "FUTURE_REF" if reading.forward else "PAST_REF"
    return Found(span=span, value=value, edtf=write(span))


def _at_weeks_end(reading: Shift, unit: Period, context: Context) -> bool:
    """Whether "this week" is said on one of the last days of a week."""
    deictic = isinstance(reading.anchor, DivisionAnchor)
    this_week = reading.unit is Unit.WEEK and reading.amount == 0
    if not (deictic and this_week) or rank(unit.precision) > rank(Precision.DAY):
        return False
    days_left = -(-(_week(unit, context).end - unit.end) // MINUTES_PER_DAY)
    return days_left < context.settings.days_at_week_end


def _week(unit: Period, context: Context) -> Period:
    first_day = context.settings.first_day_of_week
    return at(unit.begin, Precision.WEEK, first_day=first_day)


def _two_weeks(unit: Period, context: Context) -> Found:
    ending = _week(unit, context)
    coming = ending.next()
    one, other = (
        words.unit_words(week).removeprefix("the week of ") for week in (ending, coming)
    )
    found = units(ending, coming)
    return found.flagged(
        FlagKind.AMBIGUOUS,
        f"“this week”, written on {words.with_weekday(unit.begin)}, can be "
        f"the week ending then ({one}) or the week coming ({other})",
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
    if reading.weeks:
        first, last, named = (
            unit and unit.next(7 * reading.weeks)
            for unit in (found.first, found.last, found.named)
        )
        found = units(first, last, named=named)
    return found.after(base)
