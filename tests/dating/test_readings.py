"""Readings made by hand → TIMEX3 value, EDTF and bounds."""

import pytest

from chronicle.dates.axis import Minute, TimeSpan, civil
from chronicle.dates.edtf import span
from chronicle.dates.edtf_writing import date_text
from chronicle.model import (
    Absolute,
    Anchor,
    At,
    Between,
    Duration,
    Era,
    Nth,
    OneOf,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Recurring,
    Shift,
    Toward,
    Unit,
    Vague,
    Weekday,
)
from chronicle.settings import Settings
from dating.dated import WRITTEN, dated, told

TOLD = told(1)


def shown(named: TimeSpan | None) -> str:
    """The outer days, inclusive: the first and the last that an event can have."""
    if named is None:
        return "none"
    begin, end = named.begin.earliest, named.end.latest
    first = ".." if begin is None else date_text(*civil(begin))
    last = ".." if end is None else date_text(*civil(Minute(end - 1)))
    return first if first == last else f"{first} {last}"


def step(
    amount: int | None, unit: Unit, anchor: Anchor = TOLD, *, forward: bool = True
) -> Shift:
    """A calendar unit so many from the anchor ("the next day")."""
    return Shift(anchor=anchor, amount=amount, unit=unit, aligned=True, forward=forward)


def after(amount: int | None, unit: Unit, *, forward: bool = True) -> Shift:
    """Time measured off from the date told ("three days later")."""
    return Shift(anchor=TOLD, amount=amount, unit=unit, forward=forward)


def of(which: PartName, whole: Reading) -> Part:
    return Part(which=which, of=whole)


@pytest.mark.parametrize(
    ("edtf", "value", "days"),
    [
        ("1848-03-14", "1848-03-14", "1848-03-14"),
        ("1848-03", "1848-03", "1848-03-01 1848-03-31"),
        ("1848", "1848", "1848-01-01 1848-12-31"),
        ("184X", "184", "1840-01-01 1849-12-31"),
        ("18XX", "18", "1800-01-01 1899-12-31"),
        # years before our era are the historian's in TIMEX3
        ("-0043-03-15", "BC0044-03-15", "-0043-03-15"),
        ("0000", "BC0001", "0000-01-01 0000-12-31"),
        ("0001", "0001", "0001-01-01 0001-12-31"),
        ("-0488/-0479", "BC048", "-0488-01-01 -0479-12-31"),
        ("-04XX", "BC04", "-0499-01-01 -0400-12-31"),
        # a war; an open end
        ("1756/1763", "1756/1763", "1756-01-01 1763-12-31"),
        ("1848-02-24/..", "1848-02-24/", "1848-02-24 .."),
        ("1848-24", "1848-WI", "1848-12-01 1849-02-28"),
        ("1848-34", "1848-Q2", "1848-04-01 1848-06-30"),
        ("1848-03-14T15:30", "1848-03-14T15:30", "1848-03-14"),
        ("Y10000", "10000", "Y10000-01-01 Y10000-12-31"),
        ("Y-99998", "BC99999", "Y-99998-01-01 Y-99998-12-31"),
    ],
)
def test_absolute(edtf: str, value: str, days: str) -> None:
    found = dated(Absolute(edtf=edtf))
    assert (found.value, found.edtf, shown(found.span)) == (value, edtf, days)
    assert found.flags == ()


