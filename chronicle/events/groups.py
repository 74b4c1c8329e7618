"""The verb group: auxiliaries with their head, and what they say of time and aspect.

Values are those of the TimeML annotation guidelines 1.2.1, section 2.2.3. Shared
auxiliaries count for every conjunct: in "was beaten and murdered" both are passive.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import Tree, feature, lemma, ordered

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha", "wilt", "shalt"})
_MODALS = {"'d": "would", "’d": "would", "ca": "can", "wo": "will", "sha": "shall"}
_SEMI = {"have": "have to", "go": "going to", "use": "used to", "get": "have to"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A predicate with its auxiliaries in order.

    ``modal`` is the modal in its plain form, semi-modals included ("have to", "be to");
    ``semi`` is the word that bears a semi-modal. ``form`` is the first word's Penn tag.
    """

    head: "Token"
    auxiliaries: "tuple[Token, ...]" = ()
    modal: str | None = None
    semi: "Token | None" = None
    form: str = "NONE"
    tense: str = "NONE"
    aspect: str = "NONE"
    passive: bool = False
    inverted: bool = False

    @property
    def perfect(self) -> bool:
        """Whether the group is in a perfect form."""
        return self.aspect.startswith("PERFECTIVE")

    @property
    def finite(self) -> bool:
        """Whether the group has a finite verb or a modal."""
        return self.form in {"MD", "VBD", "VBZ", "VBP"}

    @property
    def past(self) -> bool:
        """Whether the group is told in the past."""
        return self.tense == "PAST" or self.aspect.startswith("PERFECTIVE")


def group(tree: Tree, head: "Token") -> Group:
    """The group of a predicate; an event noun in "there was …" borrows the verb's."""
    carrier = existential(tree, head) or head
    own = _auxiliaries(tree, carrier)
    semi = _semi_modal(tree, carrier)
    words = [*own, carrier] if _is_verbal(tree, carrier) else own
    if semi is not None:
        words = [*_auxiliaries(tree, semi), semi, *words]
    if not words:
        return Group(head=head)
    form = _form(words[0], tree, alone=len(words) == 1)
    tense, aspect = _tense_aspect(tree, words, form)
    modal = _modal(tree, words, own, carrier, semi)
    if modal == "going to":
        tense = "FUTURE"
    if semi is not None and lemma(semi) == "get":
        tense = "PRESENT"
    subject = tree.subject(carrier)
    return Group(
        head=head,
        auxiliaries=tuple(w for w in words if w.i != carrier.i or carrier.i != head.i),
        modal=modal,
        semi=semi,
        form=form,
        tense=tense,
        aspect=aspect,
        passive=_passive(tree, carrier, own),
        inverted=subject is not None
        and bool(own)
        and own[0].i < subject.i < carrier.i
        and tree.child(carrier, "nsubj", "csubj") is subject,
    )


def existential(tree: Tree, token: "Token") -> "Token | None":
    """The verb of "there was a battle", for its noun."""
    verb = tree.head(token)
    if verb is None or not tree.bears(token, "nsubj") or lemma(verb) != "be":
        return None
    return verb if tree.child(verb, "expl") is not None else None


def _is_verbal(tree: Tree, token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} or (
        token.tag_.startswith("VB") and tree.child(token, "cop") is None
    )


def _auxiliaries(tree: Tree, token: "Token") -> "list[Token]":
    """Auxiliaries and copula of a predicate, or those of the conjunct it shares."""
    here = token
    while True:
        own = ordered(tree.children(here, "aux", "cop"))
        head = tree.head(here)
        if own or head is None or not tree.bears(here, "conj"):
            return [t for t in own if t.pos_ in {"AUX", "VERB"} or t.tag_ == "MD"]
        if tree.child(here, "nsubj", "csubj") is not None:
            return []
        marks = tree.children(here, "mark")
        if marks and not (has_to(tree, here) and has_to(tree, head)):
            return []
        if token.tag_ != head.tag_ or token.tag_ in {"VBD", "VBZ", "VBP"}:
            return []
        here = head


def _semi_modal(tree: Tree, token: "Token") -> "Token | None":
    """The "have", "going" or "used" that a bare "to …" hangs on."""
    head = tree.head(token)
    if head is None or not tree.bears(token, "xcomp") or not has_to(tree, token):
        return None
    if lemma(head) not in _SEMI or tree.child(head, "obj") is not None:
        return None
    if lemma(head) == "go" and head.tag_ != "VBG":
        return None
    if lemma(head) == "use" and tree.child(head, "aux:pass") is not None:
        return None
    if lemma(head) == "get" and head.text.lower() != "got":
        return None
    return head


