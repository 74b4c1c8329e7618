"""How events and dates hang together, construction by construction."""

import pytest

from chronicle.model import (
    Absolute,
    DivisionAnchor,
    DivisionKind,
    MentionAnchor,
    Part,
    PartName,
    Shift,
    Unit,
)

from .made import links

# a date and its verb, with each kind of preposition
IN_JUNE = """
In ADP case 2
June PROPN obl 4 @1
students NOUN nsubj 4
marched VERB root 0 PAST
"""
SINCE = """
He PRON nsubj 3
had AUX aux 3
waited VERB root 0 PAST/PERFECTIVE
since ADP case 5
1821 NUM obl 3 @1
"""
UNTIL = """
He PRON nsubj 2
reigned VERB root 0 PAST
until ADP case 4
1821 NUM obl 2 @1
"""
AFTER_DATE = """
He PRON nsubj 2
came VERB root 0 PAST
after ADP case 4
1821 NUM obl 2 @1
"""
# a date inside the name of a thing dates no event
OF_A_THING = """
He PRON nsubj 2
read VERB root 0 PAST
the DET det 4
letter NOUN obj 2
of ADP case 6
June PROPN nmod 4 @1
"""
# a date that the parse takes for a second subject
AS_SUBJECT = """
That DET det 2 @1
month NOUN nsubj 4 @1
Alexander PROPN nsubj 4
yielded VERB root 0 PAST
"""
# the day of a relative clause
DAY_ON_WHICH = """
He PRON nsubj 2
died VERB root 0 PAST
on ADP case 5
the DET det 5 @1
26th NOUN obl 2 @1
when ADV advmod 8
they PRON nsubj 8
entered VERB acl:relcl 5 PAST
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (IN_JUNE, "marched during @1 certain"),
        (SINCE, "waited overlapped_by @1 certain"),
        (UNTIL, "reigned overlaps @1 certain"),
        (AFTER_DATE, "came after @1 certain"),
        (AS_SUBJECT, "yielded during @1 certain"),
        (DAY_ON_WHICH, "entered during @1 certain"),
    ],
)
def test_date_of_an_event(table: str, expected: str) -> None:
    assert expected in links(table)


JOINED = """
It PRON nsubj 2
continued VERB root 0 PAST
in ADP case 4
1940 NUM obl 2 @1
and CCONJ cc 6
1941 NUM conj 4 @2
"""


def test_joined_dates_are_not_both_the_whole() -> None:
    found = links(JOINED)
    assert "continued overlapped_by @1 likely" in found
    assert "continued overlaps @2 likely" in found


TAKEN_UP = """
They PRON nsubj 2
landed VERB root 0 PAST

The DET det 2
landing NOUN nsubj 6 NONE
of ADP case 4
{whom} PROPN nmod 2
had AUX aux 6
failed VERB root 0 PAST
"""


def test_a_noun_takes_up_what_a_verb_told() -> None:
    """ "The landing of X" is theirs only if the verb spoke of X."""
    whose = "of ADP case 4\n{whom} PROPN nmod 2\n"
    bare = TAKEN_UP.replace(whose, "").replace(" 6", " 4")
    assert "landing equals landed likely" in links(bare)
    other = links(TAKEN_UP.format(whom="Cortés"), tiers=False)
    assert "landing equals landed" not in other
    same = TAKEN_UP.format(whom="Cortés").replace("They PRON", "Cortés PROPN")
    assert "landing equals landed likely" in links(same)


def test_date_of_a_thing_is_no_date_of_its_verb() -> None:
    assert not any("@1" in link for link in links(OF_A_THING))


# Conjunctions, CGEL 15.25-15.32: which event is over before which
def clause(word: str, main: str, sub: str) -> str:
    return f"""
He PRON nsubj 2
left VERB root 0 {main}
{word} SCONJ mark 5
she PRON nsubj 5
came VERB advcl 2 {sub}
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (clause("before", "PAST", "PAST"), "left before came certain"),
        (clause("after", "PAST", "PAST"), "left after came certain"),
        (clause("once", "PAST", "PAST"), "left after came certain"),
        (clause("until", "PAST", "PAST"), "left before came likely"),
        # "when": two events in turn; a state or progress goes on during the other
        (clause("when", "PAST", "PAST"), "left after came likely"),
        (clause("when", "PAST", "PAST/PROGRESSIVE"), "left during came likely"),
        (clause("when", "PAST/PROGRESSIVE", "PAST"), "left contains came likely"),
        # "when" with a pluperfect on one side
        (clause("when", "PAST/PERFECTIVE", "PAST"), "left before came certain"),
        (clause("when", "PAST", "PAST/PERFECTIVE"), "left after came certain"),
        (clause("while", "PAST", "PAST/PROGRESSIVE"), "left during came likely"),
        # "because" orders nothing outright: the cause is not after its effect
        (clause("because", "PAST", "PAST"), "CLINK came cause left likely"),
    ],
)
def test_conjunctions(table: str, expected: str) -> None:
    assert expected in links(table)


