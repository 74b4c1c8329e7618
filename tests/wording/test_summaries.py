"""Summaries: the source's own words in order, cut but never changed."""

import re

import pytest
from handmade import Handmade, assembly

from chronicle.model import (
    Assembly,
    DivisionKind,
    EventClass,
    Factuality,
)
from chronicle.wording import event_summary, label, quotation, shortened, summary

EXPECTED = [
    "the students marched to the Estates House",
    # a subject that the clause leaves out is supplied
    "[the students] demanded Metternich's dismissal",
    "The soldiers fired",
    "five were killed, they say",
    # a speaker is set before words in the first person
    "[Anna Weiss]: I mean to leave for Linz on Friday if the post coaches run",
    # what is quoted before its "he said"
    "“This means war,” Orlov warned",
    # a pronoun gives way to the name
    "[Orlov] also urged the ministers to seek counsel",
    "Hale emphasized their unity at a press conference following talks with the allies",
    "talks with the allies",
    "[Hale] noted consensus on reconvening the planners later this week in York",
    # a plan whose words would read as fact says that it is one
    "[planned] reconvening the planners later this week in York",
]


def test_summaries_of_the_samples(timeline: Assembly) -> None:
    assert [summary(timeline, entry) for entry in timeline.entries] == EXPECTED


def test_without_brackets_only_source_words_in_source_order(
    timeline: Assembly,
) -> None:
    for entry in timeline.entries:
        said = re.sub(r"\[[^\]]*\]:?", " ", summary(timeline, entry))
        sentence = quotation(timeline, entry)
        at = 0
        for word in re.findall(r"\w+", said):
            at = sentence.find(word, at)
            assert at >= 0, f"{word!r} is not in place in {sentence!r}"
            at += len(word)


def clause_of(text: str, trigger: str, *others: str, **given: object) -> str:
    made = Handmade(text)
    event = made.event(trigger, **given)  # type: ignore[arg-type]
    for other in others:
        made.event(other, near=0)
    return event_summary(assembly(made), event)


@pytest.mark.parametrize(
    ("text", "trigger", "others", "who", "expected"),
    [
        # a relative clause between subject and verb is cut
        (
            "Mr. Garbutt, who had promised to lend me his bicycle, refused it.",
            "refused",
            ["promised"],
            {"agent": "Mr. Garbutt"},
            "Mr. Garbutt … refused it",
        ),
        # the relative clause itself gets its antecedent
        (
            "The students, who had petitioned the Emperor on Sunday, marched.",
            "petitioned",
            ["marched"],
            {"agent": "The students"},
            "[The students] had petitioned the Emperor on Sunday",
        ),
        # what follows in another clause is left to that clause
        (
            "Duke William landed at Pevensey, but the earls delayed.",
            "landed",
            ["delayed"],
            {"agent": "Duke William"},
            "Duke William landed at Pevensey",
        ),
        # pied-piped relatives go with their clause
        (
            "He answered them in letters, in which he called them murderers.",
            "answered",
            ["called"],
            {"agent": "He"},
            "He answered them in letters",
        ),
        # the passive subject
        (
            "At York five of the leaders were strangled without trial.",
            "strangled",
            [],
            {"patient": "five of the leaders"},
            "five of the leaders were strangled without trial",
        ),
        # a parenthesis between subject and verb
        (
            "The Emperor, I hear, has promised a constitution.",
            "promised",
            ["hear"],
            {"agent": "The Emperor"},
            "The Emperor … has promised a constitution",
        ),
        # a date that a mention swallowed is no part of the subject
        (
            "He was out; on 8 May Hale left for York.",
            "left",
            [],
            {"agent": "Hale"},
            "Hale left for York",
        ),
        # a semicolon ends what is told
        (
            "The reviewers rejected it; over the next two years he said nothing.",
            "rejected",
            [],
            {"agent": "The reviewers"},
            "The reviewers rejected it",
        ),
        # an "if" is never lost
        (
            "He left; if Mother had not held my sleeve he would stay.",
            "held",
            ["left"],
            {"agent": "Mother"},
            "if Mother had not held my sleeve he would stay",
        ),
        # a comparison is said in one breath
        (
            "They came in last night, a day later than they intended.",
            "came",
            ["intended"],
            {"agent": "They"},
            "They came in last night",
        ),
        # a quotation before its speaker, wherever the sentence began
        (
            'He saw the plan. "That means war," Medvedev warned.',
            "warned",
            [],
            {"agent": "Medvedev"},
            '"That means war," Medvedev warned',
        ),
        # negation stays
        (
            "Saint-Arnaud did not sign.",
            "sign",
            [],
            {"agent": "Saint-Arnaud"},
            "Saint-Arnaud did not sign",
        ),
    ],
)
def test_clauses(
    text: str, trigger: str, others: list[str], who: dict[str, str], expected: str
) -> None:
    assert clause_of(text, trigger, *others, who=who) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "factuality", "expected"),
    [
        # words that show it are enough
        ("The men may march.", "march", "possible", "The men may march"),
        ("The men were to march.", "march", "planned", "The men were to march"),
        ("The men never marched.", "marched", "negated", "The men never marched"),
        # words that do not are guarded
        ("The men marched.", "marched", "planned", "[planned] The men marched"),
        ("The men marched.", "marched", "negated", "[not so] The men marched"),
        ("The men marched.", "marched", "possible", "[possible] The men marched"),
        (
            "The men marched.",
            "marched",
            "counterfactual",
            "[did not happen] The men marched",
        ),
    ],
)
def test_nothing_unreal_reads_as_fact(
    text: str, trigger: str, factuality: str, expected: str
) -> None:
    said = clause_of(
        text, trigger, factuality=Factuality(factuality), who={"agent": "The men"}
    )
    assert said == expected


def test_what_is_its_own_stays_between_subject_and_verb() -> None:
    made = Handmade("A report that the town had been destroyed is now denied.")
    lost = made.event("destroyed", who={"patient": "the town"})
    event = made.event("denied", who={"patient": "A report"}, tense="PRESENT")
    one = assembly(made)
    whole = "A report that the town had been destroyed is now denied"
    assert event_summary(one, event, own=[lost]) == whole
    assert event_summary(one, event) == "A report … is now denied"


def test_first_person_plural_of_a_diary() -> None:
    made = Handmade(
        "We came in last night.",
        kind=DivisionKind.ENTRY,
        division={"author": "Anna Weiss"},
    )
    made.event("came", who={"agent": "We"}, class_=EventClass.OCCURRENCE)
    (entry,) = assembly(made).entries
    assert (
        summary(assembly(made), entry) == "[Anna Weiss and others] came in last night"
    )


def test_marks_of_pages_and_line_ends_are_left_out(letter: Handmade) -> None:
    made = Handmade("The students\nmarched to\n  the Estates House.")
    made.event("marched", who={"agent": "The students"})
    timeline = assembly(made)
    said = summary(timeline, timeline.entries[0])
    assert said == "The students marched to the Estates House"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, "the students marched to the Estates House"),
        (28, "the students marched to …"),
        (12, "the …"),
    ],
)
def test_labels_are_cut_at_words(timeline: Assembly, width: int, expected: str) -> None:
    assert label(timeline, timeline.entries[0], width=width) == expected


def test_a_cut_prefers_a_pause() -> None:
    said = shortened("they fought at York, and then the whole host of Norway", words=8)
    assert said == "they fought at York …"
