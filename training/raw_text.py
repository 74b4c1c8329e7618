"""Measures on raw text: own words, own sentences (as in the CoNLL 2018 shared task)."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle.language.analysis import analyse_with
from chronicle.language.shipped import Shipped
from chronicle.model import Document, DocumentKey
from training.conllu import Tree, read_trees

if TYPE_CHECKING:
    from spacy.tokens import Doc

Word = tuple[str, str, tuple[int, int] | None, str]
Layer = dict[tuple[int, int], Word]


def documents(path: Path) -> Iterator[tuple[str, Layer, set[tuple[int, int]]]]:
    """Each document's text, its words by their offsets, and its sentences."""
    trees = list(read_trees(path))
    number = 0
    keys = []
    for tree in trees:
        number += tree.new_document is not None
        keys.append(number)
    for _, group in groupby(zip(keys, trees, strict=True), key=lambda pair: pair[0]):
        yield _laid([tree for _, tree in group])


def _laid(trees: list[Tree]) -> tuple[str, Layer, set[tuple[int, int]]]:
    text, words, sentences = "", {}, set()
    for tree in trees:
        if text:
            text += "\n\n" if tree.new_paragraph else " "
        spans = []
        for n, row in enumerate(tree.rows):
            if n and row.space_before:
                text += " "
            spans.append((len(text), len(text) + len(row.form)))
            text += row.form
        for span, row in zip(spans, tree.rows, strict=True):
            head = spans[row.head - 1] if row.head else None
            words[span] = (row.xpos, row.upos, head, row.relation)
        sentences.add((spans[0][0], spans[-1][1]))
    return text, words, sentences


def _own(doc: "Doc") -> tuple[Layer, set[tuple[int, int]]]:
    spans = {t.i: (t.idx, t.idx + len(t)) for t in doc}
    words: Layer = {}
    sentences = set()
    for sentence in doc.sents:
        solid = [t for t in sentence if not t.is_space]
        if solid:
            sentences.add((spans[solid[0].i][0], spans[solid[-1].i][1]))
        for token in solid:
            root = token.head.i == token.i
            head = None if root else spans[token.head.i]
            relation = "root" if root else token.dep_
            words[spans[token.i]] = (token.tag_, token.pos_, head, relation)
    return words, sentences


def measure(path: Path, model: Shipped) -> list[str]:
    """F scores in percent."""
    right: Counter[str] = Counter()
    gold_total, own_total = Counter[str](), Counter[str]()
    for text, words, sentences in documents(path):
        doc = analyse_with(model, Document(key=DocumentKey("raw"), text=text))
        own, cut = _own(doc)
        right["sentences"] += len(cut & sentences)
        gold_total["sentences"] += len(sentences)
        own_total["sentences"] += len(cut)
        for name in ("words", "xpos", "upos", "uas", "las"):
            gold_total[name] += len(words)
            own_total[name] += len(own)
        for span in words.keys() & own.keys():
            theirs, ours = words[span], own[span]
            right["words"] += 1
            right["xpos"] += theirs[0] == ours[0]
            right["upos"] += theirs[1] == ours[1]
            right["uas"] += theirs[2] == ours[2]
            right["las"] += theirs[2:] == ours[2:]
    return [
        f"{name} {200 * right[name] / (gold_total[name] + own_total[name]):.2f}"
        for name in ("words", "sentences", "xpos", "upos", "uas", "las")
    ]
