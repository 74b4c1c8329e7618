"""The words by which sources are told apart, from ``lexicon.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon() -> Mapping[str, Any]:
    """The tables of ``lexicon.toml``."""
    text = files("chronicle.sources").joinpath("lexicon.toml").read_text("utf-8")
    return tomllib.loads(text)


def words(table: str, name: str) -> tuple[str, ...]:
    """One list of the lexicon."""
    return tuple(lexicon()[table][name])


def one_of(options: Iterable[str]) -> str:
    """A regular expression for any of some phrases, the longest first.

    >>> one_of(["Dear", "Dear Sir"])
    '(?:Dear\\\\ Sir|Dear)'
    """
    ordered = sorted(options, key=lambda o: (-len(o), o))
    return f"(?:{'|'.join(re.escape(o) for o in ordered)})"
