"""Circa, perhaps, before, after, by: dates that are hedged or bounded."""

from dataclasses import replace

from chronicle.model import Qualified, Qualifier
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import Meaning, calendar
from chronicle.times.patterns import rule

TERMINALS = {
    "hedge": phrases("hedges", "hedge", value=Qualifier),
    "bound": phrases("hedges", "bound", value=Qualifier),
}


def qualified(qualifier: Qualifier, whole: Meaning) -> Meaning:
    """The same time, hedged."""
    reading = Qualified(qualifier=qualifier, of=whole.reading)
    return replace(whole, reading=reading, fields=None)


@rule(
    "timely",
    "{timely:date}",
    "{timely:span}",
    "{timely:parted}",
    "{timely:quarter}",
    "{timely:relative}",
    "{timely:range}",
    "{timely:either}",
    "{timely:clocked}",
)
def timely(*, timely: Meaning) -> Meaning:
    """Whatever can be hedged."""
    return timely


@rule("hedged", "[the] {hedge} {timely}")
def hedged(*, hedge: Qualifier, timely: Meaning) -> Meaning:
    """“Circa 1120”, “about the end of May”."""
    return qualified(hedge, timely)


@rule("hedged", "{timely} [,] [{lparen}] {doubt} [{rparen}]")
def doubted(*, timely: Meaning, **_: str) -> Meaning:
    """“1848?”, “12 May (?)”."""
    return qualified(Qualifier.UNCERTAIN, timely)


@rule("doubt", "~?")
def doubt() -> str:
    """A question mark behind a date."""
    return "?"


@rule("bounded", "{bound} [-] [about] {timely}", "{bound} {timely:hedged}")
def bounded(*, bound: Qualifier, timely: Meaning) -> Meaning | None:
    """“By June 1940”, “no later than 12 May”."""
    return qualified(bound, timely)


@rule(
    "edited",
    "{open} {timely} {close}",
    "{open} {timely:hedged} {close}",
    "{open} {timely:bounded} {close}",
    "{weekday} {open} {timely:monthday} {close}",
)
def supplied(*, timely: Meaning, weekday: int | None = None, **_: str) -> Meaning:
    """“[c. 12 May 1848]”: supplied by the editor, brackets and all."""
    if weekday is not None and timely.fields is not None:
        return calendar(replace(timely.fields, weekday=weekday))
    return replace(timely)  # a copy: the chain of reasons names this rule too


RULES = (timely, hedged, doubted, doubt, bounded, supplied)
