"""Choosing what each expression counts from.

Deictic words count from the division's date. Narrative ones count from the last
resolved time told before them, in the same division and outside quotations. An
incomplete date takes its year from whichever of the two the passage lives by: its own
dated division, by tense, or the running narrative, which moves forward.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chronicle.model import (
    Anchor,
    At,
    Division,
    DivisionAnchor,
    Duration,
    Partial,
    Reading,
    Shift,
    TimexAnchor,
    Toward,
    Unit,
    Weekday,
)
from chronicle.times.found import Found
from chronicle.times.meaning import DEICTIC, NARRATIVE, NEXT, RUNNING
from chronicle.times.rewriting import Anchored, leaves, rewritten, written
from chronicle.times.surroundings import Surroundings
from chronicle.times.telling import Stated, Telling, Told
from chronicle.times.tense import is_direct, is_term, looks_back, toward
from chronicle.times.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an expression stands, and the ids around it."""

    found: Found
    division: Division
    stated: Stated | None
    following: str | None
    looking_back: bool


class Anchoring:
    """Gives anchors to one document's expressions, in the order of the text."""

    def __init__(
        self,
        words: Words,
        around: Surroundings,
        stated: Callable[[Division], Stated | None],
        expressions: Sequence[Found],
    ) -> None:
        """``stated`` tells what is known of a division's date."""
        self._words, self._around, self._stated = words, around, stated
        self._telling = Telling(around)
        self._looking_back = _looking_back(expressions, around, stated)

    def anchored(
        self, found: Found, timex: str, following: str | None
    ) -> tuple[Reading, tuple[str, ...]]:
        """The reading with its anchors, and the reasons for them in words."""
        division = self._around.home(found.first)
        place = Place(
            found=found,
            division=division,
            stated=self._stated(division),
            following=following,
            looking_back=looks_back(self._words, found.first, found.last),
        )
        steps: list[str] = []
        reading = rewritten(
            found.meaning.reading, lambda leaf: self._leaf(leaf, place, steps)
        )
        self._telling.tell(
            timex,
            found,
            reading,
            dated=lambda d: self._dated(d, place),
            looking_back=place.looking_back,
        )
        return reading, tuple(dict.fromkeys(steps))

    def _dated(self, division: str, place: Place) -> bool:
        return place.stated is not None and division == place.division.id

    def _leaf(self, leaf: Reading, place: Place, steps: list[str]) -> Reading:
        if isinstance(leaf, Duration):
            return replace(
                leaf,
                begin=self._deictic(leaf.begin, place),
                end=self._deictic(leaf.end, place),
            )
        if not isinstance(leaf, Anchored):
            return leaf
        quarter = self._by_quarter(leaf, place, steps)
        if quarter is not None:
            return quarter
        if leaf.anchor == DEICTIC:
            steps.append("counted from the date of its division")
            return replace(leaf, anchor=DivisionAnchor(division=place.division.id))
        if leaf.anchor == NEXT and place.following is not None:
            steps.append("counted from the date that follows")
            return replace(leaf, anchor=TimexAnchor(timex=place.following))
        if leaf.anchor == NARRATIVE:
            return replace(leaf, anchor=self._narrative(leaf, place, steps))
        if leaf.anchor == RUNNING:
            return self._running(leaf, place, steps)
        return leaf

    def _by_quarter(
        self, leaf: Anchored, place: Place, steps: list[str]
    ) -> Reading | None:
        """Where a quarter is reported, "a year ago" is the same quarter then."""
        told = self._telling.quarter(place.found)
        if told is None or leaf.anchor not in {DEICTIC, NARRATIVE}:
            return None
        anchor = TimexAnchor(timex=told.timex)
        why = f"counted from “{self._quote(told)}”, the quarter reported"
        match leaf:
            case At(unit=Unit.QUARTER):
                steps.append(why)
                return replace(leaf, anchor=anchor)
            case Shift(unit=Unit.QUARTER, amount=-4):
                steps.append(why)
                return replace(leaf, anchor=anchor)
            case Shift(unit=Unit.YEAR, amount=-1, aligned=False):
                steps.append(why)
                return Shift(anchor=anchor, amount=-4, unit=Unit.QUARTER, aligned=True)
        return None

    def _deictic(self, anchor: Anchor | None, place: Place) -> Anchor | None:
        if anchor == DEICTIC:
            return DivisionAnchor(division=place.division.id)
        return anchor

    def _narrative(
        self, leaf: Anchored, place: Place, steps: list[str]
    ) -> Anchor | None:
        told = self._telling.latest(
            place.found, _wanted(leaf), looking_back=place.looking_back
        )
        if told is not None:
            steps.append(f"counted from “{self._quote(told)}”, told before it")
            return TimexAnchor(timex=told.timex)
        if place.stated is not None:
            steps.append("counted from the date of its division: none told before it")
            return DivisionAnchor(division=place.division.id)
        steps.append("nothing told before it to count from")
        return None

    def _running(self, leaf: Anchored, place: Place, steps: list[str]) -> Reading:
        """An incomplete date takes the rest from the narrative or the division."""
        completes = isinstance(leaf, Partial | At)
        told = self._telling.latest(
            place.found,
            _wanted(leaf),
            completes=completes,
            looking_back=place.looking_back,
        )
        if told is not None and self._narrates(leaf, told, place):
            steps.append(f"completed from “{self._quote(told)}”, told before it")
            return _after(leaf, told)
        if place.stated is None:
            steps.append("nothing to complete it from")
            return replace(leaf, anchor=None)
        anchor = DivisionAnchor(division=place.division.id)
        if place.stated.coarse:
            steps.append("within the date of its division")
            return _toward(leaf, anchor, Toward.SAME)
        way, why = self._way(leaf, place, place.stated)
        steps.append(f"completed from the date of its division, {why}")
        if isinstance(leaf, At) and place.found.meaning.grain is Unit.SEASON:
            return _season(leaf, anchor, way)
        return _toward(leaf, anchor, way)

    def _way(self, leaf: Anchored, place: Place, stated: Stated) -> tuple[Toward, str]:
        """Which way from the writer's now, and by what."""
        first, last = place.found.first, place.found.last
        way = toward(self._words, first, last)
        if (
            isinstance(leaf, Weekday)
            and way is None
            and not is_term(self._words, first)
        ):
            return Toward.BACK, "back, as nothing looks forward"
        if isinstance(leaf, Weekday) and way is None:
            return Toward.FORWARD, "forward, as a term"
        if isinstance(leaf, Weekday) and way is Toward.NEAREST:
            return Toward.FORWARD, "forward, as what should be"
        soon = isinstance(leaf, Partial) and _months_off(leaf, stated) in range(4)
        if way is Toward.BACK and soon and not is_direct(self._words, first, last):
            return Toward.NEAREST, "the nearest"
        if way is Toward.BACK:
            return way, "back, by tense"
        near = way is not Toward.FORWARD or _months_off(leaf, stated) not in range(5, 8)
        if not isinstance(leaf, Weekday) and near:
            return Toward.NEAREST, "the nearest"
        return Toward.FORWARD, "forward, by tense"

    def _narrates(self, leaf: Anchored, told: Told, place: Place) -> bool:
        """Whether the passage lives by the time told rather than by its own date."""
        if place.stated is None:
            return True
        weekday = isinstance(leaf, Weekday) or (
            isinstance(leaf, Partial) and leaf.weekday is not None and leaf.day is None
        )
        if weekday and not self._looking_back[place.division.id]:
            return False
        if isinstance(leaf, Partial) and _is_hour(leaf):
            return True
        if told.year is None or told.year >= (place.stated.year or told.year):
            return False
        first, last = place.found.first, place.found.last
        if toward(self._words, first, last) is Toward.FORWARD:
            return False
        if self._looking_back[place.division.id]:
            return self._around.paragraph(place.found.first) - told.paragraph <= 1
        return not any(
            self._words.sentence_end(i) for i in range(told.last, place.found.first + 1)
        )

    def _quote(self, told: Told) -> str:
        return self._words.quote(told.first, told.last)


