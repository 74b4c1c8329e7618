"""What each entry looks like, and in which step of certain order it stands."""

from types import SimpleNamespace

import pytest

from chronicle.dates.axis import Bounds, Minute, TimeSpan, day
from chronicle.marks import Ink, Mark, Shape, shape_of, steps
from chronicle.model import Chronology, DocumentKey, Precedence, Tier

KEY = DocumentKey("report.txt")
MARCH = day(1848, 3, 13)
NEXT = day(1848, 3, 14)
LATER = day(1848, 3, 20)


@pytest.mark.parametrize(
    ("span", "shape"),
    [
        (TimeSpan.within(MARCH, NEXT), Shape.POINT),
        # begun and ended on known days
        (TimeSpan.exactly(MARCH, LATER), Shape.BAR),
        # some time between
        (TimeSpan.within(MARCH, LATER), Shape.WHISKER),
        (TimeSpan.within(MARCH, None), Shape.AFTER),
        (TimeSpan.within(None, LATER), Shape.BEFORE),
        # going on at a known time
        (
            TimeSpan(begin=Bounds(latest=MARCH), end=Bounds(earliest=NEXT)),
            Shape.ONGOING,
        ),
        (TimeSpan(), Shape.NOWHERE),
    ],
)
def test_the_shape_shows_what_is_known(span: TimeSpan, shape: Shape) -> None:
    assert shape_of(span) is shape


def mark(name: str, begin: Minute | None = None) -> Mark:
    return Mark(
        id=name,
        head=name,
        document=KEY,
        when="n.d.",
        label=name,
        shape=Shape.NOWHERE,
        ink=Ink.SOLID,
        begin=begin,
        end=None,
    )


def stepped(
    names: str, *pairs: tuple[str, str, Tier]
) -> tuple[list[list[str]], dict[str, tuple[str, ...]], list[str]]:
    """The steps by name, what stands directly before each, and what stands apart."""
    chronology = Chronology(
        document=KEY,
        spans=dict.fromkeys(names, TimeSpan()),
        basis={},
        nearest={},
        precedences=tuple(
            Precedence(earlier=a, later=b, tier=tier) for a, b, tier in pairs
        ),
    )
    assembly = SimpleNamespace(chronologies={KEY: chronology})
    found, loose = steps(assembly, tuple(map(mark, names)))  # type: ignore[arg-type]
    after = {
        m.id: before
        for step in found
        for m, before in zip(step.marks, step.after, strict=True)
    }
    return [[m.id for m in s.marks] for s in found], after, [m.id for m in loose]


def test_each_stands_in_the_last_step_that_its_followers_allow() -> None:
    sure = Tier.CERTAIN
    found, after, loose = stepped(
        "tewp", ("t", "e", sure), ("e", "p", sure), ("w", "p", sure)
    )
    assert found == [["t"], ["e", "w"], ["p"]]
    assert loose == []
    # what follows from another arrow is not drawn: not t to p
    assert after == {"t": (), "e": ("t",), "w": (), "p": ("e", "w")}


def test_only_certain_order_makes_a_step() -> None:
    found, _, loose = stepped("ab", ("a", "b", Tier.LIKELY), ("b", "a", Tier.NARRATIVE))
    assert found == []
    assert loose == ["a", "b"]


def test_what_has_no_order_stands_apart() -> None:
    found, _, loose = stepped("abr", ("a", "b", Tier.CERTAIN))
    assert found == [["a"], ["b"]]
    assert loose == ["r"]
