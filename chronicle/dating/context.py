"""What readings are resolved in: divisions, other timexes, events, settings.

A ``Context`` answers for each anchor and each reading once, and refuses a reading that
counts, by whatever way round, from itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chronicle.dates.axis import TimeSpan
from chronicle.dates.margins import Margins, margins
from chronicle.dating import words
from chronicle.dating.found import Found
from chronicle.dating.values import underspecified
from chronicle.model import (
    Absolute,
    Anchor,
    Dating,
    Division,
    DivisionAnchor,
    EventAnchor,
    Link,
    LinkKind,
    Qualified,
    Qualifier,
    Reading,
    Timex,
    TimexAnchor,
)
from chronicle.settings import Settings

__all__ = ["Context", "Reader"]

NO_DATE = "no document date: give one with --date"

_WITHIN = " within"
_ONE_SIDED = frozenset(
    {
        Qualifier.BEFORE,
        Qualifier.AFTER,
        Qualifier.ON_OR_BEFORE,
        Qualifier.ON_OR_AFTER,
    }
)

Reader = Callable[[Any, "Context"], Found]


class Context:
    """Resolves readings and anchors among the divisions and timexes of one document."""

    def __init__(
        self,
        divisions: Sequence[Division],
        timexes: Sequence[Timex],
        links: Sequence[Link],
        *,
        settings: Settings,
        known: Mapping[str, TimeSpan],
        readers: Mapping[type, Reader],
    ) -> None:
        self.settings = settings
        self.margins: Margins = margins()
        self._divisions: dict[str, Division] = {d.id: d for d in divisions}
        self._timexes: dict[str, Timex] = {t.id: t for t in timexes}
        self._events = {x.source: x.target for x in links if x.kind is LinkKind.ANCHOR}
        self._known = known
        self._readers = readers
        self._memo: dict[str, Found] = {}
        self._open: list[str] = []

    @property
    def southern(self) -> bool:
        """Whether seasons are those south of the equator."""
        return self.settings.southern

    def reading(self, reading: Reading) -> Found:
        """What a reading comes to."""
        found = self._readers[type(reading)](reading, self)
        if found.known and found.value is None:
            return replace(found, value=underspecified(reading))
        return found

    def timex(self, timex_id: str) -> Found:
        """What a time expression comes to."""
        if timex_id in self._memo:
            return self._memo[timex_id]
        timex = self._timexes.get(timex_id)
        if timex is None:
            return Found(why=f"it counts from {timex_id}, which is no time expression")
        return self._once(timex_id, lambda: self.reading(timex.reading))

    def dating(self, dating: Dating) -> Found:
        """What a date of a division comes to."""
        if dating.timex is not None:
            return self.timex(dating.timex)
        if dating.edtf is not None:
            return self.reading(Absolute(edtf=dating.edtf))
        return Found(span=dating.span, why=None if dating.span else NO_DATE)

    def anchor(self, anchor: Anchor | None) -> Found:
        """What an anchor comes to, and as its steps how."""
        match anchor:
            case None:
                return Found(why="nothing is named to count from")
            case DivisionAnchor(division=division, date=date):
                return self._division(division, date)
            case TimexAnchor(timex=timex):
                return self._named(self._timex_name(timex), self._named_date(timex))
            case EventAnchor(event=event):
                return self._event(event)
        here = self._open[-1].removesuffix(_WITHIN) if self._open else ""
        if here not in self._events:
            return Found(why="the event that it counts from is not known")
        return self._event(self._events[here])

    def lent(self, found: Found) -> TimexAnchor:
        """An anchor for what has been found, as for the other side of a range."""
        key = f"lent {len(self._memo)}"
        self._memo[key] = found
        return TimexAnchor(timex=key)

    def name(self, anchor: Anchor | None) -> str:
        """What an anchor is called where it is not known."""
        match anchor:
            case DivisionAnchor(division=division, date=date):
                found = self._divisions.get(division)
                return words.division_day(found, date) if found else "its own day"
            case TimexAnchor():
                return words.TOLD_BEFORE
        return words.EVENT

    def _named_date(self, timex_id: str) -> Found:
        """What a time expression gives to count from: of "by June", June itself."""
        timex = self._timexes.get(timex_id)
        reading = timex.reading if timex is not None else None
        if not isinstance(reading, Qualified) or reading.qualifier not in _ONE_SIDED:
            return self.timex(timex_id)
        return self._once(timex_id + _WITHIN, lambda: self.reading(reading.of))

    def _once(self, key: str, resolve: Callable[[], Found]) -> Found:
        if key in self._open:
            chain = " → ".join([*self._open[self._open.index(key) :], key])
            return Found(why=f"it counts from itself ({chain})")
        if key not in self._memo:
            self._open.append(key)
            try:
                found = resolve()
            finally:
                self._open.pop()
            if self._open and found.why and "counts from itself" in found.why:
                return found
            self._memo[key] = found
        return self._memo[key]

    def _event(self, event_id: str) -> Found:
        span = self._known.get(event_id)
        if span is None or span.is_open:
            return Found(why="the event that it counts from has no date")
        return self._named(words.EVENT, Found(span=span, run=True))

    def _division(self, division_id: str, date: str) -> Found:
        """The date asked for; for the writing also the publication; else the parent's.

        A date that is just being worked out is passed over: a letter headed "Tuesday"
        is dated by what it is enclosed in.
        """
        found = Found(why=NO_DATE)
        division = self._divisions.get(division_id)
        while division is not None:
            for kind in (date, "published") if date == "written" else (date,):
                dating: Dating | None = getattr(division.dates, kind)
                if dating is None or dating.timex in self._open:
                    continue
                found = self.dating(dating)
                if found.known:
                    name = words.division_day(division, kind)
                    return self._named(name, found, how=_source(dating))
            parent = division.parent
            division = self._divisions.get(parent) if parent else None
        return Found(why=found.why or NO_DATE)

    def _timex_name(self, timex_id: str) -> str:
        other = self._timexes.get(timex_id)
        here = next((i for i in reversed(self._open) if i != timex_id), None)
        this = self._timexes.get(here) if here else None
        if other is None or this is None or not (other.mention and this.mention):
            return words.TOLD_BEFORE
        after = other.mention.start > this.mention.start
        return words.TOLD_AFTER if after else words.TOLD_BEFORE

    @staticmethod
    def _named(name: str, found: Found, *, how: str = "") -> Found:
        if not found.known:
            return found
        step = f"{name} = {words.outcome(found)}{how}"
        farther = (words.one_farther(s) for s in found.steps)
        return replace(found, flags=(), steps=words.shortened((step, *farther)))


def _source(dating: Dating) -> str:
    if dating.as_written:
        return f" (“{' '.join(dating.as_written.split())}”)"
    return f" ({(*dating.evidence.steps, dating.evidence.rule)[0]})"
