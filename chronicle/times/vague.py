"""Times that are only past, present or future: now, recently, soon, at that time."""

from chronicle.model import At, Era, Vague
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import DATE, DEICTIC, NARRATIVE, Meaning
from chronicle.times.patterns import rule

TERMINALS = {
    "presentword": phrases("words", "present"),
    "pastword": phrases("words", "past"),
    "futureword": phrases("words", "future"),
    "thenword": phrases("words", "then"),
}


def _vague(era: Era) -> Meaning:
    return Meaning(type=DATE, reading=Vague(era=era, anchor=DEICTIC))


@rule("vague", "{presentword}")
def present(*, presentword: str) -> Meaning:
    """“Now”, “currently”."""
    return _vague(Era.PRESENT)


@rule("vague", "{pastword}")
def past(*, pastword: str) -> Meaning:
    """“Recently”, “in recent weeks”."""
    return _vague(Era.PAST)


@rule("vague", "{futureword}")
def future(*, futureword: str) -> Meaning:
    """“Soon”, “in the coming years”."""
    return _vague(Era.FUTURE)


@rule("vague", "{thenword}")
def then(*, thenword: str) -> Meaning:
    """“At that time”: the time just told."""
    return Meaning(type=DATE, reading=At(anchor=NARRATIVE))


RULES = (present, past, future, then)
