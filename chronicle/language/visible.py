"""The words of a document as the network takes them: visible, in order, with gaps."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from chronicle.language.forms import shape
from chronicle.language.layout import Gap, Lines, gap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from chronicle.language.pieces import Pieces
    from chronicle.model import Document


# After these a sentence may be over.
_CLOSERS = frozenset(".!?”\"’'")
_STOPS = frozenset({".", "!", "?", "…"})
_OPENERS = frozenset({'"', "“"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The visible words: their tokens, pieces, shapes and gaps.

    ``sizes`` are running totals of pieces: words i to j take ``sizes[j] - sizes[i]``.
    At each of ``forced`` a sentence begins, whatever the network says: after a blank
    line, and at a quotation that opens after a full stop.
    """

    tokens: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    gaps: tuple[int, ...]
    sizes: tuple[int, ...]
    forced: tuple[int, ...]


def hidden_stretches(document: "Document") -> list[tuple[int, int]]:
    """The page and line marks in the text, in order."""
    return sorted((m.start, m.end) for m in document.locators if m.start < m.end)


def cuts(document: "Document") -> list[int]:
    """Offsets that no token may run across: the edges of marks and of divisions."""
    edges = {edge for stretch in hidden_stretches(document) for edge in stretch}
    for division in document.divisions:
        edges.update((division.start, division.end))
    return sorted(edges)


def _opens_speech(token: "Token") -> bool:
    """Whether a word is a quotation mark before a capital letter."""
    if token.text not in _OPENERS or token.whitespace_ or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).text[:1].isupper()


def _is_over(doc: "Doc", tokens: list[int]) -> bool:
    """Whether a full stop comes last, or a quotation mark just after one."""
    last = [doc[i].text for i in tokens[-2:]]
    return any(word in _STOPS for word in last[-1:]) or (
        len(last) == 2 and last[0] in _STOPS and last[1] in _CLOSERS
    )


def visible_words(doc: "Doc", document: "Document", pieces: "Pieces") -> Words:
    """The words to be analysed; white space and marks are passed over."""
    text, lines = document.text, Lines(document.text)
    hidden = hidden_stretches(document)
    borders = sorted({e for d in document.divisions for e in (d.start, d.end)})
    tokens: list[int] = []
    found: list[tuple[int, ...]] = []
    shapes: list[int] = []
    gaps: list[int] = []
    forced: list[int] = []
    mark = before = 0
    for token in doc:
        while mark < len(hidden) and hidden[mark][1] <= token.idx:
            mark += 1
        within = mark < len(hidden) and hidden[mark][0] <= token.idx
        if token.is_space or within:
            continue
        white = text[before : token.idx]
        kind = gap(white, next_start=token.idx, lines=lines)
        if mark and hidden[mark - 1][0] >= before:
            closed = text[before - 1 : before] in _CLOSERS
            kind = _across_marks(white, closed=closed)
        border = bisect_left(borders, token.idx + 1)
        if not tokens or (border and borders[border - 1] >= before):
            kind = Gap.BLANK
        spoken = bool(white) and _opens_speech(token) and _is_over(doc, tokens)
        if kind == Gap.BLANK or spoken:
            forced.append(len(tokens))
        tokens.append(token.i)
        found.append(pieces.ids(token.text))
        shapes.append(int(shape(token.text)))
        gaps.append(int(kind))
        before = token.idx + len(token)
    return Words(
        tokens=tuple(tokens),
        pieces=tuple(found),
        shapes=tuple(shapes),
        gaps=tuple(gaps),
        sizes=_running(map(len, found)),
        forced=tuple(forced),
    )


def _across_marks(between: str, *, closed: bool) -> Gap:
    """A page may turn in mid-sentence: then the lines about its mark prove nothing."""
    breaks = between.count("\n") + between.count("\f")
    if not breaks:
        return Gap.SPACE if any(map(str.isspace, between)) else Gap.NONE
    if not closed:
        return Gap.WRAP
    return Gap.LINE if breaks == 1 else Gap.BLANK


def _running(lengths: "Iterable[int]") -> tuple[int, ...]:
    return (0, *accumulate(lengths))
