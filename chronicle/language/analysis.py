"""From a document to a parsed ``Doc``, with the shipped model."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chronicle.language.events import MAIN, WIDE, keep_scores
from chronicle.language.names import Name, find_names
from chronicle.language.tokens import tokenise
from chronicle.language.trees import best_tree
from chronicle.language.visible import cuts, visible_words
from chronicle.language.windows import Found, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from chronicle.language.shipped import Shipped
    from chronicle.language.visible import Words
    from chronicle.model import Document

ROOT = "ROOT"


@dataclass(slots=True, kw_only=True)
class _Layers:
    """The annotation of a document's tokens, filled sentence by sentence."""

    tags: list[str]
    pos: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    names: list[Name] = field(default_factory=list)
    main: list[float | None]
    wide: list[float | None]


def analyse_with(model: "Shipped", document: "Document") -> "Doc":
    """The document's ``Doc``; its words are the text's, its layers the model's."""
    from spacy.tokens import Doc, Span

    raw = tokenise(document.text, cuts=cuts(document))
    words = visible_words(raw, document, model.pieces)
    layers = _blank_layers(raw, words)
    for found in sentences(words, model):
        _fill(layers, raw, words, found, model)
    doc = Doc(
        raw.vocab,
        words=[token.text for token in raw],
        spaces=[bool(token.whitespace_) for token in raw],
        tags=layers.tags,
        pos=layers.pos,
        morphs=layers.morphs,
        lemmas=layers.lemmas,
        heads=layers.heads,
        deps=layers.deps,
    )
    doc.set_ents([Span(doc, n.start, n.end, label=n.kind) for n in layers.names])
    keep_scores(doc, main=layers.main, wide=layers.wide)
    return doc


def _blank_layers(doc: "Doc", words: "Words") -> _Layers:
    """Layers for what is not analysed: it hangs from the word before it, harmlessly."""
    heads, last = [], words.tokens[0] if words.tokens else 0
    visible = frozenset(words.tokens)
    for token in doc:
        if token.i in visible:
            last = token.i
        heads.append(last)
    white = [token.is_space for token in doc]
    deps = [
        ROOT if head == n and n not in visible else "dep"
        for n, head in enumerate(heads)
    ]
    return _Layers(
        tags=["_SP" if space else "" for space in white],
        pos=["SPACE" if space else "X" for space in white],
        morphs=[""] * len(doc),
        lemmas=[token.text for token in doc],
        heads=heads,
        deps=deps,
        main=[None] * len(doc),
        wide=[None] * len(doc),
    )


def _fill(
    layers: _Layers, doc: "Doc", words: "Words", found: Found, model: "Shipped"
) -> None:
    """Write one sentence into the layers."""
    import numpy as np

    scores, labels = found.scores, model.labels
    slots = list(range(found.start - found.first + 1, found.end - found.first + 1))
    tokens = words.tokens[found.start : found.end]
    table = scores.arcs[np.ix_([0, *slots], [0, *slots])]
    heads = best_tree(table)
    head_slots = [slots[head - 1] if head else 0 for head in heads]
    relations = scores.relations(
        slots, head_slots, never=labels.relations.index("root")
    )
    for place, (slot, token) in enumerate(zip(slots, tokens, strict=True)):
        head = heads[place]
        xpos = labels.xpos[scores.xpos[slot]]
        pos, _, morph = labels.morph[scores.morph[slot]].partition("|")
        layers.tags[token] = xpos
        layers.pos[token] = pos
        layers.morphs[token] = morph
        layers.lemmas[token] = model.lemmas.lemma(doc[token].text, xpos)
        layers.heads[token] = tokens[head - 1] if head else token
        layers.deps[token] = labels.relations[relations[place]] if head else ROOT
        events = scores.events[slot]
        main, wide = (float(events[labels.events.index(h)]) for h in (MAIN, WIDE))
        layers.main[token] = (main + wide) / 2
        layers.wide[token] = wide
    for name in find_names(scores.names[slots], labels.names):
        start, end = tokens[name.start], tokens[name.end - 1] + 1
        layers.names.append(Name(start=start, end=end, kind=name.kind))
