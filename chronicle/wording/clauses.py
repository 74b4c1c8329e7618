"""The words of one happening, cut out of its sentence without a change.

There is no parse here: the trigger, the participants' mentions and the other events of
the sentence mark where the clause begins and ends. A cut is shown as an ellipsis, a
supplied subject stands in square brackets.
"""

from collections.abc import Iterable
from dataclasses import replace

from chronicle.model import AnnotatedDocument, Event, EventClass, LinkKind, Role
from chronicle.wording.lexicon import lexicon
from chronicle.wording.sentences import PUNCTUATION, Sentence
from chronicle.wording.subjects import OPENING_MARKS, Opening, opening, short_end

__all__ = ["clause"]

_NEXT = 4  # clauses that may begin before the one whose verb comes first
_MOST = 22  # words before and with the verb, so that a summary always shows it
# Words of another clause, before the first that is known to be its own: after a mere
# comma or conjunction, and after both together or a semicolon.
_LEFTOVER = 4
_LEFTOVER_AFTER_PAUSE = 8


def clause(annotated: AnnotatedDocument, event: Event, own: Iterable[str]) -> Opening:
    """The clause of an event; the events in ``own`` belong to it and are not cut."""
    mine = {*own, event.id}
    sentence = Sentence(annotated, event)
    beside = [e for e in sentence.told if e.id != event.id]
    kept = [e for e in beside if e.id in mine]
    right = _right(sentence, event, kept, [e for e in beside if e.id not in mine])
    first = _governor(annotated, event, kept) or event
    found = opening(sentence, first, beside, own=frozenset(mine))
    fronted = _fronted(sentence, event, kept, beside)
    if fronted is not None and _length(sentence, fronted, event) <= _MOST:
        found = fronted
    if _length(sentence, found, event) > _MOST:
        verb = sentence.verb_start(event)
        found = Opening(spans=((verb, verb),))
    *before, (last, _) = found.spans
    return replace(found, spans=(*before, (last, right)))


def _length(sentence: Sentence, found: Opening, event: Event) -> int:
    """How many words are shown up to the end of the verb."""
    *before, (last, _) = found.spans
    shown = sum(sentence.words(start, end) for start, end in before)
    return shown + sentence.words(last, event.extent.end)


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
    floor = _floor(sentence, event, [*own, *others])
    later = [o for o in others if o.trigger.start >= floor and sentence.is_clause(o)]
    edges = [max(floor, sentence.edge(other, floor)) for other in later[:_NEXT]]
    edges += sentence.breaks(floor)
    if not edges:
        return sentence.end
    return _without_leftovers(sentence, event, own, floor, min(edges))


def _floor(sentence: Sentence, event: Event, beside: list[Event]) -> int:
    """The least that is shown: the verb and the phrases that it governs.

    Of a phrase with a relative clause in it, what comes before that clause.
    """
    least = max(event.extent.end, event.trigger.end)
    theirs = {
        p.mention
        for e in beside
        if e.trigger.start > event.trigger.start
        for p in e.taking_part(Role.AGENT)
    }
    ends = [
        short_end(sentence, p.mention, beside)
        for p in event.participants
        if p.mention is not None
        and p.mention.start >= least
        and sentence.holds(p.mention)
        and not (p.role is Role.AGENT and p.mention in theirs)
    ]
    return max([least, *ends])


def _without_leftovers(
    sentence: Sentence, event: Event, own: list[Event], floor: int, edge: int
) -> int:
    """The edge moved back over a word or two that belong to what follows.

    ``the bill, Tiberius had | him voted out``: back to the comma, unless something of
    the event's own stands between.
    """
    kept = [(e.trigger.start, e.trigger.end) for e in (event, *own)]
    kept += [
        (p.mention.start, p.mention.end)
        for e in (event, *own)
        for p in e.participants
        if p.mention is not None
    ]
    last = sentence.at(edge)
    words = lexicon()
    # "a day later than …" is said in one breath: its beginning goes as well
    compares = last < len(sentence.tokens) and sentence.tokens[last].lower == "than"
    is_led = last < len(sentence.tokens) and sentence.is_joint(last) and not compares
    timed = False
    for back in range(1, _LEFTOVER_AFTER_PAUSE + 2):
        i = last - back
        if i < 0 or sentence.tokens[i].start < floor:
            return edge
        start, word = sentence.tokens[i].start, sentence.tokens[i].lower
        if any(a < edge and start < b for a, b in kept):
            return edge
        timed |= any(a <= start < b for a, b in sentence.times)
        paused = i > 0 and sentence.tokens[i - 1].lower in PUNCTUATION
        if word == ";" or (word in words.strong and paused):
            return sentence.before_joints(i)
        is_near = back <= _LEFTOVER + 1 and not is_led and (compares or not timed)
        if is_near and (word in words.strong or word in PUNCTUATION):
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
    start = sentence.tokens[0].start if sentence.tokens else left
    if before and text[start] in OPENING_MARKS:
        return Opening(spans=((start, start),))
    quoted = _quoted_before(text, sentence.start, left)
    if quoted is not None:
        return Opening(spans=((quoted, quoted),))
    content: set[str] = {
        link.target
        for link in sentence.annotated.links_of.get(event.id, ())
        if link.kind is LinkKind.SLINK and link.source == event.id
    }
    if event.class_ is EventClass.REPORTING:
        content |= {e.id for e in before if e.class_ is not EventClass.REPORTING}
    for told in own:
        between = sorted((told.trigger.start, event.trigger.start))
        apart = ";" in text[between[0] : between[1]]
        if told.id in content and sentence.is_clause(told) and not apart:
            found = opening(sentence, told, [e for e in beside if e is not told])
            if found.spans[0][0] < left:
                return found
    return None


def _quoted_before(text: str, floor: int, left: int) -> int | None:
    """Where the quotation begins that ends just before a speaker's tag."""
    told = text[floor:left].rstrip()
    for opening_mark, closing_mark in (("“", "”"), ('"', '"'), ("«", "»")):
        if told.endswith(closing_mark):
            found = told.rfind(opening_mark, 0, len(told) - 1)
            return None if found < 0 else floor + found
    return None
