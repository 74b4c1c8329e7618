"""The notation of the grammar, and what a pattern is made of.

``the {day} [of] {month} [,] {year}``: a bare word stands for itself, ``a/b`` for
either, ``{name}`` for a symbol of the grammar, ``{label:name}`` for one whose meaning
is handed on as ``label``; ``[...]`` may be absent, ``(... | ...)`` is a choice; ``~``
before an item forbids a space before it, ``>`` only looks ahead, ``!`` looks ahead and
refuses.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[\[\]()|]|[~>!]?(?:\{[\w:]+\}|[^\s\[\]()|]+)")


@dataclass(frozen=True, slots=True)
class Literal:
    """One of a few words."""

    words: frozenset[str]
    glued: bool


@dataclass(frozen=True, slots=True)
class Ref:
    """A symbol; its meaning is handed on under a label."""

    symbol: str
    label: str
    glued: bool
    ahead: bool
    refused: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives; an empty one makes the whole optional."""

    options: tuple[tuple["Item", ...], ...]


Item = Literal | Ref | Choice
Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a symbol. ``build`` makes its meaning, or ``None`` to refuse."""

    symbol: str
    name: str
    items: Items
    build: Callable[..., object]


@dataclass(frozen=True, slots=True)
class Rules:
    """All patterns of one function of the grammar."""

    rules: tuple[Rule, ...]


def rule(symbol: str, *patterns: str) -> Callable[[Callable[..., object]], Rules]:
    """Make a function the meaning of some patterns of a symbol.

    The function's name, with hyphens, is the rule's name in every chain of reasons.
    """

    def made(build: Callable[..., object]) -> Rules:
        name = build.__name__.strip("_").replace("_", "-")
        return Rules(tuple(Rule(symbol, name, parse(p), build) for p in patterns))

    return made


def parse(pattern: str) -> Items:
    """The items of a pattern.

    >>> [type(item).__name__ for item in parse("{day} [of] {month}")]
    ['Ref', 'Choice', 'Ref']
    """
    tokens = _TOKEN.findall(pattern)
    items, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"pattern {pattern!r}: a bracket is closed and never opened")
    return items


def _sequence(tokens: list[str], at: int) -> tuple[Items, int]:
    items: list[Item] = []
    while at < len(tokens) and tokens[at] not in "|])":
        if tokens[at] in "[(":
            item, at = _choice(tokens, at)
            items.append(item)
        else:
            items.append(_item(tokens[at]))
            at += 1
    return tuple(items), at


def _choice(tokens: list[str], at: int) -> tuple[Choice, int]:
    closing = {"[": "]", "(": ")"}[tokens[at]]
    options: list[Items] = []
    while not options or tokens[at] == "|":
        option, at = _sequence(tokens, at + 1)
        options.append(option)
        if at >= len(tokens):
            raise ValueError(f"pattern {' '.join(tokens)!r}: {closing!r} is missing")
    if closing == "]":
        options.append(())
    return Choice(tuple(options)), at + 1


def _item(token: str) -> Item:
    glued, ahead = token[0] == "~" and len(token) > 1, token[0] == ">"
    refused = token[0] == "!" and len(token) > 1
    body = token[1:] if glued or ahead or refused else token
    if not body.startswith("{"):
        return Literal(frozenset(body.split("/") if len(body) > 1 else body), glued)
    label, _, symbol = body.strip("{}").rpartition(":")
    return Ref(symbol, label or symbol, glued, ahead, refused)


def symbols(items: Items) -> Iterator[str]:
    """Every symbol that a sequence refers to."""
    for item in items:
        if isinstance(item, Ref):
            yield item.symbol
        elif isinstance(item, Choice):
            for option in item.options:
                yield from symbols(option)
