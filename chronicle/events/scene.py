"""A parsed document as the rules for events see it: clauses, governors, senses."""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from chronicle.events.denial import negation
from chronicle.events.groups import Group, group, has_to
from chronicle.events.lexicon import Frame, lexicon
from chronicle.events.mends import (
    mend_aforesaid,
    mend_insertions,
    mend_participles,
    mend_reports,
    mend_resumptions,
    mend_semicolons,
    mend_tags,
)
from chronicle.events.tags import tags
from chronicle.language.syntax import Tree, feature, lemma
from chronicle.model import EventClass, TimexType, division_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from chronicle.model import Division, Document, Timex

_INDEFINITE = frozenset(
    {"a", "an", "any", "some", "every", "each", "no", "all", "such"}
)
_SOMEBODY = frozenset(
    {"i", "he", "she", "we", "you", "they", "who", "him", "her", "them", "us", "me"}
)
_ANYBODY = frozenset(
    [
        "anybody",
        "anyone",
        "anything",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "whoever",
        "those",
    ]
)


class Scene:
    """A document's tree with its divisions and time expressions, and what follows."""

    def __init__(
        self, doc: "Doc", document: "Document", timexes: "tuple[Timex, ...]"
    ) -> None:
        """Lay the parsed text beside what is already known of the document."""
        self.tree = Tree(doc)
        self.document = document
        self.timexes = tuple(t for t in timexes if t.mention is not None)
        self._groups: dict[int, Group] = {}
        mend_aforesaid(self.tree)
        mend_reports(self.tree)
        mend_semicolons(self.tree)
        mend_participles(self.tree)
        mend_insertions(self.tree)
        mend_resumptions(self.tree)
        self.tags = tags(self)
        mend_tags(self.tree, self.tags)
        self._groups.clear()

    def group(self, token: "Token") -> Group:
        """The verb group of a predicate, read once."""
        if token.i not in self._groups:
            self._groups[token.i] = group(self.tree, token)
        return self._groups[token.i]

    @cached_property
    def _cuts(self) -> "tuple[list[int], list[Division]]":
        divisions = self.document.divisions
        starts = sorted({0, *(d.start for d in divisions), *(d.end for d in divisions)})
        return starts, [division_at(divisions, start) for start in starts]

    def division(self, offset: int) -> "Division":
        """The innermost division around a character."""
        starts, divisions = self._cuts
        return divisions[max(bisect_right(starts, offset) - 1, 0)]

    def sentence_before(self, token: "Token") -> int:
        """Where the sentence before a word's own sentence begins."""
        start = token.sent.start
        return self.tree.doc[start - 1].sent.start_char if start else 0

    def author(self, division: "Division") -> str | None:
        """Who wrote a division, or the one around it."""
        by_id = {d.id: d for d in self.document.divisions}
        here: Division | None = division
        while here is not None and here.author is None:
            here = by_id.get(here.parent) if here.parent is not None else None
        return here.author if here is not None else None

    @cached_property
    def timed(self) -> frozenset[int]:
        """The words inside time expressions."""
        doc = self.tree.doc
        inside: set[int] = set()
        for timex in self.timexes:
            if timex.mention is None:
                continue
            span = doc.char_span(
                timex.mention.start, timex.mention.end, alignment_mode="expand"
            )
            if span is not None:
                inside.update(range(span.start, span.end))
        return frozenset(inside)

    @cached_property
    def recurring(self) -> frozenset[int]:
        """The first words of time expressions that name a set ("every evening")."""
        sets = {
            t.mention.start
            for t in self.timexes
            if t.mention is not None and t.type is TimexType.SET
        }
        return frozenset(w.i for w in self.tree.words if w.idx in sets)

    def is_verb(self, token: "Token") -> bool:
        """Whether a word is a verb by its part of speech."""
        return token.pos_ in {"VERB", "AUX"}

    def is_clause(self, token: "Token") -> bool:
        """Whether a word is a predicate."""
        return self.is_verb(token) or self.tree.heads_clause(token)

    def borne(self, token: "Token") -> "Token | None":
        """The "have", "going" or "used" whose "to" the predicate follows."""
        return self.group(token).semi if self.tree.bears(token, "xcomp") else None

    def markers(self, token: "Token") -> frozenset[str]:
        """The words that introduce a clause or phrase, in lower case."""
        found: set[str] = set()
        for child in self.tree.children(token, "mark", "case", "advmod", "cc"):
            if child.i > token.i:
                continue
            if self.tree.bears(child, "advmod") and not _introduces(child):
                continue
            found.update(t.text.lower() for t in self.tree.below(child))
        return frozenset(found)

    def prepositions(self, token: "Token") -> tuple[str, ...]:
        """The prepositions of a phrase, fixed ones joined ("because_of")."""
        out = []
        for child in self.tree.children(token, "case", "mark"):
            fixed = [child, *self.tree.children(child, "fixed")]
            out.append("_".join(t.text.lower() for t in fixed))
        return tuple(out)

    def names_of(self, head: "Token") -> tuple[str, ...]:
        """A word's lemma, preceded by the phrasal verb it makes."""
        particles = [
            c.text.lower()
            for c in self.tree.children(head, "compound:prt", "advmod")
            if self.tree.bears(c, "compound:prt") or c.i == head.i + 1
        ]
        return (*(f"{lemma(head)}_{p}" for p in particles), lemma(head))

    def frame(self, head: "Token", token: "Token", kind: str) -> Frame | None:
        """What a governing word says of a complement of some kind."""
        own = lemma(head)
        prepositions = [
            p for p in self.prepositions(token) if p != "to" or kind != "inf"
        ]
        names = [f"{own}_{p}" for p in prepositions]
        particular = tuple(names)
        bare = self.tree.bears(token, "obl") and head.pos_ != "NOUN"
        general = () if bare else self.names_of(head)
        if head.pos_ == "ADJ" or (head.pos_ == "VERB" and head.tag_ == "JJ"):
            found = lexicon().frame("ADJ", (*general, head.text.lower()), kind)
            return found or lexicon().frame("VERB", general, kind)
        if head.pos_ in {"NOUN", "PROPN"}:
            return lexicon().frame("NOUN", (own,), kind)
        if own == "be":
            return None
        return lexicon().frame("VERB", (*particular, *general), kind)

    def addresses(self, head: "Token") -> bool:
        """Whether a verb's object is the one who is to do something."""
        words = lexicon().predicates
        return lemma(head) in words.addressee or lemma(head) in words.object_control

    def happens(self, verb: "Token", noun: "Token") -> bool:
        """Whether a verb only says that an event noun took place."""
        words, tree = lexicon().predicates, self.tree
        name = lemma(verb)
        if tree.bears(noun, "nsubj:pass", "obj"):
            return name in words.making
        if tree.bears(noun, "nsubj"):
            placed = {(lemma(o), name) for o in tree.children(verb, "obj")}
            return name in words.unaccusative or bool(placed & words.idioms)
        return False

    def is_indefinite(self, noun: "Token") -> bool:
        """Whether a noun phrase names no particular thing."""
        if noun.pos_ not in {"NOUN", "PRON", "DET", "NUM"}:
            return False
        if noun.pos_ == "PRON":
            return noun.text.lower() in _ANYBODY
        determiners = self.tree.children(noun, "det", "nmod:poss")
        if not determiners:
            return True
        return all(lemma(d) in _INDEFINITE for d in determiners)

    def is_any(self, noun: "Token") -> bool:
        """Whether a noun phrase means whichever there may be: "any", "every", "no"."""
        determiners = {lemma(d) for d in self.tree.children(noun, "det")}
        bare = not determiners and self.number(noun) == "Plur"
        counted = self.tree.child(noun, "nummod") is not None
        return bool(determiners & {"any", "every", "each", "no"}) or (
            bare and not counted
        )

    def is_condition(self, token: "Token") -> bool:
        """Whether a predicate stands in an if-clause or an inverted condition."""
        first = self.tree.first_conjunct(token)
        if not self.tree.bears(first, "advcl") or self.tree.bears(first, "advcl:relcl"):
            return False
        words = self.markers(first)
        if words & {"as", "whether"}:
            return "long" in words
        if words & (lexicon().marks["condition"] - {"should"}) or "case" in words:
            return True
        here = self.group(first)
        inverts = here.inverted and not words
        return inverts and (here.modal == "should" or here.form in {"VBD", "MD"})

    def condition_of(self, token: "Token") -> "Token | None":
        """The if-clause that a predicate depends on."""
        first = self.tree.first_conjunct(token)
        places = [token] if first.i == token.i else [token, first]
        for place in places:
            for child in self.tree.children(place, "advcl"):
                if self.is_condition(child):
                    return child
        return None

    @cached_property
    def _last_marks(self) -> dict[int, str]:
        number = self.tree.sentence_of
        return {number[t.i]: t.text for t in self.tree.words if not t.is_quote}

    @cached_property
    def _sentences(self) -> "dict[int, tuple[Token, Token]]":
        found: dict[int, tuple[Token, Token]] = {}
        for token in self.tree.words:
            number = self.tree.sentence_of[token.i]
            found[number] = (found.get(number, (token, token))[0], token)
        return found

    def sentence(self, token: "Token") -> "tuple[Token, Token]":
        """The first and last word of a word's sentence."""
        return self._sentences[self.tree.sentence_of[token.i]]

    def commands(self, token: "Token") -> bool:
        """Whether a predicate is a bare verb that tells somebody what to do."""
        bare = token.tag_ == "VB" and self.tree.child(token, "nsubj") is None
        return bare and self.tree.bears(token, "root") and not self.infinitive(token)

    def last_mark(self, token: "Token") -> str:
        """The last word or mark of a sentence that is no quotation mark."""
        return self._last_marks.get(self.tree.sentence_of[token.i], "")

    def classes(self, token: "Token") -> tuple[EventClass, ...]:
        """The TimeML classes that the lexicon knows for a word."""
        pos = {"AUX": "VERB", "PROPN": "NOUN"}.get(token.pos_, token.pos_)
        table = lexicon().classes
        for name in self.names_of(token):
            if (pos, name) in table:
                return table[pos, name]
        return ()

    def is_eventive(self, noun: "Token") -> bool:
        """Whether a noun may name a happening, by its word."""
        nouns, name = lexicon().nouns, lemma(noun)
        if name in nouns.never or name in nouns.people:
            return False
        listed = name in nouns.event or name in nouns.maybe
        return listed or name.endswith(nouns.endings)

    def is_doing(self, token: "Token") -> bool:
        """Whether a predicate is something done rather than something that befalls."""
        if not self.is_verb(token) or lemma(token) == "be":
            return False
        stative = set(self.classes(token)) & {EventClass.STATE, EventClass.I_STATE}
        befalls = lemma(token) in lexicon().predicates.unaccusative
        passive = self.group(token).passive
        return not stative and (passive or not befalls)

    def perceives(self, token: "Token") -> bool:
        """Whether a predicate is one of perception."""
        return EventClass.PERCEPTION in self.classes(token)

    def first_person(self, token: "Token") -> bool:
        """Whether the subject is "I" or "we"."""
        subject = self.tree.subject(token)
        return subject is not None and subject.text.lower() in {"i", "we"}

    def reported_in_past(self, token: "Token") -> bool:
        """Whether the clause is reported by a verb in the past."""
        here = self.tree.first_conjunct(token)
        told = self.tree.bears(here, "ccomp", "csubj") or (
            self.tree.bears(here, "acl") and "that" in self.markers(here)
        )
        if any(
            self.is_verb(t) and self.group(t).past for t in self.tags.get(here.i, ())
        ):
            return True
        if not told:
            return False
        governor = self.tree.head(here)
        if governor is None or self.tree.bears(here, "acl:relcl"):
            return False
        if self.is_clause(governor):
            verb = self.group(governor)
            return verb.past or verb.tense not in {"PRESENT", "FUTURE"}
        return True

    def is_somebody(self, noun: "Token") -> bool:
        """Whether a noun phrase means a person or people."""
        if noun.pos_ == "PRON":
            return noun.text.lower() in _SOMEBODY
        known = lexicon()
        name = lemma(noun)
        if name in known.marks["human"] or name in known.nouns.people:
            return True
        named = (noun, *self.tree.children(noun, "flat", "appos"))
        return any(t.ent_type_ == "person" for t in named)

    def habitual(self, token: "Token") -> bool:
        """Whether an adverb or a set of times says that it happens repeatedly."""
        habits = lexicon().marks["habit"]
        if any(c.text.lower() in habits for c in self.tree.children(token, "advmod")):
            return True
        around = self.tree.children(token, "obl", "advmod", "obj")
        return any(
            t.i in self.recurring
            for child in around
            for t in (child, *self.tree.children(child))
        )

    def declined(self, token: "Token", group: Group) -> bool:
        """Whether "would not" tells that somebody was not willing."""
        subject = self.tree.subject(token)
        denied = negation(self.tree, token, group) is not None
        if not denied or subject is None or not self.is_doing(token):
            return False
        return self.is_somebody(subject) or subject.text.lower() in {"none", "nobody"}

    def looks_ahead(self, token: "Token") -> bool:
        """Whether "would" tells a later fact: "who would reign until 1916"."""
        tree = self.tree
        first = tree.first_conjunct(token)
        dated = any(
            t.i in self.timed
            for child in tree.children(token, "obl", "advmod", "advcl")
            for t in (child, *tree.children(child))
        )
        adverbs = {c.text.lower() for c in tree.children(token, "advmod")}
        if dated or adverbs & lexicon().marks["narrative"]:
            return True
        if tree.bears(first, "acl:relcl"):
            noun = tree.head(first)
            return noun is not None and not self.is_indefinite(noun)
        return False

    def number(self, noun: "Token") -> str | None:
        """Sing or Plur; ``None`` where the form does not say."""
        if self.tree.child(noun, "conj") is not None:
            return "Plur"
        return feature(noun, "Number")

    def infinitive(self, token: "Token") -> bool:
        """Whether a predicate is a "to" infinitive."""
        return has_to(self.tree, token)


def _introduces(adverb: "Token") -> bool:
    return adverb.text.lower() in lexicon().marks["temporal"] or adverb.tag_ == "WRB"
