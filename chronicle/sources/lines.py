"""Lines and paragraphs of a text, as a reader sees them, with exact offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from chronicle.model import Locator

_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]|\f")
# A text whose lines are longer than this was never wrapped: a line is a paragraph.
UNWRAPPED = 120
# How far a full line may fall short of the measure (ragged-right typing).
_SLACK = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the white space around it; hidden marks show as spaces.

    ``text`` is as long as the stretch it stands for, so that a place in it is a place
    in the document. ``block`` numbers the runs of lines between blank lines, and
    ``measure`` is the length of its block's longest line.
    """

    start: int
    end: int
    text: str
    block: int
    indent: int = 0
    measure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its words on one line."""
        return plain(" ".join(line.text for line in self.lines))


def plain(text: str) -> str:
    """A text with its white space made single."""
    return " ".join(text.split())


def masked(text: str, locators: Iterable[Locator]) -> str:
    """The text with hidden stretches turned into spaces, letter for letter."""
    parts, here = [], 0
    for mark in sorted(locators, key=lambda m: (m.start, m.end)):
        if mark.end <= here:
            continue
        start = max(mark.start, here)
        parts += [text[here:start], " " * (mark.end - start)]
        here = mark.end
    return "".join([*parts, text[here:]])


def unmarked(text: str, start: int, end: int, hidden: Iterable[Locator]) -> str:
    """A stretch of the text with hidden stretches left out."""
    parts, here = [], start
    for mark in sorted(hidden, key=lambda m: (m.start, m.end)):
        parts.append(text[here : max(here, min(mark.start, end))])
        here = max(here, mark.end)
    return "".join([*parts, text[here:end]])


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a (masked) text that are not blank."""
    found = []
    block, start = 0, 0
    ends = [(m.start(), m.end()) for m in _BREAK.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        content = text[start:end]
        stripped = content.strip()
        if stripped:
            indent = len(content) - len(content.lstrip())
            begin = start + indent
            found.append(
                Line(
                    start=begin,
                    end=begin + len(stripped),
                    text=stripped,
                    block=block,
                    indent=len(content.expandtabs(4))
                    - len(content.expandtabs(4).lstrip()),
                )
            )
        else:
            block += 1
        start = following
    longest: dict[int, int] = {}
    for line in found:
        longest[line.block] = max(longest.get(line.block, 0), len(line.text))
    return tuple(replace(line, measure=longest[line.block]) for line in found)


def paragraphs_of(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Lines joined into paragraphs.

    Blank lines part them; so does a line that ends where the next word would still have
    fitted, and a line set further in than the one before.
    """
    found = []
    for _, group in groupby(lines, key=lambda line: line.block):
        block = tuple(group)
        measure = block[0].measure
        cuts = [0]
        cuts += [
            here
            for here in range(1, len(block))
            if measure > UNWRAPPED or _broken(block[here - 1], block[here], measure)
        ]
        found += [
            Paragraph(lines=block[a:b])
            for a, b in zip(cuts, [*cuts[1:], len(block)], strict=True)
        ]
    return tuple(found)


def _broken(before: Line, line: Line, measure: int) -> bool:
    if line.indent > before.indent + 1:
        return True
    first = len(line.text.split(maxsplit=1)[0])
    return len(before.text) + 1 + first + _SLACK <= measure
