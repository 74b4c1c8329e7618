"""Properties of the order, on small networks made at random."""

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.dates.axis import Minute, TimeSpan
from chronicle.model import Allen, AnnotatedDocument, Factuality, Link, Neighbours, Tier
from chronicle.ordering import display_order, order, steps

from .made import annotated, event, timex

# Dates a few minutes long, so that brute force can try every minute.
SPANS = [
    TimeSpan.exactly(Minute(0), Minute(2)),
    TimeSpan.exactly(Minute(1), Minute(3)),
    TimeSpan.exactly(Minute(3), Minute(5)),
    TimeSpan.within(Minute(2), None),
    TimeSpan.within(None, Minute(4)),
]
TIMEXES = tuple(timex(50 + n, span) for n, span in enumerate(SPANS))
EVENTS = 4

Interval = tuple[int, int]

relation = st.sampled_from([r.value for r in Allen])
tier = st.sampled_from([t.value for t in Tier])
name = st.sampled_from([f"e{n}" for n in range(EVENTS)])
few = st.sampled_from(["e0", "e1", "e2"])
date = st.sampled_from([t.id for t in TIMEXES])
words = st.one_of(
    st.tuples(name, relation, name, tier), st.tuples(name, relation, date, tier)
).map(" ".join)
links = st.lists(words, max_size=7, unique=True)


def made(lines: list[str]) -> AnnotatedDocument:
    return annotated(*lines, events=EVENTS, timexes=TIMEXES)


