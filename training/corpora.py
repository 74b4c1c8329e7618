"""The open corpora in one form; nothing else is ever trained on."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronicle.language.layout import Gap, Lines, gap
from chronicle.language.tokens import tokenise
from training.conllu import Tree, read_trees
from training.naming import (
    LITBANK_KINDS,
    MEANTIME_KINDS,
    gum_names,
    mention_names,
)
from training.passages import MASKED, Passage, Sentence, Word
from training.triggers import event_nouns, tree_events

TREEBANKS = ("ewt", "gum_permissive")
Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the treebanks say of words without their context."""

    verbs: frozenset[str]
    nouns: frozenset[str]


def load(data: Path) -> list[Passage]:
    """All that is trained on, each corpus once."""
    ewt = list(read_trees(data / "treebanks/ewt_train.conllu"))
    gum = list(read_trees(data / "treebanks/gum_permissive_train.conllu"))
    nouns = event_nouns(gum)
    lexicon = Lexicon(verbs=_mostly_verbs(ewt + gum), nouns=nouns)
    passages = [*treebank(ewt, "ewt", nouns), *treebank(gum, "gum", nouns)]
    for name in ("meantime_apple", "meantime_airbus"):
        passages += (_meantime(d, lexicon) for d in _documents(data, name))
    passages += (_litbank(d, lexicon) for d in _documents(data, "litbank_train"))
    passages += (_wikibio(d, lexicon) for d in _documents(data, "wikibio_train"))
    return passages


