"""Quarters of years, fiscal years and halves, as business reports count them."""

from chronicle.model import At, Nth, Reading, Shift, Unit
from chronicle.times.meaning import (
    DATE,
    DEICTIC,
    NARRATIVE,
    RUNNING,
    Fields,
    Meaning,
    calendar,
)
from chronicle.times.patterns import rule


def _quarter(n: int, year: Reading) -> Meaning | None:
    if not 1 <= n <= 4:
        return None
    reading = Nth(n=n, unit=Unit.QUARTER, of=year)
    return Meaning(type=DATE, reading=reading, grain=Unit.QUARTER)


@rule("quartered", "quarter", "- quarter", "fiscal quarter")
def quartered() -> str:
    """The word behind the number of a quarter."""
    return ""


@rule("quarter", "[the/its/their] [fiscal] [-] {n:ordinal} {quartered}")
def quarter_alone(*, n: int, quartered: str) -> Meaning | None:
    """“The third quarter”: of the year that the context gives."""
    return _quarter(n, At(anchor=RUNNING, unit=Unit.YEAR))


@rule("quarter", "[the] year - earlier/ago {n:ordinal} {quartered}")
def quarter_before(*, n: int, quartered: str) -> Meaning | None:
    """“The year-ago third quarter”."""
    return _quarter(n, Shift(anchor=RUNNING, amount=-1, unit=Unit.YEAR, aligned=True))


@rule(
    "quarter",
    "[the] {n:ordinal} {quartered} [of|,|in] [fiscal] [the] {year:date}",
    "[the] {n:ordinal} {quartered} [of] {year:relative}",
)
def quarter_of_year(*, n: int, year: Meaning, quartered: str) -> Meaning | None:
    """“The third quarter of 1989”, “the first quarter of next year”."""
    return _quarter(n, year.reading) if year.grain is Unit.YEAR else None


@rule("quarter", "[the] latest [fiscal] quarter/period")
def latest_quarter() -> Meaning:
    """“The latest quarter”: the last one that is over."""
    reading = Shift(anchor=DEICTIC, amount=-1, unit=Unit.QUARTER, aligned=True)
    return Meaning(type=DATE, reading=reading, grain=Unit.QUARTER)


@rule("quarter", "[the] [comparable/same] {step:yearback} (quarter|period)")
def quarter_a_year_back(*, step: int) -> Meaning:
    """“The year-ago quarter”, “the year-earlier period”."""
    anchor, quarters = NARRATIVE, 4 * step
    reading = Shift(anchor=anchor, amount=quarters, unit=Unit.QUARTER, aligned=True)
    return Meaning(type=DATE, reading=reading, grain=Unit.QUARTER)


@rule("yearback", "year - earlier/ago")
def year_back() -> int:
    """One year before."""
    return -1


@rule("quarter", "[a/the] {step:yearback}")
def a_year_back(*, step: int) -> Meaning:
    """“Year-earlier figures”."""
    reading = Shift(anchor=DEICTIC, amount=step, unit=Unit.YEAR)
    return Meaning(type=DATE, reading=reading, grain=Unit.YEAR)


@rule("quarter", "[the] fiscal [year] {n:year4}")
def fiscal_year(*, n: int) -> Meaning:
    """“Fiscal 1989”: the calendar year is the best bound there is."""
    return calendar(Fields(year=n))


@rule(
    "quarter",
    "[the] (this|current|present) fiscal year",
    "[the] fiscal year",
)
def this_fiscal_year() -> Meaning:
    """“The fiscal year”."""
    reading = At(anchor=DEICTIC, unit=Unit.YEAR)
    return Meaning(type=DATE, reading=reading, grain=Unit.YEAR)


RULES = (
    quartered,
    quarter_of_year,
    quarter_before,
    quarter_alone,
    latest_quarter,
    quarter_a_year_back,
    year_back,
    a_year_back,
    fiscal_year,
    this_fiscal_year,
)
