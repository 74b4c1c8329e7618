"""What expressions count from: the writer's now, the time told, what happens."""

import pytest
from times.marked import marked, read

from chronicle.model import (
    DivisionAnchor,
    MentionAnchor,
    Reading,
    Shift,
    TimexAnchor,
    TimexId,
)
from chronicle.settings import Settings

# the last expression's value; no date but those in the text
NARRATIVE = [
    # the unit after the one just told
    ("He fell in 1415. The following year his brother died.", "1416"),
    ("They met on 30 June 1914. The next morning he wired Vienna.", "1914-07-01TMO"),
    ("They met on 30 June 1914. The next day he wired Vienna.", "1914-07-01"),
    ("They met on 30 June 1914. Next day he wired Vienna.", "1914-07-01"),
    ("They met on 30 June 1914. The previous day he had wired.", "1914-06-29"),
    ("They met in May 1848. The next month he left.", "1848-06"),
    # a BC year counts down
    ("In 491 BC envoys came. The following year the fleet sailed.", "BC0490"),
    # the same unit again
    ("They met on 30 June 1914. The same day he wired.", "1914-06-30"),
    ("They met on 30 June 1914. That evening he wired.", "1914-06-30TEV"),
    ("They met on 30 June 1914. That year he died.", "1914"),
    ("They met in June 1914. The same month he died.", "1914-06"),
    ("They met on 30 June 1914. On the morrow he wired.", "1914-07-01"),
    ("They met on 30 June 1914. Under the same date he wired.", "1914-06-30"),
    # measured off
    ("They met in 1914. A quarter of a century later he died.", "1939"),
    ("They met on 30 June 1914. Three days later he wired.", "1914-07-03"),
    ("They met on 30 June 1914. Two days before, he had wired.", "1914-06-28"),
    ("They met in 1914. Two years earlier he had wired.", "1912"),
    ("They met in 1914. Ten years later he died.", "1924"),
    # a month or day without a year: the narrative's
    ("He came in May 1848. In June he left.", "1848-06"),
    ("He came on 3 May 1848. On 9 June he left.", "1848-06-09"),
    ("He came on 3 May 1848. On the 9th he left.", "1848-05-09"),
    # the narrative runs forward over the turn of the year and of the month
    ("He came in December 1847. In January he left.", "1848-01"),
    ("He came on 28 January 1848. On the 4th he left.", "1848-02-04"),
    # months run back within a year
    ("He came in June 1848. He had written in May.", "1848-05"),
    # a bare year in passing does not carry the narrative away
    (
        "On 3 August 1964, as papers released in 2005 show, they met. "
        "On 4 August they fired.",
        "1964-08-04",
    ),
    # what had happened before leaves the narrative where it was
    (
        "He landed on 14 September 1854. He had sailed on 2 June. On the 26th he fell.",
        "1854-09-26",
    ),
    # a part of a period that the context gives
    ("He came in May 1848. At the end of the year he left.", "1848"),
    ("He came in May 1848. Later that year he left.", "1848"),
    ("He came in 1848. In the summer he left.", "1848-SU"),
    ("He came in 1848. The following spring he left.", "1849-SP"),
    # a date within a year told of
    ("He came in 1848. In August of that year he left.", "1848-08"),
    ("He came in 1848. On 1 November of the following year he left.", "1849-11-01"),
    # hours of the day just told
    ("They met on 30 June 1914. At 3 p.m. he wired.", "1914-06-30T15:00"),
    # a date that is only bounded gives its own date to count from
    ("He came by June 1940. In August he left.", "1940-08"),
    # not the narrative's present: a date inside a quotation is the speaker's
    ('On 3 May 1791 he said: "In 1772 we lost." The next day he left.', "1791-05-04"),
]

# the first expression's value, written on Wednesday 15 March 1848
WRITTEN = [
    # past by tense, future by tense
    ("He left on Monday.", "1848-03-13"),
    ("He will leave on Monday.", "1848-03-20"),
    ("He is to leave on Monday.", "1848-03-20"),
    ("He left on Monday night.", "1848-03-13TNI"),
    # a term looks forward even in the past
    ("They gave him until Friday.", "1848-03-17"),
    # an ordinal behind a weekday may count something else
    ("Prices fell on Friday, the fourth decline this week.", "1848-03-10"),
    # months: back by tense, else the nearest
    ("He left in May.", "1847-05"),
    ("He will leave in May.", "1848-05"),
    ("It is put off to 3 April.", "1848-04-03"),
    # a season by tense
    ("He left in the summer.", "1847-SU"),
    ("He will leave in the summer.", "1848-SU"),
    # days of the running month
    ("He left on the 3rd.", "1848-03-03"),
    ("He will leave on the 20th.", "1848-03-20"),
]


