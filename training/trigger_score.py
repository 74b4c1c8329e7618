"""Event triggers against corpora that are never trained on, by a simple decision.

The decision is for measuring the scores; what the package calls an event is decided
elsewhere.
"""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle.language.analysis import analyse_with
from chronicle.language.events import event_score
from chronicle.language.shipped import Shipped
from chronicle.model import Document, DocumentKey

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_VERB = frozenset(
    ("amod", "compound", "case", "mark", "fixed", "advmod", "aux", "cop", "nmod")
) | {"cc", "det"}
_CLAUSE = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "conj", "parataxis"))
VERB, ADJECTIVE = 0.5, 0.45
NOUN_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8)


def is_trigger(token: "Token", noun: float) -> bool:
    """Whether a word counts as a trigger in the sense of TimeML."""
    score = event_score(token)
    if score is None:
        return False
    relation = token.dep_.partition(":")[0]
    if token.pos_ == "VERB":
        return score > VERB and relation not in _NO_VERB and token.tag_ != "NNP"
    if token.pos_ in {"NOUN", "PROPN"}:
        return score > noun and relation != "compound"
    return token.pos_ == "ADJ" and score > ADJECTIVE and relation in _CLAUSE


def measure(path: Path, model: Shipped) -> dict[float, Counter[str]]:
    """Counts of exact matches, for each threshold of nouns."""
    counts: dict[float, Counter[str]] = {t: Counter() for t in NOUN_THRESHOLDS}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            stored = json.loads(line)
            text = stored["text"]
            doc = analyse_with(model, Document(key=DocumentKey("raw"), text=text))
            gold = {(e["start"], e["end"]) for e in stored["events"]}
            for threshold, tally in counts.items():
                own = {(t.idx, t.idx + len(t)) for t in doc if is_trigger(t, threshold)}
                tally["gold"] += len(gold)
                tally["own"] += len(own)
                tally["right"] += len(gold & own)
    return counts


def line(name: str, tallies: list[dict[float, Counter[str]]]) -> list[str]:
    """Precision, recall and F for each threshold, corpora summed."""
    told = []
    for threshold in NOUN_THRESHOLDS:
        total: Counter[str] = Counter()
        for tally in tallies:
            total.update(tally[threshold])
        p, r = total["right"] / max(1, total["own"]), total["right"] / total["gold"]
        f = 2 * p * r / max(1e-9, p + r)
        told.append(f"{name} nouns>{threshold}: P {p:.3f} R {r:.3f} F {f:.3f}")
    return told
