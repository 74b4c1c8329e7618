"""Events and the dates that modify them, by syntax."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from chronicle.language.syntax import lemma
from chronicle.links.misplaced import hanging, is_misplaced
from chronicle.links.proposal import Proposal
from chronicle.links.scene import Scene
from chronicle.links.words import has, sort_of
from chronicle.model import (
    Absolute,
    Allen,
    At,
    Between,
    Event,
    EventClass,
    LinkKind,
    Mention,
    MentionAnchor,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Shift,
    Tier,
    Timex,
    TimexType,
    Unit,
    Weekday,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["anchor_of", "by_syntax", "is_coarse"]

_RELATIONS = {
    "within": Allen.DURING,
    "since": Allen.OVERLAPPED_BY,
    "until": Allen.OVERLAPS,
    "by": Allen.BEFORE,
    "before": Allen.BEFORE,
    "after": Allen.AFTER,
    "throughout": Allen.EQUALS,
}
_ONE_SIDED = frozenset(
    {
        Qualifier.BEFORE,
        Qualifier.AFTER,
        Qualifier.ON_OR_BEFORE,
        Qualifier.ON_OR_AFTER,
    }
)


def by_syntax(scene: Scene, datelines: Container[str]) -> Iterator[Proposal]:
    """A link from each event to each date that modifies it, and to its anchor.

    ``datelines`` date their divisions and modify nothing. Of two dates joined by "and"
    the event begins in the first and goes on into the second.
    """
    joined = _joined(scene)
    for timex in scene.timexes:
        heads = scene.heads_of(timex)
        if not heads or timex.id in datelines:
            continue
        yield from _relative(timex, heads[-1], scene)
        tried = (_modified(timex, h, scene) for h in reversed(heads))
        found = next((m for m in tried if m), None)
        if found is None or is_misplaced(timex, found[0]):
            found = hanging(timex, heads[0], scene) or found
        own = found[0] if found else None
        yield from _anchored(timex, heads[-1], own, scene)
        if found is None:
            continue
        event, tier, why = found
        marks = next((m for h in heads if (m := scene.marker(h, "case", "mark"))), ())
        relation = _relation(timex, heads, marks, event, scene)
        if relation is Allen.DURING and timex.id in joined:
            relation, tier = joined[timex.id], Tier.LIKELY
        if relation is not None:
            yield Proposal(
                source=event.id,
                relation=relation,
                target=timex.id,
                tier=tier,
                rule="date-modifies",
                why=why,
                signal=scene.mention(*marks),
            )


def _joined(scene: Scene) -> dict[str, Allen]:
    """What dates say that are joined ("in late 1940 and early 1941")."""
    found: dict[str, Allen] = {}
    for timex in scene.timexes:
        for head in scene.heads_of(timex):
            above = scene.tree.head(head)
            first = None if above is None else scene.date(above)
            if first is not None and first != timex and scene.tree.bears(head, "conj"):
                found.setdefault(first.id, Allen.OVERLAPPED_BY)
                found[timex.id] = Allen.OVERLAPS
    return found


def anchor_of(reading: Reading | None) -> MentionAnchor | None:
    """The words for the event that a reading counts from."""
    while isinstance(reading, Part | Qualified):
        reading = reading.of
    anchor = getattr(reading, "anchor", None)
    return anchor if isinstance(anchor, MentionAnchor) else None


def _anchored(
    timex: Timex, head: "Token", own: Event | None, scene: Scene
) -> Iterator[Proposal]:
    """The event that the words of an anchor describe.

    The one that the date hangs on, else the first of the words; never the one that the
    date is ``own`` to, which would count from itself.
    """
    anchor = anchor_of(timex.reading)
    if anchor is None:
        return
    covered = Mention(document=scene.document.key, start=anchor.start, end=anchor.end)
    words = [
        t
        for t in scene.covered(covered)
        if (event := scene.event(t)) is not None and event != own
    ]
    above = scene.tree.head(head)
    chosen = next((t for t in words if above is not None and t.i == above.i), None)
    if chosen is None and words:
        chosen = words[0]
    event = scene.event(chosen)
    if event is None or chosen is None:
        return
    yield Proposal(
        kind=LinkKind.ANCHOR,
        source=timex.id,
        relation="anchor",
        target=event.id,
        tier=Tier.CERTAIN,
        rule="anchor-words",
        why=f"the date counts from “{chosen.text}”",
    )


def _relative(timex: Timex, head: "Token", scene: Scene) -> Iterator[Proposal]:
    """ "The day on which they entered": the date of the relative clause too."""
    named_again = [
        t
        for t in scene.tree.children(head, "appos")
        if has("time_noun", "nouns", lemma(t))
    ]
    clauses = [
        c for t in (head, *named_again) for c in scene.tree.children(t, "acl:relcl")
    ]
    for clause in clauses:
        event = scene.event(clause)
        subject = scene.tree.child(clause, "nsubj")
        of_date = subject is not None and subject.lower_ in {"which", "that"}
        if event is not None and not of_date:
            yield Proposal(
                source=event.id,
                relation=Allen.DURING,
                target=timex.id,
                tier=Tier.CERTAIN,
                rule="date-of-clause",
                why="the clause says what happened at that date",
            )


def _modified(
    timex: Timex, head: "Token", scene: Scene
) -> tuple[Event, Tier, str] | None:
    """The event that a date modifies, through what does not interrupt it."""
    anchor = anchor_of(timex.reading)
    here, tier = head, Tier.CERTAIN
    marks = " ".join(t.lower_ for t in scene.marker(head, "case"))
    for above in scene.tree.above(head):
        if anchor is not None and anchor.start <= above.idx < anchor.end:
            here = above
            continue
        event = scene.event(above)
        relation = scene.tree.relation(here)
        if event is not None and scene.date(above) is not timex:
            if here is not head and relation in _OTHER_CLAUSE:
                return None
            if relation in _ARGUMENTS and not _has_other_subject(here, above, scene):
                return None
            words = f"“{above.text}” is modified by the date"
            return event, tier, words
        if here is not head and relation in _OTHER_CLAUSE:
            return None
        if scene.tree.heads_clause(above) and relation in {"nsubj", "obj", "iobj"}:
            return None
        if here is head and relation in {"compound", "amod", "flat"}:
            return None
        if has("time_noun", "nouns", lemma(above)):
            pass
        elif relation == "nmod" and here is head:
            if marks in {"of", "for", "from", "to"} or above.pos_ != "PROPN":
                return None
            tier = Tier.LIKELY
        elif relation in {"nmod", "appos", "acl", "advcl", "parataxis", "conj"}:
            if scene.date(above) is None:
                return None
        elif here is not head:
            tier = Tier.LIKELY
        here = above
    return None


_OTHER_CLAUSE = frozenset({"conj", "parataxis", "advcl", "acl", "ccomp", "csubj"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "ccomp", "xcomp", "csubj", "acl"})


def _has_other_subject(token: "Token", verb: "Token", scene: Scene) -> bool:
    """Whether a date taken for a subject has another beside it, and so is none."""
    others = [t for t in scene.tree.children(verb, "nsubj") if t.i != token.i]
    return bool(others) and scene.date(token) is not None


def _relation(
    timex: Timex,
    heads: "list[Token]",
    marks: "tuple[Token, ...]",
    event: Event,
    scene: Scene,
) -> Allen | None:
    """What the preposition, the reading and the event's own kind say."""
    reading = timex.reading
    if isinstance(reading, Qualified) and reading.qualifier in _ONE_SIDED:
        return Allen.DURING
    outside = [t for t in marks if scene.date(t) is not timex]
    sort = sort_of("date", " ".join(t.lower_ for t in outside)) if outside else "within"
    whole = any(
        t.lower_ in {"all", "throughout", "whole", "entire"}
        for head in heads
        for t in scene.tree.children(head)
    )
    if isinstance(reading, Between):
        return _of_range(timex, event, scene)
    if timex.type is TimexType.DURATION:
        return Allen.EQUALS if sort == "set_for" or not outside else Allen.DURING
    if sort == "set_for":
        return None
    if sort == "until" and (event.polarity == "NEG" or _puts_off(event, scene)):
        return Allen.BEFORE
    if sort is None:
        return None
    if sort == "within" and whole and event.class_ is not EventClass.REPORTING:
        return Allen.EQUALS
    return _RELATIONS[sort]


