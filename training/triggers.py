"""Which words of the treebanks are event triggers, and which are left undecided.

Verbs are events unless their relation says otherwise; where corpora disagree (states,
the present tense, participial modifiers) the word is masked, so that the news corpus
decides. Nouns are events where GUM calls what they head one.
"""

from collections.abc import Set as AbstractSet

from training.conllu import Row, Tree
from training.lexicon import LEXICON
from training.passages import MASKED

_NO_EVENT = frozenset(
    {"amod", "compound", "case", "mark", "fixed", "advmod", "aux", "cop"}
)
_STATIVE = frozenset(LEXICON["statives"])


def noun_heads(tree: Tree, type_: str) -> set[int]:
    """The syntactic heads of a tree's mentions of a type."""
    heads = set()
    for entity in tree.entities:
        inside = range(entity.first, entity.last + 1)
        if entity.type == type_:
            top = [n for n in inside if tree.rows[n].head - 1 not in inside]
            heads.update(top[:1])
    return heads


def event_nouns(trees: list[Tree]) -> frozenset[str]:
    """Lemmas of the common nouns that head an event somewhere."""
    return frozenset(
        tree.rows[n].lemma.lower()
        for tree in trees
        for n in noun_heads(tree, "event")
        if tree.rows[n].upos == "NOUN"
    )


def tree_events(
    tree: Tree, nouns: AbstractSet[str], *, has_entities: bool
) -> list[int]:
    """1 (event), 0 (none) or masked, for each word of a tree."""
    events = noun_heads(tree, "event")
    abstract = noun_heads(tree, "abstract")
    with_copula = {row.head - 1 for row in tree.rows if row.relation == "cop"}
    given = []
    for n, row in enumerate(tree.rows):
        if row.upos == "VERB":
            given.append(_verb(row))
        elif row.upos in {"NOUN", "PROPN"}:
            given.append(
                _noun(row, n in events, n in abstract, nouns)
                if has_entities
                else MASKED
            )
        else:
            given.append(MASKED if row.upos == "ADJ" and n in with_copula else 0)
    return given


def _verb(row: Row) -> int:
    relation = row.relation.partition(":")[0]
    if relation in _NO_EVENT or row.lemma == "be":
        return 0
    if row.xpos in {"VBZ", "VBP"} or row.relation == "acl" or row.lemma in _STATIVE:
        return MASKED
    return 1


def _noun(row: Row, event: bool, abstract: bool, nouns: AbstractSet[str]) -> int:
    if row.upos == "PROPN":
        return MASKED if event else 0
    if event:
        return 1
    return MASKED if abstract and row.lemma.lower() in nouns else 0
