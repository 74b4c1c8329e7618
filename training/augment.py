"""Old print and hasty hands: treebank documents made to look like historians' sources.

Every change keeps the labels true; what it makes uncertain is masked.
"""

from collections.abc import Callable
from copy import copy
from random import Random

from chronicle.language.layout import Gap
from training import openers
from training.lexicon import LEXICON
from training.passages import Passage, Sentence, Word

_OLD_SPELLINGS: dict[str, str] = LEXICON["old_spellings"]
_MISREADINGS: list[list[str]] = LEXICON["misreadings"]
_STOPS = {".", "!", "?", "..."}


def aged(passage: Passage, rng: Random) -> Passage:
    """A passage as another hand might have written or printed it."""
    sentences = [
        Sentence(words=[copy(w) for w in s.words], paragraph=s.paragraph)
        for s in passage.sentences
    ]
    if passage.corpus in {"ewt", "gum"}:
        sentences = _with_openers(sentences, rng)
        _set_paragraphs(sentences, rng)
    words = [word for sentence in sentences for word in sentence.words]
    if passage.corpus != "meantime" and rng.random() < 0.2:
        _wrap(words, rng)
    _respell(words, rng)
    return Passage(key=passage.key, corpus=passage.corpus, sentences=sentences)


def _with_openers(sentences: list[Sentence], rng: Random) -> list[Sentence]:
    """Headings and datelines between paragraphs, leads before sentences."""
    made: list[Sentence] = []
    letter = rng.random() < 0.12
    if letter:
        made.append(openers.sentence(openers.dateline(rng)))
        made.append(openers.sentence(openers.salutation(rng)))
    for number, sentence in enumerate(sentences):
        if (sentence.paragraph or number == 0) and rng.random() < 0.05:
            made.append(openers.sentence(openers.heading(rng)))
        if sentence.paragraph and rng.random() < 0.02:
            made.append(openers.sentence(openers.dateline(rng)))
        if rng.random() < (0.07 if sentence.paragraph else 0.015):
            _put_lead(sentence, rng)
        elif rng.random() < 0.02:
            sentence = _with_instant(sentence, rng)
        if rng.random() < 0.03 and len(sentence.words) < 14:
            sentence = _as_headline(sentence, rng)
        made.append(sentence)
    if letter:
        made.append(openers.sentence(openers.closing(rng)))
        made.append(openers.sentence(openers.signature(rng)))
    return made


def _put_lead(sentence: Sentence, rng: Random) -> None:
    """A number or date before the sentence, part of it."""
    before = openers.words(openers.lead(rng), starts=True, gap=Gap.BLANK)
    first = sentence.words[0]
    first.starts = 0
    first.gap = Gap.NONE if before[-1].form == "—" else Gap.SPACE
    root = next((n for n, word in enumerate(sentence.words) if word.head == -1), None)
    solid = [word for word in before if word.form[0].isalnum()]
    if root is not None and solid:
        dated = len(solid) > 1 or len(solid[0].form) == 4
        top = next((w for w in solid if w.form in openers.MONTHS), solid[0])
        top.head = root + len(before)
        top.relation = "obl:unmarked" if dated else "discourse"
    sentence.words = [*before, *sentence.words]
    sentence.paragraph = True
    _shift_heads(sentence, at=0, by=len(before), upto=len(before))


def _with_instant(sentence: Sentence, rng: Random) -> Sentence:
    """ "of the 12th inst." after a noun inside the sentence, or at its end."""
    day, which = rng.randint(2, 30), rng.choice(("inst.", "ult.", "prox.", "ulto."))
    if rng.random() < 0.4 and _drop_stop(sentence):
        sentence.words += openers.words(
            f"on the {day}th {which}", starts=False, gap=Gap.SPACE
        )
        return sentence
    places = [
        n + 1
        for n, word in enumerate(sentence.words[:-2])
        if (word.morph or "").startswith("NOUN|")
        and sentence.words[n + 1].gap == Gap.SPACE
    ]
    if not places:
        return sentence
    at = rng.choice(places)
    link = rng.choice(("of the", "on the", "of"))
    added = openers.words(f"{link} {day}th {which}", starts=False, gap=Gap.SPACE)
    sentence.words[at:at] = added
    _shift_heads(sentence, at=at, by=len(added), upto=at + len(added))
    return sentence


