"""Measures on gold words and sentences: tags, trees, names, lemmas."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from chronicle.language.lemmas import LemmaRules
from chronicle.language.names import find_names, spans
from chronicle.language.shipped import OUTPUTS, Scores, Shipped
from chronicle.language.trees import best_tree
from training.conllu import read_trees
from training.corpora import treebank
from training.export import Graph
from training.network import Network
from training.passages import NAME_LABELS, Sentence
from training.windows import Encoder, Labels, Window, cut

Run = Callable[[Window], Scores]


def shipped_run(model: Shipped) -> Run:
    """The exported network."""

    def run(window: Window) -> Scores:
        return model.scores(
            ids=window.ids, shapes=window.shapes, gaps=window.gaps, first=window.first
        )

    return run


def torch_run(network: Network) -> Run:
    """The network as trained, in full precision."""
    graph = Graph(network).eval()

    def run(window: Window) -> Scores:
        rows = (window.ids, window.shapes, window.gaps, window.first)
        with torch.no_grad():
            found = graph(*(torch.tensor(row) for row in rows))
        arrays = {n: t.numpy() for n, t in zip(OUTPUTS, found, strict=True)}
        return Scores(**arrays)

    return run


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of words and of what was right."""

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, name: str, of: str = "words") -> float:
        """A percentage."""
        return 100 * self.counts[name] / max(1, self.counts[of])

    def lines(self) -> list[str]:
        """What a person reads."""
        names = ("xpos", "upos", "morph", "uas", "las", "las_main", "starts")
        told = [f"{name} {self.share(name):.2f}" for name in names]
        right = self.counts["names_right"]
        p = right / max(1, self.counts["names_found"])
        r = right / max(1, self.counts["names_gold"])
        f = 2 * p * r / max(1e-9, p + r)
        if self.counts["names_gold"]:
            told.append(f"names P {p:.3f} R {r:.3f} F {f:.3f}")
        told.append(f"lemma (gold tags) {self.share('lemma_gold'):.2f}")
        told.append(f"lemma (own tags) {self.share('lemma'):.2f}")
        return told


def measure(
    path: Path, corpus: str, encoder: Encoder, run: Run, lemmas: LemmaRules
) -> Tally:
    """A treebank file, window by window."""
    tally = Tally()
    passages = treebank(list(read_trees(path)), corpus, frozenset())
    for passage in passages:
        for sentence in passage.sentences:
            sentence.words[0].gap = 4 if sentence.paragraph else 1
        for group in cut(passage, encoder):
            scores = run(encoder.window(group))
            for offset, sentence in _with_offsets(group):
                _score(tally, sentence, offset, scores, encoder.labels, lemmas)
    return tally


def _with_offsets(group: list[Sentence]) -> Iterator[tuple[int, Sentence]]:
    offset = 1
    for sentence in group:
        yield offset, sentence
        offset += len(sentence.words)


def _score(
    tally: Tally,
    sentence: Sentence,
    offset: int,
    scores: Scores,
    labels: Labels,
    lemmas: LemmaRules,
) -> None:
    slots = list(range(offset, offset + len(sentence.words)))
    heads = best_tree(scores.arcs[np.ix_([0, *slots], [0, *slots])])
    never = labels.relations.index("root")
    chosen = [slots[head - 1] if head else 0 for head in heads]
    relations = scores.relations(slots, chosen, never=never)
    counts = tally.counts
    for place, (word, slot) in enumerate(zip(sentence.words, slots, strict=True)):
        xpos = labels.xpos[scores.xpos[slot]]
        morph = labels.morph[scores.morph[slot]]
        relation = labels.relations[relations[place]] if heads[place] else "root"
        attached = heads[place] - 1 == word.head
        assert word.morph is not None and word.relation is not None and word.xpos
        counts["words"] += 1
        counts["xpos"] += xpos == word.xpos
        counts["morph"] += morph == word.morph
        counts["upos"] += morph.partition("|")[0] == word.morph.partition("|")[0]
        counts["uas"] += attached
        counts["las"] += attached and relation == word.relation
        main = relation.partition(":")[0] == word.relation.partition(":")[0]
        counts["las_main"] += attached and main
        counts["starts"] += (scores.starts[slot] > 0.5) == (place == 0)
        counts["lemma"] += lemmas.lemma(word.form, xpos) == word.lemma
        counts["lemma_gold"] += lemmas.lemma(word.form, word.xpos) == word.lemma
    gold = [NAME_LABELS[max(0, word.name)] for word in sentence.words]
    wanted = set(spans(gold))
    unknown = {place for place, word in enumerate(sentence.words) if word.name < 0}
    found = {
        name
        for name in find_names(scores.names[slots], NAME_LABELS)
        if unknown.isdisjoint(range(name.start, name.end))
    }
    if any(word.name >= 0 for word in sentence.words):
        counts["names_gold"] += len(wanted)
        counts["names_found"] += len(found)
        counts["names_right"] += len(found & wanted)
