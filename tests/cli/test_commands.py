"""The commands as a user runs them, on a seed, in an empty folder."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[2] / "seeds"
WRITTEN = {
    *("timeline.csv", "events.csv", "documents.jsonl", "questions.csv"),
    *("timeline.png", "timeline.svg", "timeline.html"),
}

Run = Callable[..., Any]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_build_writes_all_it_promises_and_says_so(run: Run) -> None:
    ran = run("build", SEEDS / "letters.txt", "-o", "out")
    assert ran.status == 0, ran.err
    assert {path.name for path in Path("out").iterdir()} == WRITTEN
    assert "3 letters" in ran.out
    assert "to the day" in ran.out
    assert "questions.csv" in ran.out


def test_quiet_says_nothing(run: Run) -> None:
    ran = run("build", SEEDS / "coalition.txt", "-o", "out", "--quiet")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_an_undated_article_gives_an_order_chart(run: Run) -> None:
    run("build", SEEDS / "coalition.txt", "-o", "out", "--quiet")
    assert "Order of events; not to scale" in Path("out/timeline.svg").read_text(
        "utf-8"
    )
    assert not any(row["begin_earliest"] for row in rows(Path("out/timeline.csv")))


def test_show_finds_the_usual_folder(built: Run) -> None:
    ran = built("show", "--limit", "3")
    assert ran.status == 0
    assert "who did what" in ran.out
    assert "more rows" in ran.out


@pytest.mark.parametrize("what", ["events", "questions"])
def test_show_has_other_tables(built: Run, what: str) -> None:
    assert built("show", "outputs", "--what", what).status == 0


@pytest.mark.parametrize("name", ["timeline", "events", "questions"])
def test_export_writes_tables(built: Run, name: str) -> None:
    assert built("export", "outputs", "--to", name, "-o", "t.csv").status == 0
    assert rows(Path("t.csv")) == rows(Path("outputs") / f"{name}.csv")


def test_export_writes_json(built: Run) -> None:
    assert built("export", "outputs", "--to", "json", "-o", "t.json").status == 0
    entries = json.loads(Path("t.json").read_text("utf-8"))["entries"]
    assert [e["entry_id"] for e in entries] == [
        row["entry_id"] for row in rows(Path("outputs/timeline.csv"))
    ]


def test_an_unknown_format_is_refused_with_those_there_are(built: Run) -> None:
    ran = built("export", "outputs", "--to", "gantt")
    assert ran.status == 2
    assert "no such format: use one of" in ran.err


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_chart_writes_figures(built: Run, suffix: str) -> None:
    assert built("chart", "-o", f"figure.{suffix}", "--limit", "6").status == 0
    assert Path(f"figure.{suffix}").stat().st_size > 1000


def test_chart_refuses_another_ending(built: Run) -> None:
    ran = built("chart", "-o", "figure.doc")
    assert ran.status == 2
    assert "use .svg, .png or .pdf" in ran.err


def test_a_decision_holds_at_once_and_after_a_new_build(built: Run) -> None:
    entry = next(
        r for r in rows(Path("outputs/timeline.csv")) if "ministers" in r["summary"]
    )
    event = entry["event_ids"].split("|")[0]
    ran = built("decide", event, "--field", "date", "--value", "1832-05-03")
    assert ran.status == 0, ran.err
    ran = built("build", SEEDS / "letters.txt", "-o", "outputs")
    assert "1 decision applied" in ran.out
    moved = next(
        r for r in rows(Path("outputs/timeline.csv")) if "ministers" in r["summary"]
    )
    assert (moved["begin_earliest"], moved["end_latest"]) == (
        "1832-05-03",
        "1832-05-03",
    )
    assert moved["dated_by"] == "editor"
    assert "1832-05-03" in built("explain", event).out
    assert len(Path("outputs/decisions.jsonl").read_text("utf-8").splitlines()) == 1


def test_what_counts_from_a_corrected_date_moves_along(run: Run) -> None:
    text = "Metternich resigned on 13 March 1848 and left the city the following day.\n"
    Path("note.txt").write_text(text, encoding="utf-8")
    run("build", "note.txt", "-o", "outputs")
    before = {r["trigger"]: r for r in rows(Path("outputs/events.csv"))}
    assert before["left"]["begin_earliest"] == "1848-03-14"
    event = before["resigned"]["event_id"]
    ran = run("decide", event, "--field", "date", "--value", "1848-03-20")
    assert ran.status == 0, ran.err
    after = {r["trigger"]: r for r in rows(Path("outputs/events.csv"))}
    assert after["resigned"]["begin_earliest"] == "1848-03-20"
    assert after["left"]["begin_earliest"] == "1848-03-21"
    assert after["resigned"]["level"] == after["left"]["level"] == "1"


def test_a_rejected_event_is_left_out(built: Run) -> None:
    entry = rows(Path("outputs/timeline.csv"))[0]
    event = entry["event_ids"].split("|")[0]
    assert built("decide", event, "--reject", "--note", "no event").status == 0
    left = {row["event_id"] for row in rows(Path("outputs/events.csv"))}
    assert event not in left


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["1"], "give one of --value, --accept and --reject"),
        (["1", "--value", "1848"], "--value needs --field"),
        (["1", "--field", "date", "--value", "soon"], "date"),
        (["1", "--field", "colour", "--value", "red"], "date"),
        (["zzzz", "--accept"], "zzzz"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    built: Run, arguments: list[str], message: str
) -> None:
    ran = built("decide", *arguments)
    assert ran.status == 2
    assert message in ran.err
    assert not Path("outputs/decisions.jsonl").exists()


def test_explain_says_where_a_date_comes_from(built: Run) -> None:
    entry = next(
        r for r in rows(Path("outputs/timeline.csv")) if "ministers" in r["summary"]
    )
    ran = built("explain", entry["event_ids"].split("|")[0])
    assert "Yesterday" in ran.out
    assert "10 May 1832" in ran.out
    assert "letters.txt" in ran.out


def test_no_build_here_is_said_plainly(run: Run) -> None:
    ran = run("show")
    assert ran.status == 2
    assert "run `chronicle build` first" in ran.err
