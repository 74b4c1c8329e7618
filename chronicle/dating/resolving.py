"""``date``: readings → values, EDTF and bounds. The one place where that is done.

Pure calendar arithmetic on what ``find_times`` read: no language model, so a corrected
date, anchor or document date is followed through at once. Running it again over its own
output gives the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronicle.dates.axis import TimeSpan
from chronicle.dating import words
from chronicle.dating.absolute import absolute
from chronicle.dating.context import Context, Reader
from chronicle.dating.found import Found
from chronicle.dating.hedges import qualified
from chronicle.dating.lengths import at_anchor, duration, nth, recurring, vague
from chronicle.dating.partials import partial
from chronicle.dating.parts import part
from chronicle.dating.phrases import anchor_of, phrase
from chronicle.dating.ranges import between, one_of
from chronicle.dating.shifts import shift, weekday
from chronicle.model import (
    Absolute,
    At,
    Between,
    Dating,
    Division,
    DivisionDates,
    Duration,
    Evidence,
    Link,
    Nth,
    OneOf,
    Part,
    Partial,
    Qualified,
    Recurring,
    Shift,
    Timex,
    Vague,
    Weekday,
)
from chronicle.settings import Settings

__all__ = ["date"]

DEFAULTS = Settings()
READ_AS = "read as "
"""How the first step of a dating begins; what follows it is written anew each time."""

READERS: Mapping[type, Reader] = {
    Absolute: absolute,
    At: at_anchor,
    Between: between,
    Duration: duration,
    Nth: nth,
    OneOf: one_of,
    Part: part,
    Partial: partial,
    Qualified: qualified,
    Recurring: recurring,
    Shift: shift,
    Vague: vague,
    Weekday: weekday,
}


def date(
    divisions: Sequence[Division],
    timexes: Sequence[Timex],
    links: Sequence[Link] = (),
    *,
    settings: Settings = DEFAULTS,
    known: Mapping[str, TimeSpan] | None = None,
) -> tuple[tuple[Division, ...], tuple[Timex, ...]]:
    """The same divisions and timexes, dated as far as what they count from is known.

    ``links`` of kind ANCHOR name the events that timexes count from, ``known`` gives
    spans of events. What cannot be resolved keeps no date, and a flag says why.
    """
    context = Context(
        divisions,
        timexes,
        links,
        settings=settings,
        known=known or {},
        readers=READERS,
    )
    for timex in sorted(timexes, key=_place):  # anchors mostly stand before
        context.timex(timex.id)
    dated_divisions = tuple(
        replace(d, dates=_division_dates(d.dates, context)) for d in divisions
    )
    return dated_divisions, tuple(_dated(timex, context) for timex in timexes)


def _place(timex: Timex) -> tuple[int, str]:
    return timex.mention.start if timex.mention else -1, timex.id


def _dated(timex: Timex, context: Context) -> Timex:
    found = context.timex(timex.id)
    return replace(
        timex,
        value=found.value,
        mod=found.mod,
        edtf=found.edtf,
        span=found.span if found.known else None,
        flags=found.flags,
        evidence=_evidence(timex, found, context),
    )


def _evidence(timex: Timex, found: Found, context: Context) -> Evidence:
    """The finder's own steps, then how the date came about."""
    own: list[str] = []
    for step in timex.evidence.steps:
        if step.startswith(READ_AS):
            break
        own.append(step)
    if found.steps:
        anchor = found.steps[0].partition(" = ")[0]
    else:
        anchor = context.name(anchor_of(timex.reading))
    said = phrase(timex.reading, anchor)
    result = words.outcome(found) if found.known else ""
    head = f"{READ_AS}{said}" + (f" = {result}" if result not in ("", said) else "")
    why = (f"not dated: {found.why}",) if found.why and not found.known else ()
    return replace(timex.evidence, steps=(*own, head, *found.steps, *why))


def _division_dates(dates: DivisionDates, context: Context) -> DivisionDates:
    return DivisionDates(
        written=_dating(dates.written, context),
        posted=_dating(dates.posted, context),
        received=_dating(dates.received, context),
        published=_dating(dates.published, context),
    )


def _dating(dating: Dating | None, context: Context) -> Dating | None:
    """A date of a division: from its timex, or from its own EDTF text."""
    if dating is None or (dating.timex is None and dating.edtf is None):
        return dating
    found = context.dating(dating)
    return replace(
        dating,
        edtf=found.edtf if dating.timex else dating.edtf,
        span=found.span if found.known else None,
        flags=found.flags,
    )
