"""Where an expression stands: its division, a quotation, a heading, a paragraph."""

from bisect import bisect_right
from collections.abc import Sequence

from chronicle.model import Division, DivisionKind, Document, division_at
from chronicle.times.words import Words

LONGEST_HEADING = 14
"""A paragraph of so few words without a full stop is a heading."""

OPENING = 3
"""So many words at the head of a sentence say when all of it happened."""

_OPENING, _CLOSING = "“«", "”»"
_APART = {DivisionKind.NOTE, DivisionKind.FURNITURE}


class Surroundings:
    """Divisions, paragraphs and quotations of one document, by word."""

    def __init__(self, words: Words, document: Document) -> None:
        """Measure the paragraphs and quotations once."""
        self._words = words
        self._divisions = document.divisions
        self._by_id: dict[str, Division] = {d.id: d for d in document.divisions}
        self._paragraphs = [i for i in range(len(words)) if not i or words.parted(i)]
        self._quoted = _quotations(words)

    def division(self, i: int) -> Division:
        """The innermost division around a word."""
        return division_at(self._divisions, self._words[i].start)

    def home(self, i: int) -> Division:
        """The division around a word; for a heading, the one that it heads."""
        division = self.division(i)
        while division.kind is DivisionKind.HEADING and division.parent is not None:
            division = self._by_id[division.parent]
        return division

    def paragraph(self, i: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self._paragraphs, i)

    def opens(self, i: int) -> bool:
        """Whether a word stands among the first of its sentence."""
        near = range(i, max(i - OPENING, -1), -1)
        return any(self._words.sentence_end(at) for at in near)

    def sets_the_scene(self, i: int) -> bool:
        """Whether a time is what the clause looks back from: "By May he had left"."""
        return self.opens(i) or self._words.lower(i) == "by"

    def since(self, i: int) -> bool:
        """Whether a word is the limit of a stretch: "since 513 BC"."""
        return self._words.lower(i - 1) in {"since", "until", "till"}

    def quoted(self, i: int) -> int | None:
        """The number of the quotation that a word stands in."""
        return self._quoted[i]

    def in_heading(self, i: int) -> bool:
        """Whether a word stands in a heading: a short paragraph without a full stop."""
        if self.division(i).kind is DivisionKind.HEADING:
            return True
        n = self.paragraph(i)
        start = self._paragraphs[n - 1]
        more = n < len(self._paragraphs)
        end = self._paragraphs[n] if more else len(self._words)
        if end - start > LONGEST_HEADING or not more:
            return False
        one_line = all(self._words[at].breaks == 0 for at in range(start + 1, end))
        return one_line and self._words.lower(end - 1) not in ".!?:;,"

    def apart(self, i: int) -> bool:
        """Whether a word stands in a note or a running head."""
        return self.division(i).kind in _APART


def _quotations(words: Words) -> Sequence[int | None]:
    """For each word the number of its quotation; one never runs past a paragraph."""
    numbers: list[int | None] = []
    current, count = None, 0
    for i in range(len(words)):
        if words.parted(i):
            current = None
        text = words[i].text
        opens = text in _OPENING or (text == '"' and current is None)
        if opens:
            count += 1
            current = count
        numbers.append(current)
        if not opens and (text in _CLOSING or text == '"'):
            current = None
    return numbers
