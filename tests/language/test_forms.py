"""What the network sees of a word: plain letters, case, pieces, the gap before it."""

import pytest

from chronicle.language.forms import Shape, normal, shape
from chronicle.language.layout import Gap, Lines, gap
from chronicle.language.pieces import MAX_PIECES, Pieces


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Parliament", "Parliament"),
        # long s and ligatures of old print
        ("poſſeſſion", "possession"),
        ("ﬁrſt", "first"),
        # quotes, curly or doubled
        ("don’t", "don't"),
        ("“", '"'),
        ("''", '"'),
        # dashes
        ("--", "–"),
        ("—", "–"),
        # NUL is not a letter
        ("a\x00b", "ab"),
    ],
)
def test_normal(word: str, expected: str) -> None:
    assert normal(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("army", Shape.LOWER),
        ("ARMY", Shape.UPPER),
        ("Army", Shape.TITLE),
        ("I", Shape.TITLE),
        ("McClellan", Shape.CAPITAL_MIXED),
        ("eBook", Shape.MIXED),
        ("1848", Shape.NONE),
        ("—", Shape.NONE),
    ],
)
def test_shape(word: str, expected: Shape) -> None:
    assert shape(word) is expected


PROSE = (
    "The army crossed the river in the night and came before\n"
    "the town at daybreak, when the gates were found open and\n"
    "no guard upon them.\n"
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("one two", "two", Gap.SPACE),
        ("one,two", "two", Gap.NONE),
        ("one\n\ntwo", "two", Gap.BLANK),
        ("one\ftwo", "two", Gap.BLANK),
        # a full line is wrapped
        (PROSE, "the town", Gap.WRAP),
        # a heading is not
        ("VIENNA\n" + PROSE, "The army", Gap.LINE),
        # an indented line opens a paragraph
        ("The gates were open and not held.\n   The town", "The town", Gap.LINE),
        # one paragraph a line
        ("A line of some length, with a stop.\nNext.", "Next", Gap.WRAP),
        (PROSE.replace("\n", " ") + "\nNo.\nYes, they did.", "Yes", Gap.LINE),
    ],
)
def test_gap(text: str, word: str, expected: Gap) -> None:
    start = text.index(word)
    before = len(text[:start].rstrip())
    found = gap(text[before:start], next_start=start, lines=Lines(text))
    assert found is expected


def pieces() -> Pieces:
    return Pieces(("[UNK]", "[CLS]", "[SEP]", "the", "of", "##fice", "##r", ".", "é"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("The", (3,)),
        # the longest piece first, then its continuations
        ("officer", (4, 5, 6)),
        # one unknown stretch makes the word unknown
        ("offices", (0,)),
        # marks stand alone; the empty word is unknown
        ("of.", (4, 7)),
        ("\x00", (0,)),
    ],
)
def test_pieces(word: str, expected: tuple[int, ...]) -> None:
    assert pieces().ids(word) == expected


def test_pieces_of_an_endless_word_are_bounded() -> None:
    assert len(pieces().ids("." * 5000)) == MAX_PIECES
