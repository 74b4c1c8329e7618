"""Whom a pronoun means, on plain text (specimens, invented); "?" is unresolved."""

import pytest

from chronicle.entities import find_entities
from chronicle.language import analyse
from chronicle.model import (
    Division,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
)
from chronicle.settings import Settings

pytestmark = pytest.mark.model


def meant(text: str, pronoun: str, **people: str) -> str:
    """The name behind the last such pronoun of a text."""
    whole = Division(
        id=DivisionId("t#1"),
        kind=DivisionKind.LETTER,
        start=0,
        end=len(text),
        author=people.get("author"),
        recipient=people.get("recipient"),
    )
    document = Document(key=DocumentKey("t"), text=text, divisions=(whole,))
    doc = analyse(document, settings=Settings())
    found = find_entities(doc, document)
    start = max(t.idx for t in doc if t.text == pronoun)
    names = [e.name for e in found if any(m.start == start for m in e.mentions)]
    assert len(names) < 2
    return names[0] if names else "?"


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # the subject of the sentence before
        ("Peter Hale criticized John Grey. He left.", "He", "Peter Hale"),
        # the other party of what the writer did comes before an earlier subject
        (
            "Sir Robert Peel refused. I dined with Mr. Osgood. He fears a riot.",
            "He",
            "Mr. Osgood",
        ),
        # gender by given name and by title
        ("Anna Weiss met Karl Weiss. She wept.", "She", "Anna Weiss"),
        ("Queen Mary met Lord Grey. She wept.", "She", "Queen Mary"),
        # an object is not the subject of its own clause
        ("Peter Hale came in. Karl Weiss struck him.", "him", "Peter Hale"),
        # a possessor may be the subject
        ("Peter Hale lost his hat.", "his", "Peter Hale"),
        # somebody unnamed stands nearer
        ("Peter Hale wrote. The captain came in. He sat down.", "He", "?"),
        # two who fit alike
        ("Peter Hale and John Grey came in. He sat down.", "He", "?"),
        # nobody to mean
        ("Late in the day he came home.", "he", "?"),
        # an explicit "he" in coordination is not the one who offered
        ("Peter Hale offered Karl Weiss a post, and he declined it.", "he", "?"),
        # inside a quotation, never its speaker
        ("Karl Weiss was ill. “He is worse,” Peter Hale wrote.", "He", "Karl Weiss"),
        # a name at home
        ("Mother met Fred. She slept.", "She", "Mother"),
        # the only duke there is
        ("The Duke of Wellington came. He wept.", "He", "Duke of Wellington"),
        # a thing that another pronoun asks for is left open
        ("The Senate met in Rome. Sulla refused to yield it.", "it", "?"),
        # a chronicler is not one of whom he tells
        ("Caesar woke. Plutarch says that a seer had warned him.", "him", "?"),
    ],
)
def test_third_person(text: str, pronoun: str, expected: str) -> None:
    assert meant(text, pronoun) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("I have yours of the 12th.", "I", "Anna Weiss"),
        ("Burn this when you have read it.", "you", "Karl Weiss"),
        # we: the author and others, never guessed
        ("We came in last night.", "We", "?"),
        # another speaks
        ("“I am ill,” said the boy.", "I", "?"),
    ],
)
def test_first_and_second_person(text: str, pronoun: str, expected: str) -> None:
    found = meant(text, pronoun, author="Anna Weiss", recipient="Karl Weiss")
    assert found == expected


def test_an_unknown_author_stays_unknown() -> None:
    assert meant("I came in last night.", "I") == "?"
