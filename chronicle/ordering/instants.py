"""The instants of a document: where each event, date and writing begins and ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronicle.dates.axis import Bounds, Minute, TimeSpan
from chronicle.ordering.network import Instant

__all__ = ["Instants", "span_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instants:
    """The numbering of instants: item n begins at 2n and ends at 2n + 1."""

    items: tuple[str, ...]
    number: Mapping[str, int]

    @classmethod
    def of(cls, items: Iterable[str]) -> "Instants":
        """The instants of the items, in their order."""
        listed = tuple(dict.fromkeys(items))
        return cls(items=listed, number={item: n for n, item in enumerate(listed)})

    def begin(self, item: str) -> Instant:
        """The instant at which an item begins."""
        return Instant(2 * self.number[item])

    def end(self, item: str) -> Instant:
        """The instant at which an item ends."""
        return Instant(2 * self.number[item] + 1)

    def item(self, instant: Instant) -> str:
        """The item that an instant belongs to."""
        return self.items[instant // 2]

    def own_bounds(
        self, spans: Mapping[str, TimeSpan]
    ) -> tuple[list[int | None], list[int | None]]:
        """Every instant's lower and upper bound by its item's own span."""
        lower: list[int | None] = []
        upper: list[int | None] = []
        for item in self.items:
            span = spans.get(item, TimeSpan())
            for bounds in (span.begin, span.end):
                lower.append(bounds.earliest)
                upper.append(bounds.latest)
        return lower, upper


def is_end(instant: Instant) -> bool:
    """Whether an instant is its item's end."""
    return instant % 2 == 1


def span_of(
    begin: tuple[int | None, int | None], end: tuple[int | None, int | None]
) -> TimeSpan:
    """A span from the earliest and latest positions of its two instants."""
    return TimeSpan(begin=_bounds(*begin), end=_bounds(*end))


def _bounds(earliest: int | None, latest: int | None) -> Bounds:
    return Bounds(
        earliest=None if earliest is None else Minute(earliest),
        latest=None if latest is None else Minute(latest),
    )
