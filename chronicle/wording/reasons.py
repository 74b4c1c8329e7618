"""What the date of an entry rests on, in words fit to print."""

from chronicle.dates.axis import TimeSpan
from chronicle.model import (
    Allen,
    AnnotatedDocument,
    Assembly,
    Basis,
    DatedBy,
    Division,
    DivisionAnchor,
    Entry,
    Event,
    LinkKind,
    Timex,
    TimexAnchor,
)
from chronicle.wording.grounds import NONE, by_neighbour, event_timex
from chronicle.wording.names import division_words, flat, written
from chronicle.wording.readings import anchors

__all__ = ["how_dated"]


def how_dated(assembly: Assembly, entry: Entry) -> str:
    """What the date rests on: "“Yesterday”, from the letter of 14 March 1848"."""
    annotated = assembly.home[entry.head]
    event = annotated.event[entry.head]
    chronology = assembly.chronologies[annotated.document.key]
    basis = chronology.basis.get(event.id, NONE)
    span = chronology.spans.get(event.id, TimeSpan())
    timex = event_timex(assembly, event.id)
    if timex is not None and timex.span is not None and span.is_open:
        timex = None  # its date could not be brought into the order
    division = annotated.division.get(event.division)
    if basis.kind is DatedBy.EDITOR:
        return "an editor's decision"
    if timex is not None and timex.mention is not None:
        if _heads(annotated, division, timex):
            return f"from {division_words(assembly, annotated, division)}"
        return _by_words(assembly, annotated, event, timex)
    by_writing = any(near in annotated.division for near in basis.via[:2])
    if basis.kind is DatedBy.DOCUMENT_DATE or by_writing:
        return f"{_lead(span)} {division_words(assembly, annotated, division)}"
    if said := _by_links(annotated, event, basis):
        return said
    if basis.steps:
        return basis.steps[0]
    placed = by_neighbour(assembly, annotated, event.id)
    if placed != "n.d.":
        return f"by order only: {placed.strip('[]')}"
    return "no date in the source"


def _lead(span: TimeSpan) -> str:
    """How something stands to the date of its document."""
    if span.begin.earliest is None:
        return "at the time of" if span.end.latest is None else "before"
    return "after" if span.end.latest is None else "from"


def _heads(
    annotated: AnnotatedDocument, division: Division | None, timex: Timex
) -> bool:
    """Whether a date is that of the letter or entry itself."""
    dating = written(annotated, division)
    return dating is not None and dating.timex == timex.id


_SIDES = {
    Allen.BEFORE: ("before", "after"),
    Allen.MEETS: ("until", "from"),
    Allen.AFTER: ("after", "before"),
    Allen.MET_BY: ("from", "until"),
}


def _by_links(annotated: AnnotatedDocument, event: Event, basis: Basis) -> str:
    """The nearest things that bound an event: "after “fired”, before “told”"."""
    said: dict[str, None] = {}
    for link in annotated.links_of.get(event.id, ()):
        if link.id not in basis.via or link.kind is not LinkKind.TLINK:
            continue
        is_first = link.source == event.id
        other = link.target if is_first else link.source
        words = _words_of(annotated, other)
        if words is not None:
            sides = _SIDES.get(Allen(link.relation), ("with", "with"))
            said[f"{sides[0] if is_first else sides[1]} {words}"] = None
    return ", ".join(said)


def _words_of(annotated: AnnotatedDocument, item: str) -> str | None:
    mention = None
    if item in annotated.event:
        mention = annotated.event[item].extent
    elif item in annotated.timex:
        timex = annotated.timex[item]
        mention = timex.mention if timex.span is not None else None
    return f"“{flat(annotated.quote(mention))}”" if mention is not None else None


def _by_words(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event, timex: Timex
) -> str:
    assert timex.mention is not None
    words = f"“{flat(annotated.quote(timex.mention))}”"
    anchor = next(anchors(timex.reading), None)
    if timex.span is None:
        reasons = "; ".join(flag.why for flag in timex.flags)
        return f"{words}: {reasons}" if reasons else f"{words}, not resolved"
    if isinstance(anchor, DivisionAnchor):
        division = annotated.division.get(anchor.division)
        return f"{words}, from {division_words(assembly, annotated, division)}"
    if isinstance(anchor, TimexAnchor):
        other = annotated.timex.get(anchor.timex)
        if other is not None and other.mention is not None:
            return f"{words}, from “{flat(annotated.quote(other.mention))}”"
    return words
