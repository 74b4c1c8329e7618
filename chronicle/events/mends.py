"""Attachments that a parser often gets wrong and the text around them settles."""

from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.syntax import Tree, lemma

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token


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


def _mend_second_content(tree: Tree, token: "Token", verb: "Token") -> None:
    """A second content clause, past a semicolon and without "that", is none."""
    before = [c for c in tree.children(verb, "ccomp") if verb.i < c.i < token.i]
    if not before or tree.child(token, "mark") is not None:
        return
    marks = {t.text for t in tree.doc[before[-1].i : token.i]}
    if ";" in marks and tree.child(token, "nsubj") is not None:
        tree.relabel(token, "conj")


def mend_tags(tree: Tree, tags: "Mapping[int, Sequence[Token]]") -> None:
    """A clause after the comma that ends a tag belongs to the clause of the tag.

    "He would have stayed, it is said, if …", "They had been told, he complained, that
    …, and had refused …".
    """
    words = {w.i: w for w in tree.words}
    for host, row in tags.items():
        for tag in row:
            for clause in list(tree.children(tag, "advcl", "ccomp", "conj")):
                low, _ = tree.edges(clause)
                around = {t.text for t in tree.doc[max(low - 1, 0) : low + 1]}
                if low > tag.i and "," in around:
                    tree.rehang(clause, words[host])
