"""Learn lemma rules from the treebanks: suffix changes by tag, and the exceptions.

A rule says "under this tag, a word that ends so drops k letters and takes that ending".
Where the longest matching rule would be wrong for a word that the treebanks know, the
word is listed.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from chronicle.language.lemmas import LemmaRules, change_between
from chronicle.language.pieces import Pieces
from training.conllu import read_trees

LONGEST_SUFFIX = 5
FEWEST = 2
Seen = dict[tuple[str, str], Counter[str]]
# Treebanks disagree in the letter case of these tags' lemmas: the form's is kept.
KEEPS_CASE = frozenset({"NNP", "NNPS", "FW", "ADD", "GW", "LS", "SYM", "NFP", "AFX"})


def count(data: Path) -> Seen:
    """The lemmas of each form under each tag, without regard to case."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt", "gum_permissive"):
        for tree in read_trees(data / f"treebanks/{name}_train.conllu"):
            for row in tree.rows:
                if not any(map(str.isalpha, row.form)):
                    continue
                if row.xpos not in KEEPS_CASE:
                    seen[row.xpos, row.form.lower()][row.lemma] += 1
                elif row.xpos == "NNPS":
                    seen[row.xpos, row.form.lower()][row.lemma.lower()] += 1
    return seen


def learn(seen: Seen, known: AbstractSet[str]) -> LemmaRules:
    """The rules, then the words that they get wrong."""
    votes: defaultdict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for (xpos, form), lemmas in seen.items():
        change = change_between(form, lemmas.most_common(1)[0][0].lower())
        for length in range(min(LONGEST_SUFFIX, len(form)) + 1):
            votes[xpos, form[len(form) - length :]][change] += 1
    suffixes: defaultdict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for (xpos, suffix), counts in sorted(votes.items()):
        change, times = counts.most_common(1)[0]
        if not suffix or (times >= FEWEST and times > 0.6 * counts.total()):
            suffixes[xpos][suffix] = change
    for rules in suffixes.values():
        _drop_implied(rules)
    rules = LemmaRules(
        suffixes=dict(suffixes), words={}, keeps_case=sorted(KEEPS_CASE), known=known
    )
    return replace(rules, words=_exceptions(seen, rules))


def _drop_implied(rules: dict[str, tuple[int, str]]) -> None:
    """Leave out each suffix whose next shorter one says the same."""
    for suffix in sorted(rules, key=len, reverse=True):
        shorter = next(
            (suffix[k:] for k in range(1, len(suffix) + 1) if suffix[k:] in rules), None
        )
        if suffix and shorter is not None and rules[shorter] == rules[suffix]:
            del rules[suffix]


def _exceptions(seen: Seen, rules: LemmaRules) -> dict[str, dict[str, str]]:
    words: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (xpos, form), lemmas in sorted(seen.items()):
        lemma = lemmas.most_common(1)[0][0]
        if rules.lemma(form, xpos) != lemma:
            words[xpos][form] = lemma
    return dict(words)


def learn_file(data: Path, vocabulary: Path, path: Path) -> None:
    """Learn and write."""
    known = Pieces.from_file(vocabulary).whole_words
    rules = learn(count(data), known)
    stored = {
        "suffixes": rules.suffixes,
        "words": rules.words,
        "keeps_case": rules.keeps_case,
    }
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
