"""Annotated documents made by hand from their text: no model, no extraction.

Words are found in the text by quotation, from left to right: ``made.event("marched")``
is the first "marched" after the last event made, else the first in the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chronicle.dates.axis import MINUTES_PER_DAY, Minute, TimeSpan, day
from chronicle.entries import group
from chronicle.merging import merge
from chronicle.model import (
    Absolute,
    AnnotatedDocument,
    Assembly,
    Attribution,
    Basis,
    Chronology,
    DatedBy,
    Dating,
    Division,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Entity,
    EntityId,
    EntityKind,
    Event,
    EventClass,
    EventId,
    Evidence,
    Factuality,
    Link,
    LinkId,
    LinkKind,
    MadeWith,
    Mention,
    Neighbours,
    Participant,
    Precedence,
    Reading,
    Role,
    Tier,
    Timex,
    TimexId,
    TimexType,
)
from chronicle.settings import Settings

EVIDENCE = Evidence(rule="made by hand")
SETTINGS = Settings()
_SENTENCE = re.compile(r"[^\s].*?(?:(?<!Mr)(?<!Dr)[.!?][”’\"]?(?=\s|$)|$)", re.S)
_ROLES = {role.value: role for role in Role}


def on(year: int, month: int = 1, number: int = 1, *, days: int = 1) -> TimeSpan:
    """The span of an event that lies within so many days."""
    begin = day(year, month, number)
    return TimeSpan.within(begin, Minute(begin + days * MINUTES_PER_DAY))


def exactly(year: int, month: int = 1, number: int = 1, *, days: int = 1) -> TimeSpan:
    """The span of a date that is so many days."""
    begin = day(year, month, number)
    return TimeSpan.exactly(begin, Minute(begin + days * MINUTES_PER_DAY))


@dataclass
class Handmade:
    """One document under construction."""

    text: str
    key: str = "made.txt"
    kind: DivisionKind = DivisionKind.ARTICLE
    written: Dating | None = None
    division: Mapping[str, Any] = field(default_factory=dict)
    document: Mapping[str, Any] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spans: dict[str, TimeSpan] = field(default_factory=dict)
    basis: dict[str, Basis] = field(default_factory=dict)
    precedences: list[Precedence] = field(default_factory=list)

    def at(self, words: str, *, near: int = 0) -> Mention:
        """The words' first place after an offset, else their first in the text."""
        start = self.text.find(words, near)
        start = self.text.find(words) if start < 0 else start
        assert start >= 0, f"no {words!r} in the text"
        return Mention(
            document=DocumentKey(self.key), start=start, end=start + len(words)
        )

    def sentence(self, offset: int) -> Mention:
        """The sentence around an offset."""
        for found in _SENTENCE.finditer(self.text):
            if found.start() <= offset < found.end():
                return Mention(
                    document=DocumentKey(self.key),
                    start=found.start(),
                    end=found.end(),
                )
        raise AssertionError(f"no sentence at {offset}")

    def entity(
        self, name: str, *words: str, kind: EntityKind = EntityKind.PERSON
    ) -> EntityId:
        """Somebody, with the words that mean them."""
        made = Entity(
            id=EntityId(f"{self.key}#e{len(self.entities) + 1}"),
            name=name,
            kind=kind,
            mentions=tuple(self.at(w) for w in words),
        )
        self.entities.append(made)
        return made.id

    def event(
        self,
        trigger: str,
        *,
        who: Mapping[str, str | tuple[str, EntityId | None]] | None = None,
        said_by: Attribution | None = None,
        near: int | None = None,
        **given: Any,
    ) -> EventId:
        """An event; ``who`` gives each role's words, or words and entity."""
        last = self.events[-1].trigger.end if self.events else 0
        mention = self.at(trigger, near=last if near is None else near)
        sentence = self.sentence(mention.start)
        fields: dict[str, Any] = {
            "lemma": trigger.lower(),
            "pos": "VERB",
            "class_": EventClass.OCCURRENCE,
            "tense": "PAST",
        }
        made = Event(
            id=EventId(f"ev{len(self.events) + 1:02}{_letters(self.key)}"),
            division=DivisionId(f"{self.key}#1"),
            trigger=mention,
            extent=mention,
            sentence=sentence,
            participants=tuple(
                self._participant(role, told, sentence, mention)
                for role, told in (who or {}).items()
            ),
            attribution=said_by,
            evidence=EVIDENCE,
            **(fields | given),
        )
        self.events.append(made)
        return made.id

    def _participant(
        self,
        role: str,
        told: str | tuple[str, EntityId | None],
        sentence: Mention,
        trigger: Mention,
    ) -> Participant:
        words, entity = (told, None) if isinstance(told, str) else told
        before = self.text.rfind(words, sentence.start, trigger.start)
        mention = (
            self.at(words, near=sentence.start)
            if before < 0 or self.text.find(words, trigger.end, sentence.end) >= 0
            else self.at(words, near=before)
        )
        return Participant(role=_ROLES[role], mention=mention, entity=entity)

    def timex(
        self,
        words: str,
        *events: str,
        span: TimeSpan | None = None,
        edtf: str | None = None,
        reading: Reading | None = None,
        relation: str = "during",
        **given: Any,
    ) -> TimexId:
        """A time expression, and the events that it dates."""
        made = Timex(
            id=TimexId(f"{self.key}#t{len(self.timexes) + 1}"),
            mention=self.at(words),
            division=DivisionId(f"{self.key}#1"),
            type=TimexType.DATE,
            reading=reading or Absolute(edtf=edtf or "XXXX"),
            edtf=edtf,
            span=span,
            evidence=EVIDENCE,
            **given,
        )
        self.timexes.append(made)
        for event in events:
            self.link("TLINK", event, relation, made.id)
            if span is not None:
                first, last = span.begin.earliest, span.end.latest
                self.spans[event] = TimeSpan.within(first, last)
            self.basis[event] = Basis(kind=DatedBy.STATED, timex=made.id)
        return made.id

    def link(
        self,
        kind: str,
        source: str,
        relation: str,
        target: str,
        *,
        signal: str | None = None,
        tier: Tier = Tier.CERTAIN,
    ) -> None:
        """A link."""
        made = Link(
            id=LinkId(f"{self.key}#l{len(self.links) + 1}"),
            kind=LinkKind(kind),
            source=source,
            target=target,
            relation=relation,
            tier=tier,
            signal=self.at(signal) if signal else None,
            evidence=EVIDENCE,
        )
        self.links.append(made)

    def before(self, earlier: str, later: str) -> None:
        """Certain order."""
        self.precedences.append(
            Precedence(earlier=earlier, later=later, tier=Tier.CERTAIN)
        )

    def annotated(self) -> AnnotatedDocument:
        """The document, finished."""
        division = Division(
            id=DivisionId(f"{self.key}#1"),
            kind=self.kind,
            start=0,
            end=len(self.text),
            dates=DivisionDates(written=self.written),
            **self.division,
        )
        return AnnotatedDocument(
            document=Document(
                key=DocumentKey(self.key),
                text=self.text,
                divisions=(division,),
                **self.document,
            ),
            created=self.written,
            divisions=(division,),
            sentences=tuple(
                self.sentence(m.start()) for m in _SENTENCE.finditer(self.text)
            ),
            entities=tuple(self.entities),
            timexes=tuple(self.timexes),
            events=tuple(self.events),
            links=tuple(self.links),
            made_with=MadeWith(version="0", model="none", settings=SETTINGS),
        )

    def chronology(self) -> Chronology:
        """The order as given, not as computed."""
        spans = {e.id: self.spans.get(e.id, TimeSpan()) for e in self.events}
        spans |= {t.id: t.span for t in self.timexes if t.span is not None}
        nearest = {
            e.id: Neighbours(
                before=tuple(p for p in self.precedences if p.later == e.id),
                after=tuple(p for p in self.precedences if p.earlier == e.id),
            )
            for e in self.events
        }
        return Chronology(
            document=DocumentKey(self.key),
            spans=spans,
            basis={
                e.id: self.basis.get(e.id, Basis(kind=DatedBy.NONE))
                for e in self.events
            },
            nearest=nearest,
            precedences=tuple(self.precedences),
            timexes=tuple(self.timexes),
        )


def _letters(key: str) -> str:
    return "".join(c for c in key if c.isalnum())[:8]


def assembly(*made: Handmade, settings: Settings = SETTINGS, **given: Any) -> Assembly:
    """The documents' entries, grouped and merged, in the order of their telling."""
    annotated = {DocumentKey(m.key): m.annotated() for m in made}
    chronologies = {DocumentKey(m.key): m.chronology() for m in made}
    grouped = [
        entry
        for key, one in annotated.items()
        for entry in group(one, chronologies[key], settings=settings)
    ]
    merged = merge(grouped, annotated, chronologies)
    numbered = tuple(replace(entry, order=n) for n, entry in enumerate(merged, start=1))
    return Assembly(
        annotated=tuple(annotated.values()),
        chronologies={str(key): one for key, one in chronologies.items()},
        entries=numbered,
        settings=settings,
        version="0",
        **given,
    )


def unnamed(made: Handmade, cue: str) -> Attribution:
    """An attribution to nobody named."""
    return Attribution(source=None, cue=made.at(cue))


def planned(**given: Any) -> dict[str, Any]:
    """The fields of a planned infinitive."""
    return {"factuality": Factuality.PLANNED, "tense": "INFINITIVE"} | given
