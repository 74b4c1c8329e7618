"""Parts of periods: early 1848, that evening, later this week, half of May."""

from dataclasses import replace

from chronicle.dates.axis import Bounds, Minute, TimeSpan
from chronicle.dates.calendars import add_days
from chronicle.dates.margins import Stretch
from chronicle.dates.periods import Period, Precision, at, rank
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, interval, units, unresolved
from chronicle.dating.seasons import season
from chronicle.dating.values import DAY_PARTS, SEASONS, underspecified
from chronicle.model import At, Part, PartName, Shift

__all__ = ["of_day", "part"]

_MODS = {
    PartName.EARLY: "START",
    PartName.BEGINNING: "START",
    PartName.FIRST_HALF: "START",
    PartName.FIRST_QUARTER: "START",
    PartName.EARLIER: "START",
    PartName.MID: "MID",
    PartName.LATE: "END",
    PartName.END: "END",
    PartName.SECOND_HALF: "END",
    PartName.FOURTH_QUARTER: "END",
    PartName.LATER: "END",
}
_EXACT = {
    PartName.FIRST_HALF: (0, 1, 2),
    PartName.SECOND_HALF: (1, 2, 2),
    PartName.FIRST_QUARTER: (0, 1, 4),
    PartName.SECOND_QUARTER: (1, 2, 4),
    PartName.THIRD_QUARTER: (2, 3, 4),
    PartName.FOURTH_QUARTER: (3, 4, 4),
}
_FRACTIONS = {2: Precision.HALF, 4: Precision.QUARTER}
_GRAINS = {
    Precision.MILLENNIUM: Precision.YEAR,
    Precision.CENTURY: Precision.YEAR,
    Precision.DECADE: Precision.YEAR,
    Precision.YEAR: Precision.MONTH,
    Precision.DAY: Precision.MINUTE,
    Precision.HOUR: Precision.MINUTE,
    Precision.MINUTE: Precision.MINUTE,
}
"""The unit that the border of a part falls on; a day where none is given."""


def part(reading: Part, context: Context) -> Found:
    """A part of what another reading names."""
    if reading.which in SEASONS:
        return season(reading, context)
    whole = context.reading(reading.of)
    if not whole.known:
        return replace(
            unresolved(reading, whole), flags=whole.flags, mod=_MODS.get(reading.which)
        )
    if reading.which in DAY_PARTS:
        return of_day(reading, whole, context)
    if reading.which is PartName.WEEKEND:
        return _weekend(whole).after(whole)
    if reading.which in (PartName.LATER, PartName.EARLIER):
        found = _seen_from(reading, whole, context)
    elif reading.which is PartName.TURN:
        found = _turn(reading, whole, context)
    elif reading.which in _EXACT:
        found = _fraction(reading.which, whole)
    else:
        stretch = context.margins.part(reading.which.value)
        found = _stretched(whole, stretch) if stretch else whole
    own = found.value not in (None, whole.value)  # a half of a year has its own value
    mod = None if own else _MODS.get(reading.which)
    flags = whole.flags + tuple(f for f in found.flags if f not in whole.flags)
    return replace(
        found, value=found.value or whole.value, mod=mod or found.mod, flags=flags
    ).after(whole)


def of_day(reading: Part, whole: Found, context: Context) -> Found:
    """A morning, an evening; a night is named by the day that it begins on."""
    if not whole.known:
        return unresolved(reading, whole)
    hours = context.margins.day_part(reading.which.value)
    earliest, latest = whole.position()
    if isinstance(reading.of, Shift) and whole.named:  # "a week ago tonight" is exact
        earliest, latest = whole.named.begin, whole.named.last_minute
    first = None if earliest is None else at(earliest, Precision.DAY)
    last = None if latest is None else at(latest, Precision.DAY)
    if hours is None:
        return whole
    named = whole.named and at(whole.named.begin, Precision.DAY)
    found = units(first, last, named=named)
    span = TimeSpan(
        begin=Bounds(
            earliest=_hour(first, hours.begin[0]), latest=_hour(last, hours.begin[1])
        ),
        end=Bounds(
            earliest=_hour(first, hours.end[0]), latest=_hour(last, hours.end[1])
        ),
    )
    dated = found.value or underspecified(reading.of) or "XXXX-XX-XX"
    value = dated.partition("T")[0] + DAY_PARTS[reading.which]
    mod = "START" if reading.which is PartName.DAWN else None
    day = f"the {reading.which} of {words.outcome(found)}"
    return replace(
        found,
        span=span,
        value=value,
        mod=mod,
        said=day,
        flags=whole.flags,
        steps=whole.steps,
    )


def _hour(unit: Period | None, hour: float) -> Minute | None:
    return Minute(unit.begin + round(60 * hour)) if unit else None


def _weekend(whole: Found) -> Found:
    earliest, latest = whole.position()
    return units(
        None if earliest is None else at(earliest, Precision.WEEKEND),
        None if latest is None else at(latest, Precision.WEEKEND),
    )


