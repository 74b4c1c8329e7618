"""The interval relation between two events or dates, as TimeBank-Dense names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chronicle.dates.axis import TimeSpan
    from chronicle.model import AnnotatedDocument, Chronology

DCT = "DCT"  # the day on which the document was made
VAGUE = "VAGUE"
_SAME = {"equals"}
_WITHIN = {"during", "starts", "finishes"}
_AROUND = {"contains", "started_by", "finished_by"}


class Relations:
    """The relations of one document's settled order."""

    def __init__(self, annotated: AnnotatedDocument, chronology: Chronology) -> None:
        self._chronology = chronology
        self._spans: Mapping[str, TimeSpan] = {
            **chronology.spans,
            **_created(annotated),
        }
        self._said = {
            (link.source, link.target): link.relation
            for link in annotated.links
            if link.kind.value == "TLINK"
        }

    def __call__(self, a: str, b: str) -> str:
        """What holds between two of them; ``VAGUE`` where nothing is known."""
        if a == b or a not in self._spans or b not in self._spans:
            return VAGUE
        if self._before(a, b):
            return "BEFORE"
        if self._before(b, a):
            return "AFTER"
        first, second = self._spans[a], self._spans[b]
        said = self._said.get((a, b)), self._said.get((b, a))
        if said[0] in _SAME or said[1] in _SAME or (exact(first) and first == second):
            return "SIMULTANEOUS"
        if said[0] in _WITHIN or said[1] in _AROUND or within(first, second):
            return "IS_INCLUDED"
        if said[1] in _WITHIN or said[0] in _AROUND or within(second, first):
            return "INCLUDES"
        return VAGUE

    def _before(self, a: str, b: str) -> bool:
        from chronicle.model import Tier

        end, begin = self._spans[a].end.latest, self._spans[b].begin.earliest
        if end is not None and begin is not None and end <= begin:
            return True
        if DCT in {a, b}:
            return False
        return self._chronology.precedes(a, b, tier=Tier.NARRATIVE)


def within(inner: TimeSpan, outer: TimeSpan) -> bool:
    """Whether one lies within the other, whose begin and end are known."""
    begin, end = inner.begin.earliest, inner.end.latest
    if begin is None or end is None or not exact(outer) or inner == outer:
        return False
    first, last = outer.begin.latest, outer.end.earliest
    return first is not None and last is not None and first <= begin and end <= last


def exact(span: TimeSpan) -> bool:
    """Whether both begin and end are known to the minute."""
    known = span.begin.earliest is not None and span.end.earliest is not None
    return (
        known
        and span.begin.earliest == span.begin.latest
        and span.end.earliest == span.end.latest
    )


def _created(annotated: AnnotatedDocument) -> dict[str, TimeSpan]:
    dates = annotated.divisions[0].dates
    given = dates.published or dates.written
    return {} if given is None or given.span is None else {DCT: given.span}
