"""Seasons: of a year, or the one nearest, next or last as seen from an anchor."""

from dataclasses import replace

from chronicle.dates.axis import Minute, civil, day
from chronicle.dates.periods import Period, Precision, at, rank
from chronicle.dating.context import Context
from chronicle.dating.found import Found, units, unresolved
from chronicle.model import At, DivisionAnchor, Part, PartName, Shift, Unit

__all__ = ["season"]

_BEGINS = {
    PartName.SPRING: 3,
    PartName.SUMMER: 6,
    PartName.AUTUMN: 9,
    PartName.WINTER: 12,
}
_SOUTHERN_BEGINS = {
    PartName.SPRING: 9,
    PartName.SUMMER: 12,
    PartName.AUTUMN: 3,
    PartName.WINTER: 6,
}


def season(reading: Part, context: Context) -> Found:
    """A season of the year, or years, that another reading names.

    Seen from a date within a year it is the season nearest ("that winter"), the last
    one over or the next one to come, so that a winter need not belong to its year.
    """
    begins = _SOUTHERN_BEGINS if context.southern else _BEGINS
    month = begins[reading.which]
    seen = _seen(reading, month, context)
    if seen is not None:
        return seen
    whole = context.reading(reading.of)
    earliest, latest = whole.position()
    if not whole.known or earliest is None or latest is None:
        return replace(unresolved(reading, whole), flags=whole.flags)
    first, last = _of_year(earliest, month), _of_year(latest, month)
    if whole.run and first.next(4) == last:
        last = _two_years(first, last, month)
    found = units(first, last, southern=context.southern)
    return replace(found, flags=whole.flags).after(whole)


def _two_years(first: Period, last: Period, month: int) -> Period:
    """One winter ("of 1812–13"); other seasons are those of both years."""
    return first if month == 12 else last


def _of_year(minute: Minute, month: int) -> Period:
    return at(day(civil(minute)[0], month, 1), Precision.SEASON)


def _seen(reading: Part, month: int, context: Context) -> Found | None:
    """The season seen from its anchor, where the anchor is finer than a season."""
    of = reading.of
    if not isinstance(of, Shift | At) or of.anchor is None:
        return None
    amount = of.amount if isinstance(of, Shift) else 0
    base = context.anchor(of.anchor)
    if amount is None or not base.known or not _counts(of, month, amount):
        return None
    earliest, latest = base.position(amount)
    coarse = base.unit is not None and rank(base.unit.precision) > rank(
        Precision.SEASON
    )
    if coarse and isinstance(of, At | Shift) and amount == 0:
        return None
    if coarse and amount:
        earliest = latest = latest if amount > 0 else earliest
    found = units(
        _counted(earliest, month, amount),
        _counted(latest, month, amount),
        southern=context.southern,
    )
    return found.after(base)


def _counts(of: Shift | At, month: int, amount: int) -> bool:
    """Whether seasons are counted, not years.

    "The following spring" and "last winter" are; "next spring" written in a letter is
    the spring of next year.
    """
    if isinstance(of, At) or of.unit is Unit.SEASON:
        return True
    deictic = isinstance(of.anchor, DivisionAnchor)
    return of.unit is Unit.YEAR and (month == 12 or not deictic) and abs(amount) <= 1


def _counted(minute: Minute | None, month: int, amount: int) -> Period | None:
    if minute is None:
        return None
    own = _of_year(minute, month)
    around = [own.next(4 * n) for n in range(-2, 3)]
    if amount == 0:
        return min(around, key=lambda s: (_distance(s, minute), s.begin))
    if amount < 0:
        over = [s for s in around if s.end <= minute]
        return over[-1].next(4 * (amount + 1))
    coming = [s for s in around if s.begin > minute]
    return coming[0].next(4 * (amount - 1))


def _distance(unit: Period, minute: Minute) -> int:
    return max(unit.begin - minute, minute - unit.end + 1, 0)
