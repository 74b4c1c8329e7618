"""What figures hold: labels, marks and arrows, read back from the SVG."""

import re
from pathlib import Path

import pytest

from chronicle.charts.order import TITLE, draw_order
from chronicle.charts.style import saved
from chronicle.charts.time import draw_time
from chronicle.dates.axis import day
from chronicle.marks import Ink, Mark, Shape, Step


def mark(name: str, **changes: object) -> Mark:
    fields: dict[str, object] = {
        "id": name,
        "head": name,
        "document": "letters.txt",
        "when": "n.d.",
        "label": f"the {name} was told",
        "shape": Shape.NOWHERE,
        "ink": Ink.SOLID,
        "begin": None,
        "end": None,
    }
    return Mark(**(fields | changes))  # type: ignore[arg-type]


def on(name: str, number: int, **changes: object) -> Mark:
    begin = day(1848, 3, number)
    span = {"begin": begin, "end": begin + 1440, "shape": Shape.POINT}
    return mark(name, **(span | {"when": f"{number} March 1848"} | changes))


def drawn_time(path: Path, *marks: Mark, left_out: int = 0) -> str:
    with saved(path) as figure:
        draw_time(figure, marks, left_out=left_out)
    return path.read_text("utf-8")


def test_every_entry_has_its_label_its_date_and_its_mark(tmp_path: Path) -> None:
    svg = drawn_time(tmp_path / "t.svg", on("march", 13), on("fire", 14))
    for name in ("march", "fire"):
        assert f'id="mark-{name}"' in svg
        assert f"the {name} was told" in svg
    assert "13 March 1848" in svg


def test_an_undated_entry_keeps_its_row_without_a_mark(tmp_path: Path) -> None:
    svg = drawn_time(tmp_path / "t.svg", on("march", 13), mark("rumour"))
    assert "the rumour was told" in svg
    assert 'id="mark-rumour"' not in svg


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    svg = drawn_time(tmp_path / "t.svg", on("march", 13), left_out=12)
    assert "12 more in the table" in svg


def test_source_text_is_never_a_formula(tmp_path: Path) -> None:
    svg = drawn_time(
        tmp_path / "t.svg", on("sale", 13, label="sold for $5 and $6 <each>")
    )
    assert "sold for $5 and $6 &lt;each&gt;" in svg


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    marks = (on("march", 13), on("fire", 14, ink=Ink.HATCHED))
    first = drawn_time(tmp_path / "a.svg", *marks)
    assert first == drawn_time(tmp_path / "b.svg", *marks)


def test_nothing_to_draw_is_no_fault(tmp_path: Path) -> None:
    with saved(tmp_path / "none.svg") as figure:
        draw_order(figure, (), (), left_out=0)
    assert TITLE in (tmp_path / "none.svg").read_text("utf-8")


@pytest.fixture
def order_svg(tmp_path: Path) -> str:
    talks, stress = mark("talks"), mark("stress")
    meeting = mark("meeting", ink=Ink.HOLLOW, when="later this week [week unknown]")
    steps = (
        Step(marks=(talks,), after=((),)),
        Step(marks=(stress,), after=(("talks",),)),
        Step(marks=(meeting,), after=(("stress",),)),
    )
    with saved(tmp_path / "order.svg") as figure:
        draw_order(figure, steps, (mark("rumour"),), left_out=0)
    return (tmp_path / "order.svg").read_text("utf-8")


def test_the_order_chart_says_that_it_is_not_to_scale(order_svg: str) -> None:
    assert TITLE in order_svg


def test_the_order_chart_shows_steps_and_the_wording_of_dates(order_svg: str) -> None:
    assert re.findall(r">(Step \d)<", order_svg) == ["Step 1", "Step 2", "Step 3"]
    assert "later this week" in order_svg


def test_what_has_no_order_stands_apart(order_svg: str) -> None:
    assert "In no certain order to the others" in order_svg
    assert "the rumour was told" in order_svg
