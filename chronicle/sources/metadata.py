"""What is known of a source from outside its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from chronicle.errors import EdtfError
from chronicle.model import Dating, DivisionDates, Evidence

# CSL types whose date is the day they came out, not the day they were written.
PUBLISHED = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "chapter",
    "entry-dictionary",
    "entry-encyclopedia",
    "post",
    "post-weblog",
    "report",
    "review",
    "webpage",
)
FORMS = ("article", "letters", "diary", "annals", "newspaper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Fields of a sidecar, front matter or HTML head; ``None`` is not said.

    ``date`` is the document's own, of whichever kind its type makes it; ``citation``
    holds CSL fields.
    """

    key: str | None = None
    form: str | None = None
    title: str | None = None
    author: str | None = None
    recipient: str | None = None
    publisher: str | None = None
    place: str | None = None
    language: str | None = None
    calendar: str | None = None
    date: Dating | None = None
    written: Dating | None = None
    posted: Dating | None = None
    received: Dating | None = None
    published: Dating | None = None
    citation: Mapping[str, Any] = field(default_factory=dict)

    def over(self, other: "Metadata") -> "Metadata":
        """These fields, and the other's where these are silent."""
        merged: dict[str, Any] = {}
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            merged[each.name] = theirs if mine is None else mine
        merged["citation"] = {**other.citation, **self.citation}
        return Metadata(**merged)

    @property
    def type(self) -> str | None:
        """The CSL type."""
        found = self.citation.get("type")
        return found if isinstance(found, str) else None

    @property
    def dates(self) -> DivisionDates:
        """The document's dates; ``date`` counts as published or as written."""
        written, published = self.written, self.published
        if self.type in PUBLISHED or self.form == "newspaper":
            published = published or self.date
        else:
            written = written or self.date
        return DivisionDates(
            written=written,
            posted=self.posted,
            received=self.received,
            published=published,
        )


def dated(text: str, *, source: str) -> Dating:
    """A date given in words outside the text; raises ``EdtfError``."""
    from chronicle.dates import edtf

    span = edtf.span(text)
    evidence = Evidence(rule="metadata", steps=(f"{source}: {text}",))
    return Dating(edtf=text, span=span, evidence=evidence)


def date_fault(name: str, text: str, error: EdtfError) -> str:
    """What to say of a date that is none."""
    return (
        f'{name} = "{text}": {error}; write it as 1848-03-14, 1848-03 or 1848, '
        "or leave it out where it is not known"
    )
