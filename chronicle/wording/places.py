"""Where in its source a passage stands: page, folio, line."""

from chronicle.model import Document, Locator

__all__ = ["locator"]

_ABBREVIATED = {"page": "p.", "folio": "f.", "line": "l."}
_ORDER = ("page", "folio", "line")


def locator(document: Document, offset: int) -> str | None:
    """The page, folio and line at an offset, as a footnote gives them."""
    latest: dict[str, Locator] = {}
    for mark in document.locators:
        if mark.start <= offset:
            latest[mark.kind] = mark
    kinds = sorted(latest, key=lambda k: (_ORDER.index(k) if k in _ORDER else 9, k))
    return (
        ", ".join(f"{_ABBREVIATED.get(k, k)} {latest[k].label}" for k in kinds) or None
    )
