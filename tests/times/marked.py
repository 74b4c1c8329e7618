"""Sentences with the expression marked, and what the stage makes of them.

«…» marks the words that one expression must cover; the text is read without them.
"""

from dataclasses import dataclass

from chronicle.dating import date
from chronicle.language.tokens import tokenise
from chronicle.model import Dating, Division, Document, DocumentKey, Evidence, Timex
from chronicle.settings import Settings
from chronicle.times import find_times

SETTINGS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text, its expressions and its divisions, dated."""

    document: Document
    timexes: tuple[Timex, ...]
    divisions: tuple[Division, ...]

    def words(self, timex: Timex) -> str:
        assert timex.mention is not None
        return self.document.quote(timex.mention)

    @property
    def found(self) -> list[str]:
        return [self.words(t) for t in self.timexes]

    @property
    def values(self) -> list[str | None]:
        return [t.value for t in self.timexes]


def on(edtf: str) -> Dating:
    """A date from metadata."""
    return Dating(edtf=edtf, evidence=Evidence(rule="metadata"))


def read(
    text: str, *, written: str | None = None, settings: Settings = SETTINGS
) -> Read:
    """A text as one undivided document, without a tagger."""
    created = on(written) if written else None
    return read_document(
        Document(key=DocumentKey("d"), text=text, created=created), settings=settings
    )


def read_document(document: Document, *, settings: Settings = SETTINGS) -> Read:
    doc = tokenise(document.text)
    timexes, divisions = find_times(doc, document, settings=settings)
    divisions, timexes = date(divisions, timexes, (), settings=settings)
    return Read(document=document, timexes=timexes, divisions=divisions)


def marked(
    text: str, *, written: str | None = None, settings: Settings = SETTINGS
) -> Timex:
    """The expression that is marked; no other may overlap it or replace it."""
    start = text.index("«")
    end = text.index("»") - 1
    found = read(
        text.replace("«", "").replace("»", ""), written=written, settings=settings
    )
    spans = {(t.mention.start, t.mention.end): t for t in found.timexes if t.mention}
    assert (start, end) in spans, f"{text}: found {found.found}"
    return spans[start, end]
