"""What a document's footnotes still lack."""

from chronicle.citations.fields import Fields, fields_of
from chronicle.model import AnnotatedDocument, DivisionKind
from chronicle.settings import Settings

__all__ = ["missing"]

_NEEDED = {
    "letter": ("author", "recipient", "date", "archive"),
    "diary": ("author", "date", "archive"),
    "press": ("title", "container", "date"),
    "book": ("author", "title", "place", "publisher", "date"),
    "other": ("author", "title", "date"),
}
_SIDECAR = {
    "author": "author",
    "recipient": "recipient",
    "title": "title",
    "date": "date",
    "container": "citation.container-title",
    "archive": "citation.archive",
    "place": "citation.publisher-place",
    "publisher": "publisher",
}
DEFAULTS = Settings()


def missing(
    annotated: AnnotatedDocument, *, settings: Settings = DEFAULTS
) -> tuple[str, ...]:
    """The sidecar fields that a full footnote needs and nothing gives."""
    fields = fields_of(annotated, None, settings=settings)
    letters = [d for d in annotated.divisions if d.kind is DivisionKind.LETTER]
    lacking = []
    for name in _NEEDED["letter" if letters else fields.form]:
        value = _value(fields, name)
        if value is not None or (letters and name in ("author", "recipient", "date")):
            continue
        lacking.append(_SIDECAR[name])
    return tuple(lacking)


def _value(fields: Fields, name: str) -> str | None:
    value: str | None = getattr(fields, name)
    return None if value == "n.d." else value
