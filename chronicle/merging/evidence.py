"""What speaks for two tellings being of one happening, and what against."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chronicle.dates.axis import MINUTES_PER_DAY, TimeSpan
from chronicle.model import (
    AnnotatedDocument,
    DivisionKind,
    EntityKind,
    Entry,
    Event,
    EventClass,
    Factuality,
    Role,
)

__all__ = ["Telling", "alike", "are_copies", "dates_differ", "telling"]

_TOLD = frozenset({Factuality.ASSERTED, Factuality.PROBABLE})
_STATIC = frozenset({EventClass.STATE, EventClass.I_STATE, EventClass.PERCEPTION})
_SPEECH = frozenset({EventClass.REPORTING})
_WORD = re.compile(r"\w+")
_SHINGLE = 5
_COPIED = 0.6
_FAR = 31 * MINUTES_PER_DAY
_SHARP = 7 * MINUTES_PER_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One entry's head as merging sees it: its act, its people and places, its words.

    ``doers`` and ``others`` are names as sets of their telling words; ``titles`` are
    the titles of who does it ("the Prince"). ``source`` is who tells it: a letter's
    writer, a despatch, else the document.
    """

    entry: Entry
    act: str
    class_: EventClass
    doers: tuple[frozenset[str], ...]
    others: tuple[frozenset[str], ...]
    titles: frozenset[str]
    span: TimeSpan
    is_told: bool
    source: str
    words: tuple[str, ...]

    @property
    def name_words(self) -> frozenset[str]:
        """All words of the names that take part."""
        return frozenset().union(*self.doers, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    kinds: Mapping[str, str]  # lemma → the name of its kind of action
    common: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    text = files("chronicle.merging").joinpath("lexicon.toml").read_text("utf-8")
    table = tomllib.loads(text)
    sets = table["kinds"]["sets"]
    return _Lexicon(
        kinds={lemma: group[0] for group in sets for lemma in group},
        common=frozenset(table["common"]["lemmas"]),
        titles=frozenset(table["titles"]["words"]),
        particles=frozenset(table["titles"]["particles"]),
    )


def telling(entry: Entry, annotated: AnnotatedDocument) -> Telling:
    """An entry's head with what merging compares."""
    event = annotated.event[entry.head]
    return Telling(
        entry=entry,
        act=_lexicon().kinds.get(event.lemma.lower(), event.lemma.lower()),
        class_=event.class_,
        doers=_named(annotated, event, frozenset({Role.AGENT})),
        others=_named(annotated, event, frozenset(Role) - {Role.AGENT}),
        titles=_titles(annotated, event),
        span=entry.span,
        is_told=event.factuality in _TOLD and event.specific is not False,
        source=_source(annotated, event),
        words=tuple(_WORD.findall(annotated.quote(event.sentence).lower())),
    )


def _named(
    annotated: AnnotatedDocument, event: Event, roles: frozenset[Role]
) -> tuple[frozenset[str], ...]:
    found = []
    for participant in event.participants:
        entity = annotated.entity.get(participant.entity or "")
        if participant.role not in roles or entity is None:
            continue
        if entity.kind is EntityKind.OTHER or not entity.name[:1].isupper():
            continue
        words = frozenset(_WORD.findall(entity.name.lower())) - _lexicon().titles
        if words:
            found.append(words)
    return tuple(found)


def _source(annotated: AnnotatedDocument, event: Event) -> str:
    """Who tells it, as far as a source can be told from another."""
    division = annotated.division.get(event.division)
    while division is not None:
        if division.kind is DivisionKind.LETTER:
            return division.author or division.id
        if division.kind is DivisionKind.ARTICLE and division.parent and division.place:
            return division.id
        division = annotated.division.get(division.parent or "")
    return annotated.document.author or annotated.document.key


def _titles(annotated: AnnotatedDocument, event: Event) -> frozenset[str]:
    words: set[str] = set()
    for participant in event.taking_part(Role.AGENT):
        entity = annotated.entity.get(participant.entity or "")
        mention = participant.mention
        if entity is not None:
            words |= set(_WORD.findall(entity.name.lower()))
        elif mention is not None:
            words |= set(_WORD.findall(annotated.quote(mention).lower()))
    return frozenset(words & _lexicon().titles) - _lexicon().particles


def are_copies(a: Telling, b: Telling) -> bool:
    """Whether one sentence repeats the other nearly word for word."""
    if a.words == b.words:
        return len(a.words) > 3
    if min(len(a.words), len(b.words)) < 2 * _SHINGLE:
        return False
    one, two = _shingles(a.words), _shingles(b.words)
    return len(one & two) / min(len(one), len(two)) >= _COPIED


def _shingles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1))


