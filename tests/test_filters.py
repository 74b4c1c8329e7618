"""One meaning of each filter."""

import pytest

from chronicle.dates.axis import day
from chronicle.filters import Filter, apply
from chronicle.model import Assembly, Layer

EVERY = list(range(1, 12))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), EVERY),
        (Filter(layers=(Layer.NARRATED,)), EVERY),
        (Filter(layers=(Layer.DOCUMENT,)), []),
        (Filter(documents=("letter.txt",)), [1, 2, 3, 4, 5]),
        # any part of a name, whatever the case
        (Filter(actor="orlov"), [6, 7]),
        (Filter(actor="weiss"), [5]),
        # undated entries pass unless they are not wanted
        (Filter(undated=False), [1, 5]),
        (Filter(since=day(1848, 3, 14), undated=False), [5]),
        (Filter(until=day(1848, 3, 14), undated=False), [1]),
        (Filter(since=day(1848, 3, 18), until=day(1848, 3, 20), undated=False), []),
        # the most salient, in their order
        (Filter(documents=("letter.txt",), limit=2), [1, 5]),
    ],
)
def test_filters(timeline: Assembly, chosen: Filter, expected: list[int]) -> None:
    assert [entry.order for entry in apply(timeline, chosen)] == expected


def test_salience_is_a_floor(timeline: Assembly) -> None:
    passed = apply(timeline, Filter(salience=0.8))
    assert passed
    assert all(entry.salience >= 0.8 for entry in passed)


def test_a_chosen_few_can_be_filtered_again(timeline: Assembly) -> None:
    few = timeline.entries[:2]
    assert apply(timeline, Filter(actor="students"), few) == few
