"""This, last, next and the following: units counted from now or from the time told."""

from chronicle.model import (
    Anchor,
    At,
    Part,
    Partial,
    PartName,
    Reading,
    Shift,
    Toward,
    Unit,
    Weekday,
)
from chronicle.times.lexicons import phrases
from chronicle.times.meaning import (
    DATE,
    DEICTIC,
    NARRATIVE,
    RUNNING,
    TIME,
    Meaning,
)
from chronicle.times.patterns import rule

DAYPART_GRAIN = Unit.HOUR

TERMINALS = {
    "daynumber": phrases("words", "day", value=int),
    "nightnumber": phrases("words", "night", value=int),
    "month_of": phrases("words", "month_of", value=int),
    "daypart": phrases("parts", "daypart", value=PartName),
    "narrative_step": phrases("steps", "narrative", value=int),
    "narrative_after": phrases("steps", "narrative_after", value=int),
    "deictic_step": phrases("steps", "deictic", value=int),
    "same": phrases("steps", "same"),
}


def stepped(anchor: Anchor, step: int, unit: Unit) -> Meaning:
    """The unit that lies so many calendar units from its anchor."""
    reading: Reading = Shift(anchor=anchor, amount=step, unit=unit, aligned=True)
    if unit is Unit.NIGHT:
        day = Shift(anchor=anchor, amount=step, unit=Unit.DAY, aligned=True)
        reading = Part(which=PartName.NIGHT, of=day)
        return Meaning(type=TIME, reading=reading, grain=DAYPART_GRAIN)
    kind = TIME if unit in {Unit.MINUTE, Unit.HOUR} else DATE
    return Meaning(type=kind, reading=reading, grain=unit)


def part_of_day(which: PartName, of: Reading) -> Meaning:
    """A morning, an evening, a night of some day."""
    return Meaning(type=TIME, reading=Part(which=which, of=of), grain=DAYPART_GRAIN)


def _toward(step: int) -> Toward:
    return {-1: Toward.BACK, 0: Toward.SAME, 1: Toward.FORWARD}[step]


def _month(anchor: Anchor, step: int, month: int) -> Meaning:
    reading = Partial(anchor=anchor, toward=_toward(step), strict=True, month=month)
    return Meaning(type=DATE, reading=reading, grain=Unit.MONTH)


def _season(anchor: Anchor, step: int, season: str) -> Meaning:
    year = Shift(anchor=anchor, amount=step, unit=Unit.YEAR, aligned=True)
    reading = Part(which=PartName(season), of=year)
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


def _weekday(anchor: Anchor, step: int, weekday: int) -> Meaning:
    reading = Weekday(
        anchor=anchor, weekday=weekday, toward=_toward(step), strict=step != 0
    )
    return Meaning(type=DATE, reading=reading, grain=Unit.DAY)


@rule("relative", "{daynumber}")
def deictic_day(*, daynumber: int) -> Meaning:
    """“Yesterday”, “to-morrow”."""
    return stepped(DEICTIC, daynumber, Unit.DAY)


@rule("relative", "{daynumber} week/sennight", "{daynumber} se ' nnight")
def deictic_day_week(*, daynumber: int) -> Meaning:
    """“To-morrow week”, “yesterday sennight”: seven days farther off."""
    away = daynumber - 7 if daynumber < 0 else daynumber + 7
    return stepped(DEICTIC, away, Unit.DAY)


@rule("relative", "the {unit} (before last|{next:afternext})")
def unit_before_last(*, unit: str, next: int = -2) -> Meaning:
    """“The week before last”, “the year after next”."""
    return stepped(DEICTIC, next, Unit(unit))


@rule("afternext", "after next")
def after_next() -> int:
    """Two units on."""
    return 2


@rule("relative", "the/that morrow", "the next morrow")
def morrow() -> Meaning:
    """“On the morrow”."""
    return stepped(NARRATIVE, 1, Unit.DAY)


@rule("relative", "{same} date")
def same_date(*, same: str) -> Meaning:
    """“Under the same date”."""
    reading = At(anchor=NARRATIVE, unit=Unit.DAY)
    return Meaning(type=DATE, reading=reading, grain=Unit.DAY)


