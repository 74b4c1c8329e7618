"""Dates that cannot be, or can be two things, are printed as what they are."""

import pytest

import chronicle
from chronicle.wording import entry_when

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 31 February 1900 he died in London.", "31 February 1900 [no such day]"),
        # both readings stand beside the source's figures
        (
            "On 4/7/1916 they met in Paris.",
            "4/7/1916 [4 July 1916 or 7 April 1916]",
        ),
    ],
)
def test_when(text: str, expected: str) -> None:
    document = chronicle.Document(key="note.txt", text=text)
    assembly = chronicle.assemble([chronicle.extract(document)])
    assert [entry_when(assembly, e) for e in assembly.entries] == [expected]
