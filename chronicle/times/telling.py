"""The times told so far: what a narrative expression can count from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chronicle.model import (
    At,
    Between,
    DivisionAnchor,
    DivisionKind,
    Duration,
    MentionAnchor,
    Partial,
    Reading,
    Recurring,
    Shift,
    TimexAnchor,
    TimexType,
    Unit,
    Vague,
    Weekday,
)
from chronicle.times.found import Found
from chronicle.times.rewriting import leaves, written
from chronicle.times.surroundings import Surroundings

_FINENESS = {
    Unit.MINUTE: 0,
    Unit.HOUR: 0,
    Unit.DAY: 1,
    Unit.NIGHT: 1,
    Unit.WEEKEND: 2,
    Unit.WEEK: 2,
    Unit.FORTNIGHT: 2,
    Unit.MONTH: 3,
    Unit.QUARTER: 4,
    Unit.SEASON: 4,
    Unit.YEAR: 5,
    Unit.DECADE: 6,
    Unit.GENERATION: 6,
    Unit.CENTURY: 7,
    Unit.MILLENNIUM: 8,
}

REPORTED = {"quarter-alone", "quarter-of-year", "latest-quarter"}
"""The rules that name a quarter for itself, not by its distance from another."""

NEAR = 4
"""So many paragraphs on, a report has not changed its quarter."""

REACH = 100
"""So many times told are remembered, at most."""


def finer(one: Unit, other: Unit) -> bool:
    """Whether a unit is as fine as another, or finer."""
    return _FINENESS[one] <= _FINENESS[other]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is known of a division's date before any arithmetic."""

    year: int | None
    grain: Unit
    month: int | None = None

    @property
    def coarse(self) -> bool:
        """Whether it is a year or more, as in annals."""
        return not finer(self.grain, Unit.MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time that the text has told, with as much of it as is known unresolved."""

    timex: str
    first: int
    last: int
    division: str
    paragraph: int
    quoted: int | None
    heading: bool
    aside: bool
    reported: bool
    had_been: bool
    run: bool
    grain: Unit
    year: int | None
    month: int | None
    day: int | None


class Telling:
    """The resolved times of a text so far, the latest last."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with nothing told."""
        self._around = around
        self._told: dict[str, list[Told]] = {}
        self._by_id: dict[str, Told] = {}

    def latest(
        self,
        found: Found,
        wanted: Unit,
        *,
        completes: bool = False,
        looking_back: bool = False,
    ) -> Told | None:
        """The last time told that an expression can count from.

        One that ``completes`` an incomplete date is neither a range nor an aside; what
        is told in the pluperfect serves others in the pluperfect alone.

        One as fine as is wanted goes before a coarser one of the same paragraph; a
        heading's serves where the text below has told none.
        """
        around = self._around
        division = around.home(found.first).id
        quoted = around.quoted(found.first)
        fallback = heading = None
        for told in reversed(self._told.get(division, [])[-REACH:]):
            if told.quoted not in {None, quoted}:
                continue
            if completes and (told.run or told.aside):
                continue
            if told.had_been and not looking_back:
                continue
            if told.heading:
                heading = heading or told
                continue
            if finer(told.grain, wanted):
                return told if fallback is None else self._nearer(told, fallback)
            fallback = fallback or told
            if told.paragraph < fallback.paragraph:
                break
        return fallback or heading or self._before_chapter(found)

    def _before_chapter(self, found: Found) -> Told | None:
        """Where a chapter has told no time yet, the last one of the chapter before."""
        home = self._around.home(found.first)
        if home.kind is not DivisionKind.CHAPTER:
            return None
        told = [
            one
            for division, times in self._told.items()
            for one in times[-1:]
            if division != home.id and not one.run and not one.aside
        ]
        return max(told, key=lambda one: one.first, default=None)

    def quarter(self, found: Found) -> Told | None:
        """The quarter that the passage reports, if it reports any."""
        division = self._around.home(found.first).id
        paragraph = self._around.paragraph(found.first)
        for told in reversed(self._told.get(division, [])[-REACH:]):
            if told.grain is Unit.QUARTER and told.reported:
                return told if paragraph - told.paragraph <= NEAR else None
        return None

    def _nearer(self, fine: Told, coarse: Told) -> Told:
        """The finer one of the same paragraph, else the one just told."""
        return fine if fine.paragraph == coarse.paragraph else coarse

    def tell(
        self,
        timex: str,
        found: Found,
        reading: Reading,
        *,
        dated: Callable[[str], bool],
        looking_back: bool = False,
    ) -> None:
        """Remember a time, if it can be resolved and belongs to the narrative."""
        meaning = found.meaning
        kind = meaning.type in {TimexType.DATE, TimexType.TIME}
        if not kind or meaning.grain is None or not self._resolved(reading, dated):
            return
        if self._around.apart(found.first):
            return
        year, month, day = self._estimate(reading)
        run = isinstance(reading, Between)
        division = self._around.home(found.first).id
        before = self._told.setdefault(division, [])
        told = Told(
            timex=timex,
            first=found.first,
            last=found.last,
            division=division,
            paragraph=self._around.paragraph(found.first),
            quoted=self._around.quoted(found.first),
            heading=self._around.in_heading(found.first) and run,
            aside=self._aside(found, year, before),
            had_been=looking_back and self._had_been(found, before),
            run=run,
            reported=meaning.rules[0] in REPORTED,
            grain=meaning.grain,
            year=year,
            month=month,
            day=day,
        )
        before.append(told)
        self._by_id[timex] = told

    def _had_been(self, found: Found, before: Sequence[Told]) -> bool:
        """Whether a pluperfect leaves a narrative that has begun."""
        scene = self._around.sets_the_scene(found.first)
        return not scene and any(not told.had_been for told in before)

    def _aside(self, found: Found, year: int | None, before: Sequence[Told]) -> bool:
        """Whether a bare year in mid-sentence leaves the narrative for a moment.

        A narrative that runs by months or days looks back or ahead to a year apart
        ("papers released in 2005 show that on 4 August …") without going there.
        """
        around = self._around
        if year is None or found.meaning.grain is None:
            return False
        main = next((t for t in reversed(before[-REACH:]) if not t.aside), None)
        if main is None or main.year is None or not finer(main.grain, Unit.SEASON):
            return False
        apart = abs(year - main.year)
        if around.since(found.first):
            return apart > 0
        if finer(found.meaning.grain, Unit.SEASON) or around.opens(found.first):
            return False
        turns = main.paragraph < around.paragraph(found.first)
        return apart > (1 if turns else 0)

    def _resolved(self, reading: Reading, dated: Callable[[str], bool]) -> bool:
        for leaf in leaves(reading):
            match leaf:
                case Vague() | Duration() | Recurring():
                    return False
                case Partial(year=int()):
                    continue
                case Partial() | Shift() | Weekday() | At():
                    if isinstance(leaf, Shift) and leaf.amount is None:
                        return False
                    match leaf.anchor:
                        case TimexAnchor(timex=timex):
                            if timex not in self._by_id:
                                return False
                        case DivisionAnchor(division=division):
                            if not dated(division):
                                return False
                        case MentionAnchor() | None:
                            return False
        return True

    def _estimate(self, reading: Reading) -> tuple[int | None, int | None, int | None]:
        """Year, month and day as far as they can be told without arithmetic."""
        year, month, day = written(reading)
        if year is None and isinstance(reading, Between):
            return year, month, day
        for leaf in leaves(reading):
            anchor = getattr(leaf, "anchor", None)
            known = self._by_id.get(getattr(anchor, "timex", ""))
            if known is None:
                continue
            if isinstance(leaf, Partial):
                year = known.year if year is None else year
                month = known.month if month is None and day is not None else month
            elif isinstance(leaf, At):
                year, month = known.year, known.month
                day = known.day if leaf.unit is Unit.DAY else None
            break
        return year, month, day
