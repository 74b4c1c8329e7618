"""The whole analysis: the same in company, exact offsets, hidden marks, bad input."""

import time

import pytest
from spacy.tokens import Doc

from chronicle.language import analyse, event_score, event_wide
from chronicle.model import (
    Division,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Locator,
)
from chronicle.settings import Settings

pytestmark = pytest.mark.model

TEXTS = (
    "On 3 May 1791 the Diet adopted the constitution. Its enemies sought help abroad.",
    "VIENNA, March 14.\n\nThe Emperor left the city. Prince Metternich has resigned.",
    "Dear Karl,\n\nFather died on Tuesday. Your letter of the 3d ult. came too late.",
    "The king crossed the river, and the army followed him. " * 60,
    "",
    " \n\n ",
)


def document(text: str, **more: object) -> Document:
    return Document(key=DocumentKey("t"), text=text, **more)  # type: ignore[arg-type]


def parsed(text: str, **more: object) -> Doc:
    return analyse(document(text, **more), settings=Settings())


def everything(doc: Doc) -> list[tuple[object, ...]]:
    tokens: list[tuple[object, ...]] = [
        (
            *(t.idx, t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i),
            *(t.is_sent_start, t.ent_iob_, t.ent_type_, event_score(t), event_wide(t)),
        )
        for t in doc
    ]
    return tokens


def test_the_same_alone_in_company_and_in_any_order() -> None:
    alone = {text: everything(parsed(text)) for text in TEXTS}
    for text in (*reversed(TEXTS), *TEXTS):
        assert everything(parsed(text)) == alone[text]


@pytest.mark.parametrize("text", TEXTS)
def test_text_and_offsets_are_kept(text: str) -> None:
    doc = parsed(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_every_layer_is_set() -> None:
    doc = parsed(TEXTS[0])
    adopted = next(t for t in doc if t.text == "adopted")
    assert (adopted.tag_, adopted.pos_, adopted.lemma_) == ("VBD", "VERB", "adopt")
    assert adopted.morph.get("Tense", []) == ["Past"]
    assert adopted.dep_ == "ROOT"
    subject = next(t for t in doc if t.text == "Diet")
    assert (subject.dep_, subject.head) == ("nsubj", adopted)
    assert len(list(doc.sents)) == 2
    score = event_score(adopted)
    assert score is not None
    assert 0.5 < score <= 1
    assert adopted._.event_score == score


def test_names_have_the_four_kinds() -> None:
    doc = parsed("Prince Metternich left Vienna for London in 1848.")
    found = {(e.text, e.label_) for e in doc.ents}
    assert {("Vienna", "place"), ("London", "place")} <= found
    assert any("Metternich" in text and kind == "person" for text, kind in found)


def test_page_marks_are_hidden_from_the_parse() -> None:
    before, mark, after = "The envoys of the ", "[p. 12]", " king arrived at noon."
    shown = parsed(before.rstrip() + after)
    place = Locator(
        kind="page", label="12", start=len(before), end=len(before) + len(mark)
    )
    doc = parsed(before + mark + after, locators=(place,))
    inside = [t for t in doc if place.start <= t.idx < place.end]
    words = [t for t in doc if not t.is_space and t not in inside]
    assert [(t.text, t.head.text, t.dep_) for t in words] == [
        (t.text, t.head.text, t.dep_) for t in shown if not t.is_space
    ]
    assert {(t.pos_, t.dep_, event_score(t)) for t in inside} == {("X", "dep", None)}
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize(
    ("mark", "sentences"),
    [
        # the page turns in mid-sentence
        ("the\f", 1),
        ("the\n\n[p. 12]\n\n", 1),
        # and between two
        ("king.\n\n[p. 12]\n\nThe ", 2),
        ("king.\fThe ", 2),
    ],
)
def test_a_page_turns(mark: str, sentences: int) -> None:
    text = f"In the spring came the envoys of {mark}king arrived at noon."
    start = text.index("[") if "[" in text else text.index("\f")
    end = text.index("]") + 1 if "]" in text else start + 1
    place = Locator(kind="page", label="12", start=start, end=end)
    assert len(list(parsed(text, locators=(place,)).sents)) == sentences


def test_a_division_begins_a_sentence() -> None:
    text = "received the letter of the king and then went home"
    border = text.index("and")
    whole = Division(
        id=DivisionId("t#1"), kind=DivisionKind.ARTICLE, start=0, end=len(text)
    )
    part = Division(
        id=DivisionId("t#2"),
        kind=DivisionKind.NOTE,
        start=border,
        end=len(text),
        parent=whole.id,
    )
    doc = parsed(text, divisions=(whole, part))
    assert [s.start_char for s in doc.sents][-1] == border


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "." * 200_000,
        "The king died. " * 4_000,
        "\x00" * 50 + "The king\x00 died.\x00",
        "\f\f[",
        "ὁ βασιλεὺς ἀπέθανεν. Король умер. 王死了。",
    ],
)
def test_bad_input_is_survived(text: str) -> None:
    begun = time.process_time()
    assert parsed(text).text == text
    assert time.process_time() - begun < 30
