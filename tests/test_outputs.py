"""``outputs/`` is what the README's command makes of ``seeds/``: rebuilt and compared.

Tables cell by cell, figure and page by their labels and ids, never by bytes.
"""

import csv
import re
from pathlib import Path

import pytest

import chronicle

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "outputs"

pytestmark = pytest.mark.model

MEND = "if the change is meant, run `make demo` and look at what it changed"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    timeline = chronicle.build(ROOT / "seeds", folder=folder)
    assert not timeline.failures
    timeline.save(folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["timeline.csv", "events.csv", "questions.csv"])
def test_tables(rebuilt: Path, name: str) -> None:
    made, golden = rows(rebuilt / name), rows(GOLDEN / name)
    for number, (new, old) in enumerate(zip(made, golden, strict=False), start=1):
        assert new == old, f"{name}, row {number}: {MEND}"
    assert len(made) == len(golden), MEND


def test_figure(rebuilt: Path) -> None:
    def held(path: Path) -> list[str]:
        svg = path.read_text("utf-8")
        return sorted(re.findall(r'id="((?:mark|label)-[^"]+)"', svg))

    assert held(rebuilt / "timeline.svg") == held(GOLDEN / "timeline.svg"), MEND


def test_page(rebuilt: Path) -> None:
    def held(path: Path) -> list[str]:
        return re.findall(r'<li id="([^"]+)"', path.read_text("utf-8"))

    assert held(rebuilt / "timeline.html") == held(GOLDEN / "timeline.html"), MEND


def test_a_saved_build_reopens_to_the_same_timeline(rebuilt: Path) -> None:
    from chronicle.pipeline import reopen

    built = [r["entry_id"] for r in rows(rebuilt / "timeline.csv")]
    assert [e.id for e in reopen(rebuilt)] == built


def test_a_document_alone_reads_as_in_company(rebuilt: Path) -> None:
    alone = chronicle.build(ROOT / "seeds/letters.txt").events()
    company = [
        r for r in rows(rebuilt / "events.csv") if r["document"] == "letters.txt"
    ]
    ids = [r["event_id"] for r in sorted(company, key=lambda r: int(r["start"]))]
    alone["at"] = alone["start"].astype(int)
    assert list(alone.sort_values("at", kind="stable")["event_id"]) == ids
