"""On whose word: the chain of sources, nearest first; "?" is an unnamed one.

FactBank 1.0 annotation guidelines, section on source-introducing predicates.
"""

import pytest

from events.reading import event_in, quoted


def chain(text: str, word: str) -> str:
    sources = []
    here = event_in(text, word).attribution
    while here is not None:
        sources.append(quoted(text, here.source) or "?")
        here = here.within
    return " < ".join(sources)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # indirect speech and thought
        ("He said that the King had fled.", "fled", "He"),
        ("He thought that the King had fled.", "fled", "He"),
        ("She promised to publish the diary.", "publish", "She"),
        ("He ordered the men to leave.", "leave", "He"),
        ("The King had fled.", "fled", ""),
        ("He knew that the King had fled.", "fled", ""),
        # unnamed
        ("It was said that the King had fled.", "fled", "?"),
        ("The King is said to have fled.", "fled", "?"),
        ("The King allegedly fled.", "fled", "?"),
        ("They say that the King has fled.", "fled", "?"),
        # free tags
        ("The King, he said, had fled.", "fled", "he"),
        ("The King had fled, wrote Burke.", "fled", "Burke"),
        ("The King, I hear, has fled.", "fled", "?"),
        ("As Burke reported, the King had fled.", "fled", "Burke"),
        ("As Burke reported, the King had fled.", "reported", ""),
        ("According to Burke, the King fled.", "fled", "Burke"),
        # the author in the first person adds no source
        ("I think that the King has fled.", "fled", ""),
        ("Tell him that the King has fled.", "fled", ""),
        # nested, the nearest first
        (
            "Burke said that Pitt had denied that the King had fled.",
            "fled",
            "Pitt < Burke",
        ),
        (
            "As Burke reported, it was suggested that the King had fled.",
            "fled",
            "? < Burke",
        ),
        # reports as nouns
        ("Burke repeated the rumour that the King had fled.", "fled", "Burke"),
        ("The report that the King had fled was denied.", "fled", "?"),
        # announced happenings
        ("Burke announced the abdication of the King.", "abdication", "Burke"),
        # quotations
        ("“The King has fled,” Burke said.", "fled", "Burke"),
        ("Burke said: “The King has fled.”", "fled", "Burke"),
        ("“The King,” said Burke, “has fled.”", "fled", "Burke"),
        ("He called them “neo-Jacobins” and left.", "left", ""),
        # beside a request, not in it
        (
            "Burke urged them to attack the fort, which had been abandoned.",
            "abandoned",
            "",
        ),
        (
            "Burke urged them to attack the fort, which had been abandoned.",
            "attack",
            "Burke",
        ),
        # an opinion
        ("In the opinion of Burke, the army will fight.", "fight", "Burke"),
        # after a semicolon the author speaks again
        ("It was thought that he would form a ministry; he has failed.", "failed", ""),
        # let it be known
        ("They have let it be known that they will fight.", "fight", "They"),
        # what goes on after a tag is within it
        (
            "They had been told, he complained, that peace was near, "
            "and had refused to listen.",
            "refused",
            "he",
        ),
        # a statement announced by its noun
        ("Burke made a statement: “The war is lost.”", "lost", "Burke"),
        # no longer what was said
        (
            "Gifford said the sum would not exceed a million but declined to say more.",
            "declined",
            "",
        ),
        ("Berg said that no troops would go, rejecting a proposal.", "rejecting", ""),
    ],
)
def test_sources(text: str, word: str, expected: str) -> None:
    assert chain(text, word) == expected


def test_cue_is_the_word_that_introduces() -> None:
    text = "He said that the King had fled."
    attribution = event_in(text, "fled").attribution
    assert attribution is not None
    assert quoted(text, attribution.cue) == "said"
