"""One order to show: of all events in a row, and of chosen ones in steps."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from chronicle.dates.axis import MINUTES_PER_DAY
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
    """Chosen events in steps, each after all that is surely before it.

    Events of one step have no known order among them. Where order leaves a choice, an
    event shares the step that the telling has reached; ``position`` says how they are
    told, else the order given does. ``tier`` is the weakest precedence that counts.
    """
    chosen = tuple(dict.fromkeys(events))
    place = position or {event: n for n, event in enumerate(chosen)}
    allowed = _TIERS[: _TIERS.index(tier) + 1]
    used = [p for p in chronology.precedences if p.tier in allowed]
    before, after = _sides(used)
    row = _row(chosen, chronology, used, place)
    ends = _Ends(chronology, chosen)
    depth: dict[str, int] = {}
    for item in row:
        level = max((depth[p] for p in before.get(item, ())), default=0)
        if item in ends.chosen:
            level = max(level, ends.deepest(item)) + 1
            ends.enter(item, level)
        depth[item] = level
    latest = _latest(row, after, depth, _Begins(chronology, chosen, depth))
    layers: dict[int, list[str]] = {}
    reached = 1
    for event in sorted(chosen, key=lambda e: (place.get(e, len(place)), e)):
        reached = max(reached, depth[event])
        layers.setdefault(min(reached, latest[event]), []).append(event)
    return tuple(tuple(layers[level]) for level in sorted(layers))


def _sides(
    precedences: Iterable[Precedence],
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What is directly before each item, and what is after it."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for precedence in precedences:
        before.setdefault(precedence.later, []).append(precedence.earlier)
        after.setdefault(precedence.earlier, []).append(precedence.later)
    return before, after


def _latest(
    row: list[str],
    after: Mapping[str, list[str]],
    depth: Mapping[str, int],
    begins: "_Begins",
) -> dict[str, int]:
    """The last step that each event may take, while those after it take their first."""
    latest: dict[str, int] = {}
    deepest = max(depth.values(), default=0)
    for item in reversed(row):
        found = deepest
        for later in after.get(item, ()):
            chosen = later in begins.chosen
            found = min(found, depth[later] - 1 if chosen else latest[later])
        latest[item] = min(found, begins.first(item) - 1)
    return latest


class _Begins:
    """The first step among chosen events that begin at a given time or later."""

    def __init__(
        self,
        chronology: Chronology,
        chosen: tuple[str, ...],
        depth: Mapping[str, int],
    ) -> None:
        self.chosen = frozenset(chosen)
        self._spans = chronology.spans
        rows = sorted(
            (begin, depth[event])
            for event in chosen
            if (begin := chronology.spans[event].begin.earliest) is not None
        )
        self._begins = [begin for begin, _ in rows]
        self._first = [_LAST]
        for _, level in reversed(rows):
            self._first.append(min(level, self._first[-1]))
        self._first.reverse()

    def first(self, item: str) -> int:
        """The first step of what begins when the item is over."""
        span = self._spans.get(item)
        if span is None or span.end.latest is None:
            return _LAST
        return self._first[bisect_left(self._begins, span.end.latest)]


_LAST = 10**9


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
            # by the day: minutes here only count the links of a chain
            key = (end[item] // MINUTES_PER_DAY * MINUTES_PER_DAY, False)
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
