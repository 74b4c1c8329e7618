"""The axis: years before our era, and days that invert."""

from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates.axis import MINUTES_PER_DAY, civil, clock, day, weekday
from chronicle.dates.calendars import days_in_month

YEARS = st.integers(-9999, 99999)


@given(YEARS, st.integers(1, 12), st.integers(1, 31))
def test_civil_inverts_day(year: int, month: int, number: int) -> None:
    number = min(number, days_in_month(year, month))
    assert civil(day(year, month, number)) == (year, month, number)


@given(st.integers(-(10**10), 10**10))
def test_days_follow_one_another(minute: int) -> None:
    today, tomorrow = day(*civil(minute)), day(*civil(minute + MINUTES_PER_DAY))
    assert tomorrow - today == MINUTES_PER_DAY
    assert (weekday(today) + 1) % 7 == weekday(tomorrow)
    assert today + 60 * clock(minute)[0] + clock(minute)[1] == minute


def test_no_gap_at_our_era() -> None:
    assert civil(day(1, 1, 1) - 1) == (0, 12, 31)
    assert civil(day(0, 1, 1) - 1) == (-1, 12, 31)
