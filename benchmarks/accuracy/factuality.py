"""Factuality of verbs: UDS on the English Web Treebank, sentence by sentence."""

from collections.abc import Iterable

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best
from benchmarks.accuracy.predictions import Prediction
from benchmarks.accuracy.task import Figure, Task, macro, share
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally

CONFIDENT = 2.5

# Ours → the crowd's: what did not happen, without a negation, is one class there.
LABELS = {
    "asserted": "asserted",
    "negated": "negated",
    "planned": "not-happened",
    "probable": "not-happened",
    "possible": "not-happened",
    "hypothetical": "not-happened",
    "counterfactual": "not-happened",
    "unknown": "not-happened",
}


def sentences(rows: Iterable[Row]) -> list[Row]:
    """The verbs that the crowd is sure of, a sentence a document."""
    found: dict[str, dict[str, object]] = {}
    verbs: dict[str, list[Row]] = {}
    for row in rows:
        unsure = row.get("split") or row.get("conflict") or row["conf"] < CONFIDENT
        if unsure or row["label"] not in LABELS.values():
            continue
        found.setdefault(row["sent_id"], {"id": row["sent_id"], "text": row["text"]})
        verbs.setdefault(row["sent_id"], []).append(row)
    return [{**item, "verbs": verbs[key]} for key, item in found.items()]


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """Whether each verb is taken to have happened, not to have, or to be denied."""
    quote = Quoter(document["text"], predicted.sentences)
    events = [(e.span, e) for e in predicted.events]
    for verb in document["verbs"]:
        span = (verb["start"], verb["end"])
        match = best(span, events)
        tally.counts["verbs"] += 1
        have = "not found" if match is None else LABELS[match[1].factuality]
        tally.counts["found"] += match is not None
        tally.counts["right"] += have == verb["label"]
        tally.counts[f"confusion/{verb['label']}/{have}"] += 1
        if have != verb["label"]:
            said = "—" if match is None else match[1].factuality
            tally.faults.append(
                Fault(
                    kind=f"factuality: {verb['label']} taken as {have}",
                    file=document["id"],
                    sentence=quote(*span),
                    gold=verb["label"],
                    chronicle=said,
                )
            )


TASKS = (
    Task(
        name="factuality",
        title="Factuality of verbs, UDS dev (high trust)",
        files=("permissive/uds/factuality_dev.jsonl",),
        judge=judge,
        figures=(
            Figure(name="verbs found", value=share("found", "verbs"), items="verbs"),
            Figure(
                name="right among those found",
                value=share("right", "found"),
                items="found",
            ),
            Figure(
                name="macro F1 (asserted, negated, not-happened), among those found",
                value=macro("confusion", LABELS),
                items="found",
            ),
        ),
        dated=False,
        note="no divided vote, confidence at least 2.5; sentences apart",
    ),
)
