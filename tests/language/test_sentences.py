"""Where sentences begin: the table of what historians' sources look like.

``|`` marks each boundary between sentences in the text; it is taken out before the
model sees it. White space stays as it is.
"""

import pytest

from chronicle.language import analyse
from chronicle.model import Document, DocumentKey
from chronicle.settings import Settings

pytestmark = pytest.mark.model


def marked(text: str) -> str:
    """The text with a mark before each sentence but the first."""
    doc = analyse(Document(key=DocumentKey("t"), text=text), settings=Settings())
    starts = [next(t.idx for t in s if not t.is_space) for s in doc.sents]
    for start in reversed(starts[1:]):
        text = f"{text[:start]}|{text[start:]}"
    return text


@pytest.mark.parametrize(
    "expected",
    [
        # plain prose
        "The army crossed the river. |It met no resistance.",
        "Did he sign? |He did not! |The treaty failed.",
        "The siege lasted a year; the town fell in May. |Few survived.",
        # a quotation that opens after a full stop, one within, one that ends
        'He called them "fools". |"That means war," he warned. |He left.',
        'He said: "We must." |"Why?" she asked.',
        'He met Mr. "Bull" Adams at the gate. |They spoke.',
        # abbreviations within a sentence
        "He saw Mr. Pitt at St. James's on Monday. |They spoke of peace.",
        "Gen. Wurmser and Capt. Hay met Lt. Col. Brown at Ft. Erie. |All agreed.",
        "Your letter of the 12th inst. reached me on Tuesday. |I thank you for it.",
        "Yours of the 3d ult. is before me. |I shall answer it in order.",
        "The Rev. J. H. Smith preached at 11 a.m. in the old church. |Many came.",
        "Stores, tents, &c. were sent to Albany. |They arrived late.",
        "He was born c. 1410 and died in 1464. |His son succeeded him.",
        "See vol. ii, p. 14, of the Journal. |The passage is doubtful.",
        "It was founded in 753 B.C. by Romulus. |So the story goes.",
        # initials and numbers
        "J. Q. Adams was present. |He took no part.",
        "The army lost 1.5 million men. |The figure is disputed.",
        # headlines and headings stand alone
        "LATEST FROM THE SEAT OF WAR\n\n|The Danube has been crossed.",
        "Fall of the Ministry\n\n|The Ministers resigned last evening.",
        "Chapter IV\n\n|In the spring the king returned.",
        "CHAPTER IV.\n\n|In the spring the king returned.",
        "The Siege of Vienna\n|The Turks came in July. |They left in May.",
        # datelines
        "VIENNA, March 14.\n\n|The Emperor has left the city.",
        "Vienna, 14 March 1848\n\n|The Emperor has left the city.",
        "PARIS, Oct. 3.\n|The Chamber met to-day. |No vote was taken.",
        # letters: salutation, body, closing, signature
        "Dear Karl,\n\n|I write to you in haste.",
        "My dear Sir,\n\n|Your letter came to hand yesterday.",
        "Boston, 5 May 1775\n\n|Dear Brother,\n\n|We are all well here.",
        "We hope to see you soon.\n\n|Your affectionate brother,\n\n|John",
        "P.S. Tell Mary that her letter arrived. |She may write again.",
        # diaries and annals
        "Monday, 3 June\n\n|Rain all day. |We did not march.",
        "12 May 1940\n\n|The troops crossed the river at dawn.",
        "Tuesday.\n\n|Wrote to my father. |Dined with Colonel Hay.",
        "A.D. 871.\n\n|This year King Ethelred died after Easter.",
        # a date with a colon or dash opens its own sentence
        "12 May 1940: Troops crossed the river. |13 May 1940: The bridge fell.",
        "1066: William landed at Pevensey. |1067: He returned to Normandy.",
        "June 4.—The enemy withdrew. |June 5.—We followed them.",
        # numbered and lettered lists
        "1. The King opened Parliament.\n|2. The Queen did not attend.",
        "(1) The fleet sails in May.\n|(2) The army follows in June.",
        # hard-wrapped prose
        "The army crossed the river in the night and came\nbefore the town at daybreak."
        " |No guard was\nfound upon the walls, and the gates stood open.",
        # verse
        "They came by night, with torch and drum,\nAnd burned the houses every one.",
        # quotations
        'He said: "We shall not yield." |Then he left the hall.',
        "“The war is over,” he said. |“We may go home.”",
        # a full stop inside a parenthesis
        "The king fled (he was ill). |His brother ruled in his stead.",
    ],
)
def test_boundaries(expected: str) -> None:
    assert marked(expected.replace("|", "")) == expected
