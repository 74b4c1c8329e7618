"""Calendars: months and weeks, and the Julian calendar against a second method."""

from typing import Literal

import pytest
from convertdate import julian as second_method
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates.axis import civil, day, weekday
from chronicle.dates.calendars import (
    add_days,
    add_months,
    add_years,
    as_julian,
    iso_week,
    julian,
    seek_weekday,
    week_begin,
)

DAYS = st.integers(-2_000_000, 2_000_000).map(lambda n: add_days(day(1, 1, 1), n))


@given(DAYS)
def test_julian_inverts(minute: int) -> None:
    assert julian(*as_julian(minute)) == minute  # type: ignore[arg-type]


@pytest.mark.parametrize("year", [8, 325, 1066, 1582, 1752, 1917, 2026])
def test_julian_against_a_second_method(year: int) -> None:
    for month in range(1, 13):
        assert civil(julian(year, month, 5)) == second_method.to_gregorian(
            year, month, 5
        )


@pytest.mark.parametrize(
    ("gregorian", "expected"),
    [
        # the day of the October revolution
        ((1917, 11, 7), (1917, 10, 25)),
        # the last Julian day at Rome, and the day after it
        ((1582, 10, 14), (1582, 10, 4)),
        ((1582, 10, 15), (1582, 10, 5)),
        # a leap day that only the Julian calendar has
        ((1700, 3, 11), (1700, 2, 29)),
        # the Ides of March, reckoned back
        ((-43, 3, 13), (-43, 3, 15)),
        ((0, 12, 30), (1, 1, 1)),
    ],
)
def test_as_julian(
    gregorian: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    assert as_julian(day(*gregorian)) == expected


@given(DAYS, st.integers(-400, 400))
def test_months_keep_the_day_or_clip_it(minute: int, months: int) -> None:
    year, month, number = civil(minute)
    later_year, later_month, later = civil(add_months(minute, months))  # type: ignore[arg-type]
    assert 12 * later_year + later_month == 12 * year + month + months
    assert later == number or (later < number and later >= 28)


@given(DAYS)
def test_four_hundred_years_change_nothing(minute: int) -> None:
    later = add_years(minute, 400)  # type: ignore[arg-type]
    year, month, number = civil(minute)
    assert civil(later) == (year + 400, month, number)
    assert weekday(later) == weekday(minute)
    iso_year, iso_number = iso_week(minute)  # type: ignore[arg-type]
    assert iso_week(later) == (iso_year + 400, iso_number)


@given(DAYS, st.integers(0, 6))
def test_week_holds_its_days(minute: int, first: int) -> None:
    begin = week_begin(minute, first_day=first)  # type: ignore[arg-type]
    assert weekday(begin) == first
    assert 0 <= minute - begin < 7 * 1440


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        # the last days of a year in the first week of the next, and the reverse
        ((2018, 12, 31), (2019, 1)),
        ((2021, 1, 3), (2020, 53)),
        ((2016, 1, 3), (2015, 53)),
        ((2025, 3, 16), (2025, 11)),
    ],
)
def test_iso_week(date: tuple[int, int, int], expected: tuple[int, int]) -> None:
    assert iso_week(day(*date)) == expected


@pytest.mark.parametrize(
    ("direction", "strict", "expected"),
    [
        # from Tuesday 14 March 1848 to a Tuesday
        ("back", False, 14),
        ("forward", False, 14),
        ("nearest", False, 14),
        ("back", True, 7),
        ("forward", True, 21),
        ("nearest", True, 7),
    ],
)
def test_own_weekday(
    direction: Literal["back", "forward", "nearest"], strict: bool, expected: int
) -> None:
    found = seek_weekday(day(1848, 3, 14), 1, direction, strict=strict)
    assert civil(found)[2] == expected


@pytest.mark.parametrize(
    ("wanted", "back", "nearest", "forward"),
    [(4, 10, 17, 17), (5, 11, 11, 18), (0, 13, 13, 20)],
)
def test_other_weekdays(wanted: int, back: int, nearest: int, forward: int) -> None:
    tuesday = day(1848, 3, 14)
    assert civil(seek_weekday(tuesday, wanted, "back"))[2] == back
    assert civil(seek_weekday(tuesday, wanted, "nearest"))[2] == nearest
    assert civil(seek_weekday(tuesday, wanted, "forward"))[2] == forward
