"""Ranges as one expression, and alternatives."""

from dataclasses import replace

from chronicle.model import Absolute, Between, OneOf, Part, PartName, Qualifier, Unit
from chronicle.times.hedges import qualified
from chronicle.times.meaning import (
    DATE,
    TIME,
    Fields,
    Meaning,
    calendar,
    edtf,
    interval,
)
from chronicle.times.patterns import rule


@rule("point", "{hedge} {point:date}", "{hedge} {point:parted}")
def hedged_point(*, hedge: Qualifier, point: Meaning) -> Meaning:
    """“c. 1200” in “between c. 1200 and 1250”."""
    return qualified(hedge, point)


@rule("point", "{point:date}", "{point:span}", "{point:parted}", "{point:relative}")
def point(*, point: Meaning) -> Meaning:
    """Either end of a range."""
    return point


@rule("dash", "-/–", "- -", "to/until/till/through/thru/til", "up to", "[and] ending")
def dash() -> str:
    """What stands between the two ends."""
    return "-"


@rule(
    "range",
    "[from] {a:day} {dash} {b:day} [of] {month} [,] {year:fullyear}",
    "[from] {a:day} {dash} {b:day} [of] {month}",
    "between {a:day} and {b:day} [of] {month} [,] {year:fullyear}",
    "between {a:day} and {b:day} [of] {month}",
    "[from] {month} [the] {a:day} {dash} [the] {b:day} [,] {year:fullyear}",
    "[from] {month} [the] {a:day} {dash} [the] {b:day}",
    "between {month} {a:day} and {b:day} [,] {year:fullyear}",
    "between {month} {a:day} and {b:day}",
)
def days_of_month(
    *, a: int, b: int, month: int, year: int | None = None, dash: str = ""
) -> Meaning | None:
    """“From 3 to 9 May 1945”, “January 25-29”."""
    return _days(a, b, month, year) if a < b else None


def _days(a: int, b: int, month: int, year: int | None) -> Meaning | None:
    first = calendar(Fields(day=a, month=month, year=year))
    last = calendar(Fields(day=b, month=month, year=year))
    return interval(first, last)


@rule(
    "range",
    "{month} [the] {a:day} (and|&) [the] {b:day} [,] {year:fullyear}",
    "{month} [the] {a:day} (and|&) [the] {b:day}",
    "[the] {a:day} (and|&) [the] {b:day} [of] {month} [,] {year:fullyear}",
    "[the] {a:day} (and|&) [the] {b:day} [of] {month}",
)
def two_days(*, a: int, b: int, month: int, year: int | None = None) -> Meaning | None:
    """“May 6 and 7th”, “the 28 and 29 August”: one after the other."""
    if b != a + 1:
        return None
    return _days(a, b, month, year)


@rule(
    "range",
    "{a:month} (-|–|/) {b:month} [,] [of] {year:fullyear}",
    "{a:month} (-|–) {b:month}",
)
def months_of_year(*, a: int, b: int, year: int | None = None) -> Meaning | None:
    """“March–April 1848”."""
    return interval(calendar(Fields(month=a)), calendar(Fields(month=b, year=year)))


@rule(
    "range",
    "{a:year4} ~-/– ~{short:two}",
    "{a:year4} ~- ~- ~{short:two}",
    "{a:year4} ~-/– ~{digit:one1}",
)
def years_shortened(
    *, a: int, short: int | None = None, digit: int | None = None
) -> Meaning | None:
    """“1914–18”, “1756-63”."""
    size = 100 if short is not None else 10
    b = a - a % size + (short if short is not None else digit or 0)
    return _years(a, b)


@rule(
    "range",
    "{a:year4} (-|–|- -) {b:year4}",
    "from {a:year4} {dash} {b:year4}",
    "between {a:year4} (and|to|-|–) {b:year4}",
    "{a:year4} (to|until|till|through) {b:year4}",
)
def years(*, a: int, b: int, dash: str = "") -> Meaning | None:
    """“1756–1763”, “from 1756 to 1763”, “between 1756 and 1763”."""
    return _years(a, b)


@rule("range", "from {a:year4} {dash} {short:two}", "between {a:year4} and {short:two}")
def years_from_short(*, a: int, short: int, dash: str = "") -> Meaning | None:
    """“From 1914 to 18”."""
    return _years(a, a - a % 100 + short)


def _years(a: int, b: int) -> Meaning | None:
    if b <= a:
        return None
    reading = Between(begin=Absolute(edtf=edtf(a)), end=Absolute(edtf=edtf(b)))
    return Meaning(type=DATE, reading=reading, grain=Unit.YEAR)


@rule(
    "range",
    "[from] {a:figure} [{era:centuryera}] {dash} {b:erayear}",
    "between {a:figure} [{era:centuryera}] and {b:erayear}",
    "[from] {ad} {a:figure} {dash} {c:figure}",
    "between {ad} {a:figure} and {c:figure}",
)
def years_of_era(
    *, a: int, b: int = 1, c: int = 0, era: str = "", ad: str = "", dash: str = ""
) -> Meaning | None:
    """“480–479 BC”, “27 BC – AD 14”, “AD 14–37”."""
    if c:
        return _years(a, c)
    before = era == "bc" or (not era and b <= 0)
    return _years(1 - a if before else a, b)


