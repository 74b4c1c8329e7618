"""Choosing among readings: from left to right, the longest."""

from dataclasses import dataclass, replace

from chronicle.times.chart import Chart
from chronicle.times.index import Grammar
from chronicle.times.meaning import Meaning, calendar
from chronicle.times.refusals import refused
from chronicle.times.rewriting import written
from chronicle.times.words import Words

_LISTING = frozenset({",", "and", "or", "&", "in", "on", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression in place: the words ``first`` up to ``last`` (exclusive)."""

    first: int
    last: int
    meaning: Meaning


def find_expressions(words: Words, grammar: Grammar) -> list[Found]:
    """Every time expression of a text, in order, none overlapping another."""
    chart, starts = Chart(grammar, words, refused), grammar.starts("timex")
    found: list[Found] = []
    i = 0
    while i < len(words):
        one = None
        if starts is None or words[i].key in starts:
            one = _longest(chart, words, i)
        if one is not None:
            found.append(one)
        i = i + 1 if one is None else one.last
    return _listed(words, found)


def _listed(words: Words, found: list[Found]) -> list[Found]:
    """“In April, May and June 1848”: in a list the last year is that of all."""
    for n in range(len(found) - 2, -1, -1):
        one, following = found[n], found[n + 1]
        fields = one.meaning.fields
        year, month, _ = written(following.meaning.reading)
        between = {words.lower(i) for i in range(one.last, following.first)}
        wanting = fields is not None and fields.year is None and fields.short is None
        if fields is None or not wanting or year is None or not between <= _LISTING:
            continue
        if between and fields.month and month and fields.month <= month:
            whole = calendar(replace(fields, year=year))
            meaning = replace(whole, rules=one.meaning.rules)
            found[n] = replace(one, meaning=meaning)
    return found


def _longest(chart: Chart, words: Words, i: int) -> Found | None:
    parses = chart.parses("timex", i)
    if not parses:
        return None
    end, meaning = max(parses, key=lambda parse: parse[0])
    if not isinstance(meaning, Meaning):
        return None
    return Found(first=i, last=end, meaning=meaning)
