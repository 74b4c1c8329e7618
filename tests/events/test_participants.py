"""Who takes part: voice, control, coordination, relative clauses, event nouns.

Roles follow PropBank's numbered arguments; "the words" are the noun phrase as written,
without what trails it.
"""

import pytest

from events.reading import event_in, quoted


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # voice
        (
            "The soldiers burned the town.",
            "burned",
            "agent:The soldiers;patient:the town",
        ),
        (
            "The town was burned by the soldiers.",
            "burned",
            "agent:the soldiers;patient:The town",
        ),
        ("The King died.", "died", "agent:The King"),
        ("The town fell.", "fell", "patient:The town"),
        (
            "Austria and Prussia signed the treaty.",
            "signed",
            "agent:Austria;agent:Prussia;patient:the treaty",
        ),
        # recipients
        (
            "She gave the envoy a letter.",
            "gave",
            "agent:She;patient:a letter;recipient:the envoy",
        ),
        (
            "She gave a letter to the envoy.",
            "gave",
            "agent:She;patient:a letter;recipient:the envoy",
        ),
        (
            "He told the King that the army had fled.",
            "told",
            "agent:He;recipient:the King",
        ),
        # control and raising
        (
            "She promised to publish the diary.",
            "publish",
            "agent:She;patient:the diary",
        ),
        (
            "He ordered the men to leave the town.",
            "leave",
            "agent:the men;patient:the town",
        ),
        (
            "He ordered the men to leave the town.",
            "ordered",
            "agent:He;recipient:the men",
        ),
        ("The King was forced to leave.", "leave", "agent:The King"),
        ("She promised him to write.", "write", "agent:She"),
        ("They prevented him from leaving.", "leaving", "agent:him"),
        ("He seemed to hesitate.", "hesitate", "agent:He"),
        # coordination and participles
        (
            "The Duke marched north and took York.",
            "took",
            "agent:The Duke;patient:York",
        ),
        (
            "Fearing a riot, the ministers fled.",
            "Fearing",
            "agent:the ministers;patient:a riot",
        ),
        ("Having lost the battle, he fled.", "lost", "agent:he;patient:the battle"),
        ("Gray blamed Pitt, suggesting that he had lied.", "suggesting", "agent:Gray"),
        # relative clauses
        (
            "The men who signed the paper were shot.",
            "signed",
            "agent:The men;patient:the paper",
        ),
        (
            "The paper that the men signed was burned.",
            "signed",
            "agent:the men;patient:The paper",
        ),
        ("The treaty signed in haste was broken.", "signed", "patient:The treaty"),
        ("The day he came was cold.", "came", "agent:he"),
        # nouns
        ("Their walkout ended the meeting.", "walkout", "agent:Their"),
        ("The crowd demanded his dismissal.", "dismissal", "patient:his"),
        (
            "The destruction of the fleet by Nelson ended the war.",
            "destruction",
            "agent:Nelson;patient:the fleet",
        ),
        ("The arrival of the fleet was announced.", "arrival", "agent:the fleet"),
        (
            "They held talks with the French.",
            "talks",
            "agent:They;companion:the French",
        ),
        # company, means, prepositional objects
        (
            "He shot the man with a pistol.",
            "shot",
            "agent:He;patient:the man;instrument:a pistol",
        ),
        ("The men laughed at him.", "laughed", "agent:The men;patient:him"),
        ("Sulla marched on Rome.", "marched", "agent:Sulla;patient:Rome"),
        # no participant is invented
        ("It rained.", "rained", "agent:It"),
        ("It was announced that the King had fled.", "announced", ""),
        # places: bound for, there, on the object, across words of the verb
        ("The King sailed for Egypt.", "sailed", "agent:The King;place:Egypt"),
        (
            "They marched to the palace and were stopped there.",
            "stopped",
            "patient:They;place:there",
        ),
        (
            "They broke the castle at York.",
            "broke",
            "agent:They;patient:the castle;place:York",
        ),
        (
            "They will meet the planners next week in Linz.",
            "meet",
            "agent:They;patient:the planners;place:Linz",
        ),
        # the noun of an idiom is no participant
        ("The army gave way.", "gave", "agent:The army"),
        # of whom a state is told
        ("Ten men are dead.", "dead", "patient:Ten men"),
        # a name that is given something is no place
        (
            "The senate gave the city to Harald.",
            "gave",
            "agent:The senate;patient:the city;recipient:Harald",
        ),
        # who goes on after an inserted clause
        (
            "He resigned on the day on which the army came, and died soon.",
            "died",
            "agent:He",
        ),
        (
            "Gifford said the sum would not exceed a million but declined to say more.",
            "declined",
            "agent:Gifford",
        ),
        # a participle of saying goes with the speaker
        (
            "Berg said that no troops would go, rejecting a proposal.",
            "rejecting",
            "agent:Berg;patient:a proposal",
        ),
    ],
)
def test_participants(text: str, word: str, expected: str) -> None:
    found = event_in(text, word).participants
    assert ";".join(f"{p.role}:{quoted(text, p.mention)}" for p in found) == expected