@pytest.mark.parametrize(
    ("told_date", "reading", "value", "days"),
    [
        # calendar units from the date told
        ("1914-06-30", step(1, Unit.DAY), "1914-07-01", "1914-07-01"),
        ("1848-02-28", step(1, Unit.DAY), "1848-02-29", "1848-02-29"),
        ("1415", step(1, Unit.YEAR), "1416", "1416-01-01 1416-12-31"),
        ("1415-10-25", step(1, Unit.YEAR), "1416", "1416-01-01 1416-12-31"),
        ("1847-12", step(1, Unit.MONTH), "1848-01", "1848-01-01 1848-01-31"),
        ("1848-03-14", step(-1, Unit.WEEK), "1848-W10", "1848-03-06 1848-03-12"),
        ("1989-11-02", step(-1, Unit.QUARTER), "1989-Q3", "1989-07-01 1989-09-30"),
        ("1848", step(1, Unit.DECADE), "185", "1850-01-01 1859-12-31"),
        ("1848", step(-1, Unit.CENTURY), "17", "1700-01-01 1799-12-31"),
        # a BC year counts down; the step from 1 BC leads to AD 1
        ("-0490", step(1, Unit.YEAR), "BC0490", "-0489-01-01 -0489-12-31"),
        ("0000", step(1, Unit.YEAR), "0001", "0001-01-01 0001-12-31"),
        ("-0490", step(1, Unit.DECADE), "BC048", "-0488-01-01 -0479-12-31"),
        ("-0479", step(-1, Unit.CENTURY), "BC05", "-0599-01-01 -0500-12-31"),
        # time measured off is as exact as people count
        ("1848-03-14", after(3, Unit.DAY), "1848-03-17", "1848-03-17"),
        ("1848-03-14", after(1, Unit.WEEK), "1848-03-21", "1848-03-20 1848-03-22"),
        ("1848-03-14", after(3, Unit.WEEK), "1848-W14", "1848-04-03 1848-04-09"),
        ("1848-03-14", after(-2, Unit.MONTH), "1848-01", "1848-01-01 1848-01-31"),
        ("1848-03-31", after(-1, Unit.MONTH), "1848-02", "1848-02-01 1848-02-29"),
        ("1848-03-14", after(2, Unit.YEAR), "1850", "1850-01-01 1850-12-31"),
        ("-0479", after(-1, Unit.DECADE), "BC0490", "-0490-01-01 -0488-12-31"),
        ("1848", after(2, Unit.DECADE), "186", "1860-01-01 1869-12-31"),
        ("1848-03-14", after(1, Unit.FORTNIGHT), "1848-03-28", "1848-03-27 1848-03-29"),
        ("1989-07/1989-09", after(-1, Unit.YEAR), "1988", "1988-01-01 1988-12-31"),
        ("1989-35", after(-1, Unit.YEAR), "1988-Q3", "1988-07-01 1988-09-30"),
        ("1848-03-14T15:30", after(2, Unit.HOUR), "1848-03-14T17:00", "1848-03-14"),
        # from something that lasts: after it from its end, before it from its begin
        ("1756/1763", after(2, Unit.YEAR), "1765", "1765-01-01 1765-12-31"),
        ("1756/1763", after(-2, Unit.YEAR), "1754", "1754-01-01 1754-12-31"),
        # finer than what it counts from: a day somewhere
        ("1848-05", step(1, Unit.DAY), "1848-XX-XX", "1848-05-02 1848-06-01"),
        ("1848-05", after(3, Unit.DAY), "1848-XX-XX", "1848-05-04 1848-06-03"),
        # an amount that is not said
        ("1848-03-14", after(None, Unit.DAY), "FUTURE_REF", "1848-03-15 1848-04-04"),
        (
            "1848-03-14",
            after(None, Unit.YEAR, forward=False),
            "PAST_REF",
            "1828-01-01 1847-12-31",
        ),
    ],
)
def test_shift(told_date: str, reading: Reading, value: str, days: str) -> None:
    found = dated(Absolute(edtf=told_date), reading)
    assert (found.value, shown(found.span)) == (value, days)


