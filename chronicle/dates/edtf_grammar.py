"""The form of EDTF: text ↔ ``Date``, ``Interval`` or ``Choice``; no arithmetic here.

Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019), levels 0 to 2,
and clock times to the hour or minute as well as the second. Raises ``EdtfError``.
"""

import re
from dataclasses import dataclass

from chronicle.dates.calendars import MONTHS
from chronicle.errors import EdtfError

__all__ = ["Choice", "Component", "Date", "Edtf", "Interval", "fits", "parse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A year, month or day as written, with the qualifiers before and after it."""

    text: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.text}{self.after}"

    @property
    def approximate(self) -> bool:
        """Whether ``~`` or ``%`` stands at it."""
        return any(mark in "~%" for mark in self.before + self.after)

    @property
    def unspecified(self) -> bool:
        """Whether it has ``X`` in place of a digit."""
        return "X" in self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date; a ``month`` over 20 is a season, quarter or half year."""

    year: Component
    month: Component | None = None
    day: Component | None = None
    time: str | None = None

    def __str__(self) -> str:
        parts = [str(c) for c in (self.year, self.month, self.day) if c]
        return "-".join(parts) + (f"T{self.time}" if self.time else "")

    @property
    def components(self) -> tuple[Component, ...]:
        """What is given, year first."""
        return tuple(c for c in (self.year, self.month, self.day) if c)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From one date to another; ``None`` is ``..`` (open), ``""`` in text: unknown."""

    begin: Date | None
    end: Date | None
    begin_unknown: bool = False
    end_unknown: bool = False

    def __str__(self) -> str:
        begin = str(self.begin or ("" if self.begin_unknown else ".."))
        end = str(self.end or ("" if self.end_unknown else ".."))
        return f"{begin}/{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several dates ``[…]``, or all of them ``{…}``; members may be ranges."""

    members: tuple[Date | Interval, ...]
    all_of: bool = False

    def __str__(self) -> str:
        inner = ",".join(
            str(m) if isinstance(m, Date) else f"{m.begin or ''}..{m.end or ''}"
            for m in self.members
        )
        return f"{{{inner}}}" if self.all_of else f"[{inner}]"


Edtf = Date | Interval | Choice

_DATE = re.compile(
    r"(?P<year_before>[?~%]?)"
    r"(?P<year>(?:-?[0-9X]{4}|Y-?[0-9]{5,12})(?:S[1-9][0-9]?)?)"
    r"(?P<year_after>[?~%]?)"
    r"(?:-(?P<month_before>[?~%]?)(?P<month>[0-9X]{2})(?P<month_after>[?~%]?)"
    r"(?:-(?P<day_before>[?~%]?)(?P<day>[0-9X]{2})(?P<day_after>[?~%]?))?)?"
    r"(?:T(?P<time>\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)"
    r"(?:Z|[+-]\d\d(?::?\d\d)?)?(?P<time_after>[?~%]?))?"
)
_LONG = re.compile(r"Y(-?)(\d+)E(\d+)((?:S\d+)?)")
_LARGEST_EXPONENT = 9


def parse(text: str) -> Edtf:
    """The form of an EDTF text; raises ``EdtfError`` that names the fault.

    >>> str(parse("[1667,1668..1670]"))
    '[1667,1668..1670]'
    """
    stripped = text.strip()
    if not stripped:
        raise EdtfError("empty where an EDTF date belongs: give one, such as 1848-03")
    if stripped[0] in "[{":
        return _choice(stripped)
    if "/" in stripped:
        return _interval(stripped)
    return _date(stripped, stripped)


def _choice(text: str) -> Choice:
    all_of = text[0] == "{"
    if text[-1] != ("}" if all_of else "]"):
        raise EdtfError(f"{text!r}: the bracket {text[0]!r} is not closed: close it")
    inner = [part.strip() for part in text[1:-1].split(",")]
    members = tuple(_member(part, text) for part in inner)
    return Choice(members=members, all_of=all_of)


