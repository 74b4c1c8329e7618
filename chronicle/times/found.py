"""Choosing among readings: from left to right, the longest."""

from dataclasses import dataclass

from chronicle.times.chart import Chart
from chronicle.times.index import Grammar
from chronicle.times.meaning import Meaning
from chronicle.times.refusals import refused
from chronicle.times.words import Words


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
    return found


def _longest(chart: Chart, words: Words, i: int) -> Found | None:
    parses = chart.parses("timex", i)
    if not parses:
        return None
    end, meaning = max(parses, key=lambda parse: parse[0])
    if not isinstance(meaning, Meaning):
        return None
    return Found(first=i, last=end, meaning=meaning)
