"""Settle claims into a consistent network and read every item's bounds from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronicle.dates.axis import Bounds, TimeSpan
from chronicle.model import AnnotatedDocument, Tier, TimexType
from chronicle.ordering.claims import Claim, claims
from chronicle.ordering.instants import Instants, span_of
from chronicle.ordering.network import Edge, Instant, Network, Refusal
from chronicle.ordering.relations import edges_of

__all__ = ["Refused", "Settled", "settle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A claim that was set aside, and the constraints that contradict it."""

    claim: Claim
    refusal: Refusal


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A consistent order: what was accepted and refused, and the bounds that follow.

    An edge's label is its claim's number in ``claims``; an edge without a label is an
    event's own length, or its own end after its beginning. ``earlier`` and ``later``
    give the edge that an instant's earliest and latest position came along.
    """

    instants: Instants
    claims: tuple[Claim, ...]
    accepted: tuple[Edge, ...]
    refused: tuple[Refused, ...]
    spans: Mapping[str, TimeSpan]
    earlier: tuple[Edge | None, ...]
    later: tuple[Edge | None, ...]


def settle(annotated: AnnotatedDocument) -> Settled:
    """The strongest consistent set of a document's claims, and its bounds.

    Claims of tier certain and likely move bounds. Narrative claims enter last and only
    say which of two events is told as the earlier: they give way in silence where they
    contradict what stands, and no bound rests on them.
    """
    instants = Instants.of(sorted(_items(annotated)))
    network = Network(*instants.own_bounds(_own_spans(annotated)))
    for edge in _lengths(instants):
        network.add((edge,))
    ranked = claims(annotated)
    narrative = [c.tier is Tier.NARRATIVE for c in ranked]
    firm = narrative.index(True) if any(narrative) else len(ranked)
    accepted, refused = _enter(network, instants, ranked[:firm], first=0)
    earliest, reasons = _earliest(network, instants)
    latest, later = network.latest()
    told, _ = _enter(network, instants, ranked[firm:], first=firm)
    return Settled(
        instants=instants,
        claims=ranked,
        accepted=(*accepted, *told),
        refused=tuple(refused),
        spans=_spans(instants, earliest, latest),
        earlier=tuple(reasons),
        later=tuple(later),
    )


def _items(annotated: AnnotatedDocument) -> Iterator[str]:
    for group in (annotated.divisions, annotated.timexes, annotated.events):
        yield from (item.id for item in group)


def _enter(
    network: Network, instants: Instants, ranked: Sequence[Claim], *, first: int
) -> tuple[list[Edge], list[Refused]]:
    """Enter claims in their order: the edges accepted, and what was set aside."""
    accepted: list[Edge] = []
    refused: list[Refused] = []
    for label, claim in enumerate(ranked, start=first):
        edges = _edges(instants, claim, label)
        refusal = network.add(edges)
        if refusal is None:
            accepted.extend(edges)
        elif not claim.weak:
            refused.append(Refused(claim=claim, refusal=refusal))
    return accepted, refused


def _edges(instants: Instants, claim: Claim, label: int) -> tuple[Edge, ...]:
    number = instants.number
    source, target = number[claim.source], number[claim.target]
    return edges_of(claim.kind, claim.relation, source, target, label=label)


def _own_spans(annotated: AnnotatedDocument) -> dict[str, TimeSpan]:
    """The spans that stand before any claim: of dates, and of the days of writing."""
    found: dict[str, TimeSpan] = {
        t.id: t.span
        for t in annotated.timexes
        if t.span is not None and t.type is not TimexType.SET
    }
    for division in annotated.divisions:
        written = division.dates.written
        if written is not None and written.span is not None:
            found[division.id] = _inside(written.span)
    return found


def _inside(span: TimeSpan) -> TimeSpan:
    """The bounds of a writing, which takes at least a minute of its date."""
    begin, end = span.begin.earliest, span.end.latest
    if begin is not None and end is not None and begin >= end:
        return TimeSpan(begin=Bounds(earliest=begin), end=Bounds(latest=end))
    return TimeSpan.within(begin, end)


def _lengths(instants: Instants) -> list[Edge]:
    """At least a minute for all that has a beginning and an end."""
    return [
        Edge(instants.begin(item), instants.end(item), 1, None)
        for item in instants.items
    ]


def _earliest(
    network: Network, instants: Instants
) -> tuple[list[int | None], list[Edge | None]]:
    numbers = [Instant(n) for n in range(2 * len(instants.items))]
    return [network.earliest(n) for n in numbers], [network.reason(n) for n in numbers]


def _spans(
    instants: Instants, earliest: list[int | None], latest: list[int | None]
) -> dict[str, TimeSpan]:
    return {
        item: span_of(
            (earliest[2 * n], latest[2 * n]), (earliest[2 * n + 1], latest[2 * n + 1])
        )
        for n, item in enumerate(instants.items)
    }
