"""The two tables: their columns, their bounds, their structure."""

import pytest
from handmade import Handmade, assembly, exactly, on

from chronicle.dates.axis import Bounds, Minute, TimeSpan, day
from chronicle.model import Assembly
from chronicle.table import (
    EVENT_COLUMNS,
    TIMELINE_COLUMNS,
    event_rows,
    timeline_rows,
)

BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def test_every_row_has_exactly_the_columns(timeline: Assembly) -> None:
    assert all(tuple(row) == TIMELINE_COLUMNS for row in timeline_rows(timeline))
    assert all(tuple(row) == EVENT_COLUMNS for row in event_rows(timeline))


def test_every_event_has_one_row(timeline: Assembly) -> None:
    ids = [row["event_id"] for row in event_rows(timeline)]
    events = [e.id for a in timeline.annotated for e in a.events]
    assert sorted(ids) == sorted(events)
    assert [row["order"] for row in event_rows(timeline)] == [
        str(n) for n in range(1, len(ids) + 1)
    ]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        # one day
        (on(1848, 3, 13), ["1848-03-13"] * 4),
        # a war
        (
            exactly(1756, days=2922),
            ["1756-01-01", "1756-01-01", "1763-12-31", "1763-12-31"],
        ),
        # some day within a war
        (
            on(1756, days=2922),
            ["1756-01-01", "1763-12-31", "1756-01-01", "1763-12-31"],
        ),
        # the Ides of March, 44 BC; 1 BC; AD 1
        (on(-43, 3, 15), ["-0043-03-15"] * 4),
        (on(0, 12, 31), ["0000-12-31"] * 4),
        (on(1, 1, 1), ["0001-01-01"] * 4),
        # an open end
        (
            TimeSpan(begin=Bounds(earliest=day(1848, 2, 25))),
            ["1848-02-25", "", "", ""],
        ),
        (TimeSpan.within(None, Minute(day(1848, 3, 20))), ["", "1848-03-19"] * 2),
    ],
)
def test_bounds_are_inclusive_days(span: TimeSpan, expected: list[str]) -> None:
    made = Handmade("They marched.")
    made.spans[made.event("marched")] = span
    (row,) = timeline_rows(assembly(made))
    assert [row[name] for name in BOUNDS] == expected


def test_structure_of_the_events(timeline: Assembly) -> None:
    rows = {row["trigger"]: row for row in event_rows(timeline)}
    warned, means = rows["warned"], rows["means"]
    assert (warned["level"], warned["parent_id"]) == ("1", "")
    assert (means["level"], means["relation"]) == ("2", "content")
    assert means["parent_id"] == warned["event_id"]
    assert means["entry_id"] == warned["entry_id"]


def test_neighbours_are_named(timeline: Assembly) -> None:
    rows = {row["trigger"]: row for row in event_rows(timeline)}
    talks = rows["talks"]["event_id"]
    assert rows["emphasized"]["after"] == f"talks ({talks})"
    assert rows["talks"]["before"].startswith("emphasized (")


def test_what_a_reader_looks_at(timeline: Assembly) -> None:
    row = timeline_rows(timeline)[3]
    assert row["summary"] == "five were killed, they say"
    assert row["said_by"] == "unnamed, in Anna Weiss"
    assert row["witnesses"] == "1"
    assert row["footnote"].startswith("Anna Weiss to Karl Weiss, 14 March 1848")
    planned = timeline_rows(timeline)[10]
    assert planned["note"] == "the document has no date: give one with --date"


def test_disagreeing_accounts_are_listed() -> None:
    made = []
    for key, number in (("a.txt", 13), ("b.txt", 15)):
        one = Handmade(f"In {key[0]} Hale left York.", key=key)
        hale, york = one.entity("Hale", "Hale"), one.entity("York", "York")
        event = one.event(
            "left", lemma="quit", who={"agent": ("Hale", hale), "place": ("York", york)}
        )
        one.spans[event] = on(1848, 3, number)
        made.append(one)
    (row,) = timeline_rows(assembly(*made))
    assert row["disagreement"] == "a.txt: [13 March 1848]|b.txt: [15 March 1848]"
    assert row["witnesses"] == "2"
