"""EDTF text ↔ ``TimeSpan``: what a date text comes to on the axis, and back.

A text without qualifiers names a whole unit: ``1848`` is the year from its first minute
to its last, ``184X`` the decade, ``18XX`` the century (``000X`` and ``00XX`` leave the
year 0 out, as the first decade and century of our era do). Digits left open below that
(``1848-XX``, ``156X-12-25``), sets and ``~`` give bounds. ``?`` doubts the source, not
the extent, and changes nothing here. Zones are ignored: the axis is local time.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from chronicle.dates.axis import OPEN, Bounds, Minute, TimeSpan, day
from chronicle.dates.calendars import MONTHS, days_in_month
from chronicle.dates.edtf_grammar import (
    Choice,
    Component,
    Date,
    Edtf,
    Interval,
    fits,
    parse,
)
from chronicle.dates.margins import Margins
from chronicle.dates.margins import margins as shipped
from chronicle.dates.periods import Period, Precision, at
from chronicle.errors import EdtfError

__all__ = ["candidates", "hull", "period", "span", "validate"]

_CODES = {
    **{21 + n: (Precision.SEASON, 3 + 3 * n) for n in range(4)},  # no hemisphere
    **{25 + n: (Precision.SEASON, 3 + 3 * n) for n in range(4)},  # northern
    29: (Precision.SEASON, 9),  # southern spring
    30: (Precision.SEASON, 12),
    31: (Precision.SEASON, 3),
    32: (Precision.SEASON, 6),
    **{33 + n: (Precision.QUARTER, 1 + 3 * n) for n in range(4)},
    40: (Precision.HALF, 1),
    41: (Precision.HALF, 7),
}
_QUADRIMESTERS = {37: 1, 38: 5, 39: 9}
_BLOCKS = {1: Precision.DECADE, 2: Precision.CENTURY, 3: Precision.MILLENNIUM}


def validate(text: str) -> None:
    """Raise ``EdtfError``, naming the fault, unless a text is a possible EDTF date.

    >>> validate("1900-02-31")
    Traceback (most recent call last):
    chronicle.errors.EdtfError: '1900-02-31': there is no 31 February 1900: that month \
