"""The words of one happening, cut out of its sentence without a change.

There is no parse here: the trigger, the participants' mentions and the other events of
the sentence mark where the clause begins and ends. A cut is shown as an ellipsis, a
supplied subject stands in square brackets.
"""

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
from chronicle.wording.sentences import NEAR, PUNCTUATION, Sentence

__all__ = ["Clause", "clause"]

_OPENING = "“\"‘'«„"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Stretches of the source in order, and a subject to be supplied before them.

    ``is_speech`` marks a supplied speaker of words in the first person.
    """

    lead: str | None
    spans: tuple[tuple[int, int], ...]
    is_speech: bool = False


def clause(annotated: AnnotatedDocument, event: Event, own: Iterable[str]) -> Clause:
    """The clause of an event; the events in ``own`` belong to it and are not cut."""
    mine = {*own, event.id}
    sentence = Sentence(annotated, event)
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


def _right(sentence: Sentence, event: Event, others: list[Event]) -> int:
    floor = max(event.extent.end, event.trigger.end)
    edges = [
        max(floor, sentence.edge(other, floor))
        for other in others
        if other.trigger.start >= floor and sentence.is_clause(other)
    ]
    return min(edges, default=sentence.end)


def _fronted(sentence: Sentence, event: Event, own: list[Event]) -> int | None:
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
    sentence: Sentence, event: Event, beside: list[Event], others: list[Event]
) -> tuple[str | None, tuple[tuple[int, int], ...], bool]:
    verb = sentence.verb_start(event)
    who = sentence.subject(event)
    if who is None or who.mention is None:
        return _supplied(sentence, event), ((verb, verb),), False
    start, end = who.mention.start, _short(sentence, who.mention, beside)
    words = flat(sentence.annotated.document.text[start:end])
    if is_pronoun(words):
        return _for_pronoun(sentence, event, who, verb, beside)
    gap = [t for t in sentence.tokens if end <= t.start < verb]
    inside = [e for e in beside if end <= e.trigger.start < verb]
    joints = lexicon().relatives | PUNCTUATION
    if not gap:
        return None, ((start, verb),), False
    if all(t.lower in joints for t in gap):
        return words, ((verb, verb),), False
    if not inside and sum(t.is_word for t in gap) <= NEAR:
        return None, ((start, verb),), False
    if gap[0].lower in joints or gap[0].lower in _OPENING:
        return None, ((start, end), (verb, verb)), False
    return words, ((verb, verb),), False


def _short(sentence: Sentence, mention: Mention, beside: list[Event]) -> int:
    """Where a noun phrase ends, the relative clauses that follow it left out."""
    inner = [
        e.trigger.start
        for e in beside
        if mention.start < e.trigger.start < mention.end and e.pos != "NOUN"
    ]
    if not inner:
        return mention.end
    joints = lexicon().relatives | PUNCTUATION
    for token in sentence.tokens:
        if mention.start < token.start < min(inner) and token.lower in joints:
            return sentence.tokens[sentence.at(token.start) - 1].end
    return mention.end


def _for_pronoun(
    sentence: Sentence,
    event: Event,
    who: Participant,
    verb: int,
    beside: list[Event],
) -> tuple[str | None, tuple[tuple[int, int], ...], bool]:
    annotated, mention = sentence.annotated, who.mention
    assert mention is not None
    pronoun = annotated.quote(mention).lower()
    after = sentence.at(mention.end)
    rest = sentence.tokens[after].start if after < len(sentence.tokens) else verb
    rest = min(rest, event.trigger.start)
    inside = any(mention.end <= e.trigger.start < verb for e in beside)
    gap = [t for t in sentence.tokens if rest <= t.start < verb]
    is_far = inside or sum(t.is_word for t in gap) > NEAR
    start = verb if is_far else mention.start
    name = entity_name(annotated, who.entity)
    words = lexicon()
    if pronoun in words.first_singular:
        name = name or speaker(annotated, event)
        if name and event.tense != "PAST":
            return name, ((start, verb),), not is_far
    elif pronoun in words.first_plural:
        name = name or speaker(annotated, event)
        name = f"{name} and others" if name else None
    elif pronoun in words.second and name and event.tense != "PAST":
        return None if not is_far else pronoun, ((start, verb),), False
    if name is None:
        is_lost = pronoun in words.relatives
        lead = pronoun if is_far and not is_lost else None
        return lead, ((verb if is_lost else start, verb),), False
    return name, ((verb if is_far else rest, verb),), False


def _supplied(sentence: Sentence, event: Event) -> str | None:
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
