"""Which words name happenings.

Verbs, event nouns, predicative adjectives, named events. The model's score, where there
is one, is weighed against the lexicon: a noun that nearly always names a happening
needs little, one that hardly ever does needs much.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.events.groups import existential
from chronicle.events.lexicon import lexicon
from chronicle.language import event_score
from chronicle.language.syntax import lemma
from chronicle.model import DivisionKind, Evidence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene

# A verb in one of these relations modifies, introduces or helps; it tells nothing.
_NOT_TOLD = (
    "amod",
    "compound",
    "case",
    "mark",
    "fixed",
    "advmod",
    "aux",
    "cop",
    "cc",
    "det",
)
_CLAUSAL = ("ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "root", "conj")
_SILENT = frozenset({DivisionKind.FURNITURE, DivisionKind.HEADING})

VERB = 0.5
MISTAGGED = 0.9
ADJECTIVE = 0.6
NOUN = {"event": 0.1, "maybe": 0.65, "ending": 0.65, "other": 0.85, "never": 0.95}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The head word of an event, the words it extends over, and why it is one."""

    token: "Token"
    first: "Token"
    last: "Token"
    evidence: Evidence


def triggers(scene: "Scene") -> tuple[Trigger, ...]:
    """The events' head words in the order of the text.

    Headings and furniture (running heads, captions) tell nothing; notes do.
    """
    found: list[Trigger] = []
    covered: set[int] = set()
    for token in scene.tree.words:
        if token.i in scene.timed or token.pos_ in {"X", "PUNCT", "SPACE", "SYM"}:
            continue
        why = _why(scene, token)
        if why is None or scene.division(token.idx).kind in _SILENT:
            continue
        first, last, swallowed = _extent(scene, token)
        covered |= swallowed
        found.append(Trigger(token=token, first=first, last=last, evidence=why))
    return tuple(t for t in found if t.token.i not in covered)


def _why(scene: "Scene", token: "Token") -> Evidence | None:
    if lemma(token) in lexicon().nouns.people and not token.tag_.startswith("VB"):
        return None
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and _main(scene, token)):
        return _verb(scene, token)
    if token.pos_ == "NOUN":
        return _noun(scene, token)
    if token.pos_ == "PROPN":
        return _named(scene, token)
    if token.pos_ == "ADJ":
        return _adjective(scene, token)
    return None


def _main(scene: "Scene", token: "Token") -> bool:
    return not scene.tree.bears(token, "aux", "cop")


def _verb(scene: "Scene", token: "Token") -> Evidence | None:
    tree = scene.tree
    if tree.bears(token, *_NOT_TOLD) or lemma(token) == "be" or token.tag_ == "NNP":
        return None
    if tree.bears(token, "nmod") and token.tag_ in {"VBN", "VBG"}:
        return None
    if any(scene.borne(c) == token for c in tree.children(token, "xcomp")):
        return None
    if _is_prefix(scene, token):
        return None
    score = event_score(token)
    if score is None or score >= (MISTAGGED if _is_mistagged(scene, token) else VERB):
        return Evidence(rule="trigger: verb", score=score)
    return None


def _is_mistagged(scene: "Scene", token: "Token") -> bool:
    """Whether a verb's tag denies that it is one, or that it stands where it does.

    An open complement has neither subject nor tense (UD, xcomp): not so "unawares" in
    "came on him unawares", read as a verb of the present.
    """
    if not token.tag_.startswith(("VB", "MD")):
        return bool(token.tag_)
    finite = token.tag_ in {"VBZ", "VBP", "VBD"}
    alone = scene.tree.child(token, "nsubj", "csubj", "expl") is None
    return finite and alone and scene.tree.bears(token, "xcomp")


def _is_prefix(scene: "Scene", token: "Token") -> bool:
    """Whether a word is hyphened to the verb after it: "re-elected"."""
    doc = scene.tree.doc
    if token.i + 2 >= len(doc) or token.whitespace_ or doc[token.i + 1].text != "-":
        return False
    return not doc[token.i + 1].whitespace_ and doc[token.i + 2].pos_ == "VERB"


