"""One order to show: of all events in a row, and of chosen ones in steps."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from chronicle.model import AnnotatedDocument, Chronology, EventId, Precedence, Tier

__all__ = ["display_order", "steps"]

_TIERS = tuple(Tier)


def display_order(
    chronology: Chronology, annotated: AnnotatedDocument
) -> tuple[EventId, ...]:
    """All events in one row that contradicts neither bounds nor precedences.

    Where these leave a choice: by the earliest beginning; with only a latest end known,
    just before what may follow it; with neither, where the narrative has it.
    """
    told = sorted(annotated.events, key=lambda e: (e.trigger.start, e.id))
    place: dict[str, int] = {event.id: n for n, event in enumerate(told)}
    row = _row(tuple(place), chronology, chronology.precedences, place)
    return tuple(EventId(event) for event in row if event in place)


def steps(
    chronology: Chronology,
    events: Iterable[str],
    *,
    tier: Tier = Tier.CERTAIN,
    position: Mapping[str, int] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Chosen events in steps: each comes as early as what is surely before it allows.

    Events of one step have no known order among them, and stand in the order given, or
    that of ``position``. ``tier`` is the weakest kind of precedence that makes a step.
    """
    chosen = tuple(dict.fromkeys(events))
    place = position or {event: n for n, event in enumerate(chosen)}
    allowed = _TIERS[: _TIERS.index(tier) + 1]
    used = [p for p in chronology.precedences if p.tier in allowed]
    before: dict[str, list[str]] = {}
    for precedence in used:
        before.setdefault(precedence.later, []).append(precedence.earlier)
    ends = _Ends(chronology, chosen)
    depth: dict[str, int] = {}
    for item in _row(chosen, chronology, used, place):
        level = max((depth[p] for p in before.get(item, ())), default=0)
        if item in ends.chosen:
            level = max(level, ends.deepest(item)) + 1
            ends.enter(item, level)
        depth[item] = level
    layers: dict[int, list[str]] = {}
    for event in sorted(chosen, key=lambda e: (place.get(e, len(place)), e)):
        layers.setdefault(depth[event], []).append(event)
    return tuple(tuple(layers[level]) for level in sorted(layers))


class _Ends:
    """How deep the chosen events are that are over by a given time.

    A Fenwick tree of maxima over the latest ends, so that each question takes
    logarithmic time.
    """

    def __init__(self, chronology: Chronology, chosen: tuple[str, ...]) -> None:
        self.chosen = frozenset(chosen)
        self._spans = chronology.spans
        self._ends = sorted(
            end
            for event in chosen
            if (end := chronology.spans[event].end.latest) is not None
        )
        self._tree = [0] * (len(self._ends) + 1)

    def deepest(self, event: str) -> int:
        """The deepest step among those that are over before the event begins."""
        begin = self._spans[event].begin.earliest
        n = 0 if begin is None else bisect_right(self._ends, begin)
        found = 0
        while n:
            found = max(found, self._tree[n])
            n -= n & -n
        return found

    def enter(self, event: str, level: int) -> None:
        """Note an event's step."""
        end = self._spans[event].end.latest
        n = len(self._tree) if end is None else bisect_left(self._ends, end) + 1
        while n < len(self._tree):
            self._tree[n] = max(self._tree[n], level)
            n += n & -n


def _row(
    events: tuple[str, ...],
    chronology: Chronology,
    precedences: Iterable[Precedence],
    place: Mapping[str, int],
) -> list[str]:
    """Events and whatever else precedences name, each after all that is before it."""
    after: dict[str, list[str]] = {event: [] for event in events}
    waiting: dict[str, int] = dict.fromkeys(events, 0)
    for precedence in precedences:
        for item in (precedence.earlier, precedence.later):
            after.setdefault(item, [])
            waiting.setdefault(item, 0)
        after[precedence.earlier].append(precedence.later)
        waiting[precedence.later] += 1
    keys = _keys(chronology, after, waiting, place)
    ready = [(keys[item], item) for item, count in waiting.items() if not count]
    heapify(ready)
    row = []
    while ready:
        _, item = heappop(ready)
        row.append(item)
        for later in after[item]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(ready, (keys[later], later))
    return row


def _keys(
    chronology: Chronology,
    after: Mapping[str, list[str]],
    waiting: Mapping[str, int],
    place: Mapping[str, int],
) -> dict[str, tuple[float, bool, int]]:
    """Where each item would stand alone: its time, one-sided first, its place.

    Times are narrowed along the precedences first, so that an item never waits for one
    that would stand later.
    """
    topological = _topological(after, waiting)
    begin: dict[str, float] = {}
    end: dict[str, float] = {}
    spans = chronology.spans
    for item in topological:
        own = spans[item].begin.earliest if item in spans else None
        begin[item] = max(begin.get(item, _NEVER[0]), _NEVER[0] if own is None else own)
        for later in after[item]:
            begin[later] = max(begin.get(later, _NEVER[0]), begin[item] + 1)
    for item in reversed(topological):
        own = spans[item].end.latest if item in spans else None
        end[item] = min((end[later] - 1 for later in after[item]), default=_NEVER[1])
        end[item] = min(end[item], _NEVER[1] if own is None else own)
    keys: dict[str, tuple[float, bool, int]] = {}
    running = _NEVER[0]
    for item in sorted(after, key=lambda i: (place.get(i, -1), i)):
        if begin[item] > _NEVER[0]:
            key = (begin[item], True)
        elif end[item] < _NEVER[1]:
            key = (end[item], False)
        else:
            key = (running, True)
        running = key[0] if item in place else running
        keys[item] = (*key, place.get(item, -1))
    return keys


_NEVER = (float("-inf"), float("inf"))


def _topological(
    after: Mapping[str, list[str]], waiting: Mapping[str, int]
) -> list[str]:
    """Any order in which all that is before an item comes before it."""
    left = dict(waiting)
    row = [item for item, count in left.items() if not count]
    for item in row:
        for later in after[item]:
            left[later] -= 1
            if not left[later]:
                row.append(later)
    return row
