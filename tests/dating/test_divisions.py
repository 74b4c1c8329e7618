"""Where "now" comes from: dates of divisions, their fallbacks, cycles and doubts."""

from dataclasses import replace

import pytest

from chronicle.dates.edtf import span
from chronicle.dating import date
from chronicle.model import (
    Absolute,
    At,
    Dating,
    DivisionAnchor,
    DivisionKind,
    EventAnchor,
    Evidence,
    FlagKind,
    Link,
    LinkId,
    LinkKind,
    MentionAnchor,
    Nth,
    OneOf,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Shift,
    TimexId,
    Toward,
    Unit,
    Weekday,
)
from chronicle.settings import Settings
from dating.dated import WRITTEN, dated, division, given, timex, told

YESTERDAY = Shift(anchor=WRITTEN, amount=-1, unit=Unit.DAY, aligned=True)
LAST_NIGHT = Part(which=PartName.NIGHT, of=YESTERDAY)
THIS_WEEK = Shift(anchor=WRITTEN, amount=0, unit=Unit.WEEK, aligned=True)
LATER_THIS_WEEK = Part(which=PartName.LATER, of=THIS_WEEK)


def headed(number: int) -> Dating:
    """A division's date that rests on a timex."""
    return Dating(
        timex=TimexId(f"d#t{number}"),
        as_written="its heading",
        evidence=Evidence(rule="dateline"),
    )


def test_last_night_says_how() -> None:
    letter = division(written=given("1848-03-14"), kind=DivisionKind.LETTER)
    _, (found,) = date([letter], [timex(1, LAST_NIGHT)])
    assert found.value == "1848-03-13TNI"
    assert found.evidence.steps == (
        "found by hand",
        "read as the night of the day before the letter's day = "
        "the night of 13 March 1848",
        "the letter's day = 14 March 1848 (letters.toml: 1848-03-14)",
    )


def test_chain_of_anchors_is_told_link_by_link() -> None:
    next_morning = Part(
        which=PartName.MORNING,
        of=Shift(anchor=told(1), amount=1, unit=Unit.DAY, aligned=True),
    )
    found = dated(YESTERDAY, next_morning, written="1848-03-14")
    assert found.evidence.steps[1:] == (
        "read as the morning of the day after the date told before it = "
        "the morning of 14 March 1848",
        "the date told before it = 13 March 1848",
        "the document's date = 14 March 1848 (letters.toml: 1848-03-14)",
    )


@pytest.mark.parametrize(
    ("reading", "value"),
    [
        (YESTERDAY, "XXXX-XX-XX"),
        (LAST_NIGHT, "XXXX-XX-XXTNI"),
        (LATER_THIS_WEEK, "XXXX-WXX"),
        (Weekday(anchor=WRITTEN, weekday=1, toward=Toward.BACK), "XXXX-WXX-2"),
        (Partial(anchor=WRITTEN, month=3, day=14), "XXXX-03-14"),
        (Partial(anchor=WRITTEN, year_in_century=61), "XX61"),
        (Shift(anchor=WRITTEN, amount=-2, unit=Unit.YEAR), "XXXX"),
    ],
)
def test_no_document_date_is_never_today(reading: Reading, value: str) -> None:
    found = dated(reading)
    assert found.value == value
    assert found.span is None
    (flag,) = found.flags
    assert flag.kind is FlagKind.UNRESOLVED
    assert flag.why == "no document date: give one with --date"
    assert found.evidence.steps[-1].startswith("not dated: no document date")


def test_a_day_without_its_year_keeps_its_edtf() -> None:
    assert dated(Partial(anchor=WRITTEN, month=3, day=14)).edtf == "XXXX-03-14"
    assert dated(Partial(anchor=WRITTEN, month=3)).edtf == "XXXX-03"


def test_written_falls_back_to_published_then_to_the_parent() -> None:
    paper = division(1, published=given("1848-03-22"))
    despatch = division(2, parent=1)
    dated_despatch = division(3, given("1848-03-14"), parent=1)
    anchors = [DivisionAnchor(division=f"d#{n}") for n in (1, 2, 3)]
    timexes = [
        timex(n, replace(YESTERDAY, anchor=anchor), division_number=n)
        for n, anchor in enumerate(anchors, 1)
    ]
    _, found = date([paper, despatch, dated_despatch], timexes)
    assert [t.value for t in found] == ["1848-03-21", "1848-03-21", "1848-03-13"]


