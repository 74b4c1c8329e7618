"""Events and events, by conjunctions and prepositions of time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronicle.language.syntax import feature, lemma
from chronicle.links.proposal import Proposal
from chronicle.links.scene import Scene, is_bounded, is_past, is_pluperfect
from chronicle.links.words import has, sort_of
from chronicle.model import Allen, Event, EventClass, LinkKind, Tier

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_clause", "by_happening"]


def by_clause(scene: Scene) -> Iterator[Proposal]:
    """Links between a clause of time and the clause that it modifies."""
    for event in scene.events:
        token = scene.token(event)
        if token is None or not scene.tree.bears(token, "advcl", "acl"):
            continue
        if scene.tree.bears(token, "acl:relcl") or _is_aside(event, token, scene):
            continue
        above = scene.governor(token)
        main = scene.event(above)
        if main is None or above is None:
            continue
        marks = _marks(token, scene)
        if not marks:
            yield from _by_participle(main, event, above, token, scene)
            continue
        if event.tense == "PRESPART" and not _is_fronted(token, above, marks):
            continue
        yield from _by_conjunction(main, event, marks, scene)


def _by_conjunction(
    main: Event, event: Event, marks: "tuple[Token, ...]", scene: Scene
) -> Iterator[Proposal]:
    words = " ".join(t.lower_ for t in marks)
    sort = _sort(words, marks[0].lower_, main, event)
    signal = scene.mention(*marks)
    pair = scene.quote(main.trigger), scene.quote(event.trigger)
    for relation, tier in _clausal(sort, main, event):
        yield Proposal(
            source=main.id,
            relation=relation,
            target=event.id,
            tier=tier,
            rule="conjunction",
            why=f"“{pair[0]}” {words} “{pair[1]}”",
            signal=signal,
        )
    if has("clause", "cause", words) and sort in {"cause", None}:
        yield Proposal(
            kind=LinkKind.CLINK,
            source=event.id,
            relation="cause",
            target=main.id,
            rule="conjunction-of-cause",
            why=f"“{words}” gives the cause",
            signal=signal,
        )


def _sort(words: str, first: str, main: Event, event: Event) -> str | None:
    """What sort of conjunction it is; "since" and "as" by the tenses around them."""
    sort = sort_of("clause", words) or sort_of("clause", first)
    if sort == "since" and not _is_since(main, event):
        return "cause"
    if sort == "while" and first == "as" and not _is_while(event):
        return "when"
    return sort


def _is_aside(event: Event, token: "Token", scene: Scene) -> bool:
    """Whether a clause only says who tells it: "as the agents stated"."""
    mark = scene.tree.child(token, "mark")
    return (
        mark is not None
        and mark.lower_ == "as"
        and event.class_ is EventClass.REPORTING
    )


def _marks(token: "Token", scene: Scene) -> "tuple[Token, ...]":
    """The conjunction of a clause: a mark, or "when" among its adverbs."""
    marks = scene.marker(token, "mark", "case")
    if marks and marks[0].lower_ in {"to", "that"}:
        return ()
    lead = [
        t
        for t in scene.tree.children(token, "advmod")
        if t.i < token.i and t.lower_ in {"when", "whenever", "once", "while", "where"}
    ]
    soon = [
        t
        for t in scene.tree.children(token, "advmod")
        if t.i < token.i and t.lower_ in {"soon", "sooner", "long", "immediately"}
    ]
    if lead:
        return (lead[0],)
    if marks and marks[0].lower_ == "as" and soon:
        return ()
    return marks


def _is_fronted(token: "Token", above: "Token", marks: "tuple[Token, ...]") -> bool:
    """Whether a gerund with "on" or "by" comes first, so that it tells of time.

    "On hearing this he left"; but "they talked on raising taxes", "he won by waiting".
    """
    if marks[0].lower_ == "by":
        return False
    return token.i < above.i or marks[0].lower_ not in {"on", "upon"}


def _is_since(main: Event, clause: Event) -> bool:
    """Whether "since" is of time: the main clause in the perfect, the other not."""
    return main.aspect.startswith("PERFECTIVE") and clause.tense == "PAST"


def _is_while(clause: Event) -> bool:
    return "PROGRESSIVE" in clause.aspect or not is_bounded(clause)


def _clausal(
    sort: str | None, main: Event, clause: Event
) -> Iterator[tuple[Allen, Tier]]:
    """How the main clause's event stands to the clause's."""
    match sort:
        case "before" | "by_the_time":
            yield Allen.BEFORE, Tier.CERTAIN
        case "after":
            yield Allen.AFTER, Tier.CERTAIN
        case "until":
            yield Allen.BEFORE, Tier.LIKELY
        case "since":
            yield Allen.AFTER, Tier.LIKELY
        case "while":
            if is_bounded(main) or not is_bounded(clause):
                yield Allen.DURING, Tier.LIKELY
            else:
                yield Allen.CONTAINS, Tier.LIKELY
        case "when":
            yield _when(main, clause)
        case _:
            return


def _when(main: Event, clause: Event) -> tuple[Allen, Tier]:
    """ "When": a state holds at the other event; else the clause comes first."""
    if is_pluperfect(main) and not is_pluperfect(clause):
        return Allen.BEFORE, Tier.CERTAIN
    if is_pluperfect(clause) and not is_pluperfect(main):
        return Allen.AFTER, Tier.CERTAIN
    if not is_bounded(clause) and is_bounded(main):
        return Allen.DURING, Tier.LIKELY
    if is_bounded(clause) and not is_bounded(main):
        return Allen.CONTAINS, Tier.LIKELY
    return Allen.AFTER, Tier.LIKELY


def _by_participle(
    main: Event, clause: Event, above: "Token", token: "Token", scene: Scene
) -> Iterator[Proposal]:
    """Participles and purposes: "having failed", "on hearing", "to study"."""
    children = scene.tree.children(token, "aux", "mark")
    words = {t.lower_ for t in children}
    done = feature(token, "VerbForm") == "Part" and _is_done(token)
    done = done and scene.tree.bears(token, "advcl") and token.i < above.i
    if "having" in words or done:
        yield Proposal(
            source=clause.id,
            relation=Allen.BEFORE,
            target=main.id,
            tier=Tier.CERTAIN if "having" in words else Tier.LIKELY,
            rule="perfect-participle",
            why=f"“{token.text}” is over when “{above.text}” begins",
        )
    elif "to" in words and scene.tree.bears(token, "advcl"):
        yield Proposal(
            kind=LinkKind.CLINK,
            source=main.id,
            relation="purpose",
            target=clause.id,
            rule="purpose-clause",
            why=f"“{above.text}” is done to “{token.text}”",
        )
        if is_bounded(main):
            yield Proposal(
                source=main.id,
                relation=Allen.BEFORE,
                target=clause.id,
                rule="purpose-clause",
                why=f"“{above.text}” is done to “{token.text}”",
            )


def _is_done(token: "Token") -> bool:
    return feature(token, "Tense") == "Past" or token.tag_ == "VBN"


def by_happening(scene: Scene) -> Iterator[Proposal]:
    """Links by a preposition before the name of a happening.

    "A press conference following talks": the conference after the talks.
    """
    for event in scene.events:
        token = scene.token(event)
        if token is None or not scene.tree.bears(token, "obl", "nmod", "advcl", "acl"):
            continue
        marks = scene.marker(token, "case")
        above = scene.governor(token)
        main = scene.event(above)
        if not marks or main is None or above is None:
            continue
        words = " ".join(t.lower_ for t in marks)
        found = _nominal(words, token, event, main, scene)
        if found is None:
            continue
        yield Proposal(
            source=main.id,
            relation=found[0],
            target=event.id,
            tier=found[1],
            rule="preposition",
            why=f"“{above.text}” {words} “{token.text}”",
            signal=scene.mention(*marks),
        )
        beside = _beside(token, marks[0], scene)
        if beside is not None and found[0] in {Allen.BEFORE, Allen.AFTER}:
            yield Proposal(
                source=beside.id,
                relation=found[0],
                target=event.id,
                rule="preposition-beside",
                why=f"“{words} {token.text}” stands beside it",
                signal=scene.mention(*marks),
            )


def _beside(token: "Token", mark: "Token", scene: Scene) -> Event | None:
    """The happening named just before such a phrase, under the same head.

    "At a conference following talks": the phrase may hang on either word.
    """
    head = scene.tree.head(token)
    if head is None:
        return None
    for other in scene.tree.children(head, "obl", "obj", "nsubj"):
        last = scene.tree.edges(other)[1]
        if other.i < token.i and last == mark.i - 1 and head.i < other.i:
            return scene.event(other)
    return None


def _nominal(
    words: str, token: "Token", event: Event, main: Event, scene: Scene
) -> tuple[Allen, Tier] | None:
    nominal = token.pos_ in {"NOUN", "PROPN"}
    sort = sort_of("happening", words)
    if words in {"on", "upon"}:
        gerund = feature(token, "VerbForm") == "Ger" or token.tag_ == "VBG"
        return (Allen.AFTER, Tier.CERTAIN) if gerund or not nominal else None
    if words == "since" and not main.aspect.startswith("PERFECTIVE"):
        return None
    match sort:
        case "before":
            return Allen.BEFORE, Tier.CERTAIN
        case "after":
            return Allen.AFTER, Tier.CERTAIN
        case "during":
            return Allen.DURING, Tier.CERTAIN
        case "at" if nominal and has("lasting", "nouns", lemma(token)):
            if scene.tree.bears(token, "nmod") and not is_past(main):
                return None
            return Allen.DURING, Tier.LIKELY
        case "until" if words != "to":
            return Allen.BEFORE, Tier.LIKELY
        case "by" if words == "by":
            return None
    return None
