"""Footnotes, Chicago notes: fields that are not known are left out, never filled."""

from typing import Any

import pytest
from handmade import Handmade, assembly, exactly

from chronicle.citations import footnote, missing
from chronicle.model import (
    Assembly,
    Attribution,
    Dating,
    DivisionKind,
    Evidence,
    Locator,
)

METADATA = Evidence(rule="metadata")
WRITTEN = Dating(
    edtf="1848-05-12",
    span=exactly(1848, 5, 12),
    as_written="12 May 1848",
    evidence=Evidence(rule="dateline"),
)
GUESSED = Dating(
    edtf="1848-05-12~", span=exactly(1848, 5, 12), evidence=Evidence(rule="content")
)
PRINTED = Dating(edtf="1848-02-26", span=exactly(1848, 2, 26), evidence=METADATA)
PAGE = Locator(kind="page", label="5", start=0, end=0)


def noted(
    kind: DivisionKind = DivisionKind.ARTICLE,
    written: Dating | None = None,
    division: dict[str, Any] | None = None,
    **document: Any,
) -> Assembly:
    made = Handmade(
        "They marched.",
        kind=kind,
        written=written,
        division=division or {},
        document=document,
    )
    made.event("marched")
    return assembly(made)


HANDS = {"author": "Anna Weiss", "recipient": "Karl Weiss"}
SHELF = {"archive": "British Library, London", "archive_location": "Add MS 1234"}
FOLIO = (Locator(kind="folio", label="5r", start=0, end=0),)


@pytest.mark.parametrize(
    ("timeline", "expected", "short"),
    [
        # a letter, its folio from the text
        (
            noted(
                DivisionKind.LETTER,
                WRITTEN,
                HANDS,
                citation=SHELF,
                locators=FOLIO,
            ),
            "Anna Weiss to Karl Weiss, 12 May 1848, Add MS 1234, f. 5r, "
            "British Library, London.",
            "Anna Weiss to Karl Weiss, 12 May 1848.",
        ),
        # its range of folios narrowed to the one that is meant
        (
            noted(
                DivisionKind.LETTER,
                WRITTEN,
                HANDS,
                citation={"archive_location": "box 2, ff. 4–6"},
                locators=FOLIO,
            ),
            "Anna Weiss to Karl Weiss, 12 May 1848, box 2, f. 5r.",
            "Anna Weiss to Karl Weiss, 12 May 1848.",
        ),
        # undated, dated by an editor
        (
            noted(DivisionKind.LETTER, None, HANDS),
            "Anna Weiss to Karl Weiss, n.d.",
            "Anna Weiss to Karl Weiss, n.d.",
        ),
        (
            noted(DivisionKind.LETTER, GUESSED, HANDS),
            "Anna Weiss to Karl Weiss, [c. 12 May 1848].",
            "Anna Weiss to Karl Weiss, [c. 12 May 1848].",
        ),
        # a newspaper
        (
            noted(
                written=PRINTED,
                title="The State of the Continent",
                locators=(PAGE,),
                citation={
                    "type": "article-newspaper",
                    "container-title": "Times",
                    "publisher-place": "London",
                },
            ),
            "“The State of the Continent,” Times (London), 26 February 1848, 5.",
            "“The State of the Continent”, 26 February 1848.",
        ),
        # a book
        (
            noted(
                title="The Fall",
                author="Ann Author",
                locators=(PAGE,),
                citation={
                    "type": "book",
                    "publisher": "Press",
                    "publisher-place": "London",
                },
                written=Dating(
                    edtf="1998", span=exactly(1998, days=365), evidence=METADATA
                ),
            ),
            "Ann Author, The Fall (London: Press, 1998), 5.",
            "Author, The Fall, 5.",
        ),
        # a diary
        (
            noted(
                DivisionKind.ENTRY,
                WRITTEN,
                author="Alice Thwaite",
                citation={"type": "manuscript", "genre": "diary"},
            ),
            "Alice Thwaite, diary, 12 May 1848.",
            "Alice Thwaite, diary, 12 May 1848.",
        ),
        # next to nothing known
        (noted(title="A stand"), "“A stand”.", "“A stand”."),
        (noted(), "Made.txt.", "Made.txt."),
    ],
)
def test_footnotes(timeline: Assembly, expected: str, short: str) -> None:
    (entry,) = timeline.entries
    assert footnote(timeline, entry) == expected
    assert footnote(timeline, entry, short=True) == short


def test_at_second_hand() -> None:
    made = Handmade("Starmer said that they marched.", document={"title": "A stand"})
    name = made.entity("Starmer", "Starmer")
    source = Attribution(source=made.at("Starmer"), entity=name)
    made.event("marched", said_by=source)
    timeline = assembly(made)
    note = footnote(timeline, timeline.entries[0])
    assert note == "Starmer, as reported in “A stand”."


def test_what_is_missing() -> None:
    (one,) = noted(title="A stand").annotated
    assert missing(one) == ("author", "date")
    (letter,) = noted(DivisionKind.LETTER, WRITTEN, HANDS).annotated
    assert missing(letter) == ("citation.archive",)
