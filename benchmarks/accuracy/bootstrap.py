"""How far a figure would move with other documents of the same kind."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

DRAWS = 1000
SEED = 1848


def interval(
    counts: Sequence[Counter[str]], figure: Callable[[Counter[str]], float]
) -> tuple[float, float]:
    """The central 95 % of a figure over documents drawn again with replacement."""
    draw = random.Random(SEED)
    values = sorted(
        figure(_sum(draw.choices(counts, k=len(counts)))) for _ in range(DRAWS)
    )
    return values[round(0.025 * DRAWS)], values[round(0.975 * DRAWS) - 1]


def _sum(counts: Sequence[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total