def _puts_off(event: Event, scene: Scene) -> bool:
    """ "Put off until Saturday": only what is put off comes then."""
    token = scene.token(event)
    particles = scene.tree.children(token, "compound:prt") if token else []
    phrase = "_".join([event.lemma.lower(), *(t.lower_ for t in particles)])
    return has("putting_off", "verbs", phrase)


def _of_range(timex: Timex, event: Event, scene: Scene) -> Allen:
    """From one date to another: all of it, unless "between" only bounds it."""
    assert timex.mention is not None and isinstance(timex.reading, Between)
    if timex.reading.begin is None or timex.reading.end is None:
        return Allen.DURING
    words = scene.quote(timex.mention).lower()
    first = scene.covered(timex.mention)[0]
    before = first.nbor(-1).lower_ if first.i else ""
    if words.startswith("between") or before == "between":
        return Allen.DURING
    return Allen.EQUALS


_SEASONAL = frozenset(PartName) - {
    PartName.DAWN,
    PartName.MORNING,
    PartName.NOON,
    PartName.AFTERNOON,
    PartName.EVENING,
    PartName.NIGHT,
    PartName.MIDNIGHT,
}
_FINE = frozenset({Unit.DAY, Unit.NIGHT, Unit.HOUR, Unit.MINUTE})


def is_coarse(timex: Timex) -> bool:
    """Whether a date is longer than a day, as far as its reading tells."""
    reading: Reading = timex.reading
    while isinstance(reading, Qualified):
        reading = reading.of
    match reading:
        case Partial(day=day, weekday=weekday, hour=hour):
            return day is None and weekday is None and hour is None
        case Shift(unit=unit):
            return unit not in _FINE
        case Weekday():
            return False
        case Absolute(edtf=edtf):
            return len(edtf) < len("0000-00-00")
        case Part(which=which):
            return which in _SEASONAL
        case At(unit=unit):
            return unit not in _FINE
    return timex.type is not TimexType.TIME
