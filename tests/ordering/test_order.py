"""What the order of a document says, case by case."""

from dataclasses import replace

import pytest

from chronicle.dates.axis import Minute, TimeSpan, day
from chronicle.model import (
    Absolute,
    DatedBy,
    Division,
    DivisionAnchor,
    EventAnchor,
    Evidence,
    Factuality,
    Part,
    PartName,
    Shift,
    Tier,
    Unit,
)
from chronicle.ordering import display_order, order, steps

from .made import DIVISION, annotated, event, on, timex

MARCH_13 = on(1848, 3, 13)
MARCH_14 = on(1848, 3, 14)
WEEK = Shift(
    anchor=DivisionAnchor(division=DIVISION), amount=0, unit=Unit.WEEK, aligned=True
)
LATER_THIS_WEEK = Part(which=PartName.LATER, of=WEEK)


def test_bounds_come_from_the_day() -> None:
    chronology = order(annotated("e0 during t1", timexes=(timex(1, MARCH_13),)))
    assert chronology.spans["e0"] == TimeSpan.within(day(1848, 3, 13), day(1848, 3, 14))
    assert chronology.basis["e0"].kind is DatedBy.STATED
    assert chronology.basis["e0"].timex == "t1"


def test_two_events_of_one_day_are_ordered() -> None:
    """The day's bounds allow both; order narrows each by the other's minute."""
    document = annotated(
        *("e0 during t1", "e1 during t1", "e1 before e0"),
        timexes=(timex(1, MARCH_13),),
        events=2,
    )
    chronology = order(document)
    assert chronology.precedes("e1", "e0")
    assert not chronology.precedes("e0", "e1")
    assert chronology.spans["e0"].begin.earliest == day(1848, 3, 13) + 1
    assert display_order(chronology, document) == ("e1", "e0")


def test_undated_events_lie_between_what_bounds_them() -> None:
    chronology = order(
        annotated(
            *("e0 during t1", "e0 before e1", "e1 before e2", "e2 during t2"),
            timexes=(timex(1, on(1848)), timex(2, on(1850))),
        )
    )
    span = chronology.spans["e1"]
    assert span.begin.earliest == day(1848, 1, 1) + 1
    assert span.end.latest == day(1851, 1, 1) - 1
    assert chronology.basis["e1"].kind is DatedBy.OTHER_EVENT


def test_order_holds_without_any_date() -> None:
    """Talks, then the conference and what was said at it; both before "this week"."""
    document = annotated(
        "e0 before e1",  # talks before conference
        "e2 during e1",  # emphasized during it
        "e2 before made#1",  # told in the past
        "e1 before made#1",
        "e3 during t1",  # reconvening later this week
        events=tuple(
            event(n, factuality=Factuality.PLANNED if n == 3 else Factuality.ASSERTED)
            for n in range(4)
        ),
        timexes=(timex(1, None, LATER_THIS_WEEK),),
    )
    chronology = order(document)
    assert all(chronology.spans[f"e{n}"].is_open for n in range(4))
    assert chronology.precedes("e0", "e2")
    for earlier in ("e0", "e1", "e2"):
        assert chronology.precedes(earlier, "e3")
    assert not chronology.precedes("e1", "e2")
    assert steps(chronology, ("e0", "e1", "e2", "e3")) == (
        ("e0",),
        ("e1", "e2"),
        ("e3",),
    )
    basis = chronology.basis["e3"]
    assert (basis.kind, basis.timex) == (DatedBy.ORDER_ONLY, "t1")


def test_a_date_to_come_is_after_the_writing_once_that_is_known() -> None:
    week = TimeSpan.exactly(day(2025, 3, 16), day(2025, 3, 24))
    document = annotated(
        *("e0 before made#1", "e1 during t1"),
        timexes=(timex(1, week, LATER_THIS_WEEK),),
        written=on(2025, 3, 16),
    )
    chronology = order(document)
    assert chronology.precedes("e0", "e1")
    assert chronology.spans["e0"].end.latest == day(2025, 3, 17) - 1
    assert chronology.basis["e0"].kind is DatedBy.DOCUMENT_DATE


def test_the_weaker_of_two_contradicting_links_is_set_aside() -> None:
    chronology = order(
        annotated("e0 before e1 certain", "e1 before e0 likely", "e1 before e2 likely")
    )
    assert [c.set_aside for c in chronology.conflicts] == ["e1-before-e0-likely"]
    assert len(chronology.conflicts[0].cycle) == 2
    assert chronology.precedes("e0", "e2", tier=Tier.LIKELY)
    assert not chronology.precedes("e0", "e2")


def test_a_link_against_the_dates_is_set_aside_in_words() -> None:
    chronology = order(
        annotated(
            *("e0 during t1", "e1 during t2", "e1 before e0 likely"),
            timexes=(timex(1, MARCH_13), timex(2, MARCH_14)),
        )
    )
    (conflict,) = chronology.conflicts
    assert conflict.set_aside == "e1-before-e0-likely"
    assert any("“w01” is during “w02”" in step for step in conflict.cycle)


def test_narrative_gives_way_in_silence_and_moves_no_bound() -> None:
    chronology = order(
        annotated(
            *("e0 during t1", "e1 during t2"),
            *("e1 before e0 narrative", "e1 before e2 narrative"),
            timexes=(timex(1, MARCH_13), timex(2, MARCH_14)),
        )
    )
    assert chronology.conflicts == ()
    assert chronology.spans["e2"].is_open
    assert chronology.precedes("e1", "e2", tier=Tier.NARRATIVE)
    assert not chronology.precedes("e1", "e0", tier=Tier.NARRATIVE)


