"""Decisions: what they change, and that they are found again after every re-run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chronicle.dates import edtf
from chronicle.decisions import (
    append_decision,
    decide,
    make_decision,
    read_decisions,
)
from chronicle.errors import DecisionError
from chronicle.model import (
    Absolute,
    Allen,
    AnnotatedDocument,
    At,
    Decision,
    DivisionAnchor,
    Document,
    DocumentKey,
    Event,
    EventAnchor,
    EventClass,
    EventId,
    Evidence,
    Factuality,
    Flag,
    FlagKind,
    Link,
    LinkId,
    LinkKind,
    MadeWith,
    Mention,
    Part,
    Participant,
    PartName,
    Role,
    Shift,
    Timex,
    TimexAnchor,
    TimexId,
    TimexType,
    Unit,
    Verdict,
)
from chronicle.settings import Settings

KEY = DocumentKey("letters.txt")
TEXT = (
    "Vienna, 14 March 1848. Yesterday the students marched to the Estates House. "
    "The soldiers fired upon the crowd; five were killed, they say. In the evening "
    "Prince Metternich resigned his office, and this morning it was cried in the "
    "streets that the Archduke resigned as well."
)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def document(
    text: str = TEXT,
    triggers: tuple[str, ...] = ("marched", "fired", "killed", "resigned", "cried"),
    *,
    generation: str = "",
    key: DocumentKey = KEY,
) -> AnnotatedDocument:
    """The first place of each trigger as an event, and "Yesterday" as a timex."""

    def at(words: str) -> Mention:
        start = text.index(words)
        return Mention(document=key, start=start, end=start + len(words))

    home = Document(key=key, text=text)
    day = Timex(
        id=TimexId(f"{key}#t1"),
        mention=at("Yesterday"),
        division=home.divisions[0].id,
        type=TimexType.DATE,
        reading=Shift(
            anchor=DivisionAnchor(division=home.divisions[0].id),
            amount=-1,
            unit=Unit.DAY,
            aligned=True,
        ),
        edtf="1848-03-13",
        flags=(Flag(kind=FlagKind.AMBIGUOUS, why="test"),),
        evidence=Evidence(rule="yesterday"),
    )
    events = tuple(
        Event(
            id=EventId(f"{generation}{word}"),
            division=home.divisions[0].id,
            trigger=at(word),
            extent=at(word),
            sentence=at(word),
            lemma=word,
            pos="VERB",
            class_=EventClass.OCCURRENCE,
            participants=(
                Participant(role=Role.AGENT, mention=at("students")),
                Participant(role=Role.PLACE, mention=at("Estates House")),
            ),
            evidence=Evidence(rule="head"),
        )
        for word in triggers
    )
    links = tuple(
        Link(
            id=LinkId(f"{key}#l{number}"),
            kind=LinkKind.TLINK,
            source=event.id,
            target=day.id,
            relation=Allen.DURING,
            evidence=Evidence(rule="same clause"),
        )
        for number, event in enumerate(events, start=1)
    )
    return AnnotatedDocument(
        document=home,
        divisions=home.divisions,
        timexes=(day,),
        events=events,
        links=links,
        made_with=MadeWith(version="0", model="m", settings=Settings()),
    )


def decided(annotated: AnnotatedDocument, *decisions: Decision) -> AnnotatedDocument:
    found = decide([annotated], decisions)
    assert found.unattached == ()
    return found.annotated[0]


def correct(id: str, field: str, value: str, minutes: int = 0) -> Decision:
    return make_decision(
        document(), id, field=field, value=value, now=NOW + timedelta(minutes=minutes)
    )


# What a decision changes


def test_a_date_comes_from_the_editor_and_replaces_the_machines() -> None:
    changed = decided(document(), correct("resigned", "date", "1848-03-13"))
    links = [k for k in changed.links if k.source == "resigned"]
    assert [(k.relation, k.tier, k.evidence.rule) for k in links] == [
        ("during", "certain", "editor")
    ]
    timex = changed.timex[links[0].target]
    assert timex.mention is None
    assert timex.reading == Absolute(edtf="1848-03-13")
    assert "date: 1848-03-13" in timex.evidence.steps[0]
    # the other events keep theirs
    assert [k.target for k in changed.links if k.source == "fired"] == [f"{KEY}#t1"]


@pytest.mark.parametrize(
    ("value", "relation"),
    [
        ("1848-03", "during"),  # somewhere within the month
        ("[1848-03-12..1848-03-14]", "during"),  # one of these days
        ("1848-03-13/1848-03-15", "equals"),  # it lasted from the one to the other
    ],
)
def test_an_interval_is_how_long_it_lasted(value: str, relation: str) -> None:
    changed = decided(document(), correct("resigned", "date", value))
    assert changed.links[-1].relation == relation


def test_a_rejected_date_leaves_the_event_without_one() -> None:
    no = make_decision(
        document(), "fired", field="date", verdict=Verdict.REJECT, now=NOW
    )
    changed = decided(document(), no)
    assert [k for k in changed.links if k.source == "fired"] == []
    assert len(changed.timexes) == 1


def test_a_rejected_event_drops_out_with_its_links() -> None:
    no = make_decision(document(), "killed", verdict=Verdict.REJECT, now=NOW)
    changed = decided(document(), no)
    assert "killed" not in changed.event
    assert not [k for k in changed.links if "killed" in (k.source, k.target)]
    assert len(changed.events) == 4


def test_accepting_an_event_takes_back_its_rejection() -> None:
    no = make_decision(document(), "killed", verdict=Verdict.REJECT, now=NOW)
    yes = make_decision(
        document(), "killed", verdict=Verdict.ACCEPT, now=NOW + timedelta(hours=1)
    )
    assert "killed" in decided(document(), no, yes).event


def test_accepting_a_value_keeps_its_correction() -> None:
    first = correct("fired", "factuality", "possible")
    yes = make_decision(
        document(),
        "fired",
        field="factuality",
        verdict=Verdict.ACCEPT,
        now=NOW + timedelta(hours=1),
    )
    assert decided(document(), first, yes).event["fired"].factuality == "possible"


def test_factuality_and_class_are_set_and_explained() -> None:
    changed = decided(
        document(),
        correct("fired", "factuality", "negated"),
        correct("fired", "class", "I_ACTION"),
    ).event["fired"]
    assert (changed.factuality, changed.polarity) == (Factuality.NEGATED, "NEG")
    assert changed.class_ is EventClass.I_ACTION
    assert [step.split(" (")[0] for step in changed.evidence.steps] == [
        "factuality: negated",
        "class: I_ACTION",
    ]


def test_an_agent_is_an_entity_of_that_name() -> None:
    changed = decided(
        document(),
        correct("fired", "agent", "Italian grenadiers"),
        correct("killed", "agent", "Italian Grenadiers"),
        correct("fired", "place", "the Herrengasse"),
    )
    (agent,) = changed.event["fired"].taking_part(Role.AGENT)
    assert changed.entity[agent.entity or ""].name == "Italian grenadiers"
    assert changed.event["killed"].taking_part(Role.AGENT) == (agent,)
    (place,) = changed.event["fired"].taking_part(Role.PLACE)
    assert changed.entity[place.entity or ""].kind == "place"


def test_a_rejected_agent_is_unknown() -> None:
    no = make_decision(
        document(), "fired", field="agent", verdict=Verdict.REJECT, now=NOW
    )
    assert decided(document(), no).event["fired"].taking_part(Role.AGENT) == ()


def test_a_time_expression_is_read_anew() -> None:
    changed = decided(document(), correct(f"{KEY}#t1", "value", "1848-03-12"))
    (timex,) = changed.timexes
    assert timex.reading == Absolute(edtf="1848-03-12")
    assert (timex.edtf, timex.flags) == (None, ())
    no = make_decision(
        document(), f"{KEY}#t1", field="value", verdict=Verdict.REJECT, now=NOW
    )
    assert decided(document(), no).timexes[0].reading == At(anchor=None)


def test_an_accepted_time_expression_is_no_longer_in_doubt() -> None:
    yes = make_decision(document(), f"{KEY}#t1", verdict=Verdict.ACCEPT, now=NOW)
    assert decided(document(), yes).timexes[0].flags == ()


def test_an_anchor_is_replaced_wherever_it_stands() -> None:
    before = document()
    inner = replace(
        before.timexes[0],
        reading=Part(which=PartName.LATER, of=before.timexes[0].reading),
    )
    before = before.replaced(timexes=(inner,))
    one = make_decision(before, inner.id, field="anchor", value="fired", now=NOW)
    reading = decide([before], [one]).annotated[0].timexes[0].reading
    assert isinstance(reading, Part)
    assert isinstance(reading.of, Shift)
    assert reading.of.anchor == EventAnchor(event="fired")
    two = make_decision(before, inner.id, field="anchor", value=inner.id, now=NOW)
    reading = decide([before], [two]).annotated[0].timexes[0].reading
    assert isinstance(reading, Part)
    assert isinstance(reading.of, Shift)
    assert reading.of.anchor == TimexAnchor(timex=inner.id)


@pytest.mark.parametrize("id", [KEY, f"{KEY}#1"])
def test_a_document_is_dated(id: str) -> None:
    changed = decided(document(), correct(id, "date", "1848-03-14"))
    written = changed.divisions[0].dates.written
    assert written is not None
    assert written == changed.created
    assert (written.edtf, written.span) == ("1848-03-14", edtf.span("1848-03-14"))
    assert written.evidence.rule == "editor"


def test_other_dates_of_a_division() -> None:
    changed = decided(document(), correct(f"{KEY}#1", "received", "1848-03-23"))
    dates = changed.divisions[0].dates
    assert dates.received is not None
    assert dates.received.edtf == "1848-03-23"
    assert dates.written is None


def test_the_latest_decision_stands_and_all_are_kept() -> None:
    decisions = [
        correct("fired", "factuality", "planned", minutes=9),
        correct("fired", "factuality", "possible", minutes=5),
    ]
    found = decide([document()], decisions)
    assert found.annotated[0].event["fired"].factuality == "planned"
    assert len(found.attached) == 2


def test_no_decisions_change_nothing() -> None:
    assert decide([document()], []).annotated == (document(),)


# What can be decided


@pytest.mark.parametrize(
    ("id", "field", "value", "message"),
    [
        ("fired", "date", "1900-02-31", "date 1900-02-31: .*write it as 1848-02-24"),
        ("fired", "date", "yesterday", "date yesterday"),
        ("fired", "factuality", "maybe", "give one of asserted, negated, planned"),
        ("fired", "class", "ACTION", "give one of OCCURRENCE, REPORTING"),
        ("fired", "colour", "red", "no field of an event .*date, factuality, class"),
        ("fired", "agent", " ", "give a name, or reject"),
        ("fired", "date", None, "date: give the right value"),
        ("fired", "event", "x", "accept or reject it, or name a field to correct"),
        ("nobody", "date", "1848", "nothing in letters.txt has this id"),
        (f"{KEY}#t1", "anchor", "zzz", "anchor zzz: no event, time expression"),
        (KEY, "agent", "I", "no field of a document .*date, written"),
    ],
)
def test_what_cannot_be_decided(
    id: str, field: str, value: str | None, message: str
) -> None:
    with pytest.raises(DecisionError, match=message):
        make_decision(document(), id, field=field, value=value, now=NOW)


# Found again


def test_a_mended_letter_earlier_shifts_the_place_only() -> None:
    """The ids stand; the present place is what the attached decision quotes."""
    decision = correct("resigned", "factuality", "possible")
    mended = document(TEXT.replace("soldiers", "soldyers of the Line"))
    found = decide([mended], [decision])
    assert found.annotated[0].event["resigned"].factuality == "possible"
    (attached,) = found.attached
    assert attached.target.start == decision.target.start + len(" of the Line")
    assert attached.id == decision.id


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        # other ids, the same text: found by offset
        (TEXT, ("marched", "fired", "resigned")),
        # other ids and shifted offsets: found by quotation
        ("[f. 1r] " + TEXT, ("marched", "fired", "resigned")),
        # a changed extent: the trigger is now a longer stretch
        (TEXT, ("marched", "fired", "resigned his office")),
        # … and a shorter one
        (TEXT, ("marched", "fired", "resign")),
        # a mended letter in the trigger itself
        (TEXT.replace("resigned his", "resignd his"), ("marched", "fired", "resignd")),
        # a mended letter in its neighbourhood, and shifted
        (
            TEXT.replace("Metternich", "Metternicht").replace("killed", "slain"),
            ("marched", "fired", "resigned"),
        ),
    ],
)
def test_a_retrained_model_changes_ids_and_extents(
    text: str, triggers: tuple[str, ...]
) -> None:
    decision = correct("resigned", "factuality", "possible")
    found = decide([document(text, triggers, generation="new-")], [decision])
    assert found.unattached == ()
    changed = [e.id for e in found.annotated[0].events if e.factuality == "possible"]
    assert changed == [f"new-{triggers[-1]}"]
    assert found.attached[0].target.id == f"new-{triggers[-1]}"


@pytest.mark.parametrize("front", ["", "Sent by the courier of this evening. "])
def test_of_two_like_words_the_one_in_context(front: str) -> None:
    """The word "resigned" comes twice; the ids tell nothing."""
    decision = correct("resigned", "factuality", "possible")
    text = front + TEXT
    after = document(text, generation="new-")
    start = text.rindex("resigned")
    second = replace(
        after.event["new-resigned"],
        id=EventId("second"),
        trigger=Mention(document=KEY, start=start, end=start + len("resigned")),
    )
    after = after.replaced(events=(second, *after.events))
    found = decide([after], [decision]).annotated[0]
    changed = [e.id for e in found.events if e.factuality == "possible"]
    assert changed == ["new-resigned"]
    alone = decide([after.replaced(events=(second,))], [decision])
    assert alone.unattached == (decision,)


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        # the model no longer finds the event
        (TEXT, ("marched", "fired", "killed", "cried")),
        # the sentence was cut from the text
        (TEXT[:139] + " Yesterday.", ("marched", "fired")),
    ],
)
def test_a_vanished_event_is_listed(text: str, triggers: tuple[str, ...]) -> None:
    decision = correct("resigned", "date", "1848-03-13")
    found = decide([document(text, triggers)], [decision])
    assert found.unattached == (decision,)
    assert found.attached == ()
    assert found.annotated == (document(text, triggers),)


def test_a_decision_about_another_document_is_listed() -> None:
    decision = correct("resigned", "date", "1848-03-13")
    found = decide([document(key=DocumentKey("other.txt"))], [decision])
    assert found.unattached == (decision,)


def test_a_timex_is_found_again_by_its_words() -> None:
    decision = correct(f"{KEY}#t1", "value", "1848-03-12")
    after = document("[f. 1r] " + TEXT)
    renumbered = replace(after.timexes[0], id=TimexId(f"{KEY}#t9"))
    found = decide([after.replaced(timexes=(renumbered,))], [decision])
    assert found.annotated[0].timexes[0].reading == Absolute(edtf="1848-03-12")


# The file


def test_decisions_are_appended_and_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "out" / "decisions.jsonl"
    first = correct("fired", "date", "1848-03-13")
    second = make_decision(
        document(),
        "killed",
        verdict=Verdict.REJECT,
        reviewer="Ö. Weiß",
        note="hearsay",
        now=NOW + timedelta(days=1),
    )
    assert read_decisions(path) == ()
    append_decision(path, second)
    before = path.read_bytes()
    append_decision(path, first)
    assert path.read_bytes().startswith(before)
    assert read_decisions(path) == (first, second)


def test_a_line_cut_short_is_named_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    decision = correct("fired", "date", "1848-03-13")
    append_decision(path, decision)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"version": 1, "id"')
    append_decision(path, decision)
    with pytest.raises(DecisionError, match=r"decisions.jsonl: line 2: no JSON"):
        read_decisions(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{lines[0]}\n{lines[2]}\n", encoding="utf-8")
    assert read_decisions(path) == (decision, decision)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[]", "line 1: no decision"),
        ('{"version": 9}', "line 1: version 9"),
        ('{"version": 1}', "line 1: target missing"),
        ('{"version": 1, "target": {"kind": "cat"}}', "kind 'cat' is not known"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=message):
        read_decisions(path)


def test_a_decision_is_made_at_a_known_time() -> None:
    with pytest.raises(DecisionError, match="a time with its zone"):
        make_decision(
            document(),
            "fired",
            verdict=Verdict.REJECT,
            now=NOW.replace(tzinfo=None),
        )
