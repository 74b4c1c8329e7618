"""The nouns of a source: its text, its divisions, and dates given from outside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any, NewType

from chronicle.dates.axis import TimeSpan

DocumentKey = NewType("DocumentKey", str)
DivisionId = NewType("DivisionId", str)
TimexId = NewType("TimexId", str)
EntityId = NewType("EntityId", str)
EventId = NewType("EventId", str)
LinkId = NewType("LinkId", str)
EntryId = NewType("EntryId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of one document's text."""

    document: DocumentKey
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a derived value is what it is: a named rule or model, and its steps in words.

    ``score`` is the model's, between 0 and 1; ``None`` where a rule decided.
    """

    rule: str
    score: float | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """A page, folio or line mark: the mark itself is hidden from analysis.

    All that follows it, up to the next mark of its kind, stands there. A document that
    begins on a known page has a locator with ``start == end == 0``.
    """

    kind: str  # "page", "folio", "line"
    label: str  # "12", "3r"
    start: int
    end: int


class FlagKind(StrEnum):
    """What is doubtful about a date; each becomes a question to the user."""

    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"
    WEEKDAY_MISMATCH = "weekday-mismatch"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A doubt, and in ``why`` the plain words for it."""

    kind: FlagKind
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date of a document or division: value, wording and reason.

    ``as_written`` is the source's wording (``None`` where metadata or the command line
    gave the date); ``timex`` names the time expression that it rests on.
    """

    edtf: str | None = None
    span: TimeSpan | None = None
    as_written: str | None = None
    timex: TimexId | None = None
    flags: tuple[Flag, ...] = ()
    evidence: Evidence


class DivisionKind(StrEnum):
    """What a part of a document is."""

    LETTER = "letter"
    ARTICLE = "article"
    ENTRY = "entry"
    CHAPTER = "chapter"
    POSTSCRIPT = "postscript"
    ENCLOSURE = "enclosure"
    QUOTATION = "quotation"
    HEADING = "heading"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionDates:
    """When a division was written, posted, received and published."""

    written: Dating | None = None
    posted: Dating | None = None
    received: Dating | None = None
    published: Dating | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A part of a document with its own author, place and dates.

    Divisions nest: a character belongs to the innermost one around it. The first
    division of a document covers its whole text and has no parent.
    """

    id: DivisionId
    kind: DivisionKind
    start: int
    end: int
    parent: DivisionId | None = None
    title: str | None = None
    author: str | None = None
    recipient: str | None = None
    place: str | None = None
    dates: DivisionDates = field(default_factory=DivisionDates)


@dataclass(frozen=True, kw_only=True)
class Document:
    """One source: its text, verbatim, and what is known of it from outside the text."""

    key: DocumentKey
    text: str
    text_hash: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    created: Dating | None = None
    calendar: str | None = None
    locators: tuple[Locator, ...] = ()
    divisions: tuple[Division, ...] = ()
    citation: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.text_hash:
            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "text_hash", digest)
        if not self.divisions:
            whole = Division(
                id=DivisionId(f"{self.key}#1"),
                kind=DivisionKind.ARTICLE,
                start=0,
                end=len(self.text),
                title=self.title,
                author=self.author,
                dates=DivisionDates(written=self.created),
            )
            object.__setattr__(self, "divisions", (whole,))

    def quote(self, mention: Mention) -> str:
        """The source's words at a mention."""
        return self.text[mention.start : mention.end]


def division_at(divisions: tuple[Division, ...], offset: int) -> Division:
    """The innermost division around a character; of two alike, the later listed."""
    around = [d for d in reversed(divisions) if d.start <= offset < d.end]
    return max(around, key=lambda d: (d.start, -d.end), default=divisions[0])
