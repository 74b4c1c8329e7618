"""What a reader takes out of a file, before the document is put together."""

from dataclasses import dataclass, field
from pathlib import PurePath

from chronicle.model import DivisionKind, Locator
from chronicle.sources.metadata import Metadata

MARKUP = "markup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A division to be: a stretch of the text and what is plain about it.

    ``level`` is a heading's depth, 1 the highest.
    """

    kind: DivisionKind
    start: int
    end: int
    title: str | None = None
    author: str | None = None
    recipient: str | None = None
    place: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file's text with all that its own markup says.

    ``locators`` of the kind "markup" hide what is not the author's text. ``marked`` is
    whether the format has markup for headings, so that none need be guessed.
    """

    path: PurePath
    text: str
    locators: tuple[Locator, ...] = ()
    parts: tuple[Part, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    marked: bool = False


def markup(start: int, end: int) -> Locator:
    """A stretch of the text that is markup, hidden from analysis."""
    return Locator(kind=MARKUP, label="", start=start, end=end)