@pytest.mark.parametrize(
    ("reading", "value", "days"),
    [
        # a month and day take the year that brings them nearest
        (Partial(anchor=TOLD, month=5, day=12), "1848-05-12", "1848-05-12"),
        (Partial(anchor=TOLD, month=12, day=24), "1847-12-24", "1847-12-24"),
        (
            Partial(anchor=TOLD, month=12, day=24, toward=Toward.FORWARD),
            "1848-12-24",
            "1848-12-24",
        ),
        (
            Partial(anchor=TOLD, month=12, toward=Toward.SAME),
            "1848-12",
            "1848-12-01 1848-12-31",
        ),
        # "last March" in March is the year before; "in March" may be this one
        (
            Partial(anchor=TOLD, month=3, toward=Toward.BACK, strict=True),
            "1847-03",
            "1847-03-01 1847-03-31",
        ),
        (
            Partial(anchor=TOLD, month=3, toward=Toward.BACK),
            "1848-03",
            "1848-03-01 1848-03-31",
        ),
        # a day of the month
        (Partial(anchor=TOLD, day=13, toward=Toward.BACK), "1848-03-13", "1848-03-13"),
        (Partial(anchor=TOLD, day=31, toward=Toward.BACK), "1848-01-31", "1848-01-31"),
        (Partial(anchor=TOLD, day=4, toward=Toward.SAME), "1848-03-04", "1848-03-04"),
        # a leap day looks for its year
        (
            Partial(anchor=TOLD, month=2, day=29, toward=Toward.FORWARD),
            "1852-02-29",
            "1852-02-29",
        ),
        # a year of the century
        (
            Partial(anchor=TOLD, year_in_century=61),
            "1861",
            "1861-01-01 1861-12-31",
        ),
        (
            Partial(anchor=TOLD, year_in_century=98, toward=Toward.BACK),
            "1798",
            "1798-01-01 1798-12-31",
        ),
        # clock times of the anchor's day
        (Partial(anchor=TOLD, hour=17), "1848-03-14T17:00", "1848-03-14"),
        (Partial(anchor=TOLD, hour=9, minute=5), "1848-03-14T09:05", "1848-03-14"),
        (
            Partial(anchor=TOLD, weekday=4, hour=9, toward=Toward.FORWARD),
            "1848-03-17T09:00",
            "1848-03-17",
        ),
        # days of the week: Tuesday 14 March 1848
        (
            Weekday(anchor=TOLD, weekday=4, toward=Toward.FORWARD),
            "1848-03-17",
            "1848-03-17",
        ),
        (
            Weekday(anchor=TOLD, weekday=1, toward=Toward.BACK, strict=True),
            "1848-03-07",
            "1848-03-07",
        ),
        (
            Weekday(anchor=TOLD, weekday=1, toward=Toward.FORWARD, weeks=1),
            "1848-03-21",
            "1848-03-21",
        ),
        (
            Weekday(anchor=TOLD, weekday=6, toward=Toward.SAME),
            "1848-03-19",
            "1848-03-19",
        ),
        (
            Weekday(anchor=TOLD, weekday=0, toward=Toward.NEAREST),
            "1848-03-13",
            "1848-03-13",
        ),
    ],
)
def test_incomplete_dates(reading: Reading, value: str, days: str) -> None:
    found = dated(Absolute(edtf="1848-03-14"), reading)
    assert (found.value, shown(found.span)) == (value, days)
    assert found.flags == ()


@pytest.mark.parametrize(
    ("told_date", "reading", "value", "days"),
    [
        # a year told holds its own 12 May, whichever way the reading looks
        ("1848", Partial(anchor=TOLD, month=5, day=12), "1848-05-12", "1848-05-12"),
        ("-0479", Partial(anchor=TOLD, month=9, day=20), "BC0480-09-20", "-0479-09-20"),
        # a decade holds ten of them
        (
            "184X",
            Partial(anchor=TOLD, month=5, day=12),
            "XXXX-05-12",
            "1840-05-12 1849-05-12",
        ),
        # "the previous October": before the year told
        (
            "1861",
            Partial(anchor=TOLD, month=10, toward=Toward.BACK, strict=True),
            "1860-10",
            "1860-10-01 1860-10-31",
        ),
        # a month holds its days
        ("1848-03", Partial(anchor=TOLD, day=13), "1848-03-13", "1848-03-13"),
        (
            "1848-03",
            Weekday(anchor=TOLD, weekday=4, toward=Toward.NEAREST),
            "1848-03-XX",
            "1848-03-03 1848-03-31",
        ),
    ],
)
def test_incomplete_dates_in_what_is_coarser(
    told_date: str, reading: Reading, value: str, days: str
) -> None:
    found = dated(Absolute(edtf=told_date), reading)
    assert (found.value, shown(found.span)) == (value, days)


