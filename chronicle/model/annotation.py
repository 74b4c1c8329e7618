"""The nouns of extraction: what is found in one document.

Names come from TimeML 1.2.1 (timexes, events, links), FactBank (factuality) and Allen's
interval algebra.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from chronicle.dates.axis import TimeSpan
from chronicle.model.readings import Reading
from chronicle.model.text import (
    Dating,
    Division,
    DivisionId,
    Document,
    EntityId,
    EventId,
    Evidence,
    Flag,
    LinkId,
    Mention,
    TimexId,
)
from chronicle.settings import Settings


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: the words, what they say, and what that comes to.

    ``find_times`` gives the reading; ``date`` fills ``value`` (TIMEX3), ``mod``
    (TIMEX3), ``edtf`` and ``span``.
    """

    id: TimexId
    mention: Mention | None
    division: DivisionId
    type: TimexType
    reading: Reading
    value: str | None = None
    mod: str | None = None
    edtf: str | None = None
    span: TimeSpan | None = None
    calendar: str | None = None
    flags: tuple[Flag, ...] = ()
    evidence: Evidence


class EntityKind(StrEnum):
    """Coarse kinds of entities."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something named; pronouns resolved to it are among its mentions."""

    id: EntityId
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    COMPANION = "companion"
    INSTRUMENT = "instrument"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who or what takes part, as written, and the entity where it is known."""

    role: Role
    mention: Mention | None
    entity: EntityId | None = None


class EventClass(StrEnum):
    """TimeML event classes."""

    OCCURRENCE = "OCCURRENCE"
    REPORTING = "REPORTING"
    PERCEPTION = "PERCEPTION"
    ASPECTUAL = "ASPECTUAL"
    I_ACTION = "I_ACTION"
    I_STATE = "I_STATE"
    STATE = "STATE"


class Factuality(StrEnum):
    """As an event's nearest source has it (FactBank: CT±, PR±, PS±, Uu)."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    COUNTERFACTUAL = "counterfactual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """On whose word an event stands. A ``None`` source is unnamed ("it was said").

    ``within`` is the attribution that this one is itself reported by, outwards to the
    author.
    """

    source: Mention | None
    entity: EntityId | None = None
    cue: Mention | None = None
    within: "Attribution | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, holds, is said or is meant, with the words for it.

    ``tense`` and ``aspect`` are TimeML's (PRESENT PAST FUTURE INFINITIVE PRESPART
    PASTPART NONE; NONE PROGRESSIVE PERFECTIVE PERFECTIVE_PROGRESSIVE), ``polarity`` POS
    or NEG. ``attribution`` ``None`` is the author's own word. ``specific`` is whether
    one happening is meant, not a habit or a kind. ``clause`` is the stretches of the
    sentence that tell this event and no other, in order; empty where nothing parsed it.
    """

    id: EventId
    division: DivisionId
    trigger: Mention
    extent: Mention
    sentence: Mention
    clause: tuple[Mention, ...] = ()
    lemma: str
    pos: str
    class_: EventClass
    tense: str = "NONE"
    aspect: str = "NONE"
    modality: str | None = None
    polarity: str = "POS"
    factuality: Factuality = Factuality.ASSERTED
    specific: bool | None = None
    participants: tuple[Participant, ...] = ()
    attribution: Attribution | None = None
    evidence: Evidence

    def taking_part(self, role: Role) -> tuple[Participant, ...]:
        """The participants of one role, in the order of the text."""
        return tuple(p for p in self.participants if p.role is role)


class LinkKind(StrEnum):
    """TimeML's links, and ANCHOR: the event that a time expression counts from."""

    TLINK = "TLINK"
    SLINK = "SLINK"
    ALINK = "ALINK"
    CLINK = "CLINK"
    ANCHOR = "ANCHOR"


class Allen(StrEnum):
    """Allen's thirteen relations, ``source`` RELATION ``target`` (CACM 26, 1983)."""

    BEFORE = "before"
    AFTER = "after"
    MEETS = "meets"
    MET_BY = "met_by"
    OVERLAPS = "overlaps"
    OVERLAPPED_BY = "overlapped_by"
    STARTS = "starts"
    STARTED_BY = "started_by"
    DURING = "during"
    CONTAINS = "contains"
    FINISHES = "finishes"
    FINISHED_BY = "finished_by"
    EQUALS = "equals"


class Tier(StrEnum):
    """How far a link is to be trusted; constraints enter the network in this order."""

    CERTAIN = "certain"
    LIKELY = "likely"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between events and timexes: ``source`` RELATION ``target``.

    TLINK: an ``Allen`` value; the target may be a division's id, for its writing.
    SLINK (governing event → content): "evidential", "intensional", "factive",
    "counter_factive", "conditional". ALINK (aspectual event → its event): "initiates",
    "continues", "culminates", "terminates", "reinitiates". CLINK (cause → effect, act →
    purpose): "cause", "purpose". ANCHOR (timex → event): "anchor".
    """

    id: LinkId
    kind: LinkKind
    source: str
    target: str
    relation: str
    tier: Tier = Tier.LIKELY
    signal: Mention | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """What produced an annotation."""

    version: str
    model: str
    settings: Settings


@dataclass(frozen=True, kw_only=True)
class AnnotatedDocument:
    """One document with all that was found in it: the unit of storage and review."""

    document: Document
    created: Dating | None = None
    divisions: tuple[Division, ...]
    sentences: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    made_with: MadeWith

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """The events by id."""
        return {e.id: e for e in self.events}

    @cached_property
    def timex(self) -> Mapping[str, Timex]:
        """The time expressions by id."""
        return {t.id: t for t in self.timexes}

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """The entities by id."""
        return {e.id: e for e in self.entities}

    @cached_property
    def division(self) -> Mapping[str, Division]:
        """The divisions by id."""
        return {d.id: d for d in self.divisions}

    @cached_property
    def links_of(self) -> Mapping[str, tuple["Link", ...]]:
        """The links that end in each event or time expression, either way round."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link)
            if link.target != link.source:
                found.setdefault(link.target, []).append(link)
        return {end: tuple(links) for end, links in found.items()}

    @cached_property
    def told_at(self) -> Mapping[int, tuple[Event, ...]]:
        """The events of each sentence in text order, by the sentence's first offset."""
        found: dict[int, list[Event]] = {}
        for event in sorted(self.events, key=lambda e: (e.trigger.start, e.id)):
            found.setdefault(event.sentence.start, []).append(event)
        return {start: tuple(events) for start, events in found.items()}

    @cached_property
    def times_at(self) -> Mapping[int, tuple[Timex, ...]]:
        """The time expressions of each sentence, by the sentence's first offset."""
        starts = sorted(sentence.start for sentence in self.sentences)
        found: dict[int, list[Timex]] = {}
        for timex in self.timexes:
            if timex.mention is not None and starts:
                at = max(0, bisect_right(starts, timex.mention.start) - 1)
                found.setdefault(starts[at], []).append(timex)
        return {start: tuple(timexes) for start, timexes in found.items()}

    def quote(self, mention: Mention) -> str:
        """The source's words at a mention."""
        return self.document.quote(mention)

    def replaced(self, **changes: Any) -> "AnnotatedDocument":
        """A copy with some fields changed."""
        return replace(self, **changes)
