"""Relations of all events and dates near each other: TimeBank-Dense (Cassidy 2014)."""

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best
from benchmarks.accuracy.order import count, micro
from benchmarks.accuracy.predictions import Prediction
from benchmarks.accuracy.relations import DCT, VAGUE
from benchmarks.accuracy.task import Figure, Task, share
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally

KINDS = {
    frozenset({"event"}): "events",
    frozenset({"event", "timex"}): "event and date",
    frozenset({"timex"}): "dates",
}


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """What is said of each pair of events, dates and the day of writing."""
    quote = Quoter(document["text"], predicted.sentences)
    for pair in document["pairs"]:
        a, b = (_found(pair[side], predicted) for side in "ab")
        have = VAGUE if a is None or b is None else predicted.relation(a, b)
        want = pair["rel"]
        count(want, have, tally.counts)
        name = KINDS[frozenset(pair[side]["kind"] for side in "ab")]
        tally.counts[f"{name}/decided"] += want != VAGUE
        tally.counts[f"{name}/right"] += want != VAGUE and want == have
        if have != want:
            tally.faults.append(
                Fault(
                    kind=f"dense: {want} {'left open' if have == VAGUE else have}",
                    file=document["id"],
                    sentence=" || ".join(_shown(pair[side], quote) for side in "ab"),
                    gold=want,
                    chronicle=have if a and b else "not found",
                )
            )


def _found(end: Row, predicted: Prediction) -> str | None:
    if end["start"] is None:
        return DCT
    span = (end["start"], end["end"])
    if end["kind"] == "timex":
        timex = best(span, [(t.span, t) for t in predicted.timexes])
        return None if timex is None else timex[1].id
    event = best(span, [(e.span, e) for e in predicted.events])
    return None if event is None else event[1].id


def _shown(end: Row, quote: Quoter) -> str:
    return "DCT" if end["start"] is None else quote(end["start"], end["end"])


TASKS = (
    Task(
        name="dense",
        title="Relations of events and dates, TimeBank-Dense (train and dev)",
        files=(
            "measure_only/timebank.jsonl",
            "measure_only/timebank_tbdense_dev.jsonl",
        ),
        relations=(
            "measure_only/relations/tbdense_train.jsonl",
            "measure_only/relations/tbdense_dev.jsonl",
        ),
        judge=judge,
        figures=(
            Figure(name="micro F1", value=micro, items="pairs"),
            Figure(
                name="precision of what is said",
                value=share("said rightly", "said"),
                items="said",
            ),
            *(
                Figure(
                    name=f"recall, {name}",
                    value=share(f"{name}/right", f"{name}/decided"),
                    items=f"{name}/decided",
                )
                for name in KINDS.values()
            ),
        ),
        note="events and dates found by chronicle; VAGUE is no relation, and so is "
        "“by the day of writing”, which is all that a past tense tells; nothing was "
        "trained on these pairs",
    ),
)
