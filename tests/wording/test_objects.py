"""A relative clause told for itself has its noun supplied, in brackets."""

import pytest

import chronicle
from chronicle.wording import event_summary

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Metternich laid down the office which he had held since 1821.",
            "held",
            "[Metternich] had held [the office] since 1821",
        ),
        # its own object stands where it should
        (
            "Metternich, who had held the office since 1821, laid it down.",
            "held",
            "[Metternich] had held the office since 1821",
        ),
        # nobody did it: the noun is what it is told of
        (
            "The office which was offered in 1821 was refused.",
            "offered",
            "[The office] was offered in 1821",
        ),
    ],
)
def test_the_noun_is_supplied_where_it_was_left(
    text: str, trigger: str, expected: str
) -> None:
    document = chronicle.Document(key="note.txt", text=text)
    assembly = chronicle.assemble([chronicle.extract(document)])
    (annotated,) = assembly.annotated
    event = next(
        e for e in annotated.events if annotated.quote(e.trigger).endswith(trigger)
    )
    assert event_summary(assembly, event.id) == expected
