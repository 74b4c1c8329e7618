"""What worlds governing words open: complements, conditions, purposes, adjuncts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from chronicle.events.groups import existential, has_to
from chronicle.events.lexicon import Frame, lexicon
from chronicle.language.syntax import lemma
from chronicle.model import Factuality as F

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene

_GERUNDIAL = frozenset(
    {"from", "for", "of", "with", "in", "to", "at", "on", "upon", "about", "against"}
)
_APART = frozenset(["parataxis", "appos", "vocative", "discourse", "list"])


@dataclass(frozen=True, slots=True)
class Opening:
    """A world, how much of the governor's own world it keeps, and why."""

    value: F
    inherits: Literal["nothing", "outer", "modal", "all"]
    why: str = ""


def opening(
    scene: "Scene", token: "Token", head: "Token", denied: bool
) -> Opening | None:
    """The world that a governor opens for a dependant; ``None`` if it just shares."""
    tree = scene.tree
    relation = tree.relation(token)
    if scene.borne(token) == head:
        return Opening(F.ASSERTED, "outer")
    if relation in {"ccomp", "xcomp", "csubj"}:
        return _complement(scene, token, head, denied)
    if relation == "advcl" and tree.relations[token.i] != "advcl:relcl":
        return _adverbial(scene, token, head, denied)
    if tree.bears(token, "acl:relcl", "advcl:relcl"):
        return _relative(scene, token, head)
    if relation == "acl":
        return _of_noun(scene, token, head, denied)
    if relation in {
        "parataxis",
        "appos",
        "vocative",
        "discourse",
        "dislocated",
        "list",
    }:
        return Opening(F.ASSERTED, "nothing")
    if relation in {"obj", "nsubj", "obl", "nmod", "iobj"} and scene.is_clause(head):
        return _argument(scene, token, head, denied)
    if relation == "amod":
        return Opening(F.ASSERTED, "nothing")
    if relation in {"nmod", "compound"}:
        return _modifier(scene, token, head, denied)
    return None


def _complement(scene: "Scene", token: "Token", head: "Token", denied: bool) -> Opening:
    kind = complement_kind(scene, token)
    if kind == "whether":
        return Opening(F.UNKNOWN, "nothing", "an open question")
    if kind == "inf" and _is_said_of(scene, head):
        kind = "that"
    frame = scene.frame(head, token, kind)
    if frame is None:
        if kind == "inf" and scene.tree.bears(token, "xcomp", "csubj"):
            return Opening(F.UNKNOWN, "modal", f'after "{head.text}"')
        return Opening(F.ASSERTED, "modal" if denied else "all")
    if frame.factive and kind == "inf":
        return Opening(F.ASSERTED, "modal")
    if kind == "that" and not denied and _conveys(scene, frame, token, head):
        return Opening(F.ASSERTED, "nothing")
    return by_frame(scene, frame, head, denied)


def _is_said_of(scene: "Scene", head: "Token") -> bool:
    """Whether an infinitive is a report: "he is said to have fled"."""
    told = lemma(head) in lexicon().predicates.addressee
    return not told and scene.is_verb(head) and scene.group(head).passive


def _conveys(scene: "Scene", frame: Frame, token: "Token", head: "Token") -> bool:
    """Whether a report that is still to be made tells something already so.

    "Tell her that I have written", "he came to say that the King was dead".
    """
    if not frame.name.startswith("report"):
        return False
    to_come = scene.infinitive(head) or scene.commands(head)
    return to_come and scene.group(token).past


def by_frame(scene: "Scene", frame: Frame, head: "Token", denied: bool) -> Opening:
    """The world that a frame gives, its governor affirmed or denied."""
    if frame.factive:
        return Opening(F.ASSERTED, "nothing")
    value = frame.denied if denied else frame.plain
    if not denied and frame.past is not None and scene.group(head).past:
        value = frame.past
    why = "" if value is F.ASSERTED and not denied else f'"{head.text}": {frame.name}'
    return Opening(value, "modal", why)


