"""The chain of reasons, and the ways to name an event."""

import pytest

from chronicle.errors import UsageError
from chronicle.explain import explain, find_event, find_item
from chronicle.model import Assembly


def test_the_chain_of_a_deictic_date(timeline: Assembly) -> None:
    told = str(explain(timeline, "1"))
    for reason in (
        "marched  [13 March 1848]   (letter.txt, f. 4r)",
        "“Yesterday the students marched",
        "“Yesterday” = 1848-03-13",
        "the letter's day (written) = 14 March 1848   (dateline)",
        "“Tuesday 14 March 1848”",
        "on the word of Anna Weiss",
        "read as asserted, OCCURRENCE",
    ):
        assert reason in told


def test_why_a_date_is_not_known(timeline: Assembly) -> None:
    told = str(explain(timeline, "11"))
    assert "later this week [week unknown]" in told
    assert "the document has no date: give one with --date" in told


def test_people_and_voices(timeline: Assembly) -> None:
    assert "agent: “He” = Orlov" in str(explain(timeline, "7"))
    killed = str(explain(timeline, "4"))
    assert "on the word of unnamed, reported by Anna Weiss" in killed


def test_structure(timeline: Assembly) -> None:
    told = str(explain(timeline, "6"))
    assert "above ev01reporttx “means” (content)" in told


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1", "ev01lettertx"),
        ("en-ev01lettertx", "ev01lettertx"),
        ("ev02lettertx", "ev02lettertx"),
        ("ev01l", "ev01lettertx"),
        (" EV01L ", "ev01lettertx"),
    ],
)
def test_names_of_events(timeline: Assembly, name: str, expected: str) -> None:
    assert find_event(timeline, name) == expected


@pytest.mark.parametrize(
    ("name", "said"),
    [
        # the beginning of several
        ("ev01", r"2 events begin so: ev01lettertx “marched”; ev01reporttx"),
        # a word of the text is answered with its event
        ("marched", r"near it: ev01lettertx “marched”"),
        ("ev99lettertx", r"near it: ev"),
        ("zzzz", r"an entry's number, 1 to 11"),
        ("99", r"no event or entry has this id"),
    ],
)
def test_no_such_event(timeline: Assembly, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        find_event(timeline, name)


def test_what_can_be_decided_on(timeline: Assembly) -> None:
    assert find_item(timeline, "letter.txt#1") == "letter.txt#1"
    assert find_item(timeline, "letter.txt#t1") == "letter.txt#t1"
    assert find_item(timeline, "1") == "ev01lettertx"