def test_received_has_no_stand_in() -> None:
    anchor = DivisionAnchor(division="d#1", date="received")
    found = dated(replace(YESTERDAY, anchor=anchor), written="1848-03-14")
    assert found.span is None


def test_dateline_without_year_takes_the_papers() -> None:
    paper = division(1, published=given("1848-03-22"))
    despatch = division(2, headed(1), parent=1)
    march_14 = Partial(
        anchor=DivisionAnchor(division="d#2"), month=3, day=14, toward=Toward.BACK
    )
    yesterday = replace(YESTERDAY, anchor=DivisionAnchor(division="d#2"))
    divisions, found = date(
        [paper, despatch],
        [
            timex(1, march_14, division_number=2),
            timex(2, yesterday, division_number=2),
        ],
    )
    written = divisions[1].dates.written
    assert written is not None
    assert (written.edtf, written.span) == ("1848-03-14", span("1848-03-14"))
    assert found[1].value == "1848-03-13"


def test_tuesday_of_a_second_letter_counts_from_the_first() -> None:
    file = division(1)
    first = division(2, given("1848-03-14"), kind=DivisionKind.LETTER, parent=1)
    second = division(3, headed(1), kind=DivisionKind.LETTER, parent=1)
    sunday = Weekday(
        anchor=DivisionAnchor(division="d#2"), weekday=6, toward=Toward.FORWARD
    )
    last_night = Part(
        which=PartName.NIGHT,
        of=replace(YESTERDAY, anchor=DivisionAnchor(division="d#3")),
    )
    divisions, found = date(
        [file, first, second],
        [timex(1, sunday, division_number=3), timex(2, last_night, division_number=3)],
    )
    written = divisions[2].dates.written
    assert written is not None
    assert written.edtf == "1848-03-19"
    assert found[1].value == "1848-03-18TNI"
    assert "the letter's day = 19 March 1848 (“its heading”)" in (
        found[1].evidence.steps
    )


def test_dating_twice_changes_nothing_but_a_corrected_date_does() -> None:
    readings = [YESTERDAY, LATER_THIS_WEEK, Absolute(edtf="1900-02-31")]
    timexes = [timex(n, reading) for n, reading in enumerate(readings, 1)]
    undated = date([division()], timexes)
    assert date(*undated) == undated
    corrected = date([division(written=given("1848-03-14"))], undated[1])
    assert [t.value for t in corrected[1]] == ["1848-03-13", "1848-W11", None]
    assert corrected[1][0].flags == ()
    assert date(*corrected) == corrected


def test_a_cycle_is_unresolved_and_said_so() -> None:
    circle = [
        Shift(anchor=told(2), amount=1, unit=Unit.DAY, aligned=True),
        Shift(anchor=told(1), amount=1, unit=Unit.DAY, aligned=True),
    ]
    _, found = date([division()], [timex(n, r) for n, r in enumerate(circle, 1)])
    for each in found:
        assert each.span is None
        assert "counts from itself" in each.flags[0].why


def test_a_heading_that_counts_from_itself_has_no_date() -> None:
    tuesday = Weekday(anchor=WRITTEN, weekday=1, toward=Toward.NEAREST)
    divisions, (found,) = date([division(1, headed(1))], [timex(1, tuesday)])
    assert found.flags[0].kind is FlagKind.UNRESOLVED
    written = divisions[0].dates.written
    assert written is not None
    assert written.span is None
    assert written.flags == found.flags


TWO_DAYS_AFTER = Shift(anchor=MentionAnchor(start=20, end=30), amount=2, unit=Unit.DAY)


def anchored(event: str) -> Link:
    return Link(
        id=LinkId("d#l1"),
        kind=LinkKind.ANCHOR,
        source="d#t1",
        target=event,
        relation="anchor",
        evidence=Evidence(rule="by hand"),
    )


def test_offset_from_an_event_waits_for_its_link_and_its_date() -> None:
    alone = dated(TWO_DAYS_AFTER)
    linked = dated(TWO_DAYS_AFTER, links=(anchored("e1"),))
    known = {"e1": span("1950-06-25")}
    found = dated(TWO_DAYS_AFTER, links=(anchored("e1"),), known=known)
    direct = dated(replace(TWO_DAYS_AFTER, anchor=EventAnchor(event="e1")), known=known)
    assert (alone.span, linked.span) == (None, None)
    assert "not known" in alone.flags[0].why
    assert "has no date" in linked.flags[0].why
    assert found.value == direct.value == "1950-06-27"
    assert found.flags == ()