def _member(part: str, whole: str) -> Date | Interval:
    begin, dots, end = part.partition("..")
    if not dots:
        return _date(part, whole)
    if not begin and not end:
        raise EdtfError(f"{whole!r}: '..' has no date on either side: give one")
    return Interval(
        begin=_date(begin, whole) if begin else None,
        end=_date(end, whole) if end else None,
    )


def _interval(text: str) -> Interval:
    sides = [side.strip() for side in text.split("/")]
    if len(sides) != 2:
        raise EdtfError(f"{text!r}: an interval has one '/', between its two dates")
    begin, end = (None if s in ("", "..") else _date(s, text) for s in sides)
    if begin is None and end is None:
        raise EdtfError(f"{text!r}: an interval needs a date on one side at least")
    return Interval(
        begin=begin, end=end, begin_unknown=not sides[0], end_unknown=not sides[1]
    )


def _date(text: str, whole: str) -> Date:
    found = _DATE.fullmatch(_without_exponent(text, whole))
    if found is None:
        raise EdtfError(
            f"{whole!r}: {text!r} is no EDTF date: write year-month-day, "
            "such as 1848-03-14 or 1848~"
        )
    group = found.groupdict()
    if group["year"].startswith("-0000"):
        raise EdtfError(f"{whole!r}: there is no year -0000: 1 BC is 0000")
    if group["time"] and not group["day"]:
        raise EdtfError(f"{whole!r}: a time of day needs its day")
    parts = {
        name: Component(
            text=group[name],
            before=group[f"{name}_before"] or "",
            after=group[f"{name}_after"] or "",
        )
        for name in ("year", "month", "day")
        if group[name]
    }
    if group["time_after"]:
        parts["day"] = Component(
            text=parts["day"].text,
            before=parts["day"].before,
            after=group["time_after"],
        )
    date = Date(
        year=parts["year"],
        month=parts.get("month"),
        day=parts.get("day"),
        time=_time(group["time"], whole),
    )
    _check_month(date, whole)
    return date


def _without_exponent(text: str, whole: str) -> str:
    def written_out(found: re.Match[str]) -> str:
        sign, digits, exponent, significant = found.groups()
        if int(exponent) > _LARGEST_EXPONENT:
            raise EdtfError(f"{whole!r}: the exponent is over {_LARGEST_EXPONENT}")
        return f"Y{sign}{digits}{'0' * int(exponent)}{significant}"

    return _LONG.sub(written_out, text)


def _time(text: str | None, whole: str) -> str | None:
    if text is None:
        return None
    numbers = [int(float(n)) for n in text.split(":")]
    hour, minute, second = [*numbers, 0, 0][:3]
    midnight_after = hour == 24 and minute == 0 == second
    if (hour > 23 and not midnight_after) or minute > 59 or second > 60:
        raise EdtfError(f"{whole!r}: there is no time {text} on a clock")
    return text[:5]


def _check_month(date: Date, whole: str) -> None:
    if date.month is None:
        return
    month, day = date.month.text, date.day
    if not any(fits(month, f"{n:02d}") for n in (*range(1, 13), *range(21, 42))):
        raise EdtfError(
            f"{whole!r}: there is no month {month}: months are 01 to {len(MONTHS)}"
        )
    if day and not any(fits(month, f"{n:02d}") for n in range(1, 13)):
        raise EdtfError(f"{whole!r}: {month} is a season or quarter and has no days")
    if day and not any(fits(day.text, f"{n:02d}") for n in range(1, 32)):
        raise EdtfError(f"{whole!r}: there is no day {day.text} in any month")


def fits(pattern: str, digits: str) -> bool:
    """Whether digits agree with a pattern in which ``X`` stands for any digit."""
    return len(pattern) == len(digits) and all(
        p in ("X", d) for p, d in zip(pattern, digits, strict=True)
    )