@pytest.mark.parametrize(("text", "expected"), NARRATIVE)
def test_counted_from_what_was_told(text: str, expected: str) -> None:
    assert read(text).values[-1] == expected


def test_an_hour_stands_on_the_day_that_follows() -> None:
    found = read("At 11 o'clock last night he left.", written="1848-03-15")
    assert found.values == ["1848-03-14T23:00", "1848-03-14TNI"]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_counted_from_the_writers_now(text: str, expected: str) -> None:
    assert read(text, written="1848-03-15").values[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left two days after 5 May 1848.", "1848-05-07"),
        ("He left the day before 5 May 1848.", "1848-05-04"),
        ("He left three years before 1848.", "1845"),
        ("He left in the week of 5 May 1848.", "1848-W18"),
    ],
)
def test_counted_from_the_date_that_follows(text: str, expected: str) -> None:
    assert read(text).values[0] == expected


def test_a_year_in_the_same_sentence_wins_over_the_writers_own() -> None:
    text = "He had come in 1789, and in May he left. Yesterday he wrote."
    assert read(text, written="1848-03-15").values[1] == "1789-05"


def reading(text: str) -> Reading:
    return marked(text).reading


def test_an_event_is_named_by_its_words() -> None:
    text = "He fled «two days after» the siege of Paris, they say."
    plain = text.replace("«", "").replace("»", "")
    found = reading(text)
    assert isinstance(found, Shift)
    assert isinstance(found.anchor, MentionAnchor)
    assert plain[found.anchor.start : found.anchor.end] == "the siege of Paris"
    assert found.amount == 2


@pytest.mark.parametrize(
    "text",
    [
        "He fled «the day before» his coronation.",
        "He fled «the year after» the war.",
        "He fled «the morning after» the battle.",
        "He fled on «the night of» the massacre.",
        "He fled on «the first day of» the war.",
        "He fled on «the eve of» the battle.",
        "He fled «a few days after» the siege.",
    ],
)
def test_event_offsets_wait_for_their_event(text: str) -> None:
    timex = marked(text)
    assert timex.edtf is None


def test_without_a_date_now_is_unknown() -> None:
    timex = marked("They meet «later this week».")
    assert timex.edtf is None
    assert timex.value == "XXXX-WXX"
    assert any("document date" in flag.why for flag in timex.flags)


def test_the_anchor_is_told_in_words() -> None:
    found = read("He fell in 1415. The following year his brother died.")
    assert isinstance(found.timexes[1].reading, Shift)
    assert found.timexes[1].reading.anchor == TimexAnchor(timex=TimexId("d#t1"))
    assert "counted from “1415”, told before it" in found.timexes[1].evidence.steps


def test_deictic_words_name_their_division() -> None:
    found = reading("He came «yesterday».")
    assert isinstance(found, Shift)
    assert found.anchor == DivisionAnchor(division="d#1")


@pytest.mark.parametrize(
    ("custom", "expected"), [("dmy", "1916-07-04"), ("mdy", "1916-04-07")]
)
def test_figures_are_read_by_the_custom(custom: str, expected: str) -> None:
    settings = Settings(numeric_dates=custom)  # type: ignore[arg-type]
    timex = marked("He came on «4/7/1916» again.", settings=settings)
    assert (timex.value, timex.flags) == (expected, ())


def test_figures_without_a_custom_are_flagged() -> None:
    timex = marked("He came on «4/7/1916» again.")
    assert timex.edtf == "[1916-07-04,1916-04-07]"
    assert [flag.kind for flag in timex.flags] == ["ambiguous"]


def test_an_impossible_day_is_kept_and_flagged() -> None:
    timex = marked("He came on «31 February 1900» again.")
    assert timex.edtf is None
    assert [flag.kind for flag in timex.flags] == ["impossible"]


def test_a_weekday_that_contradicts_its_date_is_flagged() -> None:
    timex = marked("He came on «Monday 14 March 1848» again.")
    assert timex.edtf == "1848-03-14"
    assert [flag.kind for flag in timex.flags] == ["weekday-mismatch"]
