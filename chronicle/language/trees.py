"""The best tree for a sentence: greedy where that is one, else Chu–Liu/Edmonds.

Scores are child by head; row and column 0 are the root. Exactly one word hangs from
the root (Zmigrod, Vieira and Cotterell 2020 give the reason: treebanks demand it).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

FORBIDDEN = -1e9


def best_tree(scores: "Scores") -> list[int]:
    """The head of each word (0 is the root, words count from 1), as a list from word 1.

    >>> import numpy as np
    >>> best_tree(np.array([[0, 0, 0], [1, 0, 9], [9, 1, 0]], dtype="float32"))
    [2, 0]
    """
    import numpy as np

    table = scores.astype(np.float64)
    np.fill_diagonal(table, FORBIDDEN)
    table[0] = FORBIDDEN
    greedy = table.argmax(1)
    greedy[0] = 0
    heads: list[int] = greedy.tolist()
    if is_tree(heads):
        return heads[1:]
    return _single_root(table)[1:]


def is_tree(heads: list[int]) -> bool:
    """Whether each word reaches the root and just one hangs from it (item 0: root)."""
    if heads[1:].count(0) != 1:
        return False
    reaches = [False] * len(heads)
    reaches[0] = True
    for word in range(1, len(heads)):
        path, here = [], word
        while not reaches[here] and here not in path:
            path.append(here)
            here = heads[here]
        if not reaches[here]:
            return False
        for step in path:
            reaches[step] = True
    return True


def _single_root(table: "NDArray[np.float64]") -> list[int]:
    """The best tree with one word at the root.

    A charge on every root arc, above any gain from a second one, leaves the best tree
    among those with a single root unchanged (same number of charges in each).
    """
    import numpy as np

    finite = table[table > FORBIDDEN / 2]
    spread = float(finite.max() - finite.min()) if finite.size else 1.0
    charged = table.copy()
    charged[1:, 0] -= (spread + 1.0) * len(table)
    heads = _edmonds(charged)
    return [int(head) for head in np.asarray(heads)]


def _edmonds(table: "NDArray[np.float64]") -> list[int]:
    """The best arborescence from node 0, by contracting cycles."""
    import numpy as np

    heads: list[int] = [0, *table[1:].argmax(1).tolist()]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(table)) if node not in inside]
    size = len(outside) + 1
    merged = np.full((size, size), FORBIDDEN)
    merged[:-1, :-1] = table[np.ix_(outside, outside)]
    own = np.array([table[node, heads[node]] for node in cycle])
    into = table[np.ix_(cycle, outside)] - own[:, None]
    entry = into.argmax(0)
    merged[-1, :-1] = into.max(0)
    out_of = table[np.ix_(outside, cycle)]
    leave = out_of.argmax(1)
    merged[:-1, -1] = out_of.max(1)
    merged[0] = FORBIDDEN
    small = _edmonds(merged)
    solved = list(heads)
    for place, node in enumerate(outside[1:], start=1):
        head = small[place]
        solved[node] = cycle[leave[place]] if head == size - 1 else outside[head]
    entered_from = small[size - 1]
    solved[cycle[entry[entered_from]]] = outside[entered_from]
    return solved


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of some cycle, or none."""
    colour = [0] * len(heads)
    colour[0] = 2
    for start in range(1, len(heads)):
        path, here = [], start
        while colour[here] == 0:
            colour[here] = 1
            path.append(here)
            here = heads[here]
        if colour[here] == 1:
            return path[path.index(here) :]
        for node in path:
            colour[node] = 2
    return []
