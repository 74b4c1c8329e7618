"""Which way a day lies from now: by the tense of the clause that it stands in.

With a parse, the verb that governs the words decides; with tags alone, the nearest
verb of the sentence; with neither, the words "will", "shall" and their like. ``None``
is no verdict: the words hang on a noun, or look to a term ("by", "until").
"""

from typing import TYPE_CHECKING

from chronicle.model import Toward
from chronicle.times.lexicons import listed
from chronicle.times.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = listed("tenses", "future", "words")
_PAST = listed("tenses", "past", "words")
_PLANS = listed("tenses", "plan", "lemmas")
_TERMS = listed("tenses", "term", "words")
_REACH = 40
"""So many words to either side belong to the clause, at most."""


def toward(words: Words, first: int, last: int) -> Toward | None:
    """Back for what is told as past, forward for what is to come."""
    before = words.lower(first - 1)
    if words.doc.has_annotation("DEP"):
        verdict = _by_parse(words.token(first), words.token(last - 1))
    else:
        verdict = _by_words(words, first, last)
    if verdict is Toward.BACK and (before in _TERMS or words.lower(first) in _TERMS):
        return None
    return verdict


def is_term(words: Words, first: int) -> bool:
    """Whether the words set a term: "by Friday", "until Monday", "as soon as"."""
    return (
        words.lower(first) in _TERMS
        or words.lower(first - 1) in _TERMS
        or (
            words.lower(first - 1) == "as"
            and words.lower(first - 2) in {"soon", "early"}
        )
    )


def _by_parse(first: "Token", last: "Token") -> Toward | None:
    inside = range(first.i, last.i + 1)
    token = next(
        (t for t in first.doc[first.i : last.i + 1] if t.head.i not in inside), first
    )
    if token.dep_.startswith("nmod") and token.head.pos_ in {"NOUN", "PROPN"}:
        return None
    for _ in range(_REACH):
        if token.i not in inside and token.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
            verdict = _of_verb(token)
            if verdict is not None:
                return verdict
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_verb(verb: "Token") -> Toward | None:
    aux = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop", "mark"}]
    if verb.pos_ in {"ADJ", "NOUN"} and not aux:
        return None
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


def _by_words(words: Words, first: int, last: int) -> Toward | None:
    for i in _nearest(words, first, last):
        if words.lower(i) in _FUTURE:
            return Toward.FORWARD
        if words.tag(i) in {"VBD", "VBN"} or words.lower(i) in _PAST:
            return Toward.BACK
    return None


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
