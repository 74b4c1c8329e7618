"""A network of difference constraints between instants, kept consistent as it grows.

Every constraint says ``later >= earlier + weight`` in minutes (Dechter, Meiri and
Pearl, "Temporal constraint networks", AI 49, 1991). The earliest feasible solution is
repaired after each addition, from the new edge on (Cotton and Maler, "Fast and flexible
difference constraint propagation", SAT 2006); nothing is ever closed over all pairs.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NewType

__all__ = ["Edge", "Instant", "Network", "Refusal"]

Instant = NewType("Instant", int)

# Where an instant of which nothing is known stands: further back than any date, so
# that open instants are ordered among themselves and never touch a real bound.
_NOWHERE = -(10**15)


@dataclass(frozen=True, slots=True)
class Edge:
    """``later`` is at least ``weight`` minutes after ``earlier``; ``label`` says why.

    Positional, and without a keyword, because a long text has tens of thousands.
    """

    earlier: Instant
    later: Instant
    weight: int
    label: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why constraints were refused: the edges that contradict them, in order of time.

    Where the contradiction is with calendar bounds, the chain runs from the instant
    whose earliest position is known, ``lower``, to the one whose latest is, ``upper``;
    where it is a circle of order alone, both are ``None``.
    """

    edges: tuple[Edge, ...]
    lower: Instant | None = None
    upper: Instant | None = None


class Network:
    """Instants with bounds, and the constraints that were accepted so far.

    ``lower`` and ``upper`` give each instant's own bounds, ``None`` where open.
    """

    def __init__(
        self, lower: Sequence[int | None], upper: Sequence[int | None]
    ) -> None:
        self._position = [_NOWHERE if bound is None else bound for bound in lower]
        self._upper = tuple(upper)
        self._after: list[list[Edge]] = [[] for _ in self._position]
        self._before: list[list[Edge]] = [[] for _ in self._position]
        self._reason: list[Edge | None] = [None] * len(self._position)

    def add(self, edges: Iterable[Edge]) -> Refusal | None:
        """Accept all of the edges, or none of them and say why."""
        trail: list[tuple[Instant, int, Edge | None]] = []
        added: list[Edge] = []
        for edge in edges:
            self._after[edge.earlier].append(edge)
            self._before[edge.later].append(edge)
            added.append(edge)
            refusal = self._repair(edge, trail)
            if refusal is not None:
                self._undo(added, trail)
                return refusal
        return None

    def earliest(self, instant: Instant) -> int | None:
        """The earliest position that the accepted constraints leave, if any does."""
        position = self._position[instant]
        return position if position > _NOWHERE // 2 else None

    def latest(self) -> tuple[list[int | None], list[Edge | None]]:
        """Every instant's latest position, and the edge that it came along.

        Taken together, in one pass against the order of the earliest solution.
        """
        latest = list(self._upper)
        reason: list[Edge | None] = [None] * len(latest)
        instants = sorted(
            (Instant(i) for i, bound in enumerate(latest) if bound is not None),
            key=lambda i: -self._position[i],
        )
        queue, waiting = deque(instants), set(instants)
        while queue:
            here = queue.popleft()
            waiting.discard(here)
            bound = latest[here]
            if bound is None:
                continue
            for edge in self._before[here]:
                reached, known = bound - edge.weight, latest[edge.earlier]
                if known is None or reached < known:
                    latest[edge.earlier], reason[edge.earlier] = reached, edge
                    if edge.earlier not in waiting:
                        waiting.add(edge.earlier)
                        queue.append(edge.earlier)
        return latest, reason

    def reason(self, instant: Instant) -> Edge | None:
        """The edge that an instant's earliest position came along."""
        return self._reason[instant]

    def _repair(
        self, new: Edge, trail: list[tuple[Instant, int, Edge | None]]
    ) -> Refusal | None:
        """Move instants later until every edge holds again.

        The network was consistent before ``new``, so a circle must run through it, and
        shows when its first instant would have to move.
        """
        queue = deque((new,))
        while queue:
            edge = queue.popleft()
            reached = self._position[edge.earlier] + edge.weight
            if reached <= self._position[edge.later]:
                continue
            if edge.later == new.earlier:
                return Refusal(edges=(new, *self._chain(edge, new)))
            later = edge.later
            trail.append((later, self._position[later], self._reason[later]))
            self._position[later], self._reason[later] = reached, edge
            limit = self._upper[later]
            if limit is not None and reached > limit:
                return self._against(edge, later)
            queue.extend(self._after[later])
        return None

    def _against(self, last: Edge, limited: Instant) -> Refusal:
        """Why an instant cannot be as late as ``last`` makes it.

        The edges lead back to a bound, or, where the new edge has closed a circle that
        had not yet been seen, to themselves.
        """
        chain = self._chain(last, last)
        closing = self._reason[chain[0].earlier]
        if closing is not None:
            return Refusal(edges=chain[: chain.index(closing) + 1])
        return Refusal(edges=chain, lower=chain[0].earlier, upper=limited)

    def _chain(self, last: Edge, stop: Edge) -> tuple[Edge, ...]:
        """The edges that led to ``last``, earliest first, back to ``stop``."""
        found = {id(last): last}
        edge = self._reason[last.earlier]
        while edge is not None and edge is not stop and id(edge) not in found:
            found[id(edge)] = edge
            edge = self._reason[edge.earlier]
        return tuple(reversed(found.values()))

    def _undo(
        self, added: list[Edge], trail: list[tuple[Instant, int, Edge | None]]
    ) -> None:
        for instant, position, reason in reversed(trail):
            self._position[instant], self._reason[instant] = position, reason
        for edge in reversed(added):
            self._after[edge.earlier].pop()
            self._before[edge.later].pop()
