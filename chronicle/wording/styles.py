"""Dates of other calendars in print: the source's own date, then ours in brackets."""

import re

from chronicle.dates.axis import MINUTES_PER_DAY, TimeSpan, civil
from chronicle.model import AnnotatedDocument, Dating
from chronicle.settings import Settings
from chronicle.wording.bounds import when

__all__ = ["dated", "styled"]

_STYLES = {"julian": ("O.S.", "N.S.")}
_REFORM = 1582  # until then there was one style
_BARE = "metadata"  # given with the source, so nobody's conjecture


def styled(
    words: str,
    *,
    span: TimeSpan,
    edtf: str | None,
    calendar: str | None,
    settings: Settings,
) -> str:
    """A date as written and, where it was converted, as we count it."""
    if calendar in (None, "gregorian") or not _is_converted(words, span):
        shown = when(span, as_written=words, edtf=edtf, settings=settings)
        return _marked(shown, calendar, span)
    supplied = when(span, as_written=None, edtf=edtf, settings=settings)
    if calendar not in _STYLES:
        return f"{words} {supplied}"
    old, new = _STYLES[calendar]
    inner = supplied.removeprefix("[").removesuffix("]")
    shown = words if old.lower() in words.lower() else f"{words} [{old}]"
    return f"{shown} [{inner} {new}]"


def _marked(shown: str, calendar: str | None, span: TimeSpan) -> str:
    """A day that was left in the source's style, and says so where styles differed."""
    begin, end = span.begin.earliest, span.end.latest
    if calendar not in _STYLES or begin is None or end is None:
        return shown
    if civil(begin)[0] <= _REFORM or end - begin > MINUTES_PER_DAY:
        return shown
    old = _STYLES[calendar][0]
    return f"{shown[:-1]} {old}]" if shown.endswith("]") else f"{shown} [{old}]"


def _is_converted(words: str, span: TimeSpan) -> bool:
    """Whether a day stands in the words under another number than on the axis."""
    begin, end = span.begin.earliest, span.end.latest
    if begin is None or end is None or end - begin > MINUTES_PER_DAY:
        return False
    numbers = {int(n) for n in re.findall(r"\d+", words)}
    return any(0 < n < 32 for n in numbers) and civil(begin)[2] not in numbers


def dated(
    annotated: AnnotatedDocument, dating: Dating | None, *, settings: Settings
) -> str:
    """A document's date in print; one that came with the source is bare."""
    if dating is None or (dating.span is None and not dating.edtf):
        return "n.d."
    timex = annotated.timex.get(dating.timex or "")
    words = dating.as_written
    if timex is not None and words and timex.span is not None:
        return styled(
            " ".join(words.split()),
            span=timex.span,
            edtf=dating.edtf,
            calendar=timex.calendar,
            settings=settings,
        )
    shown = when(dating.span, as_written=words, edtf=dating.edtf, settings=settings)
    if words is None and dating.evidence.rule == _BARE:
        return shown.removeprefix("[").removesuffix("]")
    return shown
