"""The nouns of a timeline: decisions, order, entries, and all of it together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from chronicle.dates.axis import TimeSpan
from chronicle.model.annotation import AnnotatedDocument, Event, Tier, Timex
from chronicle.model.text import (
    Division,
    DocumentKey,
    EntryId,
    EventId,
    Evidence,
    LinkId,
    Mention,
    TimexId,
)
from chronicle.settings import Settings


class Verdict(StrEnum):
    """What a person says of a machine's value."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a decision is about, findable again by quotation.

    ``kind`` is "event", "timex", "division" or "document"; ``exact``, ``prefix`` and
    ``suffix`` quote the text (W3C TextQuoteSelector); ``id`` is the id it had.
    """

    document: DocumentKey
    kind: str
    id: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word on one value; appended to a file, never overwritten."""

    id: str
    target: Target
    field: str
    value: str | None
    verdict: Verdict
    reviewer: str | None
    decided_at: datetime
    note: str | None = None


class DatedBy(StrEnum):
    """What an event's date rests on."""

    STATED = "stated"
    DOCUMENT_DATE = "document date"
    OTHER_EVENT = "other event"
    ORDER_ONLY = "order only"
    EDITOR = "editor"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why an event has its bounds: the kind, the timex, and the chain in words.

    ``via`` names the links, timexes and events that the bounds came through, nearest
    first.
    """

    kind: DatedBy
    timex: TimexId | None = None
    via: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """``earlier`` is over before ``later`` begins, and how surely.

    Both are ids of events, of dates, or of divisions, which stand for their writing.
    """

    earlier: str
    later: str
    tier: Tier
    link: LinkId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """An event's nearest neighbours in the order, one list a tier."""

    before: tuple[Precedence, ...] = ()
    after: tuple[Precedence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A contradiction: the cycle in words, the link set aside, and why that one."""

    cycle: tuple[str, ...]
    set_aside: LinkId | None
    why: str


@dataclass(frozen=True, kw_only=True)
class Chronology:
    """The settled order of one document.

    ``spans`` bounds every event and gives every resolved timex; ``timexes`` and
    ``divisions`` are as they stand once event anchors are resolved; ``precedences``
    are the direct ones that the network accepted, text order, without closure.
    """

    document: DocumentKey
    spans: Mapping[str, TimeSpan]
    basis: Mapping[str, Basis]
    nearest: Mapping[str, Neighbours]
    precedences: tuple[Precedence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timexes: tuple[Timex, ...] = ()
    divisions: tuple[Division, ...] = ()

    @cached_property
    def _later(self) -> Mapping[str, tuple[Precedence, ...]]:
        table: dict[str, list[Precedence]] = {}
        for precedence in self.precedences:
            table.setdefault(precedence.earlier, []).append(precedence)
        return {key: tuple(found) for key, found in table.items()}

    def precedes(self, a: str, b: str, *, tier: Tier = Tier.CERTAIN) -> bool:
        """Whether ``a`` is over before ``b`` begins, by bounds or by a chain.

        ``tier`` is the weakest kind of link the chain may use.
        """
        ends, begins = self.spans[a].end.latest, self.spans[b].begin.earliest
        if ends is not None and begins is not None and ends <= begins:
            return True
        ranks = list(Tier)
        allowed = set(ranks[: ranks.index(tier) + 1])
        seen, stack = {a}, [a]
        while stack:
            for step in self._later.get(stack.pop(), ()):
                if step.tier not in allowed or step.later in seen:
                    continue
                if step.later == b:
                    return True
                seen.add(step.later)
                stack.append(step.later)
        return False


class Layer(StrEnum):
    """What an entry belongs to: the story, its documents' making, or its scholars."""

    NARRATED = "narrated"
    DOCUMENT = "document"
    SCHOLARSHIP = "scholarship"


class Agreement(StrEnum):
    """How the accounts of one happening stand to each other."""

    ALONE = "alone"
    AGREE = "agree"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPart:
    """An event beneath an entry's head: "content", "part", "phase" or "cause"."""

    event: EventId
    relation: str
    parent: EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One telling of a happening: its head event in one document, and its sentence."""

    document: DocumentKey
    event: EventId
    span: TimeSpan
    quotation: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A happening that a historian would write one sentence about.

    ``accounts`` are the independent tellings, the head's own first; ``copies`` repeat
    one of them word for word. ``span`` is the head's, narrowed by nothing from another
    source; ``order`` counts from 1 once the assembly is sorted. ``evidence`` says why
    tellings were merged.
    """

    id: EntryId
    head: EventId
    parts: tuple[EntryPart, ...] = ()
    accounts: tuple[Account, ...]
    copies: tuple[Account, ...] = ()
    agreement: Agreement = Agreement.ALONE
    salience: float = 0.0
    layer: Layer = Layer.NARRATED
    order: int = 0
    evidence: Evidence | None = None

    @property
    def span(self) -> TimeSpan:
        """The bounds of the head's own telling."""
        return self.accounts[0].span

    @property
    def document(self) -> DocumentKey:
        """The document of the head's own telling."""
        return self.accounts[0].document


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that was left out, and why, in words fit to print."""

    source: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """Many documents, a person's decisions, and the entries in order.

    ``annotated`` is as decided and dated; ``extracted`` is what was found in the
    sources, before any decision: that is what is stored.
    """

    annotated: tuple[AnnotatedDocument, ...]
    extracted: tuple[AnnotatedDocument, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unattached: tuple[Decision, ...] = ()
    chronologies: Mapping[str, Chronology]
    entries: tuple[Entry, ...]
    settings: Settings
    version: str

    @cached_property
    def document(self) -> Mapping[str, AnnotatedDocument]:
        """The annotated documents by key."""
        return {a.document.key: a for a in self.annotated}

    @cached_property
    def home(self) -> Mapping[str, AnnotatedDocument]:
        """The annotated document that each event, timex and division stands in."""
        found: dict[str, AnnotatedDocument] = {}
        for annotated in self.annotated:
            found |= dict.fromkeys((d.id for d in annotated.divisions), annotated)
            found |= dict.fromkeys((e.id for e in annotated.events), annotated)
            found |= dict.fromkeys((t.id for t in annotated.timexes), annotated)
        return found

    @cached_property
    def entry_of(self) -> Mapping[str, Entry]:
        """The entry that each event belongs to, as head, part or another account."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for account in (*entry.accounts, *entry.copies):
                found[account.event] = entry
            for part in entry.parts:
                found[part.event] = entry
        return found

    def event(self, event_id: str) -> Event:
        """The event of an id."""
        return self.home[event_id].event[event_id]
