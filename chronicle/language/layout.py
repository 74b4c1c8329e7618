"""What stands before a word: nothing, a space, a wrapped line, a new line, a gap.

A line break inside a paragraph says little when the line is full (the text is wrapped)
and much when the next word would still have fitted: then the writer broke the line.
"""

from bisect import bisect_right
from enum import IntEnum
from itertools import accumulate


class Gap(IntEnum):
    """The white space before a word, as the network sees it."""

    NONE = 0
    SPACE = 1
    WRAP = 2
    LINE = 3
    BLANK = 4


# An unjustified printed line may fall this much short of the measure and still be full.
SLACK = 8


class Lines:
    """The lines of a text, for telling a wrapped line from one that was broken off."""

    def __init__(self, text: str) -> None:
        """Cut the text at its line breaks and measure each block of lines."""
        self._lines = text.split("\n")
        lengths = (len(line) + 1 for line in self._lines)
        self._starts = [0, *accumulate(lengths)][:-1]
        self._widths = self._block_widths()

    def _block_widths(self) -> list[int]:
        """For each line, the longest line of its block (blank lines part blocks)."""
        widths = [0] * len(self._lines)
        first = 0
        for here, line in enumerate([*self._lines, ""]):
            if line.strip():
                continue
            longest = max((len(s.rstrip()) for s in self._lines[first:here]), default=0)
            for inside in range(first, min(here, len(widths))):
                widths[inside] = longest
            first = here + 1
        return widths

    def broken_off(self, offset: int) -> bool:
        """Whether the line before the one at an offset ends short of its measure."""
        here = bisect_right(self._starts, offset) - 1
        if here == 0:
            return False
        before, line = self._lines[here - 1].rstrip(), self._lines[here]
        if _indent(line) > _indent(before) + 1:
            return True
        words = line.split(maxsplit=1)
        first = len(words[0]) if words else 0
        return len(before) + 1 + first + SLACK <= self._widths[here - 1]


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def gap(between: str, *, next_start: int, lines: Lines) -> Gap:
    """The kind of white space between two words; ``next_start`` is the second's offset.

    >>> gap("\\n", next_start=7, lines=Lines("Vienna\\nThe Emperor has left the city."))
    <Gap.LINE: 3>
    """
    if not between:
        return Gap.NONE
    breaks = between.count("\n")
    if "\f" in between or breaks > 1:
        return Gap.BLANK
    if breaks == 0:
        return Gap.SPACE
    return Gap.LINE if lines.broken_off(next_start) else Gap.WRAP
