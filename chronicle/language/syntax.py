"""A parsed text as a tree: dependants, phrases, clauses and subjects.

Relations are Universal Dependencies. A relation named without a subtype matches all
of its subtypes: ``nsubj`` matches ``nsubj:pass``.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What trails a noun phrase without belonging to the words that name its referent.
_TRAILERS = ("acl", "appos", "conj", "parataxis", "advcl", "list", "orphan")
_OUTSIDE = (
    *("case", "mark", "punct", "cop", "aux", "expl", "nsubj", "csubj"),
    *("cc", "discourse", "dep", "reparandum", "vocative", "ccomp", "dislocated"),
)
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


class Tree:
    """The dependants of every word, found once; white space is left out."""

    def __init__(self, doc: "Doc") -> None:
        """Sort the words of a parsed text under their heads."""
        self.doc = doc
        self.words: tuple[Token, ...] = tuple(t for t in doc if not t.is_space)
        self._dependants: dict[int, list[Token]] = {}
        self.relations = {t.i: t.dep_.lower() for t in self.words}
        self._bases = {i: full.partition(":")[0] for i, full in self.relations.items()}
        self.heads = {t.i: t.head for t in self.words}
        for token in self.words:
            head = self.heads[token.i]
            if head.i != token.i:
                self._dependants.setdefault(head.i, []).append(token)

    def relation(self, token: "Token") -> str:
        """A word's relation without its subtype."""
        return self._bases[token.i]

    def head(self, token: "Token") -> "Token | None":
        """The word that a word depends on; a root has none."""
        head = self.heads.get(token.i, token)
        return None if head.i == token.i else head

    def children(self, token: "Token", *relations: str) -> "list[Token]":
        """A word's dependants in the given relations (all, if none is given)."""
        found = self._dependants.get(token.i)
        if not found or not relations:
            return found or []
        full, base = self.relations, self._bases
        return [t for t in found if base[t.i] in relations or full[t.i] in relations]

    def child(self, token: "Token", *relations: str) -> "Token | None":
        """The first dependant in one of the given relations."""
        full, base = self.relations, self._bases
        for found in self._dependants.get(token.i, ()):
            if base[found.i] in relations or full[found.i] in relations:
                return found
        return None

    def bears(self, token: "Token", *relations: str) -> bool:
        """Whether a word stands in one of the given relations."""
        return self._bases[token.i] in relations or self.relations[token.i] in relations

    def relabel(self, token: "Token", relation: str) -> None:
        """Give a word another relation, where a rule knows better than the parser."""
        self.relations[token.i] = relation
        self._bases[token.i] = relation.partition(":")[0]

    def rehang(self, token: "Token", head: "Token") -> None:
        """Give a word another head, where a rule knows better than the parser."""
        old = self.heads[token.i]
        if old.i != token.i:
            kept = [t for t in self._dependants[old.i] if t.i != token.i]
            self._dependants[old.i] = kept
        self.heads[token.i] = head
        row = self._dependants.setdefault(head.i, [])
        row.append(token)
        row.sort(key=lambda t: t.i)

    def below(self, token: "Token") -> "Iterator[Token]":
        """A word and everything under it, heads before dependants."""
        waiting = [token]
        while waiting:
            here = waiting.pop()
            yield here
            waiting.extend(reversed(self.children(here)))

    def above(self, token: "Token") -> "Iterator[Token]":
        """The words that a word depends on, nearest first."""
        seen = {token.i}
        here = self.head(token)
        while here is not None and here.i not in seen:
            yield here
            seen.add(here.i)
            here = self.head(here)

    def edges(self, token: "Token") -> tuple[int, int]:
        """The first and last word index under a word."""
        covered = [t.i for t in self.below(token)]
        return min(covered), max(covered)

    def phrase(self, head: "Token") -> "tuple[Token, Token]":
        """The first and last word of a noun phrase.

        Its preposition, its fellow conjuncts and whatever trails it (relative clauses,
        participial clauses, appositions) stay outside.
        """
        first = last = head
        inside = {head.i}
        for child in self.children(head):
            if self.bears(child, *_OUTSIDE) and not self._is_inner(child, head):
                continue
            if child.i > head.i and self._trails(child):
                continue
            if child.i < head.i and self._stands_before(child):
                continue
            low, high = self._inner_edges(child)
            inside.update(range(low, high + 1))
        low = high = head.i
        while low - 1 in inside:
            low -= 1
        while high + 1 in inside:
            high += 1
        first, last = self.doc[low], self.doc[high]
        while last.i > head.i and (last.is_punct or last.is_space):
            last = self.doc[last.i - 1]
        while first.i < head.i and (first.is_punct or first.is_space):
            first = self.doc[first.i + 1]
        return self._quoted(first, last)

    def _quoted(self, first: "Token", last: "Token") -> "tuple[Token, Token]":
        """A phrase with both of its quotation marks, where it has one of them."""
        marks = sum(t.is_quote for t in self.doc[first.i : last.i + 1])
        if marks % 2 == 0:
            return first, last
        if last.i + 1 < len(self.doc) and self.doc[last.i + 1].is_quote:
            return first, self.doc[last.i + 1]
        if first.i > 0 and self.doc[first.i - 1].is_quote:
            return self.doc[first.i - 1], last
        return first, last

    def _trails(self, child: "Token") -> bool:
        """Whether a dependant follows without helping to name: a clause of its own."""
        own_subject = self.child(child, "nsubj", "csubj") is not None
        return self.bears(child, *_TRAILERS) or own_subject

    def _stands_before(self, child: "Token") -> bool:
        """Whether a phrase with a preposition stands before: "at four the guard"."""
        if not self.bears(child, "obl", "nmod") or self.bears(child, "nmod:poss"):
            return False
        return self.child(child, "case") is not None

    def _is_inner(self, child: "Token", head: "Token") -> bool:
        """A hyphen, a point or a possessive ending between the words of a name."""
        return self.bears(child, "punct") and (
            child.text in "-.'’&/" or (child.i < head.i and child.text in '"“‘')
        )

    def _inner_edges(self, child: "Token") -> tuple[int, int]:
        """A dependant's stretch inside a phrase, without its own trailing clauses."""
        low = high = child.i
        for inner in self.children(child):
            if inner.i > child.i and self.bears(inner, "acl", "parataxis"):
                continue
            a, b = self._inner_edges(inner)
            low, high = min(low, a), max(high, b)
        return low, high

    def first_conjunct(self, token: "Token") -> "Token":
        """The word that a chain of coordination hangs on."""
        here = token
        while self.bears(here, "conj"):
            head = self.head(here)
            if head is None:
                break
            here = head
        return here

    def conjuncts(self, token: "Token") -> "list[Token]":
        """A word and those coordinated with it."""
        found = [token]
        for here in found:
            found.extend(self.children(here, "conj"))
        return found

    def subject(self, token: "Token") -> "Token | None":
        """A predicate's own subject, or the one it shares in coordination."""
        here = token
        while True:
            own = self.children(here, "nsubj", "csubj")
            if own:
                return own[-1]
            head = self.head(here)
            if not self.bears(here, "conj") or head is None:
                return None
            here = head

    def clause(self, token: "Token") -> "Token":
        """The head of the clause that a word stands in, a predicate itself included."""
        here = token
        while not self.heads_clause(here):
            head = self.head(here)
            if head is None:
                return here
            here = head
        return here

    def heads_clause(self, token: "Token") -> bool:
        """Whether a word heads a clause: by its relation or by its own subject."""
        relation = self.relation(token)
        if relation in {"ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "root"}:
            return True
        if self.child(token, "nsubj", "cop", "aux") is not None:
            return True
        return relation == "conj" and token.pos_ in {"VERB", "AUX"}

    @cached_property
    def sentence_of(self) -> dict[int, int]:
        """The number of the sentence that each word stands in."""
        numbered = enumerate(self.doc.sents)
        return {t.i: n for n, sentence in numbered for t in sentence}


def lemma(token: "Token") -> str:
    """A word's lemma in lower case, the word itself where it has none."""
    return (token.lemma_ or token.text).lower()


def feature(token: "Token", name: str) -> str | None:
    """A morphological feature of Universal Dependencies, ``None`` where unmarked."""
    found = token.morph.get(name, [])
    return found[0] if found else None


def ordered(tokens: "Iterable[Token]") -> "list[Token]":
    """Words in the order of the text."""
    return sorted(tokens, key=lambda t: t.i)
