"""Weekdays and terms as despatches, minutes and depositions have them."""

from dataclasses import replace

import pytest

import chronicle
from chronicle.dates import edtf
from chronicle.model import Dating, Document, Evidence

pytestmark = pytest.mark.model


def values(text: str, written: str) -> dict[str, str | None]:
    """The values of a text's time expressions, by their words."""
    bare = Document(key="despatch.txt", text=text)
    evidence = Evidence(rule="metadata")
    dating = Dating(edtf=written, span=edtf.span(written), evidence=evidence)
    root = bare.divisions[0]
    dated = replace(root, dates=replace(root.dates, written=dating))
    document = replace(bare, created=dating, divisions=(dated,))
    found = chronicle.extract(document)
    return {found.quote(t.mention): t.value for t in found.timexes if t.mention}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # behind its noun: the day before the time told, not before the writing
        (
            "It began on Tuesday the 8th. On the Sunday preceding all was quiet.",
            "the Sunday preceding",
            "1871-10-01",
        ),
        # "last" behind a part of the day; the letter is of a Saturday itself
        (
            "He was seen on Saturday night last near the mill.",
            "Saturday night last",
            "1871-10-21TNI",
        ),
        # what lasted is past, though "until" sets a term
        (
            "They took shelter in the fort and remained there until the 12th.",
            "the 12th",
            "1871-10-12",
        ),
        # a term that is still to come stays open to the future
        ("The meeting was adjourned until the 30th.", "the 30th", "1871-10-30"),
        # the subjunctive of a resolution is to come
        (
            "It was resolved that the hall be closed on 31 March.",
            "31 March",
            "1872-03-31",
        ),
        # "after" begins another phrase
        ("He came on Friday after dinner.", "Friday", "1871-10-27"),
    ],
)
def test_value(text: str, words: str, expected: str) -> None:
    assert values(text, "1871-10-28")[words] == expected
