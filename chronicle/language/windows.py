"""Windows for the network, cut by the text alone; each sentence lies whole in one.

The same text always gives the same windows, whatever else is analysed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronicle.language.shipped import Scores, Shipped
    from chronicle.language.visible import Words

USUAL_WORDS, USUAL_PIECES = 180, 290
WIDEST_WORDS, WIDEST_PIECES = 380, 500
THRESHOLD = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence: words ``start`` to ``end``, and the window's scores for them.

    ``first`` is the word at the window's slot 1.
    """

    start: int
    end: int
    first: int
    scores: "Scores"


def sentences(words: "Words", model: "Shipped") -> Iterator[Found]:
    """Every sentence of a document, in order."""
    start, total = 0, len(words.tokens)
    while start < total:
        end = _usual_end(words, start)
        scores = _run(words, model, start, end)
        starts = _starts(words, scores, start, end)
        if end < total and not _is_forced(words, end) and not starts:
            end = _reach(words, start, WIDEST_WORDS, WIDEST_PIECES)
            scores = _run(words, model, start, end)
            starts = _starts(words, scores, start, end)
        if end < total and not _is_forced(words, end):
            last = starts.pop() if starts else _best_cut(scores, start, end)
        else:
            last = end
        for first, stop in zip([start, *starts], [*starts, last], strict=True):
            yield Found(start=first, end=stop, first=start, scores=scores)
        start = last


def _is_forced(words: "Words", word: int) -> bool:
    place = bisect_left(words.forced, word)
    return place < len(words.forced) and words.forced[place] == word


def _reach(words: "Words", start: int, most_words: int, most_pieces: int) -> int:
    """How far a window from a word may go; at least one word."""
    by_pieces = bisect_right(words.sizes, words.sizes[start] + most_pieces) - 1
    return max(start + 1, min(start + most_words, by_pieces, len(words.tokens)))


def _usual_end(words: "Words", start: int) -> int:
    """The usual reach, drawn back to a paragraph's end if one is near."""
    end = _reach(words, start, USUAL_WORDS, USUAL_PIECES)
    if end == len(words.tokens):
        return end
    place = bisect_right(words.forced, end) - 1
    near = words.forced[place] if place >= 0 else 0
    return near if near - start >= 0.6 * (end - start) else end


def _run(words: "Words", model: "Shipped", start: int, end: int) -> "Scores":
    ids, shapes, gaps, first = [model.pieces.first], [0], [0], [0]
    for word in range(start, end):
        pieces = words.pieces[word]
        first.append(len(ids))
        ids += pieces
        shapes += [words.shapes[word]] * len(pieces)
        gaps += [words.gaps[word]] * len(pieces)
    return model.scores(
        ids=[*ids, model.pieces.last], shapes=[*shapes, 0], gaps=[*gaps, 0], first=first
    )


def _starts(words: "Words", scores: "Scores", start: int, end: int) -> list[int]:
    """The words inside the window, after its first, at which sentences begin."""
    likely = scores.starts[2:] > THRESHOLD
    found = {start + 1 + int(n) for n in likely.nonzero()[0]}
    forced = words.forced[
        bisect_right(words.forced, start) : bisect_left(words.forced, end)
    ]
    return sorted(found.union(forced))


def _best_cut(scores: "Scores", start: int, end: int) -> int:
    """Where to cut an endless sentence: the likeliest word of the last half."""
    half = (end - start) // 2
    return end if half < 1 else start + half + int(scores.starts[1 + half :].argmax())