@rule(
    "range",
    "{a:month} (and|&) {b:month} [,] [of] {year:fullyear}",
    "{a:month} (and|&) {b:month}",
)
def two_months(*, a: int, b: int, year: int | None = None) -> Meaning | None:
    """“August and September 1914”: one after the other."""
    if b != a + 1:
        return None
    return interval(calendar(Fields(month=a)), calendar(Fields(month=b, year=year)))


@rule("range", "[the] {a:season} and {b:season} [of] {year:fullyear}")
def two_seasons(*, a: str, b: str, year: int) -> Meaning | None:
    """“The spring and summer of 1848”: one after the other."""
    order = [PartName.SPRING, PartName.SUMMER, PartName.AUTUMN, PartName.WINTER]
    first, last = order.index(PartName(a)), order.index(PartName(b))
    if last != first + 1:
        return None
    sides = (Part(which=order[i], of=Absolute(edtf=edtf(year))) for i in (first, last))
    reading = Between(begin=next(sides), end=next(sides))
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


@rule(
    "range",
    "from {a:clock} to/until/till {b:clock}",
    "{a:clock} to/until/till/-/– {b:clock}",
    "between {a:clock} and {b:clock}",
)
def hours(*, a: Meaning, b: Meaning) -> Meaning:
    """“From 9 a.m. to 5 p.m.”."""
    reading = Between(begin=a.reading, end=b.reading)
    return Meaning(type=TIME, reading=reading, grain=Unit.HOUR)


@rule("range", "between {a:hourword} and {b:hourword} {oclock}")
def hours_shortened(*, a: int, b: int, oclock: str) -> Meaning:
    """“Between nine and ten o'clock”."""
    sides = [calendar(Fields(hour=hour)).reading for hour in (a, b)]
    reading = Between(begin=sides[0], end=sides[1])
    return Meaning(type=TIME, reading=reading, grain=Unit.HOUR)


@rule("range", "{a:figure} and {b:erayear}")
def two_years_of_era(*, a: int, b: int) -> Meaning | None:
    """“496 and 495 BC”: one after the other."""
    return _years(1 - a, b) if b == 2 - a else None


@rule(
    "range",
    "from {a:point} [onwards/onward] (to|until|till|through|up to|-|–) {b:point}",
    "between {a:point} and {b:point}",
    "{a:whole_date} (to|until|till|through|thru|-|–) {b:point}",
)
def dates(*, a: Meaning, b: Meaning) -> Meaning | None:
    """“From May to July 1848”, “between 1 April and mid-June”."""
    if a.type is not DATE or b.type is not DATE:
        return None
    return interval(a, b)


@rule("whole_date", "{date}", "{date:parted}", "{date:span}")
def whole_date(*, date: Meaning) -> Meaning | None:
    """A date that can begin a range without "from"."""
    return date


@rule(
    "either",
    "{a:date} or {b:date}",
    "{a:date} or {prep} {b:date}",
    "{a:year4} ~/ ~{b0:year4}",
)
def alternatives(
    *, a: Meaning | int, b: Meaning | None = None, b0: int = 0, prep: str = ""
) -> Meaning | None:
    """“1066 or 1067”, “May or June 1848”."""
    if isinstance(a, int):
        a, b = calendar(Fields(year=a)), calendar(Fields(year=b0))
    if b is None:
        return None
    if a.fields and b.fields:
        left = _complete(a.fields, b.fields)
        a = calendar(left)
    reading = OneOf(options=(a.reading, b.reading))
    return Meaning(type=DATE, reading=reading, grain=a.grain)


def _complete(first: Fields, last: Fields) -> Fields:
    """“4 or 5 May 1848”: the first takes month and year from the last."""
    month = first.month if first.month or not first.day else last.month
    year = first.year if first.year is not None else last.year
    return replace(first, month=month, year=year)


@rule(
    "either",
    "[the] {a:day} or [the] {b:day} [of] {month} [,] {year:fullyear}",
    "[the] {a:day} or [the] {b:day} [of] {month}",
)
def either_day(*, a: int, b: int, month: int, year: int | None = None) -> Meaning:
    """“4 or 5 May 1848”."""
    options = tuple(
        calendar(Fields(day=d, month=month, year=year)).reading for d in (a, b)
    )
    return Meaning(type=DATE, reading=OneOf(options=options), grain=Unit.DAY)


@rule("prep", "in/on/by")
def preposition() -> str:
    """Repeated before the second alternative."""
    return ""


RULES = (
    hedged_point,
    point,
    dash,
    days_of_month,
    two_days,
    months_of_year,
    years_shortened,
    years,
    years_from_short,
    years_of_era,
    two_months,
    two_seasons,
    hours,
    hours_shortened,
    two_years_of_era,
    dates,
    whole_date,
    alternatives,
    either_day,
    preposition,
)
