"""A link before it has its number."""

from dataclasses import dataclass

from chronicle.model import Evidence, Link, LinkId, LinkKind, Mention, Tier

__all__ = ["Proposal", "numbered"]

_RANK = {tier: rank for rank, tier in enumerate(Tier)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one rule proposes: ``source`` RELATION ``target``, how surely, and why.

    ``score`` ranks proposals of one tier; ``None`` is a rule's full word.
    """

    kind: LinkKind = LinkKind.TLINK
    source: str
    relation: str
    target: str
    tier: Tier = Tier.LIKELY
    rule: str
    why: str
    signal: Mention | None = None
    score: float | None = None


def numbered(proposals: list[Proposal], document: str) -> tuple[Link, ...]:
    """Links with ids; of proposals that say the same, the surest, then the first.

    A pair that one rule orders certainly keeps no weaker word on the same pair from
    the narrative.
    """
    best: dict[tuple[str, ...], Proposal] = {}
    for one in proposals:
        key = (one.kind, one.source, one.relation, one.target)
        if key not in best or _RANK[one.tier] < _RANK[best[key].tier]:
            best[key] = one
    settled = {
        frozenset((one.source, one.target))
        for one in best.values()
        if one.kind is LinkKind.TLINK and one.tier is not Tier.NARRATIVE
    }
    kept = [
        one
        for one in best.values()
        if one.tier is not Tier.NARRATIVE
        or frozenset((one.source, one.target)) not in settled
    ]
    return tuple(
        Link(
            id=LinkId(f"{document}#l{n}"),
            kind=one.kind,
            source=one.source,
            target=one.target,
            relation=str(one.relation),
            tier=one.tier,
            signal=one.signal,
            evidence=Evidence(rule=one.rule, score=one.score, steps=(one.why,)),
        )
        for n, one in enumerate(kept, start=1)
    )
