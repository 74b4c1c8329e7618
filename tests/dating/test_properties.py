"""Properties of dating: moved anchors, nesting, agreement of EDTF with bounds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates.axis import Bounds, Minute, TimeSpan, civil, day
from chronicle.dates.calendars import add_days, add_years
from chronicle.dates.edtf import span
from chronicle.dates.edtf_writing import date_text
from chronicle.model import (
    Absolute,
    At,
    Era,
    FlagKind,
    Nth,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Shift,
    Toward,
    Unit,
    Vague,
    Weekday,
)
from chronicle.settings import Settings
from dating.dated import WRITTEN, dated, told

DAYS = st.integers(-700_000, 1_500_000).map(lambda n: add_days(day(1, 1, 1), n))
AMOUNTS = st.integers(-60, 60)
UNITS = st.sampled_from([*Unit])
DAY_UNITS = st.sampled_from([Unit.DAY, Unit.NIGHT])
WAYS = st.sampled_from([*Toward])

SHIFTS = st.builds(
    Shift,
    anchor=st.just(WRITTEN),
    amount=st.one_of(st.none(), AMOUNTS),
    unit=UNITS,
    aligned=st.booleans(),
    forward=st.booleans(),
)
WEEKDAYS = st.builds(
    Weekday,
    anchor=st.just(WRITTEN),
    weekday=st.integers(0, 6),
    toward=WAYS,
    weeks=st.integers(0, 2),
    strict=st.booleans(),
)
PARTIALS = st.one_of(
    st.builds(
        Partial,
        anchor=st.just(WRITTEN),
        toward=WAYS,
        strict=st.booleans(),
        month=st.integers(1, 12),
        day=st.one_of(st.none(), st.integers(1, 28)),
    ),
    st.builds(
        Partial,
        anchor=st.just(WRITTEN),
        toward=WAYS,
        strict=st.booleans(),
        day=st.integers(1, 31),
        hour=st.one_of(st.none(), st.integers(0, 23)),
    ),
)
PERIODS = st.one_of(SHIFTS, st.builds(At, anchor=st.just(WRITTEN), unit=UNITS))
PARTS = st.builds(Part, which=st.sampled_from([*PartName]), of=PERIODS)
HEDGED = st.builds(Qualified, qualifier=st.sampled_from([*Qualifier]), of=PERIODS)
VAGUE = st.builds(Vague, era=st.sampled_from([*Era]), anchor=st.just(WRITTEN))
DEICTIC = st.one_of(SHIFTS, WEEKDAYS, PARTIALS, PERIODS, PARTS, HEDGED, VAGUE)


def written(minute: Minute) -> str:
    return date_text(*civil(minute))


def later(position: Minute | None, *, years: int = 0, days: int = 0) -> Minute | None:
    if position is None:
        return None
    return add_days(add_years(position, years), days)


def moved(named: TimeSpan | None, *, years: int = 0, days: int = 0) -> TimeSpan | None:
    if named is None:
        return None
    return TimeSpan(
        **{
            side: Bounds(
                earliest=later(bounds.earliest, years=years, days=days),
                latest=later(bounds.latest, years=years, days=days),
            )
            for side, bounds in (("begin", named.begin), ("end", named.end))
        }
    )


_ROUND = ("DECADE", "GENERATION", "CENTURY", "MILLENNIUM", "APPROX")


def by_century(reading: Reading) -> bool:
    """Whether roundness or the border of our era can enter into the outcome."""
    text = repr(reading)
    return any(word in text for word in _ROUND)


@given(DEICTIC, DAYS.filter(lambda m: m > day(400, 1, 1)))
def test_four_hundred_years_later_all_is_four_hundred_years_later(
    reading: Reading, today: Minute
) -> None:
    if by_century(reading):
        return
    then = dated(reading, written=written(today))
    now = dated(reading, written=written(add_years(today, 400)))
    assert now.span == moved(then.span, years=400)
    assert [f.kind for f in now.flags] == [f.kind for f in then.flags]


@given(AMOUNTS, DAY_UNITS, DAYS, st.booleans())
def test_a_day_later_day_units_are_a_day_later(
    amount: int, unit: Unit, today: Minute, aligned: bool
) -> None:
    reading = Shift(anchor=WRITTEN, amount=amount, unit=unit, aligned=aligned)
    then = dated(reading, written=written(today))
    now = dated(reading, written=written(add_days(today, 1)))
    assert now.span == moved(then.span, days=1)


@given(DEICTIC, DAYS)
def test_nothing_crashes_and_bounds_are_in_order(
    reading: Reading, today: Minute
) -> None:
    found = dated(reading, written=written(today))
    if found.span is None:
        assert found.flags or found.value
        return
    assert not any(f.kind is FlagKind.UNRESOLVED for f in found.flags)
    begin, end = found.span.begin.earliest, found.span.end.latest
    assert begin is None or end is None or begin < end


@given(DEICTIC, DAYS)
def test_edtf_allows_all_that_the_bounds_allow(reading: Reading, today: Minute) -> None:
    """To the day: EDTF has no mornings."""
    found = dated(reading, written=written(today))
    if found.span is None or found.edtf is None:
        return
    named = span(found.edtf)
    if found.span.begin.earliest is not None and named.begin.earliest is not None:
        assert named.begin.earliest - 1440 <= found.span.begin.earliest
    if found.span.end.latest is not None and named.end.latest is not None:
        assert named.end.latest + 1440 >= found.span.end.latest


@given(DEICTIC)
def test_without_a_date_nothing_has_one(reading: Reading) -> None:
    found = dated(reading)
    assert found.span is None


@given(DEICTIC, DAYS, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.YEAR]))
def test_a_coarser_anchor_never_narrows(
    reading: Reading, today: Minute, unit: Unit
) -> None:
    """What counts from a day lies within what counts from the week around it."""
    if not isinstance(reading, Shift) or reading.amount is None:
        return
    shift = replace(reading, anchor=told(1))
    fine = dated(Absolute(edtf=written(today)), shift)
    coarse = dated(
        Absolute(edtf=written(today)),
        At(anchor=told(1), unit=unit),
        replace(shift, anchor=told(2)),
    )
    if fine.span is None or coarse.span is None:
        return
    assert coarse.span.begin.earliest is not None
    assert fine.span.begin.earliest is not None
    assert coarse.span.end.latest is not None
    assert fine.span.end.latest is not None
    assert coarse.span.begin.earliest <= fine.span.begin.earliest
    assert coarse.span.end.latest >= fine.span.end.latest


@pytest.mark.parametrize("first_day", range(7))
@given(today=DAYS)
def test_this_week_holds_today(first_day: int, today: Minute) -> None:
    settings = Settings(first_day_of_week=first_day)
    this_week = Shift(anchor=WRITTEN, amount=0, unit=Unit.WEEK, aligned=True)
    found = dated(this_week, written=written(today), settings=settings)
    assert found.span is not None
    assert found.span.begin.earliest is not None
    assert found.span.end.latest is not None
    assert found.span.begin.earliest <= today < found.span.end.latest


@given(st.integers(1, 12), st.integers(1, 40))
def test_nth_days_lie_in_their_month_or_do_not_exist(month: int, n: int) -> None:
    whole = Absolute(edtf=date_text(1848, month))
    found = dated(Nth(n=n, unit=Unit.DAY, of=whole))
    if found.span is None:
        assert found.flags[0].kind is FlagKind.IMPOSSIBLE
    else:
        assert found.value == date_text(1848, month, n)
