"""Calendar dates in the usual styles, whole or with something left out."""

from dataclasses import replace

from chronicle.model import Nth, OneOf, Shift, Unit
from chronicle.times.meaning import (
    DATE,
    DEICTIC,
    Fields,
    Meaning,
    calendar,
)
from chronicle.times.patterns import rule


@rule(
    "monthday",
    "[the] {day} [day] [of] {month} [,] [in [the year]] {year:fullyear}",
    "[the] {day} ~- {month} ~- {year:fullyear}",
    "[the] {day} [day] [of] {month} [,] {short:shortyear}",
    "{month} [the] {day} [,] [in [the year]] {year:fullyear}",
    "{month} [the] {day} [,] {short:shortyear}",
    "{year:fullyear} [,] {month} [the] {day}",
)
def day_month_year(
    *, day: int, month: int, year: int | None = None, short: int | None = None
) -> Meaning:
    """“4 March 1848”, “the fourth of March, 1848”, “March 4th, 1848”, “4 March '48”."""
    return calendar(Fields(day=day, month=month, year=year, short=short))


@rule(
    "monthday",
    "[the] {day} [of] {month} [,] {year:spelledyear}",
    "{month} [the] {day} [,] {year:spelledyear}",
)
def day_month_spelled_year(*, day: int, month: int, year: int) -> Meaning:
    """“March the fourth, eighteen hundred and forty-eight”."""
    return calendar(Fields(day=day, month=month, year=year))


@rule(
    "monthday",
    "{month} [the] {day}",
    "[the] {day} [day] [of] {month}",
)
def day_month(*, day: int, month: int) -> Meaning:
    """“4 March”, “March the 4th”: the year is the context's."""
    return calendar(Fields(day=day, month=month))


@rule(
    "date",
    "[the month of] {month} [,] [of/in] [the year] {year:fullyear}",
    "{month} [of/in] {short:shortyear}",
    "{month} ~- {year}",
    "{month} [,] [of] {year:spelledyear}",
    "{year:erayear} [,] {month}",
)
def month_year(
    *, month: int, year: int | None = None, short: int | None = None
) -> Meaning:
    """“March 1848”, “in March of 1848”, “March '48”."""
    return calendar(Fields(month=month, year=year, short=short))


@rule("date", "[the month of] {month}")
def month_alone(*, month: int) -> Meaning:
    """“March”: the year is the context's."""
    return calendar(Fields(month=month))


@rule("date", "[the year] {year}")
def year_alone(*, year: int) -> Meaning:
    """“1848”."""
    return calendar(Fields(year=year))


@rule("date", "[the year] {year:erayear}", "year {year:erayear}")
def year_of_era(*, year: int) -> Meaning:
    """“44 BC”, “AD 79”."""
    return calendar(Fields(year=year))


@rule("date", "the year {year:figure}", "the year of our lord {year:figure}")
def year_by_name(*, year: int) -> Meaning | None:
    """“The year 43”."""
    return calendar(Fields(year=year)) if 0 < year < 10000 else None


@rule("date", "the year {year:spelledyear}", "{year:spelledyear}")
def year_in_words(*, year: int) -> Meaning:
    """“The year two thousand”, “in nineteen fourteen”."""
    return calendar(Fields(year=year))


@rule("date", "[the year] {short:shortyear}")
def short_year(*, short: int) -> Meaning:
    """“'61”: the century is the context's."""
    return calendar(Fields(short=short))


@rule(
    "date",
    "{weekday} [,] [the] {date:monthday}",
    "{weekday} {date:parenthesised}",
    "{date:monthday} [,] {lparen} {weekday} {rparen}",
    "{date:monthday} [,] {weekday}",
)
def weekday_date(*, weekday: int, date: Meaning, **_: str) -> Meaning | None:
    """“Tuesday 14 March 1848”: the weekday is kept to be checked."""
    if date.fields is None:
        return None
    return calendar(replace(date.fields, weekday=weekday))


@rule("date", "{date:monthday}")
def month_day(*, date: Meaning) -> Meaning:
    """A date with its month and day, without a weekday."""
    return date


@rule("parenthesised", "{lparen} {date:monthday} {rparen}")
def parenthesised_date(*, date: Meaning, **_: str) -> Meaning:
    """“(14 March)”."""
    return date


@rule("date", "{weekday} [,] [the] {day:dayordinal}", "{weekday} {day:dayfigure}")
def weekday_day(*, weekday: int, day: int) -> Meaning:
    """“Monday, 3rd”: month and year are the context's."""
    return calendar(Fields(weekday=weekday, day=day))


@rule("date", "the {day:dayordinal} [day]", "ye {day:dayordinal}")
def day_of_running_month(*, day: int) -> Meaning:
    """“The 4th”: the month is the context's."""
    return calendar(Fields(day=day))


@rule("date", "[the] {day} [of] {months:month_of}")
def day_of_this_month(*, day: int, months: int) -> Meaning:
    """“The 12th inst.”, “28th ult.”, “the 27th of next month”."""
    month = Shift(anchor=DEICTIC, amount=months, unit=Unit.MONTH, aligned=True)
    reading = Nth(n=day, unit=Unit.DAY, of=month)
    return Meaning(type=DATE, reading=reading, grain=Unit.DAY)


@rule(
    "monthday",
    "{year:four} ~- ~{month:two} ~- ~{day:two}",
    "{year:four} ~/ ~{month:two} ~/ ~{day:two}",
)
def iso_date(*, year: int, month: int, day: int) -> Meaning | None:
    """“1848-03-14”."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return calendar(Fields(year=year, month=month, day=day))


@rule(
    "monthday",
    "{a:firstpair} ~/ ~{b:pair} ~/ ~{year:four}",
    "{a:firstpair} ~/ ~{b:pair} ~/ ~{short:two}",
    "{a:firstpair} ~. {b:pair} ~. {year:four}",
    "{a:firstpair} ~- ~{b:pair} ~- ~{year:four}",
)
def numeric_date(
    *, a: int, b: int, year: int | None = None, short: int | None = None
) -> Meaning | None:
    """“4/7/1916”: either order, where both can be meant; the settings may decide."""
    written = Fields(year=year, short=short)
    options = [
        calendar(replace(written, day=day, month=month))
        for day, month in dict.fromkeys(((a, b), (b, a)))
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    if len(options) < 2:
        return options[0] if options else None
    reading = OneOf(options=tuple(o.reading for o in options))
    return replace(options[0], reading=reading, fields=None)


RULES = (
    day_month_year,
    day_month_spelled_year,
    day_month,
    month_year,
    month_alone,
    year_alone,
    year_of_era,
    year_by_name,
    year_in_words,
    short_year,
    weekday_date,
    month_day,
    parenthesised_date,
    weekday_day,
    day_of_running_month,
    day_of_this_month,
    iso_date,
    numeric_date,
)
