"""What each decision changes in an annotated document."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from chronicle.decisions.fields import ROLES, WHOLE
from chronicle.decisions.redating import (
    anchor_replaced,
    division_dated,
    event_dated,
    timex_dated,
)
from chronicle.decisions.words import EDITOR, said
from chronicle.model import (
    AnnotatedDocument,
    Decision,
    Entity,
    EntityId,
    EntityKind,
    Event,
    EventClass,
    Factuality,
    Participant,
    Role,
    Verdict,
)

Change = Callable[[AnnotatedDocument, Decision], AnnotatedDocument]


def applied(
    annotated: AnnotatedDocument, decisions: Iterable[Decision]
) -> AnnotatedDocument:
    """The document with decisions applied; rejected items go last."""
    ordered = sorted(decisions, key=lambda d: d.field == WHOLE[d.target.kind])
    for decision in ordered:
        annotated = _change(decision)(annotated, decision)
    return annotated


def _change(decision: Decision) -> Change:
    kind, field = decision.target.kind, decision.field
    if field == WHOLE[kind]:
        rejected = decision.verdict is Verdict.REJECT
        return _REJECTED[kind] if rejected else _confirmed
    if field == "note" or decision.verdict is Verdict.ACCEPT:
        return _confirmed
    if kind == "event":
        return _role_decided if field in ROLES else _EVENT[field]
    if kind == "timex":
        return anchor_replaced if field == "anchor" else timex_dated
    return division_dated


def _confirmed(annotated: AnnotatedDocument, decision: Decision) -> AnnotatedDocument:
    """An accepted time expression is no longer in doubt; nothing else changes."""
    if decision.target.kind != "timex":
        return annotated
    return annotated.replaced(
        timexes=tuple(
            replace(t, flags=()) if t.id == decision.target.id else t
            for t in annotated.timexes
        )
    )


def _without_event(
    annotated: AnnotatedDocument, decision: Decision
) -> AnnotatedDocument:
    gone = decision.target.id
    return annotated.replaced(
        events=tuple(e for e in annotated.events if e.id != gone),
        links=tuple(k for k in annotated.links if gone not in (k.source, k.target)),
    )


def _without_timex(
    annotated: AnnotatedDocument, decision: Decision
) -> AnnotatedDocument:
    gone = decision.target.id
    return annotated.replaced(
        timexes=tuple(t for t in annotated.timexes if t.id != gone),
        links=tuple(k for k in annotated.links if gone not in (k.source, k.target)),
    )


_REJECTED: Mapping[str, Change] = {
    "event": _without_event,
    "timex": _without_timex,
    "division": _confirmed,
    "document": _confirmed,
}


def _edited(
    annotated: AnnotatedDocument, decision: Decision, edit: Callable[[Event], Event]
) -> AnnotatedDocument:
    def changed(event: Event) -> Event:
        new = edit(event)
        steps = (*new.evidence.steps, said(decision))
        return replace(new, evidence=replace(new.evidence, steps=steps))

    return annotated.replaced(
        events=tuple(
            changed(e) if e.id == decision.target.id else e for e in annotated.events
        )
    )


def _factuality(annotated: AnnotatedDocument, decision: Decision) -> AnnotatedDocument:
    value = Factuality(decision.value) if decision.value else Factuality.UNKNOWN

    def edit(event: Event) -> Event:
        polarity = event.polarity
        if value is Factuality.NEGATED:
            polarity = "NEG"
        elif event.factuality is Factuality.NEGATED:
            polarity = "POS"
        return replace(event, factuality=value, polarity=polarity)

    return _edited(annotated, decision, edit)


def _class(annotated: AnnotatedDocument, decision: Decision) -> AnnotatedDocument:
    if decision.value is None:
        return annotated
    value = EventClass(decision.value)
    return _edited(annotated, decision, lambda event: replace(event, class_=value))


_EVENT: Mapping[str, Change] = {
    "date": event_dated,
    "factuality": _factuality,
    "class": _class,
}


def _role_decided(
    annotated: AnnotatedDocument, decision: Decision
) -> AnnotatedDocument:
    """Somebody else in a role, or, where the field is rejected, nobody known."""
    role = ROLES[decision.field]
    named: tuple[Participant, ...] = ()
    if decision.verdict is Verdict.CORRECT and decision.value:
        annotated, entity = _entity(annotated, decision.value, role)
        named = (Participant(role=role, mention=None, entity=entity),)

    def edit(event: Event) -> Event:
        others = tuple(p for p in event.participants if p.role is not role)
        return replace(event, participants=(*named, *others))

    return _edited(annotated, decision, edit)


def _entity(
    annotated: AnnotatedDocument, name: str, role: Role
) -> tuple[AnnotatedDocument, EntityId]:
    """The entity of a name, made where the document has none of that name."""
    wanted = name.casefold()
    for entity in annotated.entities:
        if wanted in (n.casefold() for n in (entity.name, *entity.aliases)):
            return annotated, entity.id
    made = Entity(
        id=EntityId(f"{annotated.document.key}#{EDITOR}:{name}"),
        name=name,
        kind=EntityKind.PLACE if role is Role.PLACE else EntityKind.OTHER,
        mentions=(),
    )
    return annotated.replaced(entities=(*annotated.entities, made)), made.id
