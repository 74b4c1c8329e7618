"""Who and what takes part in a happening: agent, patient, recipient, and the rest.

Roles follow PropBank's numbered arguments; which words they are is read off Universal
Dependencies. Every conjunct is a participant of its own.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronicle.events.lexicon import lexicon
from chronicle.events.subjects import antecedent, understood_subject
from chronicle.events.tags import set_off
from chronicle.language.syntax import lemma
from chronicle.model import EntityKind, Participant, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.register import Register
    from chronicle.events.scene import Scene

    Found = tuple[Role, Token]

_IN = frozenset({"in", "near", "within", "across", "throughout", "at", "outside"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADV", "SYM", "X"})
_ORDER = tuple(Role)


def participants(
    scene: "Scene", register: "Register", token: "Token"
) -> tuple[Participant, ...]:
    """The participants of an event, agent first, then in the order of the text."""
    verbal = scene.is_verb(token)
    found = list(_of_verb(scene, token) if verbal else _of_noun(scene, token))
    around = list(_circumstances(scene, register, token))
    placed = {
        phrase.i
        for role, phrase in around
        if role is Role.PLACE and not _receives(scene, token, phrase)
    }
    found = [row for row in found if row[1].i not in placed]
    everything = [*found, *around]
    seen: set[int] = set()
    out: list[tuple[Role, int, Participant]] = []
    for role, head in everything:
        for each in scene.tree.conjuncts(antecedent(scene, head)):
            if each.i in seen or each.pos_ not in _NOMINAL or each.i == token.i:
                continue
            if each.i != head.i and _apart(scene, head, each):
                continue
            if role is not Role.PLACE and each.i in scene.timed:
                continue
            seen.add(each.i)
            entity = register.of(each)
            participant = Participant(
                role=role,
                mention=register.mention(each),
                entity=entity.id if entity is not None else None,
            )
            out.append((role, each.i, participant))
    out.sort(key=lambda row: (_ORDER.index(row[0]), row[1]))
    return tuple(participant for _, _, participant in out)


def _receives(scene: "Scene", token: "Token", phrase: "Token") -> bool:
    """Whether a name after "to" takes something rather than being gone to."""
    verbs = lexicon().predicates.transfer - lexicon().marks["conveying"]
    named = phrase.pos_ == "PROPN" and "to" in scene.prepositions(phrase)
    return named and lemma(token) in verbs


def _apart(scene: "Scene", head: "Token", each: "Token") -> bool:
    """Whether a conjunct has a preposition of its own: "to France, or as a guest"."""
    own = scene.prepositions(each)
    return bool(own) and own != scene.prepositions(head)


def _of_verb(scene: "Scene", token: "Token") -> "Iterator[Found]":
    tree, words = scene.tree, lexicon().predicates
    subject = understood_subject(scene, token)
    if subject is not None and tree.bears(subject, "expl"):
        subject = None
    passive = scene.group(token).passive
    objects = tree.children(token, "obj")
    if passive:
        yield from ((Role.AGENT, by) for by in _by_phrases(scene, token))
        if subject is not None:
            told = lemma(token) in words.addressee and _has_content(scene, token)
            yield (Role.RECIPIENT if told else Role.PATIENT), subject
    elif subject is not None:
        befalls = not objects and _befalls(scene, token)
        befalls = befalls and not scene.is_somebody(subject)
        yield (Role.PATIENT if befalls else Role.AGENT), subject
    yield from ((Role.RECIPIENT, t) for t in tree.children(token, "iobj"))
    for thing in objects:
        if (lemma(thing), lemma(token)) in words.idioms:
            continue
        told = lemma(token) in words.addressee and _has_content(scene, token)
        yield (Role.RECIPIENT if told else Role.PATIENT), thing
    if not objects and not passive:
        yield from _gap(scene, token)
    for phrase in tree.children(token, "obl"):
        prepositions = scene.prepositions(phrase)
        if lemma(token) in words.transfer and "to" in prepositions:
            yield Role.RECIPIENT, phrase
        elif any((lemma(token), p) in words.prepositional for p in prepositions):
            yield Role.PATIENT, phrase


def _befalls(scene: "Scene", token: "Token") -> bool:
    """Whether what the verb says happens to its only participant."""
    if scene.tree.child(token, "xcomp", "ccomp") is not None:
        return False
    words = lexicon().predicates.unaccusative
    return any(name in words for name in scene.names_of(token))


def _has_content(scene: "Scene", token: "Token") -> bool:
    """Whether something is told or asked besides the person addressed."""
    tree, words = scene.tree, lexicon().predicates.prepositional
    told = tree.child(token, "ccomp")
    if told is not None or len(tree.children(token, "obj", "iobj")) > 1:
        return True
    topics = tree.children(token, "obl")
    if any((lemma(token), p) in words for t in topics for p in scene.prepositions(t)):
        return True
    asked = [
        child
        for child in tree.children(token, "xcomp", "advcl")
        if scene.infinitive(child)
    ]
    if asked:
        return not scene.group(asked[0]).passive
    always = {"tell", "inform", "notify", "remind", "assure", "reassure"}
    return lemma(token) in always


def _by_phrases(scene: "Scene", token: "Token") -> "list[Token]":
    tree = scene.tree
    agents = tree.children(token, "obl:agent")
    if agents:
        return [a for a in agents if a.i not in scene.timed]
    return [
        p
        for p in tree.children(token, "obl", "nmod")
        if scene.prepositions(p) == ("by",) and p.i not in scene.timed
    ]


def _gap(scene: "Scene", token: "Token") -> "Iterator[Found]":
    """The antecedent that a relative clause without an object leaves to be supplied."""
    tree = scene.tree
    if not tree.bears(token, "acl:relcl"):
        return
    subject = tree.child(token, "nsubj")
    noun = tree.head(token)
    if subject is None or noun is None or antecedent(scene, subject).i == noun.i:
        return
    if tree.child(token, "ccomp", "xcomp", "obl") is not None:
        return
    relative = [t for t in tree.children(token) if antecedent(scene, t).i == noun.i]
    intransitive = lemma(token) in lexicon().predicates.unaccusative
    filled = relative or scene.markers(token) - {"that"} or intransitive
    timely = noun.i in scene.timed or lemma(noun) in lexicon().marks["gapless"]
    if not filled and not timely and not set_off(scene, token):
        yield Role.PATIENT, noun


def _of_noun(scene: "Scene", token: "Token") -> "Iterator[Found]":
    tree, words = scene.tree, lexicon().nouns
    name = lemma(token)
    if token.pos_ not in {"NOUN", "PROPN"} or tree.child(token, "cop") is not None:
        subject = understood_subject(scene, token)
        if subject is not None and not tree.bears(subject, "expl"):
            yield Role.PATIENT, subject
        return
    passive_owner = name in words.possessor_is_patient
    agent_found = False
    for owner in tree.children(token, "nmod:poss"):
        agent_found |= not passive_owner
        yield (Role.PATIENT if passive_owner else Role.AGENT), owner
    for phrase in tree.children(token, "nmod", "obl"):
        if tree.bears(phrase, "nmod:poss") or phrase.i in scene.timed:
            continue
        prepositions = scene.prepositions(phrase)
        if "of" in prepositions:
            by_itself = name in words.of_is_agent and not passive_owner
            agent_found |= by_itself
            yield (Role.AGENT if by_itself else Role.PATIENT), phrase
        elif {"by", "between", "among"} & set(prepositions):
            agent_found = True
            yield Role.AGENT, phrase
    if not agent_found:
        yield from _of_light_verb(scene, token)


def _of_light_verb(scene: "Scene", token: "Token") -> "Iterator[Found]":
    """The subject of "held talks", "paid a visit" does what the noun says."""
    verb = scene.tree.head(token)
    if verb is None or not scene.tree.bears(token, "obj"):
        return
    words = lexicon().predicates
    if lemma(verb) not in words.light or scene.group(verb).passive:
        return
    subject = understood_subject(scene, verb)
    if subject is not None:
        suffers = lemma(verb) in words.light_patient
        yield (Role.PATIENT if suffers else Role.AGENT), subject


def _circumstances(
    scene: "Scene", register: "Register", token: "Token"
) -> "Iterator[Found]":
    """Place, company and means."""
    tree = scene.tree
    nominal = not scene.is_verb(token)
    phrases = tree.children(token, "obl", *(("nmod",) if nominal else ()))
    for phrase in [*phrases, *_beyond(scene, token)]:
        if phrase.i in scene.timed or tree.bears(phrase, "obl:agent", "nmod:poss"):
            continue
        if phrase.text.lower() in lexicon().marks["feast"]:
            continue
        prepositions = set(scene.prepositions(phrase))
        if is_place(scene, register, phrase):
            yield Role.PLACE, phrase
        elif phrase not in phrases:
            continue
        elif prepositions & {"with", "alongside", "together_with", "along_with"}:
            if lemma(phrase) in lexicon().predicates.instruments:
                yield Role.INSTRUMENT, phrase
            elif nominal or register.kind(phrase) in {
                EntityKind.PERSON,
                EntityKind.GROUP,
            }:
                yield Role.COMPANION, phrase
        elif "by_means_of" in prepositions:
            yield Role.INSTRUMENT, phrase
    for adverb in tree.children(token, "advmod"):
        if adverb.text.lower() in {"here", "there", "ashore"}:
            yield Role.PLACE, adverb
    if nominal:
        yield from _place_in_name(scene, register, token)


def _beyond(scene: "Scene", token: "Token") -> "list[Token]":
    """Phrases that follow a participle but hang on the noun before it.

    In "agreement on meeting planners in Linz" the place may hang on "agreement"; what
    stands after the participle is read with it.
    """
    tree = scene.tree
    found = _of_objects(scene, token)
    noun = tree.head(token)
    if noun is None or not tree.bears(token, "acl") or tree.bears(token, "acl:relcl"):
        return found
    return [*found, *(p for p in tree.children(noun, "nmod") if p.i > token.i)]


def _of_objects(scene: "Scene", token: "Token") -> "list[Token]":
    """Phrases on an object that tell where it was done: "broke the castle at York".

    Only of plain doings, or where words of the verb stand between: "meet the planners
    next week in Linz".
    """
    tree = scene.tree
    found = []
    for thing in tree.children(token, "obj", "obl", "nsubj:pass"):
        for phrase in tree.children(thing, "nmod"):
            parted = any(
                thing.i < c.i < phrase.i
                for c in tree.children(token, "obl", "advmod", "xcomp")
            )
            near = set(scene.prepositions(phrase)) & _IN
            plain = tree.bears(thing, "obj") and near and not scene.classes(token)
            if parted or plain:
                found.append(phrase)
    return found


def is_place(scene: "Scene", register: "Register", phrase: "Token") -> bool:
    """Whether a phrase with a locative preposition names a place."""
    prepositions = set(scene.prepositions(phrase))
    marks = lexicon().marks
    verb = scene.tree.head(phrase)
    bound = False
    if "for" in prepositions and verb is not None:
        bound = bool(set(scene.names_of(verb)) & marks["bound_for"])
    if not bound and not prepositions & marks["locative"]:
        return False
    kind = register.kind(phrase)
    if phrase.pos_ == "NOUN" and kind in {None, EntityKind.PLACE, EntityKind.GROUP}:
        return lemma(phrase) in marks["location"] or kind is EntityKind.PLACE
    if kind is EntityKind.PLACE:
        return True
    if kind is EntityKind.GROUP:
        return bool(prepositions & _IN) and phrase.pos_ == "PROPN"
    within = bound or bool(prepositions & _IN)
    return kind is None and phrase.pos_ == "PROPN" and within


def _place_in_name(
    scene: "Scene", register: "Register", token: "Token"
) -> "Iterator[Found]":
    """The place in an event's name: "the Battle of Valmy", "the siege of Paris"."""
    for phrase in scene.tree.children(token, "nmod"):
        of_place = register.kind(phrase) is EntityKind.PLACE
        named = token.pos_ == "PROPN" and phrase.pos_ == "PROPN"
        if "of" in scene.prepositions(phrase) and (of_place or named):
            yield Role.PLACE, phrase
