"""Readings as trees: their leaves, what they count from, what they write out."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from chronicle.model import (
    Absolute,
    Anchor,
    At,
    Between,
    Duration,
    Nth,
    OneOf,
    Part,
    Partial,
    Qualified,
    Reading,
    Recurring,
    Shift,
    Vague,
    Weekday,
)

Anchored = Partial | Shift | Weekday | Vague | At


def leaves(reading: Reading | None) -> Iterator[Reading]:
    """The readings at the bottom of a reading, in the order of the words."""
    match reading:
        case None:
            return
        case Part(of=inner) | Nth(of=inner) | Qualified(of=inner):
            yield from leaves(inner)
        case Between(begin=begin, end=end):
            yield from leaves(begin)
            yield from leaves(end)
        case OneOf(options=options):
            for option in options:
                yield from leaves(option)
        case _:
            yield reading


def anchors(reading: Reading) -> Iterator[Anchor]:
    """Everything that a reading counts from."""
    for leaf in leaves(reading):
        if isinstance(leaf, Anchored) and leaf.anchor is not None:
            yield leaf.anchor
        elif isinstance(leaf, Duration):
            yield from (a for a in (leaf.begin, leaf.end) if a is not None)


def rewritten(reading: Reading, change: Callable[[Reading], Reading]) -> Reading:
    """The same reading with its leaves changed."""
    match reading:
        case Part(of=inner) | Nth(of=inner) | Qualified(of=inner):
            return replace(reading, of=rewritten(inner, change))
        case Between(begin=begin, end=end):
            return Between(
                begin=None if begin is None else rewritten(begin, change),
                end=None if end is None else rewritten(end, change),
            )
        case OneOf(options=options):
            return OneOf(options=tuple(rewritten(o, change) for o in options))
        case Recurring():
            return reading
    return change(reading)


def written(reading: Reading) -> tuple[int | None, int | None, int | None]:
    """Year (astronomical), month and day that a reading begins with, as written."""
    for leaf in leaves(reading):
        if isinstance(leaf, Partial):
            return leaf.year, leaf.month, leaf.day
        if isinstance(leaf, Absolute):
            before = leaf.edtf.startswith("-")
            parts = leaf.edtf.lstrip("-").split("-")
            numbers = [int(p) if p.isdecimal() else None for p in (*parts, "", "")]
            year = numbers[0]
            signed = -year if before and year is not None else year
            return signed, numbers[1], numbers[2]
    return None, None, None
