"""What is measured on one corpus: documents, how one is judged, and the figures."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.predictions import Prediction
from benchmarks.tally import Tally

Counts = Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a task: its value and how many items it rests on, from the counts."""

    name: str
    value: Callable[[Counts], float]
    items: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A measure on a corpus.

    ``files`` are relative to the data folder; ``judge`` adds one document's counts and
    faults to a tally. ``dated`` says whether the corpus's date is the document's own.
    """

    name: str
    title: str
    files: tuple[str, ...]
    judge: Callable[[Row, Prediction, Tally], None]
    figures: tuple[Figure, ...]
    dated: bool = True
    relations: tuple[str, ...] = ()
    note: str = ""


def share(part: str, whole: str) -> Callable[[Counts], float]:
    """One count in percent of another."""

    def value(counts: Counts) -> float:
        return 100 * counts[part] / counts[whole] if counts[whole] else 0.0

    return value


def f1(name: str) -> Callable[[Counts], float]:
    """F1 of ``name/hit gold``, ``/gold``, ``/hit found`` and ``/found``."""

    def value(counts: Counts) -> float:
        recall = share(f"{name}/hit gold", f"{name}/gold")(counts)
        precision = share(f"{name}/hit found", f"{name}/found")(counts)
        both = precision + recall
        return 2 * precision * recall / both if both else 0.0

    return value


def times(
    score: Callable[[Counts], float], accuracy: Callable[[Counts], float]
) -> Callable[[Counts], float]:
    """TempEval-3's attribute F1: the relaxed F1 times the accuracy among those met."""

    def value(counts: Counts) -> float:
        return score(counts) * accuracy(counts) / 100

    return value


def macro(confusion: str, labels: Mapping[str, str]) -> Callable[[Counts], float]:
    """The mean F1 over the gold's labels of ``confusion/gold/found`` counts."""
    own = sorted(set(labels.values()))

    def value(counts: Counts) -> float:
        scores = []
        for label in own:
            right = counts[f"{confusion}/{label}/{label}"]
            asked = sum(counts[f"{confusion}/{label}/{other}"] for other in own)
            given = sum(counts[f"{confusion}/{other}/{label}"] for other in own)
            scores.append(200 * right / (asked + given) if asked + given else 0.0)
        return sum(scores) / len(scores)

    return value
