"""Which way a day lies from now: by the tense of the clause that it stands in.

With a parse, the verb that governs the words decides; with tags alone, the nearest
verb of the sentence; with neither, the words "will", "shall" and their like.
"""

from typing import TYPE_CHECKING

from chronicle.model import Toward
from chronicle.times.lexicons import listed
from chronicle.times.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = listed("tenses", "future", "words")
_PLANS = listed("tenses", "plan", "lemmas")
_REACH = 40
"""So many words to either side belong to the clause, at most."""


def toward(words: Words, first: int, last: int) -> Toward:
    """Back for what is told as past, forward for what is to come."""
    doc = words.doc
    if doc.has_annotation("DEP"):
        verdict = _by_parse(words.token(first), words.token(last - 1))
        if verdict is not None:
            return verdict
    return _by_words(words, first, last)


def _by_parse(first: "Token", last: "Token") -> Toward | None:
    token = first
    inside = range(first.i, last.i + 1)
    for _ in range(_REACH):
        outside = token.i not in inside
        if outside and token.pos_ in {"VERB", "AUX"}:
            verdict = _of_verb(token)
            if verdict is not None:
                return verdict
        if outside and token.pos_ in {"ADJ", "NOUN", "PROPN"}:
            aux = [c for c in token.children if c.dep_ in {"cop", "aux", "aux:pass"}]
            if aux:
                verdict = _of_group([token, *aux])
                if verdict is not None:
                    return verdict
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_verb(verb: "Token") -> Toward | None:
    aux = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop", "mark"}]
    return _of_group([verb, *aux])


def _of_group(group: list["Token"]) -> Toward | None:
    lowers = {t.lower_ for t in group}
    if lowers & _FUTURE:
        return Toward.FORWARD
    head = group[0]
    infinitive = any(t.lower_ == "to" for t in group[1:])
    if infinitive or (head.tag_ == "VBG" and len(group) == 1):
        governor = head.head
        if head.i != governor.i and governor.lemma_.lower() in _PLANS:
            return Toward.FORWARD
        if infinitive and lowers & {"have", "been"}:
            return Toward.BACK
        return None
    tags = {t.tag_ for t in group}
    if "MD" in tags:
        return None
    if tags & {"VBD", "VBN"}:
        return Toward.BACK
    if tags & {"VBZ", "VBP"}:
        return Toward.FORWARD
    return None


def _by_words(words: Words, first: int, last: int) -> Toward:
    for i in _nearest(words, first, last):
        if words.lower(i) in _FUTURE:
            return Toward.FORWARD
        if words.tag(i) in {"VBD", "VBN"}:
            return Toward.BACK
    return Toward.BACK


def _nearest(words: Words, first: int, last: int) -> list[int]:
    """The words of the same sentence, the nearest first."""
    left, right = first, last
    while left > 0 and first - left < _REACH and not words.sentence_end(left):
        left -= 1
    while (
        right < len(words) and right - last < _REACH and not words.sentence_end(right)
    ):
        right += 1
    around = [*range(left, first), *range(last, right)]
    return sorted(around, key=lambda i: min(abs(i - first), abs(i - last)))
