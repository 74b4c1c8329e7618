"""Names, titles and the grouping of namings, on Docs made by hand."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from chronicle.entities import find_entities
from chronicle.model import Document, DocumentKey, Entity

NLP = spacy.blank("en")


def entities(text: str, **names: str) -> dict[str, Entity]:
    """The entities of a flat parse whose names (joined by ``_``) have these kinds."""
    plain = NLP(text)
    words = [t.text for t in plain]
    doc = Doc(
        NLP.vocab,
        words=words,
        spaces=[bool(t.whitespace_) for t in plain],
        lemmas=[w.lower() for w in words],
        tags=["NNP" if w[0].isupper() else "NN" for w in words],
        pos=["PROPN" if w[0].isupper() else "NOUN" for w in words],
        deps=["ROOT"] * len(words),
        heads=list(range(len(words))),
        sent_starts=[n == 0 for n in range(len(words))],
    )
    spans = []
    for name, kind in names.items():
        parts = name.split("_")
        spans += [
            Span(doc, n, n + len(parts), label=kind)
            for n in range(len(words))
            if words[n : n + len(parts)] == parts
        ]
    doc.set_ents(spacy.util.filter_spans(spans))
    document = Document(key=DocumentKey("t"), text=text)
    return {e.name: e for e in find_entities(doc, document)}


def mentions(text: str, entity: Entity) -> list[str]:
    return [text[m.start : m.end] for m in entity.mentions]


@pytest.mark.parametrize(
    ("text", "names", "name", "expected"),
    [
        # a surname alone is the one introduced in full
        (
            "Dmitry Orlov spoke . Orlov left .",
            {"Dmitry_Orlov": "person", "Orlov": "person"},
            "Dmitry Orlov",
            ["Dmitry Orlov", "Orlov"],
        ),
        # a title belongs to the naming, not to the name
        (
            "Prime Minister Keir Hale spoke . Hale left .",
            {"Prime_Minister_Keir_Hale": "person", "Hale": "person"},
            "Keir Hale",
            ["Prime Minister Keir Hale", "Hale"],
        ),
        # a title with a place is a name
        (
            "The Duke of Wellington came .",
            {"Duke": "person"},
            "Duke of Wellington",
            ["Duke of Wellington"],
        ),
        # a king by his given name
        (
            "King Harold marched . Harold fell .",
            {"King_Harold": "person", "Harold": "person"},
            "King Harold",
            ["King Harold", "Harold"],
        ),
        # the only prince there is
        (
            "Prince Metternich resigned . the Prince left .",
            {"Prince_Metternich": "person"},
            "Prince Metternich",
            ["Prince Metternich"],
        ),
    ],
)
def test_namings_of_one(
    text: str, names: dict[str, str], name: str, expected: list[str]
) -> None:
    assert mentions(text, entities(text, **names)[name]) == expected


def test_homonyms_with_other_first_names_stay_apart() -> None:
    text = "Anna Weiss wrote . Karl Weiss read ."
    found = entities(text, Anna_Weiss="person", Karl_Weiss="person")
    assert set(found) == {"Anna Weiss", "Karl Weiss"}


def test_a_man_and_a_woman_of_one_surname_stay_apart() -> None:
    text = "Mr. Weiss wrote . Mrs. Weiss read ."
    found = entities(text, **{"Mr._Weiss": "person", "Mrs._Weiss": "person"})
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an office is not a name
        ("The Deputy Chairman of Russia spoke .", {"Deputy_Chairman_of": "person"}),
        # nor is a day
        ("On Friday they left .", {"Friday": "other"}),
        ("Before Lady Day he paid .", {"Lady_Day": "person"}),
    ],
)
def test_what_is_no_name(text: str, names: dict[str, str]) -> None:
    assert entities(text, **names) == {}


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        # peoples are groups, ships and the like are neither person nor group
        ("Then the Danes went home .", "Danes", "person", "group"),
        ("Then the Roddam sailed .", "Roddam", "person", "other"),
        ("He fell at Carrhae .", "Carrhae", "person", "place"),
    ],
)
def test_kinds(text: str, name: str, label: str, expected: str) -> None:
    assert entities(text, **{name: label})[name].kind == expected
