"""Times measured off from now, from the time told, or from something that happens."""

from chronicle.model import (
    Anchor,
    At,
    MentionAnchor,
    Nth,
    PartName,
    Qualified,
    Reading,
    Shift,
    Unit,
)
from chronicle.times.happenings import read_happening
from chronicle.times.index import Terminal
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import DATE, DEICTIC, NARRATIVE, NEXT, TIME, Meaning
from chronicle.times.numbers import Amount
from chronicle.times.patterns import rule
from chronicle.times.units import part_of_day, stepped

TERMINALS = {
    "ago": phrases("steps", "ago", value=int),
    "later": phrases("steps", "later", value=int),
    "after": phrases("steps", "after", value=int),
    "happening": Terminal(None, read_happening),
}


def measured(
    anchor: Anchor, step: int, amount: Amount | None, unit: Unit
) -> Meaning | None:
    """So much time before or after an anchor."""
    value = amount.value if amount else None
    if value is not None and value != int(value):
        unit, value = _whole(unit, value)
    if value is not None and value != int(value):
        return None
    shift = Shift(
        anchor=anchor,
        amount=None if value is None else step * int(value),
        unit=unit,
        forward=step > 0,
    )
    reading: Reading = shift
    if amount and amount.hedge:
        reading = Qualified(qualifier=amount.hedge, of=shift)
    kind = TIME if unit in {Unit.MINUTE, Unit.HOUR} else DATE
    return Meaning(type=kind, reading=reading, grain=unit)


_SMALLER = {
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.DECADE: (Unit.YEAR, 10),
    Unit.CENTURY: (Unit.YEAR, 100),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.FORTNIGHT: (Unit.DAY, 14),
}


def _whole(unit: Unit, value: float) -> tuple[Unit, float]:
    """Half a year is six months."""
    smaller, factor = _SMALLER.get(unit, (unit, 1))
    return smaller, value * factor


@rule("length", "{amount} {unit:units}", "{amount} {unit}")
def length_of(*, amount: Amount, unit: str) -> tuple[Amount, Unit]:
    """“Three years”, “a week”."""
    return amount, Unit(unit)


@rule("length", "{unit:units}")
def length_unsaid(*, unit: str) -> tuple[Amount, Unit]:
    """“Years later”: no number is said."""
    return Amount(value=None), Unit(unit)


@rule("length", "a/one {unit} and a half")
def one_and_a_half(*, unit: str) -> tuple[Amount, Unit]:
    """“A year and a half”."""
    return Amount(value=1.5), Unit(unit)


@rule("length", "a quarter of a century", "{n:ones} quarters of a century")
def quarters_of_a_century(*, n: int = 1) -> tuple[Amount, Unit]:
    """“A quarter of a century”."""
    return Amount(value=25 * n), Unit.YEAR


@rule("relative", "{length} ' [s] time")
def in_so_much_time(*, length: tuple[Amount, Unit]) -> Meaning | None:
    """“In three days' time”."""
    return measured(DEICTIC, 1, *length)


@rule("relative", "the morrow of >{happening}")
def morrow_of_happening(*, happening: MentionAnchor) -> Meaning:
    """“The morrow of the battle”."""
    return stepped(happening, 1, Unit.DAY)


@rule("relative", "{length} {ago}", "{length} in the past")
def ago(*, length: tuple[Amount, Unit], ago: int = -1) -> Meaning | None:
    """“Two years ago”, “a fortnight since”, “three days hence”."""
    return measured(DEICTIC, ago, *length)


@rule("relative", "{length} {later}")
def later(*, length: tuple[Amount, Unit], later: int) -> Meaning | None:
    """“Three days later”, “two years before”."""
    return measured(NARRATIVE, later, *length)


@rule("relative", "{length} ago {dayword}")
def ago_today(
    *, length: tuple[Amount, Unit], dayword: PartName | None
) -> Meaning | None:
    """“A week ago tonight”."""
    meaning = measured(DEICTIC, -1, *length)
    if meaning is None:
        return None
    return part_of_day(dayword, meaning.reading) if dayword else meaning


@rule("dayword", "today/tonight", "to - day/night")
def day_word() -> PartName:
    """The day that "a week ago" ends at."""
    return PartName.NIGHT


