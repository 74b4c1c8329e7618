"""Words: exact offsets, old abbreviations, hidden stretches, hostile input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.language.tokens import MAX_RUN, tokenise


def words(text: str, *cuts: int) -> list[str]:
    return [token.text for token in tokenise(text, cuts=cuts) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the stop of an abbreviation belongs to it
        ("the 12th inst. at noon", "the|12th|inst.|at|noon"),
        ("your letter of the 3d ult. came", "your|letter|of|the|3d|ult.|came"),
        ("Novr. 5th", "Novr.|5th"),
        ("Genl. Lee and Capt. Hardy", "Genl.|Lee|and|Capt.|Hardy"),
        ("Revd. Sir", "Revd.|Sir"),
        ("troops, stores, &c. were sent", "troops|,|stores|,|&c.|were|sent"),
        # words of a telegram or docket
        ("Recd 17 May.", "Recd|17|May|."),
        # once hyphened
        ("To-day he met to-morrow's man", "To-day|he|met|to-morrow|'s|man"),
        # a dash joins nothing
        ("left—so they say—for Rome", "left|—|so|they|say|—|for|Rome"),
        ("1914–18", "1914|–|18"),
        # brackets of an editor
        ("the[sic] king", "the|[|sic|]|king"),
        # but a common word keeps its stop apart
        ("So I do. He said no.", "So|I|do|.|He|said|no|."),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_no_word_runs_across_a_cut() -> None:
    text = "the repre[p. 12]sentatives met"
    start, end = text.index("["), text.index("]") + 1
    assert words(text, start, end)[1:3] == ["repre", "["]
    assert "sentatives" in words(text, start, end)


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=4))
@settings(deadline=None, max_examples=150)
def test_the_words_spell_the_text(text: str, cuts: list[int]) -> None:
    doc = tokenise(text, cuts=cuts)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@pytest.mark.parametrize("unit", ["x", ".", "a,b", "(a)", "-", "'", "x\x00"])
def test_an_endless_line_is_cut(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    doc = tokenise(text)
    assert doc.text == text
    assert max(map(len, doc)) <= MAX_RUN
