"""Clauses that only say whose word another clause is: "…, he said, …", "as X reported".

A parser often hangs a short tag on the noun before it; what is set off by commas and
says no more than who speaks is a tag all the same.
"""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import lemma
from chronicle.model import EventClass

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene

_BREAKS = frozenset(',;.—–-!?()"“”’')
_LOOSE = ("parataxis", "acl:relcl", "acl", "appos", "conj", "ccomp", "advcl")
_LENGTH = 8  # words of a tag set off by commas


def tags(scene: "Scene") -> "dict[int, list[Token]]":
    """The tags of each clause, by the index of the clause's head."""
    found: dict[int, list[Token]] = {}
    for token in scene.tree.words:
        host = _host(scene, token)
        if host is not None:
            found.setdefault(host.i, []).append(token)
    return found


def _host(scene: "Scene", token: "Token") -> "Token | None":
    """The clause that a word is the tag of."""
    tree = scene.tree
    head = tree.head(token)
    if head is None:
        return None
    if tree.bears(token, "obl", "nmod"):
        given = "according_to" in scene.prepositions(token)
        return tree.clause(head) if given or holder(scene, token) else None
    if not speaks(scene, token) or tree.child(token, "xcomp") is not None:
        return None
    if tree.child(token, "ccomp") is not None:
        return tree.clause(head) if set_off(scene, token) else None
    if tree.bears(token, "advcl") and scene.markers(token):
        whole = tree.child(token, "obj") is None
        return head if whole and scene.markers(token) == {"as"} else None
    has_subject = tree.child(token, "nsubj", "expl") is not None
    low, _ = tree.edges(token)
    if ";" in {t.text for t in tree.doc[max(low - 1, 0) : low + 1]}:
        return None
    loose = tree.bears(token, "parataxis") and tree.child(token, "obj") is None
    if has_subject and (loose or set_off(scene, token)):
        return tree.clause(head)
    return None


def holder(scene: "Scene", token: "Token") -> "Token | None":
    """Whose it is, where a clause is told "in the opinion of" somebody."""
    tree = scene.tree
    if lemma(token) not in lexicon().marks["opinion"]:
        return None
    if "in" not in scene.prepositions(token):
        return None
    owner = tree.child(token, "nmod:poss")
    of = (p for p in tree.children(token, "nmod") if "of" in scene.prepositions(p))
    return owner or next(of, None)


def speaks(scene: "Scene", token: "Token") -> bool:
    """Whether a verb is one of speech, thought or hearsay."""
    if not scene.is_verb(token):
        return False
    marks = lexicon().marks
    return EventClass.REPORTING in scene.classes(token) or (
        lemma(token) in marks["thought"] | marks["intake"]
    )


def set_off(scene: "Scene", token: "Token") -> bool:
    """Whether a verb with its subject and nothing else stands between commas."""
    tree = scene.tree
    if not tree.bears(token, *_LOOSE):
        return False
    if tree.child(token, "obj", "xcomp", "mark") is not None:
        return False
    subject = tree.child(token, "nsubj", "expl")
    if subject is None or subject.tag_ in {"WDT", "WP"}:
        return False
    inside = [token, *tree.below(subject), *tree.children(token, "aux", "advmod")]
    low = min(subject.i, token.i, *tree.edges(subject))
    high = max(t.i for t in inside if t.i < token.i + 3)
    if high - low >= _LENGTH or low == 0:
        return False
    after = tree.doc[high + 1].text if high + 1 < len(tree.doc) else "."
    return tree.doc[low - 1].text in _BREAKS and after in _BREAKS
