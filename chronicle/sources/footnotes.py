"""Footnotes of plain text: their marks in the text, and the notes themselves.

A mark is hidden from analysis, so that "he died.[3]" ends with its full stop. Brackets
that an editor puts into a word or a year ("th[e]", "18[48]") are no marks.
"""

import re
from collections.abc import Iterator, Sequence

from chronicle.model import DivisionKind, Locator
from chronicle.sources.lines import Paragraph
from chronicle.sources.source import Part, markup

_MARK = re.compile(
    r"(?<=[^\W\d]|[.,;:!?\"'”’»)*_\]])"
    r"(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|\[(?:citation needed|when\?|who\?|edit)\])"
)
_UNIT = re.compile(r"(?:[kcmd]m|ft|mi|yd|(?:\b|\d)m)$")  # "km²", "3m³"
_INLINE = re.compile(r"\[Footnote\s+[\w*†]{1,5}:(?:[^\[\]]|\[[^\[\]]*\]){1,5000}\]")
_LABEL = re.compile(
    r"\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?\s|[¹²³⁴-⁹⁰]|[*†‡§]{1,3}\s?\w"
)
_BRACKETED = re.compile(r"\[\d{1,3}\]|[¹²³⁴-⁹⁰]")
_RULE = re.compile(r"[-–—_=*\s]{3,}")


def note_marks(text: str, begin: int = 0) -> Iterator[Locator]:
    """The marks of footnotes that stand behind words."""
    for match in _MARK.finditer(text, begin):
        square = match[0] in "²³"
        if not (
            square and _UNIT.search(text[max(0, match.start() - 4) : match.start()])
        ):
            yield markup(*match.span())


def inline_notes(text: str, begin: int = 0) -> Iterator[Part]:
    """Notes in the midst of a text: "[Footnote 1: …]"."""
    for match in _INLINE.finditer(text, begin):
        yield Part(kind=DivisionKind.NOTE, start=match.start(), end=match.end())


def closing_notes(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """Notes that end a text: labelled paragraphs beneath a rule, or "[1]" and so on."""
    first = len(paragraphs)
    while first and _LABEL.match(paragraphs[first - 1].text):
        first -= 1
    if first == len(paragraphs) or first == 0:
        return
    ruled = _RULE.fullmatch(paragraphs[first - 1].text) is not None
    if ruled or all(_BRACKETED.match(p.text) for p in paragraphs[first:]):
        yield Part(
            kind=DivisionKind.NOTE,
            start=paragraphs[first].start,
            end=paragraphs[-1].end,
            title="notes",
        )
