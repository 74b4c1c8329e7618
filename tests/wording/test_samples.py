"""What must hold of every line, whatever the text: checked on the sample documents."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import chronicle
from chronicle.model import Assembly, Factuality
from chronicle.table import event_rows
from chronicle.wording import event_timex, event_when, flat, quotation, summary

SEEDS = Path(__file__).parents[2] / "seeds"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def samples() -> Assembly:
    return chronicle.build(SEEDS).assembly


def bare(text: str) -> str:
    """A text without what is supplied in brackets."""
    return re.sub(r"\[[^\]]*\]:?", " ", text)


def test_summaries_are_the_sources_own_words_in_order(samples: Assembly) -> None:
    for entry in samples.entries:
        sentence, at = quotation(samples, entry), 0
        for word in re.findall(r"\w+", bare(summary(samples, entry))):
            found = sentence.find(word, at)
            assert found >= 0, (summary(samples, entry), sentence)
            at = found + len(word)


def test_summaries_are_short_and_never_empty(samples: Assembly) -> None:
    for entry in samples.entries:
        words = bare(summary(samples, entry)).replace("…", " ").split()
        assert 1 <= len(words) <= 25, summary(samples, entry)


def test_the_trigger_is_always_shown(samples: Assembly) -> None:
    for entry in samples.entries:
        annotated = samples.home[entry.head]
        trigger = flat(annotated.quote(annotated.event[entry.head].trigger))
        assert trigger in summary(samples, entry)


UNREAL = [f for f in Factuality if f is not Factuality.ASSERTED]


def test_what_is_not_told_as_fact_does_not_read_as_fact(samples: Assembly) -> None:
    shows = re.compile(
        r"\[(?:planned|probable|possible|supposed|did not happen|not so|uncertain)\]"
        r"|n[’']t\b|\b(?:not|no|none|nobody|nothing|never|neither|nor|few|without|if"
        r"|unless|will|would|shall|should|may|might|must|can|could|cannot|to|likely"
        r"|probably|perhaps|\w*(?:intend|plan|hope|fear|expect|mean|refus|declin|fail"
        r"|suppos|rumour|believ|den|propos|promis|order|ask)\w*)\b",
        re.I,
    )
    for entry in samples.entries:
        if samples.event(entry.head).factuality in UNREAL:
            assert shows.search(summary(samples, entry)), summary(samples, entry)


def dated(samples: Assembly) -> Iterator[tuple[str, str]]:
    for annotated in samples.annotated:
        for event in annotated.events:
            timex = event_timex(samples, event.id)
            words = ""
            if timex is not None and timex.mention is not None:
                words = annotated.quote(timex.mention)
            yield event_when(samples, event.id), words


def test_dates_are_bare_only_where_the_source_has_them(samples: Assembly) -> None:
    for when, words in dated(samples):
        for element in re.findall(r"\d+|[A-Z][a-z]{2,}", bare(when)):
            assert element[:3].lower() in words.lower(), (when, words)


def test_every_event_has_one_row_under_a_head_of_its_own_entry(
    samples: Assembly,
) -> None:
    rows = {row["event_id"]: row for row in event_rows(samples)}
    assert len(rows) == sum(len(a.events) for a in samples.annotated)
    for row in rows.values():
        if row["parent_id"]:
            assert rows[row["parent_id"]]["entry_id"] == row["entry_id"]
            assert int(row["level"]) > 1


def test_there_are_fewer_entries_than_events(samples: Assembly) -> None:
    """Dense annals and letters make some 25 lines of 300 words, a report some 15."""
    for annotated in samples.annotated:
        told = [e for e in samples.entries if e.document == annotated.document.key]
        words = len(annotated.document.text.split())
        assert 4 <= 300 * len(told) / words <= 36, annotated.document.key
