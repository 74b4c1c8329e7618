"""Telling whether two phrases name the same."""

import re
from collections.abc import Iterable, Sequence

from benchmarks.gold.answers import Who

MORE_WORDS = 4
_IDLE = {"the", "a", "an", "s", "of", "his", "her", "their", "its", "my", "our"}
_TITLES = {"mr", "mrs", "sir", "lord", "king", "prince", "captain", "general", "count"}


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
