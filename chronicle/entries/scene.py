"""What grouping asks of a document again and again, answered once."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from chronicle.entries.lexicon import lexicon
from chronicle.model import (
    Allen,
    AnnotatedDocument,
    Chronology,
    DivisionKind,
    Event,
    EventId,
    Link,
    LinkKind,
    Tier,
    Timex,
)

APART = frozenset({DivisionKind.NOTE, DivisionKind.HEADING, DivisionKind.FURNITURE})
_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
_MOST = 30  # events on either side that can belong to an event's sentence
_ELSEWHEN = frozenset({Allen.BEFORE, Allen.AFTER, Allen.MEETS, Allen.MET_BY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A document's events in text order, with the lookups that grouping needs."""

    annotated: AnnotatedDocument
    events: tuple[Event, ...]
    by_id: Mapping[str, Event]
    by_sentence: Mapping[int, tuple[Event, ...]]
    links: tuple[Link, ...]
    timexes: Mapping[str, tuple[Timex, ...]]
    elsewhen: frozenset[str]

    def beside(self, event: Event) -> tuple[Event, ...]:
        """The events of the same sentence, in text order, the event among them.

        In a text without full stops, the nearest of them.
        """
        told = self.by_sentence[event.sentence.start]
        if len(told) <= 2 * _MOST:
            return told
        at = bisect_left(told, event.trigger.start, key=lambda e: e.trigger.start)
        return told[max(0, at - _MOST) : at + _MOST]


def scene(
    annotated: AnnotatedDocument, chronology: Chronology, *, with_notes: bool
) -> Scene:
    """The events that may be entries; those of notes and headings only on request."""
    kept = sorted(
        (
            event
            for event in annotated.events
            if with_notes or not _apart(annotated, event)
        ),
        key=lambda e: (e.trigger.start, e.trigger.end, e.id),
    )
    by_id: dict[str, Event] = {event.id: event for event in kept}
    sentences: dict[int, list[Event]] = {}
    for event in kept:
        sentences.setdefault(event.sentence.start, []).append(event)
    links = tuple(
        link for link in annotated.links if link.source in by_id or link.target in by_id
    )
    timexes = _timexes(annotated, chronology, by_id, links)
    return Scene(
        annotated=annotated,
        events=tuple(kept),
        by_id=by_id,
        by_sentence={start: tuple(found) for start, found in sentences.items()},
        links=links,
        timexes=timexes,
        elsewhen=_elsewhen(annotated, by_id, links)
        | _dated_apart(annotated, by_id, sentences, timexes),
    )


def _apart(annotated: AnnotatedDocument, event: Event) -> bool:
    division = annotated.division.get(event.division)
    while division is not None:
        if division.kind in APART:
            return True
        division = annotated.division.get(division.parent or "")
    return False


def _timexes(
    annotated: AnnotatedDocument,
    chronology: Chronology,
    by_id: Mapping[str, Event],
    links: tuple[Link, ...],
) -> dict[str, tuple[Timex, ...]]:
    """The time expressions that each event's own sentence gives it."""
    known: dict[str, Timex] = {
        t.id: t for t in (*annotated.timexes, *chronology.timexes)
    }
    found: dict[str, list[Timex]] = {}
    for link in links:
        if link.kind is not LinkKind.TLINK:
            continue
        for event, other in ((link.source, link.target), (link.target, link.source)):
            timex, own = known.get(other), by_id.get(event)
            if timex is None or own is None:
                continue
            sentence, mention = own.sentence, timex.mention
            # A date without words is a person's: as good as one in the sentence.
            if mention is None or sentence.start <= mention.start < sentence.end:
                found.setdefault(event, []).append(timex)
    return {event: tuple(timexes) for event, timexes in found.items()}


def _elsewhen(
    annotated: AnnotatedDocument, by_id: Mapping[str, Event], links: tuple[Link, ...]
) -> frozenset[str]:
    """Events that a word such as "following" puts at another time than their clause."""
    found = set()
    for link in links:
        if link.kind is not LinkKind.TLINK or link.relation not in _ELSEWHEN:
            continue
        signal = link.signal
        if signal is None or link.tier is Tier.NARRATIVE:
            continue
        ends = [by_id[end] for end in (link.source, link.target) if end in by_id]
        moved = [
            e
            for e in ends
            if e.trigger.start >= signal.end
            and not is_finite(e)
            and _is_described(annotated, e)
        ]
        if len(ends) == 2 and ends[0].sentence == ends[1].sentence and moved:
            found.add(min(moved, key=lambda e: e.trigger.start).id)
    return frozenset(found)


def _dated_apart(
    annotated: AnnotatedDocument,
    by_id: Mapping[str, Event],
    sentences: Mapping[int, list[Event]],
    timexes: Mapping[str, tuple[Timex, ...]],
) -> frozenset[str]:
    """Event nouns with a date that no clause beside them has."""
    found = set()
    for event_id, own in timexes.items():
        event = by_id[event_id]
        if event.pos != "NOUN" or not _is_described(annotated, event):
            continue
        beside = {
            timex.id
            for other in sentences[event.sentence.start]
            if other is not event
            for timex in timexes.get(other.id, ())
        }
        if not any(timex.id in beside for timex in own):
            found.add(event_id)
    return frozenset(found)


def _is_described(annotated: AnnotatedDocument, event: Event) -> bool:
    """Whether a noun is more than a bare word ("talks with allies", not "tea")."""
    if event.pos != "NOUN":
        return True
    text = annotated.document.text
    before = text[event.sentence.start : event.extent.start].split()
    after = text[event.extent.end : event.sentence.end].split()
    words = lexicon()
    return bool(
        event.participants
        or (before and before[-1].lower() in words.determiners)
        or (after and after[0].lower() in words.complements)
    )


def is_finite(event: Event) -> bool:
    """Whether the event is a clause of its own (a tensed verb or predicate)."""
    return event.tense in _FINITE and event.pos != "NOUN"


def event_id(text: str) -> EventId:
    """An event's id from a link's end."""
    return EventId(text)
