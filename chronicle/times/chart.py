"""From words to meanings: a chart parser over the grammar's symbols.

Every symbol is read at most once at every word, and an end that one rule has reached is
closed to the rules below it, so the work grows with the text and with nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from chronicle.times.index import Grammar, Parse
from chronicle.times.meaning import Meaning
from chronicle.times.patterns import Choice, Items, Literal, Rule
from chronicle.times.words import Words

Bound = tuple[tuple[str, object], ...]
Refuses = Callable[[Words, int, int, Meaning], bool]
"""Whether the words around speak against a meaning of the words from one to another."""


class Chart:
    """All readings of one text, made as they are asked for."""

    def __init__(self, grammar: Grammar, words: Words, refuses: Refuses) -> None:
        """``refuses`` says what speaks against a meaning; nothing is built on such."""
        self._grammar = grammar
        self._words = words
        self._refuses = refuses
        self._read: dict[tuple[str, int], tuple[Parse, ...]] = {}

    def parses(self, symbol: str, i: int) -> tuple[Parse, ...]:
        """Every end that a symbol can reach from word ``i``, with its meaning."""
        known = self._read.get((symbol, i))
        if known is None:
            self._read[symbol, i] = ()  # a symbol cannot begin with itself
            terminal = self._grammar.terminals.get(symbol)
            if terminal is None:
                known = self._by_rules(symbol, i)
            elif terminal.keys is None or self._words[i].key in terminal.keys:
                known = tuple(terminal.read(self._words, i))
            else:
                known = ()
            self._read[symbol, i] = known
        return known

    def _by_rules(self, symbol: str, i: int) -> tuple[Parse, ...]:
        found: dict[int, object] = {}
        for rule in self._grammar.candidates(symbol, self._words[i].key):
            for end, bound in self._sequence(rule.items, i, i):
                if end not in found:
                    value = self._built(rule, bound, i, end)
                    if value is not None:
                        found[end] = value
        return tuple(found.items())

    def _built(self, rule: Rule, bound: Bound, i: int, end: int) -> object:
        """What a rule makes of its parts; a meaning learns which rule made it."""
        value = rule.build(**dict(bound))
        if not isinstance(value, Meaning) or any(value is part for _, part in bound):
            return value
        named = replace(value, rules=(rule.name, *value.rules))
        return None if self._refuses(self._words, i, end, named) else named

    def _sequence(
        self, items: Items, i: int, start: int
    ) -> Iterator[tuple[int, Bound]]:
        """Each way that items can follow one another from word ``i`` on."""
        if not items:
            yield i, ()
            return
        item, rest = items[0], items[1:]
        if isinstance(item, Choice):
            for option in item.options:
                yield from self._sequence(option + rest, i, start)
            return
        words = self._words
        if i >= len(words) or (i > start and words.parted(i)):
            return
        if item.glued and not words.glued(i):
            return
        if isinstance(item, Literal):
            if words[i].lower in item.words:
                yield from self._sequence(rest, i + 1, start)
            return
        parses = self.parses(item.symbol, i)
        if item.refused:
            if not parses:
                yield from self._sequence(rest, i, start)
            return
        for end, value in parses:
            after = i if item.ahead else end
            for last, bound in self._sequence(rest, after, start):
                yield last, ((item.label, value), *bound)
