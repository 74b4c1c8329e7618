"""The TimeML class of an event (guidelines 1.2.1, section 2.2.1)."""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import lemma
from chronicle.model import EventClass

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from chronicle.events.scene import Scene

_ONLY_OF_CLAUSES = frozenset({"seem", "appear", "bear", "care"})
_ARGUMENTS = ("obj", "obl", "nsubj:pass")


def event_class(
    scene: "Scene",
    token: "Token",
    triggers: "AbstractSet[int]",
    tags: "AbstractSet[int]",
) -> EventClass:
    """The first class of the lexicon whose test an event passes.

    ``triggers`` are the words that are events, ``tags`` the verbs beside quotations.
    """
    if token.i in tags and scene.is_verb(token):
        return EventClass.REPORTING
    if not scene.is_verb(token) and token.pos_ == "ADJ":
        given = scene.classes(token)
        return given[0] if given else EventClass.STATE
    clause = _governs_clause(scene, token)
    event = clause or _governs_event(scene, token, triggers)
    for candidate in scene.classes(token):
        if _passes(candidate, scene, token, clause=clause, event=event):
            return candidate
    return EventClass.OCCURRENCE


def _passes(
    candidate: EventClass, scene: "Scene", token: "Token", *, clause: bool, event: bool
) -> bool:
    if not scene.is_verb(token):
        return candidate is not EventClass.I_ACTION or event or clause
    if candidate is EventClass.REPORTING:
        asks = EventClass.I_ACTION in scene.classes(token) and _for_action(scene, token)
        if asks:
            return False
        names = scene.names_of(token)
        needy = any(n in lexicon().reporting_with_content for n in names)
        return clause or not needy or _of_a_saying(scene, token)
    if candidate in {EventClass.ASPECTUAL, EventClass.I_ACTION}:
        about = scene.tree.child(token, "nsubj") if not event else None
        begins = candidate is EventClass.ASPECTUAL and about is not None
        return event or (begins and lemma(token) in {"begin", "start", "end", "cease"})
    if candidate is EventClass.I_STATE and lemma(token) in _ONLY_OF_CLAUSES:
        return clause
    return True


def _of_a_saying(scene: "Scene", token: "Token") -> bool:
    """Whether the object is something that can be said: "noted a consensus"."""
    words = lexicon()
    if lemma(token) not in words.marks["announcing"]:
        return False
    things = scene.tree.children(token, "obj", "nsubj:pass")
    return any(lemma(thing) in words.equated for thing in things)


def _for_action(scene: "Scene", token: "Token") -> bool:
    """Whether the verb asks for something to be done: "asked him to leave"."""
    clauses = scene.tree.children(token, "xcomp", "advcl", "ccomp")
    return any(scene.infinitive(c) for c in clauses)


def _governs_clause(scene: "Scene", token: "Token") -> bool:
    tree = scene.tree
    if tree.child(token, "ccomp", "xcomp", "csubj:pass") is not None:
        return True
    if scene.addresses(token):
        return any(scene.infinitive(c) for c in tree.children(token, "advcl"))
    return False


def _governs_event(
    scene: "Scene", token: "Token", triggers: "AbstractSet[int]"
) -> bool:
    tree = scene.tree
    for child in tree.children(token, *_ARGUMENTS, "nmod", "acl", "advcl"):
        if tree.bears(child, "nmod") and scene.is_verb(token):
            continue
        if child.i in triggers and not scene.markers(child) & {"if", "when", "while"}:
            gerund = tree.bears(child, "advcl", "acl")
            if not gerund or tree.child(child, "mark") is not None:
                return True
    return False