def _documents(data: Path, name: str) -> Iterator[Document]:
    with (data / "permissive" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _mostly_verbs(trees: list[Tree]) -> frozenset[str]:
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for tree in trees:
        for row in tree.rows:
            counts[row.form.lower()][row.upos == "VERB"] += 1
    return frozenset(form for form, seen in counts.items() if seen[True] > seen[False])


def treebank(trees: list[Tree], corpus: str, nouns: frozenset[str]) -> list[Passage]:
    """A treebank's documents."""
    passages: list[Passage] = []
    for tree in trees:
        if tree.new_document is not None or not passages:
            key = tree.new_document or corpus
            passages.append(Passage(key=key, corpus=corpus, sentences=[]))
        passages[-1].sentences.append(_sentence(tree, corpus, nouns))
    return passages


def _sentence(tree: Tree, corpus: str, nouns: frozenset[str]) -> Sentence:
    is_gum = corpus == "gum"
    names = gum_names(tree) if is_gum else [MASKED] * len(tree.rows)
    events = tree_events(tree, nouns, has_entities=is_gum)
    words = []
    for n, row in enumerate(tree.rows):
        taught = {"main": events[n]} | ({"gum": events[n]} if is_gum else {})
        words.append(
            Word(
                form=row.form,
                gap=Gap.SPACE if row.space_before or n == 0 else Gap.NONE,
                xpos=row.xpos,
                morph=f"{row.upos}|{row.feats}",
                lemma=row.lemma,
                head=row.head - 1,
                relation=row.relation,
                starts=int(n == 0),
                name=names[n],
                events=taught,
            )
        )
    return Sentence(words=words, paragraph=tree.new_paragraph)


@dataclass(slots=True, kw_only=True)
class _Laid:
    """A raw text's words with their offsets."""

    words: list[Word]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> list[int]:
        """The words that a stretch of the text touches."""
        pairs = enumerate(zip(self.starts, self.ends, strict=True))
        return [n for n, (begin, stop) in pairs if begin < end and stop > start]


def _lay(text: str) -> _Laid:
    laid = _Laid(words=[], starts=[], ends=[])
    lines, before = Lines(text), 0
    for token in tokenise(text):
        if token.is_space:
            continue
        kind = gap(text[before : token.idx], next_start=token.idx, lines=lines)
        laid.words.append(Word(form=token.text, gap=kind if before else Gap.BLANK))
        laid.starts.append(token.idx)
        before = token.idx + len(token)
        laid.ends.append(before)
    return laid


def _passage(key: str, corpus: str, laid: _Laid, cuts: set[int]) -> Passage:
    """A passage cut at the given words, for windows; no claim about sentences."""
    sentences: list[Sentence] = []
    for n, word in enumerate(laid.words):
        if not sentences or n in cuts:
            sentences.append(Sentence(words=[], paragraph=word.gap >= Gap.LINE))
        sentences[-1].words.append(word)
    return Passage(key=key, corpus=corpus, sentences=sentences)


def _mentions(
    laid: _Laid, entities: list[Document], kinds: Mapping[str, str]
) -> list[tuple[int, int, str]]:
    found = []
    for entity in entities:
        inside = laid.within(entity["start"], entity["end"])
        if inside and entity.get("type") in kinds:
            found.append((inside[0], inside[-1], kinds[entity["type"]]))
    return found


def _trigger(laid: _Laid, event: Document, lexicon: Lexicon) -> tuple[int, set[int]]:
    """The word that stands for an event, and all words of its mention.

    Without a parse, the head of several words is the first verb, else the last noun
    before a preposition.
    """
    inside = laid.within(event["start"], event["end"])
    forms = [laid.words[n].form.lower() for n in inside]
    for n, form in zip(inside, forms, strict=True):
        if form in lexicon.verbs:
            return n, set(inside)
    stop = next(
        (k for k, form in enumerate(forms) if k and form in {"of", "for"}), None
    )
    return inside[(stop or len(inside)) - 1], set(inside)


def _meantime(document: Document, lexicon: Lexicon) -> Passage:
    laid = _lay(document["text"])
    names = [e for e in document["entities"] if e.get("syntactic_type") == "NAM"]
    others = [
        (first, last, "other")
        for first, last, _ in _mentions(
            laid,
            [e for e in document["entities"] if e.get("syntactic_type") != "NAM"],
            MEANTIME_KINDS,
        )
    ]
    forms = [word.form for word in laid.words]
    given = mention_names(
        forms, _mentions(laid, names, MEANTIME_KINDS), others_known=False
    )
    labels = [0] * len(forms)
    for event in sorted(document["events"], key=lambda e: e["start"] - e["end"]):
        head, inside = _trigger(laid, event, lexicon)
        for n in inside:
            labels[n] = MASKED
        labels[head] = 1
    described = {n for first, last, _ in others for n in range(first, last + 1)}
    for n, word in enumerate(laid.words):
        word.name = MASKED if n in described and given[n] == 0 else given[n]
        word.events = {"main": labels[n], "meantime": labels[n]}
        if word.gap >= Gap.WRAP:
            word.starts = 1
    cuts = {n for n, word in enumerate(laid.words) if word.starts == 1}
    return _passage(document["doc_id"], "meantime", laid, cuts)


def _litbank(document: Document, lexicon: Lexicon) -> Passage:
    laid = _lay(document["text"])
    given = mention_names(
        [word.form for word in laid.words],
        _mentions(laid, document["entities"], LITBANK_KINDS),
        others_known=True,
    )
    for word, name in zip(laid.words, given, strict=True):
        word.name = name
    _positives(laid, document["events"], "litbank", lexicon)
    starts = {sentence["start"] for sentence in document["sents"]}
    cuts = {n for n, start in enumerate(laid.starts) if start in starts}
    return _passage(document["doc_id"], "litbank", laid, cuts)


def _wikibio(document: Document, lexicon: Lexicon) -> Passage:
    laid = _lay(document["text"])
    _positives(laid, document["events"], "wikibio", lexicon)
    for word in laid.words:
        word.gap = Gap.SPACE if word.gap in {Gap.WRAP, Gap.LINE} else word.gap
    cuts = {n for n, start in enumerate(laid.starts) if _opens_line(document, start)}
    return _passage(document["doc_id"], "wikibio", laid, cuts)


def _opens_line(document: Document, start: int) -> bool:
    return bool(start) and document["text"][start - 1] == "\n"


def _positives(
    laid: _Laid, events: list[Document], head: str, lexicon: Lexicon
) -> None:
    """Full labels for a corpus's own head; for the main head, only what surely fits."""
    for word in laid.words:
        word.events = {head: 0}
    for event in events:
        trigger, inside = _trigger(laid, event, lexicon)
        for n in inside:
            laid.words[n].events[head] = MASKED
        word = laid.words[trigger]
        word.events[head] = 1
        form = word.form.lower()
        if form in lexicon.verbs or form in lexicon.nouns:
            word.events["main"] = 1
