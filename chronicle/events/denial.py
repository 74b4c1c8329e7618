"""Negation: the word that denies a predicate or a noun."""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import Tree, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.groups import Group


def negation(
    tree: Tree, token: "Token", group: "Group | None" = None
) -> "Token | None":
    """The word that denies a predicate or noun, if one does."""
    places = [token]
    if group is not None and group.semi is not None:
        places.append(group.semi)
    for place in places:
        for child in tree.children(place):
            if _denies(tree, child, place):
                return child
    if _shares_negation(tree, token):
        head = tree.head(token)
        return negation(tree, head) if head is not None else None
    return None


def _denies(tree: Tree, child: "Token", place: "Token") -> bool:
    marks = lexicon().marks
    name = child.text.lower()
    if tree.bears(child, "det") and name in marks["negative_determiner"]:
        return place.pos_ not in {"VERB", "AUX"} and not _only(tree, child)
    if tree.bears(child, "advmod", "cc", "aux") and (
        name in marks["negation"] or lemma(child) in marks["negation"]
    ):
        return not _only(tree, child)
    if tree.bears(child, "nsubj", "obj", "obl", "iobj"):
        if name in marks["negative_pronoun"]:
            return not _excepts(tree, child)
        determiners = tree.children(child, "det", "advmod")
        return any(
            d.text.lower() in marks["negative_determiner"]
            or (d.text.lower() == "not" and not _only(tree, d) and d.i < place.i)
            for d in determiners
        )
    return False


def _only(tree: Tree, child: "Token") -> bool:
    """Whether it denies nothing: "not only", "no doubt"."""
    if child.i + 1 >= len(tree.doc):
        return False
    after = child.nbor(1).text.lower()
    return after in lexicon().marks["not_followed_by"] or after in {"doubt", "sooner"}


def _excepts(tree: Tree, child: "Token") -> bool:
    """Whether something is excepted, and so told: "nothing but a letter"."""
    after = child.nbor(1).text.lower() if child.i + 1 < len(tree.doc) else ""
    return after in {"but", "except", "save"}


def _shares_negation(tree: Tree, token: "Token") -> bool:
    """Whether a second verb is denied with the first: "did not eat or drink"."""
    head = tree.head(token)
    if head is None or not tree.bears(token, "conj") or token.pos_ != "VERB":
        return False
    if tree.child(token, "nsubj", "aux", "mark") is not None:
        return False
    joined = tree.child(token, "cc")
    shares = token.tag_ == head.tag_ and token.tag_ in {"VB", "VBN", "VBG"}
    return shares and (joined is None or lemma(joined) in {"or", "nor", "and"})