DAY = At(anchor=TOLD, unit=Unit.DAY)
YEAR = At(anchor=TOLD, unit=Unit.YEAR)


@pytest.mark.parametrize(
    ("told_date", "reading", "value", "mod", "days"),
    [
        # fractions of a period
        ("1848", of(PartName.EARLY, YEAR), "1848", "START", "1848-01-01 1848-06-30"),
        ("1848", of(PartName.MID, YEAR), "1848", "MID", "1848-04-01 1848-09-30"),
        ("1848", of(PartName.END, YEAR), "1848", "END", "1848-09-01 1848-12-31"),
        (
            "18XX",
            of(PartName.LATE, At(anchor=TOLD)),
            "18",
            "END",
            "1850-01-01 1899-12-31",
        ),
        (
            "1848-03",
            of(PartName.BEGINNING, At(anchor=TOLD)),
            "1848-03",
            "START",
            "1848-03-01 1848-03-11",
        ),
        # halves and quarters
        (
            "1848",
            of(PartName.SECOND_HALF, YEAR),
            "1848-H2",
            None,
            "1848-07-01 1848-12-31",
        ),
        (
            "17XX",
            of(PartName.SECOND_HALF, At(anchor=TOLD)),
            "17",
            "END",
            "1750-01-01 1799-12-31",
        ),
        (
            "1848",
            of(PartName.THIRD_QUARTER, YEAR),
            "1848-Q3",
            None,
            "1848-07-01 1848-09-30",
        ),
        # the border of a named century; of a year, its end
        (
            "18XX",
            of(PartName.TURN, Absolute(edtf="18XX")),
            "18",
            "START",
            "1790-01-01 1809-12-31",
        ),
        (
            "1899-05-02",
            of(PartName.TURN, At(anchor=TOLD, unit=Unit.CENTURY)),
            "18",
            "END",
            "1890-01-01 1909-12-31",
        ),
        # parts of the day; a night is named by the day that it begins on
        ("1914-06-30", of(PartName.MORNING, DAY), "1914-06-30TMO", None, "1914-06-30"),
        (
            "1775-04-18",
            of(PartName.NIGHT, DAY),
            "1775-04-18TNI",
            None,
            "1775-04-18 1775-04-19",
        ),
        ("1848-03-14", of(PartName.NOON, DAY), "1848-03-14T12:00", None, "1848-03-14"),
        (
            "1914-06-30",
            of(PartName.MORNING, step(1, Unit.DAY)),
            "1914-07-01TMO",
            None,
            "1914-07-01",
        ),
        # too short to be parted
        (
            "1848-03-18",
            of(PartName.FIRST_QUARTER, At(anchor=TOLD, unit=Unit.WEEKEND)),
            "1848-W11-WE",
            "START",
            "1848-03-18 1848-03-19",
        ),
        # "a week ago tonight" is not about a week
        (
            "1926-05-09",
            of(PartName.NIGHT, after(-1, Unit.WEEK)),
            "1926-05-02TNI",
            None,
            "1926-05-02 1926-05-03",
        ),
        # seasons: of a year; a winter spans two years
        (
            "1848",
            of(PartName.SPRING, YEAR),
            "1848-SP",
            None,
            "1848-03-01 1848-05-31",
        ),
        (
            "1812",
            of(PartName.WINTER, Absolute(edtf="1812")),
            "1812-WI",
            None,
            "1812-12-01 1813-02-28",
        ),
        (
            "1812",
            of(PartName.WINTER, Absolute(edtf="1812/1813")),
            "1812-WI",
            None,
            "1812-12-01 1813-02-28",
        ),
        (
            "-0479",
            of(PartName.WINTER, Absolute(edtf="-0479")),
            "BC0480-WI",
            None,
            "-0479-12-01 -0478-02-28",
        ),
        # "that winter", told of a January, began in the year before
        (
            "1813-01-20",
            of(PartName.WINTER, YEAR),
            "1812-WI",
            None,
            "1812-12-01 1813-02-28",
        ),
        # "the following spring": the first after what was told
        (
            "1847-10-03",
            of(PartName.SPRING, step(1, Unit.YEAR)),
            "1848-SP",
            None,
            "1848-03-01 1848-05-31",
        ),
        (
            "1848-02-03",
            of(PartName.SPRING, step(1, Unit.YEAR)),
            "1848-SP",
            None,
            "1848-03-01 1848-05-31",
        ),
        (
            "1847",
            of(PartName.SPRING, step(1, Unit.YEAR)),
            "1848-SP",
            None,
            "1848-03-01 1848-05-31",
        ),
        (
            "1848-07",
            of(PartName.WINTER, step(-1, Unit.YEAR)),
            "1847-WI",
            None,
            "1847-12-01 1848-02-29",
        ),
        # later and earlier, seen from the date told, which is included
        (
            "1848-03-14",
            of(PartName.LATER, YEAR),
            "1848",
            "END",
            "1848-03-14 1848-12-31",
        ),
        (
            "1848-03-14",
            of(PartName.EARLIER, At(anchor=TOLD, unit=Unit.MONTH)),
            "1848-03",
            "START",
            "1848-03-01 1848-03-14",
        ),
        (
            "1848",
            of(PartName.LATER, YEAR),
            "1848",
            "END",
            "1848-01-01 1848-12-31",
        ),
        (
            "1848-03-14",
            of(PartName.WEEKEND, At(anchor=TOLD, unit=Unit.WEEK)),
            "1848-W11-WE",
            None,
            "1848-03-18 1848-03-19",
        ),
    ],
)
def test_part(
    told_date: str, reading: Reading, value: str, mod: str | None, days: str
) -> None:
    found = dated(Absolute(edtf=told_date), reading)
    assert (found.value, found.mod, shown(found.span)) == (value, mod, days)