def test_an_offset_is_its_own_timexs() -> None:
    """The next day after "by two days after the invasion" is no day of the landing."""
    by_then = Qualified(qualifier=Qualifier.ON_OR_BEFORE, of=TWO_DAYS_AFTER)
    next_day = Shift(anchor=told(1), amount=1, unit=Unit.DAY, aligned=True)
    landing = replace(anchored("e2"), id=LinkId("d#l2"), source="d#t2")
    known = {"e1": span("1950-06-25"), "e2": span("1950-09-15")}
    found = dated(by_then, next_day, links=(anchored("e1"), landing), known=known)
    assert found.value == "1950-06-28"


def test_after_a_war_is_after_its_end() -> None:
    event = EventAnchor(event="e1")
    known = {"e1": span("1756/1763")}
    after, before, within = (
        dated(reading, known=known)
        for reading in (
            Shift(anchor=event, amount=2, unit=Unit.YEAR),
            Shift(anchor=event, amount=-2, unit=Unit.YEAR),
            Nth(n=1, unit=Unit.YEAR, of=At(anchor=event)),
        )
    )
    assert (after.value, before.value, within.value) == ("1765", "1754", "1756")


def test_an_event_with_one_known_side_bounds_one_side() -> None:
    known = {"e1": span("1950-06-25/..")}
    found = dated(TWO_DAYS_AFTER, links=(anchored("e1"),), known=known)
    assert found.span is not None
    assert found.span.begin.earliest == span("1950-06-27").begin.earliest
    assert found.span.end.latest is None
    assert found.edtf == "[1950-06-27..]"


@pytest.mark.parametrize(
    ("reading", "written", "settings", "edtf"),
    [
        # a Sunday: the week ending and the week coming, from the day itself on
        (LATER_THIS_WEEK, "2025-03-16", Settings(), "2025-03-16/2025-03-23"),
        (THIS_WEEK, "2025-03-16", Settings(), "[2025-03-10..2025-03-23]"),
        # a Monday, a Saturday: one week
        (LATER_THIS_WEEK, "2025-03-17", Settings(), "2025-03-17/2025-03-23"),
        (LATER_THIS_WEEK, "2025-03-15", Settings(), "2025-03-15/2025-03-16"),
        # two days of a week's end
        (
            LATER_THIS_WEEK,
            "2025-03-15",
            Settings(days_at_week_end=2),
            "2025-03-15/2025-03-23",
        ),
        # a week that begins on Sunday; its end is a Saturday
        (
            LATER_THIS_WEEK,
            "2025-03-16",
            Settings(first_day_of_week=6),
            "2025-03-16/2025-03-22",
        ),
        (
            LATER_THIS_WEEK,
            "2025-03-15",
            Settings(first_day_of_week=6),
            "2025-03-15/2025-03-22",
        ),
        # nobody doubts
        (LATER_THIS_WEEK, "2025-03-16", Settings(days_at_week_end=0), "2025-03-16"),
    ],
)
def test_this_week_at_its_end(
    reading: Reading, written: str, settings: Settings, edtf: str
) -> None:
    found = dated(reading, written=written, settings=settings)
    assert found.edtf == edtf
    doubtful = [f.kind for f in found.flags] == [FlagKind.AMBIGUOUS]
    weeks_end = {6: [5], 0: [6]}[settings.first_day_of_week]
    last_days = weeks_end if settings.days_at_week_end == 1 else []
    if settings.days_at_week_end == 2:
        last_days = [5, 6]
    day = {"2025-03-15": 5, "2025-03-16": 6, "2025-03-17": 0}[written]
    assert doubtful == (day in last_days)


def test_both_weeks_are_named() -> None:
    (flag,) = dated(LATER_THIS_WEEK, written="2025-03-16").flags
    assert flag.why == (
        "“this week”, written on Sunday 16 March 2025, can be the week ending then "
        "(10 to 16 March 2025) or the week coming (17 to 23 March 2025)"
    )


