"""Matching stretches of text."""

from collections.abc import Sequence
from typing import TypeVar

Found = TypeVar("Found")
Span = tuple[int, int]


def trimmed(span: Span, text: str) -> Span:
    """A stretch without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def overlap(a: Span, b: Span) -> int:
    """How many characters two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def best(span: Span, found: Sequence[tuple[Span, Found]]) -> tuple[Span, Found] | None:
    """The candidate that meets a stretch best.

    The same extent first, then the longest overlap, then the shorter, then the first.
    """
    met = [(other, item) for other, item in found if overlap(span, other)]
    return max(
        met,
        key=lambda c: (c[0] == span, overlap(span, c[0]), c[0][0] - c[0][1], -c[0][0]),
        default=None,
    )
