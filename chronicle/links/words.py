"""The words of the link rules, read once from their table."""

import tomllib
from functools import lru_cache
from importlib.resources import files

__all__ = ["has", "sort_of"]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, frozenset[str]]]:
    path = files("chronicle.links") / "lexicon" / "time.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: {sort: frozenset(words) for sort, words in group.items()}
        for name, group in raw.items()
        if name != "source"
    }


def has(group: str, sort: str, word: str) -> bool:
    """Whether a word is listed under one sort of a group."""
    return word in _table()[group][sort]


def sort_of(group: str, word: str) -> str | None:
    """The first sort of a group that a word is listed under."""
    found = (sort for sort, words in _table()[group].items() if word in words)
    return next(found, None)
