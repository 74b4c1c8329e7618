"""From a document to its time expressions: find, date the divisions, anchor."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.model import (
    Division,
    Document,
    Evidence,
    Flag,
    FlagKind,
    Mention,
    OneOf,
    Reading,
    Timex,
    TimexId,
)
from chronicle.settings import Settings
from chronicle.times.anchoring import Anchoring
from chronicle.times.datelines import Datelines
from chronicle.times.english import english
from chronicle.times.found import Found, find_expressions
from chronicle.times.surroundings import Surroundings
from chronicle.times.words import Words, read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

NUMERIC = "numeric-date"


def find(
    doc: "Doc", document: Document, *, settings: Settings
) -> tuple[tuple[Timex, ...], tuple[Division, ...]]:
    """Every time expression of a document, and its divisions with the dates found."""
    words = read_words(doc, document)
    expressions = [
        _ordered(one, settings) for one in find_expressions(words, english())
    ]
    ids = [f"{document.key}#t{n}" for n in range(1, len(expressions) + 1)]
    around = Surroundings(words, document)
    lines = Datelines(words, document, around, expressions, ids)
    anchoring = Anchoring(words, around, lines.stated, expressions)
    timexes = []
    for n, one in enumerate(expressions):
        following = ids[n + 1] if n + 1 < len(ids) else None
        special = lines.anchored(n)
        reading, steps = special or anchoring.anchored(one, ids[n], following)
        timexes.append(_timex(words, document, around, one, ids[n], reading, steps))
    return tuple(timexes), lines.divisions()


def _timex(
    words: Words,
    document: Document,
    around: Surroundings,
    one: Found,
    timex: str,
    reading: Reading,
    steps: tuple[str, ...],
) -> Timex:
    start, end = words[one.first].start, words[one.last - 1].end
    flags: tuple[Flag, ...] = ()
    if isinstance(reading, OneOf) and NUMERIC in one.meaning.rules:
        why = f"“{document.text[start:end]}” can be read day first or month first"
        flags = (Flag(kind=FlagKind.AMBIGUOUS, why=why),)
    return Timex(
        id=TimexId(timex),
        mention=Mention(document=document.key, start=start, end=end),
        division=around.division(one.first).id,
        type=one.meaning.type,
        reading=reading,
        calendar=document.calendar,
        flags=flags,
        evidence=Evidence(
            rule=one.meaning.rules[0], steps=(*_built(one.meaning.rules), *steps)
        ),
    )


def _built(rules: tuple[str, ...]) -> tuple[str, ...]:
    """The rules inside the outermost, if there are any."""
    return (f"built on {', '.join(rules[1:])}",) if len(rules) > 1 else ()


def _ordered(one: Found, settings: Settings) -> Found:
    """A numeric date by the custom that the settings name."""
    reading = one.meaning.reading
    if settings.numeric_dates is None or one.meaning.rules[:1] != (NUMERIC,):
        return one
    if not isinstance(reading, OneOf):
        return one
    chosen = reading.options[0 if settings.numeric_dates == "dmy" else 1]
    return replace(one, meaning=replace(one.meaning, reading=chosen))
