"""Words with exact offsets: spaCy's English rules, taught old abbreviations.

The tokens of a document cover its text letter by letter. Page marks and other hidden
stretches are cut out first, so that no word runs across them.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from chronicle.language.abbreviations import abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

# A longer run without spaces is no English: its pieces count as words, untokenised, for
# spaCy's rules take time that grows with the square of a run.
MAX_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")


@lru_cache(maxsize=1)
def english() -> "Language":
    """A blank English pipeline with chronicle's abbreviations."""
    import spacy
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("en")
    tokeniser: Any = nlp.tokenizer
    for abbreviation in abbreviations():
        tokeniser.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[^\s–—])[–—](?=\S)", r"[\[\]]"]
    tokeniser.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def tokenise(text: str, *, cuts: "Sequence[int]" = ()) -> "Doc":
    """A ``Doc`` over the text, letter by letter; no token runs across a cut."""
    from spacy.tokens import Doc

    nlp = english()
    words: list[str] = []
    spaces: list[bool] = []
    for segment in _segments(text, cuts):
        if _LONG_RUN.fullmatch(segment):
            pieces = [
                segment[at : at + MAX_RUN] for at in range(0, len(segment), MAX_RUN)
            ]
            words += pieces
            spaces += [False] * len(pieces)
            continue
        if segment[0] == " " and spaces and not spaces[-1]:
            spaces[-1] = True
            segment = segment[1:]
        for token in nlp.tokenizer(segment) if segment else ():
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _segments(text: str, cuts: "Sequence[int]") -> "Iterator[str]":
    """The stretches of a text between cuts; overlong runs stand alone."""
    marks = {0, len(text), *(cut for cut in cuts if 0 < cut < len(text))}
    for run in _LONG_RUN.finditer(text):
        marks.update(run.span())
    ordered = sorted(marks)
    for start, end in pairwise(ordered):
        yield text[start:end]