@pytest.mark.parametrize(
    ("told_reading", "reading", "value", "days"),
    [
        # what is counted from a hedged date is as uncertain, and named from its name
        (
            Absolute(edtf="1200~"),
            after(2, Unit.YEAR),
            "1202",
            "1177-01-01 1227-12-31",
        ),
        (
            Qualified(qualifier=Qualifier.APPROXIMATE, of=Absolute(edtf="1200")),
            Partial(anchor=TOLD, month=5, day=12, toward=Toward.SAME),
            "1200-05-12",
            "1175-05-12 1225-05-12",
        ),
        (
            Shift(anchor=WRITTEN, amount=1, unit=Unit.WEEK),
            after(3, Unit.DAY),
            "1848-03-24",
            "1848-03-23 1848-03-25",
        ),
        (
            Shift(anchor=WRITTEN, amount=-1, unit=Unit.WEEK),
            Weekday(anchor=TOLD, weekday=2, toward=Toward.FORWARD),
            "1848-03-08",
            "1848-03-08",
        ),
        (
            Shift(anchor=WRITTEN, amount=-1, unit=Unit.WEEK),
            Weekday(anchor=TOLD, weekday=1, toward=Toward.FORWARD),
            "1848-03-07",
            "1848-03-07 1848-03-14",
        ),
        # "by February": what follows is counted from February itself
        (
            Qualified(qualifier=Qualifier.ON_OR_BEFORE, of=Absolute(edtf="1942-02")),
            after(2, Unit.MONTH),
            "1942-04",
            "1942-04-01 1942-04-30",
        ),
        (
            Qualified(qualifier=Qualifier.ON_OR_BEFORE, of=Absolute(edtf="1942-02")),
            Partial(anchor=TOLD, month=5, toward=Toward.SAME),
            "1942-05",
            "1942-05-01 1942-05-31",
        ),
        (
            Qualified(qualifier=Qualifier.AFTER, of=Absolute(edtf="1942-02")),
            At(anchor=TOLD, unit=Unit.YEAR),
            "1942",
            "1942-01-01 1942-12-31",
        ),
        # a winter names its year by its begin, but June after it is the next year's
        (
            Part(which=PartName.WINTER, of=Absolute(edtf="1776")),
            of(PartName.END, At(anchor=TOLD, unit=Unit.YEAR)),
            "1776",
            "1776-09-01 1776-12-31",
        ),
        (
            Part(which=PartName.WINTER, of=Absolute(edtf="1776")),
            Partial(anchor=TOLD, month=6, toward=Toward.SAME),
            "1777-06",
            "1777-06-01 1777-06-30",
        ),
        # early and late parts still name their year
        (
            of(PartName.EARLY, Absolute(edtf="1942")),
            Partial(anchor=TOLD, month=11, toward=Toward.SAME),
            "1942-11",
            "1942-11-01 1942-11-30",
        ),
    ],
)
def test_counting_from_what_is_not_exact(
    told_reading: Reading, reading: Reading, value: str, days: str
) -> None:
    found = dated(told_reading, reading, written="1848-03-14")
    assert (found.value, shown(found.span)) == (value, days)


