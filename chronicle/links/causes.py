"""Aspect and cause: what begins, goes on and ends; what brings what about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronicle.links.proposal import Proposal
from chronicle.links.scene import Scene, is_real
from chronicle.links.words import has, sort_of
from chronicle.model import Allen, Event, EventClass, LinkKind, Tier

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_aspect", "by_cause"]


def by_aspect(scene: Scene) -> Iterator[Proposal]:
    """Links from a phase ("began", "continued", "ceased") to its event."""
    for event in scene.events:
        token = scene.token(event)
        relation = sort_of("aspect", event.lemma.lower())
        if token is None or relation is None:
            continue
        target = _phased(token, scene)
        if target is None:
            continue
        yield Proposal(
            kind=LinkKind.ALINK,
            source=event.id,
            relation=relation,
            target=target.id,
            rule="phase",
            why=f"“{token.text}” is a phase of “{scene.quote(target.trigger)}”",
        )


def _phased(token: "Token", scene: Scene) -> Event | None:
    """What a verb of phase governs: a clause, an object, else its subject."""
    for relations in (("xcomp",), ("obj",), ("nsubj",)):
        for child in scene.tree.children(token, *relations):
            event = scene.event(child)
            if event is not None:
                return event
    return None


def by_cause(scene: Scene) -> Iterator[Proposal]:
    """Links from causes to effects that verbs and prepositions name."""
    for event in scene.events:
        token = scene.token(event)
        if token is None:
            continue
        yield from _by_verb(event, token, scene)
        yield from _by_preposition(event, token, scene)


def _by_verb(event: Event, token: "Token", scene: Scene) -> Iterator[Proposal]:
    name = event.lemma.lower()
    subject = scene.event(scene.tree.subject(token))
    if (
        has("cause", "happen", name)
        and subject is not None
        and is_real(event)
        and event.class_ is EventClass.OCCURRENCE
    ):
        yield Proposal(
            source=subject.id,
            relation=Allen.EQUALS,
            target=event.id,
            tier=Tier.LIKELY,
            rule="happening",
            why=f"“{token.text}” says that it came about",
        )
    cause, effects = event, _effects(token, scene)
    if has("light", "verbs", name):
        yield from _done(event, token, effects, scene)
    if has("cause", "reversed_with_from", name):
        sources = [
            e
            for child in scene.tree.children(token, "obl")
            if (e := scene.event(child)) is not None
            and any(t.lower_ == "from" for t in scene.marker(child, "case"))
        ]
        for source in sources:
            yield _caused(source, subject or event, token, scene)
    sort = "verbs" if has("cause", "verbs", name) else "with_clause"
    if has("cause", sort, name):
        for effect in effects:
            clause = scene.token(effect)
            named = clause is None or not scene.tree.bears(clause, "xcomp", "ccomp")
            if sort == "with_clause" and named:
                continue
            yield _caused(subject or cause, effect, token, scene)


def _done(
    event: Event, token: "Token", named: list[Event], scene: Scene
) -> Iterator[Proposal]:
    """ "They made an attack": the attack at the time of its verb."""
    for happening in named:
        noun = scene.token(happening)
        if noun is not None and scene.tree.bears(noun, "obj"):
            yield Proposal(
                source=happening.id,
                relation=Allen.EQUALS,
                target=event.id,
                rule="light-verb",
                why=f"“{token.text}” says only that it was done",
                score=0.8,
            )


def _effects(token: "Token", scene: Scene) -> list[Event]:
    """What a verb of cause brings about: its clause, or the happening it names."""
    found = []
    for child in scene.tree.children(token, "xcomp", "ccomp", "obj", "obl"):
        event = scene.event(child)
        marks = {t.lower_ for t in scene.marker(child, "case")}
        if event is not None and (
            not scene.tree.bears(child, "obl") or marks & {"to", "in"}
        ):
            found.append(event)
    return found


def _caused(source: Event, target: Event, token: "Token", scene: Scene) -> Proposal:
    return Proposal(
        kind=LinkKind.CLINK,
        source=source.id,
        relation="cause",
        target=target.id,
        rule="verb-of-cause",
        why=f"“{token.text}” brings it about",
        signal=scene.mention(token),
    )


def _by_preposition(event: Event, token: "Token", scene: Scene) -> Iterator[Proposal]:
    marks = scene.marker(token, "case", "mark")
    words = " ".join(t.lower_ for t in marks)
    if not has("happening", "cause", words) or words in {"through", "for"}:
        return
    effect = scene.event(scene.governor(token))
    if effect is not None:
        yield Proposal(
            kind=LinkKind.CLINK,
            source=event.id,
            relation="cause",
            target=effect.id,
            rule="preposition-of-cause",
            why=f"“{words}” gives the cause",
            signal=scene.mention(*marks),
        )
