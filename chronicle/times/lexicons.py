"""The words of the grammar, read from TOML, as symbols that a rule can name."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

from chronicle.times.index import Parse, Terminal
from chronicle.times.words import DIGITS, Words, pieces

Phrase = tuple[tuple[str, ...], object]


@cache
def lexicon(name: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The sections of ``lexicon/<name>.toml``, without its ``source``."""
    path = files("chronicle.times") / "lexicon" / f"{name}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        section: {key: tuple(words) for key, words in entries.items()}
        for section, entries in table.items()
        if section != "source"
    }


def listed(name: str, section: str, key: str) -> frozenset[str]:
    """One list of single words, in plain form."""
    return frozenset(word.lower() for word in lexicon(name)[section][key])


def phrases(
    name: str, section: str, *, value: Callable[[str], object] = str
) -> Terminal:
    """A symbol for every phrase of a section; its meaning is made from the key.

    A phrase that ends in a full stop is found with it and without.
    """
    table: dict[str, list[Phrase]] = {}
    for key, texts in lexicon(name)[section].items():
        for text in texts:
            words = tuple(w for w in pieces(text) if w != ".")
            dotted = "." in text
            first = DIGITS if words[0].isdecimal() else words[0]
            table.setdefault(first, []).append((_dotted(words, dotted), value(key)))
    return Terminal(frozenset(table), _reader(table))


def _dotted(words: tuple[str, ...], dotted: bool) -> tuple[str, ...]:
    return (*words, ".") if dotted else words


def _reader(
    table: Mapping[str, list[Phrase]],
) -> Callable[[Words, int], Iterable[Parse]]:
    def read(words: Words, i: int) -> Iterable[Parse]:
        for phrase, value in table.get(words[i].key, ()):
            yield from ((end, value) for end in _ends(words, i, phrase))

    return read


def _ends(words: Words, i: int, phrase: tuple[str, ...]) -> Iterable[int]:
    """Where a phrase ends that begins at a word: full stops in it are optional."""
    dotted = phrase[-1] == "."
    body = phrase[:-1] if dotted else phrase
    at = i
    for n, part in enumerate(body):
        if n and dotted and words.lower(at) == "." and words.glued(at):
            at += 1
        if words.lower(at) != part or (n and words.parted(at)):
            return
        at += 1
    if dotted and words.lower(at) == "." and words.glued(at):
        yield at + 1
    yield at
