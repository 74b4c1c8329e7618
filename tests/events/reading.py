"""Parsed sentences without a model: one line each in ``parses.txt``.

A word reads ``form=lemma/TAG/relation>head``; the lemma is left out where it is the
form in lower case, the head counts from 1, ``_`` at the end stands for no space.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from chronicle.events import find_events
from chronicle.model import Document, DocumentKey

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from chronicle.model import Entity, Event, Mention

_POS = {
    **dict.fromkeys(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"], "VERB"),
    **dict.fromkeys(["NN", "NNS"], "NOUN"),
    **dict.fromkeys(["NNP", "NNPS"], "PROPN"),
    **dict.fromkeys(["JJ", "JJR", "JJS"], "ADJ"),
    **dict.fromkeys(["RB", "RBR", "RBS", "WRB"], "ADV"),
    **dict.fromkeys(["PRP", "PRP$", "WP", "WP$", "WDT", "EX"], "PRON"),
    **dict.fromkeys(["DT", "PDT"], "DET"),
    **{"MD": "AUX", "IN": "ADP", "TO": "PART", "RP": "ADP", "CD": "NUM", "CC": "CCONJ"},
}


@lru_cache(maxsize=1)
def _vocabulary() -> "Vocab":
    return spacy.blank("en").vocab


def parsed(row: str) -> Doc:
    """The ``Doc`` of one line of parses."""
    forms, lemmas, tags, deps, heads, spaces = [], [], [], [], [], []
    for word in row.split(" "):
        spaces.append(not word.endswith("_"))
        word = word.removesuffix("_")
        left, _, relation = word.rpartition("/")
        named, _, tag = left.rpartition("/")
        form, _, lemma = named.partition("=")
        dep, _, head = relation.rpartition(">")
        forms.append(form)
        lemmas.append(lemma or form)
        tags.append(tag)
        deps.append("ROOT" if dep == "root" else dep)
        heads.append(len(heads) if head == "0" else int(head) - 1)
    pos = [
        "AUX" if d.partition(":")[0] in {"aux", "cop"} else _POS.get(t, "PUNCT")
        for t, d in zip(tags, deps, strict=True)
    ]
    spaces[-1] = False
    return Doc(
        _vocabulary(),
        words=forms,
        spaces=spaces,
        lemmas=lemmas,
        tags=tags,
        pos=pos,
        deps=deps,
        heads=heads,
        sent_starts=[n == 0 for n in range(len(forms))],
    )


@lru_cache(maxsize=1)
def parses() -> dict[str, Doc]:
    """All parsed sentences by their text."""
    lines = Path(__file__).with_name("parses.txt").read_text(encoding="utf-8")
    docs = [parsed(line) for line in lines.splitlines() if line and line[0] != "#"]
    return {doc.text: doc for doc in docs}


def events_of(text: str, entities: "tuple[Entity, ...]" = ()) -> "tuple[Event, ...]":
    """The events of a sentence in ``parses.txt``."""
    document = Document(key=DocumentKey("t"), text=text)
    return find_events(parses()[text], document, entities, ())


def event_in(text: str, word: str) -> "Event":
    """The event of a trigger word in a sentence."""
    found = [e for e in events_of(text) if quoted(text, e.trigger) == word]
    assert found, f"no event {word!r} in {text!r}"
    return found[0]


def quoted(text: str, mention: "Mention | None") -> str:
    """The words of a mention."""
    return "" if mention is None else text[mention.start : mention.end]
