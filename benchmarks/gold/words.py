"""Quoting a document, and telling whether two phrases name the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.gold.answers import Who

CONTEXT = 70
MORE_WORDS = 4
_IDLE = {"the", "a", "an", "s", "of", "his", "her", "their", "its", "my", "our"}
_TITLES = {"mr", "mrs", "sir", "lord", "king", "prince", "captain", "general", "count"}


@dataclass(frozen=True, slots=True)
class Quoter:
    """Quotes a stretch of a document in its sentence, marked with ⟦ ⟧."""

    text: str
    sentences: tuple[tuple[int, int], ...] = ()

    def __call__(self, start: int, end: int) -> str:
        """The sentence around a stretch, or some words on either side."""
        around = next((s for s in self.sentences if s[0] <= start < s[1]), None)
        first, last = around or (max(0, start - CONTEXT), end + CONTEXT)
        first = max(first, start - 3 * CONTEXT)
        last = max(end, min(last, end + 3 * CONTEXT))
        marked = (
            f"{self.text[first:start]}⟦{self.text[start:end]}⟧{self.text[end:last]}"
        )
        return " ".join(marked.split())

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, on one line."""
        return " ".join(self.text[start:end].split())

    def only_headings(self, start: int, end: int) -> bool:
        """Whether only short lines stand between two places."""
        between = self.text[min(start, end) : max(start, end)]
        return all(len(line) <= CONTEXT for line in between.splitlines())


def names_one(gold: Iterable[str], found: Iterable[Who]) -> bool:
    """Whether one of the phrases found names what the gold's words or name do."""
    wanted = [w for w in map(_content, gold) if w]
    return any(
        _same(want, _content(phrase))
        for who in found
        for phrase in (who.words, *who.names)
        for want in wanted
    )


def _same(want: Sequence[str], have: Sequence[str]) -> bool:
    """Whether one phrase is the other with some words more."""
    if not have:
        return False
    if set(have) <= set(want):
        return bool(set(have) - _TITLES) or set(have) == set(want)
    return set(want) <= set(have) and len(have) <= len(want) + MORE_WORDS


def _content(phrase: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", phrase.lower().replace("’", "'"))
    kept = tuple(w for w in words if w not in _IDLE)
    return kept or tuple(words)
