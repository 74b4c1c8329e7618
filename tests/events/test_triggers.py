"""Which words are events, by syntax and lexicon alone.

TimeML annotation guidelines 1.2.1, section 2.1.
"""

import pytest

from events.reading import event_in, events_of, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs, not auxiliaries or modifying participles
        ("The retreating army has burned the town.", "burned"),
        ("They had to go.", "go"),
        ("He used to write.", "write"),
        # event nouns and those that only look so
        ("The siege of the town lasted a year.", "siege lasted"),
        ("The party elected a leader.", "elected"),
        ("The murderer left the building.", "left"),
        # named events
        ("The Battle of Valmy saved the republic.", "Battle saved"),
        ("He lived in Battle Creek.", "lived"),
        ("The First World War began in August.", "War began"),
        # phrasal and light verbs
        ("War broke out.", "War broke"),
        ("The meeting took place in Paris.", "meeting took"),
        # not what the copula equates
        ("He was a soldier.", ""),
        ("The consul was elected.", "elected"),
    ],
)
def test_triggers(text: str, expected: str) -> None:
    found = [quoted(text, e.trigger) for e in events_of(text)]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a particle belongs to the verb
        ("War broke out.", "broke", "broke out"),
        # so does the noun of a light verb that tells nothing by itself
        ("The meeting took place in Paris.", "took", "took place"),
        # a named event is named whole
        ("The Battle of Valmy saved the republic.", "Battle", "The Battle of Valmy"),
    ],
)
def test_extent(text: str, word: str, expected: str) -> None:
    assert quoted(text, event_in(text, word).extent) == expected
