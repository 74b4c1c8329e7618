"""The words of one happening, cut out of its sentence without a change.

There is no parse here: the trigger, the participants' mentions and the other events of
the sentence mark where the clause begins and ends. A cut is shown as an ellipsis, a
supplied subject stands in square brackets.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chronicle.model import (
    AnnotatedDocument,
    Event,
    LinkKind,
    Mention,
    Participant,
    Role,
)
from chronicle.wording.lexicon import lexicon
from chronicle.wording.names import entity_name, flat, is_pronoun, speaker

__all__ = ["Clause", "clause"]

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]")
_OPENING = "“\"‘'«„"
_PUNCTUATION = frozenset(",;:—–-()")
_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
_NEAR = 6  # words between a subject and its verb that may stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Stretches of the source in order, and a subject to be supplied before them.

    ``is_speech`` marks a supplied speaker of words in the first person.
    """

    lead: str | None
    spans: tuple[tuple[int, int], ...]
    is_speech: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    lower: str

    @property
    def is_word(self) -> bool:
        return self.lower[0].isalnum()


class _Sentence:
    """One sentence's tokens (marks of pages left out), and where its events stand."""

    def __init__(self, annotated: AnnotatedDocument, event: Event) -> None:
        self.annotated = annotated
        self.start, self.end = event.sentence.start, event.sentence.end
        text = annotated.document.text
        hidden = [(m.start, m.end) for m in annotated.document.locators]
        self.tokens = [
            _Token(m.start(), m.end(), m.group().lower())
            for m in _TOKEN.finditer(text, self.start, self.end)
            if not any(a <= m.start() < b for a, b in hidden)
        ]
        self.times = [
            (t.mention.start, t.mention.end)
            for t in annotated.timexes
            if t.mention is not None and self.holds(t.mention)
        ]

    def holds(self, mention: Mention) -> bool:
        return self.start <= mention.start and mention.end <= self.end

    def at(self, offset: int) -> int:
        """The index of the first token that ends after an offset."""
        for i, token in enumerate(self.tokens):
            if token.end > offset:
                return i
        return len(self.tokens)

    def verb_start(self, event: Event) -> int:
        """Where the verb group begins: auxiliaries, negation, light adverbs."""
        words = lexicon().auxiliaries
        i = self.at(event.extent.start)
        while i > 0:
            word = self.tokens[i - 1].lower
            if word not in words and not (word.endswith("ly") and len(word) > 4):
                break
            i -= 1
        if i > 0 and self.tokens[i - 1].lower in lexicon().expletives:
            i -= 1
        return self.tokens[i].start if i < len(self.tokens) else event.trigger.start

    def subject(self, event: Event) -> Participant | None:
        """The participant that stands before the verb, the agent for choice."""
        verb = self.verb_start(event)
        for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT):
            for participant in reversed(event.taking_part(role)):
                mention = participant.mention
                if mention and self.holds(mention) and mention.start < verb:
                    return participant
        return None

    def is_clause(self, event: Event) -> bool:
        """Whether an event is a clause of its own, to be cut from before another."""
        if event.pos == "NOUN":
            return False
        if event.tense in _FINITE:
            return True
        i = self.at(self.verb_start(event))
        return i > 0 and self.tokens[i - 1].lower in _PUNCTUATION

    def edge(self, event: Event, floor: int) -> int:
        """Where another clause begins, its conjunction and date with it.

        ``floor`` is the end of the verb that it follows.
        """
        left = self.verb_start(event)
        who = self.subject(event)
        mention = who.mention if who is not None else None
        if mention is not None and mention.start >= floor:
            left = min(left, mention.start)
            return self._before_connectives(self.at(left))
        return self._before_connectives(self._joint(self.at(left), floor))

    def _joint(self, i: int, floor: int) -> int:
        """The conjunction or comma just before a verb whose subject is not known."""
        joints = lexicon().joints | _PUNCTUATION
        for back in range(1, _NEAR + 1):
            if i - back < 0 or self.tokens[i - back].start < floor:
                break
            if self.tokens[i - back].lower in joints:
                return i - back + 1
        return i

    def _before_connectives(self, i: int) -> int:
        words = lexicon()
        skipped_connective = False
        while i > 0:
            token = self.tokens[i - 1]
            after = self.tokens[i].lower if i < len(self.tokens) else ""
            is_time = any(a <= token.start < b for a, b in self.times)
            if is_time and skipped_connective:
                break
            is_joint = token.lower in _PUNCTUATION or token.lower in words.joints
            is_pied = token.lower in words.connectives and after in words.relatives
            leads_time = token.lower in words.connectives and any(
                a <= self.tokens[i].start < b for a, b in self.times
            )
            if not (is_time or is_joint or is_pied or leads_time):
                break
            skipped_connective |= is_joint and not is_time
            i -= 1
        return self.tokens[i].start if i < len(self.tokens) else self.end


