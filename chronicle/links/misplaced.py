"""Dates that the parse hangs on the wrong word, or on none."""

from typing import TYPE_CHECKING

from chronicle.links.scene import Scene, is_ahead, is_past
from chronicle.model import (
    DivisionAnchor,
    Event,
    EventClass,
    Part,
    PartName,
    Qualified,
    Reading,
    Shift,
    Tier,
    Timex,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["hanging", "is_misplaced"]

_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
_NOT_FINITE = frozenset({"INFINITIVE", "PRESPART"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})


def is_misplaced(timex: Timex, event: Event) -> bool:
    """Whether a date to come hangs on what is past, or the other way round."""
    toward = _toward(timex.reading)
    if toward is None or event.class_ is EventClass.STATE:
        return False
    if is_past(event):
        return toward > 0
    return is_ahead(event) and toward < 0


def _toward(reading: Reading | None) -> int | None:
    """1 for a date after the writing by its words alone, -1 for one before it."""
    match reading:
        case Part(which=PartName.LATER, of=Shift(amount=0, anchor=DivisionAnchor())):
            return 1
        case Part(which=PartName.EARLIER, of=Shift(amount=0, anchor=DivisionAnchor())):
            return -1
        case Part(of=inner) | Qualified(of=inner):
            return _toward(inner)
        case Shift(amount=int(amount), anchor=DivisionAnchor()) if amount:
            return 1 if amount > 0 else -1
    return None


def hanging(
    timex: Timex, head: "Token", scene: Scene
) -> tuple[Event, Tier, str] | None:
    """The event that a date goes with, where the parse gives it none that fits.

    For a date to come or past, the nearest event before it in the sentence that is so;
    for a date put first in its clause, the next finite verb.
    """
    here = [
        (e, t) for e in scene.events_beside(head) if (t := scene.token(e)) is not None
    ]
    for event, token in reversed(here):
        if token.i < head.i and _fits(timex, event):
            why = f"“{token.text}” is the nearest that fits the date"
            return event, Tier.LIKELY, why
    if not _is_fronted(timex, scene):
        return None
    for event, token in here:
        if (
            token.i > head.i
            and event.tense in _FINITE
            and not _in_relative(token, head, scene)
        ):
            if is_misplaced(timex, event):
                return None
            return event, Tier.LIKELY, f"the date is put before “{token.text}”"
    return None


def _fits(timex: Timex, event: Event) -> bool:
    toward = _toward(timex.reading)
    if toward is None or is_misplaced(timex, event):
        return False
    if toward > 0:
        return is_ahead(event) or event.tense in _NOT_FINITE
    return is_past(event)


def _is_fronted(timex: Timex, scene: Scene) -> bool:
    """Whether a date begins its sentence or a clause joined to it."""
    assert timex.mention is not None
    first = scene.covered(timex.mention)[0]
    before = [t for t in scene.words_beside(first) if t.i < first.i]
    while before and before[-1].pos_ in {"ADP", "SCONJ", "PUNCT", "DET", "ADV"}:
        if before[-1].text in {";", ":", "—"}:
            return True
        before.pop()
    return not before or before[-1].pos_ == "CCONJ"


def _in_relative(token: "Token", head: "Token", scene: Scene) -> bool:
    """Whether a verb stands in a relative clause, by its place or by its pronoun."""
    pronoun = any(
        t.lower_ in _RELATIVES and t.i > head.i
        for t in scene.tree.children(token, "nsubj", "obj", "obl")
    )
    return pronoun or scene.tree.bears(token, "acl:relcl")