def test_next_spring_of_a_letter_is_next_years() -> None:
    next_year = step(1, Unit.YEAR, WRITTEN)
    found = dated(of(PartName.SPRING, next_year), written="1848-01-10")
    assert found.value == "1849-SP"


@pytest.mark.parametrize(
    ("which", "days"),
    [
        (PartName.SPRING, "1848-09-01 1848-11-30"),
        (PartName.SUMMER, "1848-12-01 1849-02-28"),
        (PartName.AUTUMN, "1848-03-01 1848-05-31"),
        (PartName.WINTER, "1848-06-01 1848-08-31"),
    ],
)
def test_southern_seasons(which: PartName, days: str) -> None:
    found = dated(of(which, Absolute(edtf="1848")), settings=Settings(southern=True))
    assert shown(found.span) == days
    assert found.edtf is not None
    assert span(found.edtf) == found.span


@pytest.mark.parametrize(
    ("n", "unit", "whole", "value", "days"),
    [
        (1, Unit.WEEK, "1944-06", "1944-W22", "1944-06-01 1944-06-07"),
        (-1, Unit.WEEK, "1944-06", "1944-W26", "1944-06-24 1944-06-30"),
        (-1, Unit.DAY, "1848-02", "1848-02-29", "1848-02-29"),
        (3, Unit.DAY, "1815-06-16/1815-06-18", "1815-06-18", "1815-06-18"),
        (4, Unit.DECADE, "17XX", "173", "1730-01-01 1739-12-31"),
        (2, Unit.YEAR, "1756/1763", "1757", "1757-01-01 1757-12-31"),
    ],
)
def test_nth(n: int, unit: Unit, whole: str, value: str, days: str) -> None:
    found = dated(Nth(n=n, unit=unit, of=Absolute(edtf=whole)))
    assert (found.value, shown(found.span)) == (value, days)


