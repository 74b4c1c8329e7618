"""The word lists of this room, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lower-case words; ``unreal_lemmas`` are matched by their beginnings."""

    auxiliaries: frozenset[str]
    firm: frozenset[str]
    determiners: frozenset[str]
    expletives: frozenset[str]
    connectives: frozenset[str]
    relatives: frozenset[str]
    joints: frozenset[str]
    approximators: frozenset[str]
    prepositions: frozenset[str]
    temporal: frozenset[str]
    strong: frozenset[str]
    first_singular: frozenset[str]
    first_plural: frozenset[str]
    second: frozenset[str]
    pronouns: frozenset[str]
    unreal: frozenset[str]
    conditions: frozenset[str]
    unreal_lemmas: tuple[str, ...]
    before_infinitive: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists of ``lexicon.toml``."""
    text = files("chronicle.wording").joinpath("lexicon.toml").read_text("utf-8")
    table = tomllib.loads(text)
    people = table["pronouns"]
    singular, plural = people["first_singular"], people["first_plural"]
    return Lexicon(
        auxiliaries=frozenset(table["auxiliaries"]["words"]),
        firm=frozenset(table["auxiliaries"]["firm"]),
        determiners=frozenset(table["determiners"]["words"]),
        expletives=frozenset(table["expletives"]["words"]),
        connectives=frozenset(table["connectives"]["words"]),
        relatives=frozenset(table["connectives"]["relatives"]),
        joints=frozenset(table["connectives"]["joints"]),
        prepositions=frozenset(table["connectives"]["prepositions"]),
        approximators=frozenset(table["connectives"]["approximators"]),
        temporal=frozenset(table["connectives"]["temporal"]),
        strong=frozenset(table["connectives"]["strong"]),
        first_singular=frozenset(singular),
        first_plural=frozenset(plural),
        second=frozenset(people["second"]),
        pronouns=frozenset([*singular, *plural, *people["second"], *people["others"]]),
        unreal=frozenset(table["unreal"]["words"]),
        conditions=frozenset(table["unreal"]["conditions"]),
        unreal_lemmas=tuple(table["unreal"]["lemmas"]),
        before_infinitive=frozenset(table["infinitive"]["before"]),
    )