def _shift_heads(sentence: Sentence, *, at: int, by: int, upto: int) -> None:
    """Repair the heads after words were put in at a place."""
    for n, word in enumerate(sentence.words):
        if at <= n < upto or word.head is None:
            continue
        if word.head >= at:
            word.head += by


def _as_headline(sentence: Sentence, rng: Random) -> Sentence:
    """A short sentence without its full stop, alone in its paragraph."""
    _drop_stop(sentence)
    words = sentence.words
    if rng.random() < 0.5:
        for word in words:
            word.form = word.form.upper()
    return Sentence(words=words, paragraph=True)


def _drop_stop(sentence: Sentence) -> bool:
    """Take away the full stop at the end, if nothing hangs from it."""
    words, last = sentence.words, len(sentence.words) - 1
    carries = any(word.head == last for word in words)
    if last < 2 or words[-1].form not in _STOPS or carries:
        return False
    sentence.words = words[:-1]
    return True


def _set_paragraphs(sentences: list[Sentence], rng: Random) -> None:
    """The gap before each sentence: a blank line, a new line, or a mere space."""
    usual = rng.choice((Gap.BLANK, Gap.BLANK, Gap.BLANK, Gap.LINE, Gap.LINE, Gap.WRAP))
    after_heading = False
    for sentence in sentences:
        first = sentence.words[0]
        first.gap = Gap.SPACE
        if sentence.paragraph or after_heading:
            first.gap = usual if rng.random() < 0.9 else rng.choice(tuple(Gap)[2:])
            if not sentence.paragraph:
                first.gap = rng.choice((Gap.BLANK, Gap.LINE))
        after_heading = sentence.paragraph and sentence.words[-1].form not in _STOPS
    sentences[0].words[0].gap = Gap.BLANK


def _wrap(words: list[Word], rng: Random) -> None:
    """Lines of a fixed measure, or verse: short lines that mean little."""
    verse = rng.random() < 0.15
    measure = rng.randint(30, 45) if verse else rng.randint(48, 90)
    column = 0
    for word in words:
        if word.gap >= Gap.WRAP:
            column = 0
        elif word.gap == Gap.SPACE:
            if column + 1 + len(word.form) > measure - rng.randint(0, 8):
                word.gap = Gap.LINE if verse else Gap.WRAP
                column = 0
                if verse and word.form.islower():
                    word.form = word.form[0].upper() + word.form[1:]
            else:
                column += 1
        column += len(word.form)


def _respell(words: list[Word], rng: Random) -> None:
    """At most one old habit of spelling or printing, through the whole passage."""
    dice = rng.random()
    if dice < 0.03:
        _each(words, lambda form: _long_s(form, rng))
    elif dice < 0.07:
        _each(words, lambda form: _misread(form, rng))
    elif dice < 0.13:
        _each(words, lambda form: _old(form, rng))
    elif dice < 0.17:
        for word in words:
            if (word.morph or "").startswith("NOUN|") and word.form.islower():
                word.form = word.form[0].upper() + word.form[1:]
    elif dice < 0.19:
        _each(words, str.lower)
    elif dice < 0.21:
        _each(words, str.upper)


def _each(words: list[Word], change: Callable[[str], str]) -> None:
    for word in words:
        changed = change(word.form)
        if changed and " " not in changed:
            word.form = changed


def _long_s(form: str, rng: Random) -> str:
    """Long s taken for f, everywhere but at the end."""
    if len(form) < 2 or rng.random() < 0.3:
        return form
    return form[:-1].replace("s", "f") + form[-1]


def _misread(form: str, rng: Random) -> str:
    if len(form) < 4 or rng.random() > 0.07:
        return form
    right, wrong = rng.choice(_MISREADINGS)
    return form.replace(right, wrong, 1)


def _old(form: str, rng: Random) -> str:
    if form in _OLD_SPELLINGS and rng.random() < 0.7:
        return _OLD_SPELLINGS[form]
    if len(form) > 5 and form.endswith("ed") and form[-3] not in "aeiout":
        return form[:-2] + "'d" if rng.random() < 0.5 else form
    return form
