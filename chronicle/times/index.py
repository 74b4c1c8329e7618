"""The grammar as a table: rules by symbol and by the words they may begin with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from chronicle.times.patterns import Item, Items, Literal, Ref, Rule, Rules, symbols
from chronicle.times.words import Words

Parse = tuple[int, object]
"""Where a reading of some words ends, and what they mean."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A symbol read by code: its first words, and what it means from word ``i`` on.

    ``keys`` is ``None`` where it may begin with any word.
    """

    keys: frozenset[str] | None
    read: Callable[[Words, int], Iterable[Parse]]


class Grammar:
    """Rules and terminals by symbol, indexed by the first words of each rule."""

    def __init__(
        self, rules: Iterable[Rules], terminals: Mapping[str, Terminal]
    ) -> None:
        """Index the rules; raises ``ValueError`` where one names an unknown symbol."""
        self.terminals = dict(terminals)
        self._rules: dict[str, list[Rule]] = {}
        for one in chain.from_iterable(r.rules for r in rules):
            self._rules.setdefault(one.symbol, []).append(one)
        for one in chain.from_iterable(self._rules.values()):
            for symbol in symbols(one.items):
                if symbol not in self._rules and symbol not in self.terminals:
                    raise ValueError(f"rule {one.name}: no symbol {symbol!r}")
        self._starts: dict[str, frozenset[str] | None] = {}
        self._index = {symbol: self._indexed(symbol) for symbol in self._rules}

    def candidates(self, symbol: str, key: str) -> tuple[Rule, ...]:
        """The rules of a symbol that may begin with a word, the preferred one first."""
        by_key, anywhere = self._index[symbol]
        return by_key.get(key, anywhere)

    def starts(self, symbol: str) -> frozenset[str] | None:
        """The words that a symbol may begin with; ``None``: any word.

        Raises ``ValueError`` for a symbol that begins with itself.
        """
        if symbol in self.terminals:
            return self.terminals[symbol].keys
        if symbol not in self._starts:
            self._starts[symbol] = frozenset()
            firsts = [self._first(r.items)[0] for r in self._rules[symbol]]
            self._starts[symbol] = _union(firsts)
        return self._starts[symbol]

    def _first(self, items: Items) -> tuple[frozenset[str] | None, bool]:
        """The first words of a sequence, and whether it may be empty."""
        keys: frozenset[str] | None = frozenset()
        for item in items:
            first, empty = self._item_first(item)
            keys = _union((keys, first))
            if not empty:
                return keys, False
        return keys, True

    def _item_first(self, item: Item) -> tuple[frozenset[str] | None, bool]:
        if isinstance(item, Literal):
            return item.words, False
        if isinstance(item, Ref):
            if item.refused:
                return frozenset(), True
            return self.starts(item.symbol), False
        firsts = [self._first(option) for option in item.options]
        return _union(f for f, _ in firsts), any(empty for _, empty in firsts)

    def _indexed(
        self, symbol: str
    ) -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
        firsts = [(r, self._first(r.items)[0]) for r in self._rules[symbol]]
        keys = sorted(_union(f for _, f in firsts if f is not None) or ())
        by_key = {
            key: tuple(r for r, f in firsts if f is None or key in f) for key in keys
        }
        return by_key, tuple(r for r, f in firsts if f is None)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    keys: frozenset[str] = frozenset()
    for one in sets:
        if one is None:
            return None
        keys |= one
    return keys
