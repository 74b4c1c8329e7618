"""What chronicle says of a document, reduced to what the gold asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from chronicle.dates.axis import TimeSpan
from chronicle.model import (
    AnnotatedDocument,
    Chronology,
    Dating,
    Division,
    Event,
    Participant,
    Tier,
    Timex,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDivision:
    """A part of the document, with its own dates (EDTF)."""

    kind: str
    start: int
    dates: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A time expression."""

    start: int
    end: int
    type: str
    value: str | None
    edtf: str | None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody or something in a role: the words of the source, and the names known."""

    words: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event; ``sources`` are those on whose word it stands, the nearest first."""

    id: str
    start: int
    end: int
    roles: Mapping[str, tuple[Who, ...]]
    sources: tuple[Who | None, ...]
    factuality: str
    span: TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that is asked of one document.

    ``precedes`` gives the strongest tier at which one event is before another, or
    ``None``.
    """

    divisions: tuple[FoundDivision, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    precedes: Callable[[str, str], Tier | None] = field(default=lambda _a, _b: None)
    sentences: tuple[tuple[int, int], ...] = ()


def answered(annotated: AnnotatedDocument, chronology: Chronology) -> Answer:
    """The answer that an annotated document and its settled order give."""
    return Answer(
        divisions=tuple(_division(d, annotated) for d in annotated.divisions),
        dates=tuple(_date(t) for t in annotated.timexes if t.mention is not None),
        events=tuple(_event(e, annotated, chronology) for e in annotated.events),
        precedes=lambda a, b: strongest(chronology, a, b),
        sentences=tuple((s.start, s.end) for s in annotated.sentences),
    )


def strongest(chronology: Chronology, a: str, b: str) -> Tier | None:
    """The strongest tier at which ``a`` is over before ``b`` begins."""
    for tier in Tier:
        if chronology.precedes(a, b, tier=tier):
            return tier
    return None


def _division(division: Division, annotated: AnnotatedDocument) -> FoundDivision:
    dates = division.dates
    given = {
        "written": dates.written,
        "published": _published(division, annotated),
        "received": dates.received,
    }
    return FoundDivision(
        kind=division.kind.value,
        start=division.start,
        dates={key: d.edtf for key, d in given.items() if d is not None and d.edtf},
    )


def _published(division: Division, annotated: AnnotatedDocument) -> Dating | None:
    """A part of a newspaper is published with it."""
    part: Division | None = division
    while part is not None and part.dates.published is None:
        part = annotated.division.get(part.parent or "")
    return None if part is None else part.dates.published


def _date(timex: Timex) -> FoundDate:
    mention = timex.mention
    assert mention is not None
    return FoundDate(
        start=mention.start,
        end=mention.end,
        type=timex.type.value,
        value=timex.value,
        edtf=timex.edtf,
        mod=timex.mod,
    )


def _event(
    event: Event, annotated: AnnotatedDocument, chronology: Chronology
) -> FoundEvent:
    roles: dict[str, tuple[Who, ...]] = {}
    for participant in event.participants:
        role = participant.role.value
        roles[role] = (*roles.get(role, ()), _who(participant, annotated))
    sources: list[Who | None] = []
    word = event.attribution
    while word is not None:
        names = _names(word.entity, annotated)
        if word.source is None and not names:
            sources.append(None)
        else:
            words = "" if word.source is None else annotated.quote(word.source)
            sources.append(Who(words=words, names=names))
        word = word.within
    return FoundEvent(
        id=event.id,
        start=event.trigger.start,
        end=event.trigger.end,
        roles=roles,
        sources=tuple(sources),
        factuality=event.factuality.value,
        span=chronology.spans.get(event.id, TimeSpan()),
    )


def _who(participant: Participant, annotated: AnnotatedDocument) -> Who:
    mention = participant.mention
    return Who(
        words="" if mention is None else annotated.quote(mention),
        names=_names(participant.entity, annotated),
    )


def _names(entity_id: str | None, annotated: AnnotatedDocument) -> tuple[str, ...]:
    entity = annotated.entity.get(entity_id or "")
    return () if entity is None else (entity.name, *entity.aliases)
