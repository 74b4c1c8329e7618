"""Ranges, alternatives and hedges: what is made of one or two other dates."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.dates.axis import OPEN, Bounds, Minute, TimeSpan
from chronicle.dates.edtf import hull
from chronicle.dates.edtf import span as read_span
from chronicle.dates.edtf_writing import interval_text, range_text, write
from chronicle.dates.periods import Period, Precision, at
from chronicle.dating import words
from chronicle.dating.context import Context
from chronicle.dating.found import (
    Found,
    exact,
    impossible,
    spread,
    units,
    unresolved,
)
from chronicle.dating.partials import seek
from chronicle.model import (
    Absolute,
    Between,
    Duration,
    FlagKind,
    OneOf,
    Partial,
    Qualified,
    Qualifier,
    Reading,
    Shift,
    Toward,
)

__all__ = ["between", "one_of", "qualified"]

_MODS = {
    Qualifier.APPROXIMATE: "APPROX",
    Qualifier.BEFORE: "BEFORE",
    Qualifier.AFTER: "AFTER",
    Qualifier.ON_OR_BEFORE: "ON_OR_BEFORE",
    Qualifier.ON_OR_AFTER: "ON_OR_AFTER",
}
_DURATION_MODS = {
    Qualifier.LESS_THAN: "LESS_THAN",
    Qualifier.MORE_THAN: "MORE_THAN",
    Qualifier.ON_OR_BEFORE: "EQUAL_OR_LESS",
    Qualifier.ON_OR_AFTER: "EQUAL_OR_MORE",
    Qualifier.APPROXIMATE: "APPROX",
}


def between(reading: Between, context: Context) -> Found:
    """One interval, from the begin of one date to the end of another.

    A side that lacks its year or month takes it from the other side.
    """
    begin = context.reading(reading.begin) if reading.begin else None
    end = context.reading(reading.end) if reading.end else None
    if begin and begin.known and _lacking(reading.end):
        end = _beside(reading.end, begin, Toward.FORWARD, context)
    elif end and end.known and _lacking(reading.begin):
        begin = _beside(reading.begin, end, Toward.BACK, context)
    sides = [side for side in (begin, end) if side is not None]
    doubts = [s for s in sides if not s.known]
    if doubts or not sides:
        base = doubts[0] if doubts else Found()
        flags = tuple(f for s in sides for f in s.flags)
        found = unresolved(reading, base)
        return replace(found, flags=flags or found.flags)
    span = TimeSpan(
        begin=begin.span.begin if begin and begin.span else OPEN,
        end=end.span.end if end and end.span else OPEN,
    )
    if _backwards(span):
        said = " and ".join(words.outcome(side) for side in sides)
        return impossible(f"it ends before it begins: {said}")
    return _joined(span, begin, end, sides)


def _joined(
    span: TimeSpan, begin: Found | None, end: Found | None, sides: list[Found]
) -> Found:
    whole = _one_unit(span)
    if whole is not None:
        found = exact(whole)
    else:
        values = [side.value if side else None for side in (begin, end)]
        edtf = interval_text(begin.edtf if begin else None, end.edtf if end else None)
        plain = all(s.edtf and s.edtf[0] not in "[{" for s in sides)
        found = Found(
            span=span,
            run=True,
            value="/".join(v or "" for v in values) if any(values) else None,
            edtf=edtf if plain else write(span),
        )
    flags = tuple(dict.fromkeys(f for s in sides for f in s.flags))
    for side in sides:
        found = found.after(side)
    return replace(found, flags=flags)


def _lacking(reading: Reading | None) -> bool:
    return isinstance(reading, Partial) and reading.year is None


def _beside(
    reading: Reading | None, base: Found, toward: Toward, context: Context
) -> Found:
    if not isinstance(reading, Partial):
        raise AssertionError("only an incomplete date is completed")
    if base.unit is None:
        return context.reading(reading)
    own = seek(replace(reading, toward=toward, strict=False), base, context)
    return own if own.known else context.reading(reading)


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


def qualified(reading: Qualified, context: Context) -> Found:
    """A hedged or one-sided date, or a hedged length."""
    of = reading.of
    inner = context.reading(of)
    if isinstance(of, Duration):
        return replace(inner, mod=_DURATION_MODS.get(reading.qualifier, inner.mod))
    if not inner.known:
        return replace(inner, mod=_MODS.get(reading.qualifier))
    if reading.qualifier in (Qualifier.LESS_THAN, Qualifier.MORE_THAN):
        return _more_or_less(reading.qualifier, of, inner, context)
    return _HEDGES[reading.qualifier](inner, context)


def _approximate(inner: Found, context: Context) -> Found:
    """About a unit: spread around it. Other times are only marked."""
    marked = replace(inner, mod="APPROX", edtf=_marked(inner.edtf, "~"))
    first, last = inner.first, inner.last
    if first is None or last is None or inner.span != units(first, last).span:
        return marked
    span = context.margins.about(first, last)
    if marked.edtf is None or read_span(marked.edtf) != span:
        marked = replace(marked, edtf=write(span))
    if inner.unit is None:
        return replace(marked, span=span, first=None, last=None)
    first, last = spread(span, inner.unit)
    return replace(marked, span=span, first=first, last=last, named=inner.unit)


def _uncertain(inner: Found, context: Context) -> Found:
    return replace(inner, edtf=_marked(inner.edtf, "?"))


def _marked(edtf: str | None, mark: str) -> str | None:
    """A date text with a qualifier on each of its sides; sets are left as they are."""
    if edtf is None or edtf[0] in "[{":
        return edtf
    sides = edtf.split("/")
    return "/".join(
        side if side in ("", "..") or side[-1] in "?~%" else side + mark
        for side in sides
    )


def _before(inner: Found, context: Context) -> Found:
    return _one_sided(inner, end=_side(inner, "begin"), mod="BEFORE")


def _by(inner: Found, context: Context) -> Found:
    return _one_sided(inner, end=_side(inner, "end"), mod="ON_OR_BEFORE")


def _after(inner: Found, context: Context) -> Found:
    return _one_sided(inner, begin=_side(inner, "end"), mod="AFTER")


def _from(inner: Found, context: Context) -> Found:
    return _one_sided(inner, begin=_side(inner, "begin"), mod="ON_OR_AFTER")


_HEDGES: dict[Qualifier, Callable[[Found, Context], Found]] = {
    Qualifier.APPROXIMATE: _approximate,
    Qualifier.UNCERTAIN: _uncertain,
    Qualifier.BEFORE: _before,
    Qualifier.ON_OR_BEFORE: _by,
    Qualifier.AFTER: _after,
    Qualifier.ON_OR_AFTER: _from,
}


def _side(inner: Found, side: str) -> Bounds:
    bounds: Bounds = getattr(inner.span, side) if inner.span else OPEN
    return bounds


def _one_sided(
    inner: Found,
    *,
    begin: Bounds = OPEN,
    end: Bounds = OPEN,
    mod: str,
) -> Found:
    """Open on one side; EDTF counts in the units of the date that bounds it."""
    precision = inner.unit.precision if inner.unit else Precision.DAY
    if precision in (Precision.WEEK, Precision.WEEKEND, Precision.HOUR):
        precision = Precision.DAY
    if end != OPEN:
        limit = end.latest
        span = TimeSpan(end=Bounds(latest=limit))
        edtf = None if limit is None else range_text(None, _last(limit, precision))
    else:
        limit = begin.earliest
        span = TimeSpan(begin=Bounds(earliest=limit))
        edtf = None if limit is None else range_text(_first(limit, precision), None)
    plain = replace(inner, first=None, last=None, named=None)
    return replace(plain, span=span, mod=mod, edtf=edtf)


def _last(limit: Minute, precision: Precision) -> str:
    unit = at(Minute(limit - 1), precision)
    exact_end = unit if unit.end == limit else at(Minute(limit - 1), Precision.DAY)
    return write(exact_end.span) or ""


def _first(limit: Minute, precision: Precision) -> str:
    unit = at(limit, precision)
    exact_begin = unit if unit.begin == limit else at(limit, Precision.DAY)
    return write(exact_begin.span) or ""


def _more_or_less(
    qualifier: Qualifier, of: Reading, inner: Found, context: Context
) -> Found:
    """Past the amount ("more than two years later"), or short of it ("nearly")."""
    if not isinstance(of, Shift) or of.amount is None or inner.span is None:
        return inner
    back = of.amount < 0
    base = context.anchor(of.anchor)
    if qualifier is Qualifier.MORE_THAN:
        more = context.margins.more_than(abs(of.amount))
        beyond = context.reading(
            replace(of, amount=of.amount + (-more if back else more))
        )
        spans = [inner.span, beyond.span or inner.span]
        mod = "ON_OR_BEFORE" if back else "ON_OR_AFTER"
    else:
        earliest, latest = base.position(of.amount)
        near = latest if back else earliest
        here = None if near is None else at(near, Precision.DAY)
        spans = [inner.span, here.span if here else inner.span]
        mod = "ON_OR_AFTER" if back else "ON_OR_BEFORE"
    span = hull(spans)
    return replace(inner, span=span, mod=mod, edtf=write(span))
