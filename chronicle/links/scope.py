"""Dates beyond the word that they modify: shared, of the scene, of an entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.links.dates import is_coarse
from chronicle.links.proposal import Proposal
from chronicle.links.scene import Scene, is_ahead, is_pluperfect, is_real
from chronicle.links.telling import told
from chronicle.links.words import has
from chronicle.model import (
    Allen,
    Division,
    DivisionAnchor,
    DivisionKind,
    Event,
    EventClass,
    Qualified,
    Qualifier,
    Reading,
    Tier,
    Timex,
    TimexType,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_entry", "by_place", "by_scene", "datelines"]

_DASH = re.compile(r"[^\n.]{0,12}\.?\s*(?:—|–|--)")
_STOP = re.compile(r"[\])*_]*\s*(?:[.:;—–]|--|\n|$)")
_REACH = 3  # sentences that a scene's date holds for, as far as its paragraph goes
_SET = (Allen.DURING, Allen.CONTAINS, Allen.EQUALS)


@dataclass(frozen=True, slots=True)
class _SceneDate:
    """The date at which the narrative stands, and where it was given."""

    timex: Timex
    sentence: int
    place: int
    fronted: bool


def by_scene(
    scene: Scene, divisions: Mapping[str, Division], dated: Mapping[str, Proposal]
) -> Iterator[Proposal]:
    """Links to the date that the narrative stands at, for events without their own.

    Within the sentence a date is shared by clauses that follow. In the sentences after,
    it holds where it is no finer than a month, or is seen from the writing
    ("yesterday"), but not in an entry, which has a day of its own; else only the
    narrative suggests it.
    """
    now: _SceneDate | None = None
    dates: dict[str, Timex] = {t.id: t for t in scene.timexes}
    for event, token in _stages(scene, dated):
        own = dated.get(event.id)
        if own is not None and is_pluperfect(event):  # an excursion: who knows to where
            now = None
            continue
        if own is not None:
            timex = dates[own.target]
            if _fixes(own, scene):
                assert timex.mention is not None
                now = _SceneDate(
                    timex,
                    scene.sentence(token),
                    event.trigger.start,
                    timex.mention.start < event.trigger.start,
                )
                continue
            if now is None or not is_coarse(now.timex):
                now = None
                continue
        if now is None or _leaves(event, token, now, scene):
            now = None
            continue
        if is_pluperfect(event) or event.tense != "PAST" or is_ahead(event):
            continue
        told_elsewhere = scene.sentence(token) != now.sentence and (
            event.class_ is EventClass.REPORTING
            or (_is_entry(event, divisions) and not is_coarse(now.timex))
        )
        if is_real(event) and not told_elsewhere:
            yield _carried(event, token, now, scene)


def _is_entry(event: Event, divisions: Mapping[str, Division]) -> bool:
    """Whether an event is told in a diary or annals, whose own date comes back."""
    division = divisions.get(event.division)
    return division is not None and division.kind is DivisionKind.ENTRY


def by_place(scene: Scene, dated: Mapping[str, Proposal]) -> Iterator[Proposal]:
    """Links from "where they were cut to pieces" to the date of its main clause.

    A clause that goes on with the story at the place just named; after a comma.
    """
    dates: dict[str, Timex] = {t.id: t for t in scene.timexes}
    for event in scene.events:
        token = scene.token(event)
        if token is None or event.id in dated or not is_real(event):
            continue
        if event.tense != "PAST" or is_pluperfect(event):
            continue
        main = scene.event(scene.governor(token))
        if main is None or not _goes_on(token, scene):
            continue
        own = dated.get(main.id) or next(
            (d for t in scene.tree.above(token) if (d := _date_of(t, scene, dated))),
            None,
        )
        if own is None or not _fixes(own, scene):
            continue
        mention = dates[own.target].mention
        assert mention is not None
        yield Proposal(
            source=event.id,
            relation=Allen.DURING,
            target=own.target,
            rule="date-of-place",
            why=f"“{scene.quote(mention)}” still holds there",
            score=0.7,
        )


def _date_of(
    token: "Token", scene: Scene, dated: Mapping[str, Proposal]
) -> Proposal | None:
    event = scene.event(token)
    return None if event is None else dated.get(event.id)


def _goes_on(token: "Token", scene: Scene) -> bool:
    """Whether a clause is opened by "where" or "whereupon" after a comma."""
    openers = [
        t
        for t in scene.tree.children(token, "advmod", "mark")
        if t.lower_ in {"where", "whereupon", "whence"} and t.i < token.i
    ]
    return bool(openers) and openers[0].i > 0 and openers[0].nbor(-1).text == ","


def _stages(
    scene: Scene, dated: Mapping[str, Proposal]
) -> "Iterator[tuple[Event, Token]]":
    """The events of main clauses, and dated ones of clauses put before them."""
    main = {e.id for e in told(scene)}
    for event in scene.events:
        token = scene.token(event)
        if token is None:
            continue
        if event.id in main:
            yield event, token
        elif event.id in dated and scene.tree.bears(token, "advcl"):
            head = scene.tree.head(token)
            if head is not None and token.i < head.i:
                yield event, token


def _sets_scene(timex: Timex) -> bool:
    return timex.type in {TimexType.DATE, TimexType.TIME} and not (
        isinstance(timex.reading, Qualified)
        and timex.reading.qualifier not in {Qualifier.APPROXIMATE, Qualifier.UNCERTAIN}
    )


def _leaves(event: Event, token: "Token", now: _SceneDate, scene: Scene) -> bool:
    """Whether the narrative has moved on to another time."""
    between = scene.document.text[now.place : event.trigger.start]
    if event.division != now.timex.division or "\n\n" in between.replace("\r", ""):
        return True
    if scene.sentence(token) - now.sentence > _REACH:
        return True
    moved = any(
        has("adverb", "next", t.lower_) or t.lower_ == "last"
        for t in scene.tree.below(token)
        if scene.tree.head(t) is not None
        and scene.tree.bears(t, "advmod", "obl")
        and scene.date(t) is None
    )
    return moved and not is_coarse(now.timex)


def _carried(event: Event, token: "Token", now: _SceneDate, scene: Scene) -> Proposal:
    near = scene.sentence(token) == now.sentence
    firm = is_coarse(now.timex) or _is_deictic(now.timex.reading)
    if near:
        firm = now.fronted or scene.tree.child(token, "nsubj") is None
    assert now.timex.mention is not None
    words = scene.quote(now.timex.mention)
    return Proposal(
        source=event.id,
        relation=Allen.DURING,
        target=now.timex.id,
        tier=Tier.LIKELY if firm else Tier.NARRATIVE,
        rule="shared-date" if near else "scene-date",
        why=f"“{words}” still holds",
        score=0.8 if near else 0.6,
    )


def _is_deictic(reading: Reading) -> bool:
    """Whether a date is seen from the writing."""
    while (inner := getattr(reading, "of", None)) is not None:
        reading = inner
    return isinstance(getattr(reading, "anchor", None), DivisionAnchor)


def by_entry(
    scene: Scene, divisions: Mapping[str, Division], dated: Mapping[str, Proposal]
) -> Iterator[Proposal]:
    """Links from what a diary or annals tell of an entry's day or year to its date."""
    days = {
        name: timex
        for name, timex in datelines(scene, divisions).items()
        if divisions[name].kind is DivisionKind.ENTRY
        and not _within_letter(divisions[name], divisions)
    }
    for event in told(scene):
        timex = days.get(event.division)
        if timex is None or timex.mention is None:
            continue
        if _fixes(dated.get(event.id), scene):
            continue
        if event.tense != "PAST" or is_pluperfect(event) or not is_real(event):
            continue
        if is_ahead(event):
            continue
        yield Proposal(
            source=event.id,
            relation=Allen.DURING,
            target=timex.id,
            tier=Tier.LIKELY,
            rule="entry-date",
            why=f"told under “{scene.quote(timex.mention)}”",
            score=0.5,
        )


