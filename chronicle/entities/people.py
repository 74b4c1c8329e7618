"""What words say of people: titles, given names, kinship, pronouns."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class Gender(StrEnum):
    """Grammatical gender of a referent, plural counting as one."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The lexicon of persons."""

    titles: Mapping[str, Gender | None]
    with_given_name: frozenset[str]
    given: Mapping[str, Gender]
    nouns: Mapping[str, Gender | None]
    pronouns: Mapping[str, Gender]
    writer: frozenset[str]
    reader: frozenset[str]
    reflexive: frozenset[str]
    territorial: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    edges: frozenset[str]
    peoples: tuple[str, ...]
    aimed_at: frozenset[str]
    kin: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Whether a word is a title or part of one; "St." counts like "St"."""
        return word.lower().rstrip(".") in self.titles


@lru_cache(maxsize=1)
def people() -> People:
    """The lexicon that comes with the package."""
    path = files("chronicle.entities") / "lexicon" / "persons.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    titles, nouns = table["titles"], table["nouns"]
    pronouns = table["pronouns"]
    return People(
        titles=_gendered(titles),
        with_given_name=frozenset(titles["with_given_name"].split()),
        given={
            name: gender
            for name, gender in _gendered(table["given"]).items()
            if gender is not None
        },
        nouns=_gendered(nouns),
        pronouns={
            word: Gender(name)
            for name in ("masculine", "feminine", "neuter", "plural")
            for word in pronouns[name].split()
        },
        writer=frozenset(pronouns["writer"].split()),
        reader=frozenset(pronouns["reader"].split()),
        reflexive=frozenset(pronouns["reflexive"].split()),
        territorial=frozenset(titles["territorial"].split()),
        calendar=frozenset(table["names"]["calendar"].split()),
        particles=frozenset(table["names"]["particles"].split()),
        suffixes=frozenset(table["names"]["suffixes"].split()),
        edges=frozenset(table["names"]["edges"].split()),
        peoples=tuple(table["names"]["peoples"].split()),
        aimed_at=frozenset(table["names"]["aimed_at"].split()),
        kin=frozenset(table["names"]["kin"].split()),
    )


def _gendered(table: Mapping[str, str]) -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = dict.fromkeys(table.get("either", "").split())
    for name in ("masculine", "feminine"):
        found.update(dict.fromkeys(table[name].split(), Gender(name)))
    return found
