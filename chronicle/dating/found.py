"""What a reading comes to, with all that is needed to count on from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from chronicle.dates.axis import Bounds, Minute, TimeSpan
from chronicle.dates.edtf_writing import period_text, write
from chronicle.dates.periods import Period
from chronicle.dating.values import common, underspecified
from chronicle.model import Flag, FlagKind, Reading

__all__ = [
    "Found",
    "Position",
    "counted",
    "exact",
    "impossible",
    "interval",
    "spread",
    "units",
    "unresolved",
]

Position = tuple[Minute | None, Minute | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reading's outcome.

    ``first`` and ``last`` are the earliest and latest unit of the calendar that it can
    be, and what is counted from; ``None`` where it is no unit or open on that side.
    ``named`` is the one that the words name, where it may be another ("c. 1200").
    ``span`` may be narrower (a morning of that day). A ``run`` is an interval through
    which something may last: what follows it is counted from its end. ``why`` says why
    nothing was found; ``said`` words it where bounds would read worse ("the night of 13
    March 1848"). ``steps`` are the anchors' own derivations, nearest first.
    """

    span: TimeSpan | None = None
    first: Period | None = None
    last: Period | None = None
    named: Period | None = None
    value: str | None = None
    mod: str | None = None
    edtf: str | None = None
    run: bool = False
    said: str | None = None
    why: str | None = None
    flags: tuple[Flag, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def unit(self) -> Period | None:
        """The one unit of the calendar that is named, where it is one."""
        return self.named or (self.first if self.first == self.last else None)

    @property
    def known(self) -> bool:
        """Whether anything is known of when it was."""
        return self.span is not None and not self.span.is_open

    def position(self, direction: int = 0) -> Position:
        """The first and last minute that counting may start from.

        What lies after a run counts from its end, what lies before from its begin.
        """
        if self.first is not None or self.last is not None:
            begin = self.first.begin if self.first else None
            return begin, self.last.last_minute if self.last else None
        if self.span is None:
            return None, None
        begin_at, end_at = self.span.begin, self.span.end
        earliest, latest = begin_at.earliest, _before(end_at.latest)
        if self.run and direction > 0 and end_at.earliest is not None:
            earliest = _before(end_at.earliest)
        if self.run and direction < 0 and begin_at.latest is not None:
            latest = begin_at.latest
        return earliest, latest

    def after(self, base: Self) -> Self:
        """The same, with the derivation of what it was counted from."""
        return replace(self, steps=_joined(self.steps, base.steps))

    def flagged(self, kind: FlagKind, why: str) -> Self:
        """The same, with one more doubt."""
        return replace(self, flags=(*self.flags, Flag(kind=kind, why=why)))


def _before(minute: Minute | None) -> Minute | None:
    return None if minute is None else Minute(minute - 1)


def _joined(steps: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return steps + tuple(step for step in more if step not in steps)


def exact(unit: Period, *, southern: bool = False) -> Found:
    """One unit of the calendar."""
    return units(unit, unit, southern=southern)


def units(
    first: Period | None,
    last: Period | None,
    *,
    named: Period | None = None,
    southern: bool = False,
) -> Found:
    """Some unit between two of a kind; ``named`` is the one that the words name.

    ``None`` for either is an open side.
    """
    if first is not None and last is not None and first.begin > last.begin:
        first, last = last, first
    span = TimeSpan(
        begin=Bounds(
            earliest=first.begin if first else None,
            latest=last.begin if last else None,
        ),
        end=Bounds(
            earliest=first.end if first else None, latest=last.end if last else None
        ),
    )
    value = None
    if named is not None:
        value = common(named, named, southern=southern)
    elif first is not None and last is not None:
        value = common(first, last, southern=southern)
    if first is not None and first == last:
        edtf: str | None = period_text(first, hemisphere="south" if southern else None)
    else:
        edtf = write(span)
    return Found(span=span, first=first, last=last, named=named, value=value, edtf=edtf)


def counted(
    base: Found,
    count: Callable[[Minute], Period | None],
    position: Position,
    *,
    southern: bool = False,
) -> Found:
    """What is counted from a base: bounds from its bounds, the name from its name."""
    first, last = (None if p is None else count(p) for p in position)
    named = None
    if base.named is not None:
        named, other = count(base.named.begin), count(base.named.last_minute)
        named = named if named == other else None
    return units(first, last, named=named, southern=southern)


def spread(span: TimeSpan, named: Period) -> tuple[Period | None, Period | None]:
    """The earliest and latest place of a unit that is only about where it is named."""
    sides = [
        (span.begin.earliest, span.end.earliest),
        (span.begin.latest, span.end.latest),
    ]
    first, last = (
        None
        if begin is None or end is None
        else Period(precision=named.precision, begin=begin, end=end)
        for begin, end in sides
    )
    return first, last


def interval(span: TimeSpan, *, value: str | None = None) -> Found:
    """An interval that is no single unit; EDTF allows all that its bounds allow."""
    begin, end = span.begin.earliest, span.end.latest
    if begin is not None and end is not None:
        edtf = write(TimeSpan.exactly(begin, end))
    else:
        edtf = write(span)
    return Found(span=span, edtf=edtf, value=value)


def unresolved(reading: Reading, base: Found) -> Found:
    """Nothing: what the reading counts from is not known, and ``why``."""
    why = base.why or "what it counts from has no date"
    return Found(
        value=underspecified(reading),
        why=why,
        flags=(Flag(kind=FlagKind.UNRESOLVED, why=why),),
        steps=base.steps,
    )


def impossible(why: str) -> Found:
    """Nothing: there is no such date."""
    return Found(why=why, flags=(Flag(kind=FlagKind.IMPOSSIBLE, why=why),))
