"""The real article that the project began from: read as a careful historian would.

The article is not part of the project; these tests are skipped where it is absent.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

import chronicle
from chronicle.model import Tier

ARTICLES = sorted((Path(__file__).parents[2] / "shared/seeds").glob("*.txt"))

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLES, reason="the article is not on this machine"),
]

Row = Mapping[str, str]


def rows_of(timeline: chronicle.Timeline, folder: Path) -> list[Row]:
    path = timeline.write(folder / "events.csv", to="events")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def undated() -> chronicle.Timeline:
    return chronicle.build(ARTICLES[0])


@pytest.fixture(scope="module")
def rows(
    undated: chronicle.Timeline, tmp_path_factory: pytest.TempPathFactory
) -> list[Row]:
    return rows_of(undated, tmp_path_factory.mktemp("article"))


def row(rows: list[Row], trigger: str) -> Row:
    found = [r for r in rows if r["trigger"] == trigger]
    assert found, f"no event {trigger!r}"
    return found[0]


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ("criticized", {"agent": "Medvedev", "factuality": "asserted"}),
        # "He", resolved
        ("argued", {"agent": "Medvedev", "class": "REPORTING"}),
        ("warned", {"agent": "Medvedev", "class": "REPORTING"}),
        ("urged", {"agent": "Medvedev", "factuality": "asserted"}),
        ("suggested", {"said_by": "EADaily"}),
        ("deploy", {"factuality": "possible"}),
        ("emphasized", {"agent": "Starmer", "factuality": "asserted"}),
        ("underscored", {"agent": "Starmer"}),
        ("noted", {"agent": "Starmer"}),
        (
            "reconvening",
            {
                "factuality": "planned",
                "patient": "military strategists",
                "place": "Great Britain",
                "date_as_written": "later this week",
            },
        ),
    ],
)
def test_found_and_rightly_read(
    rows: list[Row], trigger: str, expected: dict[str, str]
) -> None:
    found = row(rows, trigger)
    for column, value in expected.items():
        assert value in found[column], f"{trigger}.{column} is {found[column]!r}"


def test_what_is_urged_is_not_told_as_done(rows: list[Row]) -> None:
    seek = [r for r in rows if r["trigger"] == "seek"]
    assert all(r["factuality"] != "asserted" for r in seek)


def test_the_quoted_words_stand_beneath_the_warning(rows: list[Row]) -> None:
    warned = row(rows, "warned")["event_id"]
    beneath = [
        r for r in rows if r["parent_id"] == warned and r["relation"] == "content"
    ]
    assert any("declaration of war" in r["quote"] for r in beneath)


def test_without_a_date_nothing_carries_one(rows: list[Row]) -> None:
    for found in rows:
        assert not found["date_edtf"], found["trigger"]
        assert not found["begin_earliest"], found["trigger"]
        assert not found["end_latest"], found["trigger"]
        assert not found["document_date"], found["trigger"]


def test_without_a_date_the_week_is_unknown_and_says_why(
    undated: chronicle.Timeline, rows: list[Row]
) -> None:
    assert "week unknown" in row(rows, "reconvening")["when"]
    reasons = str(undated.explain(row(rows, "reconvening")["event_id"]))
    assert "later this week" in reasons
    assert "--date" in reasons


def precedes(timeline: chronicle.Timeline, a: Row, b: Row) -> bool:
    (chronology,) = timeline.assembly.chronologies.values()
    return chronology.precedes(a["event_id"], b["event_id"], tier=Tier.CERTAIN)


def test_the_order_holds_without_dates(
    undated: chronicle.Timeline, rows: list[Row]
) -> None:
    talks, conference = row(rows, "talks"), row(rows, "conference")
    emphasized, meeting = row(rows, "emphasized"), row(rows, "reconvening")
    assert precedes(undated, talks, conference)
    assert precedes(undated, talks, emphasized)
    assert precedes(undated, conference, meeting)
    assert precedes(undated, talks, meeting)
    assert not precedes(undated, meeting, talks)


def test_the_order_chart_shows_the_weightiest_first(
    undated: chronicle.Timeline, rows: list[Row], tmp_path: Path
) -> None:
    from chronicle.marks import most_salient

    shown = most_salient(undated.assembly.entries, limit=8)
    events = {p.event for e in shown for p in e.parts} | {e.head for e in shown}
    for trigger in ("warned", "emphasized", "noted", "reconvening"):
        assert row(rows, trigger)["event_id"] in events, trigger
    svg = undated.chart(tmp_path / "order.svg", limit=8).read_text("utf-8")
    assert "Order of events; not to scale" in svg
    for trigger in ("warned", "emphasized", "noted", "reconvening"):
        assert trigger in svg


@pytest.mark.parametrize(
    ("date", "first", "last", "readings"),
    [
        # a Sunday: the week that ends, or the week to come
        ("2025-03-16", "2025-03-16", "2025-03-23", 2),
        # a Monday: the week that begins
        ("2025-03-17", "2025-03-17", "2025-03-23", 1),
    ],
)
def test_with_a_date_the_week_is_known(
    tmp_path: Path, date: str, first: str, last: str, readings: int
) -> None:
    timeline = chronicle.build(ARTICLES[0], date=date)
    meeting = row(rows_of(timeline, tmp_path), "reconvening")
    assert (meeting["begin_earliest"], meeting["end_latest"]) == (first, last)
    reasons = str(timeline.explain(meeting["event_id"]))
    assert ("ambiguous" in reasons.lower()) == (readings == 2)
    if readings == 2:
        assert "week ending" in reasons
        assert "week coming" in reasons
