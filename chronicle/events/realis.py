"""Whether one happening is meant, or a habit, a kind, a standing state."""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.events.subjects import understood_subject
from chronicle.language.syntax import lemma
from chronicle.model import EventClass
from chronicle.model import Factuality as F

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene
    from chronicle.events.worlds import World

_STATES = frozenset({EventClass.STATE, EventClass.I_STATE})
_SUPPOSED = frozenset({F.HYPOTHETICAL, F.UNKNOWN})


def specific(
    scene: "Scene", token: "Token", world: "World", class_: EventClass
) -> bool | None:
    """True for one happening, false for habits and kinds, ``None`` if it is open.

    States are neither: what holds has no instances.
    """
    group = scene.group(token)
    if scene.habitual(token) or group.modal == "used to":
        return False
    if world.value in _SUPPOSED:
        return None
    if class_ in _STATES or token.pos_ == "ADJ":
        return None
    if not scene.is_verb(token):
        return _noun(scene, token)
    if scene.tree.bears(token, "acl") and not group.auxiliaries and not group.finite:
        return None
    if group.tense == "PRESENT" and group.aspect == "NONE":
        subject = understood_subject(scene, token)
        return False if _generic(scene, subject) else None
    if group.tense in {"PAST", "FUTURE"} or group.aspect != "NONE":
        return True
    return True if world.value in {F.ASSERTED, F.NEGATED, F.PLANNED} else None


def _noun(scene: "Scene", token: "Token") -> bool | None:
    if token.pos_ != "PROPN" and lemma(token) not in lexicon().nouns.event:
        return None
    if token.pos_ == "PROPN" or not scene.is_indefinite(token):
        return True
    determiners = {lemma(d) for d in scene.tree.children(token, "det")}
    if determiners & {"any", "every", "each", "no"}:
        return False
    return True if determiners & {"a", "an"} else None


def _generic(scene: "Scene", subject: "Token | None") -> bool:
    """No one in particular: "historians argue", "people say", "any treaty needs"."""
    if subject is None:
        return False
    if subject.text.lower() in lexicon().marks["generic_subject"]:
        return subject.text.lower() != "they"
    return subject.pos_ == "NOUN" and scene.is_indefinite(subject)
