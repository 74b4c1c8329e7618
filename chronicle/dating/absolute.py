"""Dates that need no context."""

from dataclasses import replace

from chronicle.dates.edtf import candidates, span
from chronicle.dates.edtf_grammar import Date, Interval, parse
from chronicle.dates.periods import Period
from chronicle.dating.context import Context
from chronicle.dating.found import Found, impossible, spread, units
from chronicle.dating.values import common
from chronicle.errors import EdtfError
from chronicle.model import Absolute

__all__ = ["absolute"]


def absolute(reading: Absolute, context: Context) -> Found:
    """A date given as EDTF; what no calendar has is impossible, with the reason."""
    try:
        named = span(reading.edtf, margins=context.margins)
        found = candidates(reading.edtf)
    except EdtfError as error:
        return impossible(_reason(error))
    form = parse(reading.edtf)
    if found is None:
        return Found(
            span=None if named.is_open else named,
            edtf=reading.edtf,
            run=isinstance(form, Interval),
            value=_interval_value(form) if isinstance(form, Interval) else None,
            why="the date has no year" if named.is_open else None,
        )
    plain = replace(units(*found, southern=context.southern), edtf=reading.edtf)
    if not isinstance(form, Date) or not any(c.approximate for c in form.components):
        return plain
    hedged = replace(plain, span=named, mod="APPROX")
    if plain.unit is None:
        return replace(hedged, first=None, last=None)
    first, last = spread(named, plain.unit)
    return replace(hedged, first=first, last=last, named=plain.unit)


def _reason(error: EdtfError) -> str:
    """The fault, without the EDTF text that the reader never saw."""
    return str(error).partition(": ")[2] or str(error)


def _interval_value(form: Interval) -> str:
    return "/".join(
        "" if side is None else _value(str(side)) for side in (form.begin, form.end)
    )


def _value(text: str) -> str:
    found: tuple[Period, Period] | None = candidates(text)
    return common(*found) if found else ""
