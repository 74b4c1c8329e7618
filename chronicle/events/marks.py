"""What a predicate's own words say of its world: modals, negation, questions, doubt."""

from typing import TYPE_CHECKING

from chronicle.events.denial import negation
from chronicle.events.lexicon import lexicon
from chronicle.events.openings import Opening
from chronicle.language.syntax import Tree, feature, lemma
from chronicle.model import Factuality as F

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.groups import Group
    from chronicle.events.scene import Scene

_WH = frozenset(
    {"who", "whom", "whose", "what", "which", "when", "where", "why", "how"}
)


def unless_denied(scene: "Scene", noun: "Token") -> Opening | None:
    """A noun's own mark: "no attack", "a planned attack", "any attack"."""
    marks, tree = lexicon().marks, scene.tree
    denier = negation(tree, noun)
    if denier is not None:
        return Opening(F.NEGATED, "outer", f'"{denier.text}": none')
    values = {
        "imminent": F.PLANNED,
        "attribute_possible": F.POSSIBLE,
        "attribute_probable": F.PROBABLE,
        "attribute_negated": F.NEGATED,
        "attribute_counterfactual": F.COUNTERFACTUAL,
    }
    for child in tree.children(noun, "amod"):
        for name, value in values.items():
            if child.text.lower() in marks[name]:
                return Opening(value, "outer", f'"{child.text}"')
    return None


def questioned(scene: "Scene", token: "Token", group: "Group") -> Opening | None:
    """A yes-or-no question leaves its predicate open."""
    tree = scene.tree
    if tree.head(token) is not None and not tree.bears(
        token, "ccomp", "conj", "parataxis"
    ):
        return None
    if not group.inverted and not _ends_in_question(scene, token):
        return None
    if not group.inverted or _asks_for_part(tree, token):
        return None
    if not _ends_in_question(scene, token):
        return None
    return Opening(F.UNKNOWN, "outer", "a question")


def _ends_in_question(scene: "Scene", token: "Token") -> bool:
    return any(t.text.startswith("?") for t in scene.tree.children(token, "punct")) or (
        scene.last_mark(token).startswith("?")
    )


def _asks_for_part(tree: Tree, token: "Token") -> bool:
    return any(
        t.text.lower() in _WH and t.i < token.i
        for child in tree.children(token)
        for t in (child, *tree.children(child, "det", "advmod", "nmod:poss"))
    )


def merely_named(scene: "Scene", token: "Token", group: "Group") -> Opening | None:
    """An infinitive that a copula equates with something: "the aim was to win"."""
    equated = scene.tree.child(token, "cop") is not None and token.tag_ == "VB"
    if not equated or group.modal is not None:
        return None
    return Opening(F.UNKNOWN, "outer", "named, not told")


def imperative(scene: "Scene", token: "Token", group: "Group") -> Opening | None:
    """A bare verb without a subject, at the head of its sentence, tells what to do."""
    tree = scene.tree
    if token.pos_ != "VERB" or tree.child(token, "nsubj", "csubj", "expl") is not None:
        return None
    first = tree.head(token)
    alone = all(lemma(a) == "do" for a in group.auxiliaries)
    if tree.bears(token, "conj") and first is not None and alone:
        return imperative(scene, first, scene.group(first))
    if feature(token, "Mood") != "Imp" and token.tag_ != "VB":
        return None
    if feature(token, "VerbForm") == "Inf" or tree.child(token, "mark") is not None:
        return None
    if any(lemma(a) != "do" for a in group.auxiliaries):
        return None
    if not tree.bears(token, "root", "parataxis", "ccomp"):
        return None
    return Opening(F.UNKNOWN, "outer", "a command")


def conditional(scene: "Scene", token: "Token", group: "Group") -> Opening | None:
    """The clause that a condition governs: "if … , we should have come"."""
    condition = scene.condition_of(token)
    if condition is None:
        return None
    supposed = scene.group(condition)
    if group.modal in {"would", "should", "could", "might"} and group.perfect:
        return Opening(
            F.COUNTERFACTUAL, "outer", "would have been, on a condition not met"
        )
    if supposed.tense == "PAST" and supposed.perfect and group.modal == "would":
        return Opening(F.COUNTERFACTUAL, "outer", "on a condition not met")
    if group.modal is None and group.tense != "FUTURE":
        return None
    return Opening(F.HYPOTHETICAL, "outer", "on a condition")


def doubted(scene: "Scene", token: "Token") -> Opening | None:
    """An adverb of doubt: "probably", "perhaps"."""
    marks = lexicon().marks
    for child in scene.tree.children(token, "advmod", "discourse"):
        name = child.text.lower()
        if name in marks["probably"] and (name not in {"evidently", "surely"}):
            return Opening(F.PROBABLE, "outer", f'"{child.text}"')
        if name in marks["perhaps"]:
            return Opening(F.POSSIBLE, "outer", f'"{child.text}"')
    return None


