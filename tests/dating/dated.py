"""Timexes made by hand and dated, for tables of readings."""

from collections.abc import Mapping
from types import MappingProxyType

from chronicle.dates.axis import TimeSpan
from chronicle.dating import date
from chronicle.model import (
    Dating,
    Division,
    DivisionAnchor,
    DivisionDates,
    DivisionId,
    DivisionKind,
    DocumentKey,
    Evidence,
    Link,
    Mention,
    Reading,
    Timex,
    TimexAnchor,
    TimexId,
    TimexType,
)
from chronicle.settings import Settings

WRITTEN = DivisionAnchor(division="d#1")


def told(number: int) -> TimexAnchor:
    """The nth timex as an anchor, from 1."""
    return TimexAnchor(timex=f"d#t{number}")


def given(edtf: str | None) -> Dating | None:
    """A date from metadata."""
    if edtf is None:
        return None
    steps = (f"letters.toml: {edtf}",)
    return Dating(edtf=edtf, evidence=Evidence(rule="metadata", steps=steps))


def division(
    number: int = 1,
    written: Dating | None = None,
    *,
    kind: DivisionKind = DivisionKind.ARTICLE,
    parent: int | None = None,
    published: Dating | None = None,
) -> Division:
    return Division(
        id=DivisionId(f"d#{number}"),
        kind=kind,
        start=0,
        end=1000,
        parent=DivisionId(f"d#{parent}") if parent else None,
        dates=DivisionDates(written=written, published=published),
    )


def timex(number: int, reading: Reading, *, division_number: int = 1) -> Timex:
    return Timex(
        id=TimexId(f"d#t{number}"),
        mention=Mention(
            document=DocumentKey("d"), start=10 * number, end=10 * number + 5
        ),
        division=DivisionId(f"d#{division_number}"),
        type=TimexType.DATE,
        reading=reading,
        evidence=Evidence(rule="by hand", steps=("found by hand",)),
    )


def dated(
    *readings: Reading,
    written: str | None = None,
    settings: Settings = Settings(),  # noqa: B008
    links: tuple[Link, ...] = (),
    known: Mapping[str, TimeSpan] = MappingProxyType({}),
) -> Timex:
    """The last of some timexes of one document, dated."""
    timexes = [timex(number, reading) for number, reading in enumerate(readings, 1)]
    _, found = date(
        [division(written=given(written))],
        timexes,
        links,
        settings=settings,
        known=known,
    )
    return found[-1]
