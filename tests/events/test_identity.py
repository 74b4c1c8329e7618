"""Ids outlast changes elsewhere in a document, and tell like events apart."""

import pytest

from chronicle.events.identity import event_ids
from chronicle.model import DocumentKey
from events.reading import parsed

ROW = (
    "The/DT/det>2 King/NNP/nsubj>3 fled=flee/VBD/root>0_ ././punct>3 "
    "Then/RB/advmod>7 they/PRP/nsubj>7 wept=weep/VBD/root>0_ ././punct>7"
)


def ids(row: str, key: str = "a.txt") -> dict[str, str]:
    doc = parsed(row)
    found = event_ids(tuple(doc), DocumentKey(key), range(len(doc)))
    return {doc[n].text: event_id for n, event_id in found.items()}


def test_twelve_characters_of_base_32() -> None:
    event_id = ids(ROW)["fled"]
    assert len(event_id) == 12
    assert set(event_id) <= set("abcdefghijklmnopqrstuvwxyz234567")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a mended word beyond the two neighbours
        ("wept=weep", "slept=sleep"),
        # another reading of the same words
        ("fled=flee/VBD", "fled=fly/VBN"),
        # a point that became a comma
        ("././punct>3", ",/,/punct>3"),
    ],
)
def test_changes_elsewhere_leave_an_id(old: str, new: str) -> None:
    assert ids(ROW.replace(old, new))["fled"] == ids(ROW)["fled"]


def test_neighbours_and_document_are_part_of_an_id() -> None:
    assert ids(ROW.replace("King", "Queen"))["fled"] != ids(ROW)["fled"]
    assert ids(ROW, key="b.txt")["fled"] != ids(ROW)["fled"]


def test_the_same_words_again_get_an_id_of_their_own() -> None:
    twice = parsed(" ".join(["fled=flee/VBD/root>0"] * 9))
    found = event_ids(tuple(twice), DocumentKey("a.txt"), range(9))
    assert len(set(found.values())) == 9
