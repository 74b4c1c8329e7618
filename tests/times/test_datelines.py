"""The dates of divisions: datelines, letterheads, closings, dockets, annal years."""

from dataclasses import replace

from times.marked import Read, on, read_document

from chronicle.model import (
    Division,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
)

ROOT = DivisionId("d#1")


def divided(
    *parts: str,
    kind: DivisionKind,
    published: str | None = None,
    written: str | None = None,
) -> Read:
    """A document of several divisions of one kind, read and dated."""
    text = "\n\n".join(parts)
    dates = DivisionDates(
        published=on(published) if published else None,
        written=on(written) if written else None,
    )
    divisions = [
        Division(
            id=ROOT, kind=DivisionKind.ARTICLE, start=0, end=len(text), dates=dates
        )
    ]
    start = 0
    for n, part in enumerate(parts, start=2):
        end = start + len(part)
        divisions.append(
            Division(
                id=DivisionId(f"d#{n}"), kind=kind, start=start, end=end, parent=ROOT
            )
        )
        start = end + 2
    return read_document(
        Document(key=DocumentKey("d"), text=text, divisions=tuple(divisions))
    )


def dates(found: Read, slot: str = "written") -> list[str | None]:
    """The EDTF of one slot of each division below the whole."""
    datings = [getattr(d.dates, slot) for d in found.divisions[1:]]
    return [None if dating is None else dating.edtf for dating in datings]


def test_despatches_are_older_than_the_paper_that_prints_them() -> None:
    found = divided(
        "VIENNA, March 14. — The peace was broken yesterday.",
        "BERLIN, March 17.—It was announced on Tuesday.",
        "PARIS, Monday evening. — On Friday last they marched.",
        kind=DivisionKind.ARTICLE,
        published="1848-03-22",
    )
    assert dates(found) == ["1848-03-14", "1848-03-17", "1848-03-20"]
    assert found.values[1] == "1848-03-13"  # yesterday
    assert found.values[3] == "1848-03-14"  # Tuesday
    assert found.values[5] == "1848-03-17"  # Friday last


def test_a_paper_of_january_prints_despatches_of_december() -> None:
    found = divided(
        "VIENNA, Dec. 28. — All is quiet.",
        kind=DivisionKind.ARTICLE,
        published="1848-01-03",
    )
    assert dates(found) == ["1847-12-28"]


def test_letters_follow_one_another() -> None:
    found = divided(
        "London, Thursday 10th May 1832.\n\nMy dear Margaret,\n\nHe is out.",
        "Snow Hill, Birmingham, 12 May.\n\nDear Edward,\n\nYours came this morning.",
        "Tuesday.\n\nMy dear Margaret,\n\nI have yours of the 12th inst.",
        kind=DivisionKind.LETTER,
    )
    assert dates(found) == ["1832-05-10", "1832-05-12", "1832-05-15"]
    assert found.values[2] == "1832-05-12TMO"
    assert found.values[-1] == "1832-05-12"


def test_a_docket_says_when_a_letter_came() -> None:
    found = divided(
        "London, 15 May 1832.\n\nDear Margaret,\n\nAll is well.\n\nE. T.\n\n"
        "Recd 17 May",
        kind=DivisionKind.LETTER,
    )
    assert dates(found) == ["1832-05-15"]
    assert dates(found, "received") == ["1832-05-17"]


def test_a_docket_in_a_note_dates_the_letter_around_it() -> None:
    text = "London, 28 December 1832.\n\nAll is well.\n\n[In another hand:] Recd 2 Jan."
    note = text.index("[In")
    letter = Division(
        id=ROOT, kind=DivisionKind.LETTER, start=0, end=len(text), parent=None
    )
    inner = Division(
        id=DivisionId("d#2"),
        kind=DivisionKind.NOTE,
        start=note,
        end=len(text),
        parent=ROOT,
    )
    found = read_document(
        Document(key=DocumentKey("d"), text=text, divisions=(letter, inner))
    )
    received = found.divisions[0].dates.received
    assert received is not None
    assert received.edtf == "1833-01-02"


