"""What stands beneath what, and what is worth a line of its own."""

import pytest
from handmade import SETTINGS, Handmade, exactly, planned

from chronicle.entries import group
from chronicle.model import (
    DivisionKind,
    Entry,
    EventClass,
    Factuality,
    Layer,
)
from chronicle.settings import Settings

REPORT = {"class_": EventClass.REPORTING}


def grouped(made: Handmade, settings: Settings = SETTINGS) -> tuple[Entry, ...]:
    return group(made.annotated(), made.chronology(), settings=settings)


def lines(made: Handmade) -> dict[str, list[tuple[str, str]]]:
    """Each entry's head by its trigger, with the triggers and relations beneath."""
    one = made.annotated()
    said = {e.id: one.quote(e.trigger) for e in one.events}
    return {
        said[entry.head]: [(said[p.event], p.relation) for p in entry.parts]
        for entry in grouped(made)
    }


def test_the_letter(letter: Handmade) -> None:
    assert lines(letter) == {
        "marched": [],
        # an event noun beneath its verb
        "demanded": [("dismissal", "part")],
        "fired": [],
        # news passed on by a mere "they say" stands for itself
        "killed": [("say", "part")],
        # an intention is told by what is intended, if that has a time of its own
        "leave": [("mean", "part")],
    }


def test_the_report(report: Handmade) -> None:
    assert lines(report) == {
        # a public saying and its content are one entry
        "warned": [("means", "content")],
        "urged": [("seek", "content")],
        "emphasized": [("conference", "part")],
        # put at another time by "following"
        "talks": [],
        # a plan with a time of its own
        "reconvening": [],
        "noted": [],
    }


def two(
    text: str,
    first: tuple[str, dict[str, object]],
    second: tuple[str, dict[str, object]],
    *link: str,
) -> Handmade:
    made = Handmade(text)
    a = made.event(first[0], **first[1])  # type: ignore[arg-type]
    b = made.event(second[0], **second[1])  # type: ignore[arg-type]
    if link:
        made.link(link[0], a, link[1], b)
    return made


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # a plan without a time stays beneath the promise
        (
            two(
                "He promised to pay.",
                ("promised", REPORT),
                ("pay", planned()),
                "SLINK",
                "intensional",
            ),
            {"promised": [("pay", "content")]},
        ),
        # a phase beneath its beginning
        (
            two(
                "It began to throw out ashes.",
                ("began", {"class_": EventClass.ASPECTUAL}),
                ("throw", {"tense": "INFINITIVE"}),
                "ALINK",
                "initiates",
            ),
            {"began": [("throw", "phase")]},
        ),
        # purpose beneath the act
        (
            two(
                "They met to turn promises into arrangements.",
                ("met", {}),
                ("turn", {"tense": "INFINITIVE"}),
                "CLINK",
                "purpose",
            ),
            {"met": [("turn", "cause")]},
        ),
        # a cause with a clause of its own is told for itself
        (
            two(
                "He fled because the king came.",
                ("came", {"near": 20}),
                ("fled", {"near": 0}),
                "CLINK",
                "cause",
            ),
            {"fled": [], "came": []},
        ),
        # "said" with an opinion for content is the happening itself
        (
            two(
                "He said that it was just.",
                ("said", REPORT | {"lemma": "say"}),
                ("just", {"class_": EventClass.STATE, "pos": "ADJ"}),
                "SLINK",
                "evidential",
            ),
            {"said": [("just", "content")]},
        ),
        # "said" with a happening for content only passes it on
        (
            two(
                "He said that the town fell.",
                ("said", REPORT | {"lemma": "say"}),
                ("fell", {}),
                "SLINK",
                "evidential",
            ),
            {"fell": [("said", "part")]},
        ),
        # a warning is never a mere conduit
        (
            two(
                "He warned that the town fell.",
                ("warned", REPORT | {"lemma": "warn"}),
                ("fell", {}),
                "SLINK",
                "evidential",
            ),
            {"warned": [("fell", "content")]},
        ),
        # a state without a date beneath the happening beside it
        (
            two(
                "She was ill and took the coach.",
                ("ill", {"class_": EventClass.STATE, "pos": "ADJ"}),
                ("took", {}),
            ),
            {"took": [("ill", "part")]},
        ),
        # what would have been beneath what was, told just before it
        (
            two(
                "We came in. Had the road held we should have slept.",
                ("came", {}),
                ("slept", {"factuality": Factuality.COUNTERFACTUAL}),
            ),
            {"came": [("slept", "part")]},
        ),
        # a denied main clause is still told
        (
            two(
                "He did not publish. He left.",
                ("publish", {"factuality": Factuality.NEGATED, "polarity": "NEG"}),
                ("left", {}),
            ),
            {"publish": [], "left": []},
        ),
        # but not one that is said in passing
        (
            two(
                "Order was broken as it had never failed before.",
                ("broken", {}),
                ("failed", {"factuality": Factuality.NEGATED, "polarity": "NEG"}),
            ),
            {"broken": [("failed", "part")]},
        ),
        # a clause that describes what another tells
        (
            two(
                "The fire took the ships that lay there.",
                ("took", {}),
                ("lay", {}),
            ),
            {"took": [("lay", "part")]},
        ),
        # but a pluperfect tells something earlier, and "that night" leads no clause
        (
            two(
                "He came, who had sworn to stay. That night they fled.",
                ("sworn", {"aspect": "PERFECTIVE"}),
                ("fled", {}),
            ),
            {"sworn": [], "fled": []},
        ),
        # "on which" is as much as "then", and "and that" goes on from another
        (
            two(
                "He gave up on the day on which they entered Balaklava.",
                ("gave", {}),
                ("entered", {}),
            ),
            {"gave": [], "entered": []},
        ),
        # a participle belongs to its own side of a semicolon
        (
            two(
                "They vetoed it; then, fearing for their lives, they fled.",
                ("fearing", {"tense": "PRESPART"}),
                ("fled", {}),
            ),
            {"fled": [("fearing", "part")]},
        ),
    ],
)
def test_what_stands_beneath_what(
    made: Handmade, expected: dict[str, list[tuple[str, str]]]
) -> None:
    assert lines(made) == expected


