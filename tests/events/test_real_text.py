"""Events on plain text, read with the shipped model (specimens, invented)."""

import pytest

from chronicle.entities import find_entities
from chronicle.events import find_events
from chronicle.language import analyse
from chronicle.model import (
    Division,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Event,
    Role,
)
from chronicle.settings import Settings

pytestmark = pytest.mark.model


def read(text: str, **division: str) -> tuple[dict[str, Event], dict[str, str]]:
    """The events of a text by their trigger word, and the entities' names by id."""
    whole = Division(
        id=DivisionId("t#1"),
        kind=DivisionKind(division.pop("kind", "article")),
        start=0,
        end=len(text),
        author=division.pop("author", None),
        recipient=division.pop("recipient", None),
    )
    document = Document(key=DocumentKey("t"), text=text, divisions=(whole,))
    doc = analyse(document, settings=Settings())
    entities = find_entities(doc, document)
    events = find_events(doc, document, entities, ())
    triggers = {text[e.trigger.start : e.trigger.end]: e for e in events}
    return triggers, {e.id: e.name for e in entities}


def doers(found: tuple[dict[str, Event], dict[str, str]], word: str) -> list[str]:
    events, names = found
    return [names.get(p.entity or "", "") for p in events[word].taking_part(Role.AGENT)]


def test_pronouns_keep_their_words_and_gain_an_entity() -> None:
    found = read("Anna Weiss left Vienna. She urged her brother to follow.")
    assert doers(found, "urged") == ["Anna Weiss"]


def test_first_person_is_the_writer_of_a_letter() -> None:
    text = "I mean to leave for Linz on Friday. You must burn this letter."
    found = read(text, kind="letter", author="Anna Weiss", recipient="Karl Weiss")
    assert doers(found, "leave") == ["Anna Weiss"]
    assert doers(found, "burn") == ["Karl Weiss"]


def test_first_person_inside_a_quotation_is_its_speaker() -> None:
    text = "Peter Hale stood up. “I shall resign,” said Peter Hale."
    found = read(text, kind="letter", author="Anna Weiss")
    assert doers(found, "resign") == ["Peter Hale"]


def test_a_diary_leaves_its_writer_unsaid() -> None:
    found = read("Walked to the mill. Bought flour.", kind="entry", author="Anna Weiss")
    assert doers(found, "Walked") == ["Anna Weiss"]
    assert found[0]["Walked"].participants[0].mention is None


def test_plans_agreed_on_among_people_are_planned_and_placed() -> None:
    text = (
        "Hale noted agreement among the ministers on convening the engineers again "
        "next month in Lisbon."
    )
    events, _ = read(text)
    convening = events["convening"]
    assert convening.factuality == "planned"
    places = convening.taking_part(Role.PLACE)
    assert [text[p.mention.start : p.mention.end] for p in places if p.mention] == [
        "Lisbon"
    ]


def test_a_quotation_over_sentences_has_one_speaker() -> None:
    text = "“The mill burned down. Nobody was hurt,” Hale wrote. The rain fell."
    events, _ = read(text)
    for word in ("burned", "hurt"):
        source = events[word].attribution
        assert source is not None and source.source is not None
        assert text[source.source.start : source.source.end] == "Hale"
    assert events["fell"].attribution is None


@pytest.mark.parametrize(
    "text",
    [
        # nothing to read
        "",
        " \n\n ",
        # no verb, lists, verse
        "GREAT FIRE AT SEA",
        "1. Flour\n2. Candles\n3. Salt",
        # unbalanced quotation marks
        "“The King has fled, he said. Nobody came. 'Twas late.",
        # tags that stand in one another's quotations
        '"He said so" "she said so" "they said so".',
        '"I said "he said "we said it was so',
        # words broken by bad scanning
        "The K1ng ab- dicated yest er day , and the pe ople re joiced .",
        # another language
        "Der Kaiser hat gestern die Stadt verlassen.",
    ],
)
def test_odd_input_gives_no_error_and_no_stranger(text: str) -> None:
    events, _ = read(text)
    for event in events.values():
        for participant in event.participants:
            assert participant.mention is not None
            words = text[participant.mention.start : participant.mention.end]
            assert words.strip()


def test_a_very_long_sentence_is_read_in_due_time() -> None:
    text = "He said " + " and ".join(f"that ship {n} sank" for n in range(400)) + "."
    events, _ = read(text)
    assert events["sank"].factuality == "asserted"
