"""Hours of the day: nine o'clock, 3 p.m., 15:30, half past two."""

from collections.abc import Iterable
from dataclasses import replace

from chronicle.model import At, Part, Partial, PartName, Reading, Toward, Unit, Weekday
from chronicle.times.index import Parse, Terminal
from chronicle.times.meaning import (
    DEICTIC,
    NARRATIVE,
    NEXT,
    RUNNING,
    TIME,
    Fields,
    Meaning,
    calendar,
)
from chronicle.times.patterns import rule
from chronicle.times.words import DIGITS, Words


def _read_minutes(words: Words, i: int) -> Iterable[Parse]:
    if len(words[i].text) == 2 and words[i].text.isascii() and int(words[i].text) < 60:
        yield i + 1, int(words[i].text)


def _read_hour(words: Words, i: int) -> Iterable[Parse]:
    text = words[i].text
    joined = words.glued(i) and words.lower(i - 1) in _JOINING
    if len(text) <= 2 and text.isascii() and int(text) <= 24 and not joined:
        yield i + 1, int(text)


_AFTER_NOON = {PartName.AFTERNOON, PartName.EVENING, PartName.NIGHT}
_JOINING = frozenset(":.,/-$£€#")

TERMINALS = {
    "minutefigure": Terminal(frozenset({DIGITS}), _read_minutes),
    "hourfigure": Terminal(frozenset({DIGITS}), _read_hour),
}


def _at(hour: int, minute: int | None, half: str | None) -> Meaning | None:
    """A clock time; ``half`` is "am" or "pm", or ``None`` where it is not said."""
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return calendar(Fields(hour=hour, minute=minute)) if hour <= 24 else None


@rule("half", "(a [~.] m [~.]|am)", "in the morning", "that morning")
def before_noon() -> str:
    """“A.m.”, “in the morning”."""
    return "am"


@rule(
    "half",
    "(p [~.] m [~.]|pm)",
    "in the (afternoon|evening)",
    "at night",
    "that (afternoon|evening|night)",
)
def after_noon() -> str:
    """“P.m.”, “in the evening”."""
    return "pm"


@rule("oclock", "o ' clock", "o clock")
def o_clock() -> str:
    """“O'clock”."""
    return ""


@rule("hourword", "{n:ones}", "{n:teens}", "{n:hourfigure}")
def hour_word(*, n: int) -> int | None:
    """An hour in words or figures."""
    return n if n <= 24 else None


@rule("clock", "{hour:hourword} {oclock} [{half}]")
def at_o_clock(*, hour: int, oclock: str, half: str | None = None) -> Meaning | None:
    """“Nine o'clock”, “at ten o'clock in the morning”."""
    return _at(hour, None, half)


