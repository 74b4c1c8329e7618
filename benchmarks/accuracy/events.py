"""Events and their attributes on TimeML corpora; realis events on fiction."""

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best, overlap, trimmed
from benchmarks.accuracy.predictions import FoundEvent, Prediction
from benchmarks.accuracy.task import Figure, Task, f1, share, times
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally

ATTRIBUTES = ("class", "tense", "aspect", "polarity")


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """TempEval-3's measures of event mentions, and attributes of those met."""
    text = document["text"]
    gold = [(trimmed((e["start"], e["end"]), text), e) for e in document["events"]]
    found = [(trimmed(e.span, text), e) for e in predicted.events]
    quote = Quoter(text, predicted.sentences)
    mentions([s for s, _ in gold], [s for s, _ in found], document, quote, tally)
    for span, event in gold:
        match = best(span, found)
        if match is not None:
            _attributes(event, match[1], document, quote(*span), tally)


def mentions(
    gold: list[tuple[int, int]],
    found: list[tuple[int, int]],
    document: Row,
    quote: Quoter,
    tally: Tally,
) -> None:
    """Count mentions found, by the same extent and by any overlap."""
    counts = tally.counts
    for kind, one in (("missed", gold), ("spurious", found)):
        other = found if kind == "missed" else gold
        side = "gold" if kind == "missed" else "found"
        for span in one:
            met = any(overlap(span, o) for o in other)
            counts.update({f"strict/{side}": 1, f"relaxed/{side}": 1})
            counts[f"strict/hit {side}"] += span in other
            counts[f"relaxed/hit {side}"] += met
            if not met:
                word = document["text"][slice(*span)]
                tally.faults.append(
                    Fault(
                        kind=f"events: {kind}",
                        file=document["id"],
                        sentence=quote(*span),
                        gold=word if kind == "missed" else "—",
                        chronicle="—" if kind == "missed" else word,
                    )
                )


def _attributes(
    event: Row, found: FoundEvent, document: Row, sentence: str, tally: Tally
) -> None:
    for name in ATTRIBUTES:
        if name == "polarity" and document.get("polarity_reliable") is False:
            continue
        want = str(event.get(name) or ("POS" if name == "polarity" else "NONE")).upper()
        have = found.attributes.get(name, "").upper()
        if want == "UNDERSPECIFIED":
            continue
        tally.counts[f"{name}/asked"] += 1
        tally.counts[f"{name}/right"] += want == have
        if want != have:
            tally.faults.append(
                Fault(
                    kind=f"{name}: {want} taken as {have}",
                    file=document["id"],
                    sentence=sentence,
                    gold=want,
                    chronicle=have,
                )
            )


def judge_realis(document: Row, predicted: Prediction, tally: Tally) -> None:
    """Events that are asserted as having happened, once: LitBank's realis."""
    text = document["text"]
    gold = [trimmed((e["start"], e["end"]), text) for e in document["events"]]
    found = [trimmed(e.span, text) for e in predicted.events if is_realis(e)]
    mentions(gold, found, document, Quoter(text, predicted.sentences), tally)


def is_realis(event: FoundEvent) -> bool:
    """Whether an event is told as one happening that took place.

    LitBank marks what happens and leaves out states.
    """
    state = event.attributes.get("class") in {"STATE", "I_STATE"}
    return event.factuality == "asserted" and event.specific is True and not state


_MENTIONS = (
    Figure(name="mention F1, strict", value=f1("strict"), items="strict/gold"),
    Figure(name="mention F1, relaxed", value=f1("relaxed"), items="relaxed/gold"),
)
TASKS = (
    Task(
        name="events",
        title="Events, TimeBank and AQUAINT",
        files=(
            "measure_only/timebank.jsonl",
            "measure_only/timebank_tbdense_dev.jsonl",
            "measure_only/aquaint.jsonl",
        ),
        judge=judge,
        figures=(
            *_MENTIONS,
            Figure(
                name="class F1",
                value=times(f1("relaxed"), share("class/right", "class/asked")),
                items="class/asked",
            ),
            *(
                Figure(
                    name=f"{name} right among those met",
                    value=share(f"{name}/right", f"{name}/asked"),
                    items=f"{name}/asked",
                )
                for name in ATTRIBUTES
            ),
        ),
    ),
    Task(
        name="meantime-events",
        title="Attributes of events, MEANTIME gm",
        files=("permissive/meantime_gm.jsonl",),
        judge=judge,
        figures=tuple(
            Figure(
                name=f"{name} right among those met",
                value=share(f"{name}/right", f"{name}/asked"),
                items=f"{name}/asked",
            )
            for name in ("tense", "aspect", "polarity")
        ),
        note="its classes are not TimeML's; UNDERSPECIFIED asks for nothing",
    ),
    Task(
        name="realis",
        title="Realis events, LitBank dev",
        files=("permissive/litbank_dev.jsonl",),
        judge=judge_realis,
        figures=(_MENTIONS[0],),
        dated=False,
        note="ours: asserted, one happening, no state",
    ),
)
