"""Names from label scores: the best sequence in which every I follows its own kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORBIDDEN = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: words ``start`` to ``end`` (half-open), and its kind."""

    start: int
    end: int
    kind: str


def legal(before: str, after: str) -> bool:
    """Whether one label may follow another; the start of a sentence counts as O.

    >>> legal("B-place", "I-place"), legal("O", "I-place"), legal("B-group", "I-place")
    (True, False, False)
    """
    return not after.startswith("I-") or before[1:] == after[1:]


def best_labels(scores: "NDArray[np.float32]", labels: Sequence[str]) -> list[str]:
    """The best legal sequence (Viterbi 1967) for a sentence's scores, word by label."""
    import numpy as np

    count = len(labels)
    step = np.array(
        [[0.0 if legal(a, b) else FORBIDDEN for b in labels] for a in labels]
    )
    first = np.array([0.0 if legal("O", label) else FORBIDDEN for label in labels])
    best = first + scores[0]
    back = np.zeros((len(scores), count), dtype=np.int64)
    for word in range(1, len(scores)):
        table = best[:, None] + step
        back[word] = table.argmax(0)
        best = table.max(0) + scores[word]
    chosen = [int(best.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        chosen.append(int(back[word, chosen[-1]]))
    return [labels[number] for number in reversed(chosen)]


def spans(labels: Sequence[str]) -> list[Name]:
    """The names that a legal sequence of labels describes."""
    found: list[Name] = []
    for place, label in enumerate(labels):
        if label.startswith("B-"):
            found.append(Name(start=place, end=place + 1, kind=label[2:]))
        elif label.startswith("I-"):
            last = found.pop()
            found.append(Name(start=last.start, end=place + 1, kind=last.kind))
    return found


def find_names(scores: "NDArray[np.float32]", labels: Sequence[str]) -> list[Name]:
    """The names in a sentence."""
    outside = labels.index("O")
    if bool((scores.argmax(1) == outside).all()):
        return []
    return spans(best_labels(scores, labels))