def holds(rel: Allen, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two intervals stand in a relation, edges shared where "during" may."""
    match rel:
        case Allen.BEFORE:
            return a[1] <= b[0]
        case Allen.MEETS:
            return a[1] == b[0]
        case Allen.OVERLAPS:
            return a[0] <= b[0] < a[1] <= b[1]
        case Allen.STARTS:
            return a[0] == b[0] and a[1] <= b[1]
        case Allen.DURING:
            return b[0] <= a[0] and a[1] <= b[1]
        case Allen.FINISHES:
            return b[0] <= a[0] and a[1] == b[1]
        case Allen.EQUALS:
            return a == b
    inverse = {
        Allen.AFTER: Allen.BEFORE,
        Allen.MET_BY: Allen.MEETS,
        Allen.OVERLAPPED_BY: Allen.OVERLAPS,
        Allen.STARTED_BY: Allen.STARTS,
        Allen.CONTAINS: Allen.DURING,
        Allen.FINISHED_BY: Allen.FINISHES,
    }
    return holds(inverse[rel], b, a)


def within(bounds: object, minute: int) -> bool:
    earliest, latest = bounds.earliest, bounds.latest  # type: ignore[attr-defined]
    return (earliest is None or earliest <= minute) and (
        latest is None or minute <= latest
    )


@given(lines=links, seed=st.integers(0, 99))
def test_independent_of_the_order_of_input(lines: list[str], seed: int) -> None:
    document = made(lines)
    shuffler = Random(seed)
    events, dates, found = (
        list(document.events),
        list(document.timexes),
        list(document.links),
    )
    for items in (events, dates, found):
        shuffler.shuffle(items)
    other = document.replaced(
        events=tuple(events), timexes=tuple(dates), links=tuple(found)
    )
    first, second = order(document), order(other)
    assert first.spans == second.spans
    assert first.precedences == second.precedences
    assert first.conflicts == second.conflicts
    assert first.nearest == second.nearest
    assert first.basis == second.basis
    assert display_order(first, document) == display_order(second, other)


@given(lines=links, weakest=words)
def test_what_enters_last_never_loosens_a_bound(lines: list[str], weakest: str) -> None:
    weakest = " ".join([*weakest.split()[:3], "likely"])
    firm_lines = [f"{' '.join(line.split()[:3])} certain" for line in lines]
    before = order(made(firm_lines))
    after = order(made([*firm_lines, weakest]))
    for item, span in before.spans.items():
        narrowed = after.spans[item]
        for old, new in ((span.begin, narrowed.begin), (span.end, narrowed.end)):
            assert old.narrowed(new) == new


def solutions(
    accepted: list[Link], names: list[str], placed: dict[str, Interval]
) -> Iterator[dict[str, Interval]]:
    """Every way to place the named items so that all links hold."""
    if not names:
        yield dict(placed)
        return
    name, *rest = names
    own = {t.id: t.span for t in TIMEXES}.get(name, TimeSpan())
    for begin, end in combinations(range(-3, 7), 2):
        placed[name] = (begin, end)
        if (
            within(own.begin, begin)
            and within(own.end, end)
            and all(
                holds(Allen(x.relation), placed[x.source], placed[x.target])
                for x in accepted
                if name in (x.source, x.target) and {x.source, x.target} <= set(placed)
            )
        ):
            yield from solutions(accepted, rest, placed)
        del placed[name]


@settings(max_examples=20, deadline=None)
@given(
    lines=st.lists(
        st.one_of(st.tuples(few, relation, few), st.tuples(few, relation, date)).map(
            " ".join
        ),
        min_size=1,
        max_size=3,
        unique=True,
    )
)
def test_sound_and_tight_by_brute_force(lines: list[str]) -> None:
    """Accepted links hold somewhere, and the bounds are just what they allow."""
    document = made(lines)
    chronology = order(document)
    refused = {c.set_aside for c in chronology.conflicts}
    accepted = [
        x for x in document.links if x.id not in refused and x.source != x.target
    ]
    events = sorted({e for x in accepted for e in (x.source, x.target) if "e" in e})
    dates = sorted({x.target for x in accepted if x.target.startswith("t")})
    seen: dict[tuple[str, int], set[int]] = {}
    for solution in solutions(accepted, [*dates, *events], {}):
        for item, interval in solution.items():
            for side in (0, 1):
                seen.setdefault((item, side), set()).add(interval[side])
    assert bool(seen) is bool(accepted)
    for item in events:
        span = chronology.spans[item]
        for side, bounds in enumerate((span.begin, span.end)):
            if bounds.earliest is not None:
                assert min(seen[item, side]) == bounds.earliest
            if bounds.latest is not None:
                assert max(seen[item, side]) == bounds.latest


@given(lines=links)
def test_precedence_is_true_of_the_bounds_and_has_no_circle(lines: list[str]) -> None:
    document = made(lines)
    chronology = order(document)
    for first in chronology.spans:
        assert not chronology.precedes(first, first, tier=Tier.NARRATIVE)
    for precedence in chronology.precedences:
        earlier = chronology.spans[precedence.earlier]
        later = chronology.spans[precedence.later]
        begin, end = earlier.begin.earliest, later.end.latest
        if begin is not None and end is not None:
            assert begin + 1 < end


@given(lines=links)
def test_display_order_contradicts_nothing(lines: list[str]) -> None:
    document = made(lines)
    chronology = order(document)
    row = display_order(chronology, document)
    assert sorted(row) == sorted(document.event)
    for n, later in enumerate(row):
        for earlier in row[:n]:
            assert not chronology.precedes(later, earlier, tier=Tier.NARRATIVE)


@given(lines=links)
def test_steps_follow_every_certain_precedence(lines: list[str]) -> None:
    document = made(lines)
    chronology = order(document)
    layers = steps(chronology, document.event)
    step = {event: n for n, layer in enumerate(layers) for event in layer}
    assert sorted(step) == sorted(document.event)
    for a, b in product(step, step):
        if a != b and chronology.precedes(a, b):
            assert step[a] < step[b]


@given(lines=links, factuality=st.sampled_from(["negated", "counterfactual"]))
def test_what_did_not_happen_moves_nothing(lines: list[str], factuality: str) -> None:
    """Leaving such an event out changes no other event."""
    denied = event(9, factuality=Factuality(factuality), name="e9")
    document = made(lines)
    extra = made([*lines, "e9 before e0", "e1 before e9", "e9 during t50"])
    extra = extra.replaced(events=(*document.events, denied))
    first, second = order(document), order(extra)
    assert {e: second.spans[e] for e in first.spans} == dict(first.spans)
    assert second.nearest["e9"] == Neighbours()
    assert all("e9" not in (p.earlier, p.later) for p in second.precedences)
