"""Sample documents made by hand, for every test that needs a whole timeline."""

from pathlib import Path

import pytest
from handmade import Handmade, assembly, exactly, planned
from hypothesis import settings

from chronicle.model import (
    Assembly,
    Attribution,
    Dating,
    DivisionAnchor,
    DivisionKind,
    EntityKind,
    EventClass,
    Evidence,
    Factuality,
    Flag,
    FlagKind,
    Locator,
    Part,
    PartName,
    Shift,
    Unit,
)

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def letter() -> Handmade:
    """A letter of 14 March 1848 with four entries (specimen, invented)."""
    made = Handmade(
        "[f. 4r] Vienna, Tuesday 14 March 1848. Yesterday the students marched to the "
        "Estates House and demanded Metternich's dismissal. The soldiers fired; five "
        "were killed, they say. I mean to leave for Linz on Friday if the post coaches "
        "run.",
        key="letter.txt",
        kind=DivisionKind.LETTER,
        division={"author": "Anna Weiss", "recipient": "Karl Weiss"},
        written=Dating(
            edtf="1848-03-14",
            span=exactly(1848, 3, 14),
            as_written="Tuesday 14 March 1848",
            evidence=Evidence(rule="dateline"),
        ),
        document={
            "locators": (Locator(kind="folio", label="4r", start=0, end=7),),
            "citation": {
                "type": "personal_communication",
                "archive": "private collection",
                "archive_location": "box 2, ff. 4–6",
            },
        },
    )
    anna = made.entity("Anna Weiss", "I")
    marched = made.event(
        "marched",
        lemma="march",
        who={"agent": "the students", "place": "the Estates House"},
    )
    made.event(
        "demanded",
        lemma="demand",
        class_=EventClass.REPORTING,
        who={"agent": "the students", "patient": "Metternich's dismissal"},
    )
    made.event("dismissal", pos="NOUN", tense="NONE", factuality=Factuality.UNKNOWN)
    made.event("fired", lemma="fire", who={"agent": "The soldiers"})
    killed = made.event(
        "killed",
        lemma="kill",
        who={"patient": "five"},
        said_by=Attribution(source=made.at("they"), cue=made.at("say")),
    )
    say = made.event("say", class_=EventClass.REPORTING, tense="PRESENT")
    made.link("SLINK", say, "evidential", killed)
    mean = made.event(
        "mean", class_=EventClass.I_STATE, tense="PRESENT", who={"agent": ("I", anna)}
    )
    leave = made.event("leave", **planned(), who={"agent": ("I", anna)})
    made.link("SLINK", mean, "intensional", leave)
    anchor = DivisionAnchor(division="letter.txt#1")
    made.timex(
        "Yesterday",
        marched,
        span=exactly(1848, 3, 13),
        edtf="1848-03-13",
        reading=Shift(anchor=anchor, amount=-1, unit=Unit.DAY, aligned=True),
    )
    made.timex("Friday", leave, span=exactly(1848, 3, 17), edtf="1848-03-17")
    return made


@pytest.fixture
def report() -> Handmade:
    """An undated report of a talk, a press conference and a meeting to come."""
    made = Handmade(
        "“This means war,” Orlov warned. He also urged the ministers to seek counsel. "
        "Hale emphasized their unity at a press conference following talks with the "
        "allies. He noted consensus on reconvening the planners later this week in "
        "York.",
        key="report.txt",
        document={"title": "A controversial stand"},
    )
    orlov, hale = made.entity("Orlov", "Orlov"), made.entity("Hale", "Hale")
    york = made.entity("York", "York", kind=EntityKind.PLACE)
    means = made.event(
        "means",
        lemma="mean",
        tense="PRESENT",
        class_=EventClass.STATE,
        said_by=Attribution(source=made.at("Orlov"), entity=orlov),
    )
    warned = made.event(
        "warned",
        lemma="warn",
        class_=EventClass.REPORTING,
        who={"agent": ("Orlov", orlov)},
    )
    made.link("SLINK", warned, "evidential", means)
    urged = made.event(
        "urged",
        lemma="urge",
        class_=EventClass.I_ACTION,
        who={"agent": ("He", orlov), "recipient": "the ministers"},
    )
    seek = made.event("seek", tense="INFINITIVE", factuality=Factuality.UNKNOWN)
    made.link("SLINK", urged, "intensional", seek)
    emphasized = made.event(
        "emphasized",
        lemma="emphasize",
        class_=EventClass.REPORTING,
        who={"agent": ("Hale", hale), "patient": "their unity"},
    )
    conference = made.event("conference", pos="NOUN", tense="NONE")
    talks = made.event("talks", pos="NOUN", tense="NONE")
    noted = made.event(
        "noted",
        lemma="note",
        class_=EventClass.REPORTING,
        who={"agent": ("He", hale)},
    )
    meeting = made.event(
        "reconvening",
        lemma="reconvene",
        **planned(tense="PRESPART"),
        who={"patient": "the planners", "place": ("York", york)},
    )
    made.link("SLINK", noted, "evidential", meeting)
    made.link("TLINK", talks, "before", conference, signal="following")
    made.before(talks, emphasized)
    made.before(emphasized, meeting)
    anchor = DivisionAnchor(division="report.txt#1")
    week = Shift(anchor=anchor, amount=0, unit=Unit.WEEK, aligned=True)
    why = "the document has no date: give one with --date"
    made.timex(
        "later this week",
        meeting,
        reading=Part(which=PartName.LATER, of=week),
        flags=(Flag(kind=FlagKind.UNRESOLVED, why=why),),
    )
    return made


@pytest.fixture
def timeline(letter: Handmade, report: Handmade) -> Assembly:
    """The letter and the report together."""
    return assembly(letter, report)
