"""Attachments that a parser often gets wrong and the text around them settles."""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import Tree, lemma
from chronicle.model import EventClass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token


_AFORESAID = frozenset({"said", "aforesaid", "foresaid", "abovesaid"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_MINDED = frozenset({EventClass.REPORTING, EventClass.I_ACTION})


def mend_reports(tree: Tree) -> None:
    """A clause with "that" and a subject on a noun of report is what is reported.

    In "a report that the town had been destroyed" nothing is missing that a relative
    clause would lack.
    """
    for token in tree.words:
        head = tree.head(token)
        if head is None or not tree.bears(token, "acl:relcl"):
            continue
        that = [m for m in tree.children(token, "mark") if lemma(m) == "that"]
        whole = tree.child(token, "nsubj") is not None
        if that and whole and ("NOUN", lemma(head)) in lexicon().frames:
            tree.relabel(token, "acl")


def mend_semicolons(tree: Tree) -> None:
    """A clause after a semicolon goes with the sentence, not with what was said in it.

    "It was thought that he would form a ministry; he has failed": the failure is told.
    """
    for token in tree.words:
        first = tree.head(token)
        if first is not None and tree.bears(token, "ccomp"):
            _mend_first_content(tree, token, first)
            _mend_second_content(tree, token, first)
            continue
        if first is None or not tree.bears(token, "conj", "parataxis"):
            continue
        verb = tree.head(first)
        if verb is None or not tree.bears(first, "ccomp") or verb.i > first.i:
            continue
        marks = {t.text for t in tree.doc[first.i : token.i]}
        own = tree.child(token, "nsubj") is not None
        if ";" in marks and own and tree.child(token, "mark") is None:
            tree.rehang(token, verb)


def _mend_first_content(tree: Tree, token: "Token", verb: "Token") -> None:
    """What stands before a semicolon is not the content of what stands after it."""
    marks = {t.text for t in tree.doc[token.i : verb.i]}
    if ";" in marks and not marks & _QUOTES:
        tree.relabel(token, "parataxis")


def mend_participles(tree: Tree) -> None:
    """A participle of saying after a reported clause goes with the reporter.

    "Berg said that no troops would go, rejecting a proposal": Berg rejects it.
    """
    classes = lexicon().classes
    for token in tree.words:
        verb = tree.head(token)
        if token.tag_ != "VBG" or verb is None or not tree.bears(token, "advcl"):
            continue
        reporter = tree.head(verb)
        if reporter is None or not tree.bears(verb, "ccomp") or reporter.i > verb.i:
            continue
        minded = set(classes.get(("VERB", lemma(token)), ())) & _MINDED
        told = EventClass.REPORTING in classes.get(("VERB", lemma(reporter)), ())
        comma = token.i > 0 and tree.doc[token.i - 1].text == ","
        if minded and told and comma and tree.child(token, "mark") is None:
            tree.rehang(token, reporter)


def mend_aforesaid(tree: Tree) -> None:
    """ "The said John Pell was chosen": nobody says anything."""
    for token in tree.words:
        if token.lower_ not in _AFORESAID or not 0 < token.i < len(tree.doc) - 1:
            continue
        before, after = tree.doc[token.i - 1], tree.doc[token.i + 1]
        if before.pos_ != "DET" or after.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            continue
        relation = tree.relations[token.i]
        for clause in tree.children(token, "ccomp", "parataxis", "conj"):
            tree.relabel(clause, relation)
        tree.relabel(token, "amod")


def mend_insertions(tree: Tree) -> None:
    """A condition before an inserted reporter belongs to what is reported.

    "If it is cut, Rusu warned, schools will close."
    """
    for token in tree.words:
        verb = tree.head(token)
        if verb is None or not tree.bears(token, "ccomp") or verb.i > token.i:
            continue
        after = tree.doc[verb.i + 1] if verb.i + 1 < len(tree.doc) else verb
        if after.text != "," or tree.child(token, "mark") is not None:
            continue
        for clause in list(tree.children(verb, "advcl")):
            if clause.i < verb.i and tree.child(clause, "mark") is not None:
                tree.rehang(clause, token)


def _mend_second_content(tree: Tree, token: "Token", verb: "Token") -> None:
    """A second content clause, past a semicolon and without "that", is none."""
    before = [c for c in tree.children(verb, "ccomp") if verb.i < c.i < token.i]
    if not before or tree.child(token, "mark") is not None:
        return
    marks = {t.text for t in tree.doc[before[-1].i : token.i]}
    if ";" in marks and tree.child(token, "nsubj") is not None:
        tree.relabel(token, "conj")


def mend_resumptions(tree: Tree) -> None:
    """A verb without a subject, after ", and", goes on with the main clause.

    "He resigned on the 26th, the day on which the army entered, and died soon after":
    he died, not the army.
    """
    for token in tree.words:
        inner = tree.head(token)
        if inner is None or not tree.bears(token, "conj"):
            continue
        _mend_agreement(tree, token, inner)
        if not tree.bears(inner, "acl:relcl") or tree.child(token, "nsubj") is not None:
            continue
        joint = tree.child(token, "cc")
        if joint is None or joint.i == 0 or tree.doc[joint.i - 1].text != ",":
            continue
        main = next((t for t in tree.above(inner) if _tells(tree, t)), None)
        if main is not None and main.tag_ == token.tag_ and main.i < inner.i:
            tree.rehang(token, main)


def _mend_agreement(tree: Tree, token: "Token", inner: "Token") -> None:
    """A past tense without a subject goes with the reporter, not with "would".

    "Gifford said the sum would not exceed a million but declined to say more".
    """
    verb = tree.head(inner)
    if verb is None or not tree.bears(inner, "ccomp") or verb.i > inner.i:
        return
    alone = tree.child(token, "nsubj", "aux", "mark") is None
    other = inner.tag_ != "VBD" or tree.child(inner, "aux") is not None
    if alone and other and token.tag_ == verb.tag_ == "VBD":
        tree.rehang(token, verb)


def _tells(tree: Tree, token: "Token") -> bool:
    """Whether a verb heads a clause of its own with a subject."""
    return token.pos_ == "VERB" and tree.subject(token) is not None


def mend_tags(tree: Tree, tags: "Mapping[int, Sequence[Token]]") -> None:
    """A clause after the comma that ends a tag belongs to the clause of the tag.

    "He would have stayed, it is said, if …", "If it is cut, she warned, …", "They had
    been told, he complained, that …, and had refused …".
    """
    words = {w.i: w for w in tree.words}
    for host, row in tags.items():
        for tag in row:
            for clause in list(tree.children(tag, "advcl", "ccomp", "conj")):
                low, high = tree.edges(clause)
                around = {t.text for t in tree.doc[max(low - 1, 0) : low + 1]}
                after = low > tag.i and "," in around
                before = high < tag.i and tree.bears(clause, "advcl")
                if after or before:
                    tree.rehang(clause, words[host])
