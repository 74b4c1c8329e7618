"""Which way a day lies from now: by the tense of the clause that it stands in.

With a parse, the verb that governs the words decides; with tags alone, the nearest
verb of the sentence; with neither, the words "will", "shall" and their like. ``None``
is no verdict: the words hang on a noun, or look to a term ("by", "until"); ``NEAREST``
is a clause of what should, would or might be.
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
_WITHIN = listed("tenses", "within", "words")
_ARRANGED = listed("tenses", "arranged", "lemmas")
_LASTING = listed("tenses", "lasting", "lemmas")
_TERMS = listed("tenses", "term", "words")
_CLAUSE = 8
"""Without a parse, so many of the nearest words make the clause."""

_REACH = 40
"""So many words to either side belong to the clause, at most."""


def toward(words: Words, first: int, last: int) -> Toward | None:
    """Back for what is told as past, forward for what is to come."""
    if words.parsed:
        verdict = _by_parse(words.token(first), words.token(last - 1))
    else:
        verdict = _by_words(words, first, last)
    term = is_term(words, first) and not looks_back(words, first, last)
    lasted = words.parsed and _lasted(words.token(first), words.token(last - 1))
    return None if verdict is Toward.BACK and term and not lasted else verdict


def _lasted(first: "Token", last: "Token") -> bool:
    """Whether the verb is one of lasting: "they remained until the 12th"."""
    return _head(first, last).head.lemma_.lower() in _LASTING


def looks_back(words: Words, first: int, last: int) -> bool:
    """Whether the clause stands in the pluperfect: what had happened before."""
    if words.parsed:
        inside = range(words.token(first).i, words.token(last - 1).i + 1)
        token = _head(words.token(first), words.token(last - 1))
        for _ in range(_REACH):
            if token.i not in inside and token.pos_ in {"VERB", "AUX"}:
                return any(
                    c.lower_ in {"had", "'d"} and c.dep_.startswith("aux")
                    for c in token.children
                )
            if token.head.i == token.i:
                return False
            token = token.head
        return False
    nearest = (words.lower(i) for i in _nearest(words, first, last)[:_CLAUSE])
    return "had" in nearest


def is_direct(words: Words, first: int, last: int) -> bool:
    """Whether a date modifies its verb and nothing else: "he left in May"."""
    if not words.parsed:
        return True
    token = _head(words.token(first), words.token(last - 1))
    at = words.lower(first - 1) in _WITHIN or words.lower(first) in _WITHIN
    return at and token.dep_.startswith("obl") and token.head.pos_ == "VERB"


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
    token = _head(first, last)
    if any(child.tag_ == "POS" for child in token.children):
        return Toward.BACK
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


def _head(first: "Token", last: "Token") -> "Token":
    """The token of a stretch that hangs on something outside it."""
    inside = range(first.i, last.i + 1)
    span = first.doc[first.i : last.i + 1]
    return next((t for t in span if t.head.i not in inside), first)


def _of_verb(verb: "Token") -> Toward | None:
    aux = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop", "mark"}]
    if verb.pos_ in {"ADJ", "NOUN"} and not aux:
        return None
    if verb.lemma_.lower() in _ARRANGED:
        return Toward.FORWARD
    return _of_group([verb, *aux])


def _of_group(group: list["Token"]) -> Toward | None:
    """A verb with its auxiliaries: by the finite one, else by what governs it."""
    lowers = {t.lower_ for t in group}
    tags = {t.tag_: t for t in group}
    if lowers & _FUTURE or ("to" in lowers and lowers & {"is", "are", "am"}):
        return Toward.FORWARD
    if "MD" in tags or ("to" in lowers and lowers & {"was", "were"}):
        return Toward.BACK if "have" in lowers else Toward.NEAREST
    if "VBD" in tags or ("VBN" in tags and lowers & {"has", "have", "having", "'ve"}):
        return Toward.BACK
    if "VBZ" in tags or "VBP" in tags:
        return None if "VBN" in tags else Toward.FORWARD
    if "be" in lowers and "to" not in lowers:  # "that the hall be closed"
        return Toward.FORWARD
    if "VBN" in tags and not {"to", "be"} <= lowers:
        return Toward.BACK
    if "VBN" in tags and "have" not in lowers:
        return Toward.FORWARD
    head = group[0]
    governor = head.head
    planned = head.i != governor.i and governor.lemma_.lower() in _PLANS
    return Toward.FORWARD if planned else None


def _by_words(words: Words, first: int, last: int) -> Toward | None:
    for i in _nearest(words, first, last):
        if words.lower(i) in _FUTURE:
            return Toward.FORWARD
        if words.lower(i) == "to" and words.lower(i - 1) in {"is", "are", "am"}:
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
