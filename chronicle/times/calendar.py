"""Calendar words: months, weekdays, years with and without their era."""

from collections.abc import Iterable

from chronicle.times.index import Parse, Terminal
from chronicle.times.lexicons import listed, phrases
from chronicle.times.patterns import rule
from chronicle.times.words import DIGITS, Words

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four figures outside these are no year unless the era is written."""

_MONTH, _WEEKDAY = (
    phrases("calendar", "month", value=int),
    phrases("calendar", "weekday", value=int),
)
_DOUBTFUL = listed("calendar", "doubtful", "month") | listed(
    "calendar", "doubtful", "weekday"
)


def _named(terminal: Terminal) -> Terminal:
    """Only with a capital, where a small letter makes another word of it."""

    def read(words: Words, i: int) -> Iterable[Parse]:
        if words[i].lower in _DOUBTFUL and words[i].text[0].islower():
            return
        yield from terminal.read(words, i)

    return Terminal(terminal.keys, read)


def _read_year(words: Words, i: int) -> Iterable[Parse]:
    """Four figures that can be a year."""
    text = words[i].text
    if len(text) == 4 and text.isascii() and not _part_of_number(words, i):
        value = int(text)
        if FIRST_YEAR <= value <= LAST_YEAR:
            yield i + 1, value


def _part_of_number(words: Words, i: int) -> bool:
    """Whether figures run on before or behind: 1,500 · 3.1416 · A1848 · 1848km."""
    before, after = words.lower(i - 1), words.lower(i + 1)
    if words.glued(i) and (before.isalnum() or before in "_$£€#%@&"):
        return True
    if words.glued(i) and before in ".:" and words.lower(i - 2).isdecimal():
        return words.glued(i - 1) and not words.parted(i)
    if words.glued(i + 1) and after and (after.isalpha() or after in "%°@_"):
        return after not in {"s", "bc", "ad", "bce", "ce"}
    if not (words.glued(i + 1) and words.glued(i + 2)):
        return False
    figures = words.lower(i + 2)
    grouped = after == "," and len(figures) == 3
    return figures.isdecimal() and (after == "." or grouped)


def _read_short(words: Words, i: int) -> Iterable[Parse]:
    """Two figures behind an apostrophe: "'61"."""
    figures = words.lower(i + 1)
    if words.glued(i + 1) and len(figures) == 2 and figures.isdecimal():
        at_word = words.glued(i) and words.lower(i - 1).isalnum()
        if not at_word and not words.lower(i + 2).startswith("'"):
            yield i + 2, int(figures)


def _read_mark(words: Words, i: int) -> Iterable[Parse]:
    yield i + 1, words[i].text


def _read_three(words: Words, i: int) -> Iterable[Parse]:
    text, after = words[i].text, words.lower(i + 1)
    last = words.sentence_end(i + 1) or not after.isalnum()
    if len(text) == 3 and text.isascii() and last and not _part_of_number(words, i):
        yield i + 1, int(text)


def _read_figures(length: int) -> Terminal:
    def read(words: Words, i: int) -> Iterable[Parse]:
        if len(words[i].text) == length and words[i].text.isascii():
            yield i + 1, int(words[i].text)

    return Terminal(frozenset({DIGITS}), read)


def _read_first_pair(words: Words, i: int) -> Iterable[Parse]:
    """One or two figures that nothing stands glued before."""
    joined = words.glued(i) and words.lower(i - 1) not in {"(", "[", '"', "'", "“"}
    if not joined:
        yield from _read_pair(words, i)


def _read_pair(words: Words, i: int) -> Iterable[Parse]:
    if len(words[i].text) <= 2 and words[i].text.isascii():
        yield i + 1, int(words[i].text)


TERMINALS = {
    "month": _named(_MONTH),
    "weekday": _named(_WEEKDAY),
    "weekdays": phrases("calendar", "weekdays", value=int),
    "season": phrases("calendar", "season"),
    "unit": phrases("calendar", "unit"),
    "units": phrases("calendar", "units"),
    "bc": phrases("calendar", "before_christ"),
    "ad": phrases("calendar", "anno_domini"),
    "year4": Terminal(frozenset({DIGITS}), _read_year),
    "shortyear": Terminal(frozenset({"'"}), _read_short),
    "two": _read_figures(2),
    "one1": _read_figures(1),
    "three": Terminal(frozenset({DIGITS}), _read_three),
    "four": _read_figures(4),
    "pair": Terminal(frozenset({DIGITS}), _read_pair),
    "firstpair": Terminal(frozenset({DIGITS}), _read_first_pair),
    "lparen": Terminal(frozenset("("), _read_mark),
    "rparen": Terminal(frozenset(")"), _read_mark),
    "open": Terminal(frozenset("["), _read_mark),
    "close": Terminal(frozenset("]"), _read_mark),
}


@rule("day", "[ye/the] {n:dayordinal}", "{n:dayfigure}")
def day(*, n: int) -> int:
    """A day of the month, in figures or as an ordinal."""
    return n


@rule("day", "{open} {n:dayfigure} {close}")
def bracketed_day(*, n: int, **_: str) -> int:
    """A day that the editor supplies: “[12] May 1848”."""
    return n


@rule("year", "{n:year4}")
def year(*, n: int) -> int:
    """Four figures."""
    return n


@rule(
    "spelledyear", "{a:teens} [-] hundred [[and] {b:small}]", "{a:teens} [-] {b:small}"
)
def spelled_year(*, a: int, b: int = 0) -> int | None:
    """“Nineteen ninety-six”, “eighteen hundred and four”."""
    return 100 * a + b if b == 0 or b >= 10 else None


@rule("spelledyear", "two thousand [[and] {b:small}]")
def spelled_two_thousand(*, b: int = 0) -> int:
    """“Two thousand and one”."""
    return 2000 + b


@rule("year", "{open} {n:year4} {close}")
def bracketed_year(*, n: int, **_: str) -> int:
    """A year that the editor supplies: "12 May [1848]"."""
    return n


@rule(
    "year",
    "{n:two} ~{open} ~{last:two} ~{close}",
    "{open} {n:two} ~{close} ~{last:two}",
)
def completed_year(*, n: int, last: int, **_: str) -> int:
    """A year that the editor completes: "[18]48"."""
    return 100 * n + last


@rule("year", "{n:year4} ~/ ~{last:one1}", "{n:year4} ~/ ~{last:two}")
def dual_year(*, n: int, last: int, **_: str) -> int | None:
    """“1733/4”: the year as counted from 1 January is the later one."""
    size = 10 if last < 10 else 100
    return n + 1 if (n + 1) % size == last % size else None


@rule("erayear", "{n:number} ~{bc}", "{n:number} {bc}")
def year_before_christ(*, n: int, bc: str) -> int | None:
    """“44 BC”: astronomical years count 1 BC as 0."""
    return 1 - n if isinstance(n, int) and n > 0 else None


@rule("erayear", "{ad} {n:figure}", "{n:figure} {ad}")
def year_of_our_lord(*, n: int, ad: str) -> int | None:
    """“AD 79”, “79 CE”."""
    return n if n > 0 else None


@rule("fullyear", "{n:erayear}", "{n:year}")
def full_year(*, n: int) -> int:
    """A year that can stand behind a day and a month."""
    return n


@rule("fullyear", "{n:three}")
def three_figure_year(*, n: int) -> int | None:
    """“24 August 410”."""
    return n if n >= 100 else None


RULES = (
    day,
    bracketed_day,
    year,
    spelled_year,
    spelled_two_thousand,
    bracketed_year,
    completed_year,
    dual_year,
    year_before_christ,
    year_of_our_lord,
    full_year,
    three_figure_year,
)