def complement_kind(scene: "Scene", token: "Token") -> str:
    """inf, ing, whether or that: the form of a complement clause."""
    tree = scene.tree
    marks = {lemma(m) for m in tree.children(token, "mark")}
    if marks & {"whether", "if"}:
        return "whether"
    if has_to(tree, token):
        be_to = scene.group(token).modal == "be to"
        return "that" if be_to else "inf"
    group = scene.group(token)
    if group.finite:
        return "that"
    if group.form == "VBG":
        return "ing"
    bare = tree.bears(token, "xcomp") and group.form != "VBN"
    return "inf" if bare else "that"


def _adverbial(scene: "Scene", token: "Token", head: "Token", denied: bool) -> Opening:
    tree, marks = scene.tree, lexicon().marks
    words = scene.markers(token)
    group = scene.group(token)
    if scene.is_condition(token):
        return _condition(scene, token, words)
    if words & {"without", "instead", "rather"}:
        return Opening(F.NEGATED, "modal", f'"{sorted(words)[0]}"')
    if has_to(tree, token) and not group.finite:
        return _purpose(scene, token, head, denied)
    if group.form == "VBG" and words & _GERUNDIAL:
        frame = scene.frame(head, token, "ing")
        if frame is not None:
            return by_frame(scene, frame, head, denied)
    if words & {"so", "that"} and group.modal in {"may", "might", "should", "would"}:
        return Opening(F.PLANNED, "modal", "a purpose")
    if words & {"as"} and words & {"if", "though"}:
        return Opening(F.HYPOTHETICAL, "modal", "a comparison")
    told = group.tense == "PAST" or group.perfect
    told = told and not words & marks["awaited"]
    if words & marks["open_temporal"] and (not told or _future_in_past(scene, head)):
        waited = words & marks["awaited"] and group.tense == "PRESENT"
        value = F.UNKNOWN if waited and not group.perfect else F.ASSERTED
        return Opening(value, "modal", "still awaited" if waited else "")
    if group.finite or group.perfect:
        return Opening(F.ASSERTED, "nothing")
    return Opening(F.ASSERTED, "modal")


def _future_in_past(scene: "Scene", head: "Token") -> bool:
    """Whether a clause hangs on something that would only come."""
    return scene.is_clause(head) and scene.group(head).modal in {
        *("would", "should", "could", "might"),
    }


def _condition(scene: "Scene", token: "Token", words: frozenset[str]) -> Opening:
    group = scene.group(token)
    main = scene.tree.head(token)
    consequence = scene.group(main) if main is not None else None
    unmet = group.perfect and group.form in {"VBD", "MD"}
    if (
        unmet
        and consequence is not None
        and (consequence.modal in {"would", "should", "could", "might"})
    ):
        return Opening(F.COUNTERFACTUAL, "nothing", "a condition not met")
    return Opening(F.HYPOTHETICAL, "nothing", "a condition")


def _purpose(scene: "Scene", token: "Token", head: "Token", denied: bool) -> Opening:
    """An infinitive: "went to ask", "too sick to go", "ordered him to leave"."""
    tree = scene.tree
    frame = scene.frame(head, token, "inf")
    told_to = head.pos_ != "VERB" or scene.addresses(head)
    if frame is not None and told_to and not frame.factive:
        return by_frame(scene, frame, head, denied)
    adverbs = {lemma(a) for a in tree.children(head, "advmod")}
    if "too" in adverbs:
        return Opening(F.NEGATED, "modal", f'"too {head.text}"')
    if "enough" in adverbs:
        return Opening(F.POSSIBLE, "modal", f'"{head.text} enough"')
    if "only" in {lemma(a) for a in tree.children(token, "advmod")}:
        return Opening(F.ASSERTED, "modal")
    if lemma(head) in {"live", "awake", "wake", "grow"}:
        return Opening(F.ASSERTED, "modal")
    return Opening(F.PLANNED, "modal", "a purpose")


def _relative(scene: "Scene", token: "Token", head: "Token") -> Opening:
    """A relative clause is told as fact unless its noun is any such thing."""
    low, _ = scene.tree.edges(token)
    beside = "," in {t.text for t in scene.tree.doc[max(low - 1, 0) : low + 1]}
    group = scene.group(token)
    told = group.past and group.finite
    done = group.form == "VBN" and not scene.is_any(head)
    if scene.is_indefinite(head) and not beside and not told and not done:
        return Opening(F.ASSERTED, "all")
    return Opening(F.ASSERTED, "nothing")


