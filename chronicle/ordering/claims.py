"""What a document claims about its order, strongest first.

A claim comes from a link, or from the reading of a date: what is to be "later this
week" is after the writing, though the report be undated.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronicle.model import (
    Allen,
    AnnotatedDocument,
    DivisionAnchor,
    Era,
    Event,
    EventAnchor,
    Factuality,
    Link,
    LinkKind,
    Part,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Shift,
    Tier,
    Timex,
    TimexAnchor,
    TimexType,
    Vague,
)
from chronicle.model.readings import Anchor
from chronicle.ordering.relations import constrains

__all__ = ["Claim", "claims", "is_placed"]

EDITOR = "editor"
_GUESS = 0.75  # the score under which a link that the dates refute is no contradiction
_NO_PLACE = frozenset(
    {Factuality.NEGATED, Factuality.HYPOTHETICAL, Factuality.COUNTERFACTUAL}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``source`` RELATION ``target``, how surely, and the link that says so.

    ``weak`` claims rest on the margin of an approximate date, or on a guess of little
    weight: they enter after the others of their tier and give way without being a
    contradiction.
    """

    kind: LinkKind
    source: str
    relation: str
    target: str
    tier: Tier
    link: Link | None
    weak: bool = False


def is_placed(event: Event) -> bool:
    """Whether an event has a place on the line of what happened or is to happen.

    What is denied, supposed or contrary to fact hangs on its parent instead.
    """
    return event.factuality not in _NO_PLACE


def claims(annotated: AnnotatedDocument) -> tuple[Claim, ...]:
    """All claims, in the order in which they enter the network.

    By tier, an editor's word before all; then by score, a rule's word counting as 1;
    then by the place in the text of what they speak of, then by id: never by the order
    in which they were given.
    """
    positions = _positions(annotated)
    found = [*_from_links(annotated), *_from_readings(annotated)]
    return tuple(sorted(found, key=lambda claim: _strength(claim, positions)))


def _strength(claim: Claim, positions: Mapping[str, int]) -> tuple[object, ...]:
    evidence = claim.link.evidence if claim.link else None
    score = 1.0 if evidence is None or evidence.score is None else evidence.score
    places = sorted((positions[claim.source], positions[claim.target]))
    return (
        evidence is None or evidence.rule != EDITOR,
        list(Tier).index(claim.tier),
        claim.weak,
        -score,
        places[::-1],
        claim.link.id if claim.link else "",
        claim.source,
        claim.target,
    )


def _positions(annotated: AnnotatedDocument) -> dict[str, int]:
    """Where in the text each item stands; a date from outside it stands before it."""
    found: dict[str, int] = {d.id: d.start for d in annotated.divisions}
    found |= {t.id: t.mention.start if t.mention else -1 for t in annotated.timexes}
    found |= {e.id: e.trigger.start for e in annotated.events}
    return found


def _from_links(annotated: AnnotatedDocument) -> Iterator[Claim]:
    known = _positions(annotated)
    for link in annotated.links:
        if (
            link.source in known
            and link.target in known
            and link.source != link.target
            and constrains(link.kind, link.relation)
            and _may_constrain(link, annotated)
        ):
            yield Claim(
                kind=link.kind,
                source=link.source,
                relation=link.relation,
                target=link.target,
                tier=link.tier,
                link=link,
                weak=_is_guess(link)
                or any(
                    _is_approximate(annotated.timex[end])
                    for end in (link.source, link.target)
                    if end in annotated.timex
                ),
            )


def _may_constrain(link: Link, annotated: AnnotatedDocument) -> bool:
    """Whether a link speaks of what has a place.

    An event without a place may have a date of its own ("on Tuesday he did not come"),
    but no order towards other events or the writing.
    """
    ends = (link.source, link.target)
    dates = [annotated.timex[end] for end in ends if end in annotated.timex]
    if any(t.type is TimexType.SET or _is_bare_length(t) for t in dates):
        return False
    placed = all(
        is_placed(annotated.event[end]) for end in ends if end in annotated.event
    )
    return placed or bool(dates)


def _is_bare_length(timex: Timex) -> bool:
    return timex.type is TimexType.DURATION and timex.span is None


def _is_guess(link: Link) -> bool:
    return link.evidence.score is not None and link.evidence.score < _GUESS


def _is_approximate(timex: Timex) -> bool:
    return (
        isinstance(timex.reading, Qualified)
        and timex.reading.qualifier is Qualifier.APPROXIMATE
    )


def _from_readings(annotated: AnnotatedDocument) -> Iterator[Claim]:
    anchors = {
        link.source: link.target
        for link in annotated.links
        if link.kind is LinkKind.ANCHOR
        and link.target in annotated.event
        and is_placed(annotated.event[link.target])
    }
    within = _within(annotated)
    for timex in annotated.timexes:
        relation, anchor = _direction(timex.reading)
        target = _named(anchor, annotated) or anchors.get(timex.id)
        if relation is None or target is None or timex.type is TimexType.SET:
            continue
        if timex.span is None:
            yield _claim(timex.id, relation, target, Tier.CERTAIN)
        if target in annotated.timex:
            continue
        for event, tier in within.get(timex.id, ()):
            if target != event:
                yield _claim(event, relation, target, tier)


def _claim(source: str, relation: Allen, target: str, tier: Tier) -> Claim:
    return Claim(
        kind=LinkKind.TLINK,
        source=source,
        relation=relation,
        target=target,
        tier=tier,
        link=None,
    )


def _within(annotated: AnnotatedDocument) -> dict[str, list[tuple[str, Tier]]]:
    """The placed events that lie within each date, and how surely."""
    found: dict[str, list[tuple[str, Tier]]] = {}
    for link in annotated.links:
        event = annotated.event.get(link.source)
        if link.relation == Allen.DURING and event is not None and is_placed(event):
            found.setdefault(link.target, []).append((event.id, link.tier))
    return found


def _direction(reading: Reading) -> tuple[Allen | None, Anchor | None]:
    """How a reading's time lies towards its anchor, where the words alone say it."""
    match reading:
        case Part(which=PartName.LATER, of=Shift(amount=0, anchor=anchor)):
            return Allen.AFTER, anchor
        case Part(which=PartName.EARLIER, of=Shift(amount=0, anchor=anchor)):
            return Allen.BEFORE, anchor
        case Part(of=inner) | Qualified(qualifier=Qualifier.APPROXIMATE, of=inner):
            return _direction(inner)
        case Shift(amount=None, anchor=anchor, forward=forward):
            return (Allen.AFTER if forward else Allen.BEFORE), anchor
        case Shift(amount=int(amount), anchor=anchor) if amount:
            return (Allen.AFTER if amount > 0 else Allen.BEFORE), anchor
        case Vague(era=Era.PAST, anchor=anchor):
            return Allen.BEFORE, anchor
        case Vague(era=Era.FUTURE, anchor=anchor):
            return Allen.AFTER, anchor
    return None, None


def _named(anchor: Anchor | None, annotated: AnnotatedDocument) -> str | None:
    match anchor:
        case DivisionAnchor(division=name, date="written"):
            return name if name in annotated.division else None
        case TimexAnchor(timex=name):
            return name if name in annotated.timex else None
        case EventAnchor(event=name) if name in annotated.event:
            return name if is_placed(annotated.event[name]) else None
    return None
