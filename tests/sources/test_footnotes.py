"""Footnotes of plain text: marks are hidden, notes stand apart."""

from pathlib import PurePath

import pytest

from chronicle.sources.divisions import cut
from chronicle.sources.lines import unmarked
from chronicle.sources.metadata import Metadata
from chronicle.sources.plain import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died.[3] So did she.[12]", "He died. So did she."),
        ("He died.³ So did she.", "He died. So did she."),
        ("the King[1] fled", "the King fled"),
        ("it was so.[citation needed]", "it was so."),
        # an editor's own letters and figures
        ("th[e] King in 18[48]", "th[e] King in 18[48]"),
        ("[1] He died.", "[1] He died."),
        ("an area of 3 km² and 4m³", "an area of 3 km² and 4m³"),
        ("an area of 10² miles [12] wide", "an area of 10² miles [12] wide"),
    ],
)
def test_marks(text: str, expected: str) -> None:
    source = read_text(text.encode(), PurePath("x"))
    assert unmarked(text, 0, len(text), source.locators) == expected


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        # beneath a rule, however they are labelled
        (
            "He died.\n\n-----\n\n1. In 1848.\n\n2. In May.\n",
            "1. In 1848.\n\n2. In May.",
        ),
        ("He died.*\n\n* * *\n\n* In 1848.\n", "* In 1848."),
        # without a rule in brackets only
        ("He died.[1]\n\n[1] In 1848.\n", "[1] In 1848."),
        # in the midst of the text
        (
            "He died.[1]\n\n[Footnote 1: In 1848.]\n\nHe lay.\n",
            "[Footnote 1: In 1848.]",
        ),
        # a numbered list is the author's own
        ("He wanted:\n\n1. a horse\n\n2. a cart\n", None),
        ("1. He died.\n\n2. She died.\n", None),
    ],
)
def test_notes(text: str, notes: str | None) -> None:
    source = read_text(text.encode(), PurePath("x"))
    found = cut(source, Metadata(), key="x", hidden=source.locators)
    stretches = [text[d.start : d.end] for d in found if d.kind == "note"]
    assert stretches == ([] if notes is None else [notes])
