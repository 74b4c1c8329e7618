"""What a footnote can say of the place where an event is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chronicle.model import AnnotatedDocument, Division, DivisionKind, Event
from chronicle.settings import Settings
from chronicle.wording import author, dated, flat, locator, written

__all__ = ["Fields", "fields_of"]

_LETTERS = frozenset(
    {DivisionKind.LETTER, DivisionKind.POSTSCRIPT, DivisionKind.ENCLOSURE}
)
_PRINTED = ("press", "book", "other")
_PRESS = ("article-newspaper", "article-magazine")
_RANGE = re.compile(r",?\s*(?:ff?|pp?)\.\s*[\w–\-]+(?:\s*[,–-]\s*\w+)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The parts of a footnote; ``None`` is left out, never filled."""

    form: str  # "letter", "diary", "press", "book", "other"
    author: str | None
    recipient: str | None
    title: str | None
    container: str | None
    place: str | None
    publisher: str | None
    date: str | None
    pages: str | None
    where: str | None
    archive: str | None
    url: str | None


def fields_of(
    annotated: AnnotatedDocument, event: Event | None, *, settings: Settings
) -> Fields:
    """The fields for an event; without one, for the document as a whole."""
    document = annotated.document
    cited = document.citation
    division = annotated.divisions[0]
    if event is not None:
        division = annotated.division.get(event.division, division)
    form = _form(annotated, division)
    spot = locator(document, event.trigger.start) if event is not None else None
    return Fields(
        form=form,
        author=author(annotated, division),
        recipient=_up(annotated, division, "recipient"),
        title=_title(annotated, division, form),
        container=_text(cited, "container-title") or document.publisher,
        place=_text(cited, "publisher-place"),
        publisher=_text(cited, "publisher") or document.publisher,
        date=_date(annotated, division, form, settings),
        pages=spot.removeprefix("p. ") if spot else _text(cited, "page"),
        where=_where(_text(cited, "archive_location"), spot),
        archive=_archive(cited),
        url=_text(cited, "URL"),
    )


def _form(annotated: AnnotatedDocument, division: Division) -> str:
    kind = str(annotated.document.citation.get("type", ""))
    genre = str(annotated.document.citation.get("genre", ""))
    if division.kind in _LETTERS or kind == "personal_communication":
        return "letter"
    if "diary" in genre or (kind == "manuscript" and division.kind == "entry"):
        return "diary"
    if kind in _PRESS:
        return "press"
    if kind in ("book", "chapter", "thesis"):
        return "book"
    return "other"


def _up(annotated: AnnotatedDocument, division: Division, name: str) -> str | None:
    above: Division | None = division
    while above is not None:
        if value := getattr(above, name):
            return str(value)
        above = annotated.division.get(above.parent or "")
    return None


def _title(annotated: AnnotatedDocument, division: Division, form: str) -> str | None:
    """The despatch's own title in a paper; else the document's."""
    own = division.title if form == "press" else None
    title = own or annotated.document.title
    return flat(title) if title else None


def _date(
    annotated: AnnotatedDocument, division: Division, form: str, settings: Settings
) -> str | None:
    """The day of printing for the press and books; else the day of writing."""
    found = None
    if form in _PRINTED:
        above: Division | None = division
        while above is not None and found is None:
            found = above.dates.published
            above = annotated.division.get(above.parent or "")
        whole = annotated.divisions[0].dates.written
        found = found or annotated.document.created or whole
    else:
        found = written(annotated, division)
    if found is None:
        return "n.d." if form == "letter" else None
    return dated(annotated, found, settings=settings)


def _text(cited: Mapping[str, Any], name: str) -> str | None:
    value = cited.get(name)
    return flat(str(value)) if value not in (None, "", [], {}) else None


def _where(shelf: str | None, spot: str | None) -> str | None:
    """The shelf mark, its range of folios narrowed to the one that is meant."""
    if spot is None:
        return shelf
    if shelf is None:
        return spot
    return f"{_RANGE.sub('', shelf)}, {spot}".removeprefix(", ")


def _archive(cited: Mapping[str, Any]) -> str | None:
    found = [_text(cited, n) for n in ("archive_collection", "archive")]
    found.append(_text(cited, "archive-place"))
    return ", ".join(part for part in found if part) or None