def _noun(scene: "Scene", token: "Token") -> Evidence | None:
    if scene.tree.bears(token, "compound", "case", "fixed", "mark", "cc"):
        return None
    words, name = lexicon().nouns, lemma(token)
    names = {name, token.text.lower()}
    score = event_score(token)
    if token.text.lower() in words.never:
        kind = "never"
    elif names & words.event:
        kind = "event"
    elif names & words.maybe:
        kind = "maybe"
    elif names & words.never:
        kind = "never"
    elif name.endswith(words.endings):
        kind = "ending"
    else:
        kind = "other"
    if score is None:
        sure = kind == "event" or name.endswith(words.trusted_endings)
        sure = sure or (kind == "maybe" and _eventive(scene, token))
        return Evidence(rule=f"trigger: noun ({kind})") if sure else None
    if score >= NOUN[kind]:
        return Evidence(rule=f"trigger: noun ({kind})", score=score)
    return None


def _eventive(scene: "Scene", token: "Token") -> bool:
    """Whether the words around an ambiguous noun speak for a happening."""
    tree = scene.tree
    prepositions = set(scene.prepositions(token))
    if prepositions & {"during", "after", "before", "until", "following", "since"}:
        return True
    if existential(tree, token) is not None:
        return True
    verb = tree.head(token)
    if verb is None or not tree.bears(token, "obj", "nsubj"):
        return False
    return scene.happens(verb, token) or any(
        "by" in scene.prepositions(p) for p in tree.children(token, "nmod")
    )


def _named(scene: "Scene", token: "Token") -> Evidence | None:
    """Named events: "the Battle of Valmy", but not "Battle Creek"."""
    name = token.text.lower()
    tree = scene.tree
    if name not in lexicon().nouns.event and name not in lexicon().marks["named_event"]:
        return None
    if tree.bears(token, "compound", "flat", "nmod:desc") or tree.child(token, "flat"):
        return None
    of = any("of" in scene.prepositions(p) for p in tree.children(token, "nmod"))
    before = tree.child(token, "amod", "compound", "nmod:poss") is not None
    the = any(lemma(d) == "the" for d in tree.children(token, "det"))
    of_place = any(p.ent_type_ == "place" for p in tree.children(token, "nmod"))
    if name in lexicon().marks["named_body"] and not of_place:
        return None
    if of or (before and the):
        return Evidence(rule="trigger: named event", score=event_score(token))
    return None


def _adjective(scene: "Scene", token: "Token") -> Evidence | None:
    """Adjectives said of somebody at a time: a few by their word ("dead", "ill")."""
    tree = scene.tree
    if not tree.bears(token, *_CLAUSAL):
        return None
    score = event_score(token)
    if lemma(token) in lexicon().nouns.states:
        return Evidence(rule="trigger: state", score=score)
    if score is None:
        governs = tree.child(token, "xcomp", "ccomp", "advcl") is not None
        known = bool(scene.classes(token))
        said = tree.child(token, "cop") is not None
        return (
            Evidence(rule="trigger: adjective") if governs and known and said else None
        )
    if score >= ADJECTIVE:
        return Evidence(rule="trigger: adjective", score=score)
    return None


def _extent(scene: "Scene", token: "Token") -> "tuple[Token, Token, set[int]]":
    """The whole trigger, and the words in it that are no event of their own."""
    tree = scene.tree
    if token.pos_ == "PROPN":
        return (*tree.phrase(token), set())
    words = [token, *tree.children(token, "compound:prt")]
    if token.i > 1 and _is_prefix(scene, tree.doc[token.i - 2]):
        words.append(tree.doc[token.i - 2])
    swallowed: set[int] = set()
    idioms = lexicon().predicates.idioms
    for thing in tree.children(token, "obj"):
        bare = not tree.children(thing, "amod", "nmod", "nmod:poss")
        if (lemma(thing), lemma(token)) in idioms and bare and thing.i - token.i <= 2:
            words.append(thing)
            swallowed.add(thing.i)
    return min(words, key=_place), max(words, key=_place), swallowed


def _place(token: "Token") -> int:
    return token.i
