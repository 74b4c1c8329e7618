"""What is said, meant and done, and what it is about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronicle.links.proposal import Proposal
from chronicle.links.scene import (
    Scene,
    is_ahead,
    is_bounded,
    is_past,
    is_pluperfect,
    is_real,
)
from chronicle.links.words import has, sort_of
from chronicle.model import (
    Allen,
    Event,
    EventClass,
    Factuality,
    LinkKind,
    Tier,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_content"]

_TELLING = frozenset({EventClass.REPORTING, EventClass.PERCEPTION})
_MEANING = frozenset({EventClass.I_ACTION, EventClass.I_STATE})
_GOVERNING = _TELLING | _MEANING
_COMPLEMENT = ("ccomp", "xcomp", "csubj")
_NOUN_COMPLEMENT = ("acl", "nmod")


def by_content(scene: Scene) -> Iterator[Proposal]:
    """Links from what is said, perceived, meant or tried to its content."""
    for event in scene.events:
        token = scene.token(event)
        if token is None:
            continue
        for governor, direct in _governors(event, token, scene):
            yield Proposal(
                kind=LinkKind.SLINK,
                source=governor.id,
                relation=_subordination(governor, event),
                target=event.id,
                rule="content",
                why=f"“{scene.quote(event.trigger)}” is the content of "
                f"“{scene.quote(governor.trigger)}”",
            )
            if not is_real(event) or not is_real(governor):
                continue
            if _is_parallel(event, governor, token, scene) or _is_phase(governor):
                continue
            found = _order(governor, event, token, direct=direct)
            if found is not None:
                relation, tier, why = found
                yield Proposal(
                    source=event.id,
                    relation=relation,
                    target=governor.id,
                    tier=tier,
                    rule="content-order",
                    why=why,
                )


def _governors(
    event: Event, token: "Token", scene: Scene
) -> Iterator[tuple[Event, bool]]:
    """The event that a word is the content of, and whether it is spoken directly.

    By syntax; or, in a quotation and after "he said", by the cue of its attribution.
    """
    found: set[str] = set()
    head = _head_of_content(token, scene)
    above = scene.event(head)
    if above is not None and (above.class_ in _GOVERNING or _is_same(above, scene)):
        found.add(above.id)
        yield above, False
    cue = event.attribution.cue if event.attribution else None
    if cue is None or not _is_topmost(event, token, scene):
        return
    speech = next((scene.event(t) for t in scene.covered(cue) if scene.event(t)), None)
    if speech is None or _is_tag(token, speech, scene):
        return
    if speech.id not in found and speech.id != event.id:
        yield speech, scene.quoted(event) is not None


def _is_tag(token: "Token", other: Event, scene: Scene) -> bool:
    """Whether a word is the tag ("he complained") put into what another event heads."""
    inserted = scene.tree.bears(token, "parataxis")
    return inserted and scene.token(other) == scene.tree.head(token)


def _head_of_content(token: "Token", scene: Scene) -> "Token | None":
    """The word whose complement a word is, seen from the first of its conjuncts."""
    first = scene.tree.first_conjunct(token)
    head = scene.tree.head(first)
    if head is None:
        return None
    if scene.tree.bears(first, *_COMPLEMENT):
        return head
    if scene.tree.bears(first, "acl") and not scene.tree.bears(first, "acl:relcl"):
        return head
    if scene.tree.bears(first, "obj", "obl", "nsubj:pass") and is_nominal(first):
        governor = scene.event(head)
        if governor is not None and governor.class_ in _GOVERNING:
            return head if scene.tree.bears(first, "obj") else None
    return None


def is_nominal(token: "Token") -> bool:
    """Whether an event is named by a noun."""
    return token.pos_ in {"NOUN", "PROPN"}


def _is_same(governor: Event, scene: Scene) -> bool:
    return has("same", "verbs", governor.lemma.lower())


def _is_topmost(event: Event, token: "Token", scene: Scene) -> bool:
    """Whether no other content of the same cue stands above a word in its sentence."""
    mine = event.attribution.cue if event.attribution else None
    for above in scene.tree.above(token):
        other = scene.event(above)
        if other is None or other.attribution is None:
            continue
        if other.attribution.cue == mine and not scene.tree.bears(token, "conj"):
            return False
    return True


def _is_phase(governor: Event) -> bool:
    """Whether a governor is the beginning, middle or end of its content."""
    return sort_of("aspect", lemma_of(governor)) is not None


def _is_parallel(event: Event, governor: Event, token: "Token", scene: Scene) -> bool:
    """Whether two pluperfects may look back from the same past, side by side."""
    both = is_pluperfect(event) and is_pluperfect(governor)
    return both and scene.tree.bears(token, "conj")


def _subordination(governor: Event, content: Event) -> str:
    """The kind of SLINK, by the governor's class and the content's factuality."""
    if content.factuality is Factuality.HYPOTHETICAL:
        return "conditional"
    if governor.class_ in _TELLING:
        return "evidential"
    if governor.class_ in _MEANING and content.factuality is Factuality.ASSERTED:
        return "factive"
    if governor.polarity == "POS" and content.factuality in {
        Factuality.NEGATED,
        Factuality.COUNTERFACTUAL,
    }:
        return "counter_factive"
    return "intensional"


def _order(
    governor: Event, content: Event, token: "Token", *, direct: bool
) -> tuple[Allen, Tier, str] | None:
    """How the content lies towards what tells of it, by its tense and factuality."""
    infinite = content.tense in {"INFINITIVE", "PRESPART", "NONE"}
    if has("seeming", "verbs", lemma_of(governor)) and infinite:
        if content.aspect.startswith("PERFECTIVE"):
            return Allen.BEFORE, Tier.LIKELY, "seemed to have been"
        return Allen.CONTAINS, Tier.LIKELY, "seems so while it is so"
    if content.aspect.startswith("PERFECTIVE") and (
        infinite or is_pluperfect(content) or content.tense == "PRESENT"
    ):
        return Allen.BEFORE, Tier.CERTAIN, "told in the perfect: over before"
    if content.tense == "FUTURE" or content.modality in {"would", "shall", "should"}:
        if has("aspect", "continues", lemma_of(content)) or not is_bounded(content):
            return None
        return Allen.AFTER, Tier.CERTAIN, "told as to come"
    if is_past(content):
        return _of_past(governor, content, direct=direct)
    if is_ahead(content) and _is_to_come(content):
        firm = content.factuality is Factuality.PLANNED and is_bounded(governor)
        firm = firm and content.tense != "PRESPART"
        return Allen.AFTER, Tier.CERTAIN if firm else Tier.LIKELY, "still to come"
    if content.tense == "PRESENT":
        if is_bounded(content) and content.class_ is EventClass.OCCURRENCE:
            return None
        return Allen.CONTAINS, Tier.LIKELY, "told in the present: goes on"
    if content.factuality is Factuality.UNKNOWN:
        if direct or content.modality == "must":
            return None
        if governor.class_ in _GOVERNING and not is_nominal(token):
            return Allen.AFTER, Tier.LIKELY, "asked or tried for: not before"
        return None
    if _is_one_act(governor, content, token):
        return Allen.EQUALS, Tier.LIKELY, "one act with what governs it"
    return None


def _is_to_come(content: Event) -> bool:
    """Whether what is planned or may be lies ahead: no present state that may hold."""
    if content.tense == "PRESENT" and content.modality is None:
        return False
    return is_bounded(content) or content.factuality is Factuality.PLANNED


def _of_past(
    governor: Event, content: Event, *, direct: bool
) -> tuple[Allen, Tier, str] | None:
    """A past content: over before; a state may go on while it is told."""
    if is_bounded(content):
        tier = Tier.CERTAIN if direct else Tier.LIKELY
        return Allen.BEFORE, tier, "told as past"
    if not direct and is_past(governor):
        return Allen.CONTAINS, Tier.LIKELY, "a state at the time of telling"
    return None


def _is_one_act(governor: Event, content: Event, token: "Token") -> bool:
    """ "Managed to escape", "saw him fall": no time lies between."""
    if is_nominal(token) or content.factuality is not Factuality.ASSERTED:
        return False
    return (
        has("same", "verbs", lemma_of(governor))
        or governor.class_ is EventClass.PERCEPTION
    )


def lemma_of(event: Event) -> str:
    """An event's lemma in lower case."""
    return event.lemma.lower()