def _seen_from(reading: Part, whole: Found, context: Context) -> Found:
    """What lies of the whole after (or before) its anchor, the anchor's day included.

    Without an anchor inside it the whole stands, and the part is only noted.
    """
    of = reading.of
    anchor = of.anchor if isinstance(of, Shift | At) else None
    earliest, latest = context.anchor(anchor).position() if anchor else (None, None)
    span = whole.span
    if span is None or earliest is None or latest is None:
        return whole
    if reading.which is PartName.LATER:
        begin = _raised(span.begin, earliest, span.end)
        found = interval(TimeSpan(begin=begin, end=span.end)) if begin else whole
    else:
        end = _lowered(span.end, Minute(latest + 1), span.begin)
        found = interval(TimeSpan(begin=span.begin, end=end)) if end else whole
    return replace(found, value=whole.value)


def _raised(bounds: Bounds, floor: Minute, end: Bounds) -> Bounds | None:
    if bounds.earliest is None or bounds.latest is None:
        return None
    if (end.earliest is not None and floor >= end.earliest) or floor < bounds.earliest:
        return None
    return Bounds(
        earliest=max(bounds.earliest, floor), latest=max(bounds.latest, floor)
    )


def _lowered(bounds: Bounds, ceiling: Minute, begin: Bounds) -> Bounds | None:
    if bounds.earliest is None or bounds.latest is None:
        return None
    if (begin.latest is not None and ceiling <= begin.latest) or (
        ceiling > bounds.latest
    ):
        return None
    return Bounds(
        earliest=min(bounds.earliest, ceiling), latest=min(bounds.latest, ceiling)
    )


def _turn(reading: Part, whole: Found, context: Context) -> Found:
    """Around the border: a named century's begin, a year's end.

    "The turn of the century" that is only pointed at is the border nearest by.
    """
    unit = whole.unit
    if unit is None:
        return whole
    narrow, wide = context.margins.turn
    border = unit.begin if rank(unit.precision) > rank(Precision.YEAR) else unit.end
    if isinstance(reading.of, At | Shift) and reading.of.anchor is not None:
        here = context.anchor(reading.of.anchor).position()[0]
        if here is not None:
            border = min(unit.begin, unit.end, key=lambda b: (abs(b - here), b))
    size = unit.end - unit.begin

    def off(fraction: float) -> Minute:
        return _settled(border + fraction * size, unit)

    span = TimeSpan(
        begin=Bounds(
            earliest=min(off(-wide), add_days(border, -1)), latest=off(-narrow)
        ),
        end=Bounds(earliest=off(narrow), latest=max(off(wide), add_days(border, 1))),
    )
    return replace(
        interval(span),
        value=whole.value,
        mod="START" if border == unit.begin else "END",
    )


def _fraction(which: PartName, whole: Found) -> Found:
    """A half or a quarter; those of a year are units of the calendar."""
    begin, end, size = _EXACT[which]
    if whole.unit and whole.unit.precision is Precision.YEAR:
        own = at(whole.unit.begin, _FRACTIONS[size]).next(begin)
        return units(own, own)
    return _stretched(
        whole,
        Stretch(
            begin=(begin / size, begin / size),
            end=(end / size, end / size),
        ),
    )


def _stretched(whole: Found, stretch: Stretch) -> Found:
    """A part given in fractions of the whole, of its earliest and its latest form."""
    span = whole.span
    if span is None:
        return whole
    early, late = (
        (span.begin.earliest, span.end.earliest),
        (span.begin.latest, span.end.latest),
    )
    made = TimeSpan(
        begin=Bounds(
            earliest=_along(early, stretch.begin[0], whole.unit),
            latest=_along(late, stretch.begin[1], whole.unit),
        ),
        end=Bounds(
            earliest=_along(early, stretch.end[0], whole.unit),
            latest=_along(late, stretch.end[1], whole.unit),
        ),
    )
    begin, end = made.begin.earliest, made.end.latest
    if begin is not None and end is not None and begin >= end:
        return whole  # shorter than the unit that its borders fall on
    found = interval(made)
    if whole.unit and rank(whole.unit.precision) <= rank(Precision.DAY):
        return replace(found, edtf=whole.edtf, first=whole.first, last=whole.last)
    return found


def _along(
    sides: tuple[Minute | None, Minute | None], fraction: float, unit: Period | None
) -> Minute | None:
    begin, end = sides
    if begin is None or end is None:
        return end if fraction == 1 else begin if fraction == 0 else None
    if fraction in (0, 1):
        return end if fraction else begin
    return _settled(begin + fraction * (end - begin), unit)


def _settled(position: float, unit: Period | None) -> Minute:
    """The border next to a position that a writer would mean."""
    grain = _GRAINS.get(unit.precision, Precision.DAY) if unit else Precision.DAY
    minute = Minute(round(position))
    around = at(minute, grain)
    before = minute - around.begin <= around.end - minute
    return around.begin if before else around.end
