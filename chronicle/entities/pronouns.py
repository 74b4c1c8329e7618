"""Whom a pronoun means, where that is fairly sure; else it stays unresolved.

Recency, subjecthood and parallel function are weighed (S. Lappin & H. Leass, "An
algorithm for pronominal anaphora resolution", 1994); people without a name compete, so
that "The captain came. He …" is not given to somebody named before.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.entities.people import Gender, people
from chronicle.language.syntax import Tree, feature, lemma
from chronicle.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from chronicle.entities.grouping import Referent

_BACK = 2  # sentences
_MAIN_SUBJECT, _SUBJECT, _OBJECT, _OTHER = 5, 3, 2, 1
_FARTHER = (0, 3, 7)  # what a candidate loses that stands 0, 1 or 2 sentences back
_PER_PARAGRAPH = 2
_PARALLEL = 2
_LEAST = 1
_KNOWN_GENDER = 2
_UNKNOWN_GENDER = 2
_MARGIN = 2
_TOPIC = 1
_OFTEN = 4
_DOMINANT = 4  # times as often named as anybody else: a life of somebody
_HE_OR_SHE = frozenset({Gender.MASCULINE, Gender.FEMININE})
_SECOND_SUBJECT = 5
_TELLER = 3


@dataclass(slots=True, kw_only=True)
class _Candidate:
    """A noun phrase that a later pronoun may mean; no referent: somebody unnamed."""

    token: "Token"
    referent: "Referent | None"
    gender: Gender | None
    weight: int
    place: tuple[object, ...]


class Pronouns:
    """Resolves the pronouns of a text in order, each helping the next."""

    def __init__(
        self,
        tree: Tree,
        named: "dict[int, Referent]",
        place: "Callable[[Token], tuple[object, ...]]",
    ) -> None:
        """``place`` tells division and quotation of a word: reference stays within."""
        self._tree = tree
        self._named = named
        self._place = place
        self._candidates: list[_Candidate] = []
        self._at: list[int] = []
        self._paragraph = _paragraphs(tree)
        self._speakers: dict[tuple[object, ...], set[int]] = {}
        self._told: dict[tuple[object, ...], Counter[int]] = {}
        self._by_id: dict[int, Referent] = {}

    def resolve(self) -> None:
        """Add every pronoun that is fairly sure to the referent that it means."""
        lexicon = people()
        for token in self._tree.words:
            word = token.text.lower()
            gender = lexicon.pronouns.get(word)
            if gender is None or token.pos_ not in {"PRON", "DET"}:
                self._note(token)
                continue
            if self._tree.bears(token, "expl"):
                continue
            if gender is Gender.NEUTER and not self._tree.bears(
                token, "nsubj", "nmod:poss"
            ):
                continue
            meant = self._meant(token, gender)
            if meant is not None:
                meant.pronouns.append((token.i, token.i))
                if meant.gender is None:
                    meant.gender = gender
            self._keep(token, meant, gender)

    def _note(self, token: "Token") -> None:
        """Keep a noun or name as a candidate for what follows."""
        referent = self._named.get(token.i)
        if referent is not None:
            gender = referent.gender
            self._keep(token, referent, gender)
        elif token.pos_ in {"NOUN", "PROPN"} and self._tree.bears(
            token, "nsubj", "obj", "obl", "nmod", "iobj", "conj", "root", "appos"
        ):
            self._keep(token, None, self._gender(token))

    def _gender(self, noun: "Token") -> Gender | None:
        """The gender of a common noun; ``None`` for people of either sex."""
        if feature(noun, "Number") == "Plur" or noun.tag_ in {"NNS", "NNPS"}:
            return Gender.PLURAL
        nouns = people().nouns
        name = lemma(noun)
        return nouns.get(name, Gender.NEUTER)

    def _keep(
        self, token: "Token", referent: "Referent | None", gender: Gender | None
    ) -> None:
        self._at.append(token.i)
        if referent is not None and referent.kind is EntityKind.PERSON:
            self._by_id[id(referent)] = referent
            self._told.setdefault(self._place(token), Counter())[id(referent)] += 1
        self._candidates.append(
            _Candidate(
                token=token,
                referent=referent,
                gender=gender,
                weight=self._weight(token),
                place=self._place(token),
            )
        )

    def _weight(self, token: "Token") -> int:
        head = self._tree.first_conjunct(token)
        if self._tree.bears(head, "nsubj"):
            verb = self._tree.head(head)
            main = verb is not None and self._tree.bears(verb, "root", "conj")
            return _MAIN_SUBJECT if main else _SUBJECT
        if self._beside_writer(head):
            return _SUBJECT
        return _OBJECT if self._tree.bears(head, "obj", "iobj", "obl:agent") else _OTHER

    def _beside_writer(self, token: "Token") -> bool:
        """Whether it is the other party of what "I" did: "I dined with Mr. Hill"."""
        verb = self._tree.head(token)
        if verb is None or not self._tree.bears(token, "obj", "iobj", "obl"):
            return False
        subject = self._tree.subject(verb)
        return subject is not None and subject.lower_ in {"i", "we"}

    def _meant(self, pronoun: "Token", gender: Gender) -> "Referent | None":
        scored: dict[int, tuple[int, int, Referent | None]] = {}
        for n, candidate in self._near(pronoun, gender):
            score = self._score(candidate, pronoun, gender)
            key = id(candidate.referent) if candidate.referent else -n - 1
            if score is not None and score >= scored.get(key, (score, 0, None))[0]:
                scored[key] = (score, n, candidate.referent)
        self._prefer_known(scored, gender)
        topic = self._topic(pronoun, gender)
        if topic is not None and (
            self._dominates(topic, pronoun) or not self._has_rival_here(pronoun, gender)
        ):
            score = _MAIN_SUBJECT - _FARTHER[1] + _KNOWN_GENDER + _TOPIC
            score += _PARALLEL if self._tree.bears(pronoun, "nsubj") else 0
            old = scored.get(id(topic))
            if old is None or old[0] < score:
                at = old[1] if old is not None else -1
                scored[id(topic)] = (score, at, topic)
        ranked = sorted(scored.values(), key=lambda row: (-row[0], -row[1]))
        if not ranked:
            return None
        best = ranked[0]
        rivalled = len(ranked) > 1 and best[0] - ranked[1][0] < _MARGIN
        if rivalled or best[0] < _LEAST:
            return None
        return best[2]

    def _prefer_known(
        self, scored: "dict[int, tuple[int, int, Referent | None]]", gender: Gender
    ) -> None:
        """Where somebody is known to be a "she", one of unknown sex counts for less."""
        known = any(
            row[2] is not None and row[2].gender is gender for row in scored.values()
        )
        if not known or gender not in _HE_OR_SHE:
            return
        for key, (score, n, referent) in scored.items():
            if referent is not None and referent.gender is None:
                scored[key] = (score - _UNKNOWN_GENDER, n, referent)

    def _has_rival_here(self, pronoun: "Token", gender: Gender) -> bool:
        """Whether somebody of that gender stands earlier in the paragraph."""
        paragraph = self._paragraph[pronoun.i]
        return any(
            self._paragraph[c.token.i] == paragraph
            and self._score(c, pronoun, gender) is not None
            for _, c in self._near(pronoun, gender)
        )

    def _topic(self, pronoun: "Token", gender: Gender) -> "Referent | None":
        """The person whom a division is about: named far oftener than any rival."""
        if gender not in _HE_OR_SHE:
            return None
        counts = self._told.get(self._place(pronoun), Counter())
        fitting = [
            (count, self._by_id[key])
            for key, count in counts.most_common()
            if self._by_id[key].gender in {gender, None}
        ]
        if not fitting or fitting[0][0] < _OFTEN or fitting[0][1].gender is not gender:
            return None
        rival = fitting[1][0] if len(fitting) > 1 else 0
        first = fitting[0][1]
        bound = self._candidates and self._bound_topic(first, pronoun)
        return first if fitting[0][0] >= 2 * rival and not bound else None

    def _dominates(self, topic: "Referent", pronoun: "Token") -> bool:
        """Whether the topic is named so often that no newcomer takes its "he"."""
        counts = self._told[self._place(pronoun)]
        others = [n for key, n in counts.items() if key != id(topic)]
        return counts[id(topic)] >= _DOMINANT * max(others, default=1)

    def _bound_topic(self, referent: "Referent", pronoun: "Token") -> bool:
        """Whether the topic stands in the pronoun's own clause, as another argument."""
        sentence = self._tree.sentence_of[pronoun.i]
        for candidate in reversed(self._candidates):
            if self._tree.sentence_of[candidate.token.i] != sentence:
                return False
            if candidate.referent is referent and self._bound(candidate.token, pronoun):
                return True
        return False

    def _near(self, pronoun: "Token", gender: Gender) -> "list[tuple[int, _Candidate]]":
        """Who stands near enough; in a quotation, those named in it come first."""
        sentences, here = self._tree.sentence_of, self._place(pronoun)
        number = sentences[pronoun.i]
        found: list[tuple[int, _Candidate]] = []
        outside: list[tuple[int, _Candidate]] = []
        n = bisect_left(self._at, pronoun.i) - 1
        while n >= 0:
            candidate = self._candidates[n]
            if number - sentences[candidate.token.i] > _BACK:
                break
            if candidate.place == here:
                found.append((n, candidate))
            elif self._outside(candidate, pronoun):
                outside.append((n, candidate))
            n -= 1
        people_inside = any(c.gender in {gender, None} for _, c in found)
        return found if people_inside else outside or found

    def _outside(self, candidate: _Candidate, pronoun: "Token") -> bool:
        """Whether somebody stands outside the quotation a pronoun is in, and is silent.

        Whoever speaks is "I" in there, not "he".
        """
        scope, quotation = self._place(pronoun)
        if quotation is None or candidate.place != (scope, None):
            return False
        speakers = self._speakers.setdefault((scope, quotation), set())
        speakers |= self._speaking(pronoun, scope)
        return id(candidate.referent) not in speakers

    def _speaking(self, pronoun: "Token", scope: object) -> set[int]:
        """Those who are subjects outside a quotation, in the sentence it stands in."""
        tree = self._tree
        sentence = tree.sentence_of[pronoun.i]
        found = set()
        for candidate in reversed(self._candidates):
            if tree.sentence_of[candidate.token.i] != sentence:
                break
            if candidate.weight >= _SUBJECT and candidate.place == (scope, None):
                found.add(id(candidate.referent))
        for verb in tree.above(pronoun):
            subject = tree.subject(verb)
            if subject is not None and self._place(verb) == (scope, None):
                found.add(id(self._named.get(subject.i)))
        return found

    def _score(
        self, candidate: _Candidate, pronoun: "Token", gender: Gender
    ) -> int | None:
        """How well a candidate fits; ``None`` if grammar excludes it."""
        if not _agrees(candidate, gender) or self._bound(candidate.token, pronoun):
            return None
        distance = (
            self._tree.sentence_of[pronoun.i]
            - self._tree.sentence_of[candidate.token.i]
        )
        score = candidate.weight - _FARTHER[distance]
        if self._paragraph[pronoun.i] != self._paragraph[candidate.token.i]:
            score -= _PER_PARAGRAPH
        if self._tree.bears(pronoun, "nsubj") and candidate.weight >= _SUBJECT:
            score += _PARALLEL
        if _gender_of(candidate) is gender:
            score += _KNOWN_GENDER
        if candidate.token.pos_ == "PRON" and candidate.weight == _MAIN_SUBJECT:
            score += _TOPIC
        if self._is_second_subject(candidate.token, pronoun):
            score -= _SECOND_SUBJECT
        if self._tells(candidate.token):
            score -= _TELLER
        return score

    def _tells(self, token: "Token") -> bool:
        """A chronicler rather than one of whom he tells: "Plutarch says that …"."""
        verb = self._tree.head(token)
        if verb is None or verb.tag_ not in {"VBZ", "VBP"}:
            return False
        told = self._tree.children(verb, "ccomp")
        return any(t.tag_ in {"VBD", "VBN"} for t in told)

    def _is_second_subject(self, token: "Token", pronoun: "Token") -> bool:
        """Had A declined in "A offered B it, and he declined", no "he" was due."""
        tree = self._tree
        verb = tree.head(pronoun)
        if (
            verb is None
            or not tree.bears(pronoun, "nsubj")
            or not tree.bears(verb, "conj")
        ):
            return False
        first = tree.head(verb)
        return (
            first is not None
            and tree.subject(first) == token
            and any(
                self._is_person(t) for t in tree.children(first, "obj", "iobj", "obl")
            )
        )

    def _is_told_of(self, token: "Token", pronoun: "Token") -> bool:
        """Whether the pronoun stands in a clause about its candidate: "A, who …"."""
        tree = self._tree
        for above in tree.above(pronoun):
            if tree.bears(above, "acl:relcl") and tree.head(above) == token:
                subject = tree.child(above, "nsubj")
                return subject is not None and subject.tag_ in {"WP", "WDT"}
        return False

    def _is_person(self, token: "Token") -> bool:
        """Whether a word names or stands for a person."""
        referent = self._named.get(token.i)
        if referent is not None:
            return referent.kind is EntityKind.PERSON
        return people().pronouns.get(token.text.lower()) in _HE_OR_SHE

    def _bound(self, token: "Token", pronoun: "Token") -> bool:
        """Whether both are arguments of one verb, or one stands inside the other."""
        tree = self._tree
        if pronoun.text.lower() in people().reflexive:
            return tree.subject(tree.clause(pronoun)) != token
        if tree.bears(pronoun, "nmod:poss"):
            owned = tree.head(pronoun)
            while owned is not None and tree.bears(owned, "nmod", "flat", "compound"):
                owned = tree.head(owned)
            return owned == token or (
                owned is not None
                and tree.bears(token, "appos")
                and (tree.head(token) == owned)
            )
        verb = tree.head(pronoun)
        if verb is None or tree.bears(pronoun, "conj") or verb.pos_ != "VERB":
            return False
        if self._is_told_of(token, pronoun):
            return True
        other = tree.head(tree.first_conjunct(token))
        return other == verb or tree.subject(verb) == token


def _paragraphs(tree: Tree) -> dict[int, int]:
    """The number of the paragraph that each word stands in."""
    found, number = {}, 0
    for token in tree.doc:
        if token.is_space and token.text.count("\n") > 1:
            number += 1
        found[token.i] = number
    return found


def _agrees(candidate: _Candidate, gender: Gender) -> bool:
    """Whether number and gender allow it; an unknown gender allows he and she."""
    referent = candidate.referent
    kind = referent.kind if referent is not None else None
    own = _gender_of(candidate)
    if gender is Gender.PLURAL:
        return own is Gender.PLURAL or kind is EntityKind.GROUP
    if gender is Gender.NEUTER:
        return own is Gender.NEUTER
    if kind is not None and kind is not EntityKind.PERSON:
        return False
    return own in {gender, None}


def _gender_of(candidate: _Candidate) -> Gender | None:
    """What is known by now: an earlier pronoun may have told a name's gender."""
    referent = candidate.referent
    return referent.gender if referent is not None else candidate.gender
