"""Time expressions: what they say, what they count from, and which divisions they date.

No arithmetic is done here: a ``Reading`` goes out, ``dating`` makes a date of it.
"""

from typing import TYPE_CHECKING

from chronicle.model import Division, Document, Timex
from chronicle.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_times"]


def find_times(
    doc: "Doc", document: Document, *, settings: Settings
) -> tuple[tuple[Timex, ...], tuple[Division, ...]]:
    """Every time expression of a document, and its divisions with the dates found.

    A division's date that rests on an expression names it; ``dating`` fills its value.
    """
    from chronicle.times.finding import find

    return find(doc, document, settings=settings)
