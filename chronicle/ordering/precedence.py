"""Which items are wholly over before which others begin, by the accepted claims."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronicle.dates.axis import TimeSpan
from chronicle.model import LinkId, Neighbours, Precedence, Tier
from chronicle.ordering.instants import is_end
from chronicle.ordering.network import Edge, Instant
from chronicle.ordering.settle import Settled

__all__ = ["nearest", "precedences"]

_RANK = {tier: rank for rank, tier in enumerate(Tier)}
_TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class _Step:
    """An instant reached, the weakest rank on the way, and that claim's link."""

    instant: Instant
    rank: int
    link: LinkId | None


def precedences(
    settled: Settled, *, position: Mapping[str, int]
) -> tuple[Precedence, ...]:
    """The direct precedences, by place in the text.

    Where one item is over before another begins, so is all that lies within the first,
    and before all that lies within the second. Chains of such precedences are left to
    be followed: nothing is closed over.
    """
    ends_into, begins_from = _sides(settled)
    found: dict[tuple[str, str], _Step] = {}
    for edge in settled.accepted:
        if not is_end(edge.earlier) or is_end(edge.later):
            continue
        rank, link = _claim(settled, edge)
        for before in _reached(settled, edge.earlier, ends_into):
            for after in _reached(settled, edge.later, begins_from):
                pair = (
                    settled.instants.item(before.instant),
                    settled.instants.item(after.instant),
                )
                step = max(
                    (_Step(edge.later, rank, link), before, after), key=lambda s: s.rank
                )
                if pair[0] != pair[1] and (
                    pair not in found or step.rank < found[pair].rank
                ):
                    found[pair] = step
    place = {item: (position.get(item, -1), item) for item in settled.instants.items}
    return tuple(
        Precedence(earlier=a, later=b, tier=_TIERS[step.rank], link=step.link)
        for (a, b), step in sorted(
            found.items(), key=lambda kv: (place[kv[0][0]], place[kv[0][1]])
        )
    )


def _claim(settled: Settled, edge: Edge) -> tuple[int, LinkId | None]:
    if edge.label is None:
        return 0, None
    claim = settled.claims[edge.label]
    return _RANK[claim.tier], claim.link.id if claim.link else None


def _sides(
    settled: Settled,
) -> tuple[dict[Instant, list[Edge]], dict[Instant, list[Edge]]]:
    """Edges between ends, by the later; and between beginnings, by the earlier."""
    ends_into: dict[Instant, list[Edge]] = {}
    begins_from: dict[Instant, list[Edge]] = {}
    for edge in settled.accepted:
        if is_end(edge.earlier) and is_end(edge.later):
            ends_into.setdefault(edge.later, []).append(edge)
        elif not is_end(edge.earlier) and not is_end(edge.later):
            begins_from.setdefault(edge.earlier, []).append(edge)
    return ends_into, begins_from


def _reached(
    settled: Settled, start: Instant, edges: Mapping[Instant, list[Edge]]
) -> list[_Step]:
    """The instants on the far side of such edges, by the surest way to each.

    Narrative claims are not followed: what they say is of the two events alone.
    """
    best = {start: _Step(start, 0, None)}
    queue = [start]
    for here in queue:
        for edge in edges.get(here, ()):
            rank, link = _claim(settled, edge)
            known = best[here]
            there = edge.earlier if edge.later == here else edge.later
            step = (
                _Step(there, rank, link)
                if rank > known.rank
                else _Step(there, known.rank, known.link)
            )
            if rank < _RANK[Tier.NARRATIVE] and (
                there not in best or step.rank < best[there].rank
            ):
                best[there] = step
                queue.append(there)
    return list(best.values())


def nearest(
    found: Iterable[Precedence],
    *,
    spans: Mapping[str, TimeSpan],
    events: tuple[str, ...],
) -> dict[str, Neighbours]:
    """Each event's nearest neighbours, those by calendar bounds among the certain.

    ``events`` come in the order of the text. A neighbour beyond another one of the
    same tier is not near.
    """
    known = set(events)
    before: dict[str, list[Precedence]] = {event: [] for event in events}
    after: dict[str, list[Precedence]] = {event: [] for event in events}
    found = tuple(found)
    direct = [p for p in found if p.earlier in known and p.later in known]
    bridged = _bridged(found, events)
    for precedence in (*direct, *bridged, *_by_bounds(spans, events)):
        before[precedence.later].append(precedence)
        after[precedence.earlier].append(precedence)
    pairs = {(p.earlier, p.later): _RANK[p.tier] for p in direct}
    place = {event: n for n, event in enumerate(events)}
    return {
        event: Neighbours(
            before=_near(before[event], pairs, of_earlier=True, place=place, here=n),
            after=_near(after[event], pairs, of_earlier=False, place=place, here=n),
        )
        for n, event in enumerate(events)
    }


