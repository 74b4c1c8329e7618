"""Where in its source a passage stands: page, folio, line."""

from chronicle.model import Document, Locator

__all__ = ["locator"]

_ABBREVIATED = {"page": "p.", "folio": "f.", "line": "l."}
_ORDER = tuple(_ABBREVIATED)  # marks of other kinds (markup) are no places


def locator(document: Document, offset: int) -> str | None:
    """The page, folio and line at an offset, as a footnote gives them."""
    latest: dict[str, Locator] = {}
    for mark in document.locators:
        if mark.kind in _ORDER and mark.start <= offset:
            latest[mark.kind] = mark
    found = [f"{_ABBREVIATED[k]} {latest[k].label}" for k in _ORDER if k in latest]
    return ", ".join(found) or None