has 28 days
    """
    span(text)


def span(text: str, *, margins: Margins | None = None) -> TimeSpan:
    """The span of an EDTF text; raises ``EdtfError`` for what is no possible date.

    >>> span("1848") == TimeSpan.exactly(day(1848, 1, 1), day(1849, 1, 1))
    True
    """
    return _span(parse(text), text, margins or shipped())


def period(text: str) -> Period | None:
    """The one unit of the calendar that a text names, hedged or not, else ``None``.

    >>> period("1848-03~").precision.value, period("1848/1850")
    ('month', None)
    """
    found = candidates(text)
    return found[0] if found and found[0] == found[1] else None


def candidates(text: str) -> tuple[Period, Period] | None:
    """The earliest and latest unit that a single date can mean, hedges left aside.

    ``None`` where the text is an interval or a set, or has no year. An interval that is
    exactly a decade or century BC counts as that unit.
    """
    form = parse(text)
    if isinstance(form, Date):
        return _candidates(form, text)
    if isinstance(form, Interval) and form.begin and form.end:
        unit = _decade_bc(_span(form, text, shipped()))
        return (unit, unit) if unit else None
    return None


def _decade_bc(named: TimeSpan) -> Period | None:
    """The decade BC that an interval is; ``X`` digits cannot name one."""
    if named.begin.earliest is None or named.begin.earliest >= day(1, 1, 1):
        return None
    unit = at(named.begin.earliest, Precision.DECADE)
    return unit if unit.span == named else None


def _span(form: Edtf, text: str, margins: Margins) -> TimeSpan:
    if isinstance(form, Date):
        return _date_span(form, text, margins)
    if isinstance(form, Interval):
        return _interval_span(form, text, margins)
    return _choice_span(form, text, margins)


def _date_span(date: Date, text: str, margins: Margins) -> TimeSpan:
    found = _candidates(date, text)
    if found is None:
        return TimeSpan()
    first, last = found
    hedged = [n for n, part in enumerate(date.components) if part.approximate]
    if not hedged:
        return TimeSpan(
            begin=Bounds(earliest=first.begin, latest=last.begin),
            end=Bounds(earliest=first.end, latest=last.end),
        )
    levels = (Precision.YEAR, Precision.MONTH, Precision.DAY)
    finest = hedged[0] == len(date.components) - 1
    level = first.precision if finest else levels[hedged[0]]
    return margins.about(first, last, precision=level)


def _interval_span(form: Interval, text: str, margins: Margins) -> TimeSpan:
    begin = _date_span(form.begin, text, margins).begin if form.begin else OPEN
    end = _date_span(form.end, text, margins).end if form.end else OPEN
    if (
        begin.earliest is not None
        and end.latest is not None
        and begin.earliest >= end.latest
    ):
        raise EdtfError(f"{text!r}: it ends before it begins: swap the two dates")
    return TimeSpan(begin=begin, end=end)


def _choice_span(form: Choice, text: str, margins: Margins) -> TimeSpan:
    if form.all_of:
        spans = [
            _date_span(m, text, margins)
            if isinstance(m, Date)
            else _interval_span(m, text, margins)
            for m in form.members
        ]
        return TimeSpan(
            begin=Bounds(
                earliest=_least([s.begin.earliest for s in spans]),
                latest=_least([s.begin.latest for s in spans]),
            ),
            end=Bounds(
                earliest=_greatest([s.end.earliest for s in spans]),
                latest=_greatest([s.end.latest for s in spans]),
            ),
        )
    return hull([_one_of(member, text, margins) for member in form.members])


def _one_of(member: Date | Interval, text: str, margins: Margins) -> TimeSpan:
    """Where a date lies that is one of a range of dates."""
    if isinstance(member, Date):
        return _date_span(member, text, margins)
    _interval_span(member, text, margins)
    first = _date_span(member.begin, text, margins) if member.begin else TimeSpan()
    last = _date_span(member.end, text, margins) if member.end else TimeSpan()
    return TimeSpan(
        begin=Bounds(earliest=first.begin.earliest, latest=last.begin.latest),
        end=Bounds(earliest=first.end.earliest, latest=last.end.latest),
    )


def hull(spans: Sequence[TimeSpan]) -> TimeSpan:
    """The bounds of something that has one of several spans."""
    return TimeSpan(
        begin=Bounds(
            earliest=_least([s.begin.earliest for s in spans]),
            latest=_greatest([s.begin.latest for s in spans]),
        ),
        end=Bounds(
            earliest=_least([s.end.earliest for s in spans]),
            latest=_greatest([s.end.latest for s in spans]),
        ),
    )


def _least(positions: Sequence[Minute | None]) -> Minute | None:
    known = [p for p in positions if p is not None]
    return min(known) if len(known) == len(positions) else None


def _greatest(positions: Sequence[Minute | None]) -> Minute | None:
    known = [p for p in positions if p is not None]
    return max(known) if len(known) == len(positions) else None


def _candidates(date: Date, text: str) -> tuple[Period, Period] | None:
    years = _years(date.year.text)
    if years is None:
        return None
    first_year, last_year = years
    if date.month is None:
        return _year_candidates(date.year.text, first_year, last_year)
    month = date.month.text
    if date.day is None:
        first = next(_months(month, range(first_year, first_year + 1)))
        last = [*_months(month, range(last_year, last_year + 1))][-1]
        return first, last
    ahead = _days(date, range(first_year, last_year + 1))
    first_day = next(ahead, None)
    if first_day is None:
        raise EdtfError(_no_such_day(date, text, first_year))
    back = _days(date, range(last_year, first_year - 1, -1), backwards=True)
    last_day = next(back, first_day)
    if date.time is None:
        return first_day, last_day
    return _at_clock(first_day, date.time), _at_clock(last_day, date.time)


def _years(pattern: str) -> tuple[int, int] | None:
    """The least and greatest year of a pattern; ``None`` where no digit is given."""
    digits, _, significant = pattern.lstrip("Y").partition("S")
    if set(digits) <= {"X", "-"}:
        return None
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if significant:
        size = 10 ** max(0, len(digits.lstrip("-")) - int(significant))
        first = first // size * size
        last = first + size - 1
    return min(first, last), max(first, last)


def _year_candidates(text: str, first: int, last: int) -> tuple[Period, Period]:
    blanks = len(text) - len(text.rstrip("X"))
    if blanks in _BLOCKS and "X" not in text[:-blanks]:
        begin, end = day(first or (last > 0), 1, 1), day(last + 1, 1, 1)
        block = Period(precision=_BLOCKS[blanks], begin=begin, end=end)
        return block, block
    return at(day(first, 1, 1), Precision.YEAR), at(day(last, 1, 1), Precision.YEAR)


def _months(pattern: str, years: Iterable[int]) -> Iterator[Period]:
    numbers = range(1, 13) if pattern[0] in "01X" else (*_CODES, *_QUADRIMESTERS)
    for year in years:
        for number in numbers:
            if fits(pattern, f"{number:02d}"):
                yield _month(year, number)


def _month(year: int, number: int) -> Period:
    if number in _QUADRIMESTERS:
        begin = _QUADRIMESTERS[number]
        return Period(
            precision=Precision.MONTH,
            begin=day(year, begin, 1),
            end=day(year, begin + 4, 1),
        )
    precision, month = _CODES.get(number, (Precision.MONTH, number))
    return at(day(year, month, 1), precision)


def _days(
    date: Date, years: Iterable[int], *, backwards: bool = False
) -> Iterator[Period]:
    months = [m for m in range(1, 13) if fits(_text(date.month), f"{m:02d}")]
    numbers = [d for d in range(1, 32) if fits(_text(date.day), f"{d:02d}")]
    order = [*product(months, numbers)]
    for year in years:
        for month, number in reversed(order) if backwards else order:
            if number <= days_in_month(year, month):
                yield at(day(year, month, number), Precision.DAY)


def _text(component: Component | None) -> str:
    return component.text if component else ""


def _at_clock(unit: Period, time: str) -> Period:
    hour, _, minute = time.partition(":")
    begin = Minute(unit.begin + 60 * int(hour) + int(minute or 0))
    return at(begin, Precision.MINUTE if minute else Precision.HOUR)


def _no_such_day(date: Date, text: str, year: int) -> str:
    month, number = _text(date.month), _text(date.day)
    if not (month + number).isdigit() or date.year.unspecified:
        return f"{text!r}: no year has such a day: check the day and the month"
    length, name = days_in_month(year, int(month)), MONTHS[int(month) - 1]
    return (
        f"{text!r}: there is no {int(number)} {name} {date.year.text}: "
        f"that month has {length} days"
    )
