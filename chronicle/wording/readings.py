"""What a reading counts from, for those who explain it."""

from collections.abc import Iterator

from chronicle.model import DivisionAnchor, EventAnchor, TimexAnchor

__all__ = ["anchors"]

_INNER = ("anchor", "of", "begin", "end", "options")


def anchors(reading: object) -> Iterator[DivisionAnchor | TimexAnchor | EventAnchor]:
    """The anchors of a reading and of the readings inside it."""
    if isinstance(reading, DivisionAnchor | TimexAnchor | EventAnchor):
        yield reading
    elif isinstance(reading, tuple):
        for part in reading:
            yield from anchors(part)
    else:
        for name in getattr(type(reading), "__slots__", ()):
            if name in _INNER:
                yield from anchors(getattr(reading, name))
