import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from chronicle.dates.axis import Bounds, Minute, TimeSpan
from chronicle.errors import StoreError
from chronicle.model import (
    Absolute,
    Allen,
    AnnotatedDocument,
    At,
    Attribution,
    Between,
    Dating,
    Division,
    DivisionAnchor,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Duration,
    Entity,
    EntityId,
    EntityKind,
    Era,
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
    Locator,
    MadeWith,
    Mention,
    MentionAnchor,
    Nth,
    OneOf,
    Part,
    Partial,
    Participant,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Recurring,
    Role,
    Shift,
    Tier,
    Timex,
    TimexAnchor,
    TimexId,
    TimexType,
    Toward,
    Unit,
    Vague,
    Weekday,
)
from chronicle.settings import Settings
from chronicle.store import DOCUMENTS, load, save_documents
from chronicle.store.encoding import encoded
from chronicle.store.schema import published, schema

KEY = DocumentKey("letters/1848.txt")
TEXT = "Vienna, 14 March.\r\nThe Prince, they say, resigned on the 13th.\u2028“Ω”"
RULE = Evidence(rule="test")
WRITTEN = DivisionAnchor(division="letters/1848.txt#1")
DAY = TimeSpan.exactly(Minute(0), Minute(1440))

READINGS: list[Reading] = [
    Absolute(edtf="-0043-03-15"),
    Partial(anchor=None, toward=Toward.BACK, strict=True, month=3, day=13, hour=0),
    Partial(anchor=WRITTEN, year_in_century=61, weekday=0),
    Shift(anchor=TimexAnchor(timex="t1"), amount=-1, unit=Unit.DAY, aligned=True),
    Shift(anchor=None, amount=None, unit=Unit.YEAR, forward=False),
    Weekday(anchor=WRITTEN, weekday=4, toward=Toward.FORWARD, weeks=1),
    Part(
        which=PartName.LATER,
        of=Shift(anchor=EventAnchor(event="e"), amount=0, unit=Unit.WEEK),
    ),
    Nth(n=-1, unit=Unit.WEEK, of=Absolute(edtf="1848-06")),
    Between(begin=None, end=Absolute(edtf="1763")),
    OneOf(options=(Absolute(edtf="1066"), Absolute(edtf="1067"))),
    OneOf(options=()),
    Qualified(qualifier=Qualifier.APPROXIMATE, of=Absolute(edtf="1200")),
    Duration(amount=1.5, unit=Unit.HOUR, begin=MentionAnchor(start=1, end=2)),
    Duration(amount=3, unit=Unit.HOUR),
    Recurring(unit=Unit.WEEK, every=2, of=At(anchor=None, unit=Unit.DAY)),
    Vague(era=Era.FUTURE, anchor=WRITTEN),
    At(anchor=WRITTEN),
]


