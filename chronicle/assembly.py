"""assemble: annotated documents and a person's decisions → a timeline.

No language model: a correction dates and orders again at once. The sources meet only in
merged entries, so the order within one document never depends on another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from chronicle.dates.axis import MINUTES_PER_DAY
from chronicle.dating import date
from chronicle.decisions import decide
from chronicle.entries import group
from chronicle.merging import merge
from chronicle.model import (
    AnnotatedDocument,
    Assembly,
    Chronology,
    Decision,
    DocumentKey,
    Entry,
)
from chronicle.ordering import display_order, order
from chronicle.settings import Settings

__all__ = ["assemble"]

DEFAULTS = Settings()


def assemble(
    annotated: Iterable[AnnotatedDocument],
    decisions: Iterable[Decision] = (),
    *,
    settings: Settings = DEFAULTS,
) -> Assembly:
    """Decide, date again, order each document, group, merge, sort and number."""
    from chronicle import __version__

    extracted = tuple(sorted(annotated, key=lambda a: a.document.key))
    decided = decide(extracted, decisions)
    dated = tuple(_dated(one, settings) for one in decided.annotated)
    chronologies: dict[DocumentKey, Chronology] = {
        a.document.key: order(a, settings=settings) for a in dated
    }
    dated = tuple(_settled(a, chronologies[a.document.key]) for a in dated)
    by_key = {a.document.key: a for a in dated}
    grouped = [
        entry
        for one in dated
        for entry in group(one, chronologies[one.document.key], settings=settings)
    ]
    merged = merge(grouped, by_key, chronologies)
    return Assembly(
        annotated=dated,
        extracted=extracted,
        decisions=tuple(decided.attached),
        unattached=tuple(decided.unattached),
        chronologies=dict(chronologies.items()),
        entries=_in_order(merged, by_key, chronologies),
        settings=settings,
        version=__version__,
    )


def _dated(annotated: AnnotatedDocument, settings: Settings) -> AnnotatedDocument:
    divisions, timexes = date(
        annotated.divisions, annotated.timexes, annotated.links, settings=settings
    )
    return annotated.replaced(divisions=divisions, timexes=timexes)


def _settled(annotated: AnnotatedDocument, chronology: Chronology) -> AnnotatedDocument:
    """The document with its dates as they stand once event anchors are resolved."""
    return annotated.replaced(
        divisions=chronology.divisions or annotated.divisions,
        timexes=chronology.timexes or annotated.timexes,
    )


def _in_order(
    entries: Iterable[Entry],
    annotated: Mapping[DocumentKey, AnnotatedDocument],
    chronologies: Mapping[DocumentKey, Chronology],
) -> tuple[Entry, ...]:
    """The entries sorted and numbered: each document's own row, the rows interleaved.

    A document's row is that of ``display_order``. An entry goes among those of other
    documents by its time, or, if it has none, by that of its neighbours in the row; a
    document without any date comes last.
    """
    rows: dict[DocumentKey, list[Entry]] = {key: [] for key in annotated}
    for entry in entries:
        rows[entry.document].append(entry)
    placed: list[tuple[float, int, int, Entry]] = []
    for number, (key, row) in enumerate(rows.items()):
        shown = display_order(chronologies[key], annotated[key])
        position = {event: at for at, event in enumerate(shown)}
        row.sort(key=lambda e: (position.get(e.head, len(position)), e.id))
        for at, (when, entry) in enumerate(zip(_times(row), row, strict=True)):
            placed.append((when, number, at, entry))
    placed.sort(key=lambda found: found[:3])
    return tuple(
        replace(entry, order=n) for n, (*_, entry) in enumerate(placed, start=1)
    )


def _times(row: list[Entry]) -> list[float]:
    """Where each entry of a row stands on the axis; never earlier than the last."""
    own = [_time(entry) for entry in row]
    first = next((time for time in own if time is not None), float("inf"))
    times: list[float] = []
    for time in own:
        before = times[-1] if times else first
        times.append(before if time is None else max(before, time))
    return times


def _time(entry: Entry) -> float | None:
    span = entry.span
    if span.begin.earliest is not None:
        return span.begin.earliest
    if span.end.latest is None:
        return None
    return (span.end.latest - 1) // MINUTES_PER_DAY * MINUTES_PER_DAY
