"""The telling: what the narrator says on his own word, and the order of it."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chronicle.language.syntax import lemma
from chronicle.links.proposal import Proposal
from chronicle.links.scene import (
    Scene,
    is_ahead,
    is_bounded,
    is_past,
    is_pluperfect,
    is_real,
)
from chronicle.links.words import has
from chronicle.model import (
    Allen,
    Division,
    DivisionKind,
    Event,
    EventClass,
    Factuality,
    Tier,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_host", "by_sequence", "by_tense", "by_writing", "told"]


def told(scene: Scene) -> tuple[Event, ...]:
    """The events of main clauses on the narrator's own word, in the order of the text.

    Content of reports, quotations, subordinate clauses and named happenings are left
    out.
    """
    return tuple(
        e
        for e in scene.events
        if (t := scene.token(e)) is not None and _is_main(e, t, scene)
    )


def _is_main(event: Event, token: "Token", scene: Scene) -> bool:
    if scene.quoted(event) is not None or event.attribution is not None:
        return False
    here = scene.tree.first_conjunct(token)
    relation = scene.tree.relation(here)
    if relation == "parataxis":
        head = scene.tree.head(here)
        return head is not None and scene.tree.relation(head) == "root"
    return relation in {"root", "dep"} and event.tense in {"PAST", "PRESENT", "FUTURE"}


def by_writing(
    scene: Scene, divisions: Mapping[str, Division], dated: Container[str]
) -> Iterator[Proposal]:
    """Links from the narrator's tenses to the writing of the division.

    The writing is named by its division's id. The present of an event with a date of
    its own ("the mail is expected to-morrow") says nothing of the writing.
    """
    for event in scene.events:
        token = scene.token(event)
        if token is None or event.division not in divisions or not is_real(event):
            continue
        if scene.quoted(event) is not None or event.attribution is not None:
            found = _content_ahead(event, token, scene)
        else:
            own = divisions[event.division].kind in _OWN_PRESENT
            found = _by_tense(event, token, scene, own_present=own)
        if found is not None and (found[0] != Allen.CONTAINS or event.id not in dated):
            relation, tier, why = found
            yield Proposal(
                source=event.id,
                relation=relation,
                target=event.division,
                tier=tier,
                rule="tense-and-writing",
                why=why,
            )


# In these the present is the writer's own; a newspaper's "says" may be yesterday's.
_OWN_PRESENT = frozenset(
    {DivisionKind.LETTER, DivisionKind.ENTRY, DivisionKind.POSTSCRIPT}
)


def _by_tense(
    event: Event, token: "Token", scene: Scene, *, own_present: bool
) -> tuple[Allen, Tier, str] | None:
    if event.tense == "FUTURE" and not event.aspect.startswith("PERFECTIVE"):
        return Allen.AFTER, Tier.LIKELY, "told in the future"
    if is_past(event) and event.modality is None and not is_ahead(event):
        if is_bounded(event):
            return Allen.BEFORE, Tier.CERTAIN, "told in the past"
        return None
    if event.factuality is Factuality.PLANNED:
        return _content_ahead(event, token, scene)
    lasts = not is_bounded(event)
    speaks = event.class_ is EventClass.REPORTING and event.aspect == "NONE"
    speaks = speaks and own_present
    if event.tense == "PRESENT" and event.modality is None and speaks:
        return Allen.DURING, Tier.LIKELY, "spoken at the time of writing"
    if event.tense == "PRESENT" and event.modality is None and lasts:
        return Allen.CONTAINS, Tier.LIKELY, "told in the present"
    return None


def by_host(scene: Scene, hosts: Iterable[Proposal]) -> Iterator[Proposal]:
    """Links from a named happening to the writing, where past events took place at it.

    "At a press conference he said": it is over, unless it is of a kind that outlasts
    what happens in it, as a war does.
    """
    known: dict[str, Event] = {e.id: e for e in scene.events}
    for one in hosts:
        event, host = known.get(one.source), known.get(one.target)
        token = None if host is None else scene.token(host)
        if event is None or host is None or token is None:
            continue
        if (
            one.relation == Allen.DURING
            and token.pos_ in {"NOUN", "PROPN"}
            and _is_preterite(event)
            and is_bounded(event)
            and event.attribution is None
            and host.factuality is Factuality.ASSERTED
            and not has("lasting", "long", lemma(token))
        ):
            yield Proposal(
                source=host.id,
                relation=Allen.BEFORE,
                target=host.division,
                tier=Tier.CERTAIN,
                rule="host-and-writing",
                why=f"“{scene.quote(event.trigger)}” is told as past and was during it",
            )


def _content_ahead(
    event: Event, token: "Token", scene: Scene
) -> tuple[Allen, Tier, str] | None:
    """A plan lies after the writing where it is meant at the time of writing."""
    if event.factuality is not Factuality.PLANNED or scene.quoted(event) is not None:
        return None
    done = event.aspect.startswith("PERFECTIVE")
    if event.tense == "PAST" or event.modality == "would" or done:
        return None
    for above in (token, *scene.tree.above(token)):
        other = scene.event(above)
        if other is None or other is event:
            continue
        if other.tense == "PAST":
            return None
        if other.tense in {"PRESENT", "FUTURE"}:
            return Allen.AFTER, Tier.LIKELY, "planned at the time of writing"
    if event.tense in {"PRESENT", "FUTURE"}:
        return Allen.AFTER, Tier.LIKELY, "planned at the time of writing"
    return None


def by_tense(scene: Scene) -> Iterator[Proposal]:
    """Links from the pluperfect to the past that it looks back from."""
    main = [e for e in told(scene) if _is_preterite(e)]
    places = [e.trigger.start for e in main]
    for event in scene.events:
        token = scene.token(event)
        if token is None or not is_real(event) or not is_pluperfect(event):
            continue
        if scene.quoted(event) is not None or _lasts(event, token, scene):
            continue
        above = next(
            (
                e
                for t in scene.tree.above(token)
                if (e := scene.event(t)) is not None and _is_preterite(e)
            ),
            None,
        )
        if above is not None:
            yield _looking_back(event, above, Tier.CERTAIN, scene)
            if not _is_own_clause(token, scene):
                continue
        near = _reference(event, main, places)
        if near is not None:
            yield _looking_back(event, near, Tier.LIKELY, scene)


def _is_own_clause(token: "Token", scene: Scene) -> bool:
    """Whether a clause is a main one, though a tag ("he complained") is put into it."""
    here = scene.tree.first_conjunct(token)
    return scene.tree.relation(here) in {"root", "parataxis"}


def _is_preterite(event: Event) -> bool:
    return (
        event.tense == "PAST"
        and not is_pluperfect(event)
        and is_real(event)
        and not is_ahead(event)
    )


def _lasts(event: Event, token: "Token", scene: Scene) -> bool:
    """Whether a pluperfect state goes on: "had been quiet since 1851"."""
    since = any(
        t.lower_ in {"since", "long", "always"} for t in scene.tree.below(token)
    )
    return since and (
        not is_bounded(event) or event.lemma.lower() in {"hold", "be", "live", "have"}
    )


def _reference(event: Event, main: list[Event], places: list[int]) -> Event | None:
    """The past that a main clause looks back from: the last told, else the next."""
    n = bisect_left(places, event.trigger.start)
    for near in (*main[max(n - 1, 0) : n], *main[n : n + 1]):
        if near.division == event.division:
            return near
    return None


def _looking_back(event: Event, now: Event, tier: Tier, scene: Scene) -> Proposal:
    return Proposal(
        source=event.id,
        relation=Allen.BEFORE,
        target=now.id,
        tier=tier,
        score=None if tier is Tier.CERTAIN else 0.5,
        rule="pluperfect",
        why=f"had happened when “{scene.quote(now.trigger)}”",
    )


def by_sequence(scene: Scene) -> Iterator[Proposal]:
    """Links from each bounded past event told to the next, as narrative goes on.

    Each is a narrative one; some signs make it a likely one.
    """
    last: Event | None = None
    main = {e.id for e in told(scene)}
    for event in scene.events:
        token = scene.token(event)
        if token is None or not _advances(event):
            continue
        if event.id not in main and not _is_preposed(event, token, scene):
            continue
        if last is not None and last.division == event.division:
            yield from _advance(last, event, token, scene)
        last = event


def _is_preposed(event: Event, token: "Token", scene: Scene) -> bool:
    """Whether a clause of time comes first: "when he vetoed the bill, they voted"."""
    head = scene.tree.head(token)
    main = scene.event(head)
    if head is None or main is None or not scene.tree.bears(token, "advcl"):
        return False
    marks = scene.marker(token, "mark")
    lead = [t for t in scene.tree.children(token, "advmod") if t.lower_ == "when"]
    word = lead[0].lower_ if lead else " ".join(t.lower_ for t in marks)
    timely = has("clause", "when", word) or has("clause", "after", word)
    return (
        timely
        and token.i < head.i
        and event.attribution is None
        and scene.quoted(event) is None
    )


_SPEECH = frozenset({EventClass.REPORTING, EventClass.I_ACTION, EventClass.I_STATE})


def _is_parted(last: Event, event: Event, scene: Scene) -> bool:
    """Whether a new paragraph begins between two events."""
    between = scene.document.text[last.trigger.end : event.trigger.start]
    return "\n\n" in between.replace("\r", "") or scene.is_across(last, event)


def _advance(
    last: Event, event: Event, token: "Token", scene: Scene
) -> Iterator[Proposal]:
    """One step of the narrative.

    Likely where an adverb says so, where one subject does both in one sentence, and
    where somebody speaks after something has happened. After words that are reported,
    what is told next has as often happened before them.
    """
    signal = _adverb(token, "next", scene)
    if signal is None and _adverb(token, "earlier", scene) is not None:
        return
    speaks = event.class_ is EventClass.REPORTING and not _is_parted(last, event, scene)
    spoke = last.class_ is EventClass.REPORTING
    same_sentence = last.sentence == event.sentence
    joined = same_sentence and scene.tree.bears(token, "conj")
    joined = joined and scene.tree.child(token, "nsubj") is None
    firm = signal is not None or joined or (speaks and last.class_ not in _SPEECH)
    if spoke and not speaks and not joined and signal is None:
        return
    why = "told next"
    if signal is not None:
        why = f"told next: “{signal.text}”"
    elif joined:
        why = "told next, of the same subject"
    elif firm:
        why = "what is spoken of has happened"
    yield Proposal(
        source=last.id,
        relation=Allen.BEFORE,
        target=event.id,
        tier=Tier.LIKELY if firm else Tier.NARRATIVE,
        rule="narrative-advance",
        why=why,
        score=None if signal is not None else 0.7,
        signal=None if signal is None else scene.mention(signal),
    )


def _advances(event: Event) -> bool:
    return (
        event.tense == "PAST"
        and event.factuality is Factuality.ASSERTED
        and is_bounded(event)
        and not is_pluperfect(event)
    )


def _adverb(token: "Token", sort: str, scene: Scene) -> "Token | None":
    """An adverb of sequence on a clause, where no date is made with it."""
    return next(
        (
            t
            for t in scene.tree.children(token, "advmod")
            if has("adverb", sort, t.lower_) and scene.date(t) is None
        ),
        None,
    )