def has_to(tree: Tree, token: "Token") -> bool:
    """Whether a predicate is a "to" infinitive, its own or the shared one.

    In "admitted to having seen it" stands a preposition.
    """
    if any(lemma(m) == "to" for m in tree.children(token, "mark")):
        return (tree.child(token, "aux") or token).tag_ != "VBG"
    head = tree.head(token)
    return (
        head is not None
        and tree.bears(token, "conj")
        and token.tag_ == "VB"
        and head.tag_ == "VB"
        and tree.child(token, "aux", "nsubj", "mark") is None
        and has_to(tree, head)
    )


def _form(first: "Token", tree: Tree, *, alone: bool) -> str:
    """The Penn tag of a group's first word, mended by its surroundings."""
    tag = first.tag_
    if tag == "VBN" and alone and tree.child(first, "nsubj") is not None:
        return "VBN" if tree.child(first, "nsubj:pass") is not None else "VBD"
    if tag in {"MD", "VBD", "VBZ", "VBP", "VB", "VBG", "VBN"}:
        return tag
    if feature(first, "VerbForm") == "Fin":
        return "VBD" if feature(first, "Tense") == "Past" else "VBP"
    forms = {"Inf": "VB", "Ger": "VBG", "Part": "VBG"}
    return forms.get(feature(first, "VerbForm") or "", "NONE")


def _tense_aspect(tree: Tree, words: "list[Token]", form: str) -> tuple[str, str]:
    perfect = any(
        lemma(w) in {"have", "'ve", "’ve"} and w.i != words[-1].i and w.tag_ != "MD"
        for w in words
        if not tree.bears(w, "xcomp", "root", "ccomp", "conj", "advcl")
    ) or (words[0].text in {"'d", "’d"} and words[-1].tag_ == "VBN")
    progressive = any(
        b.tag_ == "VBG" and any(lemma(a) == "be" for a in words[:n])
        for n, b in enumerate(words)
        if n and lemma(b) != "go"
    )
    aspect = {
        (False, False): "NONE",
        (True, False): "PERFECTIVE",
        (False, True): "PROGRESSIVE",
        (True, True): "PERFECTIVE_PROGRESSIVE",
    }[perfect, progressive]
    first = words[0]
    if form == "MD":
        return ("FUTURE" if lemma(first) in _FUTURE else "NONE"), aspect
    tenses = {"VBD": "PAST", "VBZ": "PRESENT", "VBP": "PRESENT"}
    if form in tenses:
        return tenses[form], aspect
    if form == "VB":
        bare = not has_to(tree, words[-1]) and tree.relation(words[-1]) == "root"
        return ("NONE" if bare else "INFINITIVE"), aspect
    return {"VBG": "PRESPART", "VBN": "PASTPART"}.get(form, "NONE"), aspect


def _modal(
    tree: Tree,
    words: "list[Token]",
    own: "list[Token]",
    head: "Token",
    semi: "Token | None",
) -> str | None:
    for word in words:
        name = _MODALS.get(word.text.lower(), lemma(word))
        if word.tag_ == "MD" or name in {"would", "could", "should", "might"}:
            if name == "would" and words[-1].tag_ == "VBN" and len(words) == 2:
                continue
            return "will" if name in _FUTURE and name != "shall" else name
    if semi is not None:
        return _SEMI[lemma(semi)]
    finite = [w for w in own if lemma(w) == "be" and w.tag_ in {"VBD", "VBZ", "VBP"}]
    to = [m for m in tree.children(head, "mark") if lemma(m) == "to"]
    if finite and to and finite[0].i < to[0].i and not _equates(tree, head):
        return "be to"
    return None


def _equates(tree: Tree, head: "Token") -> bool:
    """Whether the copula joins a noun and a clause: "The aim was to win"."""
    if tree.child(head, "csubj") is not None:
        return True
    subject = tree.child(head, "nsubj")
    return subject is not None and lemma(subject) in lexicon().equated


def _passive(tree: Tree, head: "Token", own: "list[Token]") -> bool:
    if tree.child(head, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
        return True
    if any(tree.bears(a, "aux:pass") for a in own):
        return True
    return (
        head.tag_ == "VBN"
        and not own
        and tree.child(head, "nsubj") is None
        and tree.bears(
            head, "acl", "advcl", "xcomp", "amod", "conj", "parataxis", "root"
        )
    )
