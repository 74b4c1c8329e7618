"""TimeML classes (guidelines 1.2.1, section 2.2.1)."""

import pytest

from events.reading import event_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He said that it rained.", "said", "REPORTING"),
        ("He heard the guns.", "heard", "PERCEPTION"),
        ("He began to write.", "began", "ASPECTUAL"),
        ("He promised to write.", "promised", "I_ACTION"),
        ("He hoped to write.", "hoped", "I_STATE"),
        ("He wants to write.", "wants", "I_STATE"),
        ("He owned the house.", "owned", "STATE"),
        ("He left the house.", "left", "OCCURRENCE"),
        ("He asked whether it rained.", "asked", "REPORTING"),
        ("He asked them to leave.", "asked", "I_ACTION"),
        ("He noted that it rained.", "noted", "REPORTING"),
        ("As Burke argued, it rained.", "argued", "REPORTING"),
    ],
)
def test_class(text: str, word: str, expected: str) -> None:
    assert event_in(text, word).class_.value == expected
