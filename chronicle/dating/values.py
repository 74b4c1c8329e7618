"""TIMEX3 values (TimeML 1.2.1; TIDES 2005 for weeks, seasons and lengths).

Years before our era follow the taggers' practice: ``BC0044`` is 44 BC. What is not
known is ``X``.
"""

from chronicle.dates.axis import civil, clock
from chronicle.dates.calendars import add_days, iso_week
from chronicle.dates.margins import written_year
from chronicle.dates.periods import Period, Precision, at
from chronicle.model import (
    At,
    Between,
    Duration,
    Nth,
    OneOf,
    Part,
    Partial,
    PartName,
    Qualified,
    Reading,
    Recurring,
    Shift,
    Unit,
    Vague,
    Weekday,
)

__all__ = ["DAY_PARTS", "SEASONS", "common", "length", "underspecified", "value"]

DAY_PARTS = {
    PartName.DAWN: "TMO",
    PartName.MORNING: "TMO",
    PartName.NOON: "T12:00",
    PartName.AFTERNOON: "TAF",
    PartName.EVENING: "TEV",
    PartName.NIGHT: "TNI",
    PartName.MIDNIGHT: "T24:00",
}
SEASONS = {
    PartName.SPRING: "SP",
    PartName.SUMMER: "SU",
    PartName.AUTUMN: "FA",
    PartName.WINTER: "WI",
}
_SEASON_OF_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SOUTHERN_SEASON_OF_MONTH = {9: "SP", 12: "SU", 3: "FA", 6: "WI"}
_BLOCKS = {
    Precision.DECADE: (10, 3),
    Precision.CENTURY: (100, 2),
    Precision.MILLENNIUM: (1000, 1),
}
_LENGTHS = {
    Unit.MINUTE: "T{}M",
    Unit.HOUR: "T{}H",
    Unit.DAY: "{}D",
    Unit.NIGHT: "{}D",
    Unit.WEEKEND: "{}WE",
    Unit.WEEK: "{}W",
    Unit.FORTNIGHT: "{}W",
    Unit.MONTH: "{}M",
    Unit.QUARTER: "{}Q",
    Unit.SEASON: "{}M",
    Unit.YEAR: "{}Y",
    Unit.DECADE: "{}DE",
    Unit.GENERATION: "{}Y",
    Unit.CENTURY: "{}CE",
    Unit.MILLENNIUM: "{}ML",
}
_MULTIPLES = {Unit.FORTNIGHT: 2, Unit.SEASON: 3, Unit.GENERATION: 30}
_FINER = {Unit.HOUR: "M", Unit.MINUTE: "S"}
_UNKNOWN = {
    Unit.MINUTE: "XXXX-XX-XXTXX:XX",
    Unit.HOUR: "XXXX-XX-XXTXX",
    Unit.DAY: "XXXX-XX-XX",
    Unit.NIGHT: "XXXX-XX-XXTNI",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def value(unit: Period, *, southern: bool = False) -> str:
    """The TIMEX3 value of one unit of the calendar.

    >>> from chronicle.dates.axis import day
    >>> value(at(day(-43, 3, 15), Precision.DAY))
    'BC0044-03-15'
    >>> value(at(day(2025, 3, 17), Precision.WEEK))
    '2025-W12'
    """
    year, month, day_of_month = civil(unit.begin)
    match unit.precision:
        case Precision.MINUTE | Precision.HOUR:
            hour, minute = clock(unit.begin)
            return f"{_year(year)}-{month:02}-{day_of_month:02}T{hour:02}:{minute:02}"
        case Precision.DAY:
            return f"{_year(year)}-{month:02}-{day_of_month:02}"
        case Precision.WEEK | Precision.WEEKEND:
            return _week(unit)
        case Precision.MONTH:
            return f"{_year(year)}-{month:02}"
        case Precision.QUARTER:
            return f"{_year(year)}-Q{1 + month // 3}"
        case Precision.SEASON:
            names = _SOUTHERN_SEASON_OF_MONTH if southern else _SEASON_OF_MONTH
            return f"{_year(year)}-{names[month]}"
        case Precision.HALF:
            return f"{_year(year)}-H{1 + month // 7}"
        case Precision.YEAR:
            return _year(year)
    size, digits = _BLOCKS[unit.precision]
    if year > 0:
        return f"{year // size:0{digits}}"
    if unit.precision is Precision.DECADE:
        return f"BC{written_year(civil(unit.last_minute)[0]) // size:0{digits}}"
    return f"BC{-year // size:0{digits}}"


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _week(unit: Period) -> str:
    """The ISO week that most of a week's days lie in."""
    weekend = "-WE" if unit.precision is Precision.WEEKEND else ""
    year, number = iso_week(unit.begin if weekend else add_days(unit.begin, 3))
    return f"{_year(year)}-W{number:02}{weekend}"


def common(first: Period, last: Period, *, southern: bool = False) -> str:
    """The TIMEX3 value of some unit between two of a kind, as far as they share one.

    >>> from chronicle.dates.axis import day
    >>> common(at(day(1848, 3, 3), Precision.DAY), at(day(1848, 3, 9), Precision.DAY))
    '1848-03-XX'
    """
    if first == last:
        return value(first, southern=southern)
    one, other = value(first, southern=southern), value(last, southern=southern)
    if first.precision in _BLOCKS or first.precision is Precision.YEAR:
        for coarser in _BLOCKS:
            block = at(first.begin, coarser)
            if block.contains(last) and coarser != first.precision:
                return value(block)
        return "BCXXXX" if one.startswith("BC") and other.startswith("BC") else "XXXX"
    if first.precision in (Precision.MINUTE, Precision.HOUR):
        day_one, day_other = one.partition("T")[0], other.partition("T")[0]
        return f"{_shared(day_one, day_other)}TXX"
    return _shared(one, other)


def _shared(one: str, other: str) -> str:
    """What two values share: X from the first part that differs.

    One day of several years keeps its month and day.
    """
    ones, others = one.split("-"), other.split("-")
    yearly = ones[1:] == others[1:]
    parts, blank = [], False
    for a, b in zip(ones, others, strict=False):
        blank = a != b or (blank and not yearly)
        parts.append(_blank(a, b) if blank else a)
    return "-".join(parts)


def _blank(part: str, other: str) -> str:
    for prefix in ("BC", "W", "Q", "H"):
        if part.startswith(prefix):
            kept = prefix if other.startswith(prefix) or prefix != "BC" else ""
            return kept + "X" * len(part[len(prefix) :])
    return "X" * len(part)


def length(amount: float | None, unit: Unit) -> str:
    """The TIMEX3 value of a length of time.

    >>> length(3, Unit.DAY), length(None, Unit.YEAR), length(2, Unit.FORTNIGHT)
    ('P3D', 'PXY', 'P4W')
    >>> length(5.5, Unit.HOUR), length(0.5, Unit.MINUTE), length(1.5, Unit.YEAR)
    ('PT5H30M', 'PT30S', 'P1.5Y')
    """
    if amount is None:
        return "P" + _LENGTHS[unit].format("X")
    if unit in _FINER and amount != int(amount):
        whole, finer = divmod(round(amount * 60), 60)
        first = _LENGTHS[unit].format(whole) if whole else "T"
        return f"P{first}{finer}{_FINER[unit]}"
    number = amount * _MULTIPLES.get(unit, 1)
    return "P" + _LENGTHS[unit].format(f"{number:g}")


def underspecified(reading: Reading) -> str | None:
    """The TIMEX3 value of a reading whose anchor is not known, or of a kind of time."""
    match reading:
        case Shift(amount=None, forward=forward):
            return "FUTURE_REF" if forward else "PAST_REF"
        case Shift(unit=unit) | Nth(unit=unit) | At(unit=Unit() as unit):
            return _UNKNOWN.get(unit)
        case Weekday(weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case Partial():
            return _partial(reading)
        case Part(which=which) if which in SEASONS:
            return f"XXXX-{SEASONS[which]}"
        case Part(which=which, of=of) if which in DAY_PARTS:
            day = (underspecified(of) or "").partition("T")[0]
            known = day if day.count("-") == 2 else "XXXX-XX-XX"
            return known + DAY_PARTS[which]
        case Part(of=of) | Qualified(of=of):
            return underspecified(of)
        case Vague(era=era):
            return str(era)
        case Duration(amount=amount, unit=unit):
            return length(amount, unit)
        case Recurring(of=None, unit=unit, every=every):
            return length(every, unit)
        case Recurring(of=of) if of is not None:
            return underspecified(of)
        case Between() | OneOf():
            return None
    return None


def _partial(reading: Partial) -> str:
    year = "XXXX" if reading.year is None else _year(reading.year)
    if reading.year_in_century is not None:
        year = f"XX{reading.year_in_century:02}"
    if reading.month is None and reading.day is None and reading.weekday is not None:
        text = f"{year}-WXX-{reading.weekday + 1}"
    else:
        text = year
        if reading.month is not None or reading.day is not None or reading.hour:
            text += "-XX" if reading.month is None else f"-{reading.month:02}"
        if reading.day is not None or reading.hour is not None:
            text += "-XX" if reading.day is None else f"-{reading.day:02}"
    if reading.hour is not None:
        text += f"T{reading.hour:02}:{reading.minute or 0:02}"
    return text
