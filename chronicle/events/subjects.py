"""Who does what a predicate says, also where its subject is not spelt out.

Control and raising after C. Pollard & I. Sag, "Head-Driven Phrase Structure Grammar"
(1994), ch. 7; the verbs stand in ``lexicon/predicates.toml``.
"""

from typing import TYPE_CHECKING

from chronicle.events.groups import has_to
from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import feature, lemma
from chronicle.model import EventClass

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEPTH = 12
_MINDED = frozenset(
    {
        *(EventClass.REPORTING, EventClass.PERCEPTION),
        *(EventClass.I_STATE, EventClass.I_ACTION),
    }
)


def antecedent(scene: "Scene", token: "Token") -> "Token":
    """What a relative pronoun stands for; any other word stands for itself."""
    relative = token.text.lower() in _RELATIVE and (
        feature(token, "PronType") == "Rel" or token.tag_ in {"WDT", "WP"}
    )
    if not relative:
        return token
    for above in scene.tree.above(token):
        if scene.tree.bears(above, "acl:relcl"):
            return scene.tree.head(above) or token
    return token


def understood_subject(
    scene: "Scene", token: "Token", depth: int = 0
) -> "Token | None":
    """The word for the one who does, or in the passive undergoes, a predicate."""
    own = scene.tree.subject(token)
    if own is not None:
        return antecedent(scene, own)
    tree = scene.tree
    first = tree.first_conjunct(token)
    head = tree.head(first)
    if head is None or depth > _DEPTH:
        return None
    if tree.bears(first, "xcomp"):
        return _controller(scene, first, head, depth)
    if tree.bears(first, "acl:relcl"):
        return None
    if tree.bears(first, "acl"):
        return _of_noun(scene, first, head, depth)
    if tree.bears(first, "advcl") and not scene.group(first).finite:
        if _told_to(scene, first, head):
            return _controller(scene, first, head, depth)
        return _of_adjunct(scene, first, head, depth)
    if tree.bears(first, "ccomp") and not scene.group(first).finite:
        return _controller(scene, first, head, depth)
    return None


def _told_to(scene: "Scene", token: "Token", verb: "Token") -> bool:
    words = lexicon().predicates
    name = lemma(verb)
    if has_to(scene.tree, token):
        return name in words.object_control
    return name in words.gerund_of_object and bool(scene.prepositions(token))


def _controller(
    scene: "Scene", token: "Token", head: "Token", depth: int
) -> "Token | None":
    """The object of an order, else the subject of the governor."""
    words = lexicon().predicates
    passive = scene.group(head).passive
    if not passive and (
        lemma(head) in words.object_control or lemma(head) in words.gerund_of_object
    ):
        objects = scene.tree.children(head, "obj", "iobj")
        if objects:
            return antecedent(scene, objects[0])
        if lemma(head) in words.addressee:
            return None
    return understood_subject(scene, head, depth + 1)


def _of_noun(
    scene: "Scene", token: "Token", noun: "Token", depth: int
) -> "Token | None":
    """Of a noun's clause: "men marching", "his plan to attack", "first to arrive"."""
    group = scene.group(token)
    marked = scene.tree.child(token, "mark") is not None
    if not group.finite and not marked:
        if (noun.pos_ == "PRON" and group.form == "VBG") or _beside(scene, token, noun):
            return _of_adjunct(scene, token, scene.tree.clause(noun), depth)
        return noun
    owner = scene.tree.child(noun, "nmod:poss")
    if lexicon().frame("NOUN", (lemma(noun),), "inf") is None and not owner:
        ordinal = lexicon().marks["ordinal"]
        if any(lemma(a) in ordinal for a in scene.tree.children(noun, "amod")):
            return noun
        return None
    if owner is not None:
        return owner
    verb = scene.tree.head(noun)
    if verb is None or not scene.tree.bears(noun, "obj") or not scene.is_clause(verb):
        return None
    return understood_subject(scene, verb, depth + 1)


def _beside(scene: "Scene", token: "Token", noun: "Token") -> bool:
    """Whether a participle after a comma goes with the subject, not the last noun.

    "Gray blamed Pitt, suggesting that …": the one who blames suggests.
    """
    tree = scene.tree
    if scene.group(token).form != "VBG" or not set(scene.classes(token)) & _MINDED:
        return False
    low, _ = tree.edges(token)
    comma = "," in {t.text for t in tree.doc[max(low - 1, 0) : low + 1]}
    return comma and not tree.bears(tree.first_conjunct(noun), "nsubj", "root")


def _of_adjunct(
    scene: "Scene", token: "Token", head: "Token", depth: int
) -> "Token | None":
    """The doer of an adjunct: "fearing …, they fled"; a passive leaves it open."""
    if not scene.is_clause(head):
        return None
    purpose = has_to(scene.tree, token)
    if purpose and scene.group(head).passive:
        by = scene.tree.child(head, "obl:agent")
        return antecedent(scene, by) if by is not None else None
    return understood_subject(scene, head, depth + 1)