def test_a_weekday_that_contradicts_its_date_is_kept_and_flagged() -> None:
    monday = Partial(anchor=None, year=1848, month=3, day=14, weekday=0)
    found = dated(monday)
    assert found.value == "1848-03-14"
    (flag,) = found.flags
    assert flag.kind is FlagKind.WEEKDAY_MISMATCH
    assert flag.why == "14 March 1848 was a Tuesday, not a Monday"
    assert dated(replace(monday, weekday=1)).flags == ()


def test_a_weekday_that_is_right_in_old_style_says_so() -> None:
    thursday = Partial(anchor=None, year=1734, month=2, day=14, weekday=3)
    (flag,) = dated(thursday).flags
    assert flag.why == (
        "14 February 1734 was a Sunday, not a Thursday; "
        "by the Julian calendar it was a Thursday"
    )


def test_a_weekday_of_before_the_reform_is_julian() -> None:
    wednesday = Partial(anchor=None, year=1066, month=9, day=20, weekday=2)
    assert dated(wednesday).flags == ()
    (flag,) = dated(replace(wednesday, weekday=3)).flags
    assert flag.why == "20 September 1066 was a Wednesday, not a Thursday"


def test_a_chain_of_thousands_is_followed_in_any_order() -> None:
    links = [Shift(anchor=told(n), amount=1, unit=Unit.DAY) for n in range(1, 3000)]
    readings = [Absolute(edtf="1926-05-03"), *links]
    timexes = [timex(n, reading) for n, reading in enumerate(readings, 1)]
    _, found = date([division()], timexes[::-1])
    assert found[0].value == "1934-07-19"


def test_a_long_chain_is_told_by_its_ends() -> None:
    days = [Shift(anchor=told(n), amount=1, unit=Unit.DAY) for n in range(1, 10)]
    found = dated(Absolute(edtf="1926-05-03"), *days)
    assert found.evidence.steps[1:] == (
        "read as a day after the date told before it = 12 May 1926",
        "the date told before it = 11 May 1926",
        "the date told before that = 10 May 1926",
        "the date told before that = 9 May 1926",
        "and so on, one from another",
        "the date told before that = 3 May 1926",
    )


def test_a_weekday_lists_the_years_it_fits() -> None:
    tuesday = Partial(anchor=told(1), month=3, day=14, weekday=1, toward=Toward.SAME)
    found = dated(Absolute(edtf="1840/1850"), tuesday)
    assert found.edtf == "[1843-03-14,1848-03-14]"
    (flag,) = found.flags
    assert flag.kind is FlagKind.AMBIGUOUS
    assert "14 March 1843, 14 March 1848" in flag.why


def test_figures_that_can_be_read_two_ways() -> None:
    either = OneOf(options=(Absolute(edtf="1916-07-04"), Absolute(edtf="1916-04-07")))
    found = dated(either)
    assert found.value == "1916"
    (flag,) = found.flags
    assert flag.kind is FlagKind.AMBIGUOUS
    assert flag.why == "it can be 4 July 1916 or 7 April 1916"
    stated = OneOf(options=(Absolute(edtf="1066"), Absolute(edtf="1067")))
    assert dated(stated).flags == ()


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        (Absolute(edtf="1900-02-31"), "there is no 31 February 1900"),
        (Absolute(edtf="1763/1756"), "ends before it begins"),
        (
            Partial(anchor=None, year=1900, month=2, day=31),
            "there is no 31 February 1900: that month has 28 days",
        ),
        (Partial(anchor=WRITTEN, month=2, day=30), "no year has a 30 February"),
        (Partial(anchor=WRITTEN, day=32), "no month has a 32nd"),
    ],
)
def test_impossible_dates_have_no_value(reading: Reading, why: str) -> None:
    found = dated(reading, written="1848-03-14")
    assert (found.value, found.edtf, found.span) == (None, None, None)
    (flag,) = found.flags
    assert flag.kind is FlagKind.IMPOSSIBLE
    assert why in flag.why


def test_metadata_that_names_no_date_is_flagged() -> None:
    divisions, _ = date([division(written=given("1900-02-31"))], [])
    written = divisions[0].dates.written
    assert written is not None
    assert written.edtf == "1900-02-31"
    assert written.span is None
    assert written.flags[0].kind is FlagKind.IMPOSSIBLE
