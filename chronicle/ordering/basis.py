"""Why each event has its bounds: the kind of reason, the date, and the chain."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from chronicle.model import (
    Allen,
    AnnotatedDocument,
    Basis,
    DatedBy,
    DivisionAnchor,
    Event,
    EventAnchor,
    Link,
    LinkKind,
    MentionAnchor,
    Neighbours,
    Tier,
    Timex,
    TimexId,
)
from chronicle.ordering.anchors import anchors_of
from chronicle.ordering.claims import EDITOR, Claim, is_placed
from chronicle.ordering.network import Edge
from chronicle.ordering.settle import Settled
from chronicle.ordering.words import name, saying

__all__ = ["bases"]

# How near a date is to being the event's own: within it, begun or ended in it, or only
# on one side of it.
_FIT: dict[str, int] = {
    Allen.EQUALS: 0,
    Allen.DURING: 0,
    Allen.STARTS: 1,
    Allen.FINISHES: 1,
    Allen.CONTAINS: 2,
    Allen.OVERLAPPED_BY: 3,
    Allen.OVERLAPS: 3,
    Allen.STARTED_BY: 3,
    Allen.FINISHED_BY: 3,
}
_APART = 4

_LONGEST = 40  # constraints of one chain that are told; nobody reads a longer one


def bases(
    annotated: AnnotatedDocument, settled: Settled, around: Mapping[str, Neighbours]
) -> dict[str, Basis]:
    """The basis of every event, given its neighbours in the order.

    The place that the telling alone gives an event is no basis.
    """
    own = _own_dates(annotated, settled)
    ordered = {
        event
        for event, near in around.items()
        if any(p.tier is not Tier.NARRATIVE for p in (*near.before, *near.after))
    }
    parents = _parents(annotated)
    result: dict[str, Basis] = {}
    for event in annotated.events:
        if event.id not in own and not is_placed(event):
            result[event.id] = _hanging(parents.get(event.id), annotated)
            continue
        label = own.get(event.id)
        labels = dict.fromkeys(
            chain(() if label is None else (label,), _reasons(event, settled))
        )
        result[event.id] = Basis(
            kind=_kind(event, annotated, settled, tuple(labels))
            or (DatedBy.ORDER_ONLY if event.id in ordered else DatedBy.NONE),
            timex=_timex(labels, annotated, settled),
            via=_via(labels, event.id, settled),
            steps=tuple(saying(settled.claims[n], annotated) for n in labels),
        )
    return result


def _own_dates(annotated: AnnotatedDocument, settled: Settled) -> dict[str, int]:
    """The number of the claim that gives each event its own date."""
    found: dict[str, tuple[int, int]] = {}
    for label in sorted({e.label for e in settled.accepted if e.label is not None}):
        claim = settled.claims[label]
        event, timex = _ends(claim, annotated)
        fit = _FIT.get(claim.relation, _APART)
        if event and timex and fit < found.get(event, (_APART, 0))[0]:
            found[event] = (fit, label)
    return {event: label for event, (_, label) in found.items()}


def _ends(claim: Claim, annotated: AnnotatedDocument) -> tuple[str | None, str | None]:
    """The event and the date of a claim, whichever way round."""
    ends = (claim.source, claim.target)
    event = next((e for e in ends if e in annotated.event), None)
    timex = next((t for t in ends if t in annotated.timex), None)
    return event, timex


def _reasons(event: Event, settled: Settled) -> Iterator[int]:
    """The claims that gave the event's earliest beginning, then its latest end."""
    edge: Edge | None = settled.earlier[settled.instants.begin(event.id)]
    for _ in range(_LONGEST):
        if edge is None:
            break
        if edge.label is not None:
            yield edge.label
        edge = settled.earlier[edge.earlier]
    edge = settled.later[settled.instants.end(event.id)]
    for _ in range(_LONGEST):
        if edge is None:
            break
        if edge.label is not None:
            yield edge.label
        edge = settled.later[edge.later]


def _kind(
    event: Event,
    annotated: AnnotatedDocument,
    settled: Settled,
    labels: tuple[int, ...],
) -> DatedBy | None:
    span = settled.spans[event.id]
    if span.is_open:
        return None
    made = [settled.claims[label] for label in labels]
    if any(c.link is not None and c.link.evidence.rule == EDITOR for c in made[:1]):
        return DatedBy.EDITOR
    first = _ends(made[0], annotated) if made else (None, None)
    timex = annotated.timex.get(first[1] or "")
    if first[0] == event.id and timex is not None and timex.span is not None:
        return _rests_on(timex, annotated)
    others = {end for c in made for end in (c.source, c.target)} - {event.id}
    if any(other in annotated.event for other in others):
        return DatedBy.OTHER_EVENT
    return DatedBy.DOCUMENT_DATE


def _rests_on(timex: Timex, annotated: AnnotatedDocument) -> DatedBy:
    """What a date rests on, by what its reading counts from."""
    datings = (d.dates.written for d in annotated.divisions)
    anchors = list(anchors_of(timex.reading))
    if any(isinstance(a, EventAnchor | MentionAnchor) for a in anchors):
        return DatedBy.OTHER_EVENT
    if (
        timex.mention is None
        or any(d is not None and d.timex == timex.id for d in datings)
        or any(isinstance(a, DivisionAnchor) for a in anchors)
    ):
        return DatedBy.DOCUMENT_DATE
    return DatedBy.STATED


def _timex(
    labels: Iterable[int], annotated: AnnotatedDocument, settled: Settled
) -> TimexId | None:
    """The date nearest along the chain."""
    claims = (settled.claims[label] for label in labels)
    return next((TimexId(t) for c in claims if (t := _ends(c, annotated)[1])), None)


def _via(labels: Iterable[int], event: str, settled: Settled) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for label in labels:
        claim = settled.claims[label]
        if claim.link is not None:
            found[claim.link.id] = None
        found |= dict.fromkeys(e for e in (claim.source, claim.target) if e != event)
    return tuple(found)


def _parents(annotated: AnnotatedDocument) -> Mapping[str, Link]:
    """The link that each content, effect or purpose hangs on."""
    kinds = (LinkKind.SLINK, LinkKind.ALINK, LinkKind.CLINK)
    found = [
        link
        for kind in kinds
        for link in annotated.links
        if link.kind is kind and link.source in annotated.event
    ]
    return {link.target: link for link in reversed(found)}


def _hanging(link: Link | None, annotated: AnnotatedDocument) -> Basis:
    if link is None:
        why = "no place in time of its own: denied, supposed or contrary to fact"
        return Basis(kind=DatedBy.NONE, steps=(why,))
    parent = name(link.source, annotated)
    return Basis(
        kind=DatedBy.NONE,
        via=(link.id, link.source),
        steps=(f"no place in time of its own: it hangs on {parent}",),
    )
