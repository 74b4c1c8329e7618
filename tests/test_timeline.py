"""What a user of the library holds."""

from pathlib import Path

import pytest

import chronicle
from chronicle.cli.build import build as command
from chronicle.errors import UsageError

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def timeline() -> chronicle.Timeline:
    return chronicle.build(SEEDS / "letters.txt")


def test_frames_have_the_columns_of_the_tables(timeline: chronicle.Timeline) -> None:
    frame, events = timeline.to_frame(), timeline.events()
    assert len(frame) == len(timeline) > 20
    assert list(frame.columns[:3]) == ["order", "entry_id", "when"]
    assert list(frame["order"]) == list(range(1, len(frame) + 1))
    assert len(events) > len(frame)
    assert set(frame["entry_id"]) == set(events["entry_id"]) - {""}


def test_a_notebook_shows_a_table(timeline: chronicle.Timeline) -> None:
    html = timeline._repr_html_()
    assert "<table" in html
    assert "the ministers resigned" in html


@pytest.mark.parametrize("name", ["t.csv", "t.json", "t.svg", "t.html"])
def test_the_suffix_says_the_format(
    timeline: chronicle.Timeline, tmp_path: Path, name: str
) -> None:
    assert "ministers" in timeline.write(tmp_path / name).read_text("utf-8")


def test_another_suffix_is_refused(
    timeline: chronicle.Timeline, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="no such format"):
        timeline.write(tmp_path / "t.gantt")


def test_a_list_of_sources_and_a_missing_one(tmp_path: Path) -> None:
    found = chronicle.build([SEEDS / "coalition.txt", tmp_path / "gone.txt"])
    assert [f.source for f in found.failures] == [str(tmp_path / "gone.txt")]
    assert len(found.assembly.annotated) == 1


def test_nothing_to_build_from_is_refused() -> None:
    with pytest.raises(UsageError, match="name files or folders"):
        chronicle.build([])


def test_two_files_of_one_name_are_told_apart_or_refused(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text("He died in 1848.\n", "utf-8")
    found = chronicle.build([tmp_path / "a/note.txt", tmp_path / "b/note.txt"])
    assert "another source is already called note.txt" in found.failures[0].why
    assert len(chronicle.build(tmp_path).assembly.annotated) == 2


def test_an_unchanged_document_is_not_analysed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chronicle.build(SEEDS / "coalition.txt").save(tmp_path)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("analysed again")

    monkeypatch.setattr("chronicle.pipeline.extract", never)
    again = chronicle.build(SEEDS / "coalition.txt", folder=tmp_path)
    assert not again.failures
    fresh = chronicle.build(SEEDS / "coalition.txt", folder=tmp_path, fresh=True)
    assert "analysed again" in fresh.failures[0].why


def test_progress_shows_once_work_has_lasted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    show = command.__globals__["_progress"]()
    show("letters.txt", 0, 4)
    assert capsys.readouterr().err == ""
    monkeypatch.setitem(command.__globals__, "PATIENCE", 0.0)
    show("letters.txt", 1, 4)
    assert "2 of 4  letters.txt" in capsys.readouterr().err
