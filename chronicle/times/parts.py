"""Parts of periods: early, late, the end of, the second half of, the third week of."""

from chronicle.model import At, Nth, Part, PartName, Reading, Unit
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import DATE, NARRATIVE, Fields, Meaning, calendar
from chronicle.times.patterns import rule
from chronicle.times.units import part_of_day

TERMINALS = {
    "edge": phrases("parts", "edge", value=PartName),
    "early": phrases("parts", "early", value=PartName),
}

_LONG = {
    Unit.WEEK,
    Unit.MONTH,
    Unit.QUARTER,
    Unit.SEASON,
    Unit.YEAR,
    Unit.DECADE,
    Unit.CENTURY,
    Unit.MILLENNIUM,
}

_LONE = {Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}


def _part(which: PartName, whole: Meaning) -> Meaning:
    reading: Reading = Part(which=which, of=whole.reading)
    return Meaning(type=whole.type, reading=reading, grain=whole.grain)


@rule(
    "whole", "{period:date}", "{period:span}", "{period:relative}", "{period:bareunit}"
)
def whole(*, period: Meaning) -> Meaning:
    """Whatever can have parts."""
    return period


@rule("bareunit", "the {unit}")
def bare_unit(*, unit: str) -> Meaning:
    """“The year” in “the end of the year”: the one just told."""
    reading = At(anchor=NARRATIVE, unit=Unit(unit))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("lone", "the {unit}")
def lone_unit(*, unit: str) -> Meaning | None:
    """“The year”, “the weekend”: the one just told, or the writer's own."""
    if Unit(unit) not in _LONE:
        return None
    reading = At(anchor=NARRATIVE, unit=Unit(unit))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("lone", "[the] {unit} ' s {edge}", "[the] {unit} - {edge}", "[the] {unit} {edge}")
def unit_edge(*, unit: str, edge: PartName) -> Meaning | None:
    """“Year's end”, “year-end”, “the week's beginning”."""
    if Unit(unit) not in _LONE:
        return None
    reading = Part(which=edge, of=At(anchor=NARRATIVE, unit=Unit(unit)))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule(
    "parted",
    "[the] {early} [-] [in/of] {whole}",
    "[very/fairly/quite] {early} in {whole}",
    "{early} [in/on] {whole:daypartdate}",
)
def early_part(*, early: PartName, whole: Meaning) -> Meaning:
    """“Early 1848”, “mid-March”, “late in the century”."""
    return _part(early, whole)


@rule("parted", "[the] [very] {edge} of {whole}", "{whole} ' s {edge}")
def edge_part(*, edge: PartName, whole: Meaning) -> Meaning:
    """“The end of the year”, “the first half of 1848”, “the turn of the century”."""
    return _part(edge, whole)


@rule("parted", "later [in/on] {whole}", "later [in/on] {whole:bareunit}")
def later_part(*, whole: Meaning) -> Meaning:
    """“Later this week”, “later that year”: seen from the anchor."""
    return _part(PartName.LATER, whole)


@rule("parted", "earlier [in/on] {whole}")
def earlier_part(*, whole: Meaning) -> Meaning:
    """“Earlier this month”."""
    return _part(PartName.EARLIER, whole)


@rule("parted", "[the] {season} of {whole:relative}", "{whole:relative} ' s {season}")
def season_part(*, season: str, whole: Meaning) -> Meaning | None:
    """“The spring of next year”."""
    if whole.grain is not Unit.YEAR:
        return None
    year = Nth(n=1, unit=Unit.YEAR, of=whole.reading)  # the year, not as seen from it
    reading = Part(which=PartName(season), of=year)
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


@rule(
    "daypartdate",
    "[the] [early] {daypart} [of/on] [the] [day of] {date}",
    "[the] {daypart} of {date:relative}",
)
def daypart_of_date(*, daypart: PartName, date: Meaning) -> Meaning | None:
    """“The night of 4 August”, “the evening of the same day”."""
    return part_of_day(daypart, date.reading) if date.grain is Unit.DAY else None


@rule(
    "daypartdate",
    "[the] night of {a:day} -/–/to {b:day} [of] {month} [,] [{year:fullyear}]",
    "[the] night of {month} {a:day} -/–/to {b:day} [,] [{year:fullyear}]",
    "[the] night between {a:day} and {b:day} [of] {month} [,] [{year:fullyear}]",
    "[the] night between the {a:day} and the {b:day} [of] {month} [{year:fullyear}]",
)
def night_between_days(
    *, a: int, b: int, month: int, year: int | None = None
) -> Meaning | None:
    """“The night of 4–5 May 1848” begins on the 4th."""
    day = calendar(Fields(day=a, month=month, year=year))
    return part_of_day(PartName.NIGHT, day.reading) if b == a + 1 else None


@rule("parted", "{date:daypartdate}")
def whole_daypart(*, date: Meaning) -> Meaning:
    """A part of a day, whole."""
    return date


@rule(
    "date",
    "{date:monthday} [,] [of/in] {year:relative}",
    "{date:monthonly} [,] [of/in] {year:relative}",
)
def date_of_year(*, date: Meaning, year: Meaning) -> Meaning | None:
    """“August of that year”, “June last year”, “25 July of the following year”."""
    fields = date.fields
    if year.grain is not Unit.YEAR or fields is None or fields.month is None:
        return None
    if fields.year is not None or fields.short is not None:
        return None
    reading: Reading = Nth(n=fields.month, unit=Unit.MONTH, of=year.reading)
    if fields.day is not None:
        reading = Nth(n=fields.day, unit=Unit.DAY, of=reading)
    return Meaning(type=DATE, reading=reading, grain=date.grain)


@rule("monthonly", "{month}")
def month_only(*, month: int) -> Meaning:
    """A month that a year follows."""
    return calendar(Fields(month=month))


@rule("parted", "{date} [,] [in the/at] {daypart}")
def date_daypart(*, daypart: PartName, date: Meaning) -> Meaning | None:
    """“5 May in the morning”, “15 June at dawn”."""
    return part_of_day(daypart, date.reading) if date.grain is Unit.DAY else None


@rule(
    "parted",
    "the {n:ordinal} {unit} (of|in) {whole}",
    "the {last} {unit} (of|in) {whole}",
)
def nth_unit(*, unit: str, whole: Meaning, n: int = 0, last: int = 0) -> Meaning | None:
    """“The first week of June”, “the last day of the year”."""
    if whole.grain not in _LONG:
        return None
    reading = Nth(n=n or last, unit=Unit(unit), of=whole.reading)
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("last", "last/final/closing")
def word_last() -> int:
    """Counted from the end."""
    return -1


RULES = (
    whole,
    bare_unit,
    lone_unit,
    unit_edge,
    early_part,
    edge_part,
    later_part,
    earlier_part,
    season_part,
    daypart_of_date,
    night_between_days,
    whole_daypart,
    date_of_year,
    month_only,
    date_daypart,
    nth_unit,
    word_last,
)