def clause(annotated: AnnotatedDocument, event: Event, own: Iterable[str]) -> Clause:
    """The clause of an event; the events in ``own`` belong to it and are not cut."""
    mine = {*own, event.id}
    sentence = _Sentence(annotated, event)
    told = annotated.told_at.get(event.sentence.start, ())
    beside = [e for e in told if e.id != event.id]
    others = [e for e in beside if e.id not in mine]
    governor = _governor(annotated, event, [e for e in beside if e.id in mine])
    opening = governor or event
    right = _right(sentence, event, others)
    quoted = _fronted(sentence, opening, [e for e in beside if e.id in mine])
    if quoted is not None:
        return Clause(lead=None, spans=((quoted, right),))
    lead, spans, is_speech = _left(sentence, opening, beside, others)
    *first, (last, _) = spans
    return Clause(lead=lead, spans=(*first, (last, right)), is_speech=is_speech)


def _governor(
    annotated: AnnotatedDocument, event: Event, own: list[Event]
) -> Event | None:
    """The "intends", "hopes" or "begins" above a head, told before it."""
    above = {
        link.source
        for link in annotated.links_of.get(event.id, ())
        if link.target == event.id
        and (
            link.kind is LinkKind.ALINK
            or (link.kind is LinkKind.SLINK and link.relation != "evidential")
        )
    }
    before = [e for e in own if e.id in above and e.trigger.start < event.trigger.start]
    return before[-1] if before else None


def _right(sentence: _Sentence, event: Event, others: list[Event]) -> int:
    floor = max(event.extent.end, event.trigger.end)
    edges = [
        max(floor, sentence.edge(other, floor))
        for other in others
        if other.trigger.start >= floor and sentence.is_clause(other)
    ]
    return min(edges, default=sentence.end)


def _fronted(sentence: _Sentence, event: Event, own: list[Event]) -> int | None:
    """Where words begin that are quoted before their "he said"."""
    text = sentence.annotated.document.text
    who = sentence.subject(event)
    left = who.mention.start if who and who.mention else sentence.verb_start(event)
    before = [e for e in own if e.trigger.start < min(left, event.trigger.start)]
    if not before or not sentence.tokens:
        return None
    first = text[sentence.tokens[0].start]
    return sentence.tokens[0].start if first in _OPENING else None


def _left(
    sentence: _Sentence, event: Event, beside: list[Event], others: list[Event]
) -> tuple[str | None, tuple[tuple[int, int], ...], bool]:
    verb = sentence.verb_start(event)
    who = sentence.subject(event)
    if who is None or who.mention is None:
        return _supplied(sentence, event), ((verb, verb),), False
    start, end = who.mention.start, _short(sentence, who.mention, beside)
    words = flat(sentence.annotated.document.text[start:end])
    if is_pronoun(words):
        return _for_pronoun(sentence, event, who, verb)
    gap = [t for t in sentence.tokens if end <= t.start < verb]
    inside = [e for e in beside if end <= e.trigger.start < verb]
    joints = lexicon().relatives | _PUNCTUATION
    if not gap:
        return None, ((start, verb),), False
    if all(t.lower in joints for t in gap):
        return words, ((verb, verb),), False
    if not inside and sum(t.is_word for t in gap) <= _NEAR:
        return None, ((start, verb),), False
    if gap[0].lower in joints or gap[0].lower in _OPENING:
        return None, ((start, end), (verb, verb)), False
    return words, ((verb, verb),), False


def _short(sentence: _Sentence, mention: Mention, beside: list[Event]) -> int:
    """Where a noun phrase ends, the relative clauses that follow it left out."""
    inner = [
        e.trigger.start
        for e in beside
        if mention.start < e.trigger.start < mention.end and e.pos != "NOUN"
    ]
    if not inner:
        return mention.end
    joints = lexicon().relatives | _PUNCTUATION
    for token in sentence.tokens:
        if mention.start < token.start < min(inner) and token.lower in joints:
            return sentence.tokens[sentence.at(token.start) - 1].end
    return mention.end


def _for_pronoun(
    sentence: _Sentence, event: Event, who: Participant, verb: int
) -> tuple[str | None, tuple[tuple[int, int], ...], bool]:
    annotated, mention = sentence.annotated, who.mention
    assert mention is not None
    pronoun = annotated.quote(mention).lower()
    after = sentence.at(mention.end)
    rest = sentence.tokens[after].start if after < len(sentence.tokens) else verb
    rest = min(rest, event.trigger.start)
    name = entity_name(annotated, who.entity)
    words = lexicon()
    if pronoun in words.first_singular:
        name = name or speaker(annotated, event)
        if name and event.tense != "PAST":
            return name, ((mention.start, verb),), True
    elif pronoun in words.first_plural:
        name = name or speaker(annotated, event)
        name = f"{name} and others" if name else None
    if name is None:
        start = verb if pronoun in words.relatives else mention.start
        return None, ((start, verb),), False
    gap = [t for t in sentence.tokens if rest <= t.start < verb]
    if sum(t.is_word for t in gap) > _NEAR:
        rest = verb
    return name, ((rest, verb),), False


def _supplied(sentence: _Sentence, event: Event) -> str | None:
    """A subject that the sentence itself leaves out."""
    for participant in event.taking_part(Role.AGENT):
        name = entity_name(sentence.annotated, participant.entity)
        mention = participant.mention
        follows = mention is not None and mention.start >= event.trigger.start
        if follows and mention is not None and sentence.holds(mention):
            return None
        if name is None and mention is not None:
            words = flat(sentence.annotated.quote(mention))
            name = None if is_pronoun(words) else words
        if name is not None:
            return name
    return None
