"""From a parsed document to its events."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.events.classes import event_class
from chronicle.events.clauses import clause_words
from chronicle.events.denial import negation
from chronicle.events.identity import event_ids
from chronicle.events.participants import participants
from chronicle.events.realis import specific
from chronicle.events.register import Register
from chronicle.events.scene import Scene
from chronicle.events.triggers import Trigger, triggers
from chronicle.events.voices import Voices
from chronicle.events.worlds import Worlds
from chronicle.language.syntax import lemma
from chronicle.model import (
    Attribution,
    DivisionKind,
    Document,
    Entity,
    Event,
    EventId,
    Evidence,
    Mention,
    Participant,
    Role,
    Timex,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSONAL = frozenset(
    {DivisionKind.LETTER, DivisionKind.ENTRY, DivisionKind.POSTSCRIPT}
)
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_HEARER = frozenset({"you", "your", "yours", "yourself", "thee", "thou", "thy"})


def find_events(
    doc: "Doc",
    document: Document,
    entities: tuple[Entity, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Event, ...]:
    """The events of a document in the order of the text.

    Headings and furniture tell none; notes do, and are told from the text by their
    division. A document that is said to be in another language than English has none:
    the rules do not know it.
    """
    if document.language is not None and not document.language.startswith("en"):
        return ()
    return _Finder(doc, document, entities, timexes).events()


class _Finder:
    """One document's rules, each asked about every trigger."""

    def __init__(
        self,
        doc: "Doc",
        document: Document,
        entities: tuple[Entity, ...],
        timexes: tuple[Timex, ...],
    ) -> None:
        self._scene = Scene(doc, document, timexes)
        self._document = document
        self._register = Register(self._scene.tree, document, entities)
        self._worlds = Worlds(self._scene)
        self._voices = Voices(self._scene, self._register)

    def events(self) -> tuple[Event, ...]:
        """All events."""
        found = triggers(self._scene)
        heads = {t.token.i for t in found}
        words = self._scene.tree.words
        ids = event_ids(words, self._document.key, heads)
        voices = [self._voices.of(w) for w in words if w.i in heads]
        return tuple(
            self._event(trigger, ids[trigger.token.i], voice, heads)
            for trigger, voice in zip(found, voices, strict=True)
            if trigger.token.i in ids
        )

    def _event(
        self,
        trigger: Trigger,
        event_id: EventId,
        voice: Attribution | None,
        heads: set[int],
    ) -> Event:
        scene, token = self._scene, trigger.token
        group = scene.group(token)
        world = self._worlds.of(token)
        denier = negation(scene.tree, token, group)
        class_ = event_class(scene, token, heads, self._voices.tags)
        return Event(
            id=event_id,
            division=scene.division(token.idx).id,
            trigger=self._stretch(token, token),
            extent=self._stretch(trigger.first, trigger.last),
            sentence=self._sentence(token),
            clause=self._clause(token),
            lemma=lemma(token),
            pos=token.pos_,
            class_=class_,
            tense=group.tense,
            aspect=group.aspect,
            modality=None if group.modal in {"will", "going to"} else group.modal,
            polarity="POS" if denier is None else "NEG",
            factuality=world.value,
            specific=specific(scene, token, world, class_),
            participants=self._participants(token, voice),
            attribution=voice,
            evidence=_with_steps(trigger.evidence, world.steps),
        )

    def _stretch(self, first: "Token", last: "Token") -> Mention:
        end = last.idx + len(last.text)
        return Mention(document=self._document.key, start=first.idx, end=end)

    def _sentence(self, token: "Token") -> Mention:
        return self._stretch(*self._scene.sentence(token))

    def _clause(self, token: "Token") -> tuple[Mention, ...]:
        runs = clause_words(self._scene.tree, token)
        return tuple(self._stretch(run[0], run[-1]) for run in runs)

    def _pointed(self, participant: Participant, token: "Token") -> Participant:
        """Read "here" as the place of writing, "there" as the place last named."""
        mention = participant.mention
        if participant.role is not Role.PLACE or mention is None:
            return participant
        word = self._document.text[mention.start : mention.end].lower()
        place = None
        if word == "here":
            division = self._scene.division(token.idx)
            place = self._register.place_named(division.place)
        elif word == "there":
            before = self._scene.sentence_before(token)
            place = self._register.place_before(mention.start, before)
        return participant if place is None else replace(participant, entity=place.id)

    def _implied_writer(
        self, token: "Token", found: tuple[Participant, ...]
    ) -> Participant | None:
        """The one who writes a letter or diary, where it says "Walked to school"."""
        division = self._scene.division(token.idx)
        if any(p.role is Role.AGENT for p in found) or division.kind not in _PERSONAL:
            return None
        if not _is_telling(self._scene, token):
            return None
        writer = self._register.named(self._scene.author(division))
        if writer is None:
            return None
        return Participant(role=Role.AGENT, mention=None, entity=writer.id)

    def _participants(
        self, token: "Token", voice: Attribution | None
    ) -> tuple[Participant, ...]:
        """The participants, "I" and "you" of a quotation read from its tag."""
        found = tuple(
            self._pointed(p, token)
            for p in participants(self._scene, self._register, token)
        )
        writer = self._implied_writer(token, found)
        if writer is not None:
            found = (writer, *found)
        quoted = self._voices.speech(token)
        if quoted is None or quoted.cue is None:
            return found
        text = self._document.text
        tag = participants(self._scene, self._register, quoted.cue)
        speaker = next((p for p in tag if p.role is Role.AGENT), None)
        hearer = next((p for p in tag if p.role is Role.RECIPIENT), None)
        out = []
        for one in found:
            if one.mention is not None and one.entity is None:
                word = text[one.mention.start : one.mention.end].lower()
                meant = (
                    speaker if word in _SPEAKER else hearer if word in _HEARER else None
                )
                if meant is not None:
                    one = replace(one, entity=meant.entity)
            out.append(one)
        return tuple(out)


def _is_telling(scene: Scene, token: "Token") -> bool:
    """Whether a verb without a subject heads a statement, as diaries have it."""
    group = scene.group(token)
    first = scene.tree.first_conjunct(token)
    stands = scene.tree.bears(first, "root", "parataxis") and scene.is_verb(token)
    told = group.form in {"VBD", "VBZ", "VBP"} and not group.passive
    return stands and told and scene.tree.subject(token) is None


def _with_steps(evidence: Evidence, steps: tuple[str, ...]) -> Evidence:
    return replace(evidence, steps=(*evidence.steps, *steps)) if steps else evidence
