"""What a time expression says, before any arithmetic: pure data.

``find_times`` turns words into a ``Reading``; ``dating`` turns readings into dates. A
reading names what it counts from (its anchor) and never holds a date that the words do
not give. Readings compose: "later this week" is ``Part(which=LATER, of=Shift(anchor,
0, WEEK, aligned))``.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units of counting; ``NIGHT`` counts nights, ``WEEKEND`` a week's last days."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    GENERATION = "generation"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Toward(StrEnum):
    """Which way from its anchor an incomplete date lies.

    ``NEAREST`` takes the closest on either side; ``SAME`` keeps the anchor's own year,
    month or week; ``BACK`` and ``FORWARD`` may fall on the anchor's own day unless the
    reading is ``strict``.
    """

    BACK = "back"
    FORWARD = "forward"
    NEAREST = "nearest"
    SAME = "same"


class PartName(StrEnum):
    """Parts of a period; ``LATER`` and ``EARLIER`` are seen from its anchor."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    BEGINNING = "beginning"
    END = "end"
    TURN = "turn"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"
    LATER = "later"
    EARLIER = "earlier"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    MIDNIGHT = "midnight"
    WEEKEND = "weekend"


class Qualifier(StrEnum):
    """How a date is hedged or bounded (TIMEX3 ``mod``; EDTF ``~`` and ``?``)."""

    APPROXIMATE = "approximate"
    UNCERTAIN = "uncertain"
    BEFORE = "before"
    AFTER = "after"
    ON_OR_BEFORE = "on or before"
    ON_OR_AFTER = "on or after"
    LESS_THAN = "less than"
    MORE_THAN = "more than"


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionAnchor:
    """A date of the division that the words stand in: the speaker's or writer's now."""

    division: str
    date: str = "written"  # or "posted", "received", "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexAnchor:
    """Another time expression."""

    timex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAnchor:
    """An event."""

    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionAnchor:
    """Words for an event, until a link names it: offsets into the document's text."""

    start: int
    end: int


Anchor = DivisionAnchor | TimexAnchor | EventAnchor | MentionAnchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """A date that needs no context, as EDTF (astronomical years)."""

    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A date with something missing on its coarse side, to be supplied by the anchor.

    ``year_in_century`` is "'61"; ``weekday`` counts from Monday 0; ``hour`` and
    ``minute`` belong to a clock time.
    """

    anchor: Anchor | None
    toward: Toward = Toward.NEAREST
    strict: bool = False
    year: int | None = None
    year_in_century: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """``amount`` units from the anchor, negative for back.

    ``aligned`` counts calendar units ("next week", "the following year", "this month":
    0); otherwise time is measured off ("a week later"). ``None`` amount is unknown
    ("some days later").
    """

    anchor: Anchor | None
    amount: int | None
    unit: Unit
    aligned: bool = False
    forward: bool = True  # the way, where the amount is unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week seen from the anchor; ``weeks`` adds whole weeks.

    ``strict`` excludes the anchor's own day.
    """

    anchor: Anchor | None
    weekday: int
    toward: Toward
    weeks: int = 0
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a period ("early 1848", "that evening", "the spring of next year")."""

    which: PartName
    of: "Reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nth:
    """The nth unit of a period, from its end if negative ("the first week of June")."""

    n: int
    unit: Unit
    of: "Reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One interval from the beginning of one reading to the end of another.

    ``None`` is an open side.
    """

    begin: "Reading | None"
    end: "Reading | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """Alternatives ("1066 or 1067")."""

    options: tuple["Reading", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """A hedged or one-sided date ("c. 1200", "by June 1940")."""

    qualifier: Qualifier
    of: "Reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time; ``amount`` ``None`` is unknown ("for some years")."""

    amount: float | None
    unit: Unit
    begin: Anchor | None = None
    end: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A set: every ``every`` units, ``times`` times each, or whenever ``of`` comes."""

    unit: Unit
    every: int = 1
    times: int | None = None
    of: "Reading | None" = None


class Era(StrEnum):
    """Past, present or future, and no more than that ("recently", "now", "soon")."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A time that is only somewhere before, at or after its anchor."""

    era: Era
    anchor: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """The anchor's own time ("then"), or the unit it lies in ("the same day")."""

    anchor: Anchor | None
    unit: Unit | None = None


Reading = (
    Absolute
    | Partial
    | Shift
    | Weekday
    | Part
    | Nth
    | Between
    | OneOf
    | Qualified
    | Duration
    | Recurring
    | Vague
    | At
)
