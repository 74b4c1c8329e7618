"""The order of one document, its event-anchored dates resolved on the way."""

import logging
from collections.abc import Iterator, Mapping

from chronicle.dates.axis import TimeSpan
from chronicle.dating import date
from chronicle.model import (
    AnnotatedDocument,
    Chronology,
    Conflict,
    EventAnchor,
    LinkKind,
    Neighbours,
)
from chronicle.ordering.anchors import anchors_of
from chronicle.ordering.basis import bases
from chronicle.ordering.claims import is_placed
from chronicle.ordering.precedence import nearest, precedences
from chronicle.ordering.settle import Refused, Settled, settle
from chronicle.ordering.words import chain, name, saying
from chronicle.settings import Settings

__all__ = ["order"]

logger = logging.getLogger(__name__)

_DEFAULTS = Settings()
_ROUNDS = 6  # a date on an event that is itself dated from an event, and so on


def order(
    annotated: AnnotatedDocument, *, settings: Settings = _DEFAULTS
) -> Chronology:
    """Every event's bounds and order, and what contradicts them.

    Links of tier certain and likely move bounds, strongest first; narrative ones only
    show in ``nearest``, ``precedences`` and the order of display. A link that would
    close a contradiction is set aside, with the circle that refused it. Events that are
    denied, supposed or contrary to fact get no place by the document's date or by other
    events. Where a date counts from an event ("three days after the landing"), the
    document is dated again with what is known of that event, until nothing changes;
    dates that count from one another in a circle are left unresolved.
    """
    anchors = sorted(frozenset(_anchors(annotated)))
    if not anchors:
        return _chronology(annotated, settle(annotated))
    known: dict[str, TimeSpan] = {}
    for _ in range(_ROUNDS):
        annotated = _dated(annotated, known, settings)
        settled = settle(annotated)
        spans = {a: s for a in anchors if not (s := settled.spans[a]).is_open}
        if spans == known:
            return _chronology(annotated, settled)
        known = spans
    logger.warning(
        "%s: dates that count from events go round in a circle; left unresolved",
        annotated.document.key,
    )
    annotated = _dated(annotated, {}, settings)
    return _chronology(annotated, settle(annotated))


def _dated(
    annotated: AnnotatedDocument, known: Mapping[str, TimeSpan], settings: Settings
) -> AnnotatedDocument:
    """The document dated again, with what is known of the events dates count from."""
    divisions, timexes = date(
        annotated.divisions,
        annotated.timexes,
        annotated.links,
        settings=settings,
        known=known,
    )
    return annotated.replaced(divisions=divisions, timexes=timexes)


def _anchors(annotated: AnnotatedDocument) -> Iterator[str]:
    """The events that dates count from."""
    for link in annotated.links:
        if link.kind is LinkKind.ANCHOR and link.target in annotated.event:
            yield link.target
    for timex in annotated.timexes:
        for anchor in anchors_of(timex.reading):
            if isinstance(anchor, EventAnchor) and anchor.event in annotated.event:
                yield anchor.event


def _chronology(annotated: AnnotatedDocument, settled: Settled) -> Chronology:
    position: dict[str, int] = {
        t.id: t.mention.start for t in annotated.timexes if t.mention
    }
    position |= {e.id: e.trigger.start for e in annotated.events}
    homeless = {e.id for e in annotated.events if not is_placed(e)}
    found = tuple(
        p
        for p in precedences(settled, position=position)
        if not homeless & {p.earlier, p.later}
    )
    told = tuple(sorted(annotated.event, key=lambda e: (position[e], e)))
    spans = {e: settled.spans[e] for e in told}
    dates = {t.id: t.span for t in annotated.timexes if t.span is not None}
    placed = tuple(e for e in told if e not in homeless)
    around = nearest(found, spans=spans, events=placed)
    return Chronology(
        document=annotated.document.key,
        spans=spans | dates,
        basis=bases(annotated, settled, around),
        nearest=dict.fromkeys(told, Neighbours()) | around,
        precedences=found,
        conflicts=tuple(_conflict(r, settled, annotated) for r in settled.refused),
        timexes=annotated.timexes,
        divisions=annotated.divisions,
    )


def _conflict(
    refused: Refused, settled: Settled, annotated: AnnotatedDocument
) -> Conflict:
    """The contradiction in words, and why this claim gave way."""
    refusal = refused.refusal
    against = chain(refusal.edges, settled, annotated)
    own = saying(refused.claim, annotated)
    others = tuple(step for step in against if step != own)
    if refusal.lower is not None and refusal.upper is not None:
        dates = dict.fromkeys(
            name(settled.instants.item(i), annotated)
            for i in (refusal.lower, refusal.upper)
        )
        others += (f"as dated: {', '.join(dates)}",)
    return Conflict(
        cycle=(own, *others),
        set_aside=refused.claim.link.id if refused.claim.link else None,
        why=f"weaker than what it contradicts (tier {refused.claim.tier})",
    )