@pytest.mark.parametrize(
    ("reading", "value", "edtf", "days"),
    [
        (
            Between(begin=Absolute(edtf="1914"), end=Absolute(edtf="1918")),
            "1914/1918",
            "1914/1918",
            "1914-01-01 1918-12-31",
        ),
        (
            Between(begin=Absolute(edtf="-0479"), end=Absolute(edtf="-0478")),
            "BC0480/BC0479",
            "-0479/-0478",
            "-0479-01-01 -0478-12-31",
        ),
        # over the border of our era
        (
            Between(begin=Absolute(edtf="-0026"), end=Absolute(edtf="0014")),
            "BC0027/0014",
            "-0026/0014",
            "-0026-01-01 0014-12-31",
        ),
        # a side that lacks its month takes the other's
        (
            Between(begin=Partial(anchor=None, day=3), end=Absolute(edtf="1945-05-09")),
            "1945-05-03/1945-05-09",
            "1945-05-03/1945-05-09",
            "1945-05-03 1945-05-09",
        ),
        (
            Between(begin=Absolute(edtf="1847-11"), end=Partial(anchor=None, month=2)),
            "1847-11/1848-02",
            "1847-11/1848-02",
            "1847-11-01 1848-02-29",
        ),
        # "from Friday to Monday", "from Monday evening to Tuesday"
        (
            Between(
                begin=Weekday(anchor=WRITTEN, weekday=4, toward=Toward.NEAREST),
                end=Weekday(anchor=WRITTEN, weekday=0, toward=Toward.NEAREST),
            ),
            "1848-03-17/1848-03-20",
            "1848-03-17/1848-03-20",
            "1848-03-17 1848-03-20",
        ),
        (
            Between(
                begin=of(
                    PartName.EVENING,
                    Weekday(anchor=WRITTEN, weekday=0, toward=Toward.BACK),
                ),
                end=Weekday(anchor=None, weekday=1, toward=Toward.NEAREST),
            ),
            "1848-03-13TEV/1848-03-14",
            "1848-03-13/1848-03-14",
            "1848-03-13 1848-03-14",
        ),
        # a side that is not dated is unknown, not open
        (
            Between(
                begin=Shift(anchor=told(9), amount=1, unit=Unit.DAY),
                end=Absolute(edtf="1945-05-09"),
            ),
            "XXXX-XX-XX/1945-05-09",
            "/1945-05-09",
            ".. 1945-05-09",
        ),
        # ten years that are a decade
        (
            Between(begin=Absolute(edtf="1840"), end=Absolute(edtf="1849")),
            "184",
            "184X",
            "1840-01-01 1849-12-31",
        ),
        # open on one side
        (
            Between(begin=Absolute(edtf="1848-02-24"), end=None),
            "1848-02-24/",
            "1848-02-24/..",
            "1848-02-24 ..",
        ),
        # alternatives
        (
            OneOf(options=(Absolute(edtf="1066"), Absolute(edtf="1067"))),
            "1066",
            "[1066,1067]",
            "1066-01-01 1067-12-31",
        ),
    ],
)
def test_ranges_and_alternatives(
    reading: Reading, value: str, edtf: str, days: str
) -> None:
    found = dated(reading, written="1848-03-14")
    assert (found.value, found.edtf, shown(found.span)) == (value, edtf, days)


@pytest.mark.parametrize(
    ("qualifier", "edtf", "mod", "expected", "days"),
    [
        (
            Qualifier.APPROXIMATE,
            "1200",
            "APPROX",
            "1200~",
            "1175-01-01 1225-12-31",
        ),
        (Qualifier.APPROXIMATE, "-0465", "APPROX", "-0465~", "-0467-01-01 -0463-12-31"),
        (Qualifier.UNCERTAIN, "1848-05", None, "1848-05?", "1848-05-01 1848-05-31"),
        (Qualifier.BEFORE, "1940-06", "BEFORE", "[..1940-05]", ".. 1940-05-31"),
        (
            Qualifier.ON_OR_BEFORE,
            "1940-06",
            "ON_OR_BEFORE",
            "[..1940-06]",
            ".. 1940-06-30",
        ),
        (Qualifier.AFTER, "1848-02-24", "AFTER", "[1848-02-25..]", "1848-02-25 .."),
        (
            Qualifier.ON_OR_AFTER,
            "1848-02-24",
            "ON_OR_AFTER",
            "[1848-02-24..]",
            "1848-02-24 ..",
        ),
        (Qualifier.BEFORE, "0001", "BEFORE", "[..0000]", ".. 0000-12-31"),
        # of something that lasts
        (Qualifier.AFTER, "1756/1763", "AFTER", "[1764-01-01..]", "1764-01-01 .."),
    ],
)
def test_qualified(
    qualifier: Qualifier, edtf: str, mod: str | None, expected: str, days: str
) -> None:
    found = dated(Qualified(qualifier=qualifier, of=Absolute(edtf=edtf)))
    assert (found.mod, found.edtf, shown(found.span)) == (mod, expected, days)


