"""The events' lexicons, read once from their tables."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from chronicle.model import EventClass, Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a governing word says of its complement, affirmed (``plain``) or denied.

    ``past`` stands in for ``plain`` where the governing word is in the past.
    """

    name: str
    takes: frozenset[str]
    plain: Factuality
    denied: Factuality
    past: Factuality | None = None

    @property
    def factive(self) -> bool:
        """Whether the complement is so even where the governing word is not."""
        return self.plain is self.denied is Factuality.ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Nouns that name happenings, that may, and that never do."""

    event: frozenset[str]
    maybe: frozenset[str]
    never: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]
    endings: tuple[str, ...]
    trusted_endings: tuple[str, ...]
    possessor_is_patient: frozenset[str]
    of_is_agent: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicates:
    """What the participants of a predicate do."""

    object_control: frozenset[str]
    gerund_of_object: frozenset[str]
    unaccusative: frozenset[str]
    addressee: frozenset[str]
    transfer: frozenset[str]
    prepositional: frozenset[tuple[str, str]]
    light: frozenset[str]
    light_patient: frozenset[str]
    making: frozenset[str]
    idioms: frozenset[tuple[str, str]]
    instruments: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Everything the rules know about words.

    ``frames`` maps part of speech and lemma to frames in order; ``classes`` maps part
    of speech and lemma to TimeML classes, the first that fits counting.
    """

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Mapping[tuple[str, str], tuple[EventClass, ...]]
    reporting_with_content: frozenset[str]
    nouns: Nouns
    predicates: Predicates
    marks: Mapping[str, frozenset[str]]

    @cached_property
    def equated(self) -> frozenset[str]:
        """Nouns that a copula equates with an infinitive: "the plan is to land"."""
        known = {lemma for pos, lemma in self.frames if pos == "NOUN"}
        return frozenset(known | self.marks["equated"])

    def frame(self, pos: str, lemmas: tuple[str, ...], kind: str) -> Frame | None:
        """The first frame of the most particular lemma that takes such a complement."""
        for lemma in lemmas:
            for frame in self.frames.get((pos, lemma), ()):
                if kind in frame.takes or not frame.takes:
                    return frame
        return None


def spelt(words: str) -> list[str]:
    """The words of a list, those in -ise also as -ize, in the list's order."""
    out: list[str] = []
    for word in words.split():
        stem, score, rest = word.partition("_")
        out.append(word)
        if stem.endswith("ise"):
            out.append(f"{stem[:-3]}ize{score}{rest}")
        elif stem.endswith(("isation", "yse")):
            out.append(stem.replace("isation", "ization").replace("yse", "yze"))
    return out


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    folder = files("chronicle.events") / "lexicon"
    tables = {
        name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("complements", "classes", "nouns", "predicates", "marks")
    }
    return Lexicon(
        frames=_frames(tables["complements"]),
        classes=_classes(tables["classes"]),
        reporting_with_content=frozenset(
            spelt(tables["classes"]["reporting"]["with_content"])
        ),
        nouns=_nouns(tables["nouns"]),
        predicates=_predicates(tables["predicates"]),
        marks={
            name: frozenset(value.split())
            for name, value in tables["marks"].items()
            if name != "source"
        },
    )


def _frames(table: Mapping[str, Any]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    found: dict[tuple[str, str], tuple[Frame, ...]] = {}
    for kind, pos in (("verb", "VERB"), ("noun", "NOUN"), ("adjective", "ADJ")):
        for row in table[kind]:
            frame = Frame(
                name=row["name"],
                takes=frozenset(row.get("takes", ())),
                plain=Factuality(row["plain"]),
                denied=Factuality(row["denied"]),
                past=Factuality(row["past"]) if "past" in row else None,
            )
            for word in dict.fromkeys(spelt(row["words"])):
                found[pos, word] = (*found.get((pos, word), ()), frame)
    return found


def _classes(table: Mapping[str, Any]) -> dict[tuple[str, str], tuple[EventClass, ...]]:
    found: dict[tuple[str, str], tuple[EventClass, ...]] = {}
    pos_of = {"nouns": "NOUN", "adjectives": "ADJ"}
    for name, lists in table.items():
        if name == "source":
            continue
        for key, words in lists.items():
            if key == "with_content":
                continue
            for word in dict.fromkeys(spelt(words)):
                at = (pos_of.get(key, "VERB"), word)
                found[at] = (*found.get(at, ()), EventClass(name.upper()))
    return found


def _nouns(table: Mapping[str, Any]) -> Nouns:
    return Nouns(
        event=frozenset(spelt(table["event"])),
        maybe=frozenset(spelt(table["maybe"])),
        never=frozenset(spelt(table["never"])),
        people=frozenset(spelt(table["people"])),
        states=frozenset(spelt(table["states"])),
        endings=tuple(table["endings"]),
        trusted_endings=tuple(table["trusted_endings"]),
        possessor_is_patient=frozenset(spelt(table["possessor_is_patient"])),
        of_is_agent=frozenset(spelt(table["of_is_agent"])),
    )


def _predicates(table: Mapping[str, Any]) -> Predicates:
    light = table["light"]
    idioms = [tuple(pair.split(":")) for pair in light["idioms"].split()]
    return Predicates(
        object_control=frozenset(spelt(table["object_control"])),
        gerund_of_object=frozenset(spelt(table["gerund_of_object"])),
        unaccusative=frozenset(spelt(table["unaccusative"])),
        addressee=frozenset(spelt(table["addressee"])),
        transfer=frozenset(spelt(table["transfer"])),
        prepositional=frozenset(
            (verb, preposition)
            for preposition, verbs in table["prepositional"].items()
            for verb in spelt(verbs)
        ),
        light=frozenset(spelt(light["verbs"])),
        light_patient=frozenset(spelt(light["patient"])),
        making=frozenset(spelt(light["making"])),
        idioms=frozenset((noun, verb) for noun, verb in idioms),
        instruments=frozenset(spelt(table["instrument"]["nouns"])),
    )
