"""How far circa, early, late, "some days later" reach: read from ``margins.toml``.

Each figure stands in that file with its reason; nothing of the kind is in the code.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from chronicle.dates.axis import Bounds, Minute, TimeSpan, civil
from chronicle.dates.periods import Period, Precision, moved

__all__ = ["Margins", "Measure", "Reach", "Stretch", "margins", "written_year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A length: so many units."""

    amount: int
    unit: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Where a part of something begins and ends, each between two positions."""

    begin: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How exact a time is that was measured off: its unit, and the units it may err."""

    precision: Precision
    margin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The margins in force."""

    table: dict[str, Any] = field(repr=False)

    def circa(self, precision: Precision, year: int) -> Reach:
        """How far "circa" reaches on either side; a rounder year reaches farther."""
        row = self.table["circa"][precision.value]
        amount = row["amount"]
        for divisor, rounder in row.get("rounder", {}).items():
            if written_year(year) % int(divisor) == 0:
                amount = rounder
        return Reach(amount=amount, unit=Precision(row["unit"]))

    def about(
        self, first: Period, last: Period, *, precision: Precision | None = None
    ) -> TimeSpan:
        """The span of "about" a period that is one of those from first to last."""
        reach = self.circa(precision or first.precision, civil(first.begin)[0])

        def bounds(earliest: Minute, latest: Minute) -> Bounds:
            return Bounds(
                earliest=moved(earliest, -reach.amount, reach.unit),
                latest=moved(latest, reach.amount, reach.unit),
            )

        return TimeSpan(
            begin=bounds(first.begin, last.begin), end=bounds(first.end, last.end)
        )

    def part(self, name: str) -> Stretch | None:
        """An early, middle or late part, in fractions of the whole."""
        return _stretch(self.table["part"].get(name))

    def day_part(self, name: str) -> Stretch | None:
        """A part of the day, in hours from the midnight before it."""
        return _stretch(self.table["day"].get(name))

    def measured(self, unit: str, amount: int) -> Measure:
        """How exact "so many units later" is."""
        row = self.table["measured"][unit]
        if abs(amount) >= row["coarse_from"]:
            return Measure(
                precision=Precision(row["coarse"]), margin=row["coarse_margin"]
            )
        return Measure(precision=Precision(row["precision"]), margin=row["margin"])

    def in_calendar_units(self, unit: str) -> Reach | None:
        """What a unit that is not the calendar's own comes to ("fortnight")."""
        row = self.table["unit"].get(unit)
        if row is None:
            return None
        return Reach(amount=row["amount"], unit=Precision(row["unit"]))

    def unknown(self, unit: str) -> tuple[int, int]:
        """The least and the greatest amount that "some" of a unit stands for."""
        return self.table["unknown"]["least"], self.table["unknown"][unit]

    def more_than(self, amount: int) -> int:
        """How many units "more than" an amount may go beyond it."""
        fraction: float = self.table["more_than"]["fraction"]
        return max(1, round(amount * fraction))

    @property
    def turn(self) -> tuple[float, float]:
        """The reach of "the turn of" on each side, surely and at most, in fractions."""
        return self.table["turn"]["narrow"], self.table["turn"]["wide"]


@cache
def margins() -> Margins:
    """The margins that ship with chronicle."""
    text = files("chronicle.dates").joinpath("margins.toml").read_text("utf-8")
    return Margins(table=tomllib.loads(text))


def written_year(year: int) -> int:
    """The number a historian writes for an astronomical year, era left out.

    >>> written_year(-43), written_year(1), written_year(0)
    (44, 1, 1)
    """
    return year if year > 0 else 1 - year


def _stretch(row: dict[str, Any] | None) -> Stretch | None:
    if row is None:
        return None
    return Stretch(begin=tuple(row["begin"]), end=tuple(row["end"]))
