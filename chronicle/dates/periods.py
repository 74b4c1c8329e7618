"""Named periods of the calendar: the day, the week, the month … the millennium.

A ``Period`` is one such unit on the axis. Decades go by the written number of the year
(the 1840s; the 480s BC are 489 to 480 BC). Centuries and millennia of our era do so
too, as EDTF has it (the 19th is 1800 to 1899); before it they are counted strictly, as
EDTF again has it (``-04XX``, the 5th century BC, is 500 to 401 BC). There is no year 0.
Seasons are the meteorologists' (March to May …); the one that begins in December is
numbered with the year it begins in.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from chronicle.dates.axis import MINUTES_PER_DAY, Minute, TimeSpan, civil, day
from chronicle.dates.calendars import add_days, add_months, week_begin

__all__ = ["Period", "Precision", "at", "day_period", "moved", "rank"]


class Precision(StrEnum):
    """The units that a date can be exact to, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_RANKS = {precision: number for number, precision in enumerate(Precision)}
_MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
}
_MINUTES = {
    Precision.MINUTE: 1,
    Precision.HOUR: 60,
    Precision.DAY: MINUTES_PER_DAY,
}
_YEARS = {
    Precision.DECADE: 10,
    Precision.CENTURY: 100,
    Precision.MILLENNIUM: 1000,
}
_WEEKLY = (Precision.WEEK, Precision.WEEKEND)


def rank(precision: Precision) -> int:
    """How coarse a precision is; a minute is 0."""
    return _RANKS[precision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One unit of the calendar, from ``begin`` to its exclusive ``end``."""

    precision: Precision
    begin: Minute
    end: Minute

    @property
    def span(self) -> TimeSpan:
        """The period as an interval that is exactly known."""
        return TimeSpan.exactly(self.begin, self.end)

    @property
    def last_minute(self) -> Minute:
        """The last minute that belongs to the period."""
        return Minute(self.end - 1)

    def contains(self, other: Self) -> bool:
        """Whether another period lies wholly within this one."""
        return self.begin <= other.begin and other.end <= self.end

    def next(self, amount: int = 1) -> "Period":
        """The unit of the same kind so many units on (or back, if negative).

        >>> civil(at(day(0, 6, 1), Precision.DECADE).next().begin)
        (1, 1, 1)
        """
        if self.precision in _WEEKLY:
            return Period(
                precision=self.precision,
                begin=add_days(self.begin, 7 * amount),
                end=add_days(self.end, 7 * amount),
            )
        return _numbered(_number(self.begin, self.precision) + amount, self.precision)


def at(minute: Minute, precision: Precision, *, first_day: int = 0) -> Period:
    """The unit that a minute lies in; ``first_day`` begins the week, Monday 0.

    A weekend is the Saturday and Sunday of the ISO week around the minute.

    >>> century = at(day(-43, 3, 15), Precision.CENTURY)
    >>> civil(century.begin), civil(century.last_minute)
    ((-99, 1, 1), (0, 12, 31))
    """
    if precision is Precision.WEEK:
        begin = week_begin(minute, first_day=first_day)
        return Period(precision=precision, begin=begin, end=add_days(begin, 7))
    if precision is Precision.WEEKEND:
        begin = add_days(week_begin(minute), 5)
        return Period(precision=precision, begin=begin, end=add_days(begin, 2))
    return _numbered(_number(minute, precision), precision)


def day_period(year: int, month: int, day_of_month: int) -> Period:
    """The period of one day."""
    begin = day(year, month, day_of_month)
    return Period(precision=Precision.DAY, begin=begin, end=add_days(begin, 1))


def moved(minute: Minute, amount: int, precision: Precision) -> Minute:
    """A minute measured off by units: months and years by the calendar, clipped.

    >>> civil(moved(day(1848, 3, 31), -1, Precision.MONTH))
    (1848, 2, 29)
    """
    if precision in _MINUTES:
        return Minute(minute + amount * _MINUTES[precision])
    if precision in _WEEKLY:
        return add_days(minute, 7 * amount)
    months = _MONTHS.get(precision) or 12 * _YEARS[precision]
    return add_months(minute, months * amount)


def _number(minute: Minute, precision: Precision) -> int:
    """The running number of the unit around a minute, in units of its kind."""
    if precision in _MINUTES:
        return minute // _MINUTES[precision]
    year, month, _ = civil(minute)
    if precision in _MONTHS:
        return (12 * year + month - 1 - _shift(precision)) // _MONTHS[precision]
    size = _YEARS[precision]
    if year > 0:
        return year // size
    return -((1 - year if precision is Precision.DECADE else -year) // size) - 1


def _numbered(number: int, precision: Precision) -> Period:
    if precision in _MINUTES:
        size = _MINUTES[precision]
        begin, end = Minute(number * size), Minute((number + 1) * size)
    elif precision in _MONTHS:
        size, first = _MONTHS[precision], 1 + _shift(precision)
        begin, end = (
            day(0, number * size + first, 1),
            day(0, (number + 1) * size + first, 1),
        )
    else:
        first, last = _years(number, precision)
        begin, end = day(first, 1, 1), day(last + 1, 1, 1)
    return Period(precision=precision, begin=begin, end=end)


def _shift(precision: Precision) -> int:
    """Seasons begin two months after quarters do."""
    return 2 if precision is Precision.SEASON else 0


def _years(number: int, precision: Precision) -> tuple[int, int]:
    """The first and last astronomical year of a block of years."""
    size = _YEARS[precision]
    if number >= 0:
        return max(1, number * size), number * size + size - 1
    nearest = (number + 1) * size
    if precision is Precision.DECADE:
        return nearest - size + 2, min(0, nearest + 1)
    return nearest - size + 1, nearest
