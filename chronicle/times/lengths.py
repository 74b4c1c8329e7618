"""Lengths of time and sets of times: three years, every Sunday, twice a week."""

from chronicle.model import (
    Anchor,
    Duration,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Recurring,
    Toward,
    Unit,
    Weekday,
)
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import DEICTIC, DURATION, SET, Meaning
from chronicle.times.numbers import Amount
from chronicle.times.patterns import rule

TERMINALS = {
    "rate": phrases("words", "rate", value=Unit),
    "times": phrases("words", "times", value=int),
    "pastlength": phrases("lengths", "past"),
    "nextlength": phrases("lengths", "next"),
    "wholelength": phrases("lengths", "whole"),
    "each": phrases("lengths", "each"),
}


def lasting(
    amount: Amount,
    unit: Unit,
    *,
    begin: Anchor | None = None,
    end: Anchor | None = None,
) -> Meaning:
    """A length of time, with the end or beginning that is said."""
    if unit is Unit.WEEKEND and amount.value is None:
        unit = Unit.DAY
    reading: Reading = Duration(amount=amount.value, unit=unit, begin=begin, end=end)
    if amount.hedge is not None:
        reading = Qualified(qualifier=amount.hedge, of=reading)
    return Meaning(type=DURATION, reading=reading, grain=unit)


@rule("duration", "{length:saidlength}")
def duration(*, length: tuple[Amount, Unit]) -> Meaning:
    """“Three years”, “nearly two decades”, “several months”."""
    return lasting(*length)


@rule(
    "saidlength",
    "{amount} {unit:units}",
    "{amount} {unit}",
    "{amount} more {unit:units}",
    "{amount} -/full/whole/further/additional/long {unit:units}",
    "{amount} consecutive/successive/straight/calendar {unit:units}",
)
def said_length(*, amount: Amount, unit: str) -> tuple[Amount, Unit] | None:
    """An amount of time; "three quarters" is a fraction."""
    return None if unit == Unit.QUARTER else (amount, Unit(unit))


@rule("saidlength", "{amount:exact} - {unit} [~- ~long]")
def hyphened_length(*, amount: Amount, unit: str) -> tuple[Amount, Unit]:
    """“A five-year plan”, “a three-day march”."""
    return amount, Unit(unit)


@rule("saidlength", "{unit:units}")
def bare_length(*, unit: str) -> tuple[Amount, Unit] | None:
    """“For years”."""
    return None if unit == Unit.QUARTER else (Amount(value=None), Unit(unit))


@rule("saidlength", "a/one {unit} and a half")
def year_and_a_half(*, unit: str) -> tuple[Amount, Unit]:
    """“A year and a half”."""
    return Amount(value=1.5), Unit(unit)


@rule(
    "duration",
    "{wholelength} {unit}",
    "[the] [whole/entire] {amount:wholelength} of the {unit}",
)
def whole_length(*, unit: str, wholelength: str = "", amount: str = "") -> Meaning:
    """“All day”, “the whole night”."""
    return lasting(Amount(value=1), Unit(unit))


@rule("duration", "the [fiscal] {unit} >{ending}")
def ended_length(*, unit: str, ending: str) -> Meaning | None:
    """“The year ended 31 March”: a length, whose end is told."""
    if unit == Unit.QUARTER:
        return None
    return lasting(Amount(value=1), Unit(unit))


@rule("ending", "ended/ending")
def ending_word() -> str:
    """What comes before the end of a length."""
    return ""


@rule(
    "duration",
    "{pastlength} {amount} {unit:units}",
    "{pastlength} {unit:units}",
    "{pastlength} {amount} {unit}",
)
def past_length(*, pastlength: str, unit: str, amount: Amount | None = None) -> Meaning:
    """“The last three years”: up to now."""
    return lasting(amount or Amount(value=None), Unit(unit), end=DEICTIC)


@rule("duration", "[the] past {unit}")
def past_unit(*, unit: str) -> Meaning:
    """“The past year”: the one that ends now."""
    return lasting(Amount(value=1), Unit(unit), end=DEICTIC)


@rule(
    "duration",
    "{nextlength} {amount} {unit:units}",
    "{nextlength} {unit:units}",
)
def next_length(*, nextlength: str, unit: str, amount: Amount | None = None) -> Meaning:
    """“The next three years”: from now."""
    return lasting(amount or Amount(value=None), Unit(unit), begin=DEICTIC)


