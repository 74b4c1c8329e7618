"""Order of events: MATRES, which begins first."""

from collections.abc import Iterable

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best
from benchmarks.accuracy.predictions import FoundEvent, Prediction
from benchmarks.accuracy.relations import VAGUE
from benchmarks.accuracy.task import Counts, Figure, Task, share
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally


def with_pairs(documents: Iterable[Row], relations: Iterable[Row]) -> list[Row]:
    """The documents that have pairs, each with its own."""
    pairs: dict[str, list[Row]] = {}
    for relation in relations:
        pairs.setdefault(relation["doc_id"], []).append(relation)
    return [{**d, "pairs": pairs[d["id"]]} for d in documents if d["id"] in pairs]


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """What is said of each pair of verbs; nothing said is VAGUE."""
    events = [(e.span, e) for e in predicted.events]
    quote = Quoter(document["text"], predicted.sentences)
    counts = tally.counts
    for pair in document["pairs"]:
        a, b = ((pair[side]["start"], pair[side]["end"]) for side in "ab")
        first, second = best(a, events), best(b, events)
        found = first is not None and second is not None
        have = VAGUE
        if first is not None and second is not None:
            have = relation(first[1], second[1], predicted)
        want = pair["rel"]
        count(want, have, counts)
        _balance(a, b, want, have, counts)
        if have != want:
            tally.faults.append(
                Fault(
                    kind=f"order: {want} {'left open' if have == VAGUE else have}",
                    file=document["id"],
                    sentence=f"{quote(*a)} || {quote(*b)}",
                    gold=want,
                    chronicle=have if found else "not found",
                )
            )


def count(want: str, have: str, counts: Counts) -> None:
    """Count one pair: whether the gold decides it, whether we do, and rightly."""
    counts["pairs"] += 1
    counts["decided"] += want != VAGUE
    counts["said"] += have != VAGUE
    counts["said rightly"] += have != VAGUE and have == want


def _balance(
    a: tuple[int, int], b: tuple[int, int], want: str, have: str, counts: Counts
) -> None:
    """Pairs told as they happened and pairs told against it, apart."""
    if want not in {"BEFORE", "AFTER"}:
        return
    told = "in" if (a < b) == (want == "BEFORE") else "against"
    counts[f"told {told}"] += 1
    counts[f"told {told} right"] += want == have
    counts[f"told {told} reversed"] += have in {"BEFORE", "AFTER"} and have != want


def relation(a: FoundEvent, b: FoundEvent, predicted: Prediction) -> str:
    """Which of two events begins first, as chronicle has it."""
    if a.id == b.id:
        return VAGUE
    if predicted.starts_before(a.id, b.id):
        return "BEFORE"
    return "AFTER" if predicted.starts_before(b.id, a.id) else VAGUE


def micro(counts: Counts) -> float:
    """F1 where VAGUE is no relation."""
    both = counts["said"] + counts["decided"]
    return 200 * counts["said rightly"] / both if both else 0.0


def balanced(counts: Counts) -> float:
    """The mean of the shares right, told in order and against it."""
    shares = [share(f"told {told} right", f"told {told}") for told in ("in", "against")]
    return sum(value(counts) for value in shares) / 2


TASKS = (
    Task(
        name="order",
        title="Order of verbs, MATRES (TimeBank and AQUAINT)",
        files=(
            "measure_only/timebank.jsonl",
            "measure_only/timebank_tbdense_dev.jsonl",
            "measure_only/aquaint.jsonl",
        ),
        relations=(
            "measure_only/relations/matres_train.jsonl",
            "measure_only/relations/matres_dev_tbdense.jsonl",
        ),
        judge=judge,
        figures=(
            Figure(name="micro F1", value=micro, items="pairs"),
            Figure(
                name="precision of what is said",
                value=share("said rightly", "said"),
                items="said",
            ),
            Figure(
                name="recall",
                value=share("said rightly", "decided"),
                items="decided",
            ),
            Figure(
                name="recall, told in order",
                value=share("told in right", "told in"),
                items="told in",
            ),
            Figure(
                name="recall, told against order",
                value=share("told against right", "told against"),
                items="told against",
            ),
            Figure(name="balanced recall", value=balanced, items="pairs"),
        ),
        note="events found by chronicle; an event not found leaves its pairs open; "
        "nothing was trained on these pairs",
    ),
)