def mention(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(document=KEY, start=start, end=start + len(words))


def annotated() -> AnnotatedDocument:
    dating = Dating(
        edtf="1848-03-14",
        span=TimeSpan(begin=Bounds(latest=Minute(-5)), end=Bounds()),
        as_written="14 March",
        timex=TimexId("t0"),
        flags=(Flag(kind=FlagKind.AMBIGUOUS, why="two years fit"),),
        evidence=Evidence(rule="dateline", score=0.5, steps=("a", "b")),
    )
    division = Division(
        id=DivisionId(f"{KEY}#1"),
        kind=DivisionKind.LETTER,
        start=0,
        end=len(TEXT),
        author="Anna Weiß",
        dates=DivisionDates(written=dating),
    )
    document = Document(
        key=KEY,
        text=TEXT,
        title="Letters",
        language="en",
        created=dating,
        locators=(Locator(kind="folio", label="5r", start=0, end=0),),
        divisions=(division,),
        citation={"type": "book", "issued": {"date-parts": [[1848]]}, "page": None},
    )
    timexes = tuple(
        Timex(
            id=TimexId(f"t{number}"),
            mention=None if number else mention("14 March"),
            division=division.id,
            type=TimexType.DATE,
            reading=reading,
            span=DAY,
            evidence=RULE,
        )
        for number, reading in enumerate(READINGS)
    )
    event = Event(
        id=EventId("abc"),
        division=division.id,
        trigger=mention("resigned"),
        extent=mention("resigned on the 13th"),
        sentence=mention("The Prince"),
        lemma="resign",
        pos="VERB",
        class_=EventClass.OCCURRENCE,
        factuality=Factuality.PROBABLE,
        specific=False,
        participants=(
            Participant(role=Role.AGENT, mention=mention("The Prince")),
            Participant(role=Role.PLACE, mention=None, entity=EntityId("x")),
        ),
        attribution=Attribution(
            source=None,
            cue=mention("say"),
            within=Attribution(
                source=Mention(document=DocumentKey("other"), start=1, end=2)
            ),
        ),
        evidence=Evidence(rule="head", score=1.0),
    )
    link = Link(
        id=LinkId("l1"),
        kind=LinkKind.TLINK,
        source=event.id,
        target="t0",
        relation=Allen.DURING,
        tier=Tier.CERTAIN,
        signal=mention("on"),
        evidence=RULE,
    )
    return AnnotatedDocument(
        document=document,
        created=dating,
        divisions=(division,),
        sentences=(mention("The Prince"),),
        entities=(
            Entity(
                id=EntityId("x"),
                name="Metternich",
                kind=EntityKind.PERSON,
                mentions=(mention("The Prince"),),
                aliases=("the Prince",),
            ),
        ),
        timexes=timexes,
        events=(event,),
        links=(link,),
        made_with=MadeWith(
            version="0.1.0", model="m", settings=Settings(numeric_dates="dmy")
        ),
    )


def test_a_saved_document_comes_back_as_it_was(tmp_path: Path) -> None:
    bare = AnnotatedDocument(
        document=Document(key=DocumentKey("b"), text=""),
        divisions=(),
        made_with=MadeWith(version="0", model="m", settings=Settings()),
    )
    documents = (annotated(), bare)
    save_documents(documents, tmp_path)
    assert load(tmp_path) == documents
    assert load(tmp_path / DOCUMENTS) == documents


def test_saving_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first = save_documents([annotated()], tmp_path / "a").read_bytes()
    second = save_documents(load(tmp_path / "a"), tmp_path / "b").read_bytes()
    assert first == second


def test_output_keeps_the_published_schema() -> None:
    validator = Draft202012Validator(published())
    lines = json.loads(json.dumps(encoded(annotated())))
    assert [error.message for error in validator.iter_errors(lines)] == []


def test_the_schema_refuses_what_is_wrong() -> None:
    validator = Draft202012Validator(published())
    table = json.loads(json.dumps(encoded(annotated())))
    table["events"][0]["factuality"] = "rumoured"
    table["timexes"][0]["reading"]["type"] = "Guess"
    table["extra"] = 1
    assert len(list(validator.iter_errors(table))) == 3


def test_the_published_schema_is_up_to_date() -> None:
    Draft202012Validator.check_schema(published())
    assert published() == schema()


def test_readings_say_which_they_are() -> None:
    table = encoded(annotated())
    assert table["version"] == 1
    assert next(iter(table)) == "version"
    assert [t["reading"]["type"] for t in table["timexes"]][:2] == [
        "Absolute",
        "Partial",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        # each fault is named with its line and its path
        (lambda t: t.update(version=2), r"line 1: version 2 where 1 belongs"),
        (lambda t: t["events"][0].pop("lemma"), r"events\[0\].lemma: missing"),
        (lambda t: t["events"][0].update(pos=3), r"events\[0\].pos: 3 does not belong"),
        (
            lambda t: t["events"][0].update(factuality="rumoured"),
            r"events\[0\].factuality: 'rumoured' is none of asserted",
        ),
        (lambda t: t.update(more=1), r"line 1: more: no such field"),
        (
            lambda t: t["timexes"][0]["reading"].update(type="Guess"),
            r"timexes\[0\].reading: 'Guess' is no type of these",
        ),
        (lambda t: t["document"].update(text="new"), r"not the text that was read"),
        (lambda t: t.update(timexes={}), r"timexes: {} is no list"),
        (
            lambda t: t["made_with"]["settings"].update(first_day_of_week=9),
            r"made_with.settings: settings: first_day_of_week",
        ),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, change, message) -> None:  # noqa: ANN001
    table = json.loads(json.dumps(encoded(annotated())))
    change(table)
    (tmp_path / DOCUMENTS).write_text(json.dumps(table) + "\n", encoding="utf-8")
    with pytest.raises(StoreError, match=message):
        load(tmp_path)


def test_all_damaged_lines_are_named_together(tmp_path: Path) -> None:
    path = save_documents([annotated()], tmp_path)
    good = path.read_text(encoding="utf-8")
    path.write_text(f"{{\n{good}[]\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"line 1: no JSON.*; line 3: no object"):
        load(tmp_path)


def test_a_missing_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file: name a folder that"):
        load(tmp_path)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    path = save_documents([annotated()], tmp_path)
    before = path.read_bytes()
    bad = replace(annotated().document, citation={"x": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        save_documents([annotated().replaced(document=bad)], tmp_path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [DOCUMENTS]