@rule("relative", "the {unit} {step:later}", "the {unit} {step:after} that")
def unit_later(*, unit: str, step: int) -> Meaning | None:
    """“The day after”, “the year before”: from the time told."""
    return stepped(NARRATIVE, step, Unit(unit))


@rule("relative", "the {daypart} {step:later}")
def daypart_later(*, daypart: PartName, step: int) -> Meaning:
    """“The evening before”."""
    day = Shift(anchor=NARRATIVE, amount=step, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, day)


@rule("relative", "{length} [to the day] {after} >{date}")
def measured_from_date(
    *, length: tuple[Amount, Unit], after: int, date: Meaning
) -> Meaning | None:
    """“Two days after 5 May”: counted from the date that follows."""
    return measured(NEXT, after, *length)


@rule("relative", "the {unit} {after} >{date}")
def unit_from_date(*, unit: str, after: int, date: Meaning) -> Meaning:
    """“The day before 5 May”."""
    return stepped(NEXT, after, Unit(unit))


@rule("relative", "the {unit} of >{date}")
def unit_of_date(*, unit: str, date: Meaning) -> Meaning | None:
    """“The week of 5 May”."""
    if date.grain is not Unit.DAY or Unit(unit) is Unit.DAY:
        return None
    reading = At(anchor=NEXT, unit=Unit(unit))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("relative", "the eve of >{date}")
def eve_of_date(*, date: Meaning) -> Meaning | None:
    """“The eve of 5 May”."""
    return stepped(NEXT, -1, Unit.DAY) if date.grain is Unit.DAY else None


@rule("relative", "{length} [to the day] {after} >{happening}")
def measured_from_happening(
    *, length: tuple[Amount, Unit], after: int, happening: MentionAnchor
) -> Meaning | None:
    """“Two days after the invasion”: counted from what happens."""
    return measured(happening, after, *length)


@rule("relative", "the {unit} {after} >{happening}")
def unit_from_happening(*, unit: str, after: int, happening: MentionAnchor) -> Meaning:
    """“The day before his coronation”."""
    return stepped(happening, after, Unit(unit))


@rule("relative", "the {daypart} {after} >{happening}")
def daypart_from_happening(
    *, daypart: PartName, after: int, happening: MentionAnchor
) -> Meaning:
    """“The morning after the battle”."""
    day = Shift(anchor=happening, amount=after, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, day)


@rule("relative", "the {daypart} of !{date} >{happening}")
def daypart_of_happening(*, daypart: PartName, happening: MentionAnchor) -> Meaning:
    """“The night of the massacre”."""
    return part_of_day(daypart, At(anchor=happening, unit=Unit.DAY))


@rule("relative", "the {unit} of !{date} >{happening}")
def unit_of_happening(*, unit: str, happening: MentionAnchor) -> Meaning:
    """“The year of his death”."""
    reading = At(anchor=happening, unit=Unit(unit))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("relative", "the eve of !{date} >{happening}")
def eve_of_happening(*, happening: MentionAnchor) -> Meaning:
    """“The eve of the battle”."""
    return stepped(happening, -1, Unit.DAY)


@rule(
    "relative",
    "the {n:ordinal} {unit} of !{date} >{happening}",
    "the {n:last} {unit} of !{date} >{happening}",
)
def nth_unit_of_happening(*, n: int, unit: str, happening: MentionAnchor) -> Meaning:
    """“The first day of the war”, “the final day of the battle”."""
    reading = Nth(n=n, unit=Unit(unit), of=At(anchor=happening))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("relative", "the {n:ordinal} {unit}", "the {n:last} {unit}")
def nth_unit_alone(*, n: int, unit: str) -> Meaning | None:
    """“On the seventh day”: of what, the text must say."""
    if Unit(unit) not in {Unit.DAY, Unit.NIGHT, Unit.WEEK}:
        return None
    reading = Nth(n=n, unit=Unit(unit), of=At(anchor=None))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


RULES = (
    length_of,
    length_unsaid,
    one_and_a_half,
    quarters_of_a_century,
    in_so_much_time,
    morrow_of_happening,
    measured_from_date,
    unit_from_date,
    unit_of_date,
    eve_of_date,
    measured_from_happening,
    unit_from_happening,
    daypart_from_happening,
    ago,
    later,
    ago_today,
    day_word,
    unit_later,
    daypart_later,
    daypart_of_happening,
    unit_of_happening,
    eve_of_happening,
    nth_unit_of_happening,
    nth_unit_alone,
)
