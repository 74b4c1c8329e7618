"""A parsed document with its events and dates laid over the tree."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from chronicle.language.quotations import Quotation, quotations
from chronicle.language.syntax import Tree
from chronicle.model import (
    Document,
    Event,
    EventClass,
    Factuality,
    Mention,
    Timex,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "Scene",
    "is_ahead",
    "is_bounded",
    "is_past",
    "is_pluperfect",
    "is_real",
    "text_of",
]

_UNREAL = frozenset(
    {Factuality.NEGATED, Factuality.HYPOTHETICAL, Factuality.COUNTERFACTUAL}
)
_AHEAD = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.PROBABLE})


class Scene:
    """One document: which word is which event, and which words are a date."""

    def __init__(
        self,
        doc: "Doc",
        document: Document,
        timexes: tuple[Timex, ...],
        events: tuple[Event, ...],
    ) -> None:
        """Lay events and dates over the words that they begin with or cover."""
        self.tree = Tree(doc)
        self.document = document
        self.timexes = timexes
        starts = {t.idx: t for t in self.tree.words}
        self._event: dict[int, Event] = {}
        self._token: dict[str, Token] = {}
        for event in sorted(events, key=lambda e: (e.trigger.start, e.id)):
            token = starts.get(event.trigger.start)
            if token is not None:
                self._event[token.i] = self._as_told(event, token)
                self._token[event.id] = token
        self.events = tuple(self._event.values())
        self._date: dict[int, Timex] = {}
        for timex in timexes:
            if timex.mention is not None:
                for token in self.covered(timex.mention):
                    self._date[token.i] = timex

    def _as_told(self, event: Event, token: "Token") -> Event:
        """The event in the tense of its clause.

        "Had him voted out" is a preterite: in a pluperfect only an inverted subject
        stands between "had" and its verb. "It was stopped and its load thrown" has one
        auxiliary for both.
        """
        if event.tense == "PASTPART" and self.tree.bears(token, "conj"):
            first = self._event.get(self.tree.first_conjunct(token).i)
            finite = first is not None and first.tense in {"PAST", "PRESENT"}
            return replace(event, tense=first.tense) if first and finite else event
        if not is_pluperfect(event):
            return event
        had = next((t for t in self.tree.children(token, "aux")), None)
        names = self.tree.children(token, "nsubj", "obj", "nsubj:pass")
        inside = [t for t in names if had is not None and had.i < t.i < token.i]
        subjects = [*names, *(self.tree.children(had, "nsubj") if had else ())]
        before = [t for t in subjects if had is not None and t.i < had.i]
        return replace(event, aspect="NONE") if inside and before else event

    def event(self, token: "Token | None") -> Event | None:
        """The event whose trigger a word is."""
        return None if token is None else self._event.get(token.i)

    def token(self, event: Event) -> "Token | None":
        """The word that is an event's trigger."""
        return self._token.get(event.id)

    def date(self, token: "Token") -> Timex | None:
        """The date that a word belongs to."""
        return self._date.get(token.i)

    def covered(self, mention: Mention) -> "list[Token]":
        """The words of a stretch of text."""
        words = self.tree.words
        low, high = 0, len(words)
        while low < high:
            middle = (low + high) // 2
            if words[middle].idx + len(words[middle].text) <= mention.start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(words) and words[low].idx < mention.end:
            found.append(words[low])
            low += 1
        return found

    def heads_of(self, timex: Timex) -> "list[Token]":
        """The words of a date that hang on none of the others, in order.

        A date should have one; of a date badly parsed each may be tried.
        """
        if timex.mention is None:
            return []
        words = self.covered(timex.mention)
        inside = {t.i for t in words}
        tops = [
            t for t in words if (h := self.tree.head(t)) is None or h.i not in inside
        ]
        content = [t for t in tops if not self.tree.bears(t, "case", "mark", "punct")]
        return content or tops

    def governor(self, token: "Token") -> "Token | None":
        """The nearest word above that is an event."""
        return next((t for t in self.tree.above(token) if t.i in self._event), None)

    def mention(self, *tokens: "Token") -> Mention | None:
        """The stretch from the first to the last of some words."""
        if not tokens:
            return None
        first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
        return Mention(
            document=self.document.key, start=first.idx, end=last.idx + len(last.text)
        )

    def quote(self, mention: Mention) -> str:
        """The words of a stretch of text."""
        return self.document.text[mention.start : mention.end]

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The stretches that somebody else speaks."""
        return quotations(self.document.text)

    def quoted(self, event: Event) -> Quotation | None:
        """The quotation that an event stands in."""
        n = bisect_right(self._opened, event.trigger.start) - 1
        found = self.quotations[n] if n >= 0 else None
        return found if found and event.trigger.start < found.end else None

    @cached_property
    def _opened(self) -> list[int]:
        return [q.start for q in self.quotations]

    @cached_property
    def _sentences(self) -> "tuple[list[list[Token]], list[list[Event]]]":
        count = 1 + max(self.tree.sentence_of.values(), default=-1)
        words: list[list[Token]] = [[] for _ in range(count)]
        events: list[list[Event]] = [[] for _ in range(count)]
        for token in self.tree.words:
            words[self.sentence(token)].append(token)
        for event in self.events:
            events[self.sentence(self._token[event.id])].append(event)
        return words, events

    def words_beside(self, token: "Token") -> "list[Token]":
        """The words of a word's sentence."""
        return self._sentences[0][self.sentence(token)]

    def events_beside(self, token: "Token") -> "list[Event]":
        """The events of a word's sentence."""
        return self._sentences[1][self.sentence(token)]

    def marker(self, token: "Token", *relations: str) -> "tuple[Token, ...]":
        """The preposition or conjunction of a word, with its fixed parts in order."""
        first = self.tree.child(token, *relations)
        if first is None:
            return ()
        return (first, *self.tree.children(first, "fixed"))

    def is_across(self, first: Event, second: Event) -> bool:
        """Whether another division (a heading) begins between two events."""
        low = bisect_right(self._divided, first.trigger.start)
        return low < bisect_right(self._divided, second.trigger.start)

    @cached_property
    def _divided(self) -> list[int]:
        return sorted(d.start for d in self.document.divisions)

    def sentence(self, token: "Token") -> int:
        """The number of a word's sentence."""
        return self.tree.sentence_of[token.i]


def is_real(event: Event) -> bool:
    """Whether an event has a place on the line of what happened or is to happen."""
    return event.factuality not in _UNREAL


def is_ahead(event: Event) -> bool:
    """Whether an event is planned or may be, so that it lies after what tells of it."""
    return event.factuality in _AHEAD


def is_past(event: Event) -> bool:
    """Whether an event is told as past: preterite, perfect or pluperfect."""
    return event.tense == "PAST" or (
        event.tense == "PRESENT" and event.aspect.startswith("PERFECTIVE")
    )


def is_pluperfect(event: Event) -> bool:
    """Whether an event lies before another past one by its tense."""
    return (
        event.tense == "PAST"
        and event.aspect.startswith("PERFECTIVE")
        and event.modality is None
    )


def is_bounded(event: Event) -> bool:
    """Whether an event is told as a whole: no state, nothing in progress."""
    return (
        event.class_ not in {EventClass.STATE, EventClass.I_STATE}
        and "PROGRESSIVE" not in event.aspect
    )


def text_of(events: Iterable[Event], scene: Scene) -> str:
    """The triggers of some events, quoted."""
    return ", ".join(f"“{scene.quote(e.trigger)}”" for e in events)
