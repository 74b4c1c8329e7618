"""What a reading says, in words: "the day before the letter's day"."""

from chronicle.dates.calendars import MONTHS, WEEKDAYS
from chronicle.dates.edtf import candidates
from chronicle.dating import words
from chronicle.errors import EdtfError
from chronicle.model import (
    Absolute,
    Anchor,
    At,
    Between,
    Duration,
    Era,
    Nth,
    OneOf,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Recurring,
    Shift,
    Toward,
    Unit,
    Vague,
    Weekday,
)

__all__ = ["anchor_of", "lacking", "phrase"]

_HEDGES = {
    Qualifier.APPROXIMATE: "about",
    Qualifier.UNCERTAIN: "perhaps",
    Qualifier.ON_OR_BEFORE: "by",
    Qualifier.ON_OR_AFTER: "not before",
}
_ERAS = {
    Era.PAST: "some time before",
    Era.PRESENT: "about",
    Era.FUTURE: "some time after",
}
_TOWARD = {
    Toward.BACK: ("last", "before"),
    Toward.FORWARD: ("first", "after"),
    Toward.NEAREST: ("nearest", "to"),
}
_PREFIXES = {
    PartName.EARLY: "the early part of ",
    PartName.MID: "the middle of ",
    PartName.LATE: "the late part of ",
}
_DAYLONG = (Unit.DAY, Unit.NIGHT, Unit.HOUR, Unit.MINUTE)


def anchor_of(reading: Reading | None) -> Anchor | None:
    """The first anchor that a reading, or a reading within it, counts from."""
    match reading:
        case Shift() | Weekday() | Partial() | At() | Vague():
            return reading.anchor
        case Part(of=of) | Nth(of=of) | Qualified(of=of) | Recurring(of=of):
            return anchor_of(of)
        case Between(begin=begin, end=end):
            return anchor_of(begin) or anchor_of(end)
        case OneOf(options=options):
            anchors = [anchor_of(option) for option in options]
            return next((anchor for anchor in anchors if anchor is not None), None)
        case Duration(begin=begin, end=end):
            return begin or end
    return None


def phrase(reading: Reading, anchor: str) -> str:
    """A reading in words; ``anchor`` is what its anchor is called."""
    match reading:
        case Absolute(edtf=edtf):
            return _absolute(edtf)
        case Shift():
            return _shift(reading, anchor)
        case Weekday():
            return _weekday(reading, anchor)
        case Partial():
            return _partial(reading, anchor)
        case Part(which=which, of=of):
            return _part(which, phrase(of, anchor))
        case Nth(n=n, unit=unit, of=of):
            return f"the {_number(n)} {unit} of {phrase(of, anchor)}"
        case At(unit=unit):
            return _around(unit, anchor) if unit else anchor
        case Vague(era=era):
            return f"{_ERAS[era]} {anchor}"
    return _composed(reading, anchor)


def _composed(reading: Reading, anchor: str) -> str:
    match reading:
        case Between(begin=begin, end=end):
            sides = [(begin, "from"), (end, "to")]
            said = [f"{word} {phrase(r, anchor)}" for r, word in sides if r]
            return " ".join(said)
        case OneOf(options=options):
            return " or ".join(phrase(option, anchor) for option in options)
        case Qualified(qualifier=qualifier, of=of):
            return f"{_HEDGES.get(qualifier, str(qualifier))} {phrase(of, anchor)}"
        case Duration():
            return _duration(reading, anchor)
        case Recurring(unit=unit, every=every, of=of):
            if isinstance(of, Weekday):
                return f"every {WEEKDAYS[of.weekday]}"
            often = f"every {unit}" if every == 1 else f"every {every} {unit}s"
            return f"{often}, in {phrase(of, '')}" if of else often
    raise AssertionError(f"a reading without words: {reading}")


def _around(unit: Unit, anchor: str) -> str:
    return anchor if anchor.endswith(f" {unit}") else f"the {unit} of {anchor}"


def _absolute(edtf: str) -> str:
    try:
        found = candidates(edtf)
    except EdtfError:
        return edtf
    return words.unit_words(found[0]) if found and found[0] == found[1] else edtf


def _shift(reading: Shift, anchor: str) -> str:
    amount, unit = reading.amount, reading.unit
    if amount is None:
        return f"some {unit}s {'after' if reading.forward else 'before'} {anchor}"
    if amount == 0:
        return _around(unit, anchor)
    side = "after" if amount > 0 else "before"
    if not reading.aligned or abs(amount) > 1:
        number = "a" if abs(amount) == 1 else str(abs(amount))
        plural = "" if abs(amount) == 1 else "s"
        article = "an" if number == "a" and unit is Unit.HOUR else number
        return f"{article} {unit}{plural} {side} {anchor}"
    return f"the {unit} {side} {anchor if unit in _DAYLONG else f'that of {anchor}'}"


def _weekday(reading: Weekday, anchor: str) -> str:
    said = _toward(reading, WEEKDAYS[reading.weekday], anchor)
    plural = "s" * (reading.weeks > 1)
    return said + (f", {reading.weeks} week{plural} on" if reading.weeks else "")


def _partial(reading: Partial, anchor: str) -> str:
    said = _fields(reading)
    return said if reading.anchor is None else _toward(reading, said, anchor)


def _toward(reading: Weekday | Partial, said: str, anchor: str) -> str:
    """The nearest Friday to, the last before, the one of the same week as an anchor."""
    if reading.toward is Toward.SAME:
        return f"{said} of {_around(lacking(reading), anchor)}"
    which, side = _TOWARD[reading.toward]
    own = "" if reading.strict or reading.toward is Toward.NEAREST else "on or "
    return f"the {which} {said} {own}{side} {anchor}"


def lacking(reading: Weekday | Partial) -> Unit:
    """The unit of the anchor's that completes a date."""
    if isinstance(reading, Weekday):
        return Unit.WEEK
    if reading.year_in_century is not None:
        return Unit.CENTURY
    if reading.month is not None:
        return Unit.YEAR
    if reading.day is not None:
        return Unit.MONTH
    return Unit.WEEK if reading.weekday is not None else Unit.DAY


def _fields(reading: Partial) -> str:
    parts = []
    if reading.hour is not None:
        parts.append(f"{reading.hour}:{reading.minute or 0:02}")
    if reading.weekday is not None:
        parts.append(WEEKDAYS[reading.weekday])
    if reading.day is not None:
        month = reading.month is not None
        parts.append(str(reading.day) if month else words.ordinal(reading.day))
    if reading.month is not None:
        parts.append(MONTHS[reading.month - 1])
    if reading.year_in_century is not None:
        parts.append(f"’{reading.year_in_century:02}")
    if reading.year is not None:
        year = reading.year
        parts.append(f"{1 - year} BC" if year < 1 else str(year))
    return " ".join(parts) or "day"


def _part(which: PartName, whole: str) -> str:
    if which is PartName.LATER:
        return f"what was left of {whole}"
    if which is PartName.EARLIER:
        return f"what was past of {whole}"
    if which in _PREFIXES:
        return f"{_PREFIXES[which]}{whole}"
    return f"the {which} of {whole}"


def _number(n: int) -> str:
    if n == -1:
        return "last"
    return words.ordinal(n) if n > 0 else f"{words.ordinal(-n)} last"


def _duration(reading: Duration, anchor: str) -> str:
    amount = "some" if reading.amount is None else f"{reading.amount:g}"
    plural = "" if reading.amount == 1 else "s"
    said = f"{amount} {reading.unit}{plural}"
    if reading.begin:
        return f"{said} from {anchor} on"
    return f"{said} up to {anchor}" if reading.end else said