def test_a_guess_against_the_dates_is_no_contradiction() -> None:
    document = annotated(
        *("e0 during t1", "e1 during t2", "e1 before e0 likely"),
        timexes=(timex(1, MARCH_13), timex(2, MARCH_14)),
    )
    guess = replace(document.links[2], evidence=Evidence(rule="scene-date", score=0.6))
    document = document.replaced(links=(*document.links[:2], guess))
    assert order(document).conflicts == ()


@pytest.mark.parametrize(
    "factuality",
    [Factuality.NEGATED, Factuality.HYPOTHETICAL, Factuality.COUNTERFACTUAL],
)
def test_what_did_not_happen_hangs_on_its_parent(factuality: Factuality) -> None:
    chronology = order(
        annotated(
            *("SLINK e0 intensional e1", "e1 before made#1", "e1 before e2"),
            events=(event(0), event(1, factuality=factuality), event(2)),
            written=MARCH_13,
        )
    )
    assert chronology.spans["e1"].is_open
    assert chronology.spans["e2"].is_open
    assert chronology.basis["e1"].kind is DatedBy.NONE
    assert "e0" in chronology.basis["e1"].via


def test_dates_counted_from_events_are_resolved() -> None:
    """ "Three days later" than the landing, itself dated; and a day after that."""
    later = Shift(anchor=EventAnchor(event="e0"), amount=3, unit=Unit.DAY)
    next_day = Shift(anchor=EventAnchor(event="e1"), amount=1, unit=Unit.DAY)
    chronology = order(
        annotated(
            *("e0 during t1", "e1 during t2", "e2 during t3"),
            timexes=(
                timex(1, MARCH_13, Absolute(edtf="1848-03-13")),
                timex(2, None, later),
                timex(3, None, next_day),
            ),
        )
    )
    assert chronology.spans["e1"].begin.earliest == day(1848, 3, 16)
    assert chronology.spans["e2"].end.latest == day(1848, 3, 18)
    assert chronology.basis["e2"].kind is DatedBy.OTHER_EVENT


def test_dates_that_count_from_themselves_stay_unresolved() -> None:
    later = Shift(anchor=EventAnchor(event="e0"), amount=3, unit=Unit.DAY)
    chronology = order(
        annotated(
            *("e0 during t2", "e1 before e0", "e1 during t1"),
            timexes=(
                timex(1, MARCH_13, Absolute(edtf="1848-03-13")),
                timex(2, None, later),
            ),
        )
    )
    assert "t2" not in chronology.spans
    assert chronology.spans["e0"].begin.earliest == day(1848, 3, 13) + 1


def test_aspect_and_cause_bound_events() -> None:
    chronology = order(
        annotated(
            *("ALINK e0 initiates e1", "CLINK e2 cause e1", "e0 during t1"),
            timexes=(timex(1, MARCH_13),),
        )
    )
    assert chronology.spans["e1"].begin.earliest == day(1848, 3, 13)
    assert chronology.spans["e1"].begin.latest == Minute(day(1848, 3, 14) - 1)
    assert chronology.spans["e1"].end.latest is None
    assert chronology.spans["e2"].begin.latest == Minute(day(1848, 3, 14) - 1)


def test_nearest_neighbours_leave_out_those_beyond() -> None:
    chronology = order(annotated("e0 before e1", "e1 before e2", "e0 before e2"))
    assert [p.earlier for p in chronology.nearest["e2"].before] == ["e1"]
    assert [p.later for p in chronology.nearest["e0"].after] == ["e1"]


def test_neighbours_by_calendar() -> None:
    chronology = order(
        annotated(
            *("e0 during t1", "e1 during t2"),
            timexes=(timex(1, on(1848)), timex(2, on(1850))),
        )
    )
    (neighbour,) = chronology.nearest["e1"].before
    assert (neighbour.earlier, neighbour.tier) == ("e0", Tier.CERTAIN)


def test_an_event_with_only_a_latest_end_stands_before_what_follows() -> None:
    """ "By 19 March" comes after the 13th and before the 20th in a row."""
    document = annotated(
        *("e0 before t1", "e1 during t2", "e2 during t3"),
        timexes=(
            timex(1, on(1848, 3, 19)),
            timex(2, MARCH_13),
            timex(3, on(1848, 3, 20)),
        ),
        events=3,
    )
    chronology = order(document)
    assert display_order(chronology, document) == ("e1", "e0", "e2")


def test_unordered_events_share_the_step_that_the_telling_has_reached() -> None:
    document = annotated("e0 before e1", "e3 before e4", events=5)
    chronology = order(document)
    assert steps(chronology, document.event) == (("e0", "e3"), ("e1", "e2", "e4"))


def test_bce_and_ce_are_one_axis() -> None:
    chronology = order(
        annotated(
            *("e0 during t1", "e1 during t2"),
            timexes=(timex(1, on(-43)), timex(2, on(1))),
        )
    )
    assert chronology.precedes("e0", "e1")


def test_an_empty_document_has_an_empty_order() -> None:
    document = annotated(events=0)
    chronology = order(document)
    assert (dict(chronology.spans), chronology.conflicts) == ({}, ())
    assert display_order(chronology, document) == ()
    assert steps(chronology, ()) == ()


def test_divisions_are_kept() -> None:
    chronology = order(annotated(written=MARCH_13))
    assert [d.id for d in chronology.divisions] == [DIVISION]
    assert isinstance(chronology.divisions[0], Division)
