"""The words of one happening, cut out of its sentence without a change.

There is no parse here: the trigger, the participants' mentions and the other events of
the sentence mark where the clause begins and ends. A cut is shown as an ellipsis, a
supplied subject stands in square brackets.
"""

from collections.abc import Iterable
from dataclasses import replace

from chronicle.model import AnnotatedDocument, Event, LinkKind
from chronicle.wording.lexicon import lexicon
from chronicle.wording.sentences import PUNCTUATION, Sentence
from chronicle.wording.subjects import OPENING_MARKS, Opening, opening

__all__ = ["clause"]

_LEFTOVER = 4  # words of another clause, before its verb's first known word


def clause(annotated: AnnotatedDocument, event: Event, own: Iterable[str]) -> Opening:
    """The clause of an event; the events in ``own`` belong to it and are not cut."""
    mine = {*own, event.id}
    sentence = Sentence(annotated, event)
    told = annotated.told_at.get(event.sentence.start, ())
    beside = [e for e in told if e.id != event.id]
    kept = [e for e in beside if e.id in mine]
    right = _right(sentence, event, kept, [e for e in beside if e.id not in mine])
    first = _governor(annotated, event, kept) or event
    found = opening(sentence, first, beside)
    fronted = _fronted(sentence, event, kept, beside)
    if fronted is not None:
        found = fronted
    *before, (last, _) = found.spans
    return replace(found, spans=(*before, (last, right)))


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


def _right(
    sentence: Sentence, event: Event, own: list[Event], others: list[Event]
) -> int:
    """Where the next clause begins that is not the event's own; else the full stop."""
    floor = max(event.extent.end, event.trigger.end)
    edges = [
        max(floor, sentence.edge(other, floor))
        for other in others
        if other.trigger.start >= floor and sentence.is_clause(other)
    ]
    if not edges:
        return sentence.end
    return _without_leftovers(sentence, event, own, floor, min(edges))


def _without_leftovers(
    sentence: Sentence, event: Event, own: list[Event], floor: int, edge: int
) -> int:
    """The edge moved back over a word or two that belong to what follows.

    ``the bill, Tiberius had | him voted out``: back to the comma, unless something of
    the event's own stands between.
    """
    kept = [(e.trigger.start, e.trigger.end) for e in (event, *own)]
    kept += sentence.times
    kept += [
        (p.mention.start, p.mention.end)
        for e in (event, *own)
        for p in e.participants
        if p.mention is not None
    ]
    last = sentence.at(edge)
    for back in range(1, _LEFTOVER + 2):
        i = last - back
        if i < 0 or sentence.tokens[i].start < floor:
            return edge
        start = sentence.tokens[i].start
        if any(a < edge and start < b for a, b in kept):
            return edge
        word = sentence.tokens[i].lower
        if word in lexicon().strong or word in PUNCTUATION:
            return sentence.before_joints(i)
    return edge


def _fronted(
    sentence: Sentence, event: Event, own: list[Event], beside: list[Event]
) -> Opening | None:
    """What is told before its "he said": a quotation, or the clause of the content."""
    text = sentence.annotated.document.text
    who = sentence.subject(event)
    left = who.mention.start if who and who.mention else sentence.verb_start(event)
    before = [e for e in own if e.trigger.start < min(left, event.trigger.start)]
    if not before or not sentence.tokens:
        return None
    start = sentence.tokens[0].start
    if text[start] in OPENING_MARKS:
        return Opening(spans=((start, start),))
    content = {
        link.target
        for link in sentence.annotated.links_of.get(event.id, ())
        if link.kind is LinkKind.SLINK and link.source == event.id
    }
    told = [e for e in before if e.id in content]
    if not told:
        return None
    return opening(sentence, told[0], [e for e in beside if e is not told[0]])