@rule(
    "clock",
    "{hour:hourword} {half}",
    "{hour:hourfigure} ~:/. ~{minute:minutefigure} [{oclock}] {half}",
    "{hour:hourfigure} ~: ~{minute:minutefigure} [hours/hrs]",
)
def clock_time(
    *, hour: int, minute: int | None = None, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“3 p.m.”, “3.30 p.m.”, “15:30”."""
    return _at(hour, minute, half)


@rule(
    "clock",
    "{n:small} [minutes] past/after {hour:hourword} [{oclock}] [{half}]",
)
def minutes_past(
    *, n: int, hour: int, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“Twenty minutes past one in the afternoon”."""
    return _at(hour, n, half) if n < 60 else None


@rule(
    "clock",
    "{n:small} minutes to/before {hour:hourword} [{oclock}] [{half}]",
)
def minutes_to(
    *, n: int, hour: int, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“Ten minutes to three”."""
    return _at(hour - 1 or 12, 60 - n, half) if n < 60 else None


@rule("clocked", "{clock} [on/of] >{day:relative}")
def clock_of_day(*, clock: Meaning, day: Meaning) -> Meaning | None:
    """“11 o'clock last night”, “3 p.m. yesterday”: on the day that follows."""
    reading = clock.reading
    if not isinstance(reading, Partial) or day.grain not in {Unit.DAY, Unit.HOUR}:
        return None
    hour = reading.hour
    if hour and hour < 12 and isinstance(day.reading, Part):
        hour += 12 if day.reading.which in _AFTER_NOON else 0
    at = replace(reading, anchor=NEXT, toward=Toward.SAME, hour=hour)
    return replace(clock, reading=at, fields=None)


@rule("clocktoday", "{hour:hourword} [{oclock}] this {half:halfword}")
def clock_today(*, hour: int, half: str, oclock: str = "") -> Meaning | None:
    """“Five this morning”: of the writer's own day."""
    meaning = _at(hour, None, half)
    if meaning is None or not isinstance(meaning.reading, Partial):
        return None
    reading = replace(meaning.reading, anchor=DEICTIC, toward=Toward.SAME)
    return replace(meaning, reading=reading, fields=None)


@rule("halfword", "morning/forenoon")
def morning_word() -> str:
    """Before noon."""
    return "am"


@rule("halfword", "afternoon/evening")
def afternoon_word() -> str:
    """After noon."""
    return "pm"


@rule("clock", "{hour:four} hours/hrs/h")
def military_time(*, hour: int) -> Meaning | None:
    """“0600 hours”."""
    hours, minutes = divmod(hour, 100)
    return _at(hours, minutes, None) if hours < 24 and minutes < 60 else None


@rule("clock", "half [-] past {hour:hourword} [{oclock}] [{half}]")
def half_past(
    *, hour: int, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“Half past two”."""
    return _at(hour, 30, half)


@rule("clock", "[a] quarter past {hour:hourword} [{oclock}] [{half}]")
def quarter_past(
    *, hour: int, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“A quarter past two”."""
    return _at(hour, 15, half)


@rule("clock", "[a] quarter to/before {hour:hourword} [{oclock}] [{half}]")
def quarter_to(
    *, hour: int, half: str | None = None, oclock: str = ""
) -> Meaning | None:
    """“A quarter to three”."""
    return _at(hour - 1 or 12, 45, half)


@rule("hours", "{which:daypartnamed}")
def noon(*, which: PartName) -> Meaning:
    """“Noon”, “at dawn”: of the day just told."""
    reading: Reading = Part(which=which, of=At(anchor=NARRATIVE, unit=Unit.DAY))
    return Meaning(type=TIME, reading=reading, grain=Unit.HOUR)


@rule("daypartnamed", "noon/midday")
def word_noon() -> PartName:
    """The sixth hour of daylight."""
    return PartName.NOON


@rule("daypartnamed", "midnight")
def word_midnight() -> PartName:
    """The end of the day."""
    return PartName.MIDNIGHT


@rule("daypartnamed", "dawn/daybreak/sunrise", "first light", "day - break")
def word_dawn() -> PartName:
    """The beginning of daylight."""
    return PartName.DAWN


@rule("daypartnamed", "dusk/nightfall/sunset")
def word_dusk() -> PartName:
    """The end of daylight."""
    return PartName.EVENING


@rule("zone", "gmt/est/edt/cst/cdt/mst/mdt/pst/pdt/bst/utc", "local/eastern time")
def zone() -> str:
    """A time zone, which is read and not kept: hours are the source's own."""
    return ""


@rule(
    "clocked", "{clock} [{zone}] [on|,] {weekday}", "{weekday} [,] [at|,|about] {clock}"
)
def clock_weekday(*, clock: Meaning, weekday: int, zone: str = "") -> Meaning | None:
    """“10 p.m. Wednesday”, “Wednesday at 3 p.m.”."""
    if clock.fields is None:
        return None
    return calendar(replace(clock.fields, weekday=weekday))


@rule("clocked", "{which:daypartnamed} [on|,] {weekday}")
def noon_weekday(*, which: PartName, weekday: int) -> Meaning:
    """“Noon Thursday”."""
    day = Weekday(anchor=RUNNING, weekday=weekday, toward=Toward.NEAREST)
    return Meaning(type=TIME, reading=Part(which=which, of=day), grain=Unit.HOUR)


@rule("clocked", "{clock} [{zone}] [on|,|of] [the] {date}")
def clock_date(*, clock: Meaning, date: Meaning, zone: str = "") -> Meaning | None:
    """“At 3 p.m. on 5 May 1848”."""
    return _joined(date, clock)


@rule("clocked", "{date} [,] [at|,|around|about] {clock}")
def date_clock(*, date: Meaning, clock: Meaning) -> Meaning | None:
    """“5 May 1848, 3 p.m.”."""
    return _joined(date, clock)


def _joined(date: Meaning, clock: Meaning) -> Meaning | None:
    if date.fields is None or clock.fields is None or date.grain is not Unit.DAY:
        return None
    hour, minute = clock.fields.hour, clock.fields.minute
    return calendar(replace(date.fields, hour=hour, minute=minute))


@rule("clocked", "{clock}", "{clock:hours}", "{clock:clocktoday}")
def clock_alone(*, clock: Meaning) -> Meaning:
    """A clock time on the day just told."""
    return clock


RULES = (
    before_noon,
    after_noon,
    o_clock,
    hour_word,
    at_o_clock,
    clock_time,
    minutes_past,
    minutes_to,
    clock_of_day,
    clock_today,
    morning_word,
    afternoon_word,
    military_time,
    half_past,
    quarter_past,
    quarter_to,
    noon,
    word_noon,
    word_midnight,
    word_dawn,
    word_dusk,
    zone,
    clock_weekday,
    noon_weekday,
    clock_date,
    date_clock,
    clock_alone,
)
