"""Uncased WordPiece over words that are already tokenised (Devlin et al. 2019).

The same pieces as the reference tokeniser of BERT, word by word; a word of many pieces
is cut short, for its first piece speaks for it and the input must stay bounded.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from chronicle.language.forms import normal

MAX_LETTERS = 100
MAX_PIECES = 12


def _is_punctuation(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter).startswith("P")


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf"


def _parts(word: str) -> list[str]:
    """Lower-case, unaccented stretches; each punctuation mark stands alone."""
    bare = unicodedata.normalize("NFD", word.lower())
    parts = [""]
    for letter in bare:
        category = unicodedata.category(letter)
        if category == "Mn" or letter == "\ufffd":
            continue
        if category.startswith(("C", "Z")):
            parts.append("")
        elif _is_punctuation(letter) or _is_han(letter):
            parts += [letter, ""]
        else:
            parts[-1] += letter
    return [part for part in parts if part]


class Pieces:
    """A WordPiece vocabulary, one piece a line."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Number the pieces in their order."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.whole_words = frozenset(p for p in vocabulary if p.isalpha())
        self._unknown = self._ids["[UNK]"]
        self.first = self._ids["[CLS]"]
        self.last = self._ids["[SEP]"]
        self.ids = lru_cache(maxsize=100_000)(self._word)

    @classmethod
    def from_file(cls, path: Path) -> "Pieces":
        """The vocabulary in a file."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def _word(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one and at most ``MAX_PIECES``."""
        ids: list[int] = []
        for part in _parts(normal(word[: 4 * MAX_LETTERS])):
            ids += self._part(part)
            if len(ids) >= MAX_PIECES:
                return tuple(ids[:MAX_PIECES])
        return tuple(ids) or (self._unknown,)

    def _part(self, part: str) -> list[int]:
        """Greedy longest match from the left; unknown if any stretch is."""
        if len(part) > MAX_LETTERS:
            return [self._unknown]
        ids, start = [], 0
        while start < len(part):
            prefix = "##" if start else ""
            end = len(part)
            while end > start and prefix + part[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [self._unknown]
            ids.append(self._ids[prefix + part[start:end]])
            start = end
        return ids
