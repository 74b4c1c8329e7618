"""When, on what ground, on whose word."""

from handmade import SETTINGS, Handmade, assembly, exactly, on

from chronicle.dates.axis import TimeSpan
from chronicle.model import (
    Assembly,
    Attribution,
    Basis,
    DatedBy,
    Dating,
    DivisionKind,
    Evidence,
    Locator,
)
from chronicle.wording import (
    according_to,
    dated,
    entry_when,
    event_when,
    how_dated,
    locator,
    state,
)


def column(timeline: Assembly, how: object) -> list[str]:
    return [how(timeline, entry) for entry in timeline.entries]  # type: ignore[operator]


def test_when(timeline: Assembly) -> None:
    assert column(timeline, entry_when) == [
        "[13 March 1848]",
        "n.d.",
        "n.d.",
        "n.d.",
        "[17 March 1848]",
        "n.d.",
        "n.d.",
        # no date, but a certain order
        "[after “talks”, before “reconvening”]",
        "[before “emphasized”]",
        "n.d.",
        # the wording stays where it cannot be resolved, with what is missing
        "later this week [week unknown]",
    ]


def test_how_dated(timeline: Assembly) -> None:
    told = column(timeline, how_dated)
    assert told[0] == "“Yesterday”, from the letter of 14 March 1848"
    assert told[1] == "no date in the source"
    assert told[7].startswith("by order only: after “talks”")
    assert told[10].endswith("the document has no date: give one with --date")


def test_according_to(timeline: Assembly) -> None:
    told = column(timeline, according_to)
    assert told[0] == "Anna Weiss"
    assert told[3] == "unnamed, in Anna Weiss"
    assert told[5] == "A controversial stand"


def test_state(timeline: Assembly) -> None:
    told = column(timeline, state)
    assert told[:5] == ["asserted", "asserted", "asserted", "reported", "planned"]


def test_hearsay_and_newspapers() -> None:
    made = Handmade(
        "The Emperor, I hear, has promised a constitution.",
        document={
            "publisher": "Linz Gazette",
            "citation": {"type": "article-newspaper"},
        },
    )
    source = Attribution(source=made.at("I"), cue=made.at("hear"))
    made.event("promised", who={"agent": "The Emperor"}, said_by=source)
    timeline = assembly(made)
    (entry,) = timeline.entries
    assert according_to(timeline, entry) == "hearsay, in the Linz Gazette"
    assert state(timeline, entry) == "reported"


def test_a_date_taken_from_another_event_is_supplied() -> None:
    made = Handmade("On 14 October 1066 they fought. King Harold fell.")
    fought = made.event("fought")
    fell = made.event("fell", who={"agent": "King Harold"})
    date = made.timex(
        "14 October 1066", fought, span=exactly(1066, 10, 14), edtf="1066-10-14"
    )
    made.spans[fell] = on(1066, 10, 14)
    made.basis[fell] = Basis(
        kind=DatedBy.OTHER_EVENT, timex=date, steps=("same day as “fought”",)
    )
    timeline = assembly(made)
    assert event_when(timeline, fought) == "14 October 1066"
    assert event_when(timeline, fell) == "[14 October 1066]"
    assert how_dated(timeline, timeline.entries[1]) == "same day as “fought”"


def test_a_date_narrowed_by_order_is_told_by_its_bounds() -> None:
    made = Handmade("In May 1832 the ministers resigned.")
    event = made.event("resigned")
    made.timex("May 1832", event, span=exactly(1832, 5, days=31), edtf="1832-05")
    made.spans[event] = on(1832, 5, 9, days=4)
    assert event_when(assembly(made), event) == "[between 9 and 12 May 1832]"


def test_old_style() -> None:
    made = Handmade("On 11th Feb. 1731/2 O.S. she sailed.", kind=DivisionKind.LETTER)
    event = made.event("sailed")
    made.timex(
        "11th Feb. 1731/2 O.S.",
        event,
        span=exactly(1732, 2, 22),
        edtf="1732-02-22",
        calendar="julian",
    )
    printed = event_when(assembly(made), event)
    assert printed == "11th Feb. 1731/2 O.S. [22 February 1732 N.S.]"


def test_old_style_days_that_were_not_converted_say_so() -> None:
    made = Handmade("On the 5th inst. she sailed.", kind=DivisionKind.LETTER)
    event = made.event("sailed")
    made.timex(
        "the 5th inst.",
        event,
        span=exactly(1734, 2, 5),
        edtf="1734-02-05",
        calendar="julian",
    )
    assert event_when(assembly(made), event) == "5 [February 1734 O.S.]"


def test_a_date_that_came_with_the_source_is_bare() -> None:
    made = Handmade("It was so.")
    given = Dating(
        edtf="1848-03-20",
        span=exactly(1848, 3, 20),
        evidence=Evidence(rule="metadata"),
    )
    guessed = Dating(
        edtf="1848-03-20", span=exactly(1848, 3, 20), evidence=Evidence(rule="other")
    )
    one = made.annotated()
    assert dated(one, given, settings=SETTINGS) == "20 March 1848"
    assert dated(one, guessed, settings=SETTINGS) == "[20 March 1848]"
    assert dated(one, None, settings=SETTINGS) == "n.d."


def test_undated_and_unordered() -> None:
    made = Handmade("They marched.")
    event = made.event("marched")
    made.spans[event] = TimeSpan()
    assert event_when(assembly(made), event) == "n.d."


def test_locators() -> None:
    made = Handmade(
        "[p. 3] One. [p. 4] Two.",
        document={
            "locators": (
                Locator(kind="page", label="3", start=0, end=6),
                Locator(kind="page", label="4", start=12, end=18),
            )
        },
    )
    document = made.annotated().document
    assert locator(document, 8) == "p. 3"
    assert locator(document, 19) == "p. 4"
