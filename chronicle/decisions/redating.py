"""Decided dates: of events, time expressions, divisions and documents."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from chronicle.decisions.words import EDITOR, evidence
from chronicle.model import (
    Absolute,
    Allen,
    AnnotatedDocument,
    At,
    Dating,
    Decision,
    Division,
    DivisionAnchor,
    DivisionDates,
    DivisionId,
    Event,
    EventAnchor,
    Link,
    LinkId,
    LinkKind,
    MentionAnchor,
    Tier,
    Timex,
    TimexAnchor,
    TimexId,
    TimexType,
    Verdict,
)

# Relations by which a time expression dates an event, rather than bounding it.
_DATES = (
    Allen.DURING,
    Allen.CONTAINS,
    Allen.EQUALS,
    Allen.STARTS,
    Allen.STARTED_BY,
    Allen.FINISHES,
    Allen.FINISHED_BY,
)


def event_dated(annotated: AnnotatedDocument, decision: Decision) -> AnnotatedDocument:
    """The event on the editor's date alone; a rejected date leaves it without one."""
    event = annotated.event[decision.target.id]
    given_up = [k for k in annotated.links if _dates(k, event.id, annotated)]
    links = tuple(k for k in annotated.links if k not in given_up)
    if decision.verdict is not Verdict.CORRECT or decision.value is None:
        return annotated.replaced(links=links)
    key, edtf = annotated.document.key, decision.value
    timex = Timex(
        id=TimexId(f"{key}#{EDITOR}:t:{decision.id}"),
        mention=None,
        division=event.division,
        type=TimexType.TIME if "T" in edtf else TimexType.DATE,
        reading=Absolute(edtf=edtf),
        evidence=evidence(decision),
    )
    lasted = "/" in edtf
    link = Link(
        id=LinkId(f"{key}#{EDITOR}:l:{decision.id}"),
        kind=LinkKind.TLINK,
        source=event.id,
        target=timex.id,
        relation=Allen.EQUALS if lasted else Allen.DURING,
        tier=Tier.CERTAIN,
        evidence=evidence(decision),
    )
    own = {end for k in given_up for end in (k.source, k.target)} - {event.id}
    told = {t.id for t in annotated.timexes if t.id in own and _within(t, event)}
    moved = (_counted_from(t, told, timex.id) for t in annotated.timexes)
    return annotated.replaced(timexes=(*moved, timex), links=(*links, link))


def _within(timex: Timex, event: Event) -> bool:
    """Whether a time expression stands in the words that tell an event."""
    return timex.mention is not None and any(
        part.start <= timex.mention.start < part.end
        for part in (*event.clause, event.extent)
    )


def _counted_from(timex: Timex, given_up: set[TimexId], new: TimexId) -> Timex:
    """The expression counted from the new date where it was from one given up."""
    reading = _moved(timex.reading, given_up, new)
    return timex if reading == timex.reading else replace(timex, reading=reading)


def _moved(reading: Any, given_up: set[TimexId], new: TimexId) -> Any:  # noqa: ANN401
    if isinstance(reading, TimexAnchor):
        return TimexAnchor(timex=new) if reading.timex in given_up else reading
    if isinstance(reading, tuple):
        return tuple(_moved(each, given_up, new) for each in reading)
    if not is_dataclass(reading):
        return reading
    values = {f.name: getattr(reading, f.name) for f in fields(reading)}
    changes = {
        name: found
        for name, value in values.items()
        if (found := _moved(value, given_up, new)) != value
    }
    return replace(reading, **changes) if changes else reading  # type: ignore[type-var]


def _dates(link: Link, event: str, annotated: AnnotatedDocument) -> bool:
    ends = {link.source, link.target}
    other = ends - {event}
    return (
        link.kind is LinkKind.TLINK
        and event in ends
        and any(end in annotated.timex for end in other)
        and link.relation in _DATES
    )


