"""Interval relations from bounds, links and the order."""

import pytest

from benchmarks.accuracy.relations import DCT, Relations, exact, within
from chronicle.dates.axis import TimeSpan, day
from chronicle.dates.edtf import span
from chronicle.model import (
    Allen,
    AnnotatedDocument,
    Chronology,
    Dating,
    Document,
    DocumentKey,
    Evidence,
    Link,
    LinkId,
    LinkKind,
    MadeWith,
    Precedence,
    Tier,
)
from chronicle.settings import Settings

SPANS = {
    "may": span("1820-05"),
    "also may": span("1820-05"),
    "year": span("1820"),
    "event": TimeSpan.within(day(1820, 5, 2), day(1820, 5, 4)),
    "june": span("1820-06"),
    "open": TimeSpan(),
    "later": TimeSpan(),
}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        # by bounds: apart, within, around, the same
        ("may", "june", "BEFORE"),
        ("june", "may", "AFTER"),
        ("event", "may", "IS_INCLUDED"),
        ("year", "event", "INCLUDES"),
        ("may", "also may", "SIMULTANEOUS"),
        # with the day of writing
        ("may", DCT, "BEFORE"),
        ("year", DCT, "INCLUDES"),
        # by the order, and by a link
        ("open", "later", "BEFORE"),
        ("later", "open", "AFTER"),
        ("later", "june", "IS_INCLUDED"),
        ("june", "later", "INCLUDES"),
        # nothing known, not found, itself
        ("open", "june", "VAGUE"),
        ("nobody", "june", "VAGUE"),
        ("june", "june", "VAGUE"),
    ],
)
def test_relation(a: str, b: str, relation: str) -> None:
    assert _relations()(a, b) == relation


def test_only_known_ends_hold_something_within() -> None:
    assert exact(span("1820"))
    assert not exact(span("1820~"))
    assert within(span("1820-05"), span("1820"))
    assert not within(span("1820"), span("1820-05"))
    assert not within(TimeSpan(), span("1820"))
    assert not within(span("1820-05"), span("1820~"))


def _relations() -> Relations:
    key = DocumentKey("made")
    written = Dating(
        edtf="1820-07-01", span=span("1820-07-01"), evidence=Evidence(rule="made")
    )
    document = Document(key=key, text="made", created=written)
    link = Link(
        id=LinkId("made#l1"),
        kind=LinkKind.TLINK,
        source="later",
        target="june",
        relation=Allen.DURING.value,
        evidence=Evidence(rule="made"),
    )
    annotated = AnnotatedDocument(
        document=document,
        divisions=document.divisions,
        links=(link,),
        made_with=MadeWith(version="", model="", settings=Settings()),
    )
    step = Precedence(earlier="open", later="later", tier=Tier.NARRATIVE)
    chronology = Chronology(
        document=key, spans=SPANS, basis={}, nearest={}, precedences=(step,)
    )
    return Relations(annotated, chronology)