@pytest.mark.parametrize(
    ("qualifier", "amount", "mod", "days"),
    [
        # past the amount, but not so far that another would be named
        (Qualifier.MORE_THAN, 2, "ON_OR_AFTER", "1850-01-01 1851-12-31"),
        (Qualifier.MORE_THAN, -2, "ON_OR_BEFORE", "1845-01-01 1846-12-31"),
        # between the amount and the anchor
        (Qualifier.LESS_THAN, 2, "ON_OR_BEFORE", "1848-03-14 1850-12-31"),
        (Qualifier.LESS_THAN, -2, "ON_OR_AFTER", "1846-01-01 1848-03-14"),
    ],
)
def test_more_and_less(qualifier: Qualifier, amount: int, mod: str, days: str) -> None:
    hedged = Qualified(qualifier=qualifier, of=after(amount, Unit.YEAR))
    found = dated(Absolute(edtf="1848-03-14"), hedged)
    assert (found.mod, shown(found.span)) == (mod, days)


@pytest.mark.parametrize(
    ("reading", "value", "days"),
    [
        (Duration(amount=3, unit=Unit.DAY), "P3D", "none"),
        (Duration(amount=2.5, unit=Unit.YEAR), "P2.5Y", "none"),
        (Duration(amount=None, unit=Unit.YEAR), "PXY", "none"),
        (Duration(amount=5, unit=Unit.HOUR), "PT5H", "none"),
        (Duration(amount=2, unit=Unit.DECADE), "P2DE", "none"),
        (
            Duration(amount=3, unit=Unit.MONTH, end=WRITTEN),
            "P3M",
            "1847-12-14 1848-03-14",
        ),
        (
            Duration(amount=2, unit=Unit.WEEK, begin=WRITTEN),
            "P2W",
            "1848-03-14 1848-03-28",
        ),
        (Recurring(unit=Unit.DAY), "P1D", "none"),
        (
            Recurring(
                unit=Unit.WEEK,
                of=Weekday(anchor=None, weekday=6, toward=Toward.NEAREST),
            ),
            "XXXX-WXX-7",
            "none",
        ),
        (
            Recurring(unit=Unit.YEAR, of=Partial(anchor=None, month=7)),
            "XXXX-07",
            "none",
        ),
        (
            Recurring(unit=Unit.DAY, of=of(PartName.MORNING, Partial(anchor=None))),
            "XXXX-XX-XXTMO",
            "none",
        ),
        (Vague(era=Era.PAST, anchor=WRITTEN), "PAST_REF", ".. 1848-03-14"),
        (Vague(era=Era.FUTURE, anchor=WRITTEN), "FUTURE_REF", "1848-03-14 .."),
        (At(anchor=WRITTEN), "1848-03-14", "1848-03-14"),
        (At(anchor=WRITTEN, unit=Unit.WEEK), "1848-W11", "1848-03-13 1848-03-19"),
    ],
)
def test_lengths_sets_and_vague_times(reading: Reading, value: str, days: str) -> None:
    found = dated(reading, written="1848-03-14")
    assert (found.value, shown(found.span)) == (value, days)
    assert found.flags == ()


def test_now_is_at_least_the_day_of_writing() -> None:
    found = dated(Vague(era=Era.PRESENT, anchor=WRITTEN), written="1848-03-14")
    assert found.value == "PRESENT_REF"
    assert found.span is not None
    assert found.span.begin.latest == span("1848-03-14").begin.earliest
    assert found.span.end.earliest == span("1848-03-14").end.latest
