"""What chronicle says of a corpus document, reduced to what the corpora ask."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy.relations import VAGUE, Relations

if TYPE_CHECKING:
    from chronicle.model import AnnotatedDocument, Chronology, Event, Timex

Span = tuple[int, int]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTimex:
    """A time expression."""

    id: str = ""
    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event with its attributes, in TimeML's words; ``roles`` hold extents."""

    id: str
    span: Span
    attributes: Mapping[str, str]
    factuality: str
    specific: bool | None = None
    roles: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """One document.

    ``starts_before``: whether one event begins before another; ``relation``: what holds
    between two events or dates by their ids, or between one and ``DCT``.
    """

    timexes: tuple[FoundTimex, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    starts_before: Callable[[str, str], bool] = field(default=lambda _a, _b: False)
    relation: Callable[[str, str], str] = field(default=lambda _a, _b: VAGUE)
    sentences: tuple[Span, ...] = ()


EMPTY = Prediction()


class Reader:
    """Reads texts with chronicle as a user would: from a file with a sidecar.

    What was read once is remembered. A text that chronicle fails on counts as empty.
    """

    def __init__(self) -> None:
        self._read: dict[tuple[str, str, str | None], Prediction] = {}

    def __call__(self, text: str, *, key: str, date: str | None = None) -> Prediction:
        """What chronicle says of a text, with the day on which it was published."""
        asked = (key, text, date)
        if asked not in self._read:
            try:
                self._read[asked] = predict(text, key=key, date=date)
            except Exception:
                logger.exception("%s: chronicle failed; it counts as empty", key)
                self._read[asked] = EMPTY
        return self._read[asked]


def predict(text: str, *, key: str, date: str | None) -> Prediction:
    """Extract and order one text."""
    from chronicle.assembly import assemble
    from chronicle.pipeline import extract
    from chronicle.sources import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{key}.txt"
        path.write_bytes(text.encode())
        if date is not None:
            path.with_suffix(".toml").write_text(f'date = "{date}"\n', encoding="utf-8")
        document = read(path, root=Path(folder))
    if document.text != text:
        raise ValueError(f"{key}: the text was altered on reading")
    assembly = assemble([extract(document)])
    [annotated] = assembly.annotated
    return reduced(annotated, assembly.chronologies[document.key])


def reduced(annotated: AnnotatedDocument, chronology: Chronology) -> Prediction:
    """The prediction in an annotated document and its settled order."""
    return Prediction(
        timexes=tuple(_timex(t) for t in annotated.timexes if t.mention is not None),
        events=tuple(_event(e) for e in annotated.events),
        starts_before=lambda a, b: _starts_before(chronology, a, b),
        relation=Relations(annotated, chronology),
        sentences=tuple((s.start, s.end) for s in annotated.sentences),
    )


def _timex(timex: Timex) -> FoundTimex:
    assert timex.mention is not None
    return FoundTimex(
        id=timex.id,
        span=(timex.mention.start, timex.mention.end),
        type=timex.type.value,
        value=timex.value or "",
    )


def _event(event: Event) -> FoundEvent:
    roles: dict[str, tuple[Span, ...]] = {}
    for participant in event.participants:
        if participant.mention is not None:
            role = participant.role.value
            extent = (participant.mention.start, participant.mention.end)
            roles[role] = (*roles.get(role, ()), extent)
    return FoundEvent(
        id=event.id,
        span=(event.trigger.start, event.trigger.end),
        attributes={
            "class": event.class_.value,
            "tense": event.tense,
            "aspect": event.aspect,
            "polarity": event.polarity,
            "modality": event.modality or "NONE",
        },
        factuality=event.factuality.value,
        specific=event.specific,
        roles=roles,
    )


def _starts_before(chronology: Chronology, a: str, b: str) -> bool:
    """Whether ``a`` begins before ``b``, by bounds or by any chain of the order."""
    from chronicle.model import Tier

    if a not in chronology.spans or b not in chronology.spans:
        return False
    latest = chronology.spans[a].begin.latest
    earliest = chronology.spans[b].begin.earliest
    if latest is not None and earliest is not None and latest < earliest:
        return True
    return chronology.precedes(a, b, tier=Tier.NARRATIVE)