def test_two_sayings_of_one_speaker_are_two_entries() -> None:
    made = Handmade("He argued that it was so. “That means war,” Orlov warned.")
    orlov = made.entity("Orlov", "Orlov")
    argued = made.event("argued", who={"agent": ("He", orlov)}, **REPORT)
    warned = made.event("warned", who={"agent": ("Orlov", orlov)}, **REPORT)
    made.link("SLINK", warned, "evidential", argued)
    assert lines(made) == {"argued": [], "warned": []}


def test_links_in_a_circle_still_have_one_head() -> None:
    made = Handmade("He said she said.")
    a = made.event("said", **REPORT)
    b = made.event("said", **REPORT)
    made.link("SLINK", a, "evidential", b)
    made.link("SLINK", b, "evidential", a)
    (entry,) = grouped(made)
    assert len(entry.parts) == 1


@pytest.mark.parametrize(
    "kind", [DivisionKind.NOTE, DivisionKind.HEADING, DivisionKind.FURNITURE]
)
def test_notes_and_headings_give_entries_only_on_request(kind: DivisionKind) -> None:
    made = Handmade("Kolletschka died on 13 March.", kind=kind)
    made.event("died")
    assert grouped(made) == ()
    assert len(grouped(made, Settings(with_notes=True))) == 1


def test_entries_come_in_the_order_of_the_text(letter: Handmade) -> None:
    one = letter.annotated()
    starts = [one.event[e.head].trigger.start for e in grouped(letter)]
    assert starts == sorted(starts)


def test_salience_ranks_public_acts_above_scenery(report: Handmade) -> None:
    one = report.annotated()
    by = {one.quote(one.event[e.head].trigger): e.salience for e in grouped(report)}
    assert all(0 <= value <= 1 for value in by.values())
    assert by["warned"] > by["talks"]
    assert by["noted"] > by["talks"]


def test_a_date_helps_but_is_not_required() -> None:
    text = "The duke left. The earl came on 3 October 1065."
    made = Handmade(text)
    left, came = made.event("left"), made.event("came")
    made.timex("3 October 1065", came, span=exactly(1065, 10, 3), edtf="1065-10-03")
    by = {entry.head: entry.salience for entry in grouped(made)}
    assert by[came] > by[left] > 0.3


def test_the_making_of_letters_is_a_layer_of_its_own() -> None:
    made = Handmade(
        "Your letter of Thursday came. The coach came.", kind=DivisionKind.LETTER
    )
    made.event("came", lemma="come", who={"agent": "Your letter of Thursday"})
    made.event("came", lemma="come", who={"agent": "The coach"})
    assert [e.layer for e in grouped(made)] == [Layer.DOCUMENT, Layer.NARRATED]


def test_what_historians_argue_is_scholarship() -> None:
    made = Handmade("The historian Furet argued that it was over.")
    made.event("argued", who={"agent": "The historian Furet"}, **REPORT)
    assert [e.layer for e in grouped(made)] == [Layer.SCHOLARSHIP]
