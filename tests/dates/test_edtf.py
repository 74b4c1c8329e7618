"""EDTF: what texts come to, which are refused and why, and the way back."""

from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates.axis import Minute, TimeSpan, civil, day
from chronicle.dates.calendars import days_in_month
from chronicle.dates.edtf import period, span, validate
from chronicle.dates.edtf_grammar import parse
from chronicle.dates.edtf_writing import (
    century_text,
    date_text,
    decade_text,
    period_text,
    write,
)
from chronicle.dates.periods import Precision, at
from chronicle.errors import EdtfError

YEARS = st.integers(-9999, 20000)


def shown(minute: Minute | None) -> str:
    return ".." if minute is None else date_text(*civil(minute))


def bounds(named: TimeSpan) -> str:
    """Begin and last day, each as one date or as earliest…latest."""
    last = [
        None if p is None else Minute(p - 1)
        for p in (named.end.earliest, named.end.latest)
    ]
    sides = [[named.begin.earliest, named.begin.latest], last]
    shown_sides = [[shown(p) for p in side] for side in sides]
    return " ".join(a if a == b else f"{a}…{b}" for a, b in shown_sides)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a unit is itself, whole
        ("1848", "1848-01-01 1848-12-31"),
        ("1848-03", "1848-03-01 1848-03-31"),
        ("1848-02", "1848-02-01 1848-02-29"),
        ("1848-03-14", "1848-03-14 1848-03-14"),
        ("184X", "1840-01-01 1849-12-31"),
        ("18XX", "1800-01-01 1899-12-31"),
        # before our era: 44 BC, 1 BC, the 5th and 1st century BC, AD 1
        ("-0043-03-15", "-0043-03-15 -0043-03-15"),
        ("0000", "0000-01-01 0000-12-31"),
        ("-04XX", "-0499-01-01 -0400-12-31"),
        ("-00XX", "-0099-01-01 0000-12-31"),
        ("0001", "0001-01-01 0001-12-31"),
        ("00XX", "0001-01-01 0099-12-31"),
        # long years
        ("Y10000", "Y10000-01-01 Y10000-12-31"),
        ("Y-99998", "Y-99998-01-01 Y-99998-12-31"),
        ("Y17E4", "Y170000-01-01 Y170000-12-31"),
        # significant digits
        ("1950S2", "1900-01-01…1999-01-01 1900-12-31…1999-12-31"),
        # seasons, quarters, halves; the winter ends in the next year
        ("1848-21", "1848-03-01 1848-05-31"),
        ("1847-24", "1847-12-01 1848-02-29"),
        ("1848-30", "1848-12-01 1849-02-28"),
        ("1848-32", "1848-06-01 1848-08-31"),
        ("1848-34", "1848-04-01 1848-06-30"),
        ("1848-39", "1848-09-01 1848-12-31"),
        ("1848-41", "1848-07-01 1848-12-31"),
        # open digits below the year: one of those units
        ("1848-XX", "1848-01-01…1848-12-01 1848-01-31…1848-12-31"),
        ("1848-03-XX", "1848-03-01…1848-03-31 1848-03-01…1848-03-31"),
        ("1848-1X", "1848-10-01…1848-12-01 1848-10-31…1848-12-31"),
        ("156X-12-25", "1560-12-25…1569-12-25 1560-12-25…1569-12-25"),
        ("184X-02-29", "1840-02-29…1848-02-29 1840-02-29…1848-02-29"),
        ("XXXX-03-14", "... ..".replace("...", "..")),
        # hedged: a rounder year reaches farther; doubt leaves the extent alone
        ("1848~", "1846-01-01…1850-01-01 1846-12-31…1850-12-31"),
        ("1200~", "1175-01-01…1225-01-01 1175-12-31…1225-12-31"),
        ("1848-03-14?", "1848-03-14 1848-03-14"),
        ("1848-03-14%", "1848-03-11…1848-03-17 1848-03-11…1848-03-17"),
        # hedged in one part
        ("1848-03~-14", "1848-02-14…1848-04-14 1848-02-14…1848-04-14"),
        ("~1848-03-14", "1846-03-14…1850-03-14 1846-03-14…1850-03-14"),
        # intervals: a war, an open and an unknown end
        ("1756/1763", "1756-01-01 1763-12-31"),
        ("-0479/-0478", "-0479-01-01 -0478-12-31"),
        ("1848-02-24/..", "1848-02-24 .."),
        ("/1848-02-24", ".. 1848-02-24"),
        ("1756~/1763", "1754-01-01…1758-01-01 1763-12-31"),
        # one of, all of
        ("[1066,1067]", "1066-01-01…1067-01-01 1066-12-31…1067-12-31"),
        ("{1066,1068}", "1066-01-01 1068-12-31"),
        ("{1066..1068}", "1066-01-01 1068-12-31"),
        ("[1066..1068]", "1066-01-01…1068-01-01 1066-12-31…1068-12-31"),
        ("[..1940-05]", "..…1940-05-01 ..…1940-05-31"),
        ("[1940-07..]", "1940-07-01….. 1940-07-31….."),
        # with spaces round it
        (" 1848 ", "1848-01-01 1848-12-31"),
    ],
)
def test_span(text: str, expected: str) -> None:
    assert bounds(span(text)) == expected


