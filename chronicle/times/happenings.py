"""The words for an event that a time is counted from: "two days after **the siege**".

Only their extent is found here; which event they mean is settled by a link.
"""

from collections.abc import Iterable

from chronicle.model import MentionAnchor
from chronicle.times.index import Parse
from chronicle.times.lexicons import listed
from chronicle.times.words import Words

LONGEST_HAPPENING = 10
"""So many words at most speak of the event."""

_STOPS = frozenset(',;:.!?()[]–"“”')
_FUNCTION = listed("happenings", "function", "words")
_BREAKS = listed("happenings", "function", "breaks")


def read_happening(words: Words, i: int) -> Iterable[Parse]:
    """The words from ``i`` to the end of the clause, if they name anything."""
    end = i
    while end < len(words) and end - i < LONGEST_HAPPENING:
        word = words[end]
        if word.lower in _STOPS or (end > i and words.parted(end)):
            break
        if end > i and word.lower in _BREAKS:
            break
        end += 1
    if any(_content(words, at) for at in range(i, end)):
        yield end, MentionAnchor(start=words[i].start, end=words[end - 1].end)


def _content(words: Words, i: int) -> bool:
    return words[i].lower.isalpha() and words[i].lower not in _FUNCTION
