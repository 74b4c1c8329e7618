"""The words of one happening: its clause, without the clauses that tell another.

What stands beside it in coordination, what is inserted, and relative clauses that only
add something are left out; so are the joints that tied it to its neighbours ("and",
"that", "who"). What remains is a few stretches of the sentence, in order.
"""

from typing import TYPE_CHECKING

from chronicle.language.syntax import Tree, feature, lemma, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

# Joints that say how a clause hangs on another, and nothing of whether it is so.
_JOINTS = frozenset(
    [
        *("that", "after", "although", "as", "because", "before", "for", "once"),
        *("since", "so", "than", "though", "till", "until", "when", "whereas", "while"),
    ]
)
_NOT_WITH_NOUNS = ("case", "mark", "conj", "appos", "acl:relcl", "cop")
_RELATIVES = frozenset({"where", "whereupon", "which", "who", "whom", "whose"})
_BREAKS = frozenset({",", "—", "–", "(", ";"})
_BESIDE = ("parataxis", "discourse", "vocative", "list", "reparandum")
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}


def clause_words(tree: Tree, trigger: "Token") -> "list[list[Token]]":
    """The stretches of words that tell an event, in the order of the text."""
    is_clause = tree.heads_clause(trigger) or trigger.pos_ in {"VERB", "AUX"}
    kept = ordered(_kept(tree, trigger, is_clause=is_clause))
    return _stretches(tree, _trimmed(kept, trigger))


def _kept(tree: Tree, trigger: "Token", *, is_clause: bool) -> "Iterator[Token]":
    waiting = [trigger]
    while waiting:
        here = waiting.pop()
        yield here
        for child in tree.children(here):
            if here is trigger and not _tells(tree, child, is_clause=is_clause):
                continue
            if here is not trigger and _only_adds(tree, child):
                continue
            waiting.append(child)


def _tells(tree: Tree, child: "Token", *, is_clause: bool) -> bool:
    """Whether a dependant of the trigger belongs to what is told of it."""
    if _only_adds(tree, child) or tree.bears(child, "cc"):
        return False
    if not is_clause:
        return not tree.bears(
            child, "case", "mark", "conj", "appos", "acl:relcl", "cop"
        )
    if tree.bears(child, "conj"):
        return not tree.heads_clause(child)
    if tree.bears(child, "mark"):
        return child.lower_ not in _JOINTS
    if tree.bears(child, "advmod") and child.lower_ in {"when", "where", "why"}:
        return False
    return not (
        tree.bears(child, "nsubj", "obj", "obl") and feature(child, "PronType") == "Rel"
    )


def _only_adds(tree: Tree, child: "Token") -> bool:
    """Whether a dependant is inserted or added after a comma, telling another thing."""
    if tree.bears(child, *_BESIDE):
        return True
    if not tree.bears(child, "acl", "advcl"):
        return False
    first, last = tree.edges(child)
    words = [w for w in tree.doc[first : last + 1] if not w.is_space]
    opening = words[0].text in _BREAKS or (
        first > 0 and tree.doc[first - 1].text in _BREAKS
    )
    lowered = {w.lower_ for w in words[:3]}
    return opening and (tree.bears(child, "acl:relcl") or bool(lowered & _RELATIVES))


def _trimmed(words: "list[Token]", trigger: "Token") -> "list[Token]":
    """Without punctuation at the edges, save brackets and quotation marks in pairs."""
    inside = [w.text for w in words]
    low, high = 0, len(words)
    while low < high - 1 and words[low] is not trigger:
        word = words[low]
        closes = _PAIRS.get(word.text)
        if closes is not None and closes in inside[low:high]:
            break
        if word.text == '"' and inside[low:high].count('"') > 1:
            break
        if not (word.is_punct or word.dep_ == "cc" or word.dep_ == "dep"):
            break
        low += 1
    while high - 1 > low and words[high - 1] is not trigger:
        word = words[high - 1]
        if any(o in inside[low:high] and word.text == c for o, c in _PAIRS.items()):
            break
        if word.text == '"' and inside[low:high].count('"') > 1:
            break
        if not (word.is_punct or lemma(word) in {"and", "or", "but"}):
            break
        high -= 1
    return words[low:high]


def _stretches(tree: Tree, words: "list[Token]") -> "list[list[Token]]":
    """Runs of words; punctuation that was left out between two does not part them."""
    runs: list[list[Token]] = []
    for word in words:
        if runs and _adjoin(tree, runs[-1][-1], word):
            runs[-1].append(word)
        elif not word.is_punct or word.text in _PAIRS:
            runs.append([word])
    return runs


def _adjoin(tree: Tree, last: "Token", word: "Token") -> bool:
    between = tree.doc[last.i + 1 : word.i]
    return all(t.is_space or t.is_punct or t.pos_ == "X" for t in between)
