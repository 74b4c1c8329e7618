"""Writing EDTF: dates, units of the calendar, and spans as text.

Years are astronomical (44 BC is -0043). Decades BC are written as intervals, since
EDTF's ``X`` for the last digit counts from a year 0.
"""

from collections.abc import Iterator
from typing import Literal

from chronicle.dates.axis import MINUTES_PER_DAY, Minute, TimeSpan, civil, clock, day
from chronicle.dates.edtf import span as read_span
from chronicle.dates.periods import Period, Precision, at

__all__ = [
    "century_text",
    "date_text",
    "decade_text",
    "interval_text",
    "period_text",
    "range_text",
    "write",
]

_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
_SOUTHERN_SEASONS = {9: 29, 12: 30, 3: 31, 6: 32}
_BLANKS = {Precision.DECADE: 1, Precision.CENTURY: 2, Precision.MILLENNIUM: 3}
_WRITABLE = (
    Precision.MILLENNIUM,
    Precision.CENTURY,
    Precision.DECADE,
    Precision.YEAR,
    Precision.MONTH,
    Precision.DAY,
    Precision.MINUTE,
)


def date_text(
    year: int,
    month: int | None = None,
    day_of_month: int | None = None,
    hour: int | None = None,
    minute: int | None = None,
) -> str:
    """The EDTF text of a date, as far as its parts are given; nothing is checked.

    >>> date_text(-43, 3, 15), date_text(10000), date_text(1848, 3, 14, 15, 30)
    ('-0043-03-15', 'Y10000', '1848-03-14T15:30')
    """
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if abs(year) > 9999:
        text = f"Y{text}"
    for part in (month, day_of_month):
        if part is None:
            return text
        text += f"-{part:02d}"
    if hour is not None:
        text += f"T{hour:02d}" + (f":{minute:02d}" if minute is not None else "")
    return text


def decade_text(year: int, *, bc: bool = False) -> str:
    """The decade that is named by its round year: the 1840s, the 480s BC.

    >>> decade_text(1840), decade_text(480, bc=True)
    ('184X', '-0488/-0479')
    """
    named = 1 - max(1, year) if bc else max(1, year)
    return period_text(at(day(named, 1, 1), Precision.DECADE))


def century_text(ordinal: int, *, bc: bool = False) -> str:
    """The nth century of our era, or before it.

    >>> century_text(19), century_text(4, bc=True), century_text(1)
    ('18XX', '-03XX', '00XX')
    """
    named = -100 * (ordinal - 1) if bc else max(1, 100 * (ordinal - 1))
    return period_text(at(day(named, 1, 1), Precision.CENTURY))


def interval_text(begin: str | None, end: str | None) -> str:
    """The interval between two EDTF dates; ``None`` is an open side.

    A side that is itself an interval gives its outer date.

    >>> interval_text("-0488/-0479", None)
    '-0488/..'
    """
    first = (begin or "..").split("/")[0]
    last = (end or "..").split("/")[-1]
    return f"{first}/{last}"


def range_text(first: str | None, last: str | None) -> str:
    """One date out of a range of EDTF dates; ``None`` is an open side.

    >>> range_text(None, "1940-05")
    '[..1940-05]'
    """
    begin, end = (first or "").split("/")[0], (last or "").split("/")[-1]
    return f"[{begin}..{end}]"


def period_text(
    unit: Period, *, hemisphere: Literal["north", "south", None] = None
) -> str:
    """The EDTF text of one unit of the calendar; weeks are intervals of days.

    >>> period_text(at(day(1848, 3, 14), Precision.SEASON))
    '1848-21'
    >>> period_text(at(day(1848, 3, 14), Precision.WEEK))
    '1848-03-13/1848-03-19'
    """
    year, month, day_of_month = civil(unit.begin)
    match unit.precision:
        case Precision.MINUTE:
            return date_text(year, month, day_of_month, *clock(unit.begin))
        case Precision.HOUR:
            return date_text(year, month, day_of_month, clock(unit.begin)[0])
        case Precision.DAY:
            return date_text(year, month, day_of_month)
        case Precision.MONTH:
            return date_text(year, month)
        case Precision.QUARTER:
            return date_text(year, 33 + month // 3)
        case Precision.SEASON:
            codes = _SOUTHERN_SEASONS if hemisphere == "south" else _SEASONS
            return date_text(year, codes[month])
        case Precision.HALF:
            return date_text(year, 40 if month < 7 else 41)
        case Precision.YEAR:
            return date_text(year)
        case Precision.WEEK | Precision.WEEKEND:
            return _days(unit.begin, unit.end)
    return _block_text(unit)


def _block_text(unit: Period) -> str:
    """A decade, century or millennium: with ``X`` digits where they mean the same."""
    blanks = _BLANKS[unit.precision]
    first, last = civil(unit.begin)[0], civil(unit.last_minute)[0]
    outer = date_text(last if last > 0 else first)
    whole = 10**blanks
    by_digits = last > 0 or (-last % whole == 0 and last - first + 1 == whole)
    if abs(first) > 9999 or not by_digits:
        return interval_text(date_text(first), date_text(last))
    return outer[:-blanks] + "X" * blanks


def write(span: TimeSpan) -> str | None:
    """The EDTF text of a span: exact where it is an interval, else one of a range.

    A known interval is written with the coarsest unit that keeps it. Bounds are written
    as a range of units, of days where no coarser unit fits: the result allows all that
    the span allows. ``None`` for a span of which nothing is known.

    >>> write(TimeSpan.exactly(day(1848, 3, 1), day(1848, 4, 1)))
    '1848-03'
    >>> write(TimeSpan.within(day(1848, 5, 3), day(1848, 5, 13)))
    '[1848-05-03..1848-05-12]'
    >>> write(TimeSpan.exactly(day(1756, 1, 1), day(1764, 1, 1)))
    '1756/1763'
    """
    begin, end = span.begin.earliest, span.end.latest
    if begin is None and end is None:
        return None
    exact = span.begin.earliest == span.begin.latest and end == span.end.earliest
    texts = [_between(first, last, exact) for first, last in _units(begin, end, exact)]
    return next((text for text in texts if read_span(text) == span), texts[0])


def _units(
    begin: Minute | None, end: Minute | None, exact: bool
) -> Iterator[tuple[Period | None, Period | None]]:
    """The first and last unit between two positions, from the coarsest that fits.

    Where none fits a range of days, it is the days around it.
    """
    finest = Precision.MINUTE if exact else Precision.DAY
    for precision in _WRITABLE[: _WRITABLE.index(finest) + 1]:
        first = None if begin is None else at(begin, precision)
        last = None if end is None else at(Minute(end - 1), precision)
        fits = (first is None or first.begin == begin) and (
            last is None or last.end == end
        )
        whole = precision not in _BLANKS or first == last
        if precision is finest or (fits and whole):
            yield first, last


def _between(first: Period | None, last: Period | None, exact: bool) -> str:
    if first is not None and first == last:
        return period_text(first)
    begin, end = (unit if unit is None else period_text(unit) for unit in (first, last))
    return interval_text(begin, end) if exact else range_text(begin, end)


def _days(begin: Minute, end: Minute) -> str:
    last = Minute(end - MINUTES_PER_DAY)
    return interval_text(date_text(*civil(begin)), date_text(*civil(last)))