def _near(
    candidates: list[Precedence],
    pairs: Mapping[tuple[str, str], int],
    *,
    of_earlier: bool,
    place: Mapping[str, int],
    here: int,
) -> tuple[Precedence, ...]:
    """Those with no other candidate in between: surest first, then nearest in text."""
    ranked = sorted(candidates, key=lambda p: -_RANK[p.tier])
    others = {(p.earlier if of_earlier else p.later): p for p in ranked}

    def is_beyond(name: str, precedence: Precedence) -> bool:
        return any(
            pairs.get((name, other) if of_earlier else (other, name), 9)
            <= _RANK[precedence.tier]
            for other in others
            if other != name
        )

    kept = {name: p for name, p in others.items() if not is_beyond(name, p)}

    def nearness(name: str) -> tuple[int, int, int]:
        return _RANK[kept[name].tier], abs(place[name] - here), place[name]

    return tuple(kept[name] for name in sorted(kept, key=nearness))


def _bridged(
    found: Iterable[Precedence], events: tuple[str, ...]
) -> Iterable[Precedence]:
    """Neighbours by way of a date or a writing: all past before it, all plans after it.

    Each event gets the one on the far side that is nearest in the text.
    """
    place = {event: n for n, event in enumerate(events)}
    before: dict[str, list[Precedence]] = {}
    after: dict[str, list[Precedence]] = {}
    for precedence in found:
        if precedence.earlier in place and precedence.later not in place:
            before.setdefault(precedence.later, []).append(precedence)
        elif precedence.later in place and precedence.earlier not in place:
            after.setdefault(precedence.earlier, []).append(precedence)
    pairs: dict[tuple[str, str], Precedence] = {}
    for bridge in sorted(before.keys() & after.keys()):
        sides = before[bridge], after[bridge]
        firsts = sorted(sides[0], key=lambda p: place[p.earlier])
        seconds = sorted(sides[1], key=lambda p: place[p.later])
        places = ([place[p.earlier] for p in firsts], [place[p.later] for p in seconds])
        for first in firsts:
            second = seconds[_closest(places[1], place[first.earlier])]
            _join(first, second, pairs)
        for second in seconds:
            first = firsts[_closest(places[0], place[second.later])]
            _join(first, second, pairs)
    return tuple(pairs.values())


def _closest(places: list[int], here: int) -> int:
    """The index of the place nearest to another, the earlier of two."""
    n = bisect_right(places, here)
    around = [k for k in (n - 1, n) if 0 <= k < len(places)]
    return min(around, key=lambda k: abs(places[k] - here))


def _join(
    first: Precedence, second: Precedence, pairs: dict[tuple[str, str], Precedence]
) -> None:
    """One precedence of two that meet, as sure as the weaker."""
    if first.earlier == second.later:
        return
    weaker = max(first, second, key=lambda p: _RANK[p.tier])
    pair = (first.earlier, second.later)
    known = pairs.get(pair)
    if known is None or _RANK[weaker.tier] < _RANK[known.tier]:
        pairs[pair] = Precedence(
            earlier=pair[0], later=pair[1], tier=weaker.tier, link=weaker.link
        )


def _by_bounds(
    spans: Mapping[str, TimeSpan], events: tuple[str, ...]
) -> Iterable[Precedence]:
    """The last event that is over before each begins, and the first after each ends."""
    ends = sorted(
        (bound, n)
        for n, e in enumerate(events)
        if (bound := spans[e].end.latest) is not None
    )
    begins = sorted(
        (bound, -n)
        for n, e in enumerate(events)
        if (bound := spans[e].begin.earliest) is not None
    )
    pairs: dict[tuple[str, str], None] = {}
    for event in events:
        begin, end = spans[event].begin.earliest, spans[event].end.latest
        if begin is not None:
            place = bisect_right(ends, (begin, len(events)))
            if place:
                pairs[events[ends[place - 1][1]], event] = None
        if end is not None:
            place = bisect_right(begins, (end, -len(events)))
            if place < len(begins):
                pairs[event, events[-begins[place][1]]] = None
    for earlier, later in pairs:
        yield Precedence(earlier=earlier, later=later, tier=Tier.CERTAIN)
