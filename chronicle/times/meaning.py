"""What the grammar makes of an expression before its anchor is chosen.

Grammar and anchoring meet here. A reading that needs an anchor carries one of four
placeholders: ``DEICTIC`` (the speaker's or writer's now), ``NARRATIVE`` (the time just
told), ``RUNNING`` (whichever supplies what an incomplete date leaves out), ``NEXT``
(the expression that follows: "two days after 5 May").
"""

from dataclasses import dataclass, replace

from chronicle.model import (
    Absolute,
    Between,
    DivisionAnchor,
    Partial,
    Reading,
    TimexAnchor,
    TimexType,
    Toward,
    Unit,
)

DEICTIC = DivisionAnchor(division="")
NARRATIVE = TimexAnchor(timex="")
RUNNING = TimexAnchor(timex="*")
NEXT = TimexAnchor(timex=">")

DATE, TIME = TimexType.DATE, TimexType.TIME
DURATION, SET = TimexType.DURATION, TimexType.SET

LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""The days of the shorter months; February in its longest year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The parts of a calendar date as far as they are written.

    ``year`` is astronomical; ``short`` is a year without its century ("'61");
    ``weekday`` counts from Monday 0.
    """

    year: int | None = None
    short: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def grain(self) -> Unit:
        """The finest unit that is written."""
        if self.hour is not None:
            return Unit.HOUR if self.minute is None else Unit.MINUTE
        if self.day is not None or self.weekday is not None:
            return Unit.DAY
        return Unit.MONTH if self.month is not None else Unit.YEAR

    @property
    def possible(self) -> bool:
        """Whether the month has such a day."""
        return self.day is None or self.day <= LONGEST.get(self.month or 1, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The reading of an expression, with its TIMEX3 type and its grain.

    ``rules`` names the rules that made it, the outermost first; ``fields`` are the
    parts of a plain date.
    """

    type: TimexType
    reading: Reading
    grain: Unit | None = None
    rules: tuple[str, ...] = ()
    fields: Fields | None = None


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date in EDTF, from an astronomical year.

    >>> edtf(-43, 3, 15), edtf(1848), edtf(-9999), edtf(12000)
    ('-0043-03-15', '1848', '-9999', 'Y12000')
    """
    if abs(year) > 9999:
        text = f"Y{year}"
    else:
        text = f"-{-year:04}" if year < 0 else f"{year:04}"
    parts = [text, *(f"{part:02}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def calendar(fields: Fields) -> Meaning:
    """The meaning of a calendar date, whole or with something left out."""
    whole = fields.year is not None and (fields.month is not None or fields.day is None)
    plain = fields.weekday is None and fields.hour is None and fields.possible
    reading: Reading
    if whole and plain and fields.year is not None:
        reading = Absolute(edtf=edtf(fields.year, fields.month, fields.day))
    else:
        reading = Partial(
            anchor=None if whole else RUNNING,
            toward=Toward.NEAREST,
            year=fields.year,
            year_in_century=fields.short,
            month=fields.month,
            day=fields.day,
            weekday=fields.weekday,
            hour=fields.hour,
            minute=fields.minute,
        )
    kind = TIME if fields.hour is not None else DATE
    return Meaning(type=kind, reading=reading, grain=fields.grain, fields=fields)


def interval(first: Meaning, last: Meaning) -> Meaning | None:
    """One expression from two dates, each lending the other what it leaves out."""
    a, b = first.fields, last.fields
    if a is not None and b is not None:
        first, last = calendar(_lent(a, b)), calendar(_followed(_lent(a, b), b))
    reading = Between(begin=first.reading, end=last.reading)
    return Meaning(type=DATE, reading=reading, grain=last.grain, fields=None)


def _lent(first: Fields, last: Fields) -> Fields:
    """“May” before “July 1848” is May 1848; “3” before “9 May” is 3 May."""
    month = first.month
    if month is None and first.day is not None:
        month = last.month
    year = first.year
    if year is None and first.short is None and last.year is not None:
        later = month is not None and last.month is not None and month > last.month
        year = last.year - 1 if later else last.year
    return replace(first, month=month, year=year)


def _followed(first: Fields, last: Fields) -> Fields:
    """“July” after “May 1848” is July 1848; “March” after “May 1848” is 1849."""
    if last.year is not None or last.short is not None or first.year is None:
        return last
    month = last.month if last.month is not None or last.day is None else first.month
    if month is None:
        return last
    back = first.month is not None and month < first.month
    return replace(last, month=month, year=first.year + back)
