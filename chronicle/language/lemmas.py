"""Lemmas by suffix rules under each tag, with a list of exceptions.

A rule for an ending cannot know whether "endorsed" comes from "endors" or "endorse":
the word list of the vocabulary decides.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from chronicle.language.forms import normal

Change = tuple[int, str]
MAX_LETTERS = 60
INFLECTED = frozenset({"VBD", "VBG", "VBN", "VBZ", "NNS", "NNPS"})
_IRREGULAR = frozenset({"VBD", "VBN"})
_REGULAR = _IRREGULAR | {"VBG"}
# One syllable that ends in one vowel and one consonant (w, x and y never double).
_CLOSED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
# Before an irregular verb these change its meaning and leave its forms ("underwent").
_PREFIXES = (
    *("under", "over", "inter", "fore", "with", "mis", "out", "for"),
    *("un", "up", "re", "be"),
)


@dataclass(frozen=True, eq=False, kw_only=True)
class LemmaRules:
    """What was learnt: under each tag, changes by suffix and whole words.

    ``known`` is a list of English words, for choosing among possible lemmas.
    """

    suffixes: Mapping[str, Mapping[str, Change]]
    words: Mapping[str, Mapping[str, str]]
    keeps_case: Sequence[str]
    known: AbstractSet[str] = frozenset()

    @classmethod
    def from_file(cls, path: Path, *, known: AbstractSet[str]) -> "LemmaRules":
        """Rules as ``training.lemmas`` wrote them."""
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(**stored, known=known)

    def lemma(self, form: str, xpos: str) -> str:
        """The lemma of a word under a tag; names keep their letter case."""
        if not any(map(str.isalpha, form)):
            return form
        plain = normal(form)
        if xpos in self.keeps_case and xpos != "NNPS":
            return plain
        lower = plain.lower()
        lemma = irregular().get((xpos, lower)) or self.words.get(xpos, {}).get(lower)
        if lemma is None:
            lemma = self._derived(lower, xpos)
        return _with_letters_of(plain, lemma) if xpos == "NNPS" else lemma

    def _derived(self, lower: str, xpos: str) -> str:
        if xpos in _IRREGULAR and (lemma := self._prefixed(lower, xpos)):
            return lemma
        lemma = self._changed(lower, xpos)
        if xpos in _REGULAR and _lost_its_e(lemma, lower) and lemma + "e" in self.known:
            return lemma + "e"
        if xpos not in INFLECTED or lemma in self.known or lemma == lower:
            return lemma
        doubled = lemma[:-1] if lemma[-2:-1] == lemma[-1:] else lemma
        for other in (lemma + "e", lemma + lemma[-1:], doubled):
            if other in self.known:
                return other
        return lemma

    def _prefixed(self, lower: str, xpos: str) -> str | None:
        """The lemma of a prefixed irregular verb, by that of the bare one."""
        for prefix in _PREFIXES:
            rest = lower.removeprefix(prefix)
            if rest == lower or len(rest) < 3 or rest.endswith("ed"):
                continue
            known = self.words.get(xpos, {}).get(rest)
            if known is not None:
                return prefix + known
        return None

    def _changed(self, lower: str, xpos: str) -> str:
        rules = self.suffixes.get(xpos)
        if rules is None or len(lower) > MAX_LETTERS:
            return lower
        for start in range(len(lower) + 1):
            change = rules.get(lower[start:])
            if change is not None:
                dropped, ending = change
                return lower[: len(lower) - dropped] + ending or lower
        return lower


def _lost_its_e(lemma: str, form: str) -> bool:
    """Whether a short verb would have doubled its last letter: "hoped" is no "hop"."""
    ending = form.removeprefix(lemma)
    return ending in {"ed", "ing"} and bool(_CLOSED.fullmatch(lemma))


@cache
def irregular() -> Mapping[tuple[str, str], str]:
    """The lemma of an irregular form, by its tag and letters."""
    text = files("chronicle.language").joinpath("irregular.toml").read_text("utf-8")
    table = tomllib.loads(text)
    tags = {"past": _IRREGULAR, "participle": frozenset({"VBG"})}
    return {
        (tag, form): lemma
        for name, forms in tags.items()
        for tag in forms
        for form, lemma in table[name].items()
    }


def _with_letters_of(form: str, lemma: str) -> str:
    """The lemma with the capitals of the form it shares its beginning with."""
    lower, shared = form.lower(), 0
    while shared < min(len(lemma), len(lower)) and lemma[shared] == lower[shared]:
        shared += 1
    return form[:shared] + lemma[shared:]


def change_between(form: str, lemma: str) -> Change:
    """What turns a form into its lemma: letters dropped at the end, letters added.

    >>> change_between("carried", "carry")
    (3, 'y')
    """
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]