@rule("relative", "{nightnumber}")
def deictic_night(*, nightnumber: int) -> Meaning:
    """“Last night”, “to-night”."""
    day = Shift(anchor=DEICTIC, amount=nightnumber, unit=Unit.DAY, aligned=True)
    return part_of_day(PartName.NIGHT, day)


@rule("relative", "{deictic_step} {unit}")
def deictic_unit(*, deictic_step: int, unit: str) -> Meaning | None:
    """“This week”, “last year”; “next day” counts from the time told."""
    if unit in {Unit.DAY, Unit.NIGHT}:
        return stepped(NARRATIVE, 1, Unit(unit)) if deictic_step == 1 else None
    return stepped(DEICTIC, deictic_step, Unit(unit))


@rule("relative", "{deictic_step} {month}")
def deictic_month(*, deictic_step: int, month: int) -> Meaning:
    """“Last March”."""
    return _month(DEICTIC, deictic_step, month)


@rule("relative", "{month} (last|{next})")
def month_last(*, month: int, next: int | None = None) -> Meaning:
    """“March last”, “in May next”."""
    return _month(DEICTIC, next or -1, month)


@rule("relative", "{deictic_step} {season}")
def deictic_season(*, deictic_step: int, season: str) -> Meaning:
    """“Last spring”, “this winter”."""
    return _season(DEICTIC, deictic_step, season)


@rule("relative", "{deictic_step} {weekday}")
def deictic_weekday(*, deictic_step: int, weekday: int) -> Meaning:
    """“Last Tuesday”, “this Friday”."""
    return _weekday(DEICTIC, deictic_step, weekday)


@rule("relative", "{weekday} (last|{next})")
def weekday_last(*, weekday: int, next: int | None = None) -> Meaning:
    """“Tuesday last”, “Friday next”."""
    return _weekday(DEICTIC, next or -1, weekday)


@rule("relative", "{weekday} [in the/at] {daypart} (last|{next})")
def weekday_daypart_last(
    *, weekday: int, daypart: PartName, next: int | None = None
) -> Meaning:
    """“Saturday night last”, “Monday morning next”."""
    day = _weekday(DEICTIC, next or -1, weekday).reading
    return part_of_day(daypart, day)


@rule("next", "next")
def word_next() -> int:
    """The word "next" behind its noun."""
    return 1


@rule("relative", "{weekday} (week|sennight|se ' nnight|{two:fortnightword})")
def weekday_week(*, weekday: int, two: int = 0) -> Meaning:
    """“Tuesday week”: the Tuesday after the coming one."""
    reading = Weekday(
        anchor=DEICTIC, weekday=weekday, toward=Toward.FORWARD, weeks=1 + two
    )
    return Meaning(type=DATE, reading=reading, grain=Unit.DAY)


@rule("fortnightword", "fortnight")
def word_fortnight() -> int:
    """One week more."""
    return 1


@rule("relative", "next {daypart}")
def next_daypart(*, daypart: PartName) -> Meaning:
    """“Next morning he left”."""
    day = Shift(anchor=NARRATIVE, amount=1, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, day)


@rule("relative", "this {daypart}")
def deictic_daypart(*, daypart: PartName) -> Meaning:
    """“This morning”."""
    today = Shift(anchor=DEICTIC, amount=0, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, today)


@rule("relative", "{daynumber} [in the/at] {daypart}")
def deictic_day_daypart(*, daynumber: int, daypart: PartName) -> Meaning:
    """“Yesterday morning”, “to-morrow at noon”."""
    day = Shift(anchor=DEICTIC, amount=daynumber, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, day)


@rule("relative", "{step:narrative_step} {unit}", "the {unit} {step:next}")
def narrative_unit(*, step: int, unit: str) -> Meaning:
    """“The following year”, “the previous week”."""
    return stepped(NARRATIVE, step, Unit(unit))


@rule("relative", "{narrative_step} {month}")
def narrative_month(*, narrative_step: int, month: int) -> Meaning:
    """“The following May”."""
    return _month(NARRATIVE, narrative_step, month)


@rule("relative", "{narrative_step} {season}")
def narrative_season(*, narrative_step: int, season: str) -> Meaning:
    """“The following spring”: the first one after the time told."""
    return _season(NARRATIVE, narrative_step, season)


