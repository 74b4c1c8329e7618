"""The words that the grammar reads: finer than tokens, and blind to hidden marks.

A tokeniser may write "18th", "44BC", "1914–18" or "to-morrow" as one token or as
several. Here letters, digits and marks always part, so the grammar need not care;
what a tagger says of the token stays at hand. Page marks and note marks are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DIGITS = "0-9"
"""The key of every word made of digits."""

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_NOTE_MARK = re.compile(r"(?<=[^\W\d])\[\d{1,3}\]|(?<=\d{4})\[\d{1,3}\]")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ſ": "s", "‐": "-", "‑": "-", "—": "–", "―": "–"}
)
PARAGRAPH = 2
"""So many line breaks before a word part it from what stands above."""


def plain(text: str) -> str:
    """A word as the grammar compares it."""
    return text.lower().translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, a run of digits or one mark, with its offsets in the text.

    ``glued`` means that no space stands before it; ``breaks`` counts line breaks there.
    """

    text: str
    lower: str
    start: int
    end: int
    glued: bool
    breaks: int
    token: int

    @property
    def key(self) -> str:
        """What rules are looked up by."""
        return DIGITS if self.lower.isdecimal() else self.lower


class Words:
    """All words of a document that count, in order."""

    def __init__(self, words: Sequence[Word], doc: "Doc", text: str) -> None:
        """Keep the words with the ``Doc`` whose tags speak for them."""
        self._words = tuple(words)
        self.doc, self.text = doc, text
        self.parsed = doc.has_annotation("DEP")

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, index: int) -> Word:
        return self._words[index]

    def quote(self, first: int, last: int) -> str:
        """The source's words from one word up to another, with single spaces."""
        start, end = self._words[first].start, self._words[last - 1].end
        return " ".join(self.text[start:end].split())

    def lower(self, i: int) -> str:
        """The plain form of a word, or "" beyond either end."""
        return self._words[i].lower if 0 <= i < len(self._words) else ""

    def token(self, i: int) -> "Token":
        """The token that a word belongs to."""
        return self.doc[self._words[i].token]

    def tag(self, i: int) -> str:
        """The Penn tag of a word's token; "" where there is none."""
        return self.token(i).tag_ if 0 <= i < len(self._words) else ""

    def pos(self, i: int) -> str:
        """The universal part of speech of a word's token; "" where there is none."""
        return self.token(i).pos_ if 0 <= i < len(self._words) else ""

    def glued(self, i: int) -> bool:
        """Whether a word follows the one before it without a space."""
        return 0 < i < len(self._words) and self._words[i].glued

    def parted(self, i: int) -> bool:
        """Whether a paragraph ends before this word, or the text ends."""
        return not 0 < i < len(self._words) or self._words[i].breaks >= PARAGRAPH

    def sentence_end(self, i: int) -> bool:
        """Whether a sentence ends before word ``i``, as far as marks and breaks say."""
        return self.parted(i) or self._words[i - 1].lower in ".!?"


def pieces(text: str) -> list[str]:
    """The plain forms that a phrase is cut into.

    >>> pieces("to-morrow"), pieces("18th"), pieces("o’clock")
    (['to', '-', 'morrow'], ['18', 'th'], ['o', "'", 'clock'])
    """
    return [plain(m.group()) for m in _PIECE.finditer(text)]


def read_words(doc: "Doc", document: Document) -> Words:
    """The words of a document, without page marks and note marks."""
    hidden = _hidden(document)
    starts = [start for start, _ in hidden]
    text, last, words = document.text, 0, list[Word]()
    for token in doc:
        if token.is_space:
            continue
        for start, end in _cut(token.text, token.idx):
            at = bisect_right(starts, start) - 1
            if at >= 0 and start < hidden[at][1]:
                if words and words[-1].end == last and last >= hidden[at][0]:
                    last = hidden[at][1]
                continue
            word, between = text[start:end], text[last:start]
            words.append(
                Word(
                    text=word,
                    lower=plain(word),
                    start=start,
                    end=end,
                    glued=not between and bool(words),
                    breaks=between.count("\n") + 2 * between.count("\f"),
                    token=token.i,
                )
            )
            last = end
    return Words(words, doc, text)


def _cut(text: str, offset: int) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text):
        yield offset + piece.start(), offset + piece.end()


def _hidden(document: Document) -> list[tuple[int, int]]:
    marks = {(m.start, m.end) for m in document.locators if m.end > m.start}
    marks.update(m.span() for m in _NOTE_MARK.finditer(document.text))
    return sorted(marks)