def alike(a: Telling, b: Telling) -> tuple[str, ...] | None:
    """The reasons for merging two tellings; ``None`` where they do not suffice.

    A plan and its outcome are never one telling, nor are two people's acts.
    """
    if a.act != b.act or not (a.is_told and b.is_told):
        return None
    copied = are_copies(a, b)
    shared = _shared(a.doers, b.doers), _shared(a.others, b.others)
    across = _shared(a.doers, b.others) + _shared(a.others, b.doers)
    if a.doers and b.doers and not shared[0]:
        return None
    same = shared[0] + shared[1] + across
    near = _nearness(a.span, b.span)
    if _by_title(a, b) and _are_close(a.span, b.span):
        same.append(f"“the {' '.join(sorted(a.titles & b.titles)).title()}”")
        near = "same" if near == "open" else near
    if not (copied or _suffices(a, same, near)):
        return None
    reasons = [f"the same act, “{a.act}”"]
    if same:
        reasons.append(f"the same names: {', '.join(sorted(set(same)))}")
    reasons.append(_NEARNESS[near])
    if copied:
        reasons.append("nearly the same words: one is taken for a copy of the other")
    return tuple(reasons)


_NEARNESS = {
    "same": "their dates fall together",
    "open": "one of them is undated, and its bounds allow the other's date",
    "near": "their dates lie within a month, but apart",
    "far": "their dates lie far apart",
}


def _by_title(a: Telling, b: Telling) -> bool:
    """Whether one names who did it and the other gives a title that the name bears."""
    one_sided = bool(a.doers) != bool(b.doers)
    return one_sided and bool(a.titles & b.titles)


def _are_close(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two tellings fit, and no known bound of one is far from the other's."""
    if _contradict(a, b):
        return False
    ends = [
        m for s in (a, b) for m in (s.begin.earliest, s.end.latest) if m is not None
    ]
    return len(ends) > 2 and max(ends) - min(ends) <= _SHARP


def _suffices(a: Telling, same: list[str], near: str) -> bool:
    """How many shared names it takes: the less the dates say, the more."""
    if a.class_ in _STATIC or near == "far":
        return False
    needed = {"same": 1, "open": 2, "near": 2}[near]
    needed += a.class_ in _SPEECH or a.act in _lexicon().common
    return len(set(same)) >= needed


def _shared(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> list[str]:
    """Names that fit: one's words are all among the other's."""
    return [
        " ".join(sorted(one if len(one) <= len(two) else two)).title()
        for one in a
        for two in b
        if one <= two or two <= one
    ]


def _hull(span: TimeSpan) -> tuple[int, int] | None:
    first, last = span.begin.earliest, span.end.latest
    return None if first is None or last is None else (first, last)


def _nearness(a: TimeSpan, b: TimeSpan) -> str:
    one, two = _hull(a), _hull(b)
    if one is None or two is None:
        return "open" if not _contradict(a, b) else "far"
    if one[0] < two[1] and two[0] < one[1]:
        wide = max(one[1] - one[0], two[1] - two[0]) > _SHARP
        return "open" if wide else "same"
    gap = max(one[0], two[0]) - min(one[1], two[1])
    return "near" if gap <= _FAR else "far"


def _contradict(a: TimeSpan, b: TimeSpan) -> bool:
    return any(
        first is not None and last is not None and first >= last
        for first, last in (
            (a.begin.earliest, b.end.latest),
            (b.begin.earliest, a.end.latest),
        )
    )


def dates_differ(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two tellings cannot both be right about the time."""
    return _contradict(a, b)