def _within_letter(division: Division, divisions: Mapping[str, Division]) -> bool:
    parent = divisions.get(division.parent or "")
    return parent is not None and parent.kind is DivisionKind.LETTER


def datelines(scene: Scene, divisions: Mapping[str, Division]) -> dict[str, Timex]:
    """The dates that divisions begin with, by division."""
    found = {name: _dateline(d, scene) for name, d in divisions.items()}
    return {name: timex for name, timex in found.items() if timex is not None}


def _fixes(own: Proposal | None, scene: Scene) -> bool:
    """Whether an event has a date of its own that it lies in, not only one side of."""
    if own is None or own.relation not in _SET:
        return False
    dates: dict[str, Timex] = {t.id: t for t in scene.timexes}
    return _sets_scene(dates[own.target])


def _dateline(division: Division, scene: Scene) -> Timex | None:
    """The date that a division begins with, a place and a dash around it allowed."""
    for timex in scene.timexes:
        if timex.mention is None or timex.mention.start < division.start:
            continue
        if timex.mention.start >= division.end:
            return None
        before = scene.document.text[division.start : timex.mention.start]
        after = scene.document.text[timex.mention.end : timex.mention.end + 24]
        words = scene.quote(timex.mention)
        titled = words in (division.title or "") or _STOP.match(after) is not None
        if titled and not before.strip(" \t\r\n#*_[(."):
            return timex
        return timex if len(before) <= 60 and _DASH.match(after) else None
    return None
