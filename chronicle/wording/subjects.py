"""How a clause begins: its subject as it stands, cut short, or supplied."""

from dataclasses import dataclass

from chronicle.model import Event, Mention, Participant, Role
from chronicle.wording.lexicon import lexicon
from chronicle.wording.names import entity_name, flat, is_pronoun, speaker
from chronicle.wording.sentences import NEAR, PUNCTUATION, Sentence

__all__ = ["OPENING_MARKS", "Opening", "opening", "short_end"]

OWN = 9  # words of its own content between a subject and its verb that may stay
OPENING_MARKS = "“\"‘'«„"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A subject to be supplied, and the stretches of source up to the verb.

    ``is_speech`` marks the supplied speaker of words in the first person.
    """

    lead: str | None = None
    spans: tuple[tuple[int, int], ...]
    is_speech: bool = False


def opening(
    sentence: Sentence,
    event: Event,
    beside: list[Event],
    *,
    own: frozenset[str] = frozenset(),
) -> Opening:
    """How the clause of an event begins; ``beside`` are its sentence's other events.

    Those in ``own`` belong to it, and may stand between its subject and its verb.
    """
    verb = sentence.verb_start(event)
    who = sentence.subject(event)
    if who is None or who.mention is None:
        lead = _supplied(sentence, event)
        start = verb if lead is not None else sentence.clause_start(event)
        return Opening(lead=lead, spans=((start, verb),))
    start, end = who.mention.start, short_end(sentence, who.mention, [event, *beside])
    words = flat(sentence.annotated.document.text[start:end])
    if is_pronoun(words):
        return _for_pronoun(sentence, event, who, beside)
    gap = [t for t in sentence.tokens if end <= t.start < verb]
    inside = [e for e in beside if end <= e.trigger.start < verb]
    joints = lexicon().relatives | PUNCTUATION
    start = _with_condition(sentence, start)
    if not gap:
        return Opening(spans=((start, verb),))
    if gap[-1].lower in lexicon().relatives and end < gap[-1].start:
        text = sentence.annotated.document.text[start : gap[-1].start]
        lead = words if inside else flat(text).rstrip(" ,;—–")
        return Opening(lead=lead, spans=((verb, verb),))
    if all(t.lower in joints for t in gap):
        return Opening(lead=words, spans=((verb, verb),))
    length = sum(t.is_word for t in gap)
    if not inside and length <= NEAR:
        return Opening(spans=((start, verb),))
    is_own = own.issuperset(e.id for e in inside) and gap[0].is_word
    if is_own and inside and length <= OWN:
        return Opening(spans=((start, verb),))
    if gap[0].lower in joints or gap[0].lower in OPENING_MARKS:
        return Opening(spans=((start, end), (verb, verb)))
    return Opening(lead=words, spans=((verb, verb),))


def _with_condition(sentence: Sentence, start: int) -> int:
    """The start moved back over the "if" that keeps a clause from reading as fact."""
    i = sentence.at(start)
    if i > 0 and sentence.tokens[i - 1].lower in lexicon().conditions:
        return sentence.tokens[i - 1].start
    return start


def short_end(sentence: Sentence, mention: Mention, beside: list[Event]) -> int:
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
    sentence: Sentence, event: Event, who: Participant, beside: list[Event]
) -> Opening:
    """A pronoun gives way to a name, unless the verb would not agree with it."""
    annotated, mention = sentence.annotated, who.mention
    assert mention is not None
    verb = sentence.verb_start(event)
    pronoun = annotated.quote(mention).lower()
    after = sentence.at(mention.end)
    rest = sentence.tokens[after].start if after < len(sentence.tokens) else verb
    rest = min(rest, event.trigger.start)
    inside = any(mention.end <= e.trigger.start < verb for e in beside)
    gap = [t for t in sentence.tokens if rest <= t.start < verb]
    if gap and gap[0].lower == "and" and not inside:  # "he and Lady Shelley gave"
        return Opening(spans=((mention.start, verb),))
    is_far = inside or sum(t.is_word for t in gap) > NEAR
    start, rest = (verb, verb) if is_far else (mention.start, rest)
    supposed = _with_condition(sentence, mention.start)
    if supposed < mention.start and not is_far:
        return Opening(spans=((supposed, verb),))
    name = entity_name(annotated, who.entity)
    words = lexicon()
    is_past = event.tense == "PAST"
    if pronoun in words.first_singular:
        name = name or speaker(annotated, event)
        if name and not is_past:
            spans = ((start, verb),)
            return Opening(lead=name, spans=spans, is_speech=True)
    if pronoun in words.first_plural:
        name = name or speaker(annotated, event)
        name = f"{name} and others" if name else None
    if pronoun in words.second and not is_past and not is_far:
        return Opening(spans=((start, verb),))
    if name is not None:
        return Opening(lead=name, spans=((rest, verb),))
    if pronoun in words.relatives:
        return Opening(spans=((verb, verb),))
    lead = flat(annotated.quote(mention)) if is_far else None
    return Opening(lead=lead, spans=((start, verb),))


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
