"""Longer calendar periods: seasons, decades, centuries."""

from chronicle.model import (
    Absolute,
    At,
    Between,
    Part,
    Partial,
    PartName,
    Reading,
    Unit,
)
from chronicle.times.meaning import DATE, RUNNING, Fields, Meaning, calendar, edtf
from chronicle.times.patterns import rule


def century(n: int, *, before_christ: bool = False) -> Meaning | None:
    """The nth century: 17XX is the eighteenth, -04XX the fifth BC."""
    if not 1 <= n <= 30:
        return None
    text = f"{'-' if before_christ else ''}{n - 1:02}XX"
    return Meaning(type=DATE, reading=Absolute(edtf=text), grain=Unit.CENTURY)


@rule("span", "[the] {n:ordinal} [-] century [{era:centuryera}]")
def nth_century(*, n: int, era: str = "ad") -> Meaning | None:
    """“The eighteenth century”, “the 5th century BC”."""
    return century(n, before_christ=era == "bc")


@rule("centuryera", "{era:bc}", "{era:ad}")
def century_era(*, era: str) -> str:
    """The era of a century."""
    return era


@rule(
    "span", "[the] {a:ordinal} (and|to|-|–|or) {b:ordinal} centuries [{era:centuryera}]"
)
def centuries(*, a: int, b: int, era: str = "ad") -> Meaning | None:
    """“The sixteenth and seventeenth centuries”."""
    first = century(a, before_christ=era == "bc")
    last = century(b, before_christ=era == "bc")
    if first is None or last is None or (a > b) != (era == "bc"):
        return None
    reading = Between(begin=first.reading, end=last.reading)
    return Meaning(type=DATE, reading=reading, grain=Unit.CENTURY)


@rule("span", "the {n:year4} ['] ~s", "{n:year4} ['] ~s")
def decade_in_figures(*, n: int) -> Meaning | None:
    """“The 1840s”; “the 1800s” is a century."""
    if n % 10:
        return None
    text, grain = f"{n // 10}X", Unit.DECADE
    if n % 100 == 0 and n < 2000:
        text, grain = f"{n // 100}XX", Unit.CENTURY
    return Meaning(type=DATE, reading=Absolute(edtf=text), grain=grain)


@rule("span", "[the] {n:figure} ['] ~s {bc}")
def decade_before_christ(*, n: int, bc: str) -> Meaning | None:
    """“The 470s BC”: from 479 down to 470."""
    if n % 10 or n <= 0:
        return None
    first, last = Absolute(edtf=edtf(1 - n - 9)), Absolute(edtf=edtf(1 - n))
    reading = Between(begin=first, end=last)
    return Meaning(type=DATE, reading=reading, grain=Unit.DECADE)


@rule("span", "the {n:decadeword}", "the {n:shortyear} ['] ~s", "the {n:two} ['] ~s")
def decade_alone(*, n: int) -> Meaning | None:
    """“The forties”: the century is the context's."""
    if n % 10:
        return None
    first, last = (Partial(anchor=RUNNING, year_in_century=year) for year in (n, n + 9))
    return Meaning(type=DATE, reading=Between(begin=first, end=last), grain=Unit.DECADE)


@rule(
    "span",
    "the {hundreds:hundredword} {n:decadeword}",
    "{hundreds:hundredword} [-] {n:decadeword}",
)
def decade_in_words(*, hundreds: int, n: int) -> Meaning:
    """“The eighteen-forties”."""
    year = 100 * hundreds + n
    return Meaning(
        type=DATE, reading=Absolute(edtf=f"{year // 10}X"), grain=Unit.DECADE
    )


@rule("hundredword", "{n:teens} [-]")
def hundred_word(*, n: int) -> int:
    """“Eighteen” in “the eighteen-forties”."""
    return n


@rule(
    "wintryyears",
    "{a:year4} ~-/– ~{b:two}",
    "{a:year4} ~/ ~{b:two}",
    "{a:year4} ~-/– ~{c:one1}",
    "{a:year4} ~/ ~{c:one1}",
    "{a:year4} ~-/– ~{b:year4}",
)
def wintry_years(*, a: int, b: int | None = None, c: int | None = None) -> int | None:
    """“1812-13”: the two years of one winter."""
    size, last = (100, b) if b is not None else (10, c or 0)
    return a if (a + 1) % size == last % size else None


@rule(
    "span",
    "[the] {season} [,] [of|in] [the year] {year:fullyear}",
    "[the] {season} [of|in] {short:shortyear}",
)
def season_of_year(
    *, season: str, year: int | None = None, short: int | None = None
) -> Meaning:
    """“The spring of 1848”, “winter 1941”."""
    inner = calendar(Fields(year=year, short=short))
    return _season(season, inner.reading, inner.fields)


@rule("span", "[the] {season} [of] {year:wintryyears}")
def season_of_two_years(*, season: str, year: int) -> Meaning | None:
    """“The winter of 1812-13” begins in 1812."""
    if season != "winter":
        return None
    return _season(season, Absolute(edtf=edtf(year)), Fields(year=year))


def _season(season: str, of: Reading, fields: Fields | None) -> Meaning:
    reading = Part(which=PartName(season), of=of)
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


@rule("span", "[the] {season}")
def season_alone(*, season: str) -> Meaning:
    """“In the spring”: the year is the context's."""
    reading = Part(which=PartName(season), of=At(anchor=RUNNING, unit=Unit.YEAR))
    return Meaning(type=DATE, reading=reading, grain=Unit.SEASON)


RULES = (
    nth_century,
    century_era,
    centuries,
    decade_in_figures,
    decade_before_christ,
    decade_alone,
    decade_in_words,
    hundred_word,
    wintry_years,
    season_of_two_years,
    season_of_year,
    season_alone,
)
