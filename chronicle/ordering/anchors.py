"""What a time expression's reading counts from."""

from collections.abc import Iterator

from chronicle.model import Between, Nth, OneOf, Part, Qualified, Reading
from chronicle.model.readings import Anchor

__all__ = ["anchors_of"]


def anchors_of(reading: Reading | None) -> Iterator[Anchor]:
    """All anchors in a reading, outermost first."""
    match reading:
        case None:
            return
        case Part(of=inner) | Nth(of=inner) | Qualified(of=inner):
            yield from anchors_of(inner)
        case Between(begin=begin, end=end):
            yield from anchors_of(begin)
            yield from anchors_of(end)
        case OneOf(options=options):
            for option in options:
                yield from anchors_of(option)
        case _:
            for side in ("anchor", "begin", "end"):
                anchor = getattr(reading, side, None)
                if anchor is not None:
                    yield anchor
