"""Comparing dates: EDTF texts and bounds, in the calendar that they are written in."""

from chronicle.dates import edtf
from chronicle.dates.axis import Bounds, Minute, TimeSpan, civil
from chronicle.dates.calendars import julian
from chronicle.errors import EdtfError

MINUTES_PER_DAY = 1440


def gold_span(text: str, calendar: str | None) -> TimeSpan:
    """The span of a gold date on chronicle's axis."""
    span = edtf.span(text)
    return span if calendar != "julian" else _converted(span)


def same_date(found: str | None, gold: str, calendar: str | None) -> bool:
    """Whether two EDTF texts say the same.

    A Julian day may be given as written or converted. The gold gives a part of a day
    the day as its date, so a finer answer within that very day is right.
    """
    if found is None:
        return False
    days = _without_time(found)
    if _text(days) == _text(gold):
        return True
    try:
        return edtf.span(days) in {edtf.span(gold), gold_span(gold, calendar)}
    except EdtfError:
        return False


def may_be(
    found: str, gold: str, calendar: str | None, *, beside: bool = False
) -> bool:
    """Whether a date found leaves room for the gold's; ``beside``: or meets it."""
    try:
        begin, end = bounds(edtf.span(found))
        spans = edtf.span(gold), gold_span(gold, calendar)
    except EdtfError:
        return False
    for first, last in map(bounds, spans):
        if (
            first is not None
            and last is not None
            and (begin is None or begin - beside < last)
            and (end is None or end + beside > first)
        ):
            return True
    return False


def bounds(span: TimeSpan) -> tuple[int | None, int | None]:
    """Between which minutes something lies."""
    return span.begin.earliest, span.end.latest


def _text(date: str) -> str:
    """One spelling for the seasons, whose codes come with and without a hemisphere."""
    for code in range(21, 25):
        date = date.replace(f"-{code + 4}", f"-{code}") if len(date) == 7 else date
    return date


def _without_time(date: str) -> str:
    sides = [side.split("T")[0] for side in date.split("/")]
    return sides[0] if len(set(sides)) == 1 else "/".join(sides)


def _converted(span: TimeSpan) -> TimeSpan:
    return TimeSpan(
        begin=Bounds(
            earliest=_julian(span.begin.earliest), latest=_julian(span.begin.latest)
        ),
        end=Bounds(
            earliest=_julian(span.end.earliest), latest=_julian(span.end.latest)
        ),
    )


def _julian(minute: Minute | None) -> Minute | None:
    """The minute of the day that has the same name in the Julian calendar."""
    if minute is None:
        return None
    return Minute(julian(*civil(minute)) + minute % MINUTES_PER_DAY)
