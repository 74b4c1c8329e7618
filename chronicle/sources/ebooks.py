"""The front and back matter that a digital library puts around a plain-text book.

Project Gutenberg marks its own words off with lines of stars; what stands outside them
is no part of the book. Its header names the title and the author, never the book's day.
"""

import re

from chronicle.model import DivisionKind
from chronicle.sources.lines import plain
from chronicle.sources.metadata import Metadata
from chronicle.sources.source import Part

_MARK = (
    r"^\*{3}\s?%s OF TH(?:E|IS) PROJECT GUTENBERG EBOOK\b"
    r"[^\r\n*]*(?:[\r\n]+[^\r\n*]+)?\*{3}"
)
_START = re.compile(_MARK % "START", re.MULTILINE | re.IGNORECASE)
_END = re.compile(_MARK % "END", re.MULTILINE | re.IGNORECASE)
_FIELD = r"^%s:[ \t]*(?P<value>[^\r\n]+(?:\r?\n[ \t]+[^\r\n]+)*)"


def frame(text: str) -> tuple[tuple[Part, ...], Metadata]:
    """The library's own words around a book, and what its header says of it."""
    start = _START.search(text)
    if start is None:
        return (), Metadata()
    end = _END.search(text, start.end())
    parts = [Part(kind=DivisionKind.FURNITURE, start=0, end=start.end())]
    if end:
        parts.append(
            Part(kind=DivisionKind.FURNITURE, start=end.start(), end=len(text))
        )
    header = text[: start.start()]
    return tuple(parts), Metadata(
        title=_field(header, "Title"), author=_field(header, "Author")
    )


def _field(header: str, name: str) -> str | None:
    found = re.search(_FIELD % name, header, re.MULTILINE)
    return plain(found["value"]) if found else None