def timex_dated(annotated: AnnotatedDocument, decision: Decision) -> AnnotatedDocument:
    """The expression read as the editor says; rejected, it names no known time."""
    right = decision.value if decision.verdict is Verdict.CORRECT else None
    reading = At(anchor=None) if right is None else Absolute(edtf=right)

    def changed(timex: Timex) -> Timex:
        return replace(_cleared(timex), reading=reading, evidence=evidence(decision))

    return _with_timex(annotated, decision, changed)


def anchor_replaced(
    annotated: AnnotatedDocument, decision: Decision
) -> AnnotatedDocument:
    """The expression counted from what the editor names."""
    value = decision.value
    if value is None or decision.verdict is not Verdict.CORRECT:
        return annotated
    anchor = _anchor(value, annotated)
    if anchor is None:  # what it was counted from is gone
        return annotated

    def changed(timex: Timex) -> Timex:
        reading = _reanchored(timex.reading, anchor)
        return replace(_cleared(timex), reading=reading, evidence=evidence(decision))

    annotated = annotated.replaced(
        links=tuple(
            k
            for k in annotated.links
            if not (k.kind is LinkKind.ANCHOR and k.source == decision.target.id)
        )
    )
    return _with_timex(annotated, decision, changed)


def _anchor(
    value: str, annotated: AnnotatedDocument
) -> EventAnchor | TimexAnchor | DivisionAnchor | None:
    if value in annotated.event:
        return EventAnchor(event=value)
    if value in annotated.timex:
        return TimexAnchor(timex=value)
    if value in annotated.division:
        return DivisionAnchor(division=value)
    return None


_ANCHORS = (DivisionAnchor, TimexAnchor, EventAnchor, MentionAnchor)


def _reanchored(reading: Any, anchor: Any) -> Any:  # noqa: ANN401
    """A reading with the anchors inside it replaced."""
    if not is_dataclass(reading):
        return reading
    changes: dict[str, Any] = {}
    for each in fields(reading):
        value = getattr(reading, each.name)
        if isinstance(value, _ANCHORS) or (value is None and each.name == "anchor"):
            changes[each.name] = anchor
        elif isinstance(value, tuple):
            changes[each.name] = tuple(_reanchored(v, anchor) for v in value)
        elif is_dataclass(value):
            changes[each.name] = _reanchored(value, anchor)
    return replace(reading, **changes)  # type: ignore[type-var]


def _cleared(timex: Timex) -> Timex:
    return replace(timex, value=None, mod=None, edtf=None, span=None, flags=())


def _with_timex(
    annotated: AnnotatedDocument,
    decision: Decision,
    changed: Any,  # noqa: ANN401
) -> AnnotatedDocument:
    return annotated.replaced(
        timexes=tuple(
            changed(t) if t.id == decision.target.id else t for t in annotated.timexes
        )
    )


def division_dated(
    annotated: AnnotatedDocument, decision: Decision
) -> AnnotatedDocument:
    """A division's date, or the document's: then its first division has it too."""
    whole = decision.target.kind == "document"
    id_ = annotated.divisions[0].id if whole else DivisionId(decision.target.id)
    dating = _dating(decision)
    divisions = tuple(
        replace(d, dates=_redated(d, decision.field, dating)) if d.id == id_ else d
        for d in annotated.divisions
    )
    changed = annotated.replaced(divisions=divisions)
    first = divisions[0].dates
    return changed.replaced(created=first.written or first.published)


def _dating(decision: Decision) -> Dating | None:
    from chronicle.dates import edtf

    value = decision.value
    if decision.verdict is not Verdict.CORRECT or value is None:
        return None
    return Dating(edtf=value, span=edtf.span(value), evidence=evidence(decision))


def _redated(division: Division, field: str, dating: Dating | None) -> DivisionDates:
    if field == "date":
        only_published = division.dates.published and not division.dates.written
        field = "published" if only_published else "written"
    return replace(division.dates, **{field: dating})