@rule(
    "duration",
    "the {first:edgeword} {amount} {unit:units}",
    "the {first:edgeword} {unit:units}",
    "the {amount} {unit:units}",
)
def edge_length(*, unit: str, amount: Amount | None = None, first: str = "") -> Meaning:
    """“The first three months”, “the six weeks”."""
    return lasting(amount or Amount(value=None), Unit(unit))


@rule("edgeword", "first/final/closing/opening/initial/remaining/early/intervening")
def edge_word() -> str:
    """What stands before the length of a beginning or an end."""
    return ""


@rule("duration", "{longer} {duration:lengthening}")
def hedged_length(*, longer: str, duration: Meaning) -> Meaning:
    """“More than half a century”."""
    reading = Qualified(qualifier=Qualifier(longer), of=duration.reading)
    return Meaning(type=DURATION, reading=reading, grain=duration.grain)


@rule("lengthening", "{length:saidlength} [or so]")
def lengthening(*, length: tuple[Amount, Unit]) -> Meaning:
    """A length that can be hedged."""
    return lasting(*length)


@rule("duration", "{length:saidlength} or so/more/less")
def length_or_so(*, length: tuple[Amount, Unit]) -> Meaning:
    """“A week or so”."""
    inner = lasting(*length)
    reading = Qualified(qualifier=Qualifier.APPROXIMATE, of=inner.reading)
    return Meaning(type=DURATION, reading=reading, grain=inner.grain)


def _set(
    unit: Unit, *, every: int = 1, times: int | None = None, of: Reading | None = None
) -> Meaning:
    reading = Recurring(unit=unit, every=every, times=times, of=of)
    return Meaning(type=SET, reading=reading, grain=unit)


@rule("set", "{each} {unit}")
def every_unit(*, each: str, unit: str) -> Meaning:
    """“Every day”, “each year”."""
    return _set(Unit(unit), every=2 if each == "other" else 1)


@rule("set", "{each} {n:count} {unit:units}", "{each} few {unit:units}")
def every_n_units(*, each: str, unit: str, n: int | None = None) -> Meaning:
    """“Every three months”."""
    return _set(Unit(unit), every=int(n) if n else 1)


@rule("set", "{each} {weekday}", "[{each}] {weekday:weekdays}")
def every_weekday(*, weekday: int, each: str = "every") -> Meaning:
    """“Every Sunday”, “on Sundays”."""
    of = Weekday(anchor=None, weekday=weekday, toward=Toward.NEAREST)
    return _set(Unit.WEEK, every=2 if each == "other" else 1, of=of)


@rule("set", "{each} {month}")
def every_month(*, each: str, month: int) -> Meaning:
    """“Every March”."""
    return _set(Unit.YEAR, of=Partial(anchor=None, month=month))


@rule("set", "{each} {daypart}")
def every_daypart(*, each: str, daypart: PartName) -> Meaning:
    """“Every morning”."""
    return _set(Unit.DAY, of=Part(which=daypart, of=Partial(anchor=None)))


@rule("set", "{rate}")
def rate(*, rate: Unit) -> Meaning:
    """“Daily”, “annually”."""
    return _set(rate)


@rule("set", "per {unit}")
def per_unit(*, unit: str) -> Meaning:
    """“Per day”."""
    return _set(Unit(unit))


@rule(
    "set",
    "{times} {each} {unit}",
    "{times} a/an/per {unit}",
    "{n:count} times a/an/per/every/each {unit}",
)
def times_a_unit(
    *, unit: str, times: int | None = None, n: int | None = None, each: str = ""
) -> Meaning:
    """“Twice a week”."""
    return _set(Unit(unit), times=int(times or n or 1))


RULES = (
    duration,
    said_length,
    hyphened_length,
    bare_length,
    year_and_a_half,
    whole_length,
    ended_length,
    ending_word,
    past_length,
    past_unit,
    next_length,
    edge_length,
    edge_word,
    hedged_length,
    lengthening,
    length_or_so,
    every_unit,
    every_n_units,
    every_weekday,
    every_month,
    every_daypart,
    rate,
    per_unit,
    times_a_unit,
)
