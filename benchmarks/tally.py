"""Counts of what is right, and the faults behind what is not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that differs: where, the sentence, the gold's word and chronicle's."""

    kind: str
    file: str
    sentence: str
    gold: str
    chronicle: str


@dataclass(slots=True)
class Tally:
    """Counts of one document (or of many, added up), and its faults.

    A measure ``name`` has the counts ``name/gold`` (asked), ``name/found`` (answered)
    and ``name/right``; other counts are free.
    """

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def score(self, name: str, *, gold: int, found: int, right: int) -> None:
        """Add to a measure."""
        self.counts[f"{name}/gold"] += gold
        self.counts[f"{name}/found"] += found
        self.counts[f"{name}/right"] += right

    def precision(self, name: str) -> float:
        """The share of what was answered that is right, in percent."""
        return _percent(self.counts[f"{name}/right"], self.counts[f"{name}/found"])

    def recall(self, name: str) -> float:
        """The share of what was asked that was answered rightly, in percent."""
        return _percent(self.counts[f"{name}/right"], self.counts[f"{name}/gold"])

    def f1(self, name: str) -> float:
        """The harmonic mean of precision and recall, in percent."""
        p, r = self.precision(name), self.recall(name)
        return 2 * p * r / (p + r) if p + r else 0.0

    def share(self, part: str, whole: str) -> float:
        """One count as a share of another, in percent."""
        return _percent(self.counts[part], self.counts[whole])


def total(tallies: Iterable[Tally]) -> Tally:
    """All documents as if they were one."""
    together = Tally()
    for tally in tallies:
        together.counts.update(tally.counts)
        together.faults += tally.faults
    return together


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
