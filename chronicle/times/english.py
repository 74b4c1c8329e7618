"""The whole grammar: English time expressions, and whole dates in other languages."""

from functools import lru_cache

from chronicle.times import (
    calendar,
    clock,
    dates,
    feasts,
    foreign,
    hedges,
    lengths,
    numbers,
    parts,
    quarters,
    ranges,
    shifts,
    spans,
    units,
    vague,
)
from chronicle.times.index import Grammar
from chronicle.times.meaning import Meaning
from chronicle.times.patterns import rule

PARTS = (
    numbers,
    calendar,
    dates,
    feasts,
    foreign,
    spans,
    units,
    shifts,
    parts,
    quarters,
    clock,
    ranges,
    hedges,
    lengths,
    vague,
)


@rule(
    "timex",
    "{timex:edited}",
    "{timex:bounded}",
    "{timex:hedged}",
    "{timex:range}",
    "{timex:either}",
    "{timex:clocked}",
    "{timex:parted}",
    "{timex:quarter}",
    "{timex:date}",
    "{timex:span}",
    "{timex:relative}",
    "{timex:set}",
    "{timex:duration}",
    "{timex:lone}",
    "{timex:vague}",
)
def timex(*, timex: Meaning) -> Meaning:
    """Any time expression; where two readings end alike, the first of these counts."""
    return timex


@lru_cache(maxsize=1)
def english() -> Grammar:
    """The grammar, built once."""
    rules = [r for part in PARTS for r in part.RULES]
    terminals = {
        k: t for part in PARTS for k, t in getattr(part, "TERMINALS", {}).items()
    }
    return Grammar([*rules, timex], terminals)