def _looking_back(
    expressions: Sequence[Found],
    around: Surroundings,
    stated: Callable[[Division], Stated | None],
) -> Counter[str]:
    """The divisions that name years long past more often than days near their own."""
    balance: Counter[str] = Counter()
    for one in expressions:
        division = around.home(one.first)
        known = stated(division)
        year = written(one.meaning.reading)[0]
        if known is None or known.year is None:
            continue
        if year is not None:
            balance[division.id] += year < known.year - 1
        elif any(_from_now(leaf) for leaf in leaves(one.meaning.reading)):
            balance[division.id] -= 1
    return Counter({division: 1 for division, n in balance.items() if n > 0})


def _from_now(leaf: Reading) -> bool:
    anchor = getattr(leaf, "anchor", None)
    return anchor == DEICTIC or isinstance(leaf, Weekday)


def _months_off(leaf: Anchored, stated: Stated) -> int:
    """How many months after the writer's own month the next such month begins."""
    if not isinstance(leaf, Partial) or leaf.month is None or stated.month is None:
        return 6
    return (leaf.month - stated.month) % 12


def _wanted(leaf: Anchored) -> Unit:
    """How fine a time must be for this reading to count from it."""
    if isinstance(leaf, Partial):
        if _is_hour(leaf):
            return Unit.DAY
        return Unit.MONTH if leaf.month is None and leaf.day is not None else Unit.YEAR
    if isinstance(leaf, Weekday):
        return Unit.DAY
    if isinstance(leaf, Shift | At) and leaf.unit is not None:
        return Unit.DAY if leaf.unit is Unit.HOUR else leaf.unit
    return Unit.YEAR


def _is_hour(leaf: Partial) -> bool:
    return leaf.hour is not None and leaf.day is None and leaf.weekday is None


def _season(leaf: At, anchor: Anchor, way: Toward) -> Reading:
    """The season last over, or next to come, or the nearest."""
    step = {Toward.BACK: -1, Toward.FORWARD: 1}.get(way)
    if step is None:
        return replace(leaf, anchor=anchor)
    return Shift(anchor=anchor, amount=step, unit=Unit.SEASON, aligned=True)


def _toward(leaf: Anchored, anchor: Anchor, way: Toward) -> Reading:
    if isinstance(leaf, Partial | Weekday):
        return replace(leaf, anchor=anchor, toward=way)
    return replace(leaf, anchor=anchor)


def _after(leaf: Anchored, told: Told) -> Reading:
    """The narrative runs forward: into the next year or month where it must."""
    anchor = TimexAnchor(timex=told.timex)
    if isinstance(leaf, Weekday):
        return replace(leaf, anchor=anchor, toward=Toward.FORWARD)
    if isinstance(leaf, Partial):
        return replace(leaf, anchor=anchor, toward=_way(leaf, told))
    return replace(leaf, anchor=anchor)


MONTHS_BACK = 8
"""A month that stands so many before the one told belongs to the next year."""


def _way(leaf: Partial, told: Told) -> Toward:
    if leaf.month is not None and told.month is not None:
        back = told.month - leaf.month
        return Toward.FORWARD if back >= MONTHS_BACK else Toward.SAME
    if leaf.month is None and leaf.day is not None and told.day is not None:
        return Toward.FORWARD if leaf.day < told.day else Toward.SAME
    return Toward.SAME
