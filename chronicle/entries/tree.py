"""Which event stands beneath which: the event-structure tree of one document.

Links come first (what is said, begun, or done for the sake of the act stands beneath
the saying, the beginning, the act). Events that are no clause of their own stand
beneath the clause that holds them. Then some are lifted out again: news passed on by a
mere "they say", a plan with a time of its own, a happening put at another time.
"""

from dataclasses import dataclass, field

from chronicle.entries.lexicon import lexicon
from chronicle.entries.scene import Scene, is_finite
from chronicle.model import (
    Event,
    EventClass,
    Factuality,
    Link,
    LinkKind,
    Role,
)

__all__ = ["Place", "Tree", "tree"]

CONTENT, PART, PHASE, CAUSE = "content", "part", "phase", "cause"
_RELATIONS = {LinkKind.SLINK: CONTENT, LinkKind.ALINK: PHASE, LinkKind.CLINK: CAUSE}
_STRENGTH = {CONTENT: 0, PHASE: 1, CAUSE: 2}
_STATIC = frozenset({EventClass.STATE, EventClass.I_STATE, EventClass.PERCEPTION})
_STATES = _STATIC - {EventClass.PERCEPTION}
_TOLD = frozenset({Factuality.ASSERTED, Factuality.NEGATED, Factuality.PROBABLE})
_UNREAL = frozenset({Factuality.HYPOTHETICAL, Factuality.COUNTERFACTUAL})
_UNTOLD = _UNREAL | {Factuality.NEGATED, Factuality.POSSIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The event directly above, and what the one beneath is to it."""

    parent: str
    relation: str


@dataclass(slots=True)
class Tree:
    """The place of every event that is not itself the head of an entry."""

    places: dict[str, Place] = field(default_factory=dict)

    def put(self, event: str, parent: str, relation: str) -> bool:
        """Put one event beneath another, unless that would close a circle."""
        above: str | None = parent
        while above is not None:
            if above == event:
                return False
            place = self.places.get(above)
            above = place.parent if place else None
        self.places[event] = Place(parent=parent, relation=relation)
        return True

    def root(self, event: str) -> str:
        """The head of the entry that an event belongs to."""
        while event in self.places:
            event = self.places[event].parent
        return event


def tree(scene: Scene) -> Tree:
    """The tree of a document's events."""
    grown = Tree()
    _by_links(scene, grown)
    _by_clause(scene, grown)
    _lift(scene, grown)
    _fold_states(scene, grown)
    _fold_asides(scene, grown)
    _fold_unreal(scene, grown)
    return grown


def _by_links(scene: Scene, grown: Tree) -> None:
    chosen: dict[str, tuple[tuple[int, int, str], str, str]] = {}
    for link in scene.links:
        pair = _beneath(scene, link)
        if pair is None:
            continue
        lower, upper, relation = pair
        apart = abs(lower.trigger.start - upper.trigger.start)
        rank = (_STRENGTH[relation], apart, link.id)
        if lower.id not in chosen or rank < chosen[lower.id][0]:
            chosen[lower.id] = (rank, upper.id, relation)
    for event in scene.events:
        if event.id in chosen:
            _, parent, relation = chosen[event.id]
            grown.put(event.id, parent, relation)


def _beneath(scene: Scene, link: Link) -> tuple[Event, Event, str] | None:
    """The lower and the upper event of a link, and their relation."""
    relation = _RELATIONS.get(link.kind)
    source, target = scene.by_id.get(link.source), scene.by_id.get(link.target)
    if relation is None or source is None or target is None or source is target:
        return None
    if relation == CONTENT and _says_both(scene, source, target):
        return None
    if relation is not CAUSE or link.relation == "purpose":
        return target, source, relation
    if is_finite(source) and is_finite(target):
        return None  # a cause with a clause of its own is told for itself
    return (source, target, CAUSE) if is_finite(target) else (target, source, CAUSE)


def _says_both(scene: Scene, source: Event, target: Event) -> bool:
    """Whether one speaker says two things in a row, the second after the first.

    "He argued that …. “…,” Medvedev warned" is two sayings, however it is parsed.
    """
    both = source.class_ is target.class_ is EventClass.REPORTING
    text = scene.annotated.document.text
    between = text[target.trigger.end : source.trigger.start]
    if both and ("“" in between or between.count('"') > 1):
        return True
    speakers = {p.entity for p in source.taking_part(Role.AGENT) if p.entity}
    same = speakers & {p.entity for p in target.taking_part(Role.AGENT)}
    return both and bool(same) and target.trigger.start < source.trigger.start


def _by_clause(scene: Scene, grown: Tree) -> None:
    for event in scene.events:
        if event.id in grown.places or is_finite(event) or event.id in scene.elsewhen:
            continue
        for holder in _holders(scene, event):
            if grown.put(event.id, holder.id, PART):
                break


def _holders(scene: Scene, event: Event) -> list[Event]:
    """The clauses that a noun, infinitive or participle may belong to, best first."""
    others = [o for o in scene.beside(event) if o is not event]
    around = [
        (p.mention.end - p.mention.start, o.trigger.start, o)
        for o in others
        for p in o.participants
        if p.mention is not None
        and p.mention.start <= event.trigger.start
        and event.trigger.end <= p.mention.end
        and not (p.mention.start <= o.trigger.start < p.mention.end)
    ]
    inside = [o for _, _, o in sorted(around, key=lambda found: found[:2])]
    clauses = [o for o in others if is_finite(o)]
    if inside or clauses:
        return [*inside, *sorted(clauses, key=lambda o: _apart(scene, event, o))]
    verbs = [o for o in others if o.pos == "VERB"]
    return verbs[:1] if event.pos != "VERB" else []


def _apart(scene: Scene, event: Event, clause: Event) -> tuple[int, bool, int]:
    """How many marks stand between, a semicolon counting for four commas."""
    first, last = sorted((event, clause), key=lambda e: e.trigger.start)
    text = scene.annotated.document.text[first.trigger.end : last.trigger.start]
    marks = text.count(",") + 4 * (text.count(";") + text.count(":"))
    return marks, clause is last, len(text)


def _lift(scene: Scene, grown: Tree) -> None:
    lifted: dict[str, str] = {}
    for event in scene.events:
        place = grown.places.get(event.id)
        if place is None:
            continue
        if _stands_alone(scene, event, scene.by_id[place.parent], place.relation):
            del grown.places[event.id]
            lifted.setdefault(place.parent, event.id)
    words = lexicon()
    for parent, first in lifted.items():
        event = scene.by_id[parent]
        static = event.class_ in _STATIC or event.lemma in words.intentions
        is_conduit = event.lemma in words.conduits
        if parent not in grown.places and (static or is_conduit):
            grown.put(parent, first, PART)


def _stands_alone(scene: Scene, event: Event, parent: Event, relation: str) -> bool:
    expected = event.factuality is Factuality.PROBABLE and parent.tense == "PRESENT"
    if event.factuality is Factuality.PLANNED or expected:
        return bool(scene.timexes.get(event.id))
    if relation == CONTENT and parent.lemma in lexicon().conduits:
        return (
            is_finite(event)
            and event.class_ not in _STATIC
            and event.factuality in _TOLD
            and parent.factuality not in _UNTOLD
        )
    return False


def _fold_states(scene: Scene, grown: Tree) -> None:
    """A state without a date stands beneath a happening of its own sentence."""
    for event in scene.events:
        if event.id in grown.places or event.class_ not in _STATES:
            continue
        if scene.timexes.get(event.id):
            continue
        heads = [
            o
            for o in scene.beside(event)
            if o is not event
            and grown.root(o.id) == o.id
            and o.class_ not in _STATIC
            and o.factuality not in _UNREAL
        ]
        if heads:
            grown.put(event.id, _nearest(event, heads).id, PART)


def _fold_asides(scene: Scene, grown: Tree) -> None:
    """What is said in passing stands beneath what it qualifies.

    A denial in a relative or comparative clause; "whatever happens"; and what is not
    said to be so or not ("once the guns fall silent").
    """
    for event in scene.events:
        if event.id in grown.places:
            continue
        heads = [
            o
            for o in scene.beside(event)
            if o is not event
            and o.id not in grown.places
            and o.factuality not in _UNREAL | {Factuality.UNKNOWN}
        ]
        if heads and _in_passing(scene, event):
            before = [o for o in heads if o.trigger.end <= event.trigger.start]
            grown.put(event.id, (before or heads)[-1 if before else 0].id, PART)


def _in_passing(scene: Scene, event: Event) -> bool:
    words = _led_by(scene, event)
    if event.factuality is Factuality.NEGATED:
        return bool(lexicon().asides & set(words))
    if words and words[-1] in lexicon().whatever:
        return True
    if event.factuality is Factuality.POSSIBLE and lexicon().questions & set(words):
        return True
    return event.factuality is Factuality.UNKNOWN or _is_background(scene, event)


def _is_background(scene: Scene, event: Event) -> bool:
    """Whether it describes what another clause tells: "the ships that lay there".

    Not so if it has a date of its own, or is told as earlier (the pluperfect).
    """
    if scene.timexes.get(event.id) or event.aspect.startswith("PERFECTIVE"):
        return False
    words, lexical = _led_by(scene, event), lexicon()
    for i, word in reversed(list(enumerate(words))):
        if word.endswith((",", ";", ":")):
            return False
        before = words[i - 1] if i > 0 else ""
        if word == "that":  # "that night" points; "and that" goes on from another
            opens = i == 0 and scene.beside(event)[0] is event
            return not (opens or before in lexical.prepositions | {"and", "but", "or"})
        if word in lexical.background:  # "on which he came" is as much as "then"
            return before not in lexical.prepositions
    return False


def _led_by(scene: Scene, event: Event) -> list[str]:
    """The words between the event told before it in its sentence and the event."""
    told = [e for e in scene.beside(event) if e.trigger.end <= event.trigger.start]
    start = told[-1].trigger.end if told else event.sentence.start
    return scene.annotated.document.text[start : event.trigger.start].lower().split()


def _fold_unreal(scene: Scene, grown: Tree) -> None:
    """What would have been stands beneath what was, told just before it."""
    unreal = [e for e in scene.events if _is_unreal(scene, grown, e)]
    left_out = {e.id for e in unreal}
    real = [
        e for e in scene.events if e.id not in grown.places and e.id not in left_out
    ]
    for event in unreal:
        same = [o for o in real if o.sentence == event.sentence]
        near = [o for o in real if o.division == event.division]
        before = [o for o in near if o.trigger.start < event.trigger.start]
        if same:
            grown.put(event.id, _nearest(event, same).id, PART)
        elif near:
            grown.put(event.id, (before[-1] if before else near[0]).id, PART)


def _is_unreal(scene: Scene, grown: Tree, event: Event) -> bool:
    """Whether it is supposed, contrary to fact, or stands in an "if" clause."""
    if event.id in grown.places:
        return False
    return event.factuality in _UNREAL or bool(
        lexicon().conditions & set(_led_by(scene, event))
    )


def _nearest(event: Event, others: list[Event]) -> Event:
    return min(
        others,
        key=lambda o: (abs(o.trigger.start - event.trigger.start), o.trigger.start),
    )
