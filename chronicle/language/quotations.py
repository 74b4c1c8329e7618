"""Where somebody else is speaking: stretches between quotation marks.

A quotation that never closes ends at its paragraph. One that a new paragraph takes up
again with an opening mark, the old one left open, goes on: both are one speech.
"""

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\n[ \t]*\n|\f")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "``": "''"}
_MARKS = re.compile(r"[“”«»„\"‘’]|``|''")
_BEFORE_OPENING = frozenset(" \t\n\r\f([{—–-:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; half-open offsets.

    ``closed`` is false where its closing mark is missing; ``goes_on`` is true where it
    continues the one before it across a paragraph break.
    """

    start: int
    end: int
    closed: bool = True
    goes_on: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order.

    >>> [text[q.start : q.end] for text in ["He said “no”."] for q in quotations(text)]
    ['“no”']
    """
    found: list[Quotation] = []
    start = 0
    for paragraph_end in [*(m.end() for m in _PARAGRAPH.finditer(text)), len(text)]:
        _of_paragraph(text, start, paragraph_end, found)
        start = paragraph_end
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int, found: list[Quotation]) -> None:
    begun: int | None = None
    closing, goes_on = "", False
    carried = bool(found) and not found[-1].closed
    last_single = _last_single(text, start, end)
    for match in _MARKS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if begun is None:
            closing = _closing(text, at, mark, last_single) or ""
            begun = at if closing else None
            goes_on = carried and not text[start:at].strip()
        elif mark in closing and _closes(text, at, mark):
            found.append(Quotation(begun, match.end(), goes_on=goes_on))
            begun, carried = None, False
    if begun is not None and closing != "’":
        stop = begun + len(text[begun:end].rstrip())
        found.append(Quotation(begun, stop, closed=False, goes_on=goes_on))


def _closing(text: str, at: int, mark: str, last_single: int) -> str | None:
    """The mark that closes a quotation opened here; ``None`` if none opens here.

    A single mark opens one only if a raised comma further on can close it.
    """
    if mark in _PAIRS:
        return _PAIRS[mark]
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    if before not in _BEFORE_OPENING or not after.strip():
        return None
    if mark == '"':
        return '"'
    if mark == "‘" and last_single > at:
        return "’"
    return None


def _last_single(text: str, start: int, end: int) -> int:
    """Where the last raised comma of a paragraph stands that can close a quotation."""
    here = text.rfind("’", start, end)
    while here >= 0 and not _closes(text, here, "’"):
        here = text.rfind("’", start, here)
    return here


def _closes(text: str, at: int, mark: str) -> bool:
    """Whether a mark closes a quotation: a raised comma may be an apostrophe."""
    if mark != "’":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not after.isalnum() and before != "s"
