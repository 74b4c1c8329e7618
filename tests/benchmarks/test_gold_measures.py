"""The measures on the sample documents: the gold gives all, silence gives nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.faults import listing
from benchmarks.gold.answers import (
    Answer,
    FoundDate,
    FoundDivision,
    FoundEvent,
    Who,
    strongest,
)
from benchmarks.gold.events import compared
from benchmarks.gold.files import ROLES, Gold, GoldEvent, located
from benchmarks.gold.judge import judge
from benchmarks.gold.report import balanced, confusions, macro_f1, table
from benchmarks.gold.report import timex_f1 as timexes
from benchmarks.gold.spans import gold_span, same_date
from benchmarks.gold.words import names_one
from benchmarks.tally import Tally, total
from chronicle.dates.axis import TimeSpan, day
from chronicle.dates.edtf import span
from chronicle.model import Chronology, DocumentKey, Precedence, Tier

TEXT = (
    "Leeds, 3 May 1820. Ann Bell told us that the mill would not reopen. On Monday "
    "she had sold the looms in Hull. Long before, her father had built it."
)
GOLD: dict[str, Any] = {
    "file": "made.txt",
    "division": [{"kind": "letter", "starts": "Leeds, 3", "written": "1820-05-03"}],
    "date": [
        {
            "text": "3 May 1820",
            "context": "Leeds, 3 May 1820.",
            "type": "DATE",
            "value": "1820-05-03",
            "edtf": "1820-05-03",
        },
        {
            "text": "Monday",
            "context": "On Monday",
            "type": "DATE",
            "value": "1820-05-01",
            "edtf": "1820-05-01",
        },
        {
            "text": "Long before",
            "context": "Long before, her",
            "type": "DATE",
            "value": "PAST_REF",
            "optional": True,
        },
    ],
    "event": [
        {
            "id": "told",
            "trigger": "told",
            "context": "Bell told us",
            "agent": "Ann Bell",
            "recipient": "us",
            "factuality": "asserted",
            "when": "1820-05-03",
        },
        {
            "id": "reopen",
            "trigger": "reopen",
            "context": "would not reopen",
            "agent": "the mill",
            "said_by": "Ann Bell",
            "factuality": "negated",
        },
        {
            "id": "sold",
            "trigger": "sold",
            "context": "had sold the looms",
            "agent": "she",
            "agent_name": "Ann Bell",
            "patient": "the looms",
            "place": "Hull",
            "factuality": "asserted",
            "when": "1820-05-01",
        },
    ],
    "before": [{"a": "sold", "b": "told"}, {"a": "told", "b": "reopen"}],
}
MEASURES = (
    "divisions",
    "division dates",
    "times value",
    "times edtf",
    "events",
    *ROLES,
    "agent named",
    "said by",
    "factuality",
    "when",
)


def test_the_gold_gives_all() -> None:
    gold = located(GOLD, TEXT)
    tally = judge(gold, _oracle(gold), TEXT)
    assert {name: tally.f1(name) for name in MEASURES} == dict.fromkeys(MEASURES, 100)
    assert [timexes(tally, kind) for kind in ("strict", "relaxed")] == [100, 100]
    assert (balanced(tally), macro_f1(tally.counts)) == (100, 100)
    assert tally.faults == []


def test_silence_gives_nothing() -> None:
    gold = located(GOLD, TEXT)
    tally = judge(gold, Answer(), TEXT)
    assert {name: tally.f1(name) for name in MEASURES} == dict.fromkeys(MEASURES, 0)
    assert [timexes(tally, kind) for kind in ("strict", "relaxed")] == [0, 0]
    assert (balanced(tally), macro_f1(tally.counts)) == (0, 0)
    # what is not found is listed once, and its date, role or order not again
    kinds = [fault.kind for fault in tally.faults]
    assert kinds.count("events: missed") == len(GOLD["event"])
    assert kinds.count("times: missed") == 2


def test_what_readers_differ_on_counts_neither_way() -> None:
    gold = located(GOLD, TEXT)
    whole = _oracle(gold)
    without = replace(whole, dates=whole.dates[:2])
    assert timexes(judge(gold, without, TEXT), "strict") == 100


def test_what_is_not_in_the_gold_costs_precision() -> None:
    gold = located(GOLD, TEXT)
    whole = _oracle(gold)
    extra = FoundDate(start=0, end=5, type="DATE", value=None, edtf=None)
    tally = judge(gold, replace(whole, dates=(*whole.dates, extra)), TEXT)
    assert timexes(tally, "relaxed") == pytest.approx(80)
    assert [fault.kind for fault in tally.faults] == ["times: spurious"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        # somebody else in a role, nobody, the right one in another role
        ({"roles": {"agent": (Who(words="Tom Bell"),)}}, "agent: wrong"),
        ({"roles": {}}, "agent: missed"),
        ({"roles": {"patient": (Who(words="she"),)}}, "agent: given as patient"),
        # the words, but not whom they mean
        ({"roles": {"agent": (Who(words="she"),)}}, "agent: not resolved"),
        # another's word, another world, another day, no day
        ({"sources": (Who(words="we"),)}, "said by: not the author"),
        ({"factuality": "planned"}, "factuality: asserted taken as planned"),
        ({"span": span("1821")}, "when: wrong"),
        ({"span": span("1820-05")}, "when: wide"),
        ({"span": TimeSpan.within(day(1820, 1, 1), None)}, "when: half"),
        ({"span": TimeSpan()}, "when: unknown"),
    ],
)
def test_faults_are_named(change: dict[str, Any], kind: str) -> None:
    gold = located(GOLD, TEXT)
    whole = _oracle(gold)
    *others, sold = whole.events
    tally = judge(gold, replace(whole, events=(*others, replace(sold, **change))), TEXT)
    assert kind in [fault.kind for fault in tally.faults]


@pytest.mark.parametrize(
    ("precedes", "confirmed", "verdict"),
    [
        # told as it happened: one pair of two, and only the one told in order
        (lambda a, b: Tier.NARRATIVE if (a, b) == ("told", "reopen") else None, 50, ""),
        # reversed, and left open
        (lambda a, b: Tier.CERTAIN if (b, a) == ("sold", "told") else None, 0, "contr"),
        (lambda _a, _b: None, 0, "open"),
    ],
)
def test_order_balances_both_tellings(
    precedes: Callable[[str, str], Tier | None], confirmed: float, verdict: str
) -> None:
    gold = located(GOLD, TEXT)
    tally = judge(gold, replace(_oracle(gold), precedes=precedes), TEXT)
    assert balanced(tally) == confirmed
    assert any(verdict in fault.kind for fault in tally.faults)


@pytest.mark.parametrize(
    ("found", "gold", "calendar", "same"),
    [
        ("1820-05-03", "1820-05-03", None, True),
        # the same season, with a hemisphere and without; the part of a day
        ("1820-26", "1820-22", None, True),
        ("1820-05-03T14:00", "1820-05-03", None, True),
        ("1820-05-03T06:00/1820-05-03T12:00", "1820-05-03", None, True),
        # a Julian day as written, and converted
        ("1066-10-14", "1066-10-14", "julian", True),
        ("1066-10-20", "1066-10-14", "julian", True),
        # another day, a wider date, a doubt that the gold has and the answer lacks
        ("1820-05-04", "1820-05-03", None, False),
        ("1820-05", "1820-05-03", None, False),
        ("1861", "1861~", None, False),
        ("no date", "1820", None, False),
        (None, "1820", None, False),
    ],
)
def test_same_date(
    found: str | None, gold: str, calendar: str | None, same: bool
) -> None:
    assert same_date(found, gold, calendar) is same


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        # the gold's "before" is ours within the date, where the value is right
        ({"edtf": "[..1820-04-30]", "mod": "BEFORE"}, None),
        ({"edtf": "[..1820-04-30]"}, "times: edtf wrong"),
        ({"edtf": "[..1820-03-30]", "mod": "BEFORE"}, "times: edtf wrong"),
        # bounds that leave room, another day, none
        ({"edtf": "[1820-04-30..1820-05-02]"}, "times: edtf wide"),
        ({"edtf": "1820-05-08"}, "times: edtf wrong"),
        ({"edtf": None}, "times: edtf unknown"),
        ({"value": "1820-05-08"}, "times: value wrong"),
        ({"value": None}, "times: value unknown"),
        ({"type": "TIME"}, "times: type"),
        ({"start": 0}, "times: extent"),
    ],
)
def test_faults_of_dates_are_named(changed: dict[str, Any], kind: str | None) -> None:
    gold = located(GOLD, TEXT)
    whole = _oracle(gold)
    first, monday, vague = whole.dates
    dates = (first, replace(monday, **changed), vague)
    tally = judge(gold, replace(whole, dates=dates), TEXT)
    kinds = {fault.kind for fault in tally.faults}
    assert kind in kinds if kind else not kinds


def test_a_julian_day_that_was_not_converted_is_told_apart() -> None:
    gold = located({**GOLD, "calendar": "julian"}, TEXT)
    whole = _oracle(gold)
    *others, sold = whole.events
    events = (*others, replace(sold, span=span("1820-05-01")))
    tally = judge(gold, replace(whole, events=events), TEXT)
    assert [fault.kind for fault in tally.faults] == ["when: unconverted"]


def test_a_julian_day_is_converted() -> None:
    assert gold_span("1066-10-14", "julian") == span("1066-10-20")


@pytest.mark.parametrize(
    ("found", "gold", "verdict"),
    [
        (span("1820-05-03"), "1820-05", "right"),
        (span("1820-05"), "1820-05", "right"),
        (span("1820"), "1820-05", "wide"),
        (TimeSpan.within(None, day(1820, 6, 1)), "1820-05", "half"),
        (TimeSpan.within(None, day(1820, 5, 1)), "1820-05", "wrong"),
        (TimeSpan(), "1820-05", "unknown"),
    ],
)
def test_compared(found: TimeSpan, gold: str, verdict: str) -> None:
    assert compared(found, span(gold)) == verdict


@pytest.mark.parametrize(
    ("gold", "words", "names", "same"),
    [
        # the article, a part of the name, a name behind a pronoun, some words more
        ("the king", "king", (), True),
        ("Duke of Wellington", "The Duke", (), True),
        ("Ann Bell", "she", ("Ann Bell",), True),
        ("his friend", "his friend from the mill", (), True),
        # another man of the same rank; nobody; a clause
        ("King Edward", "King Harold", (), False),
        ("Lord Grey", "Lord", (), False),
        ("Ann Bell", "", (), False),
        ("he", "the man who said that he had not been there", (), False),
    ],
)
def test_names_one(gold: str, words: str, names: tuple[str, ...], same: bool) -> None:
    assert names_one([gold], [Who(words=words, names=names)]) is same


def test_a_quotation_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the text"):
        located(GOLD, "Another text.")


def test_strongest_tier_counts() -> None:
    spans = dict.fromkeys("abc", TimeSpan())
    steps = (
        Precedence(earlier="a", later="b", tier=Tier.CERTAIN),
        Precedence(earlier="b", later="c", tier=Tier.NARRATIVE),
    )
    chronology = Chronology(
        document=DocumentKey("made"),
        spans=spans,
        basis={},
        nearest={},
        precedences=steps,
    )
    pairs = ("ab", "ac", "ca")
    assert [strongest(chronology, *pair) for pair in pairs] == [
        Tier.CERTAIN,
        Tier.NARRATIVE,
        None,
    ]


def test_report_shows_counts_and_faults() -> None:
    gold = located(GOLD, TEXT)
    tallies = {"made": judge(gold, Answer(), TEXT), "other": Tally()}
    whole = total(tallies.values())
    rows = [line.split() for line in table(tallies, whole).splitlines()]
    assert ["made", "0/1", "0/1", "0.0", "0.0", "0/0", "0/0", "0/0", "0", "0"] in rows
    assert "macro F1 0.0" in confusions(whole)
    assert "Ann Bell ⟦told⟧ us" in listing(whole.faults)


def _oracle(gold: Gold) -> Answer:
    """The gold as if chronicle had said it."""
    pairs = set(gold.before)
    return Answer(
        divisions=tuple(
            FoundDivision(kind=d.kind, start=d.start, dates=d.dates)
            for d in gold.divisions
        ),
        dates=tuple(
            FoundDate(start=d.start, end=d.end, type=d.type, value=d.value, edtf=d.edtf)
            for d in gold.dates
        ),
        events=tuple(_found(event, gold) for event in gold.events),
        precedes=lambda a, b: Tier.CERTAIN if (a, b) in pairs else None,
    )


def _found(event: GoldEvent, gold: Gold) -> FoundEvent:
    names = {role: (name,) for role, name in event.names.items()}
    return FoundEvent(
        id=event.id,
        start=event.start,
        end=event.end,
        roles={
            role: (Who(words=words, names=names.get(role, ())),)
            for role, words in event.words.items()
        },
        sources=() if event.said_by is None else (Who(words=event.said_by),),
        factuality=event.factuality,
        span=(
            TimeSpan() if event.when is None else gold_span(event.when, gold.calendar)
        ),
    )
