"""Whole dates in other languages: "4 mars 1848", "am 18. März 1848".

The span is found here, a day, a word and a year; ``dateparser`` only says which month
the word is, strictly, and each word is asked about once.
"""

from collections.abc import Iterable
from functools import lru_cache

from chronicle.times.calendar import TERMINALS as CALENDAR
from chronicle.times.index import Parse, Terminal
from chronicle.times.lexicons import lexicon, listed
from chronicle.times.meaning import Fields, Meaning, calendar
from chronicle.times.patterns import rule
from chronicle.times.words import DIGITS, Words

LANGUAGES = tuple(lexicon("foreign")["languages"]["codes"])
_ENDINGS = listed("foreign", "day", "endings")
_OF = listed("foreign", "day", "of")
_ENGLISH = CALENDAR["month"].keys or frozenset()
SHORTEST, LONGEST = 3, 12
"""A month's name has so many letters."""


@lru_cache(maxsize=1024)
def month_named(word: str) -> int | None:
    """The month that a word names in one of the languages, if it names one."""
    import dateparser

    found = dateparser.parse(
        f"2 {word} 1900",
        languages=list(LANGUAGES),
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
        },
    )
    return found.month if found is not None and found.day == 2 else None


def _read_date(words: Words, i: int) -> Iterable[Parse]:
    """A day, a month's name and a year, with the small words between them."""
    for at, day in CALENDAR["firstpair"].read(words, i):
        if not isinstance(day, int) or not 1 <= day <= 31:
            return
        at = _past(words, at, _ENDINGS, glued=True)
        at = _past(words, at, _OF)
        word = words.lower(at)
        if not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
            return
        year_at = _past(words, _past(words, at + 1, frozenset(".")), _OF)
        if word in _ENGLISH or words.parted(at) or words.parted(year_at):
            return
        if not words.lower(year_at).isdecimal():
            return
        for end, year in CALENDAR["year4"].read(words, year_at):
            month = month_named(word)
            if month is not None:
                yield end, (year, month, day)


def _past(words: Words, i: int, skipped: frozenset[str], *, glued: bool = False) -> int:
    if words.lower(i) in skipped and (words.glued(i) or not glued):
        return i + 1
    return i


TERMINALS = {"foreigndate": Terminal(frozenset({DIGITS}), _read_date)}


@rule("monthday", "{date:foreigndate}")
def foreign_date(*, date: tuple[int, int, int]) -> Meaning:
    """“4 mars 1848”, “18. März 1848”."""
    year, month, day = date
    return calendar(Fields(year=year, month=month, day=day))


RULES = (foreign_date,)