FOLLOWING = """
He PRON nsubj 2
spoke VERB root 0 PAST//REPORTING
at ADP case 4
conference NOUN obl 2 NONE
following VERB case 6
talks NOUN nmod 4 NONE
"""
FOLLOWING_OF_VERB = FOLLOWING.replace("talks NOUN nmod 4", "talks NOUN obl 2")


def test_named_happenings() -> None:
    """ "At a conference following talks": talks, conference, speech within it."""
    found = links(FOLLOWING)
    assert "spoke during conference likely" in found
    assert "conference after talks certain" in found
    assert "conference before WRITING certain" in found


def test_phrase_between_two_heads() -> None:
    """The same, where the parse hangs the talks on the verb."""
    found = links(FOLLOWING_OF_VERB)
    assert "spoke after talks certain" in found
    assert "conference after talks likely" in found


ON_GERUND_FIRST = """
On SCONJ mark 2
hearing VERB advcl 4 PRESPART
he PRON nsubj 4
left VERB root 0 PAST
"""
BY_GERUND = """
He PRON nsubj 2
won VERB root 0 PAST
by SCONJ mark 4
waiting VERB advcl 2 PRESPART
"""
HAVING = """
Having AUX aux 2
failed VERB advcl 4 PASTPART
he PRON nsubj 4
left VERB root 0 PAST
"""


def test_participles_and_gerunds() -> None:
    assert "left after hearing certain" in links(ON_GERUND_FIRST)
    assert "failed before left certain" in links(HAVING)
    assert not any("waiting" in link for link in links(BY_GERUND))


# Content of reports: by its tense, sequence of tenses allowed for
def report(tense: str, governor: str = "PAST//REPORTING") -> str:
    return f"""
He PRON nsubj 2
said VERB root 0 {governor}
they PRON nsubj 4
left VERB ccomp 2 {tense}
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (report("PAST"), "left before said likely"),
        (report("PAST/PERFECTIVE"), "left before said certain"),
        (report("PAST//STATE"), "left contains said likely"),
        (report("FUTURE///planned"), "left after said certain"),
        (report("NONE///planned"), "left after said certain"),
        (report("NONE///possible"), "left after said likely"),
        (report("PRESENT//STATE"), "left contains said likely"),
        (report("PAST"), "SLINK said evidential left likely"),
        (
            report("INFINITIVE///planned", "PAST//I_STATE"),
            "SLINK said intensional left likely",
        ),
        (
            report("INFINITIVE///negated", "PAST//I_ACTION"),
            "SLINK said counter_factive left likely",
        ),
    ],
)
def test_content(table: str, expected: str) -> None:
    assert expected in links(table)


def test_what_is_denied_gets_no_order() -> None:
    found = links(report("PAST///negated"), tiers=False)
    assert "left before said" not in found
    assert "left before WRITING" not in found


# Tense: the pluperfect looks back; "had him voted out" does not
PLUPERFECT = """
Tostig PROPN nsubj 5
who PRON nsubj 4
had AUX aux 4
wintered VERB acl:relcl 1 PAST/PERFECTIVE
came VERB root 0 PAST
"""
CAUSATIVE = """
He PRON nsubj 2
came VERB root 0 PAST

He PRON nsubj 4
had AUX aux 4
him PRON obj 4
voted VERB root 0 PAST/PERFECTIVE
"""
SINCE_STATE = PLUPERFECT.replace("wintered VERB acl:relcl 1", "held VERB acl:relcl 1")


def test_pluperfect_looks_back() -> None:
    assert "wintered before came certain" in links(PLUPERFECT)


def test_causative_had_does_not_look_back() -> None:
    found = links(CAUSATIVE, tiers=False)
    assert "voted before came" not in found
    assert "came before voted" in found


# The narrative: one subject's deeds, words after deeds, others
DEEDS = """
He PRON nsubj 2
rose VERB root 0 PAST
and CCONJ cc 4
left VERB conj 2 PAST
"""
SENTENCES = """
He PRON nsubj 2
rose VERB root 0 PAST

She PRON nsubj 2
{verb} VERB root 0 PAST{class_}
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (DEEDS, "rose before left likely"),
        (SENTENCES.format(verb="left", class_=""), "rose before left narrative"),
        (
            SENTENCES.format(verb="said", class_="//REPORTING"),
            "rose before said likely",
        ),
    ],
)
def test_narrative(table: str, expected: str) -> None:
    assert expected in links(table)


def test_narrative_stands_still_for_states() -> None:
    found = links(SENTENCES.format(verb="was", class_="//STATE"), tiers=False)
    assert not any(link.startswith("rose before was") for link in found)


