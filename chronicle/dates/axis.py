"""One axis of time: whole minutes, proleptic Gregorian, astronomical years.

Minute 0 is 0000-01-01T00:00 (1 January of 1 BC). Python's ``datetime`` ends at the
years 1 and 9999, so the arithmetic is our own (Hinnant, "chrono-compatible low-level
date algorithms", days_from_civil and civil_from_days).
"""

from dataclasses import dataclass, field
from typing import NewType

__all__ = [
    "MINUTES_PER_DAY",
    "OPEN",
    "Bounds",
    "Minute",
    "TimeSpan",
    "civil",
    "clock",
    "day",
    "weekday",
]

Minute = NewType("Minute", int)

MINUTES_PER_DAY = 1440
_DAYS_TO_YEAR_ZERO = 60  # Hinnant counts from 0000-03-01; the axis from 0000-01-01


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where one instant may lie; ``None`` is an open side.

    Both sides are positions on the axis and the instant may sit on either.
    """

    earliest: Minute | None = None
    latest: Minute | None = None

    def __post_init__(self) -> None:
        if (
            self.earliest is not None
            and self.latest is not None
            and self.earliest > self.latest
        ):
            raise ValueError(
                f"earliest {self.earliest} lies after latest {self.latest}; swap them"
            )

    def narrowed(self, other: "Bounds") -> "Bounds | None":
        """The part that both allow, or ``None`` where they contradict each other.

        >>> Bounds(earliest=Minute(0), latest=Minute(9)).narrowed(
        ...     Bounds(earliest=Minute(5))
        ... )
        Bounds(earliest=5, latest=9)
        """
        earliest = max(
            (b for b in (self.earliest, other.earliest) if b is not None), default=None
        )
        latest = min(
            (b for b in (self.latest, other.latest) if b is not None), default=None
        )
        if earliest is not None and latest is not None and earliest > latest:
            return None
        return Bounds(earliest=earliest, latest=latest)


OPEN = Bounds()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something began and when it ended, each known only within bounds.

    ``end`` positions are exclusive: the day 1848-03-13 begins at its first minute and
    ends at the first minute of 1848-03-14. The span of a timex *is* the interval it
    names (begin and end known: both bounds equal); the span of an event *bounds* an
    unknown interval of at least a minute.
    """

    begin: Bounds = field(default=OPEN)
    end: Bounds = field(default=OPEN)

    @classmethod
    def exactly(cls, begin: Minute, end: Minute) -> "TimeSpan":
        """The interval whose begin and (exclusive) end are both known."""
        return cls(
            begin=Bounds(earliest=begin, latest=begin),
            end=Bounds(earliest=end, latest=end),
        )

    @classmethod
    def within(cls, begin: Minute | None, end: Minute | None) -> "TimeSpan":
        """Some interval of at least a minute that lies within the given one.

        >>> TimeSpan.within(Minute(0), Minute(1440)).begin
        Bounds(earliest=0, latest=1439)
        """
        return cls(
            begin=Bounds(
                earliest=begin, latest=None if end is None else Minute(end - 1)
            ),
            end=Bounds(
                earliest=None if begin is None else Minute(begin + 1), latest=end
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is known."""
        return self.begin == OPEN and self.end == OPEN


def day(year: int, month: int, day_of_month: int) -> Minute:
    """The first minute of a day; the month may run over (13 is January of next year).

    >>> day(1848, 3, 13) - day(1848, 3, 12)
    1440
    >>> day(-43, 3, 15) < day(0, 1, 1)          # the Ides of March, 44 BC
    True
    >>> day(0, 1, 1)
    0
    """
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day_of_month - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return Minute((era * 146097 + day_of_era + _DAYS_TO_YEAR_ZERO) * MINUTES_PER_DAY)


def civil(minute: int) -> tuple[int, int, int]:
    """The year (astronomical), month and day that a minute falls on.

    >>> civil(day(-43, 3, 15))
    (-43, 3, 15)
    """
    era, day_of_era = divmod(minute // MINUTES_PER_DAY - _DAYS_TO_YEAR_ZERO, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (
        365 * year_of_era + year_of_era // 4 - year_of_era // 100
    )
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    year = year_of_era + era * 400 + (month <= 2)
    return year, month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def clock(minute: int) -> tuple[int, int]:
    """The hour and minute of the day."""
    return divmod(minute % MINUTES_PER_DAY, 60)


def weekday(minute: int) -> int:
    """The day of the week, Monday 0 to Sunday 6.

    >>> weekday(day(2025, 3, 16))               # a Sunday
    6
    """
    return (minute // MINUTES_PER_DAY + 5) % 7
