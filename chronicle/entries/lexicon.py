"""The word lists of this stage, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lemmas and nouns, all lower case."""

    conduits: frozenset[str]
    intentions: frozenset[str]
    paperwork: frozenset[str]
    papers: frozenset[str]
    scholars: frozenset[str]
    asides: frozenset[str]
    questions: frozenset[str]
    background: frozenset[str]
    prepositions: frozenset[str]
    whatever: frozenset[str]
    conditions: frozenset[str]
    determiners: frozenset[str]
    complements: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists of ``lexicon.toml``."""
    text = files("chronicle.entries").joinpath("lexicon.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Lexicon(
        conduits=frozenset(table["conduits"]["lemmas"]),
        intentions=frozenset(table["intentions"]["lemmas"]),
        paperwork=frozenset(table["paperwork"]["lemmas"]),
        papers=frozenset(table["paperwork"]["objects"]),
        scholars=frozenset(table["scholars"]["nouns"]),
        asides=frozenset(table["asides"]["words"]),
        questions=frozenset(table["asides"]["questions"]),
        background=frozenset(table["asides"]["background"]),
        prepositions=frozenset(table["asides"]["prepositions"]),
        whatever=frozenset(table["asides"]["whatever"]),
        conditions=frozenset(table["conditions"]["words"]),
        determiners=frozenset(table["nouns"]["determiners"]),
        complements=frozenset(table["nouns"]["complements"]),
    )
