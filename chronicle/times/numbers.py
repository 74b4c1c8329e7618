"""Numbers: figures, number words, ordinals, and amounts that name no number."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronicle.model import Qualifier
from chronicle.times.index import Parse, Terminal
from chronicle.times.lexicons import phrases
from chronicle.times.patterns import rule
from chronicle.times.words import DIGITS, Words

LONGEST_NUMBER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How many, as far as it is said; ``None`` is "some"."""

    value: float | None
    hedge: Qualifier | None = None


def _figure(words: Words, i: int) -> int | None:
    """The number that a run of digits writes, unless it is a part of something else."""
    text = words[i].text
    if len(text) > LONGEST_NUMBER or not text.isascii():
        return None
    before = words.lower(i - 1)
    if words.glued(i) and (before.isalnum() or before in "_$£€#"):
        return None
    fraction = before in {".", ","} and words.glued(i) and words.glued(i - 1)
    return None if fraction and words.lower(i - 2).isdecimal() else int(text)


def _read_figure(words: Words, i: int) -> Iterable[Parse]:
    value = _figure(words, i)
    if value is not None and not _grouped(words, i) and not _decimal(words, i):
        yield i + 1, value


def _grouped(words: Words, i: int) -> bool:
    """Whether a comma and three digits follow at once ("1,500")."""
    return (
        words.lower(i + 1) == ","
        and words.glued(i + 1)
        and words.glued(i + 2)
        and len(words.lower(i + 2)) == 3
        and words.lower(i + 2).isdecimal()
    )


def _decimal(words: Words, i: int) -> bool:
    return (
        words.lower(i + 1) == "."
        and words.glued(i + 1)
        and words.glued(i + 2)
        and words.lower(i + 2).isdecimal()
    )


def _read_number(words: Words, i: int) -> Iterable[Parse]:
    """A figure with its thousands and its decimals: "1,500", "2.5"."""
    value = _figure(words, i)
    if value is None:
        return
    text, at = words[i].text, i + 1
    while _grouped(words, at - 1) and at - i < LONGEST_NUMBER:
        text += words[at + 1].text
        at += 2
    if _decimal(words, at - 1):
        yield at + 2, float(f"{text}.{words[at + 1].text[:LONGEST_NUMBER]}")
    else:
        yield at, int(text)


def _read_day_figure(words: Words, i: int) -> Iterable[Parse]:
    yield from ((e, v) for e, v in _read_figure(words, i) if _is_day(v))


def _is_day(value: object) -> bool:
    return isinstance(value, int) and 1 <= value <= 31


TERMINALS = {
    "figure": Terminal(frozenset({DIGITS}), _read_figure),
    "number": Terminal(frozenset({DIGITS}), _read_number),
    "dayfigure": Terminal(frozenset({DIGITS}), _read_day_figure),
    "ones": phrases("numbers", "ones", value=int),
    "teens": phrases("numbers", "teens", value=int),
    "tens": phrases("numbers", "tens", value=int),
    "ordinalword": phrases("numbers", "ordinals", value=int),
    "some": phrases("numbers", "some"),
    "decadeword": phrases("numbers", "decades", value=int),
    "longer": phrases("hedges", "length", value=lambda key: key.partition(" or ")[0]),
}


@rule("small", "{tens} [-] {n:ones}", "{n:teens}", "{n:ones}", "{tens}")
def small(*, tens: int = 0, n: int = 0) -> int:
    """Below a hundred, in words."""
    return tens + n


@rule("below", "(a|{n:small}) hundred [[and] {rest:small}]")
def hundreds(*, n: int = 1, rest: int = 0) -> int:
    """“A hundred and five”, “fifteen hundred”."""
    return 100 * n + rest


@rule("below", "{rest:small}")
def tens(*, rest: int) -> int:
    """Below a hundred."""
    return rest


@rule("count", "{n:number}", "{n:below}", "{k:below} thousand [[and] {n:below}]")
def count(*, n: float = 0, k: int = 0) -> float:
    """A number in figures or words."""
    return 1000 * k + n


@rule("ordinal", "{n:figure} ~st/nd/rd/th/d/º/°", "{n:ordinalword}")
def ordinal(*, n: int) -> int:
    """“4th”, “3d”, “fourth”."""
    return n


@rule("ordinal", "{tens} [-] {n:ordinalword}")
def compound_ordinal(*, tens: int, n: int) -> int | None:
    """“Twenty-first”."""
    return tens + n if n < 10 else None


@rule("dayordinal", "{n:ordinal}")
def day_ordinal(*, n: int) -> int | None:
    """An ordinal that can be a day of the month."""
    return n if _is_day(n) else None


@rule("exact", "{n:count} and a half", "(a|one) and a half")
def and_a_half(*, n: float = 1) -> Amount:
    """“Two and a half years”."""
    return Amount(value=n + 0.5)


@rule("exact", "{n:count}")
def number_amount(*, n: float) -> Amount:
    """“Three”, “1,500”."""
    return Amount(value=n)


@rule("exact", "a/an/one/another", "a single")
def one(*, n: float = 1) -> Amount:
    """“A year”, “another week”."""
    return Amount(value=n)


@rule("exact", "[a/another] couple of", "a pair of", "both")
def couple() -> Amount:
    """“A couple of days”."""
    return Amount(value=2)


@rule("exact", "[a/one] dozen", "{n:ones} dozen")
def dozen(*, n: int | None = None) -> Amount:
    """“A dozen years”."""
    return Amount(value=12 * (n or 1))


@rule("exact", "half a dozen", "a half dozen")
def half_dozen() -> Amount:
    """“Half a dozen weeks”."""
    return Amount(value=6)


@rule("exact", "half a/an/the", "a half [an]")
def half() -> Amount:
    """“Half an hour”."""
    return Amount(value=0.5)


@rule("amount", "{exact}")
def exact(*, exact: Amount) -> Amount:
    """An amount as it stands."""
    return exact


@rule("amount", "{some}")
def some(*, some: str) -> Amount:
    """“Several”, “a few”: no number is said."""
    return Amount(value=None)


@rule("amount", "[a/another] {low:small} (to|or|-|–) {high:small}")
def from_to(*, low: int, high: int) -> Amount | None:
    """“Two or three”: between the two."""
    if low >= high:
        return None
    return Amount(value=(low + high) / 2, hedge=Qualifier.APPROXIMATE)


@rule("amount", "{longer} {exact}")
def hedged_amount(*, longer: str, exact: Amount) -> Amount:
    """“More than ten”, “nearly two”."""
    return Amount(value=exact.value, hedge=Qualifier(longer))


RULES = (
    small,
    hundreds,
    tens,
    count,
    ordinal,
    compound_ordinal,
    day_ordinal,
    and_a_half,
    number_amount,
    one,
    couple,
    dozen,
    half_dozen,
    half,
    exact,
    some,
    from_to,
    hedged_amount,
)
