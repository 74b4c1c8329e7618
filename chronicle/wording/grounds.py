"""When an event was, in print."""

from chronicle.dates.axis import MINUTES_PER_DAY, TimeSpan
from chronicle.model import (
    Allen,
    AnnotatedDocument,
    Assembly,
    Basis,
    DatedBy,
    Entry,
    FlagKind,
    LinkKind,
    Partial,
    Reading,
    Recurring,
    Shift,
    Tier,
    Timex,
    TimexId,
    TimexType,
    Unit,
    Vague,
    Weekday,
)
from chronicle.model import Part as PartOf
from chronicle.wording.bounds import describe, when
from chronicle.wording.names import flat
from chronicle.wording.styles import styled

__all__ = [
    "NONE",
    "by_neighbour",
    "entry_when",
    "event_timex",
    "event_when",
    "nearest",
]

NONE = Basis(kind=DatedBy.NONE)
_WITHIN = frozenset({Allen.DURING, Allen.EQUALS, Allen.STARTS, Allen.FINISHES})


def entry_when(assembly: Assembly, entry: Entry) -> str:
    """The date of an entry: that of its head's own telling."""
    return event_when(assembly, entry.head)


def event_when(assembly: Assembly, event_id: str) -> str:
    """The date of an event, fit to print; "n.d." where nothing is known."""
    annotated = assembly.home[event_id]
    chronology = assembly.chronologies[annotated.document.key]
    span = chronology.spans.get(event_id, TimeSpan())
    timex = event_timex(assembly, event_id)
    if timex is not None and timex.mention is not None:
        words = flat(annotated.quote(timex.mention))
        if timex.span is None or timex.span.is_open:
            return f"{words} [{_lacking(timex)}]"
        if _same_days(span, timex.span):
            return _printed(assembly, timex, words, span)
        if _is_around(span, timex.span):
            return _printed(assembly, timex, words, timex.span)
        if side := _side(span, timex.span):
            return _one_sided(assembly, annotated, timex, side)
    if not span.is_open:
        return f"[{describe(span, settings=assembly.settings)}]"
    return by_neighbour(assembly, annotated, event_id)


def _printed(assembly: Assembly, timex: Timex, words: str, span: TimeSpan) -> str:
    if (timex.edtf or "").startswith("[") and _has(timex, FlagKind.AMBIGUOUS):
        supplied = when(
            span, as_written=None, edtf=timex.edtf, settings=assembly.settings
        )
        return f"{words} {supplied}"
    return styled(
        words,
        span=span,
        edtf=timex.edtf,
        calendar=timex.calendar,
        settings=assembly.settings,
    )


def _side(span: TimeSpan, date: TimeSpan) -> str | None:
    """Whether something began, or ended, at a date and went on beyond it."""
    first, last = date.begin.earliest, date.end.latest
    if first is None or last is None:
        return None
    begin, end = span.begin, span.end
    if (
        begin.earliest is not None
        and begin.latest is not None
        and first <= begin.earliest <= begin.latest <= last
        and (end.latest is None or end.latest > last)
        and (end.earliest is None or end.earliest > first + 1)
    ):
        return "from"
    if (
        end.earliest is not None
        and end.latest is not None
        and first <= end.earliest <= end.latest <= last
        and (begin.earliest is None or begin.earliest < first)
    ):
        return "until"
    return None


def _one_sided(
    assembly: Assembly, annotated: AnnotatedDocument, timex: Timex, side: str
) -> str:
    """A date with "from" or "until": the source's word if it has one."""
    mention, span = timex.mention, timex.span
    assert mention is not None and span is not None
    words = flat(annotated.quote(mention))
    before = annotated.document.text[: mention.start].rstrip().rpartition(" ")[2]
    shown = _printed(assembly, timex, words, span)
    said = {"from": ("from", "since"), "until": ("until", "till", "to")}[side]
    has_it = before.lower() in said or words.lower().startswith(said)
    if has_it and not shown.startswith("["):
        return f"{side} {shown}"
    return f"[{side} {shown[1:]}" if shown.startswith("[") else f"[{side}] {shown}"