def test_a_closing_dates_a_letter_without_a_letterhead() -> None:
    found = divided(
        "Dear Karl,\n\nWe came in last night, and all are well.\n\n"
        "Your Anna\nLinz, 19 March 1848",
        kind=DivisionKind.LETTER,
    )
    assert dates(found) == ["1848-03-19"]
    assert found.values[0] == "1848-03-18TNI"


def test_a_date_told_in_the_body_dates_no_letter() -> None:
    found = divided(
        "Dear Karl,\n\nOn 19 March 1848 he fled, as you know. He is not found.\n\nAnna",
        kind=DivisionKind.LETTER,
    )
    assert dates(found) == [None]


def test_diary_days_take_month_and_year_from_their_heading() -> None:
    text = (
        "MAY 1926\n\nMonday, 3rd.\nThe talks broke down last night.\n\n"
        "Tuesday, 4th.\nNo trains."
    )
    first, second = text.index("Monday"), text.index("Tuesday")
    chapter = Division(
        id=ROOT, kind=DivisionKind.CHAPTER, start=0, end=len(text), parent=None
    )
    entry = replace(chapter, kind=DivisionKind.ENTRY, parent=DivisionId("d#2"))
    divisions = (
        replace(chapter, kind=DivisionKind.ARTICLE),
        replace(chapter, id=DivisionId("d#2"), parent=ROOT),
        replace(entry, id=DivisionId("d#3"), start=first, end=second),
        replace(entry, id=DivisionId("d#4"), start=second),
    )
    found = read_document(
        Document(key=DocumentKey("d"), text=text, divisions=divisions)
    )
    assert dates(found) == ["1926-05", "1926-05-03", "1926-05-04"]
    assert found.values[2] == "1926-05-02TNI"


def test_annals_are_dated_by_their_year() -> None:
    found = divided(
        "1065. On 3 October they outlawed Tostig.",
        "1066. On 24 April a star appeared. Five days later it was gone.",
        kind=DivisionKind.ENTRY,
    )
    assert dates(found) == ["1065", "1066"]
    assert found.values == ["1065", "1065-10-03", "1066", "1066-04-24", "1066-04-29"]


def test_a_chapter_goes_on_where_the_last_one_ended() -> None:
    found = divided(
        "He landed on 14 September 1854.",
        "In November he fell.",
        kind=DivisionKind.CHAPTER,
    )
    assert found.values == ["1854-09-14", "1854-11"]


def test_a_masthead_dates_the_paper() -> None:
    text = (
        "THE EASTERN COURIER\n\nWEDNESDAY, MARCH 22, 1848.\n\nThe mail is late today."
    )
    found = read_document(Document(key=DocumentKey("d"), text=text))
    published = found.divisions[0].dates.published
    assert published is not None
    assert published.edtf == "1848-03-22"
    assert found.values[-1] == "1848-03-22"


def test_a_dateline_within_a_paper_is_older_than_its_masthead() -> None:
    text = (
        "Monday, October 22, 1917\n\nBLIND IN LEFT EYE\n\n"
        "STAMFORD, Conn., Oct. 21. — He spoke yesterday."
    )
    found = read_document(Document(key=DocumentKey("d"), text=text))
    dates = found.divisions[0].dates
    assert dates.published is not None
    assert dates.written is not None
    assert dates.published.edtf == "1917-10-22"
    assert dates.written.edtf == "1917-10-21"
    assert found.values[-1] == "1917-10-20"


def test_metadata_stand_above_the_masthead() -> None:
    text = "WEDNESDAY, MARCH 22, 1848.\n\nThe mail is late today."
    whole = Division(
        id=ROOT,
        kind=DivisionKind.ARTICLE,
        start=0,
        end=len(text),
        dates=DivisionDates(published=on("1848-03-23")),
    )
    found = read_document(Document(key=DocumentKey("d"), text=text, divisions=(whole,)))
    published = found.divisions[0].dates.published
    assert published is not None
    assert published.timex is None
    assert found.values[-1] == "1848-03-23"


def test_an_undated_letter_stays_undated() -> None:
    found = divided(
        "Tuesday.\n\nDear Karl,\n\nHe came yesterday.", kind=DivisionKind.LETTER
    )
    assert dates(found) == [None]
    assert found.timexes[1].edtf is None