# Dates that hold on: in the sentence, in the scene, for an entry
SHARED = """
On ADP case 2
Monday PROPN obl 4 @1
they PRON nsubj 4
attacked VERB root 0 PAST
and CCONJ cc 7
were AUX aux 7
repulsed VERB conj 4 PAST
"""
SCENE = """
In ADP case 2
{date} PROPN obl 4 @1
they PRON nsubj 4
attacked VERB root 0 PAST

They PRON nsubj 2
failed VERB root 0 PAST
"""


def test_dates_are_shared_and_hold_on() -> None:
    assert "repulsed during @1 likely" in links(SHARED)
    day, year = Absolute(edtf="1854-10-17"), Absolute(edtf="1854")
    deictic = Shift(anchor=DivisionAnchor(division="made#1"), amount=-1, unit=Unit.DAY)
    table = SCENE.format(date="June")
    assert "failed during @1 narrative" in links(table, readings={"@1": day})
    assert "failed during @1 likely" in links(table, readings={"@1": year})
    assert "failed during @1 likely" in links(table, readings={"@1": deictic})


ENTRY = """
Monday PROPN root 0 @1
. PUNCT punct 1

Fred PROPN nsubj 2
came VERB root 0 PAST

He PRON nsubj 3
had AUX aux 3
eaten VERB root 0 PAST/PERFECTIVE
"""


def test_entry_date() -> None:
    """A diary's day holds for what is told under it, not for what had been before."""
    found = links(ENTRY, kind=DivisionKind.ENTRY, tiers=False)
    assert "came during @1" in found
    assert "eaten during @1" not in found
    assert "eaten before came" in found
    assert "came during @1" not in links(ENTRY, kind=DivisionKind.LETTER, tiers=False)


# The writing: past before it, plans of the present after it
@pytest.mark.parametrize(
    ("tense", "expected"),
    [
        ("PAST", "left before WRITING certain"),
        ("PRESENT/PERFECTIVE", "left before WRITING certain"),
        ("FUTURE///planned", "left after WRITING likely"),
        ("PRESENT/PROGRESSIVE", "left contains WRITING likely"),
    ],
)
def test_tense_and_writing(tense: str, expected: str) -> None:
    table = f"He PRON nsubj 2\nleft VERB root 0 {tense}"
    assert expected in links(table)


def test_a_letter_reports_while_it_is_written() -> None:
    """A newspaper's "says" may be yesterday's; a letter's is the writer's now."""
    table = "He PRON nsubj 2\nsays VERB root 0 PRESENT//REPORTING"
    assert "says during WRITING likely" in links(table, kind=DivisionKind.LETTER)
    assert "says during WRITING likely" not in links(table)


MISPLACED = """
He PRON nsubj 2
noted VERB root 0 PAST//REPORTING
plans NOUN obj 2
for SCONJ mark 5
reconvening VERB acl 3 PRESPART///planned
later ADV advmod 8 @1
this DET det 8 @1
week NOUN obl 2 @1
"""


def test_date_to_come_leaves_a_past_verb() -> None:
    """ "Later this week" cannot date "noted", though the parse hangs it there."""
    now = DivisionAnchor(division="made#1")
    week = Shift(anchor=now, amount=0, unit=Unit.WEEK, aligned=True)
    reading = Part(which=PartName.LATER, of=week)
    found = links(MISPLACED, readings={"@1": reading}, tiers=False)
    assert "reconvening during @1" in found
    assert "noted during @1" not in found


ANCHORED = """
Six NUM nummod 2 @1
days NOUN obl:unmarked 5 @1
after ADP case 5 @1
the DET det 5
landing NOUN obl 7 NONE
they PRON nsubj 7
crossed VERB root 0 PAST
"""


def test_anchor_is_named() -> None:
    """ "Six days after the landing": counted from the landing, said of the crossing."""
    start = len("Six days after ")
    reading = Shift(
        anchor=MentionAnchor(start=start, end=start + len("the landing")),
        amount=6,
        unit=Unit.DAY,
    )
    found = links(ANCHORED, readings={"@1": reading})
    assert "ANCHOR @1 anchor landing certain" in found
    assert "crossed during @1 certain" in found
    assert "crossed after landing certain" in found
    assert not any(link.startswith("landing during") for link in found)


BEGAN = """
They PRON nsubj 2
{verb} VERB root 0 PAST//ASPECTUAL
to PART mark 4
march VERB xcomp 2 INFINITIVE
"""


@pytest.mark.parametrize(
    ("verb", "relation"),
    [
        ("begin", "initiates"),
        ("continue", "continues"),
        ("cease", "terminates"),
        ("complete", "culminates"),
        ("resume", "reinitiates"),
    ],
)
def test_phases(verb: str, relation: str) -> None:
    assert f"ALINK {verb} {relation} march likely" in links(BEGAN.format(verb=verb))


# a date that begins an article is none of its own; a diary's heading is
YESTERDAY = """
Yesterday NOUN obl:unmarked 3 @1
they PRON nsubj 3
marched VERB root 0 PAST
"""


def test_first_words_are_no_dateline() -> None:
    assert "marched during @1 certain" in links(YESTERDAY)