@rule("relative", "{narrative_step} {weekday}")
def narrative_weekday(*, narrative_step: int, weekday: int) -> Meaning:
    """“The following Sunday”."""
    return _weekday(NARRATIVE, narrative_step, weekday)


@rule("relative", "[the] {weekday} {step:narrative_after}")
def narrative_weekday_after(*, weekday: int, step: int) -> Meaning:
    """“The Sunday preceding”, “on Tuesday following”."""
    return _weekday(NARRATIVE, step, weekday)


@rule("relative", "{narrative_step} {daypart}")
def narrative_daypart(*, narrative_step: int, daypart: PartName) -> Meaning:
    """“The next morning”."""
    day = Shift(anchor=NARRATIVE, amount=narrative_step, unit=Unit.DAY, aligned=True)
    return part_of_day(daypart, day)


@rule("relative", "{same} {unit}")
def same_unit(*, same: str, unit: str) -> Meaning | None:
    """“The same day”, “that year”."""
    if unit == Unit.NIGHT:
        return part_of_day(PartName.NIGHT, At(anchor=NARRATIVE, unit=Unit.DAY))
    reading = At(anchor=NARRATIVE, unit=Unit(unit))
    return Meaning(type=DATE, reading=reading, grain=Unit(unit))


@rule("relative", "{same} {daypart}")
def same_daypart(*, same: str, daypart: PartName) -> Meaning:
    """“That evening”."""
    return part_of_day(daypart, At(anchor=NARRATIVE, unit=Unit.DAY))


@rule("lone", "the {daypart}", "{at:atword} {daypart}")
def lone_daypart(*, daypart: PartName, at: str = "") -> Meaning:
    """“In the morning”, “at night”: of the day just told."""
    return part_of_day(daypart, At(anchor=NARRATIVE, unit=Unit.DAY))


@rule("lone", "{early} [in/on] the {daypart}", "{early} at {daypart}")
def lone_daypart_part(*, early: PartName, daypart: PartName) -> Meaning:
    """“Late in the evening”: of the day just told."""
    of = Part(which=daypart, of=At(anchor=NARRATIVE, unit=Unit.DAY))
    return part_of_day(early, of)


@rule("atword", "at/by/during/overnight")
def word_at() -> str:
    """What stands before a bare part of the day."""
    return ""


@rule("relative", "{same} {season}")
def same_season(*, same: str, season: str) -> Meaning:
    """“That winter”."""
    reading = Part(which=PartName(season), of=At(anchor=NARRATIVE, unit=Unit.YEAR))
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


@rule("relative", "{same} {month}")
def same_month(*, same: str, month: int) -> Meaning:
    """“That January”."""
    return _month(NARRATIVE, 0, month)


@rule("relative", "{same} {weekday}")
def same_weekday(*, same: str, weekday: int) -> Meaning:
    """“That Friday”."""
    return _weekday(NARRATIVE, 0, weekday)


@rule("relative", "{weekday} [in the/at] {daypart}")
def weekday_daypart(*, weekday: int, daypart: PartName) -> Meaning:
    """“Tuesday evening”."""

    day = Weekday(anchor=RUNNING, weekday=weekday, toward=Toward.NEAREST)
    return part_of_day(daypart, day)


@rule("relative", "{weekday}")
def weekday_alone(*, weekday: int) -> Meaning:
    """“On Tuesday”: past or future by tense."""

    reading = Weekday(anchor=RUNNING, weekday=weekday, toward=Toward.NEAREST)
    return Meaning(type=DATE, reading=reading, grain=Unit.DAY)


RULES = (
    deictic_day,
    deictic_day_week,
    unit_before_last,
    after_next,
    morrow,
    same_date,
    deictic_night,
    deictic_unit,
    deictic_month,
    month_last,
    deictic_season,
    deictic_weekday,
    weekday_last,
    weekday_daypart_last,
    word_next,
    weekday_week,
    word_fortnight,
    next_daypart,
    deictic_daypart,
    deictic_day_daypart,
    narrative_unit,
    narrative_month,
    narrative_season,
    narrative_weekday,
    narrative_weekday_after,
    narrative_daypart,
    same_unit,
    same_daypart,
    lone_daypart,
    lone_daypart_part,
    word_at,
    same_season,
    same_month,
    same_weekday,
    weekday_daypart,
    weekday_alone,
)
