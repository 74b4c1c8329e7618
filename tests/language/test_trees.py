"""The best tree: hand-made tables, and brute force on small ones."""

from itertools import product

import numpy as np
import pytest

from chronicle.language.trees import best_tree, is_tree

NEVER = -99.0


def table(rows: list[list[float]]) -> np.ndarray:
    return np.array([[0.0] * len(rows[0]), *rows], dtype=np.float32)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # greedy is already a tree
        ([[9, NEVER, 1], [1, 8, NEVER]], [0, 1]),
        # a cycle of two is broken where it costs least
        ([[5, NEVER, 9], [1, 9, NEVER]], [0, 1]),
        # two words want the root: one must give way
        ([[9, NEVER, 2], [8, 7, NEVER]], [0, 1]),
        # one word
        ([[3, NEVER]], [0]),
        # a cycle of three, entered from the root
        (
            [
                [1, NEVER, 9, 0],
                [6, 0, NEVER, 9],
                [1, 9, 0, NEVER],
            ],
            [2, 0, 1],
        ),
    ],
)
def test_hand_made(rows: list[list[float]], expected: list[int]) -> None:
    assert best_tree(table(rows)) == expected


@pytest.mark.parametrize("seed", range(40))
def test_as_good_as_brute_force(seed: int) -> None:
    size = 2 + seed % 4
    scores = np.random.default_rng(seed).normal(size=(size + 1, size + 1))
    scores = scores.astype(np.float32)

    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(scores[n, head] for n, head in enumerate(heads, start=1)))

    trees = (
        heads for heads in product(range(size + 1), repeat=size) if is_tree([0, *heads])
    )
    best = max(trees, key=worth)
    found = best_tree(scores)
    assert is_tree([0, *found])
    assert worth(tuple(found)) == pytest.approx(worth(best), abs=1e-4)


def test_a_long_sentence_of_noise_is_still_a_tree() -> None:
    scores = np.random.default_rng(7).normal(size=(301, 301)).astype(np.float32)
    assert is_tree([0, *best_tree(scores)])


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0, 0, 1, 2], True),
        # no root
        ([0, 2, 1], False),
        # two roots
        ([0, 0, 0], False),
        # a cycle beside a root
        ([0, 0, 3, 2], False),
    ],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected
