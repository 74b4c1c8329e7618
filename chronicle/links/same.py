"""The same happening, told by a verb and named again by a noun."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from chronicle.language.syntax import lemma
from chronicle.links.proposal import Proposal
from chronicle.links.scene import Scene, is_real
from chronicle.model import Allen, Event, Tier

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_same_happening"]

_POINTING = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_SHORTEST = 4  # letters that two words of one root must share


def by_same_happening(scene: Scene) -> Iterator[Proposal]:
    """Links from "the landing" back to "they landed", told before it.

    Only a noun that points back ("the", "this", "his") is taken so, and the last such
    telling is meant.
    """
    verbs: dict[str, Event] = {}
    for event in scene.events:
        token = scene.token(event)
        if token is None or not is_real(event):
            continue
        if token.pos_ in {"VERB", "AUX"} and event.tense not in {"PRESPART", "NONE"}:
            verbs[lemma(token)] = event
            continue
        if not _points_back(token, scene):
            continue
        told = next(
            (
                verbs[v]
                for v in reversed(verbs)
                if _is_root(token, v) and _may_be_same(token, verbs[v], scene)
            ),
            None,
        )
        if told is not None and told.division == event.division:
            yield Proposal(
                source=event.id,
                relation=Allen.EQUALS,
                target=told.id,
                tier=Tier.LIKELY,
                rule="same-happening",
                why=f"“{token.text}” takes up “{scene.quote(told.trigger)}”",
                score=0.75,
            )


def _points_back(token: "Token", scene: Scene) -> bool:
    pointers = scene.tree.children(token, "det", "nmod:poss")
    return any(t.lower_ in _POINTING for t in pointers)


def _may_be_same(token: "Token", told: Event, scene: Scene) -> bool:
    """Whether what the noun is of ("the fall of Antioch") was spoken of by the verb."""
    beside = scene.tree.children(token, "nmod", "compound", "nmod:poss")
    names = {
        lemma(t)
        for t in beside
        if t.pos_ in {"NOUN", "PROPN"} and scene.date(t) is None
    }
    verb = scene.token(told)
    if not names or verb is None:
        return True
    parts = scene.tree.children(verb, "nsubj", "obj", "obl")
    return bool(names & {lemma(t) for part in parts for t in scene.tree.below(part)})


def _is_root(token: "Token", verb: str) -> bool:
    """Whether a noun is made of a verb: by ending, by listed form, or the verb itself.

    The parse may give "landing" the lemma of the verb or of the noun.
    """
    noun, name = token.lower_, lemma(token)
    if verb in {noun, name} or verb in _irregular().get(name, frozenset()):
        return True
    for ending in _endings():
        if noun.endswith(ending):
            root = noun.removesuffix(ending)
            shared = root.removesuffix(root[-1:]) if _is_doubled(root) else root
            return len(verb) >= _SHORTEST and verb.rstrip("e") in {root, shared}
    return False


def _is_doubled(root: str) -> bool:
    return len(root) > 2 and root[-1] == root[-2]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, frozenset[str]], tuple[str, ...]]:
    path = files("chronicle.links") / "lexicon" / "derivation.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    nouns = {noun: frozenset(verbs.split()) for noun, verbs in raw["noun"].items()}
    return nouns, tuple(raw["endings"])


def _irregular() -> dict[str, frozenset[str]]:
    return _table()[0]


def _endings() -> tuple[str, ...]:
    return _table()[1]
