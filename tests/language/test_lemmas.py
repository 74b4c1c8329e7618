"""Lemmas: rules by suffix, exceptions, and what the word list decides."""

import pytest

from chronicle.language.lemmas import LemmaRules
from chronicle.language.shipped import load_shipped

RULES = LemmaRules(
    suffixes={
        "VBD": {"": (0, ""), "ed": (2, ""), "ied": (3, "y")},
        "NNPS": {"s": (1, "")},
    },
    words={"VBD": {"went": "go"}, "MD": {"wo": "will"}},
    keeps_case=("NNP",),
    known=frozenset({"endorse", "carry", "stop", "smell", "hop", "hope"}),
)


@pytest.mark.parametrize(
    ("form", "xpos", "expected"),
    [
        ("carried", "VBD", "carry"),
        # the word list says which of two lemmas exists
        ("endorsed", "VBD", "endorse"),
        ("stopped", "VBD", "stop"),
        ("smelled", "VBD", "smell"),
        # exceptions, alone and behind a prefix
        ("went", "VBD", "go"),
        ("underwent", "VBD", "undergo"),
        ("wo", "MD", "will"),
        # irregular verbs that the treebanks hardly show
        ("fled", "VBD", "flee"),
        ("slain", "VBN", "slay"),
        # a short verb that does not double its consonant has lost an e
        ("hoped", "VBD", "hope"),
        # names keep their letters, in the plural too
        ("McGill", "NNP", "McGill"),
        ("McGills", "NNPS", "McGill"),
        # a tag without rules, and what is no word
        ("Of", "IN", "of"),
        ("1,500", "CD", "1,500"),
        ("—", ":", "—"),
    ],
)
def test_lemma(form: str, xpos: str, expected: str) -> None:
    assert RULES.lemma(form, xpos) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("form", "xpos", "expected"),
    [
        ("was", "VBD", "be"),
        ("'s", "VBZ", "be"),
        ("n't", "RB", "not"),
        ("wo", "MD", "will"),
        ("ca", "MD", "can"),
        ("besieged", "VBD", "besiege"),
        ("overthrew", "VBD", "overthrow"),
        ("fought", "VBD", "fight"),
        ("dying", "VBG", "die"),
        ("marching", "VBG", "march"),
        ("armies", "NNS", "army"),
        ("wives", "NNS", "wife"),
        ("men", "NNS", "man"),
        ("children", "NNS", "child"),
        ("better", "JJR", "good"),
        ("his", "PRP$", "his"),
        ("poſſeſſed", "VBD", "possess"),
    ],
)
def test_shipped_rules(form: str, xpos: str, expected: str) -> None:
    assert load_shipped().lemmas.lemma(form, xpos) == expected
