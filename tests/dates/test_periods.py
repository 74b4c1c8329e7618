"""Units of the calendar: they nest, they follow one another, BC counts down."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates.axis import Minute, civil, day
from chronicle.dates.periods import Period, Precision, at, moved, rank

MINUTES = st.integers(-3_000_000_000, 3_000_000_000).map(Minute)
NESTED = (
    Precision.MINUTE,
    Precision.HOUR,
    Precision.DAY,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.HALF,
    Precision.YEAR,
)


@given(MINUTES)
def test_units_nest(minute: Minute) -> None:
    units = [at(minute, precision) for precision in NESTED]
    for inner, outer in pairwise(units):
        assert outer.contains(inner)


@given(MINUTES.filter(lambda m: m >= day(1, 1, 1)))
def test_years_nest_in_decade_century_millennium(minute: Minute) -> None:
    year, decade, century, millennium = (
        at(minute, p)
        for p in (
            Precision.YEAR,
            Precision.DECADE,
            Precision.CENTURY,
            Precision.MILLENNIUM,
        )
    )
    assert decade.contains(year)
    assert century.contains(decade)
    assert millennium.contains(century)


@given(MINUTES, st.sampled_from(list(Precision)))
def test_units_follow_without_gap(minute: Minute, precision: Precision) -> None:
    unit = at(minute, precision)
    following = unit.next()
    assert following.next(-1) == unit
    assert unit.begin < unit.end <= following.begin
    if precision is not Precision.WEEKEND:
        assert unit.begin <= minute < unit.end
        assert unit.end == following.begin
        assert at(unit.end, precision) == following


def years(unit: Period) -> tuple[int, int]:
    return civil(unit.begin)[0], civil(unit.last_minute)[0]


@pytest.mark.parametrize(
    ("year", "precision", "expected"),
    [
        # the 480s BC: 489 to 480 BC
        (-479, Precision.DECADE, (-488, -479)),
        # 44 BC in the 40s BC, 1 BC and AD 1 in the nine years next to the border
        (-43, Precision.DECADE, (-48, -39)),
        (0, Precision.DECADE, (-8, 0)),
        (1, Precision.DECADE, (1, 9)),
        # the 5th century BC: 500 to 401 BC
        (-489, Precision.CENTURY, (-499, -400)),
        (0, Precision.CENTURY, (-99, 0)),
        (1, Precision.CENTURY, (1, 99)),
        (1848, Precision.CENTURY, (1800, 1899)),
        (0, Precision.MILLENNIUM, (-999, 0)),
        (1848, Precision.MILLENNIUM, (1000, 1999)),
    ],
)
def test_blocks_of_years(
    year: int, precision: Precision, expected: tuple[int, int]
) -> None:
    assert years(at(day(year, 7, 1), precision)) == expected


def test_winter_spans_two_years() -> None:
    winter = at(day(1813, 1, 20), Precision.SEASON)
    assert civil(winter.begin) == (1812, 12, 1)
    assert civil(winter.end) == (1813, 3, 1)


def test_first_day_of_week() -> None:
    sunday = day(2025, 3, 16)
    assert civil(at(sunday, Precision.WEEK).begin) == (2025, 3, 10)
    assert civil(at(sunday, Precision.WEEK, first_day=6).begin) == (2025, 3, 16)


@given(MINUTES, st.integers(1, 50), st.sampled_from(list(Precision)))
def test_moving_is_monotone(minute: Minute, amount: int, precision: Precision) -> None:
    assert moved(minute, amount, precision) > minute > moved(minute, -amount, precision)
    assert moved(Minute(minute + 1), amount, precision) >= moved(
        minute, amount, precision
    )


def test_ranks_run_from_fine_to_coarse() -> None:
    order = [*sorted(Precision, key=rank)]
    assert order[0] is Precision.MINUTE
    assert order[-1] is Precision.MILLENNIUM
