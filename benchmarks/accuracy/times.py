"""Time expressions: TempEval-3's measures (UzZaman et al. 2013).

Recall counts the gold's expressions that one of ours overlaps, precision ours that one
of the gold's does; strict asks for the same extent. Value F1 is the relaxed F1 times
the share of right values among those met.
"""

import re
from collections.abc import Callable

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best, overlap, trimmed
from benchmarks.accuracy.predictions import FoundTimex, Prediction
from benchmarks.accuracy.ranges import ends_apart
from benchmarks.accuracy.task import Counts, Figure, Task, f1, share, times
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally


def judge(*, lenient: bool) -> Callable[[Row, Prediction, Tally], None]:
    """The judge of time expressions.

    ``lenient``: values are compared without trailing "X" and with BC years in either
    notation, and expressions whose gold has no value are asked for none.
    """

    def judged(document: Row, predicted: Prediction, tally: Tally) -> None:
        _judge(document, predicted, tally, lenient=lenient)

    return judged


def _judge(
    document: Row, predicted: Prediction, tally: Tally, *, lenient: bool
) -> None:
    text, counts = document["text"], tally.counts
    quote = Quoter(text, predicted.sentences)
    gold = [(trimmed((t["start"], t["end"]), text), t) for t in document["timexes"]]
    apart = [end for t in predicted.timexes for end in ends_apart(t, text)]
    found = [(trimmed(t.span, text), t) for t in apart]
    for span, timex in gold:
        match = best(span, found)
        counts.update({"strict/gold": 1, "relaxed/gold": 1})
        for kind in _compare(span, timex, match, counts, lenient=lenient):
            said = "—" if match is None else _shown(match[1], text)
            value = f"{_type(timex)} {timex.get('value') or '—'}"
            fault = _fault(f"times: {kind}", document, quote(*span), value, said)
            tally.faults.append(fault)
    for span, one in found:
        met = any(overlap(span, other) for other, _ in gold)
        counts.update({"strict/found": 1, "relaxed/found": 1})
        counts["strict/hit found"] += any(span == other for other, _ in gold)
        counts["relaxed/hit found"] += met
        if not met:
            said = _shown(one, text)
            fault = _fault("times: spurious", document, quote(*span), "—", said)
            tally.faults.append(fault)


def _compare(
    span: tuple[int, int],
    timex: Row,
    match: tuple[tuple[int, int], FoundTimex] | None,
    counts: Counts,
    *,
    lenient: bool,
) -> list[str]:
    """Count one of the gold's expressions; name what is wrong with ours."""
    if match is None:
        return ["missed"]
    extent, found = match
    counts.update({"relaxed/hit gold": 1, "typed": 1})
    counts["strict/hit gold"] += extent == span
    same_type = found.type.upper() == _type(timex).upper()
    counts["type right"] += same_type
    faults = [] if extent == span else ["extent"]
    faults += [] if same_type else ["type"]
    want = timex.get("value") or ""
    if lenient and not want:
        return faults
    same = same_value(found.value, want, lenient=lenient)
    counts["valued"] += 1
    counts["value right"] += same
    if not same:
        faults.append("value wrong" if found.value else "value unknown")
    return faults


def same_value(found: str, gold: str, *, lenient: bool) -> bool:
    """Whether two TIMEX3 values are one."""
    return (_loose(found) == _loose(gold)) if lenient else found == gold


def _loose(value: str) -> str:
    bare = re.sub(r"^BC", "-", value.upper())
    return re.sub(r"(-?XX)+$", "", bare)


def _type(timex: Row) -> str:
    return timex.get("type") or timex.get("type_guess") or ""


def _shown(timex: FoundTimex, text: str) -> str:
    words = " ".join(text[slice(*timex.span)].split())
    return f"“{words}” {timex.type} {timex.value or '—'}"


def _fault(kind: str, document: Row, sentence: str, gold: str, said: str) -> Fault:
    return Fault(
        kind=kind,
        file=document["id"],
        sentence=sentence,
        gold=gold,
        chronicle=said,
    )


FIGURES = (
    Figure(name="strict F1", value=f1("strict"), items="strict/gold"),
    Figure(name="relaxed F1", value=f1("relaxed"), items="relaxed/gold"),
    Figure(
        name="type F1",
        value=times(f1("relaxed"), share("type right", "typed")),
        items="typed",
    ),
    Figure(
        name="value F1",
        value=times(f1("relaxed"), share("value right", "valued")),
        items="valued",
    ),
    Figure(
        name="value right among those met",
        value=share("value right", "valued"),
        items="valued",
    ),
)

TASKS = (
    Task(
        name="wikiwars",
        title="Time expressions, WikiWars 1–16",
        files=("permissive/wikiwars_train.jsonl", "permissive/wikiwars_dev.jsonl"),
        judge=judge(lenient=True),
        figures=FIGURES,
        dated=False,
        note="lenient values; expressions whose gold has no value are asked for none; "
        "the ends of a range are given apart, as the corpus marks them",
    ),
    Task(
        name="timebank-times",
        title="Time expressions, TimeBank",
        files=(
            "measure_only/timebank.jsonl",
            "measure_only/timebank_tbdense_dev.jsonl",
        ),
        judge=judge(lenient=False),
        figures=FIGURES,
        note="exact values; the ends of a range are given apart",
    ),
    Task(
        name="aquaint-times",
        title="Time expressions, AQUAINT",
        files=("measure_only/aquaint.jsonl",),
        judge=judge(lenient=False),
        figures=FIGURES,
        note="exact values; the ends of a range are given apart",
    ),
)
