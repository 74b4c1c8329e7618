"""The margins: each has its reason, each unit its row, and the page says the same."""

import re
from pathlib import Path
from typing import Any

import pytest

from chronicle.dates.axis import day
from chronicle.dates.margins import margins
from chronicle.dates.periods import Precision, at

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "dating.md"
UNITS = [p.value for p in Precision if p is not Precision.HALF]
MEASURED = [u for u in UNITS if u not in ("weekend", "quarter", "season")]


def rows(table: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every row of the file: a table without tables of figures inside it."""
    found = []
    for name, value in table.items():
        if not isinstance(value, dict):
            continue
        nested = [v for v in value.values() if isinstance(v, dict)]
        if nested and "reason" not in value:
            found += [(f"{name}.{n}", row) for n, row in value.items()]
        else:
            found.append((name, value))
    return found


@pytest.mark.parametrize("name", [name for name, _ in rows(margins().table)])
def test_each_figure_has_its_reason(name: str) -> None:
    assert dict(rows(margins().table))[name]["reason"]


@pytest.mark.parametrize("precision", [*Precision])
def test_about_any_unit_is_wider_than_the_unit(precision: Precision) -> None:
    unit = at(day(1848, 3, 14), precision)
    about = margins().about(unit, unit)
    assert about.begin.earliest is not None
    assert about.begin.latest is not None
    assert about.begin.earliest < unit.begin < about.begin.latest


@pytest.mark.parametrize("unit", MEASURED)
def test_every_unit_can_be_measured_off(unit: str) -> None:
    few, many = margins().measured(unit, 1), margins().measured(unit, -500)
    assert few.margin >= 0
    assert many.margin >= few.margin or many.precision != few.precision


@pytest.mark.parametrize("unit", [*UNITS, "night", "fortnight", "generation"])
def test_every_unit_can_be_left_uncounted(unit: str) -> None:
    least, greatest = margins().unknown(unit)
    assert 1 <= least < greatest


def test_the_page_says_what_the_table_says() -> None:
    stated = re.findall(
        r"^\| (\d{4}) \| (\d+) years \|$", PAGE.read_text("utf-8"), re.M
    )
    assert len(stated) == 4
    for year, amount in stated:
        assert margins().circa(Precision.YEAR, int(year)).amount == int(amount)
