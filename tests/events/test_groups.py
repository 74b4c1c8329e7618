"""Tense, aspect, modality and polarity of the whole verb group.

TimeML annotation guidelines 1.2.1, section 2.2.3.
"""

import pytest

from events.reading import event_in


@pytest.mark.parametrize(
    ("text", "word", "tense", "aspect", "modality", "polarity"),
    [
        ("The King left.", "left", "PAST", "NONE", None, "POS"),
        ("The King has left.", "left", "PRESENT", "PERFECTIVE", None, "POS"),
        ("The King had left.", "left", "PAST", "PERFECTIVE", None, "POS"),
        ("The King is leaving.", "leaving", "PRESENT", "PROGRESSIVE", None, "POS"),
        (
            "The King had been waiting.",
            "waiting",
            "PAST",
            "PERFECTIVE_PROGRESSIVE",
            None,
            "POS",
        ),
        ("The King was beaten and murdered.", "beaten", "PAST", "NONE", None, "POS"),
        ("The King was beaten and murdered.", "murdered", "PAST", "NONE", None, "POS"),
        ("The bridge was being built.", "built", "PAST", "PROGRESSIVE", None, "POS"),
        ("The King will leave.", "leave", "FUTURE", "NONE", None, "POS"),
        ("The King may have left.", "left", "NONE", "PERFECTIVE", "may", "POS"),
        (
            "They would not have been able to reconvene.",
            "reconvene",
            "INFINITIVE",
            "NONE",
            None,
            "POS",
        ),
        (
            "They would not have been able to reconvene.",
            "able",
            "NONE",
            "PERFECTIVE",
            "would",
            "NEG",
        ),
        ("He wanted to leave.", "leave", "INFINITIVE", "NONE", None, "POS"),
        (
            "Having crossed the river, they rested.",
            "crossed",
            "PRESPART",
            "PERFECTIVE",
            None,
            "POS",
        ),
        (
            "The town taken by the Turks burned.",
            "taken",
            "PASTPART",
            "NONE",
            None,
            "POS",
        ),
        ("He had to leave.", "leave", "PAST", "NONE", "have to", "POS"),
        ("They are going to attack.", "attack", "FUTURE", "NONE", None, "POS"),
        ("He did not come or write.", "write", "PAST", "NONE", None, "NEG"),
        ("There was a riot in the town.", "riot", "PAST", "NONE", None, "POS"),
        ("There will be no war.", "war", "FUTURE", "NONE", None, "NEG"),
    ],
)
def test_verb_group(
    text: str, word: str, tense: str, aspect: str, modality: str | None, polarity: str
) -> None:
    event = event_in(text, word)
    found = (event.tense, event.aspect, event.modality, event.polarity)
    assert found == (tense, aspect, modality, polarity)
