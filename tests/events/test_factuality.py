"""Factuality as the nearest source has it.

Values and constructions: FactBank 1.0 annotation guidelines (R. Saurí & J. Pustejovsky,
2009); implicatives: L. Karttunen (1971, 2012); factives: P. and C. Kiparsky (1970).
"""

import pytest

from events.reading import event_in


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # plain statements
        ("The King abdicated.", "abdicated", "asserted"),
        ("The envoys did not arrive.", "arrive", "negated"),
        ("Nobody signed the treaty.", "signed", "negated"),
        ("No ships came.", "came", "negated"),
        ("He never returned.", "returned", "negated"),
        ("They left without paying.", "paying", "negated"),
        ("Not only did he sign, he smiled.", "sign", "asserted"),
        ("He almost drowned.", "drowned", "negated"),
        # modals
        ("The army may advance.", "advance", "possible"),
        ("The town could not resist.", "resist", "negated"),
        ("He could hear the guns.", "hear", "asserted"),
        ("They must pay the debt.", "pay", "unknown"),
        ("He must have fallen.", "fallen", "probable"),
        ("He should have waited.", "waited", "counterfactual"),
        ("He had to flee.", "flee", "asserted"),
        ("He has to leave.", "leave", "unknown"),
        ("The fleet will sail.", "sail", "planned"),
        ("The walls will fall.", "fall", "probable"),
        ("I shall not come.", "come", "negated"),
        ("The Diet is to meet in May.", "meet", "planned"),
        ("The ship was to have sailed.", "sailed", "counterfactual"),
        ("He was to become king.", "become", "asserted"),
        ("They are going to attack.", "attack", "planned"),
        ("Perhaps the Queen knew the plan.", "knew", "possible"),
        ("He probably wrote the letter.", "wrote", "probable"),
        # implicatives
        ("He managed to escape.", "escape", "asserted"),
        ("He did not manage to escape.", "escape", "negated"),
        ("He failed to escape.", "escape", "negated"),
        ("He refused to sign.", "sign", "negated"),
        ("They forced him to resign.", "resign", "asserted"),
        ("He forgot to sign the letter.", "sign", "negated"),
        ("The frost prevented the attack.", "attack", "negated"),
        ("He began to write.", "write", "asserted"),
        ("He persuaded them to wait.", "wait", "asserted"),
        ("They allowed him to leave.", "leave", "possible"),
        ("They did not allow him to leave.", "leave", "negated"),
        ("He was able to cross.", "cross", "asserted"),
        ("He was unable to cross.", "cross", "negated"),
        # plans, orders, requests, attempts
        ("He intended to leave.", "leave", "planned"),
        ("She promised to publish the diary.", "publish", "planned"),
        ("They agreed to meet.", "meet", "planned"),
        ("He threatened to resign.", "resign", "planned"),
        ("He ordered the men to attack.", "attack", "unknown"),
        ("He urged the King to flee.", "flee", "unknown"),
        ("They tried to break the siege.", "break", "unknown"),
        ("He wanted to return.", "return", "unknown"),
        ("They postponed the meeting.", "meeting", "planned"),
        ("They planned an attack.", "attack", "planned"),
        ("He went to Rome to ask for help.", "ask", "planned"),
        ("He was too sick to travel.", "travel", "negated"),
        ("The proposed treaty failed.", "failed", "asserted"),
        # fears, hopes, beliefs
        ("He feared that they would attack.", "attack", "possible"),
        ("He hoped to return.", "return", "possible"),
        ("He thought that the war was over.", "thought", "asserted"),
        ("The King is expected to return.", "return", "probable"),
        ("He is likely to resign.", "resign", "probable"),
        # reports and denials
        ("He said that the King had fled.", "fled", "asserted"),
        ("He denied that the King had fled.", "fled", "negated"),
        ("He did not say that the King had fled.", "fled", "unknown"),
        ("They knew that the King had fled.", "fled", "asserted"),
        ("They did not know that the King had fled.", "fled", "asserted"),
        ("They asked whether the King had fled.", "fled", "unknown"),
        ("It was announced that the Diet would meet.", "meet", "planned"),
        ("He is said to have fled.", "fled", "asserted"),
        ("The refusal to pay angered them.", "pay", "negated"),
        ("The plan to attack Paris was betrayed.", "attack", "planned"),
        ("The risk of losing the war was great.", "losing", "possible"),
        # conditions
        ("If he comes, I shall leave.", "comes", "hypothetical"),
        ("If he comes, I shall leave.", "leave", "hypothetical"),
        ("Had he come, we should have won.", "come", "counterfactual"),
        ("Had he come, we should have won.", "won", "counterfactual"),
        ("If he had not held my arm, I would have fallen.", "held", "asserted"),
        ("If he had not held my arm, I would have fallen.", "fallen", "counterfactual"),
        ("Should he refuse, blood will flow.", "refuse", "hypothetical"),
        ("He wished that they had stayed.", "stayed", "counterfactual"),
        # questions and commands
        ("Did the King flee?", "flee", "unknown"),
        ("Why did the King flee?", "flee", "asserted"),
        ("Send the letters.", "Send", "unknown"),
        # time clauses
        ("He left before the army arrived.", "arrived", "asserted"),
        ("He will leave when the army arrives.", "arrives", "planned"),
        ("He refused to pay until the King returns.", "returns", "unknown"),
        # the future in the past
        ("He met Franz Joseph, who would reign until 1916.", "reign", "asserted"),
        ("He said that he would come.", "come", "planned"),
        # relative clauses and participles
        ("The men who signed the paper were shot.", "signed", "asserted"),
        ("They may hire men who speak Polish.", "speak", "possible"),
        ("Fearing a riot, they fled.", "Fearing", "asserted"),
        # "would not" of somebody unwilling
        ("He asked the pilots, and none would go.", "go", "negated"),
        # what there is no position, reason or time for
        ("He was in no position to negotiate.", "negotiate", "negated"),
        # told after a semicolon, not part of the thought
        (
            "It was thought that he would form a ministry; he has failed.",
            "failed",
            "asserted",
        ),
        # the report was made, what it says is denied
        ("A report that the town had been burned is now denied.", "burned", "negated"),
        # a condition that a parser hangs on the tag
        (
            "He would have stayed, it is said, if Brutus had not laughed.",
            "laughed",
            "asserted",
        ),
        # charged, not done
        ("He was charged with murder.", "murder", "asserted"),
        # still to be told, and so already
        ("Tell her that I have written.", "written", "asserted"),
        ("He came to say that the King had died.", "died", "asserted"),
        # had to, in the perfect
        ("He has had to sell the house.", "sell", "asserted"),
        # a relative clause about the past of somebody still to be found
        ("They may hire a man who had served in Spain.", "served", "asserted"),
        # an opinion
        ("In the opinion of the observers, the army will fight.", "fight", "planned"),
        # a state
        ("He is said to be dead.", "dead", "asserted"),
        # agreed on, by whomever the clause hangs on
        ("The ministers agreed on convening the planners.", "convening", "planned"),
        (
            "There was consensus among the members on meeting again.",
            "meeting",
            "planned",
        ),
        # a condition before an inserted reporter
        ("If it is cut, Hale warned, the schools will close.", "close", "hypothetical"),
        # a participle of saying after what is said
        (
            "Berg said that no troops would go, rejecting a proposal.",
            "rejecting",
            "asserted",
        ),
        # has yet to
        (
            "The loan, which parliament has yet to approve, is small.",
            "approve",
            "negated",
        ),
        # a preposition, no infinitive
        ("He admitted to having seen the letter.", "seen", "asserted"),
        # honour and misfortune are had
        ("I had the honour to serve the King.", "serve", "asserted"),
        # what is abandoned had been begun
        ("The siege was abandoned.", "siege", "asserted"),
        # a participle of what is done
        (
            "He proposed that they rebuild a bridge destroyed in May.",
            "destroyed",
            "asserted",
        ),
        # a gerund agreed on
        ("Berg agreed on rebuilding the bridge.", "rebuilding", "planned"),
    ],
)
def test_factuality(text: str, word: str, expected: str) -> None:
    assert event_in(text, word).factuality.value == expected


def test_reasons_are_given() -> None:
    event = event_in("He failed to escape.", "escape")
    assert event.evidence.steps == (
        '"failed": negative implicative: not done, or with a negation done',
    )