def _is_around(span: TimeSpan, date: TimeSpan) -> bool:
    """Whether something was going on at a date, and no more is known of its ends."""
    core = span.begin.latest, span.end.earliest
    if span.begin.earliest is not None or span.end.latest is not None:
        return False
    first, last = date.begin.earliest, date.end.latest
    return all(
        c is not None and first is not None and last is not None and first <= c <= last
        for c in core
    )


def event_timex(assembly: Assembly, event_id: str) -> Timex | None:
    """The time expression that an event's date rests on, as ordering left it.

    One that could not be resolved counts too: its words are all that is known.
    """
    annotated = assembly.home[event_id]
    chronology = assembly.chronologies[annotated.document.key]
    basis = chronology.basis.get(event_id, NONE)
    if basis.kind is DatedBy.EDITOR:
        return None
    found = basis.timex
    if found is None or not _is_own(annotated, event_id, found):
        found = _unresolved(annotated, event_id)
    timex = annotated.timex.get(found or "")
    if timex is None or isinstance(timex.reading, Vague):
        return None
    is_length = timex.type in (TimexType.DURATION, TimexType.SET)
    return None if is_length and timex.span is None else timex


def _unresolved(annotated: AnnotatedDocument, event_id: str) -> TimexId | None:
    for link in annotated.links_of.get(event_id, ()):
        timex = annotated.timex.get(link.target)
        is_when = link.kind is LinkKind.TLINK and link.relation in _WITHIN
        if is_when and timex is not None and timex.mention and timex.span is None:
            return timex.id
    return None


def _is_own(annotated: AnnotatedDocument, event_id: str, timex_id: str) -> bool:
    """Whether a link ties the time expression to the event itself."""
    return any(
        {link.source, link.target} == {event_id, timex_id} for link in annotated.links
    )


def _same_days(a: TimeSpan, b: TimeSpan) -> bool:
    first = a.begin.earliest, b.begin.earliest
    last = a.end.latest, b.end.latest
    if None in first or None in last:
        return first == (None, None) or last == (None, None)
    days = [edge // MINUTES_PER_DAY for edge in first if edge is not None]
    ends = [(edge - 1) // MINUTES_PER_DAY for edge in last if edge is not None]
    return days[0] == days[1] and ends[0] == ends[1]


def _has(timex: Timex, kind: FlagKind) -> bool:
    return any(flag.kind is kind for flag in timex.flags)


def _lacking(timex: Timex) -> str:
    """Why a time expression has no date, in two words."""
    if _has(timex, FlagKind.IMPOSSIBLE):
        return "no such day"
    return _missing(timex.reading)


def _missing(reading: Reading) -> str:
    """What would have to be known to date an expression."""
    if isinstance(reading, PartOf):
        return _missing(reading.of)
    if isinstance(reading, Shift):
        unit = reading.unit
        if reading.amount is None:
            return "interval unknown"
        if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.SEASON, Unit.DECADE):
            return f"{unit.value} unknown"
        return "date unknown"
    if isinstance(reading, Weekday):
        return "week unknown"
    if isinstance(reading, Partial):
        return "year unknown" if reading.month is not None else "month unknown"
    if isinstance(reading, Recurring):
        return "repeated"
    return "date unknown"


def nearest(
    assembly: Assembly, event_id: str, *, tier: Tier = Tier.CERTAIN
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The nearest events known to be earlier, and later, than an event."""
    annotated = assembly.home[event_id]
    around = assembly.chronologies[annotated.document.key].nearest.get(event_id)
    if around is None:
        return (), ()
    pairs = (*around.before, *around.after)
    earlier = (p.earlier for p in pairs if p.tier is tier and p.later == event_id)
    later = (p.later for p in pairs if p.tier is tier and p.earlier == event_id)
    known = annotated.event
    return (
        tuple(dict.fromkeys(e for e in earlier if e in known)),
        tuple(dict.fromkeys(e for e in later if e in known)),
    )


def by_neighbour(
    assembly: Assembly, annotated: AnnotatedDocument, event_id: str
) -> str:
    """The nearest certain neighbours in brackets; "n.d." where there are none."""
    earlier, later = nearest(assembly, event_id)
    said = [
        f"{word} “{flat(annotated.quote(annotated.event[found[0]].extent))}”"
        for word, found in (("after", earlier), ("before", later))
        if found
    ]
    return f"[{', '.join(said)}]" if said else "n.d."
