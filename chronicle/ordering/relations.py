"""What each link says of instants.

A constraint names two instants, (item, instant) with 0 the source and 1 the target, of
which the first is not later than the second. "During" may share its edges: an event of
a day may begin with it. A cause is not later than its effect, and an act not later than
its purpose, in their beginnings; an aspectual verb's own event is the beginning, the
end or a part of what it governs (TimeML 1.2.1, ALINK).
"""

from collections.abc import Mapping

from chronicle.model import Allen, LinkKind
from chronicle.ordering.network import Edge, Instant

__all__ = ["constrains", "edges_of"]

_BEGIN, _END = 0, 1

_Constraints = tuple[tuple[int, int, int, int], ...]

_TEMPORAL: dict[str, _Constraints] = {
    Allen.BEFORE: ((0, _END, 1, _BEGIN),),
    Allen.MEETS: ((0, _END, 1, _BEGIN), (1, _BEGIN, 0, _END)),
    Allen.OVERLAPS: ((0, _BEGIN, 1, _BEGIN), (1, _BEGIN, 0, _END), (0, _END, 1, _END)),
    Allen.STARTS: ((0, _BEGIN, 1, _BEGIN), (1, _BEGIN, 0, _BEGIN), (0, _END, 1, _END)),
    Allen.DURING: ((1, _BEGIN, 0, _BEGIN), (0, _END, 1, _END)),
    Allen.FINISHES: ((1, _BEGIN, 0, _BEGIN), (0, _END, 1, _END), (1, _END, 0, _END)),
    Allen.EQUALS: (
        (0, _BEGIN, 1, _BEGIN),
        (1, _BEGIN, 0, _BEGIN),
        (0, _END, 1, _END),
        (1, _END, 0, _END),
    ),
}
_INVERSE: dict[str, str] = {
    Allen.AFTER: Allen.BEFORE,
    Allen.MET_BY: Allen.MEETS,
    Allen.OVERLAPPED_BY: Allen.OVERLAPS,
    Allen.STARTED_BY: Allen.STARTS,
    Allen.CONTAINS: Allen.DURING,
    Allen.FINISHED_BY: Allen.FINISHES,
}
_BEGINNING: _Constraints = ((0, _BEGIN, 1, _BEGIN), (1, _BEGIN, 0, _END))
_ENDING: _Constraints = ((0, _BEGIN, 1, _END), (1, _END, 0, _END))
_ASPECTUAL: dict[str, _Constraints] = {
    "initiates": _BEGINNING,
    "reinitiates": _BEGINNING,
    "continues": _TEMPORAL[Allen.DURING],
    "culminates": _ENDING,
    "terminates": _ENDING,
}
_CAUSAL: dict[str, _Constraints] = {
    "cause": ((0, _BEGIN, 1, _BEGIN),),
    "purpose": ((0, _BEGIN, 1, _BEGIN),),
}
_TABLES: Mapping[LinkKind, Mapping[str, _Constraints]] = {
    LinkKind.TLINK: _TEMPORAL,
    LinkKind.ALINK: _ASPECTUAL,
    LinkKind.CLINK: _CAUSAL,
}


def constrains(kind: LinkKind, relation: str) -> bool:
    """Whether a link of this kind and relation says anything of time."""
    return _INVERSE.get(relation, relation) in _TABLES.get(kind, {})


def edges_of(
    kind: LinkKind, relation: str, source: int, target: int, *, label: int
) -> tuple[Edge, ...]:
    """The edges that a link between two items, given by number, comes to.

    Intervals that overlap share at least a minute.
    """
    if kind is LinkKind.TLINK and relation in _INVERSE:
        source, relation, target = target, _INVERSE[relation], source
    pair = (source, target)
    return tuple(
        Edge(
            Instant(2 * pair[a] + a_instant),
            Instant(2 * pair[b] + b_instant),
            int(a_instant == _BEGIN and b_instant == _END),
            label,
        )
        for a, a_instant, b, b_instant in _TABLES[kind][relation]
    )
