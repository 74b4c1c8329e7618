"""Our measures against the field's scorers, on random answers; skipped without them."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.accuracy import events, times
from benchmarks.accuracy.predictions import FoundEvent, FoundTimex, Prediction
from benchmarks.accuracy.report import lines
from benchmarks.accuracy.task import Task
from benchmarks.tally import Tally

TOOLS = Path(__file__).parents[3] / "shared" / "tools"
LENGTH = 400
VALUES = ("1820", "1820-05", "1820-05-XX", "BC0490", "-0490", "P1D", "")
CLASSES = ("OCCURRENCE", "STATE", "REPORTING")

pytestmark = pytest.mark.skipif(
    not TOOLS.is_dir(), reason="the field's scorers are not here"
)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("task", [times.TASKS[0], times.TASKS[1]], ids=lambda t: t.name)
def test_times_agree(task: Task, seed: int) -> None:
    scorer = _tool("score_timex")
    gold, found = _documents(random.Random(seed), "timexes", VALUES)
    lenient = task.name == "wikiwars"
    theirs = scorer.score(gold, found, skip=lenient, lv=lenient)
    ours = _figures(task, gold, [_timexes(document) for document in found])
    for name in ("strict", "relaxed", "type", "value"):
        assert ours[f"{name} F1"] == pytest.approx(theirs[name][2])


@pytest.mark.parametrize("seed", range(5))
def test_events_agree(seed: int) -> None:
    scorer = _tool("score_timeml_events")
    gold, found = _documents(random.Random(seed), "events", CLASSES)
    theirs = scorer.score(gold, {document["id"]: document for document in found})
    ours = _figures(events.TASKS[0], gold, [_events(document) for document in found])
    assert ours["mention F1, strict"] == pytest.approx(theirs["strict"][2])
    assert ours["mention F1, relaxed"] == pytest.approx(theirs["relaxed"][2])
    assert ours["class F1"] == pytest.approx(theirs["class"]["prf"][2])


@pytest.mark.parametrize("seed", range(5))
def test_realis_agrees(seed: int) -> None:
    scorer = _tool("score_realis")
    gold, found = _documents(random.Random(seed), "events", ("REALIS",))
    theirs = scorer.score(gold, {document["id"]: document for document in found})
    task = next(t for t in events.TASKS if t.name == "realis")
    ours = _figures(task, gold, [_events(document) for document in found])
    assert ours["mention F1, strict"] == pytest.approx(theirs["exact"][2])


def _tool(name: str) -> ModuleType:
    """A scorer by its file; its own imports look beside it."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before, written = list(sys.path), sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:], sys.dont_write_bytecode = before, written
    return module


def _documents(
    draw: random.Random, kind: str, values: tuple[str, ...]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Gold documents, and answers that agree with them here and there."""
    gold, found = [], []
    for number in range(3):
        text = "".join(draw.choice("abcd") for _ in range(LENGTH))
        items = [_item(draw, start, values) for start in range(0, LENGTH - 20, 20)]
        answers = []
        for item in items:
            chance = draw.random()
            if chance < 0.5:
                answers.append(dict(item))
            elif chance < 0.8:
                answers.append(_item(draw, item["start"] + draw.randint(0, 3), values))
        document = {"id": f"d{number}", "text": text}
        gold.append({**document, kind: items})
        found.append({**document, kind: answers})
    return gold, found


def _item(draw: random.Random, start: int, values: tuple[str, ...]) -> dict[str, Any]:
    value = draw.choice(values)
    return {
        "start": start,
        "end": start + draw.randint(2, 12),
        "type": draw.choice(("DATE", "DURATION")),
        "value": value,
        "class": value,
        "realis": draw.random() < 0.8,
    }


def _timexes(document: dict[str, Any]) -> Prediction:
    return Prediction(
        timexes=tuple(
            FoundTimex(span=(t["start"], t["end"]), type=t["type"], value=t["value"])
            for t in document["timexes"]
        )
    )


def _events(document: dict[str, Any]) -> Prediction:
    return Prediction(
        events=tuple(
            FoundEvent(
                id=str(number),
                span=(e["start"], e["end"]),
                attributes={"class": e["class"]},
                factuality="asserted",
                specific=e["realis"],
            )
            for number, e in enumerate(document["events"])
        )
    )


def _figures(
    task: Task, gold: list[dict[str, Any]], found: list[Prediction]
) -> dict[str, float]:
    tallies = []
    for document, predicted in zip(gold, found, strict=True):
        tally = Tally()
        task.judge(document, predicted, tally)
        tallies.append(tally)
    return {line.figure: line.value for line in lines(task, tallies)}
