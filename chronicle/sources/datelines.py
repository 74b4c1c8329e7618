"""Datelines: openings of lines that say where and when something was written.

Only recognised here, never read: ``times`` reads their dates. "London, Thursday 10th
May 1832." · "VIENNA, March 14. — The peace …" · "Monday, 3rd." · "Wednesday morning."
"""

import re
from dataclasses import dataclass
from functools import cache

from chronicle.sources.lexicon import one_of, words
from chronicle.sources.lines import plain

# How many words a place may have, and where a dateline must have ended.
_LONGEST_PLACE = 9
_LONGEST = 140

_TERMINATOR = re.compile(
    r"\s*(?:\((?P<agency>[A-Z][^()]{1,40})\)\s*)?"
    r"(?:\]?\s*$|[\])]?[.:;]\s*[—–-]*\s*|[\])]?\s*[—–]+\s*|[\])]?\s+-+\s+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A recognised dateline; ``end`` counts from the line's beginning.

    ``strong`` is whether it names a weekday, month or feast, and not a mere number.
    """

    place: str | None
    date: str
    end: int
    whole: bool
    strong: bool


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = one_of(words("dates", "months"))
    weekdays = one_of(words("dates", "weekdays"))
    feasts = one_of(words("dates", "feasts"))
    parts = one_of(words("dates", "dayparts"))
    loose = one_of(
        (
            *words("dates", "eras"),
            *words("dates", "styles"),
            *words("dates", "relative"),
        )
    )
    glue = one_of(words("dates", "glue"))
    strong = rf"(?:{feasts}|{weekdays}|{months})(?![\w’'])\.?"
    full = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\w)|\d{4}-\d{2}(?:-\d{2})?(?![\w-])"
    number = r"(?:\d{1,2}(?:st|nd|rd|th|d)?|\d{3,4})(?:[/–-]\d{1,4})?(?![\w:])"
    clock = r"\d{1,2}[:.h]\d{2}(?!\d)"
    other = rf"(?:{parts}|{loose})(?!\w)\.?|\[?sic\]?"
    return (
        re.compile(rf"{full}|(?i:{strong})"),
        re.compile(rf"{clock}|{number}"),
        re.compile(other, re.IGNORECASE),
        re.compile(rf"{glue}(?!\w)", re.IGNORECASE),
    )


_SEPARATOR = re.compile(r"[\s,()\[\]]+|\.(?=\s*\d)")


def dateline(line: str) -> Dateline | None:
    """The dateline at a line's beginning, if there is one.

    >>> dateline("VIENNA, March 14. — The peace was broken.").place
    'Vienna'
    >>> dateline("Monday, 3rd.").date
    'Monday, 3rd'
    >>> dateline("On Friday last they marched.") is None
    True
    """
    opening = re.match(r"[\[(]?\s*", line)
    begin = opening.end() if opening else 0
    starts = [begin, *_after_places(line, begin)]
    for start in starts:
        found = _date(line, start)
        if found is None:
            continue
        stop, strong = found
        ending = _TERMINATOR.match(line, stop)
        if ending is None or not (strong or start == begin):
            continue
        place = place_name(line[begin:start]) if start > begin else None
        if start > begin and place is None:
            continue
        return Dateline(
            place=place,
            date=plain(line[start:stop].rstrip(" ,;")) + _closing(line, start, stop),
            end=ending.end(),
            whole=not line[ending.end() :].strip(),
            strong=strong,
        )
    return None


def _closing(line: str, start: int, stop: int) -> str:
    """The bracket that a date opens and its terminator closes."""
    opened = line.count("(", start, stop) > line.count(")", start, stop)
    return ")" if opened and line[stop : stop + 1] == ")" else ""


def _after_places(line: str, begin: int) -> list[int]:
    """Where a date may begin after a place: behind a comma, a stop or a dash."""
    head = line[begin : begin + _LONGEST]
    return [
        begin + m.end() for m in re.finditer(r"(?:,|\.|\s[—–-])\s+(?:the\s+)?", head)
    ]


def _date(line: str, start: int) -> tuple[int, bool] | None:
    """Where the words of a date end, and whether they name a day or month."""
    strong_words, number, other, glue = _patterns()
    here, end, strong, dated = start, start, False, False
    while here < len(line) and here - start < _LONGEST:
        if match := strong_words.match(line, here):
            strong, dated, end = True, True, match.end()
        elif match := number.match(line, here):
            dated, end = True, match.end()
        elif (match := other.match(line, here)) and dated:
            end = match.end()
        elif not (
            (match := _SEPARATOR.match(line, here))
            or (here > start and (match := glue.match(line, here)))
        ):
            break
        here = match.end() if match.end() > here else here + 1
    # a full stop that belongs to the sentence, not to an abbreviation
    while end > start and line[end - 1] == "." and not _abbreviated(line[start:end]):
        end -= 1
    return (end, strong) if dated else None


def _abbreviated(words_: str) -> bool:
    return bool(re.search(r"(?:\b[A-Za-z]\.\s?){2}$", words_))


def place_name(text: str) -> str | None:
    """The place named before a date, or ``None`` where the words name none."""
    text = text.strip(" ,.—–-;:")
    if (
        not text
        or len(text.split()) > _LONGEST_PLACE
        or not re.match(r"[^\W\d_]", text)
    ):
        return None
    small = set(words("places", "small"))
    for word in re.split(r"[\s,]+", text):
        bare = word.strip("().’'\"")
        if bare.endswith((":", ";", "!", "?")):
            return None
        if "." in word[:-1].rstrip(".") and len(bare) > 4:
            return None
        fine = (
            not bare or bare[0].isupper() or bare[0].isdigit() or bare.lower() in small
        )
        if not fine:
            return None
    first = text.split()[0].strip(",.")
    if first.lower() in words("places", "never") or not first[0].isupper():
        return None
    sentence = re.search(r"(\w+)\.\s", text)
    if (
        sentence
        and sentence[1] not in words("places", "abbreviations")
        and len(sentence[1]) > 1
    ):
        return None
    return capitalised(text) if text.isupper() or _shouted(text) else plain(text)


def _shouted(text: str) -> bool:
    return len(text.split(",")[0]) > 2 and text.split(",")[0].isupper()


_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\.?")


def capitalised(name: str) -> str:
    """A name in capitals as it is usually written.

    >>> capitalised("POINTE-À-PITRE, Guadeloupe")
    'Pointe-à-Pitre, Guadeloupe'
    """
    small = {s.lower() for s in words("places", "small")}
    pieces = re.split(r"([\s,-]+)", plain(name))
    out = []
    for number, piece in enumerate(pieces):
        initial = len(piece) == 1 and piece.lower() not in small
        if not piece.isupper() or initial or _ROMAN.fullmatch(piece):
            out.append(piece)
        elif number and piece.lower() in small:
            out.append(piece.lower())
        else:
            out.append(piece[0] + piece[1:].lower())
    return "".join(out)
