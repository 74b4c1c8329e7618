"""Phrases of deeds and minutes that a parser takes for something else."""

import pytest

import chronicle
from chronicle.model import Event, Factuality

pytestmark = pytest.mark.model


def events(text: str) -> dict[str, Event]:
    found = chronicle.extract(chronicle.Document(key="note.txt", text=text))
    return {found.quote(e.trigger): e for e in found.events}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # "said" before a name or a noun only points back
        ("The said John Pell was chosen overseer for the year ensuing.", "chosen"),
        ("The said committee met on Monday and chose a clerk.", "met"),
    ],
)
def test_the_aforesaid_says_nothing(text: str, trigger: str) -> None:
    found = events(text)
    assert "said" not in found
    assert found[trigger].attribution is None


def test_a_finite_open_complement_is_no_verb() -> None:
    found = events("On 25 September Harold came on him unawares at Stamford Bridge.")
    assert set(found) == {"came"}


def test_saying_is_still_saying() -> None:
    found = events("He said the town was lost.")
    assert found["lost"].attribution is not None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("He came to Odessa with nothing but a letter.", "came", Factuality.ASSERTED),
        ("Nobody came to Odessa.", "came", Factuality.NEGATED),
    ],
)
def test_an_exception_denies_nothing(
    text: str, trigger: str, expected: Factuality
) -> None:
    assert events(text)[trigger].factuality is expected
