"""The chain of reasons for one event: words, date, links, people, voices, decisions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from chronicle.errors import UsageError
from chronicle.model import (
    AnnotatedDocument,
    Assembly,
    Basis,
    DatedBy,
    Division,
    DivisionAnchor,
    Event,
    EventAnchor,
    EventId,
    Evidence,
    Timex,
    TimexAnchor,
)
from chronicle.wording import (
    anchors,
    chain,
    dated,
    division_words,
    document_name,
    event_timex,
    event_when,
    flat,
    is_pronoun,
    locator,
    participant_name,
)

__all__ = ["Explanation", "Line", "explain", "find_event", "find_item"]

_NONE = Basis(kind=DatedBy.NONE)
_PREFIX = 3  # characters of an id that may stand for the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One reason; ``depth`` counts what it is a reason for, ``where`` its passage."""

    depth: int
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The reasons for one event, the event itself first."""

    event: EventId
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return "\n".join(
            "  " * line.depth + line.text + (f"   ({line.where})" * bool(line.where))
            for line in self.lines
        )


def explain(assembly: Assembly, event_id: str) -> Explanation:
    """Why an event is dated, read and attributed as it is.

    ``event_id`` is an event's id or its beginning, or an entry's id or number; raises
    ``UsageError`` where it names none.
    """
    found = find_event(assembly, event_id)
    annotated = assembly.home[found]
    event = annotated.event[found]
    lines = (
        *_head(assembly, annotated, event),
        *_date(assembly, annotated, event),
        *_people(annotated, event),
        *_voices(annotated, event),
        *_reading(event),
        *_structure(assembly, event),
        *_contradictions(assembly, annotated, event),
        *_decisions(assembly, event),
    )
    return Explanation(event=found, lines=lines)


def find_event(assembly: Assembly, text: str) -> EventId:
    """The event of an id, the beginning of one, an entry's id or an entry's number.

    Raises ``UsageError`` naming the nearest where none or several fit.
    """
    wanted = text.strip().lower()
    for entry in assembly.entries:
        if wanted in (entry.id.lower(), str(entry.order)):
            return entry.head
    events = [event.id for a in assembly.annotated for event in a.events]
    if wanted in events:
        return EventId(wanted)
    bare = wanted.removeprefix("en-")
    begun = [e for e in events if len(bare) >= _PREFIX and e.startswith(bare)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        listed = "; ".join(_shown(assembly, e) for e in begun[:5])
        raise UsageError(f"{text}: {len(begun)} events begin so: {listed}")
    raise UsageError(f"{text}: {_nearest(assembly, wanted, events)}")


def find_item(assembly: Assembly, text: str) -> str:
    """What can be decided on: a division or time expression by its id, or an event.

    Raises ``UsageError`` as ``find_event`` does.
    """
    wanted = text.strip()
    return wanted if wanted in assembly.home else find_event(assembly, wanted)


def _nearest(assembly: Assembly, wanted: str, events: list[EventId]) -> str:
    named = [
        event.id
        for a in assembly.annotated
        for event in a.events
        if wanted in (event.lemma.lower(), a.quote(event.trigger).lower())
    ]
    near = named or get_close_matches(wanted, events, n=3, cutoff=0.5)
    if near:
        listed = "; ".join(_shown(assembly, e) for e in near[:5])
        return f"no event or entry has this id; near it: {listed}"
    last = len(assembly.entries)
    hint = f"an entry's number, 1 to {last}, or " if last else ""
    return f"no event or entry has this id: give {hint}an id from events.csv"


def _shown(assembly: Assembly, event_id: str) -> str:
    annotated = assembly.home[event_id]
    return f"{event_id} “{flat(annotated.quote(annotated.event[event_id].trigger))}”"


def _head(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> Iterator[Line]:
    spot = locator(annotated.document, event.trigger.start)
    where = f"{annotated.document.key}, {spot}" if spot else annotated.document.key
    words = flat(annotated.quote(event.extent))
    yield Line(depth=0, text=f"{words}  {event_when(assembly, event.id)}", where=where)
    yield Line(depth=1, text=f"“{flat(annotated.quote(event.sentence))}”")


def _date(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> Iterator[Line]:
    chronology = assembly.chronologies[annotated.document.key]
    basis = chronology.basis.get(event.id, _NONE)
    timex = event_timex(assembly, event.id)
    yield Line(depth=1, text=f"date: {basis.kind.value}")
    if timex is not None:
        yield from _timex(assembly, annotated, timex, 2)
    for step in basis.steps:
        yield Line(depth=2, text=step)
    if basis.kind is DatedBy.NONE and not basis.steps:
        yield Line(depth=2, text="nothing in the source places it in time")


def _timex(
    assembly: Assembly, annotated: AnnotatedDocument, timex: Timex, depth: int
) -> Iterator[Line]:
    words = flat(annotated.quote(timex.mention)) if timex.mention else "metadata"
    value = timex.edtf or "not resolved"
    yield Line(
        depth=depth,
        text=f"“{words}” = {value}",
        where=f"rule: {timex.evidence.rule}",
    )
    for step in timex.evidence.steps:
        yield Line(depth=depth + 1, text=step)
    for flag in timex.flags:
        yield Line(depth=depth + 1, text=f"{flag.kind.value}: {flag.why}")
    if depth > 5:
        return
    for anchor in anchors(timex.reading):
        yield from _anchor(assembly, annotated, anchor, depth + 1)


def _anchor(
    assembly: Assembly, annotated: AnnotatedDocument, anchor: object, depth: int
) -> Iterator[Line]:
    if isinstance(anchor, DivisionAnchor):
        division = annotated.division.get(anchor.division)
        yield from _division(assembly, annotated, division, anchor.date, depth)
    elif isinstance(anchor, TimexAnchor):
        other = annotated.timex.get(anchor.timex)
        if other is not None:
            yield from _timex(assembly, annotated, other, depth)
    elif isinstance(anchor, EventAnchor) and anchor.event in annotated.event:
        when = event_when(assembly, anchor.event)
        yield Line(
            depth=depth, text=f"counted from {_shown(assembly, anchor.event)}, {when}"
        )


def _division(
    assembly: Assembly,
    annotated: AnnotatedDocument,
    division: Division | None,
    which: str,
    depth: int,
) -> Iterator[Line]:
    dating = getattr(division.dates, which, None) if division else None
    if dating is None:
        text = f"counted from {division_words(assembly, annotated, division)}"
        yield Line(depth=depth, text=text)
        return
    when = dated(annotated, dating, settings=assembly.settings)
    kind = division.kind.value if division else "document"
    yield Line(
        depth=depth,
        text=f"the {kind}'s day ({which}) = {when}",
        where=dating.evidence.rule,
    )
    if dating.as_written:
        yield Line(depth=depth + 1, text=f"“{flat(dating.as_written)}”")
    yield from _steps(dating.evidence, depth + 1)
    for flag in dating.flags:
        yield Line(depth=depth + 1, text=f"{flag.kind.value}: {flag.why}")


def _steps(evidence: Evidence, depth: int) -> Iterator[Line]:
    for step in evidence.steps:
        yield Line(depth=depth, text=step)


def _people(annotated: AnnotatedDocument, event: Event) -> Iterator[Line]:
    for participant in event.participants:
        name = participant_name(annotated, participant)
        words = (
            flat(annotated.quote(participant.mention)) if participant.mention else ""
        )
        if not words:
            text = f"{participant.role.value}: {name}"
        elif participant.entity is not None and words != name:
            text = f"{participant.role.value}: “{words}” = {name}"
        elif is_pronoun(words):
            text = f"{participant.role.value}: “{words}”, unresolved (questions.csv)"
        else:
            text = f"{participant.role.value}: “{words}”"
        yield Line(depth=1, text=text)


def _voices(annotated: AnnotatedDocument, event: Event) -> Iterator[Line]:
    behind = document_name(annotated, annotated.division.get(event.division))
    near = chain(annotated, event)
    if not near:
        yield Line(depth=1, text=f"on the word of {behind}")
        return
    yield Line(depth=1, text=f"on the word of {', reported by '.join((*near, behind))}")
    step = event.attribution
    while step is not None:
        if step.cue is not None:
            yield Line(depth=2, text=f"“{flat(annotated.quote(step.cue))}”")
        step = step.within


def _reading(event: Event) -> Iterator[Line]:
    evidence = event.evidence
    score = "" if evidence.score is None else f", score {evidence.score:.2f}"
    yield Line(
        depth=1,
        text=f"read as {event.factuality.value}, {event.class_.value}",
        where=f"{evidence.rule}{score}",
    )
    yield from _steps(evidence, 2)


def _structure(assembly: Assembly, event: Event) -> Iterator[Line]:
    entry = assembly.entry_of.get(event.id)
    if entry is None:
        yield Line(depth=1, text="no entry of its own: a note, heading or the like")
        return
    for part in entry.parts:
        if part.event == event.id:
            above = _shown(assembly, part.parent)
            yield Line(depth=1, text=f"{part.relation} of {above}")
        elif part.parent == event.id:
            below = _shown(assembly, part.event)
            yield Line(depth=1, text=f"above {below} ({part.relation})")
    if entry.evidence is not None:
        told = len(entry.accounts) + len(entry.copies)
        yield Line(depth=1, text=f"told {told} times")
        yield from _steps(entry.evidence, 2)


def _contradictions(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> Iterator[Line]:
    links = {
        link.id for link in annotated.links if event.id in (link.source, link.target)
    }
    for conflict in assembly.chronologies[annotated.document.key].conflicts:
        if conflict.set_aside in links:
            yield Line(depth=1, text=f"set aside: {conflict.why}")
            yield from (Line(depth=2, text=step) for step in conflict.cycle)


def _decisions(assembly: Assembly, event: Event) -> Iterable[Line]:
    for decision in assembly.decisions:
        if decision.target.id != event.id:
            continue
        value = f" {decision.value}" if decision.value else ""
        who = f" by {decision.reviewer}" if decision.reviewer else ""
        day = decision.decided_at.date().isoformat()
        text = f"decided{who}, {day}: {decision.verdict.value} {decision.field}{value}"
        note = f": {decision.note}" if decision.note else ""
        yield Line(depth=1, text=text + note)
