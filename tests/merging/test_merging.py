"""The same happening told by several sources: better two entries than one wrong one."""

import pytest
from handmade import Handmade, assembly, on

from chronicle.dates.axis import Minute, TimeSpan, day
from chronicle.model import Agreement, Assembly, DivisionKind, Entry, Factuality


def telling(
    key: str,
    text: str,
    trigger: str,
    *,
    who: dict[str, str],
    span: TimeSpan | None = None,
    **given: object,
) -> Handmade:
    """A document with one event; every participant is a named person or place."""
    made = Handmade(text, key=key)
    roles = {role: (name, made.entity(name, name)) for role, name in who.items()}
    event = made.event(trigger, who=roles, **given)  # type: ignore[arg-type]
    if span is not None:
        made.spans[event] = span
    return made


GAZETTE = telling(
    "gazette.txt",
    "Travellers report that Prince Metternich resigned on the 13th.",
    "resigned",
    lemma="resign",
    who={"agent": "Prince Metternich"},
    span=on(1848, 3, 13),
)
LETTER = telling(
    "letter.txt",
    "It is cried in the streets that Metternich has resigned.",
    "resigned",
    lemma="resign",
    who={"agent": "Metternich"},
    span=on(1848, 3, 12, days=3),
)
SYNONYM = telling(
    "memoir.txt",
    "On that evening Metternich abdicated his powers.",
    "abdicated",
    lemma="abdicate",
    who={"agent": "Metternich"},
    span=on(1848, 3, 13),
)


def only(timeline: Assembly) -> Entry:
    (entry,) = timeline.entries
    return entry


def test_independent_accounts() -> None:
    entry = only(assembly(LETTER, GAZETTE))
    assert [a.document for a in entry.accounts] == ["gazette.txt", "letter.txt"]
    assert entry.copies == ()
    assert entry.agreement is Agreement.AGREE
    assert entry.evidence is not None
    assert "the same names: Metternich" in entry.evidence.steps


def test_three_witnesses_whatever_the_order_given() -> None:
    one = only(assembly(LETTER, GAZETTE, SYNONYM))
    two = only(assembly(SYNONYM, GAZETTE, LETTER))
    assert {a.document for a in one.accounts} == {a.document for a in two.accounts}
    assert len(one.accounts) == 3


def test_a_copied_passage_is_one_witness() -> None:
    text = "Prince Metternich resigned late in the evening and left the city at once."
    who = {"agent": "Prince Metternich"}
    one = telling("a.txt", text, "resigned", who=who, span=on(1848, 3, 13))
    two = telling("b.txt", f"{text}", "resigned", who=who, span=on(1848, 3, 13))
    entry = only(assembly(one, two))
    assert len(entry.accounts) == 1
    assert [c.document for c in entry.copies] == ["b.txt"]
    assert entry.agreement is Agreement.ALONE


def test_a_disagreement_is_kept_side_by_side() -> None:
    who = {"agent": "Metternich", "place": "Vienna"}
    one = telling(
        "a.txt",
        "Metternich resigned at Vienna.",
        "resigned",
        who=who,
        span=on(1848, 3, 13),
    )
    two = telling(
        "b.txt",
        "At Vienna it was known that Metternich resigned.",
        "resigned",
        who=who,
        span=on(1848, 3, 15),
    )
    entry = only(assembly(one, two))
    assert entry.agreement is Agreement.DIFFER
    assert entry.accounts[0].span == on(1848, 3, 13)
    assert entry.accounts[1].span == on(1848, 3, 15)


@pytest.mark.parametrize(
    "other",
    [
        # another person
        telling(
            "o.txt",
            "Guizot resigned.",
            "resigned",
            lemma="resign",
            who={"agent": "Guizot"},
            span=on(1848, 3, 13),
        ),
        # another act
        telling(
            "o.txt",
            "Metternich dined.",
            "dined",
            lemma="dine",
            who={"agent": "Metternich"},
            span=on(1848, 3, 13),
        ),
        # a plan is not its outcome
        telling(
            "o.txt",
            "Metternich means to resign.",
            "resign",
            who={"agent": "Metternich"},
            span=on(1848, 3, 13),
            factuality=Factuality.PLANNED,
        ),
        # years apart
        telling(
            "o.txt",
            "Metternich resigned.",
            "resigned",
            lemma="resign",
            who={"agent": "Metternich"},
            span=on(1809, 8, 4),
        ),
        # undated, and one shared name is not enough
        telling(
            "o.txt",
            "Metternich resigned.",
            "resigned",
            lemma="resign",
            who={"agent": "Metternich"},
        ),
        # nobody named
        telling(
            "o.txt",
            "The minister resigned.",
            "resigned",
            lemma="resign",
            who={},
            span=on(1848, 3, 13),
        ),
    ],
)
def test_plainly_different_happenings_stay_apart(other: Handmade) -> None:
    timeline = assembly(GAZETTE, other)
    assert len(timeline.entries) == 2
    assert all(e.agreement is Agreement.ALONE for e in timeline.entries)


def test_a_common_verb_needs_more_than_one_name() -> None:
    texts = ("Harold came to York.", "Then Harold came.")
    made = [
        telling(
            f"{n}.txt",
            text,
            "came",
            lemma="come",
            who={"agent": "Harold"},
            span=on(1066, 9, 25),
        )
        for n, text in enumerate(texts)
    ]
    assert len(assembly(*made).entries) == 2


def test_a_title_stands_for_the_name_that_bears_it() -> None:
    made = Handmade("The news is that the Prince has resigned.", key="o.txt")
    event = made.event("resigned", lemma="resign", who={"agent": "the Prince"})
    made.spans[event] = TimeSpan.within(None, Minute(day(1848, 3, 15)))
    entry = only(assembly(GAZETTE, made))
    assert len(entry.accounts) == 2
    # but not where the times are far apart, or unknown
    made.spans[event] = TimeSpan.within(None, Minute(day(1848, 5, 15)))
    assert len(assembly(GAZETTE, made).entries) == 2
    made.spans[event] = TimeSpan()
    assert len(assembly(GAZETTE, made).entries) == 2


def test_one_hand_is_one_witness_however_many_letters_it_writes() -> None:
    made = []
    for key in ("a.txt", "b.txt"):
        text = "Prince Metternich resigned on Monday evening."
        one = telling(
            key,
            text,
            "resigned",
            who={"agent": "Prince Metternich"},
            span=on(1848, 3, 13),
        )
        one.kind, one.division = DivisionKind.LETTER, {"author": "Anna Weiss"}
        made.append(one)
    assert len(assembly(*made).entries) == 2
    made[1].division = {"author": "Karl Weiss"}
    assert len(assembly(*made).entries) == 1


def test_one_document_never_merges_with_itself() -> None:
    made = Handmade("Metternich resigned. Metternich resigned.")
    name = made.entity("Metternich", "Metternich")
    for _ in range(2):
        event = made.event("resigned", who={"agent": ("Metternich", name)})
        made.spans[event] = on(1848, 3, 13)
    assert len(assembly(made).entries) == 2
