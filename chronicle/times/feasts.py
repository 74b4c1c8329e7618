"""Feasts that fall on the same day every year: Michaelmas, the eve of Epiphany."""

from dataclasses import replace

from chronicle.times.lexicons import phrases
from chronicle.times.meaning import LONGEST, Fields, Meaning, calendar
from chronicle.times.patterns import rule


def _day(key: str) -> tuple[int, int]:
    month, day = key.split("-")
    return int(month), int(day)


TERMINALS = {"feast": phrases("feasts", "feast", value=_day)}


@rule("date", "{feast}", "{feast} [,] [of/in] {year}")
def feast(*, feast: tuple[int, int], year: int | None = None) -> Meaning:
    """“Michaelmas”, “Christmas Day, 1066”."""
    month, day = feast
    return calendar(Fields(month=month, day=day, year=year))


@rule("date", "the eve of {feast} [[,] [of/in] {year}]", "[the] vigil of {feast}")
def eve_of_feast(*, feast: tuple[int, int], year: int | None = None) -> Meaning:
    """“The eve of Michaelmas”."""
    month, day = feast
    if day > 1:
        fields = Fields(month=month, day=day - 1, year=year)
    else:
        before = (month - 2) % 12 + 1
        back = None if year is None else year - (month == 1)
        last = LONGEST.get(before, 31)
        fields = replace(Fields(month=before, day=last), year=back)
    return calendar(fields)


RULES = (feast, eve_of_feast)