def test_clock_times() -> None:
    noon = Minute(day(1848, 3, 14) + 12 * 60)
    assert span("1848-03-14T12:00") == TimeSpan.exactly(noon, Minute(noon + 1))
    assert span("1848-03-14T12:00:00Z") == span("1848-03-14T12:00")
    assert span("1848-03-14T12") == TimeSpan.exactly(noon, Minute(noon + 60))
    midnight = span("1848-03-14T24:00").begin.earliest
    assert midnight == day(1848, 3, 15)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("1900-02-31", "no 31 February 1900: that month has 28 days"),
        ("1900-02-29", "no 29 February 1900: that month has 28 days"),
        ("1848-13", "no month 13"),
        ("1848-00", "no month 00"),
        ("1848-03-32", "no day 32"),
        ("1848-21-03", "no days"),
        ("184X-02-3X", "no year has such a day"),
        ("-0000", "1 BC is 0000"),
        ("10000", "no EDTF date"),
        ("14 March 1848", "no EDTF date"),
        ("1848-3-14", "no EDTF date"),
        ("1848-03-14T25:00", "no time 25:00"),
        ("1848-03-14T12:61", "no time 12:61"),
        ("1848T12:00", "needs its day"),
        ("1763/1756", "ends before it begins"),
        ("../..", "on one side at least"),
        ("1848/1849/1850", "one '/'"),
        ("[1848", "not closed"),
        ("[..]", "on either side"),
        ("[1849..1848]", "ends before it begins"),
        ("Y1E99", "exponent"),
    ],
)
def test_faults_are_named(text: str, fault: str) -> None:
    with pytest.raises(EdtfError, match=fault):
        validate(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1848-03~", Precision.MONTH),
        ("184X", Precision.DECADE),
        ("-0488/-0479", Precision.DECADE),
        ("1848-24", Precision.SEASON),
        ("1848/1849", None),
        ("1848-XX", None),
        ("[1066,1067]", None),
        ("XXXX-03-14", None),
    ],
)
def test_period(text: str, expected: Precision | None) -> None:
    found = period(text)
    assert (found and found.precision) == expected


@given(st.text("0123456789X-/.,[]{}?~%YTSE: ", max_size=16))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        form = parse(text)
        named = span(text)
    except EdtfError:
        return
    assert parse(str(form)) == form
    assert span(str(form)) == named


@given(YEARS, st.integers(1, 12), st.integers(1, 31))
def test_written_dates_are_read_back(year: int, month: int, number: int) -> None:
    number = min(number, days_in_month(year, month))
    for parts in ((year,), (year, month), (year, month, number)):
        text = date_text(*parts)
        begin = day(*(*parts, 1, 1)[:3])
        named = span(text)
        assert named.begin.earliest == named.begin.latest == begin
        assert write(named) == text


@given(
    st.integers(-5_000_000_000, 5_000_000_000),
    st.sampled_from([p for p in Precision if p is not Precision.WEEKEND]),
    st.integers(0, 400),
)
def test_written_units_and_intervals_are_read_back(
    minute: int, precision: Precision, more: int
) -> None:
    first = at(Minute(minute), precision)
    assert span(period_text(first)) == first.span
    interval = TimeSpan.exactly(first.begin, first.next(more).end)
    text = write(interval)
    assert text is not None
    assert span(text) == interval


@given(st.integers(-800_000, 800_000), st.integers(0, 5000), st.booleans())
def test_written_bounds_allow_all_that_the_span_allows(
    start: int, days: int, part_days: bool
) -> None:
    begin = Minute(start * 1440 + 7 * part_days)
    bounded = TimeSpan.within(begin, Minute(begin + (days + 1) * 1440))
    text = write(bounded)
    assert text is not None
    named = span(text)
    assert named.begin.earliest is not None
    assert named.end.latest is not None
    assert named.begin.earliest <= begin
    assert named.end.latest >= begin + (days + 1) * 1440


def test_nothing_known_is_not_written() -> None:
    assert write(TimeSpan()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (decade_text(1840), "184X"),
        (decade_text(480, bc=True), "-0488/-0479"),
        (decade_text(0, bc=True), "-0008/0000"),
        (decade_text(0), "000X"),
        (century_text(19), "18XX"),
        (century_text(5, bc=True), "-04XX"),
        (century_text(1, bc=True), "-00XX"),
        (century_text(1), "00XX"),
        (date_text(-43), "-0043"),
        (date_text(-99998), "Y-99998"),
    ],
)
def test_builders(text: str, expected: str) -> None:
    assert text == expected
    validate(text)


def limit(date: struct_time) -> tuple[int, int, int]:
    return date.tm_year, date.tm_mon, date.tm_mday


@pytest.mark.parametrize(
    "text",
    [
        "1848",
        "1848-03",
        "1848-03-14",
        "-0043",
        "0000",
        "184X",
        "18XX",
        "1848-21",
        "1848-34",
        "1848-41",
        "1848-29",
        "1756/1763",
        "1848-02-24/1848-03",
        "156X-12-25",
        "1848-XX",
        "1848-03-XX",
    ],
)
def test_against_the_edtf_library(text: str) -> None:
    """Outer limits agree; its margins and its winters are its own."""
    oracle = parse_edtf(text)
    named = span(text)
    assert named.begin.earliest is not None
    assert named.end.latest is not None
    assert civil(named.begin.earliest) == limit(oracle.lower_strict())
    assert civil(named.end.latest - 1) == limit(oracle.upper_strict())
