"""Participants on MEANTIME: who does, and to whom."""

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best, overlap
from benchmarks.accuracy.predictions import Prediction
from benchmarks.accuracy.task import Figure, Task, f1
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally

ROLES = {"Arg0": "agent", "Arg1": "patient", "Argm-LOC": "place"}


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """Roles of the events that are found.

    MEANTIME leaves many participants unmarked, so ours count only where the gold has
    that role for that event.
    """
    events = {e["id"]: (e["start"], e["end"]) for e in document["events"]}
    entities = {e["id"]: (e["start"], e["end"]) for e in document["entities"]}
    found = [(e.span, e) for e in predicted.events]
    quote = Quoter(document["text"], predicted.sentences)
    asked: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one in document["participants"]:
        role = ROLES.get(one["role"])
        if role and one["event"] in events and one["entity"] in entities:
            asked.setdefault((one["event"], role), []).append(entities[one["entity"]])
    for (event, role), wanted in sorted(asked.items()):
        match = best(events[event], found)
        if match is None:
            continue
        given = match[1].roles.get(role, ())
        hit = sum(any(overlap(w, g) for g in given) for w in wanted)
        tally.counts[f"{role}/gold"] += len(wanted)
        tally.counts[f"{role}/hit gold"] += hit
        tally.counts[f"{role}/found"] += len(given)
        tally.counts[f"{role}/hit found"] += sum(
            any(overlap(w, g) for w in wanted) for g in given
        )
        if hit < len(wanted):
            tally.faults.append(
                Fault(
                    kind=f"{role}: {'wrong' if given else 'missed'}",
                    file=document["id"],
                    sentence=quote(*events[event]),
                    gold=_shown(wanted, document["text"]),
                    chronicle=_shown(given, document["text"]),
                )
            )


def _shown(
    spans: "list[tuple[int, int]] | tuple[tuple[int, int], ...]", text: str
) -> str:
    return "; ".join(" ".join(text[start:end].split()) for start, end in spans) or "—"


TASKS = (
    Task(
        name="participants",
        title="Participants of events found, MEANTIME gm",
        files=("permissive/meantime_gm.jsonl",),
        judge=judge,
        figures=tuple(
            Figure(name=f"{role} F1", value=f1(role), items=f"{role}/gold")
            for role in ROLES.values()
        ),
        note="a mention is right where it overlaps the gold's",
    ),
)
