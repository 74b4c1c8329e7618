"""Dates in plain words, for the chain of reasons that ``explain`` prints."""

from chronicle.dates.axis import Minute, civil, clock, weekday
from chronicle.dates.calendars import MONTHS, WEEKDAYS
from chronicle.dates.margins import written_year
from chronicle.dates.periods import Period, Precision, at
from chronicle.dating.found import Found
from chronicle.model import Division, DivisionKind

__all__ = [
    "AND_SO_ON",
    "EVENT",
    "TOLD_AFTER",
    "TOLD_BEFORE",
    "day_words",
    "division_day",
    "one_farther",
    "ordinal",
    "outcome",
    "shortened",
    "unit_words",
    "with_weekday",
]

TOLD_BEFORE = "the date told before it"
TOLD_AFTER = "the date told after it"
EVENT = "the event it counts from"
AND_SO_ON = "and so on, one from another"
_LONGEST_CHAIN = 5
_KINDS = {
    DivisionKind.LETTER: "the letter's day",
    DivisionKind.POSTSCRIPT: "the postscript's day",
    DivisionKind.ENTRY: "the entry's day",
    DivisionKind.ENCLOSURE: "the enclosure's day",
}
_SEASONS = {
    Precision.SEASON: {3: "spring", 6: "summer", 9: "autumn", 12: "winter"},
}
_QUARTERS = ("first", "second", "third", "fourth")


def division_day(division: Division, date: str) -> str:
    """What a date of a division is called."""
    if date != "written":
        return f"the day it was {date}"
    if division.parent is None and division.kind is DivisionKind.ARTICLE:
        return "the document's date"
    return _KINDS.get(division.kind, f"the {division.kind}'s date")


def one_farther(step: str) -> str:
    """A step of an anchor's own derivation, as told under the anchor.

    >>> one_farther("the date told before it = 1848")
    'the date told before that = 1848'
    """
    for name in (TOLD_BEFORE, TOLD_AFTER):
        if step.startswith(f"{name} ="):
            return f"{name.removesuffix('it')}that{step.removeprefix(name)}"
    return step


def shortened(steps: tuple[str, ...]) -> tuple[str, ...]:
    """A chain of anchors that a reader can follow: a long one by its ends."""
    if len(steps) <= _LONGEST_CHAIN:
        return steps
    return (*steps[: _LONGEST_CHAIN - 2], AND_SO_ON, steps[-1])


def ordinal(number: int) -> str:
    """A number as an ordinal: 1st, 22nd, 113th.

    >>> ordinal(1), ordinal(12), ordinal(22)
    ('1st', '12th', '22nd')
    """
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else suffix}"


def day_words(minute: Minute) -> str:
    """A day, in the historian's years.

    >>> from chronicle.dates.axis import day
    >>> day_words(day(-43, 3, 15))
    '15 March 44 BC'
    """
    year, month, number = civil(minute)
    return f"{number} {MONTHS[month - 1]} {_year(year)}"


def with_weekday(minute: Minute) -> str:
    """A day with its day of the week."""
    return f"{WEEKDAYS[weekday(minute)]} {day_words(minute)}"


def _year(year: int) -> str:
    return f"{written_year(year)} BC" if year < 1 else str(year)


def unit_words(unit: Period, *, southern: bool = False) -> str:
    """One unit of the calendar.

    >>> from chronicle.dates.axis import day
    >>> unit_words(at(day(1812, 12, 5), Precision.SEASON))
    'winter 1812–13'
    >>> unit_words(at(day(-479, 9, 1), Precision.CENTURY))
    'the 5th century BC'
    """
    year, month, _ = civil(unit.begin)
    match unit.precision:
        case Precision.MINUTE | Precision.HOUR:
            hour, minute = clock(unit.begin)
            return f"{hour}:{minute:02} on {day_words(unit.begin)}"
        case Precision.DAY:
            return day_words(unit.begin)
        case Precision.WEEK:
            return f"the week of {_days(unit)}"
        case Precision.WEEKEND:
            return f"the weekend of {_days(unit)}"
        case Precision.MONTH:
            return f"{MONTHS[month - 1]} {_year(year)}"
        case Precision.QUARTER:
            return f"the {_QUARTERS[month // 3]} quarter of {_year(year)}"
        case Precision.SEASON:
            return _season(unit, southern=southern)
        case Precision.HALF:
            return f"the {'first' if month < 7 else 'second'} half of {_year(year)}"
        case Precision.YEAR:
            return _year(year)
    return _block(unit)


def _days(unit: Period) -> str:
    first, last = day_words(unit.begin), day_words(unit.last_minute)
    return f"{_short(first, last)} to {last}"


def _short(first: str, last: str) -> str:
    """The first of two dates without the month and year that the second repeats.

    >>> _short("10 March 1848", "16 March 1848"), _short("May 1848", "July 1848")
    ('10', 'May')
    """
    kept, repeated = first.split(" "), last.split(" ")
    if len(kept) != len(repeated):
        return first
    while len(kept) > 1 and kept[-1] == repeated[-1]:
        kept.pop()
        repeated.pop()
    return " ".join(kept)


def _season(unit: Period, *, southern: bool) -> str:
    year, month, _ = civil(unit.begin)
    name = _SEASONS[unit.precision][(month + 6 - 1) % 12 + 1 if southern else month]
    if month < 12:
        return f"{name} {_year(year)}"
    if year < 0:
        return f"{name} {written_year(year)}–{written_year(year + 1)} BC"
    following = year + 1
    short = f"{following % 100:02}" if year // 100 == following // 100 else following
    return f"{name} {year}–{short}"


def _block(unit: Period) -> str:
    first, last = civil(unit.begin)[0], civil(unit.last_minute)[0]
    era = " BC" if last < 1 else ""
    outer = last if last < 1 else first
    if unit.precision is Precision.DECADE:
        return f"the {written_year(outer) // 10 * 10}s{era}"
    size = 100 if unit.precision is Precision.CENTURY else 1000
    number = -outer // size + 1 if outer < 1 else outer // size + 1
    return f"the {ordinal(number)} {unit.precision}{era}"


def outcome(found: Found) -> str:
    """What was found, or why nothing was."""
    if found.said is not None:
        return found.said
    if found.unit is not None and found.span == found.unit.span:
        return unit_words(found.unit)
    span = found.span
    if span is None or span.is_open:
        return found.why or "unknown"
    begin, end = span.begin.earliest, span.end.latest
    if begin is None and end is not None:
        return f"up to {day_words(Minute(end - 1))}"
    if begin is not None and end is None:
        return f"from {day_words(begin)} on"
    if begin is None or end is None:
        sure = span.begin.latest
        return "some time unknown" if sure is None else f"about {day_words(sure)}"
    return _extent(begin, end, settled=span.begin.latest == begin)


def _extent(begin: Minute, end: Minute, *, settled: bool) -> str:
    last = Minute(end - 1)
    if begin % 1440 or end % 1440:
        return f"{_moment(begin)} to {_moment(end)}"
    for precision in (Precision.YEAR, Precision.MONTH, Precision.DAY):
        first_unit, last_unit = at(begin, precision), at(last, precision)
        if first_unit.begin == begin and last_unit.end == end:
            first, final = unit_words(first_unit), unit_words(last_unit)
            if first == final:
                return first
            first = _short(first, final)
            return f"{first} to {final}" if settled else f"between {first} and {final}"
    return "some time unknown"


def _moment(minute: Minute) -> str:
    hour, minutes = clock(minute)
    return f"{hour}:{minutes:02} on {day_words(minute)}"
