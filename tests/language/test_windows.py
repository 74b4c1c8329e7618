"""Windows: every word in one sentence, sentences whole, forced starts kept."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest

from chronicle.language.shipped import Scores
from chronicle.language.visible import Words
from chronicle.language.windows import WIDEST_WORDS, sentences

NONE = np.zeros((0, 0))


@dataclass
class Stops:
    """A model that begins a sentence after every full stop (piece 2)."""

    pieces: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(first=0, last=1)
    )
    lengths: list[int] = field(default_factory=list)

    def scores(
        self, *, ids: list[int], shapes: list[int], gaps: list[int], first: list[int]
    ) -> Scores:
        self.lengths.append(len(first) - 1)
        starts = [0.0] * len(first)
        for slot in range(2, len(first)):
            starts[slot] = float(ids[first[slot - 1]] == 2)
        return Scores(
            xpos=NONE,
            morph=NONE,
            starts=np.array(starts),
            names=NONE,
            events=NONE,
            arcs=NONE,
            relation_children=NONE,
            relation_heads=NONE,
        )


def words(lengths: list[int], forced: tuple[int, ...] = (0,)) -> Words:
    """Sentences of the given lengths, each ending in a full stop."""
    pieces = [(2,) if n == size - 1 else (7,) for size in lengths for n in range(size)]
    total = len(pieces)
    return Words(
        tokens=tuple(range(total)),
        pieces=tuple(pieces),
        shapes=(1,) * total,
        gaps=(1,) * total,
        sizes=tuple(range(total + 1)),
        forced=forced,
    )


@pytest.mark.parametrize(
    ("lengths", "forced"),
    [
        ([5], (0,)),
        ([5, 6, 7], (0,)),
        # longer than a window: cut at sentence ends
        ([30] * 20, (0,)),
        # a sentence longer than the usual window
        ([10, 300, 10], (0,)),
        # paragraphs
        ([20] * 30, (0, 100, 200, 220, 400)),
    ],
)
def test_sentences_come_out_whole(lengths: list[int], forced: tuple[int, ...]) -> None:
    found = [(s.start, s.end) for s in sentences(words(lengths, forced), Stops())]
    ends = np.cumsum(lengths).tolist()
    assert found == list(zip([0, *ends[:-1]], ends, strict=True))


def test_a_forced_start_needs_no_full_stop() -> None:
    found = [(s.start, s.end) for s in sentences(words([40], (0, 3, 20)), Stops())]
    assert found == [(0, 3), (3, 20), (20, 40)]


def test_an_endless_sentence_is_cut_and_windows_stay_bounded() -> None:
    model = Stops()
    found = [(s.start, s.end) for s in sentences(words([5000]), model)]
    assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]
    assert found[0][0] == 0
    assert found[-1][1] == 5000
    assert max(model.lengths) <= WIDEST_WORDS


def test_no_words_no_sentences() -> None:
    assert list(sentences(words([], ()), Stops())) == []
