"""Ranges and alternatives: what is made of two or more dates."""

from dataclasses import replace

from chronicle.dates.axis import OPEN, TimeSpan
from chronicle.dates.edtf import hull
from chronicle.dates.edtf_writing import interval_text, write
from chronicle.dates.periods import Period, Precision, at
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import Found, exact, impossible, unresolved
from chronicle.model import (
    Absolute,
    Anchor,
    Between,
    Flag,
    FlagKind,
    OneOf,
    Part,
    Partial,
    Qualified,
    Reading,
    Toward,
    Weekday,
)

__all__ = ["between", "one_of"]


def between(reading: Between, context: Context) -> Found:
    """One interval, from the begin of one date to the end of another.

    A side that lacks its year, month or week takes it from the other side: the first
    such date after the begin, or the last before the end.
    """
    begin = context.reading(reading.begin) if reading.begin else None
    end = context.reading(reading.end) if reading.end else None
    if begin and begin.known and reading.end:
        after = _beside(reading.end, context.lent(begin), Toward.FORWARD)
        end = context.reading(after) if after else end
    elif end and end.known and reading.begin:
        before = _beside(reading.begin, context.lent(end), Toward.BACK)
        begin = context.reading(before) if before else begin
    sides = [side for side in (begin, end) if side is not None]
    known = [side for side in sides if side.known]
    if not known:
        found = unresolved(reading, sides[0] if sides else Found())
        return replace(found, flags=_flags(sides) or found.flags)
    span = TimeSpan(
        begin=begin.span.begin if begin and begin.span else OPEN,
        end=end.span.end if end and end.span else OPEN,
    )
    if _backwards(span):
        return _ends_before_it_begins(reading, sides)
    found = _joined(span, begin, end, all_known=len(known) == len(sides))
    for side in sides:
        found = found.after(side)
    return replace(found, flags=_flags(sides))


def _flags(sides: list[Found]) -> tuple[Flag, ...]:
    return tuple(dict.fromkeys(flag for side in sides for flag in side.flags))


def _joined(
    span: TimeSpan, begin: Found | None, end: Found | None, *, all_known: bool
) -> Found:
    """The interval; a side that could not be dated is unknown, which is not open."""
    whole = _one_unit(span)
    if whole is not None:
        return exact(whole)
    sides = [side for side in (begin, end) if side is not None]
    values = ["" if side is None else side.value or "" for side in (begin, end)]
    plain = all(s.edtf and s.edtf[0] not in "[{" for s in sides if s.known)
    texts = [side.edtf if side and side.known else None for side in (begin, end)]
    edtf = interval_text(*texts) if plain else write(span)
    if plain and not all_known:
        edtf = edtf and edtf.replace("..", "")
    return Found(
        span=span, run=True, value="/".join(values) if any(values) else None, edtf=edtf
    )


def _ends_before_it_begins(reading: Between, sides: list[Found]) -> Found:
    """Impossible as written; where a side was completed, only not resolved."""
    said = " and ".join(words.outcome(side) for side in sides)
    why = f"it ends before it begins: {said}"
    written = (Absolute, Partial)
    given = all(
        isinstance(side, written) and getattr(side, "year", 0) is not None
        for side in (reading.begin, reading.end)
    )
    return impossible(why) if given else unresolved(reading, Found(why=why))


def _beside(reading: Reading, anchor: Anchor, toward: Toward) -> Reading | None:
    """A reading that lacks something, to be completed by the range's other side."""
    match reading:
        case Weekday():
            return replace(reading, anchor=anchor, toward=toward, strict=False)
        case Partial(year=None):
            return replace(reading, anchor=anchor, toward=toward, strict=False)
        case Part(of=of) | Qualified(of=of):
            inner = _beside(of, anchor, toward)
            return replace(reading, of=inner) if inner else None
    return None


def _backwards(span: TimeSpan) -> bool:
    begin, end = span.begin.earliest, span.end.latest
    return begin is not None and end is not None and begin >= end


def _one_unit(span: TimeSpan) -> Period | None:
    """The decade or the like that an interval comes to ("1840 to 1849")."""
    begin, end = span.begin.earliest, span.end.latest
    if begin is None or end is None or span != TimeSpan.exactly(begin, end):
        return None
    for precision in (Precision.DECADE, Precision.CENTURY, Precision.YEAR):
        unit = at(begin, precision)
        if unit.span == span:
            return unit
    return None


def one_of(reading: OneOf, context: Context) -> Found:
    """Alternatives: their hull, and each of them in EDTF."""
    options = [context.reading(option) for option in reading.options]
    spans = [option.span for option in options if option.span is not None]
    flags = tuple(dict.fromkeys(f for o in options for f in o.flags))
    if len(spans) < len(options) or not spans:
        doubtful = next((o for o in options if not o.known), Found())
        return replace(unresolved(reading, doubtful), flags=flags)
    parts = [o.edtf or "" for o in options]
    simple = all(p and p[0] not in "[{" and "/" not in p for p in parts)
    whole = hull(spans)
    firsts = [o.first for o in options if o.first]
    same = len({f.precision for f in firsts}) == 1 and len(firsts) == len(options)
    found = Found(
        span=whole,
        first=min(firsts, key=lambda u: u.begin) if same else None,
        last=max(firsts, key=lambda u: u.begin) if same else None,
        value=_alternative_value(options),
        edtf=f"[{','.join(parts)}]" if simple else write(whole),
        flags=flags,
    )
    for option in options:
        found = found.after(option)
    if _day_and_month_swapped(reading):
        said = " or ".join(words.outcome(option) for option in options)
        found = found.flagged(FlagKind.AMBIGUOUS, f"it can be {said}")
    return found


def _alternative_value(options: list[Found]) -> str | None:
    """The first alternative's value up to where the alternatives part."""
    values = [option.value for option in options]
    if None in values:
        return None
    texts = [value for value in values if value]
    shared = [
        parts[0]
        for parts in zip(*(t.split("-") for t in texts), strict=False)
        if len(set(parts)) == 1
    ]
    return "-".join(shared) or texts[0]


def _day_and_month_swapped(reading: OneOf) -> bool:
    """Whether figures can be read as day and month or as month and day (4/7/1916)."""
    texts = [o.edtf.split("-") for o in reading.options if isinstance(o, Absolute)]
    if len(texts) != 2 or len(reading.options) != 2:
        return False
    one, other = texts
    return len(one) >= 3 and one[:-2] == other[:-2] and one[-2:] == other[:-3:-1]
