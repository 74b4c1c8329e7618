"""Hedges and limits: about, perhaps, before, by, more than."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.dates.axis import OPEN, Bounds, Minute, TimeSpan
from chronicle.dates.edtf import hull
from chronicle.dates.edtf import span as read_span
from chronicle.dates.edtf_writing import range_text, write
from chronicle.dates.periods import Precision, at
from chronicle.dating.context import Context
from chronicle.dating.found import (
    Found,
    spread,
    units,
)
from chronicle.model import (
    Duration,
    Qualified,
    Qualifier,
    Reading,
    Shift,
)

__all__ = ["qualified"]

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
