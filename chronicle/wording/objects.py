"""The object that a relative clause leaves to its noun: "asked for [the shawl]"."""

import re

from chronicle.model import AnnotatedDocument, Event, Role
from chronicle.wording.lexicon import lexicon
from chronicle.wording.names import flat

__all__ = ["with_object"]

_REACH = 24  # characters between a noun and its relative clause: "which the King"
_WORD = re.compile(r"\s+(\w+)")


def with_object(annotated: AnnotatedDocument, event: Event, text: str) -> str:
    """The summary of a relative clause with its noun supplied behind the verb."""
    noun = _left_behind(annotated, event)
    trigger = flat(annotated.quote(event.trigger))
    at = text.rfind(trigger)
    if noun is None or at < 0 or f"[{noun}]" in text:
        return text
    at += len(trigger)
    preposition = _WORD.match(text, at)
    if preposition and preposition[1] in lexicon().prepositions:
        after = _WORD.match(text, preposition.end())
        if after is None or after[1] in lexicon().prepositions:
            at = preposition.end()  # "asked for in March": left without its noun
    return f"{text[:at]} [{noun}]{text[at:]}"


def _left_behind(annotated: AnnotatedDocument, event: Event) -> str | None:
    """The words for a patient that stands just before the clause and outside it."""
    if not event.clause or event.pos != "VERB" or event.tense != "PAST":
        return None
    agents = {p.mention for p in event.taking_part(Role.AGENT)}
    if not agents:  # what is told without a doer has its patient for a subject
        return None
    first = event.clause[0].start
    for patient in event.taking_part(Role.PATIENT):
        mention = patient.mention
        if mention is None or mention in agents or mention.start < event.sentence.start:
            continue
        if 0 < first - mention.end <= _REACH:
            return re.sub(r"[][]", "", flat(annotated.quote(mention)))
    return None
