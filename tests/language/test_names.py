"""Names: only legal sequences, and the best of them."""

import numpy as np
import pytest

from chronicle.language.names import Name, best_labels, find_names, legal, spans

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def scores(*words: dict[str, float]) -> np.ndarray:
    rows = [[word.get(label, -9.0) for label in LABELS] for word in words]
    return np.array(rows, dtype=np.float32)


def test_a_name_never_begins_inside() -> None:
    told = scores({"I-person": -0.1, "B-person": -0.9}, {"I-person": -0.1})
    assert best_labels(told, LABELS) == ["B-person", "I-person"]


def test_a_name_never_changes_its_kind() -> None:
    told = scores({"B-person": -0.1}, {"I-place": -0.1, "I-person": -0.5})
    assert best_labels(told, LABELS) == ["B-person", "I-person"]


@pytest.mark.parametrize("seed", range(25))
def test_every_sequence_is_legal(seed: int) -> None:
    noise = np.random.default_rng(seed).normal(size=(12, len(LABELS)))
    found = best_labels(noise.astype(np.float32), LABELS)
    before = "O"
    for label in found:
        assert legal(before, label)
        before = label


def test_spans_are_half_open() -> None:
    labels = ["O", "B-person", "I-person", "B-place", "O", "B-place"]
    assert spans(labels) == [
        Name(start=1, end=3, kind="person"),
        Name(start=3, end=4, kind="place"),
        Name(start=5, end=6, kind="place"),
    ]


def test_no_name() -> None:
    assert find_names(scores({"O": -0.1}, {"O": -0.1}), LABELS) == []
