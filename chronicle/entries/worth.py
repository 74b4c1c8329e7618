"""How much a happening deserves a place in a short timeline, and in which layer."""

from chronicle.entries.lexicon import lexicon
from chronicle.entries.scene import Scene, is_finite
from chronicle.entries.tree import CONTENT, Tree
from chronicle.model import (
    DivisionKind,
    EntityKind,
    Event,
    EventClass,
    Factuality,
    Layer,
    LinkKind,
    Role,
    Tier,
)

__all__ = ["layer", "salience"]

_LETTERS = frozenset(
    {DivisionKind.LETTER, DivisionKind.POSTSCRIPT, DivisionKind.ENCLOSURE}
)
_ACTS = frozenset(
    {
        EventClass.OCCURRENCE,
        EventClass.REPORTING,
        EventClass.I_ACTION,
        EventClass.ASPECTUAL,
    }
)
_WEIGHT = {
    Factuality.ASSERTED: 0.15,
    Factuality.PLANNED: 0.15,
    Factuality.PROBABLE: 0.05,
    Factuality.NEGATED: 0.0,
    Factuality.POSSIBLE: 0.0,
    Factuality.UNKNOWN: -0.05,
    Factuality.HYPOTHETICAL: -0.2,
    Factuality.COUNTERFACTUAL: -0.2,
}
_OPENING = "“\"‘'«„"


def salience(scene: Scene, grown: Tree, head: Event, parts: tuple[Event, ...]) -> float:
    """Between 0 and 1: clause, participants, kind of act, factuality, then a date."""
    score = 0.2 + _WEIGHT[head.factuality]
    score += 0.15 if head.class_ in _ACTS else -0.1
    score += 0.1 if _leads(scene, grown, head) else 0.0
    score += _of_participants(scene, head)
    if scene.timexes.get(head.id) or head.id in scene.elsewhen:
        score += 0.1
        # what is to come, and when, is what readers look for first
        score += 0.25 if head.factuality is Factuality.PLANNED else 0.0
    elif _is_placed(scene, head):
        score += 0.05
    if any(_planned_with_time(scene, grown, head, e) for e in scene.beside(head)):
        score += 0.05
    if _is_quoted(scene, head):
        score += 0.1
    score += 0.05 * any(part.class_ in _ACTS for part in parts)
    score -= 0.2 if head.specific is False else 0.0
    return round(min(1.0, max(0.0, score)), 2)


def _is_placed(scene: Scene, head: Event) -> bool:
    """Whether a word such as "during" sets it beside another event."""
    return any(
        link.signal is not None and link.tier is Tier.CERTAIN
        for link in scene.annotated.links_of.get(head.id, ())
        if link.kind is LinkKind.TLINK
    )


def _leads(scene: Scene, grown: Tree, head: Event) -> bool:
    """Whether it is the first clause of its sentence, and a clause."""
    clauses = [
        e for e in scene.beside(head) if is_finite(e) and e.id not in grown.places
    ]
    return bool(clauses) and clauses[0] is head


def _of_participants(scene: Scene, head: Event) -> float:
    score = 0.0
    for participant in head.participants:
        entity = scene.annotated.entity.get(participant.entity or "")
        named = entity is not None and entity.name[:1].isupper()
        kind = entity.kind if entity is not None else None
        if participant.role is Role.AGENT:
            is_actor = named and kind in (EntityKind.PERSON, EntityKind.GROUP)
            score += 0.2 if is_actor else 0.1
        elif named:
            score += 0.05
    return min(score, 0.3)


def _planned_with_time(scene: Scene, grown: Tree, head: Event, other: Event) -> bool:
    return (
        other is not head
        and head.class_ is EventClass.REPORTING
        and other.factuality is Factuality.PLANNED
        and other.id not in grown.places
        and bool(scene.timexes.get(other.id))
    )


def _is_quoted(scene: Scene, head: Event) -> bool:
    """Whether a saying's sentence gives its words in quotation marks."""
    words = scene.annotated.quote(head.sentence)
    return head.class_ is EventClass.REPORTING and any(
        mark in words[:2] for mark in _OPENING
    )


def layer(scene: Scene, grown: Tree, head: Event) -> Layer:
    """The story itself, the making and sending of its documents, or its scholars."""
    words = lexicon()
    if head.class_ is EventClass.REPORTING and _speaker(scene, head) & words.scholars:
        return Layer.SCHOLARSHIP
    division = scene.annotated.division.get(head.division)
    if division is None or division.kind not in _LETTERS:
        return Layer.NARRATED
    has_content = any(
        place.parent == head.id and place.relation == CONTENT
        for place in grown.places.values()
    )
    if head.lemma in words.paperwork and not has_content:
        for participant in head.participants:
            if participant.mention is None:
                continue
            first = scene.annotated.quote(participant.mention).lower().split()
            if words.papers & set(first[:3]):
                return Layer.DOCUMENT
    return Layer.NARRATED


def _speaker(scene: Scene, head: Event) -> set[str]:
    return {
        word.strip(",.;:").lower()
        for participant in head.taking_part(Role.AGENT)
        if participant.mention is not None
        for word in scene.annotated.quote(participant.mention).split()
    }
