"""Quotations and who speaks them: the tag before, after or between."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.language.quotations import Quotation, quotations
from chronicle.language.syntax import lemma
from chronicle.model import EventClass

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from chronicle.events.scene import Scene

_REACH = 14  # words between a quotation and the verb of its tag
_LEAST = 3  # words below which a quotation is a phrase, not speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A stretch of quoted speech: its words, and the verb of its tag, if any."""

    start: int
    end: int
    words: tuple[int, ...]
    cue: "Token | None"


def quoted_stretches(scene: "Scene") -> tuple[Quoted, ...]:
    """The quotations that are speech, with their tags, in order.

    Titles and quoted phrases, which hold no finite verb, are none.
    """
    words = scene.tree.words
    starts = [w.idx for w in words]
    found: list[Quoted] = []
    all_quotations = quotations(scene.document.text)
    spoken = _words_inside(starts, all_quotations)
    for quotation in all_quotations:
        low = bisect_left(starts, quotation.start)
        high = bisect_left(starts, quotation.end)
        inside = words[low:high]
        if not _is_speech(scene, inside):
            continue
        cue = _tag(scene, low, high, spoken)
        if cue is None:
            cue = _carried(scene, quotation, found)
        found.append(
            Quoted(
                start=quotation.start,
                end=quotation.end,
                words=tuple(w.i for w in inside),
                cue=cue,
            )
        )
    return tuple(found)


def _words_inside(starts: list[int], every: tuple[Quotation, ...]) -> frozenset[int]:
    """The places, among the words, of all that stands in quotation marks."""
    return frozenset(
        n
        for quotation in every
        for n in range(
            bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        )
    )


def _is_speech(scene: "Scene", inside: "tuple[Token, ...]") -> bool:
    spoken = [w for w in inside if not w.is_punct]
    return len(spoken) >= _LEAST and any(
        w.tag_ in {"VBD", "VBZ", "VBP", "MD"} or (w.tag_ == "VB" and w.pos_ == "VERB")
        for w in spoken
    )


def _tag(
    scene: "Scene", low: int, high: int, spoken: "AbstractSet[int]"
) -> "Token | None":
    """The nearest verb of speech outside a quotation, in its first or last sentence.

    What is itself spoken is nobody's tag.
    """
    words, sentence = scene.tree.words, scene.tree.sentence_of
    nearest: list[tuple[int, int, Token]] = []
    last = min(high, len(words)) - 1
    for n in range(high, min(high + _REACH, len(words))):
        if _opens(words[n]) or sentence.get(words[n].i) != sentence.get(words[last].i):
            break
        if n not in spoken and _introduces_speech(scene, words[n]):
            nearest.append((n - high, n, words[n]))
            break
    for n in range(low - 1, max(low - 1 - _REACH, -1), -1):
        colon = words[low - 1].text in {":", ","}
        apart = sentence.get(words[n].i) != sentence.get(words[low].i)
        if _closes(words[n]) or (apart and not colon):
            break
        tells = n not in spoken and _introduces_speech(scene, words[n])
        if tells and (colon or not apart):
            nearest.append((low - 1 - n, n, words[n]))
            break
    if nearest:
        return min(nearest, key=lambda row: row[:2])[2]
    return _announced(scene, low, spoken)


def _announced(scene: "Scene", low: int, spoken: "AbstractSet[int]") -> "Token | None":
    """The noun of "he made the following statement: “…”"."""
    words = scene.tree.words
    if low == 0 or words[low - 1].text != ":":
        return None
    for n in range(low - 2, max(low - 2 - _REACH, -1), -1):
        if n not in spoken and lemma(words[n]) in lexicon().marks["report_noun"]:
            return words[n]
    return None


def _opens(word: "Token") -> bool:
    return word.text in {"“", "``", "«", "„"}


def _closes(word: "Token") -> bool:
    return word.text in {"”", "''", "»"}


def _introduces_speech(scene: "Scene", word: "Token") -> bool:
    if not scene.is_verb(word) or lemma(word) == "be":
        return False
    if EventClass.REPORTING in scene.classes(word):
        return True
    return lemma(word) in lexicon().marks["speech_act"] | {"think", "go_on", "continue"}


def _carried(
    scene: "Scene", quotation: Quotation, found: list[Quoted]
) -> "Token | None":
    """The speaker goes on: a quotation taken up again in the same or next paragraph."""
    if not found:
        return None
    between = scene.document.text[found[-1].end : quotation.start]
    same_paragraph = "\n\n" not in between
    if quotation.goes_on or (same_paragraph and len(between.split()) <= 2 * _REACH):
        return found[-1].cue
    return None
