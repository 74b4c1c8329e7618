"""How a word is put before the network: its normal form and its shape.

The text itself is never altered. Only the copy that the network sees has plain quotes,
no long s and no ligatures, so that it need not learn each of them anew.
"""

from enum import IntEnum

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "ſ": "s",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "—": "–",
        "―": "–",
        "\u2010": "-",
        "\u2011": "-",
        "\u00ad": "",
        "\x00": "",
    }
)
_WHOLE = {"``": '"', "''": '"', "--": "–", "---": "–", "----": "–"}


class Shape(IntEnum):
    """The letter case of a word; an uncased encoder loses it."""

    NONE = 0
    LOWER = 1
    UPPER = 2
    TITLE = 3
    CAPITAL_MIXED = 4
    MIXED = 5


def normal(word: str) -> str:
    """The word as the network sees it.

    >>> normal("Congreſs"), normal("don’t"), normal("``")
    ('Congress', "don't", '"')
    """
    plain = word if word.isascii() and "\x00" not in word else word.translate(_PLAIN)
    return _WHOLE.get(plain, plain)


def shape(word: str) -> Shape:
    """The letter case of a word.

    >>> shape("the"), shape("VIENNA"), shape("Karl"), shape("McClellan"), shape("12th")
    (<Shape.LOWER: 1>, <Shape.UPPER: 2>, <Shape.TITLE: 3>, <Shape.CAPITAL_MIXED: 4>, \
<Shape.LOWER: 1>)
    """
    if word.islower():
        return Shape.LOWER
    if not any(map(str.isalpha, word)):
        return Shape.NONE
    if word.isupper():
        return Shape.UPPER if len(word) > 1 else Shape.TITLE
    if word[0].isupper():
        return Shape.TITLE if word[1:].islower() else Shape.CAPITAL_MIXED
    return Shape.MIXED
