"""Calendars and counting: months, ISO weeks, weekdays, and the Julian calendar.

Positions are minutes of the axis (proleptic Gregorian, astronomical years). The Julian
conversion goes by the day number of Richards (Explanatory Supplement to the
Astronomical Almanac, 3rd edition, section 15.11).
"""

from typing import Literal

from chronicle.dates.axis import MINUTES_PER_DAY, Minute, civil, day, weekday

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "add_days",
    "add_months",
    "add_years",
    "as_julian",
    "days_in_month",
    "is_leap",
    "iso_week",
    "julian",
    "seek_weekday",
    "week_begin",
]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_JULIAN_DAY_OF_AXIS = 1721060  # the Julian day number of the noon of minute 0's day


def is_leap(year: int) -> bool:
    """Whether a Gregorian year, astronomically numbered, has a 29 February.

    >>> is_leap(1900), is_leap(2000), is_leap(-4)
    (False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days a Gregorian month has."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def add_days(minute: Minute, days: int) -> Minute:
    """The same time of day, whole days on."""
    return Minute(minute + days * MINUTES_PER_DAY)


def add_months(minute: Minute, months: int) -> Minute:
    """The same day of the month and time, clipped to the month's last day.

    >>> civil(add_months(day(1848, 1, 31), 1))
    (1848, 2, 29)
    """
    year, month, day_of_month = civil(minute)
    carried, month0 = divmod(month - 1 + months, 12)
    clipped = min(day_of_month, days_in_month(year + carried, month0 + 1))
    return Minute(day(year + carried, month0 + 1, clipped) + minute % MINUTES_PER_DAY)


def add_years(minute: Minute, years: int) -> Minute:
    """The same day of the year and time; 29 February is clipped to the 28th.

    >>> civil(add_years(day(0, 2, 29), 1))
    (1, 2, 28)
    """
    return add_months(minute, 12 * years)


def week_begin(minute: Minute, *, first_day: int = 0) -> Minute:
    """The first minute of the week around a minute; Monday is 0.

    >>> civil(week_begin(day(2025, 3, 16)))
    (2025, 3, 10)
    >>> civil(week_begin(day(2025, 3, 16), first_day=6))
    (2025, 3, 16)
    """
    days_in = (weekday(minute) - first_day) % 7
    return Minute(minute - minute % MINUTES_PER_DAY - days_in * MINUTES_PER_DAY)


def iso_week(minute: Minute) -> tuple[int, int]:
    """The ISO 8601 week: its year, and its number in that year.

    >>> iso_week(day(2024, 12, 30)), iso_week(day(2021, 1, 3))
    ((2025, 1), (2020, 53))
    """
    thursday = add_days(week_begin(minute), 3)
    year = civil(thursday)[0]
    return year, (thursday - day(year, 1, 1)) // (7 * MINUTES_PER_DAY) + 1


def seek_weekday(
    minute: Minute,
    wanted: int,
    direction: Literal["back", "forward", "nearest"],
    *,
    strict: bool = False,
) -> Minute:
    """The first minute of the wanted day of the week (Monday 0) seen from a minute.

    The minute's own day counts unless ``strict``.

    >>> civil(seek_weekday(day(1848, 3, 14), 4, "forward"))
    (1848, 3, 17)
    """
    today = Minute(minute - minute % MINUTES_PER_DAY)
    ahead = (wanted - weekday(today)) % 7
    if ahead == 0 and not strict:
        return today
    following = ahead or 7
    if direction == "forward" or (direction == "nearest" and following <= 3):
        return add_days(today, following)
    return add_days(today, ahead - 7)


def julian(year: int, month: int, day_of_month: int) -> Minute:
    """The first minute of a day that is dated by the Julian calendar.

    >>> civil(julian(1917, 10, 25))
    (1917, 11, 7)
    """
    to_march = (14 - month) // 12
    years = year + 4800 - to_march
    months = month + 12 * to_march - 3
    day_number = (
        day_of_month + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    )
    return Minute((day_number - _JULIAN_DAY_OF_AXIS) * MINUTES_PER_DAY)


def as_julian(minute: Minute) -> tuple[int, int, int]:
    """The Julian year (astronomical), month and day of a minute.

    >>> as_julian(day(1582, 10, 15))
    (1582, 10, 5)
    """
    shifted = minute // MINUTES_PER_DAY + _JULIAN_DAY_OF_AXIS + 32082
    cycle = (4 * shifted + 3) // 1461
    day_of_year = shifted - 1461 * cycle // 4
    month0 = (5 * day_of_year + 2) // 153
    return (
        cycle - 4800 + month0 // 10,
        month0 + 3 - 12 * (month0 // 10),
        day_of_year - (153 * month0 + 2) // 5 + 1,
    )