def approximated(scene: "Scene", token: "Token") -> "Token | None":
    """The "almost" beside a verb: it fell short."""
    if token.pos_ != "VERB":
        return None
    names = lexicon().marks["approximate"]
    found = scene.tree.children(token, "advmod")
    return next((c for c in found if c.text.lower() in names and c.i < token.i), None)


def modal_world(
    scene: "Scene", token: "Token", group: "Group", outer: F
) -> Opening | None:
    """What a modal says, the perfect and the narrative around it considered."""
    modal = group.modal
    if modal is None:
        return _future_or_habit(scene, token, group)
    why = f'"{modal}"'
    if modal in {"may", "might"}:
        return Opening(F.POSSIBLE, "outer", why)
    if modal in {"can", "could"}:
        return _ability(scene, token, group, why)
    if modal == "should" and outer is F.PLANNED:
        return None
    if modal in {"must", "should", "ought", "need", "dare", "have to", "shall"}:
        return _obligation(scene, token, group, why)
    if modal == "would":
        return _would(scene, token, group, why, outer)
    if modal == "be to":
        return _be_to(group, why)
    if modal == "used to":
        return None
    if group.perfect:  # "you will have heard by now": a guess at what is done
        return Opening(F.PROBABLE, "outer", f"{why} with a perfect: presumed")
    return _to_come(scene, token, why)


def _future_or_habit(scene: "Scene", token: "Token", group: "Group") -> Opening | None:
    """The future that "is going to" makes."""
    return _to_come(scene, token, "future") if group.tense == "FUTURE" else None


def _to_come(scene: "Scene", token: "Token", why: str) -> Opening:
    """What somebody will do is planned; what will merely be or befall is probable."""
    if scene.is_doing(token):
        return Opening(F.PLANNED, "outer", f"{why}: still to come")
    return Opening(F.PROBABLE, "outer", f"{why}: foretold")


def _ability(scene: "Scene", token: "Token", group: "Group", why: str) -> Opening:
    if group.perfect and scene.is_condition(token):
        return Opening(F.COUNTERFACTUAL, "outer", f"{why} with a perfect")
    perceives = scene.perceives(token)
    if group.modal == "could" and perceives and not group.perfect:
        return Opening(F.ASSERTED, "outer", f"{why} perceive: perceived")
    return Opening(F.POSSIBLE, "outer", why)


def _obligation(scene: "Scene", token: "Token", group: "Group", why: str) -> Opening:
    if group.modal == "have to" and _is_yet_to(scene, token, group):
        return Opening(F.NEGATED, "outer", f'{why} with "yet": not so far')
    if group.perfect and group.modal in {"should", "ought"}:
        return Opening(F.COUNTERFACTUAL, "outer", f"{why} with a perfect")
    if group.perfect and group.modal == "must":
        return Opening(F.PROBABLE, "outer", f"{why} with a perfect: inferred")
    if group.modal == "have to" and group.past:
        return Opening(F.ASSERTED, "outer", f"{why} in the past: done")
    if group.modal == "shall":
        return _to_come(scene, token, why)
    if group.modal == "should" and scene.first_person(token):
        return Opening(F.HYPOTHETICAL, "outer", f"{why} of the first person")
    return Opening(F.UNKNOWN, "outer", f"{why}: owed, not done")


def _is_yet_to(scene: "Scene", token: "Token", group: "Group") -> bool:
    """Whether something "has yet to" be done."""
    places = [token, *([group.semi] if group.semi is not None else [])]
    return any(
        lemma(a) == "yet" and a.i < token.i
        for place in places
        for a in scene.tree.children(place, "advmod")
    )


def _would(
    scene: "Scene", token: "Token", group: "Group", why: str, outer: F
) -> Opening | None:
    if group.perfect:
        return Opening(F.COUNTERFACTUAL, "outer", f"{why} with a perfect")
    if scene.condition_of(token) is not None or scene.is_condition(token):
        return Opening(F.HYPOTHETICAL, "outer", f"{why} on a condition")
    if scene.reported_in_past(token):
        return _to_come(scene, token, f"{why} in a report")
    if scene.habitual(token):
        return None
    if scene.declined(token, group):
        return None
    if scene.looks_ahead(token):
        return Opening(F.ASSERTED, "outer", f"{why}: told ahead of its time")
    return Opening(F.HYPOTHETICAL, "outer", why)


def _be_to(group: "Group", why: str) -> Opening | None:
    if group.tense == "PAST" and any(lemma(a) == "have" for a in group.auxiliaries):
        return Opening(F.COUNTERFACTUAL, "outer", f"{why} with a perfect: it was not")
    if group.tense == "PAST" and lemma(group.head) in lexicon().marks["destiny"]:
        return Opening(F.ASSERTED, "outer", f"{why}: told ahead of its time")
    return Opening(F.PLANNED, "outer", f"{why}: still to come")
