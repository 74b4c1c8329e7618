"""What is doubtful, and what answer would settle it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from handmade import Handmade, assembly, exactly, on

from chronicle.model import (
    Assembly,
    Conflict,
    Decision,
    DocumentKey,
    Flag,
    FlagKind,
    Target,
    Verdict,
)
from chronicle.questions import Question, questions


def kinds(timeline: Assembly) -> list[str]:
    return [q.kind for q in questions(timeline)]


def ask(made: Handmade, kind: str) -> Question:
    found = [q for q in questions(assembly(made)) if q.kind == kind]
    assert len(found) == 1
    return found[0]


def test_the_samples_ask_little(timeline: Assembly) -> None:
    assert kinds(timeline) == ["undated document", "missing metadata"]


def test_an_undated_document_is_asked_for_once(report: Handmade) -> None:
    question = ask(report, "undated document")
    assert "“later this week”" in question.question
    assert "--date" in question.settled_by


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (FlagKind.AMBIGUOUS, "ambiguous date"),
        (FlagKind.WEEKDAY_MISMATCH, "weekday"),
        (FlagKind.IMPOSSIBLE, "impossible date"),
    ],
)
def test_flags_become_questions(kind: FlagKind, expected: str) -> None:
    made = Handmade("On Tuesday 13 March 1848 they marched.")
    event = made.event("marched")
    made.timex(
        "Tuesday 13 March 1848",
        event,
        span=exactly(1848, 3, 13),
        edtf="1848-03-13",
        flags=(Flag(kind=kind, why="13 March 1848 was a Monday"),),
    )
    question = ask(made, expected)
    assert question.where == "“Tuesday 13 March 1848”"
    assert question.question == "13 March 1848 was a Monday."
    assert question.settled_by == f"chronicle decide {event} --field date --value …"


def test_unresolved_people_are_asked_for_once_a_division() -> None:
    made = Handmade("They came in. They dined. It rained. Hale left.")
    hale = made.entity("Hale", "Hale")
    for trigger, who in (("came", "They"), ("dined", "They"), ("rained", "It")):
        made.event(trigger, who={"agent": who})
    made.event("left", who={"agent": ("Hale", hale)})
    question = ask(made, "unresolved person")
    assert question.question == "Who is “They”?"
    assert question.where == "“They came in.”"


def test_sources_that_disagree() -> None:
    made = []
    for key, number in (("a.txt", 13), ("b.txt", 15)):
        one = Handmade(f"In {key[0]} Hale left York.", key=key)
        hale, york = one.entity("Hale", "Hale"), one.entity("York", "York")
        event = one.event(
            "left", lemma="quit", who={"agent": ("Hale", hale), "place": ("York", york)}
        )
        one.spans[event] = on(1848, 3, number)
        made.append(one)
    found = [q for q in questions(assembly(*made)) if q.kind == "sources disagree"]
    assert [q.document for q in found] == ["a.txt | b.txt"]
    assert "a.txt: [13 March 1848]; b.txt: [15 March 1848]" in found[0].question


def test_contradictions_within_a_source(letter: Handmade) -> None:
    timeline = assembly(letter)
    chronology = timeline.chronologies["letter.txt"]
    conflict = Conflict(
        cycle=("“marched” is over before “fired”", "“fired” is over before “marched”"),
        set_aside=None,
        why="weaker",
    )
    changed = replace(
        timeline,
        chronologies={"letter.txt": replace(chronology, conflicts=(conflict,))},
    )
    assert "contradiction" in kinds(changed)


def test_decisions_that_fit_nowhere(letter: Handmade) -> None:
    target = Target(
        document=DocumentKey("letter.txt"),
        kind="event",
        id="gone",
        exact="the King abdicated",
        prefix="",
        suffix="",
        start=0,
        end=0,
    )
    decision = Decision(
        id="d1",
        target=target,
        field="date",
        value="1848-02-24",
        verdict=Verdict.CORRECT,
        reviewer=None,
        decided_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    timeline = assembly(letter, unattached=(decision,))
    (question,) = [
        q for q in questions(timeline) if q.kind == "decision without its place"
    ]
    assert "date = 1848-02-24" in question.question
    assert "the King abdicated" in question.where


def test_questions_are_asked_once(timeline: Assembly) -> None:
    found = questions(timeline)
    assert len(found) == len(set(found))
