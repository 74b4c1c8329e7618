"""Entries one after another: each runs from its heading to the next."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.model import DivisionKind
from chronicle.sources.lines import Line
from chronicle.sources.source import Part

SHORT = 120  # letters of a line that may be a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of an entry: its line, its wording, its place."""

    line: Line
    title: str | None
    place: str | None = None
    whole: bool = False
    lead: int = 0  # letters of its line before the date: "At a Meeting held on"


def stretches(
    kind: DivisionKind, heads: Sequence[Head], stops: Sequence[int]
) -> Iterator[Part]:
    """Parts from each heading to the next, or to the first stop after it."""
    breaks = sorted({*stops, *(head.line.start for head in heads)})
    for head in heads:
        start = head.line.start
        yield Part(
            kind=kind,
            start=start,
            end=breaks[bisect_right(breaks, start)],
            title=head.title,
            place=head.place,
        )