def _of_noun(scene: "Scene", token: "Token", head: "Token", denied: bool) -> Opening:
    tree = scene.tree
    group = scene.group(token)
    kind = complement_kind(scene, token)
    if has_to(tree, token) and group.auxiliaries and group.passive:
        return Opening(F.PLANNED, "modal", "still to be done")
    if tree.child(token, "mark") is not None:
        head, frame = _frame_around(scene, head, token, kind)
        if frame is not None and _is_denied_report(scene, head):
            return Opening(F.NEGATED, "modal", "a report that is denied")
        if frame is not None:
            return by_frame(scene, frame, head, denied)
    if has_to(tree, token) and not group.finite:
        if any(lemma(a) in lexicon().marks["ordinal"] for a in tree.children(head)):
            return Opening(F.ASSERTED, "all")
        if denied:
            return Opening(F.NEGATED, "modal", f'no "{head.text}" for it')
        return Opening(F.PLANNED, "modal", "a purpose")
    if kind == "ing" and scene.markers(token) & {"of", "to", "for", "on", "at"}:
        return Opening(F.ASSERTED, "all")
    return _relative(scene, token, head)


def _argument(
    scene: "Scene", token: "Token", head: "Token", denied: bool
) -> Opening | None:
    """An event noun among a verb's arguments: "planned an attack", "no talks began"."""
    tree = scene.tree
    if existential(tree, token) is not None:
        return Opening(F.ASSERTED, "all")
    undergoes = tree.bears(token, "obj", "nsubj:pass", "obl")
    if undergoes and scene.is_eventive(token):
        frame = scene.frame(head, token, "noun")
        put = lemma(token) in lexicon().equated or _tells(token)
        if frame is not None and _is_denial(frame) and put:
            return Opening(F.ASSERTED, "modal")
        if frame is not None:
            return by_frame(scene, frame, head, denied)
    if scene.happens(head, token):
        return Opening(F.ASSERTED, "all")
    if scene.is_indefinite(token):
        return Opening(F.ASSERTED, "all" if tree.bears(token, "obj") else "modal")
    return Opening(F.ASSERTED, "nothing")


def _frame_around(
    scene: "Scene", noun: "Token", token: "Token", kind: str
) -> "tuple[Token, Frame | None]":
    """The frame of a clause's noun, or of one further out.

    In "consensus among the members on meeting" a parser may hang the clause on the
    nearer noun; the one that can have a clause is meant.
    """
    here: Token | None = noun
    while here is not None:
        frame = scene.frame(here, token, kind)
        if frame is not None:
            return here, frame
        here = scene.tree.head(here) if scene.tree.bears(here, "nmod", "conj") else None
    return noun, None


def _tells(noun: "Token") -> bool:
    return lemma(noun) in lexicon().marks["report_noun"]


def _is_denial(frame: Frame) -> bool:
    return frame.plain is F.NEGATED and frame.name.startswith("denial")


def _is_denied_report(scene: "Scene", noun: "Token") -> bool:
    """Whether a report, which was made, is denied: "a report … is now denied"."""
    verb = scene.tree.head(noun)
    if verb is None or not _tells(noun):
        return False
    if not scene.tree.bears(noun, "obj", "nsubj:pass"):
        return False
    frame = scene.frame(verb, noun, "noun")
    return frame is not None and _is_denial(frame)


def _modifier(
    scene: "Scene", token: "Token", head: "Token", denied: bool
) -> Opening | None:
    """A noun in a noun: "the threat of war"; "the failure of the talks" had talks."""
    prepositions = {lemma(c) for c in scene.tree.children(token, "case")}
    if prepositions & {"of", "for", "on", "to"} and scene.is_eventive(token):
        frame = scene.frame(head, token, "noun")
        if frame is not None and frame.plain in {
            *(F.PLANNED, F.POSSIBLE, F.UNKNOWN, F.HYPOTHETICAL, F.PROBABLE),
        }:
            return by_frame(scene, frame, head, denied)
    if scene.is_indefinite(token):
        return Opening(F.ASSERTED, "all")
    return Opening(F.ASSERTED, "nothing")
