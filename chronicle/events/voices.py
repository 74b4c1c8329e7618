"""On whose word each clause stands: governing verbs, tags, "according to", quotations.

A source is whoever introduces a happening (a source-introducing predicate of FactBank:
speech and thought). First-person speech of the author adds no source: it is the
author's own word.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.events.marks import imperative
from chronicle.events.speakers import Quoted, quoted_stretches
from chronicle.events.subjects import antecedent, understood_subject
from chronicle.events.tags import holder
from chronicle.language.syntax import lemma
from chronicle.model import Attribution, EventClass, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.register import Register
    from chronicle.events.scene import Scene

_COMPLEMENTS = ("ccomp", "xcomp", "csubj")


class Voices:
    """The attribution of every word, found from the root downwards."""

    def __init__(self, scene: "Scene", register: "Register") -> None:
        """Find the quotations and their speakers; the rest on demand."""
        self._scene = scene
        self._register = register
        self._outer: dict[int, Attribution | None] = {}
        self._inner: dict[int, Attribution | None] = {}
        self._order: dict[int, int] = {}
        self._busy: set[int] = set()  # tags being read; broken quotations make rings
        self._quoted = quoted_stretches(scene)
        self._tags = scene.tags
        spoken = [t for row in self._tags.values() for t in row if _reports(scene, t)]
        self.tags = frozenset(
            t.i for t in (*spoken, *(q.cue for q in self._quoted if q.cue is not None))
        )
        self._host_of = {t.i: host for host, row in self._tags.items() for t in row}
        self._quoted_by = {n: q for q in self._quoted for n in q.words}

    def of(self, token: "Token") -> Attribution | None:
        """On whose word a happening stands; ``None`` is the author's own."""
        return self._spoken(token, self._syntactic(token))

    def speech(self, token: "Token") -> Quoted | None:
        """The quotation that a word stands in."""
        return self._quoted_by.get(token.i)

    def _syntactic(self, token: "Token") -> Attribution | None:
        chain = [token]
        for above in self._scene.tree.above(token):
            if above.i in self._inner:
                break
            chain.append(above)
        for here in reversed(chain):
            if here.i not in self._inner:
                self._read(here)
        return self._inner[token.i]

    def _read(self, token: "Token") -> None:
        tree = self._scene.tree
        head = tree.head(token)
        outer: Attribution | None = None
        if head is not None:
            host = self._host_of.get(token.i)
            if host is not None and host in self._outer:
                outer = self._outer[host]
            else:
                outer = self._under(token, head, self._inner[head.i])
            outer = self._beyond_order(token, head, outer)
        self._outer[token.i] = outer
        self._inner[token.i] = self._with_tags(token, outer)

    def _beyond_order(
        self, token: "Token", head: "Token", outer: Attribution | None
    ) -> Attribution | None:
        """What is told beside an order or promise is not part of it.

        In "he ordered them to attack the fort, which had been evacuated" the last is
        the author's.
        """
        scene, tree = self._scene, self._scene.tree
        ordered = tree.bears(token, *_COMPLEMENTS) and scene.infinitive(token)
        if ordered and self._outer.get(head.i) is not outer:
            self._order[token.i] = head.i
            return outer
        order = self._order.get(head.i)
        if order is None:
            return outer
        told = tree.bears(token, "acl:relcl", "advcl") and scene.group(token).finite
        if told and self._inner[head.i] is outer:
            return self._outer[order]
        self._order[token.i] = order
        return outer

    def _under(
        self, token: "Token", head: "Token", above: Attribution | None
    ) -> Attribution | None:
        """The attribution that a governor opens for a dependant."""
        scene, tree = self._scene, self._scene.tree
        if scene.is_clause(head) and scene.is_verb(head):
            clausal = tree.bears(token, *_COMPLEMENTS) or (
                tree.bears(token, "advcl")
                and scene.infinitive(token)
                and scene.addresses(head)
            )
            if clausal and scene.borne(token) != head and self._speaks(head, token):
                if self._is_beside_quotation(head, token):
                    return above
                return self._opened(head, above)
            announced = tree.bears(token, "obj", "nsubj:pass")
            names = lexicon().marks["announcing"]
            if announced and lemma(head) in names and self._is_news(token):
                return self._opened(head, above)
        clause = tree.bears(token, "acl", "ccomp") and not tree.bears(
            token, "acl:relcl"
        )
        told = clause and ("that" in scene.markers(token) or scene.group(token).finite)
        if told and lemma(head) in lexicon().marks["report_noun"]:
            source = self._owner(head)
            return self._attribution(source, head, above)
        return above

    def _is_news(self, noun: "Token") -> bool:
        """Whether a noun is told rather than pointed back to ("this claim")."""
        pointing = {"this", "that", "these", "those", "such"}
        determiners = self._scene.tree.children(noun, "det")
        known = any(lemma(d) in pointing for d in determiners)
        return noun.pos_ == "NOUN" and not known

    def _is_beside_quotation(self, cue: "Token", token: "Token") -> bool:
        """Whether a clause runs up to a quotation whose tag its parser gave it."""
        spoken = [q for q in self._quoted if q.cue is not None and q.cue.i == cue.i]
        if not spoken or self._scene.markers(token):
            return False
        return token.i < cue.i and all(token.idx < q.start for q in spoken)

    def _speaks(self, verb: "Token", token: "Token") -> bool:
        marks = lexicon().marks
        names = set(self._scene.names_of(verb))
        if self._made_known(verb) is not None:
            return True
        speech = EventClass.REPORTING in self._scene.classes(verb)
        infinitive = self._scene.infinitive(token)
        infinitive = infinitive and self._scene.group(token).modal != "be to"
        if infinitive and not self._scene.group(verb).passive:
            return bool(names & (marks["speech_act"] | marks["thought"] - {"wish"}))
        known = speech or names & (
            marks["thought"] | marks["intake"] | marks["speech_act"]
        )
        if not known or (names & marks["evidence"] and not self._has_speaker(verb)):
            return False
        frame = self._scene.frame(verb, token, "whether")
        return (
            not (
                frame is not None
                and frame.name == "open question"
                and (self._scene.markers(token) & {"whether", "if"})
            )
            or speech
        )

    def _made_known(self, verb: "Token") -> "Token | None":
        """The "let" or "make" of "they have let it be known that …"."""
        if lemma(verb) != "know" or not self._scene.tree.bears(verb, "xcomp", "ccomp"):
            return None
        if not self._scene.group(verb).passive:
            return None
        head = self._scene.tree.head(verb)
        return head if head is not None and lemma(head) in {"let", "make"} else None

    def _has_speaker(self, verb: "Token") -> bool:
        """Whether somebody, not something, is the subject."""
        if self._scene.group(verb).passive:
            return True
        subject = understood_subject(self._scene, verb)
        if subject is None:
            return False
        named = self._register.of(subject) is not None or subject.pos_ == "PROPN"
        pronoun = subject.text.lower() in {"he", "she", "i", "they", "we", "who"}
        return named or pronoun or lemma(subject) in lexicon().marks["human"]

    def _opened(self, cue: "Token", above: Attribution | None) -> Attribution | None:
        """The attribution that a verb of speech or thought opens."""
        source, own = self._source(cue)
        return above if own else self._attribution(source, cue, above)

    def _source(self, cue: "Token") -> "tuple[Token | None, bool]":
        """Who speaks, and whether it is the author in the first person."""
        scene = self._scene
        marks = lexicon().marks
        if not scene.is_verb(cue):
            return self._owner(cue), False
        group = scene.group(cue)
        told_by = self._made_known(cue)
        if told_by is not None:
            return understood_subject(scene, told_by), False
        if group.passive:
            by = scene.tree.child(cue, "obl:agent")
            return (antecedent(scene, by) if by is not None else None), False
        if lemma(cue) in marks["intake"]:
            return None, False
        subject = understood_subject(scene, cue)
        if subject is None or scene.tree.bears(subject, "expl"):
            return None, imperative(scene, cue, group) is not None
        if subject.text.lower() in marks["author"]:
            return None, True
        generic = subject.text.lower() in marks["generic_subject"]
        entity = self._register.of(subject)
        if generic and entity is None and group.tense == "PRESENT":
            return None, False
        return subject, False

    def _owner(self, noun: "Token") -> "Token | None":
        """Whose report it is: "their claim", "the news from", "made the promise"."""
        tree = self._scene.tree
        owner = tree.child(noun, "nmod:poss")
        if owner is not None:
            return owner
        for phrase in tree.children(noun, "nmod"):
            if set(self._scene.prepositions(phrase)) & {"by", "from", "of"}:
                return phrase
        verb = tree.head(noun)
        light = lexicon().predicates.light | {"voice", "express", "repeat"}
        if verb is not None and tree.bears(noun, "obj") and lemma(verb) in light:
            return understood_subject(self._scene, verb)
        return None

    def _attribution(
        self, source: "Token | None", cue: "Token", within: Attribution | None
    ) -> Attribution:
        entity = self._register.of(source) if source is not None else None
        return Attribution(
            source=self._register.mention(source) if source is not None else None,
            entity=entity.id if entity is not None else None,
            cue=self._mention(cue),
            within=self._spoken(cue, within),
        )

    def _mention(self, token: "Token") -> Mention:
        return Mention(
            document=self._scene.document.key,
            start=token.idx,
            end=token.idx + len(token.text),
        )

    def _with_tags(
        self, token: "Token", outer: Attribution | None
    ) -> Attribution | None:
        """A clause's own tags laid over the attribution it stands in."""
        found = outer
        for tag in self._tags.get(token.i, ()):
            if self._scene.is_verb(tag):
                found = self._opened(tag, found)
            else:
                by = self._scene.tree.child(tag, "case") or tag
                found = self._attribution(holder(self._scene, tag) or tag, by, found)
        for adverb in self._scene.tree.children(token, "advmod"):
            if adverb.text.lower() in lexicon().marks["hearsay"]:
                cue = self._mention(adverb)
                found = Attribution(source=None, cue=cue, within=found)
        return found

    def _spoken(self, token: "Token", found: Attribution | None) -> Attribution | None:
        """An attribution with the speaker of the quotation around it."""
        quoted = self._quoted_by.get(token.i)
        if quoted is None:
            return found
        inner, reached = _inside(found, quoted)
        if reached and quoted.cue is None:
            return found
        if reached and found is not None and self._names(found, quoted):
            return found
        found = inner
        if quoted.cue is None:
            return _outermost(found, Attribution(source=None))
        source, own = self._source(quoted.cue)
        if own or quoted.cue.i in self._busy:
            return found
        self._busy.add(quoted.cue.i)
        within = self._syntactic(quoted.cue)
        speaker = self._attribution(source, quoted.cue, within)
        self._busy.remove(quoted.cue.i)
        return _outermost(found, speaker)

    def _names(self, found: Attribution, quoted: Quoted) -> bool:
        """Whether a chain holds the quotation's own tag."""
        here: Attribution | None = found
        while here is not None and quoted.cue is not None:
            if here.cue is not None and here.cue.start == quoted.cue.idx:
                return True
            here = here.within
        return False


def _inside(
    found: Attribution | None, quoted: Quoted
) -> tuple[Attribution | None, bool]:
    """The part of a chain whose cues stand in a quotation, and whether it goes on."""
    if found is None:
        return None, False
    cue = found.cue
    if cue is not None and not quoted.start <= cue.start < quoted.end:
        return None, True
    rest, reached = _inside(found.within, quoted)
    return replace(found, within=rest), reached


def _reports(scene: "Scene", token: "Token") -> bool:
    return EventClass.REPORTING in scene.classes(token)


def _outermost(found: Attribution | None, speaker: Attribution) -> Attribution:
    """A chain of attributions with one more around it."""
    if found is None:
        return speaker
    return replace(found, within=_outermost(found.within, speaker))
