"""The measures on the corpora: the gold gives all, silence gives nothing."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import events, factuality, order, people, times
from benchmarks.accuracy.__main__ import TASKS, load
from benchmarks.accuracy.bootstrap import interval
from benchmarks.accuracy.corpora import written
from benchmarks.accuracy.predictions import (
    EMPTY,
    FoundEvent,
    FoundTimex,
    Prediction,
    Reader,
)
from benchmarks.accuracy.ranges import ends_apart
from benchmarks.accuracy.report import lines, page, peers, plain
from benchmarks.accuracy.task import Task, share
from benchmarks.faults import listing
from benchmarks.tally import Tally

DATA = Path(__file__).parents[3] / "shared" / "data"


def _end(start: int | None, end: int | None, kind: str = "event") -> dict[str, Any]:
    return {"start": start, "end": end, "kind": kind}


TEXT = "Bell sold the looms on Monday. Earlier he had refused to sell."
DOCUMENT: dict[str, Any] = {
    "id": "made",
    "text": TEXT,
    "timexes": [{"start": 23, "end": 29, "type": "DATE", "value": "1820-05-01"}],
    "dates": [{"start": 23, "end": 29, "when": "1820-05-01"}],
    "events": [
        {
            "id": "e1",
            "start": 5,
            "end": 9,
            "class": "OCCURRENCE",
            "tense": "PAST",
            "aspect": "NONE",
            "polarity": "POS",
        },
        {
            "id": "e2",
            "start": 46,
            "end": 53,
            "class": "I_ACTION",
            "tense": "PAST",
            "aspect": "PERFECTIVE",
            "polarity": "POS",
        },
        {
            "id": "e3",
            "start": 57,
            "end": 61,
            "class": "OCCURRENCE",
            "tense": "INFINITIVE",
            "aspect": "NONE",
            "polarity": "NEG",
        },
    ],
    "entities": [
        {"id": "n1", "start": 0, "end": 4},
        {"id": "n2", "start": 10, "end": 19},
        {"id": "n3", "start": 31, "end": 38},
    ],
    "participants": [
        {"event": "e1", "entity": "n1", "role": "Arg0"},
        {"event": "e1", "entity": "n2", "role": "Arg1"},
        {"event": "e1", "entity": "n3", "role": "Argm-LOC"},
    ],
    "verbs": [
        {"start": 5, "end": 9, "label": "asserted"},
        {"start": 46, "end": 53, "label": "negated"},
        {"start": 57, "end": 61, "label": "not-happened"},
    ],
    "pairs": [
        {"rel": "AFTER", "a": _end(5, 9), "b": _end(46, 53)},
        {"rel": "BEFORE", "a": _end(46, 53), "b": _end(57, 61)},
    ],
}
DENSE = [
    *DOCUMENT["pairs"],
    {"rel": "IS_INCLUDED", "a": _end(5, 9), "b": _end(23, 29, "timex")},
    {"rel": "BEFORE", "a": _end(23, 29, "timex"), "b": _end(None, None, "timex")},
]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_the_gold_gives_all_and_silence_nothing(task: Task) -> None:
    assert _figures(task, _oracle()) == dict.fromkeys(_names(task), 100)
    assert _figures(task, EMPTY) == dict.fromkeys(_names(task), 0)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_every_figure_rests_on_items(task: Task) -> None:
    found = lines(task, [_judged(task, _oracle())])
    assert min(line.items for line in found) > 0


def test_a_wrong_value_is_named() -> None:
    wrong = FoundTimex(span=(23, 29), type="DATE", value="1820-05-08")
    tally = _judged(times.TASKS[0], Prediction(timexes=(wrong,)))
    assert [fault.kind for fault in tally.faults] == ["times: value wrong"]
    assert "⟦Monday⟧" in listing(tally.faults)


def test_what_the_gold_lacks_costs_precision() -> None:
    spurious = FoundTimex(span=(0, 4), type="DATE", value="")
    timexes = (*_oracle().timexes, spurious)
    task = times.TASKS[0]
    found = _figures(task, Prediction(timexes=timexes))
    assert found["strict F1"] == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("found", "gold", "lenient", "same"),
    [
        ("1939-09", "1939-09", False, True),
        ("1939-09", "1939-09-XX", False, False),
        # without what is left open, and BC in either notation
        ("1939-09", "1939-09-XX", True, True),
        ("BC0490", "-0490", True, True),
        ("BC0490", "0490", True, False),
    ],
)
def test_same_value(found: str, gold: str, lenient: bool, same: bool) -> None:
    assert times.same_value(found, gold, lenient=lenient) is same


@pytest.mark.parametrize(
    ("text", "value", "ends"),
    [
        ("1927–1937", "1927/1937", [("1927", "1927"), ("1937", "1937")]),
        (
            "from April 13-15",
            "1915-04-13/1915-04-15",
            [("April 13", "1915-04-13"), ("15", "1915-04-15")],
        ),
        (
            "13 September - 15 October 1951",
            "1951-09-13/1951-10-15",
            [("13 September", "1951-09-13"), ("15 October 1951", "1951-10-15")],
        ),
        # no range, and a range in one word
        ("May 1940", "1940-05", [("May 1940", "1940-05")]),
        ("the weekend", "1940-05-04/1940-05-05", [("the weekend", None)]),
    ],
)
def test_ends_of_a_range_are_given_apart(
    text: str, value: str, ends: list[tuple[str, str | None]]
) -> None:
    timex = FoundTimex(span=(0, len(text)), type="DATE", value=value)
    found = [(text[slice(*t.span)], t.value) for t in ends_apart(timex, text)]
    assert found == [(words, end or value) for words, end in ends]


@pytest.mark.parametrize(
    ("class_", "factuality_", "specific", "realis"),
    [
        ("OCCURRENCE", "asserted", True, True),
        ("OCCURRENCE", "asserted", None, False),
        ("OCCURRENCE", "asserted", False, False),
        ("OCCURRENCE", "planned", True, False),
        ("STATE", "asserted", True, False),
    ],
)
def test_realis_is_one_happening_that_took_place(
    class_: str, factuality_: str, specific: bool | None, realis: bool
) -> None:
    event = FoundEvent(
        id="e",
        span=(0, 1),
        attributes={"class": class_},
        factuality=factuality_,
        specific=specific,
    )
    assert events.is_realis(event) is realis


def test_answering_as_told_is_half_right_at_most() -> None:
    as_told = Prediction(
        events=_oracle().events, starts_before=lambda a, b: a == "e1" or b == "e3"
    )
    found = _figures(order.TASKS[0], as_told)
    assert found["balanced recall"] == 50
    assert found["recall, told against order"] == 0


def test_unsure_verbs_are_left_out() -> None:
    row = {"sent_id": "s", "text": "He ran.", "start": 3, "end": 6, "label": "asserted"}
    sure = {**row, "conf": 3.0}
    unsure = [
        {**sure, "split": True},
        {**sure, "conflict": True},
        {**row, "conf": 1.0},
        {**sure, "label": "uncertain"},
    ]
    [sentence] = factuality.sentences([sure, *unsure])
    assert sentence["verbs"] == [sure]
    assert factuality.sentences(unsure) == []


def test_participants_count_only_where_asked() -> None:
    extra = FoundEvent(
        id="e3",
        span=(57, 61),
        attributes={},
        factuality="asserted",
        roles={"agent": ((39, 41),)},
    )
    tally = _judged(people.TASKS[0], Prediction(events=(extra,)))
    assert tally.counts == Counter()


@pytest.mark.parametrize(
    ("dct", "day"),
    [
        ({"value": "1998-03-03T14:11:00"}, "1998-03-03"),
        ({"value": "1998-03-03"}, "1998-03-03"),
        ({"value": "1998"}, None),
        ({"value": "2009-02-XX"}, None),
        (None, None),
    ],
)
def test_written(dct: dict[str, str] | None, day: str | None) -> None:
    assert written({"dct": dct}) == day


def test_interval_holds_the_figure_and_repeats_itself() -> None:
    counts = [Counter({"part": n, "whole": 10}) for n in range(11)]
    figure = share("part", "whole")
    low, high = interval(counts, figure)
    assert low < 50 < high
    assert interval(counts, figure) == (low, high)
    assert interval([counts[3]] * 5, figure) == (30, 30)


def test_page_shows_figures_and_peers() -> None:
    task = times.TASKS[0]
    found = lines(task, [_judged(task, _oracle())])
    assert "HeidelTime 85.5 (the same texts" in peers("wikiwars", "strict F1")
    written_page = page([(task, found, 1)], "chronicle made")
    assert "| strict F1 | 100.0 | 100.0–100.0 | 1 | HeidelTime 85.5" in written_page
    assert "strict F1" in plain(task, found, 1)


def test_a_failure_counts_as_empty(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_args: object, **_options: object) -> Prediction:
        raise RuntimeError("no")

    monkeypatch.setattr("benchmarks.accuracy.predictions.predict", fail)
    assert Reader()("text", key="made") == EMPTY
    assert "made: chronicle failed" in caplog.text


@pytest.mark.skipif(not DATA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_corpora_are_as_expected(task: Task) -> None:
    found = load(task, DATA)
    assert found
    assert len({document["id"] for document in found}) == len(found)
    nothing = Tally()
    for document in found:
        task.judge(document, EMPTY, nothing)
    figures = {f.name: f.value(nothing.counts) for f in task.figures}
    assert figures == dict.fromkeys(figures, 0)


def _oracle() -> Prediction:
    """The gold as if chronicle had said it."""
    attributes = ("class", "tense", "aspect", "polarity")
    roles = {"agent": ((0, 4),), "patient": ((10, 19),), "place": ((31, 38),)}
    says = dict(
        zip(("e1", "e2", "e3"), ("asserted", "negated", "planned"), strict=True)
    )
    return Prediction(
        timexes=tuple(
            FoundTimex(
                id="t1",
                span=(t["start"], t["end"]),
                type=t["type"],
                value=t["value"],
            )
            for t in DOCUMENT["timexes"]
        ),
        events=tuple(
            FoundEvent(
                id=e["id"],
                span=(e["start"], e["end"]),
                attributes={name: e[name] for name in attributes},
                factuality=says[e["id"]],
                specific=True,
                roles=roles if e["id"] == "e1" else {},
            )
            for e in DOCUMENT["events"]
        ),
        starts_before=lambda a, b: (a, b) in {("e2", "e1"), ("e2", "e3")},
        relation=lambda a, b: {
            "e1 e2": "AFTER",
            "e2 e3": "BEFORE",
            "e1 t1": "IS_INCLUDED",
            "t1 DCT": "BEFORE",
        }.get(f"{a} {b}", "VAGUE"),
    )


def _judged(task: Task, predicted: Prediction) -> Tally:
    tally = Tally()
    document = DOCUMENT
    if task.name == "realis":  # only what happened is marked there
        document = {**DOCUMENT, "events": DOCUMENT["events"][:1]}
    if task.name == "dense":
        document = {**DOCUMENT, "pairs": DENSE}
    task.judge(document, predicted, tally)
    return tally


def _figures(task: Task, predicted: Prediction) -> dict[str, float]:
    return {line.figure: line.value for line in lines(task, [_judged(task, predicted)])}


def _names(task: Task) -> list[str]:
    return [figure.name for figure in task.figures]
