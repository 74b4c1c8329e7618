"""The one visual language: what each entry looks like, on any figure or page.

A point is a known day, a bar a known stretch, whiskers are bounds, an arrow an open
side, two arrows what was going on and has no known ends. Solid ink is told as fact,
hollow as planned, dashed as possible, hatched as denied. Nothing hangs on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chronicle.dates.axis import MINUTES_PER_DAY, TimeSpan
from chronicle.model import Factuality, Layer, Tier
from chronicle.wording import entry_when, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chronicle.model import Assembly, Entry

__all__ = ["Ink", "Mark", "Shape", "Step", "marks", "most_salient", "steps"]


class Shape(StrEnum):
    """How much is known of an entry's time."""

    POINT = "point"
    BAR = "bar"
    WHISKER = "whisker"
    AFTER = "after"
    BEFORE = "before"
    ONGOING = "ongoing"
    NOWHERE = "nowhere"


class Ink(StrEnum):
    """How an entry is told."""

    SOLID = "solid"
    HOLLOW = "hollow"
    DASHED = "dashed"
    HATCHED = "hatched"


LABEL = 110  # characters of an entry's label, before a figure cuts it to its room

_INK = {
    Factuality.ASSERTED: Ink.SOLID,
    Factuality.PLANNED: Ink.HOLLOW,
    Factuality.NEGATED: Ink.HATCHED,
    Factuality.COUNTERFACTUAL: Ink.HATCHED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One entry as drawn, between two minutes; ``None`` is an open side."""

    id: str
    head: str
    document: str
    when: str
    label: str
    shape: Shape
    ink: Ink
    begin: int | None
    end: int | None
    witnesses: int = 1
    salience: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Entries of one step of certain order; their mutual order is unknown.

    ``after`` names, for each mark, the marks of earlier steps that are certainly over
    before it begins, without those that follow from others.
    """

    marks: tuple[Mark, ...]
    after: tuple[tuple[str, ...], ...]


def most_salient(entries: Iterable[Entry], *, limit: int | None) -> tuple[Entry, ...]:
    """At most ``limit`` narrated entries, the most salient, in their order."""
    narrated = [e for e in entries if e.layer is Layer.NARRATED]
    if limit is not None and len(narrated) > limit:
        ranked = sorted(narrated, key=lambda e: (-e.salience, e.order))
        kept = {e.id for e in ranked[:limit]}
        narrated = [e for e in narrated if e.id in kept]
    return tuple(narrated)


def marks(assembly: Assembly, entries: Iterable[Entry]) -> tuple[Mark, ...]:
    """The marks of some entries, in their order."""
    return tuple(_mark(assembly, entry) for entry in entries)


def _mark(assembly: Assembly, entry: Entry) -> Mark:
    head = assembly.event(entry.head)
    begin, end = entry.span.begin.earliest, entry.span.end.latest
    shape = shape_of(entry.span)
    if shape is Shape.ONGOING:
        begin, end = entry.span.begin.latest, entry.span.end.earliest
    return Mark(
        id=entry.id,
        head=entry.head,
        document=entry.document,
        when=entry_when(assembly, entry),
        label=label(assembly, entry, width=LABEL),
        shape=shape,
        ink=_INK.get(head.factuality, Ink.DASHED),
        begin=begin,
        end=end,
        witnesses=len(entry.accounts),
        salience=entry.salience,
    )


def shape_of(span: TimeSpan) -> Shape:
    """The shape that shows what is known of a span, and no more."""
    begin, end = span.begin.earliest, span.end.latest
    if begin is None and end is None:
        core = span.begin.latest, span.end.earliest
        return Shape.NOWHERE if None in core else Shape.ONGOING
    if end is None:
        return Shape.AFTER
    if begin is None:
        return Shape.BEFORE
    if end - begin <= MINUTES_PER_DAY:
        return Shape.POINT
    known = span.begin.earliest == span.begin.latest
    if known and span.end.earliest == span.end.latest:
        return Shape.BAR
    return Shape.WHISKER


def steps(
    assembly: Assembly, drawn: tuple[Mark, ...]
) -> tuple[tuple[Step, ...], tuple[Mark, ...]]:
    """The steps of certain order, and the marks that stand in no order to any other.

    Each mark stands in the last step that its successors allow, so that "before" is
    shown only where the text makes it certain.
    """
    earlier = {m.id: _certainly_before(assembly, m, drawn) for m in drawn}
    later: dict[str, set[str]] = {m.id: set() for m in drawn}
    for mark_id, before in earlier.items():
        for other in before:
            later[other].add(mark_id)
    depth: dict[str, int] = {}  # steps from the end

    def depth_of(mark_id: str) -> int:
        if mark_id not in depth:
            depth[mark_id] = 1 + max((depth_of(n) for n in later[mark_id]), default=-1)
        return depth[mark_id]

    loose = tuple(m for m in drawn if not earlier[m.id] and not later[m.id])
    placed = [m for m in drawn if m not in loose]
    last = max((depth_of(m.id) for m in placed), default=-1)
    found = []
    for level in range(last, -1, -1):
        here = tuple(m for m in placed if depth[m.id] == level)
        found.append(
            Step(marks=here, after=tuple(_direct(earlier, m.id) for m in here))
        )
    return tuple(found), loose


def _certainly_before(
    assembly: Assembly, mark: Mark, drawn: tuple[Mark, ...]
) -> frozenset[str]:
    chronology = assembly.chronologies[mark.document]
    return frozenset(
        other.id
        for other in drawn
        if other.document == mark.document
        and other.id != mark.id
        and chronology.precedes(other.head, mark.head, tier=Tier.CERTAIN)
        and not chronology.precedes(mark.head, other.head, tier=Tier.CERTAIN)
    )


def _direct(earlier: dict[str, frozenset[str]], mark_id: str) -> tuple[str, ...]:
    """What comes before a mark, less what comes before another that does."""
    before = earlier[mark_id]
    implied = {far for near in before for far in earlier[near]}
    return tuple(sorted(before - implied))
