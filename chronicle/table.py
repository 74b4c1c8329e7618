"""Two tables: one row an entry (what a reader wants), one row an event (everything).

One value a cell, lists joined with ``|``. The four bounds are ISO days, astronomical
and inclusive; ``when`` is the historian's form. Cells are raw text: an exporter makes
them safe for its format.
"""

from collections.abc import Iterator

from chronicle.citations import footnote
from chronicle.dates.axis import TimeSpan, civil
from chronicle.model import (
    Agreement,
    AnnotatedDocument,
    Assembly,
    Basis,
    DatedBy,
    Entry,
    EntryPart,
    Event,
    FlagKind,
    Layer,
    Role,
    Tier,
    Verdict,
)
from chronicle.wording import (
    according_to,
    author,
    chain,
    dated,
    entry_when,
    event_summary,
    event_timex,
    event_when,
    flat,
    locator,
    names,
    nearest,
    said_by,
    summary,
    written,
)

__all__ = ["EVENT_COLUMNS", "TIMELINE_COLUMNS", "event_rows", "timeline_rows"]

_BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
TIMELINE_COLUMNS = (
    *("order", "entry_id", "when", *_BOUNDS, "dated_by", "summary", "agent", "place"),
    *("factuality", "said_by", "witnesses", "copies", "disagreement", "event_ids"),
    *("note", "footnote"),
)
EVENT_COLUMNS = (
    *("order", "event_id", "entry_id", "parent_id", "relation", "level", "when"),
    *("date_edtf", *_BOUNDS, "dated_by", "basis", "date_as_written", "calendar"),
    *("summary", "trigger", "action", "class", "factuality", "polarity", "tense"),
    *("aspect", "agent", "patient", "recipient", "place", "said_by", "chain", "quote"),
    *("document", "division", "document_date", "locator", "start", "end", "before"),
    *("after", "confidence", "status", "note"),
)
_NONE = Basis(kind=DatedBy.NONE)
_WORDS = {Tier.CERTAIN: "certain", Tier.LIKELY: "likely", Tier.NARRATIVE: "narrative"}


def timeline_rows(assembly: Assembly) -> tuple[dict[str, str], ...]:
    """One row an entry, in order; the columns of ``TIMELINE_COLUMNS``."""
    return tuple(_entry_row(assembly, entry) for entry in assembly.entries)


def _entry_row(assembly: Assembly, entry: Entry) -> dict[str, str]:
    annotated = assembly.home[entry.head]
    event = annotated.event[entry.head]
    parts = (part.event for part in entry.parts)
    others = (a.event for a in (*entry.accounts[1:], *entry.copies))
    return {
        "order": str(entry.order),
        "entry_id": entry.id,
        "when": entry_when(assembly, entry),
        **_bounds(entry.span),
        "dated_by": _basis(assembly, entry.head).kind.value,
        "summary": summary(assembly, entry),
        "agent": "|".join(names(annotated, event, Role.AGENT)),
        "place": "|".join(names(annotated, event, Role.PLACE)),
        "factuality": event.factuality.value,
        "said_by": according_to(assembly, entry),
        "witnesses": str(len(entry.accounts)),
        "copies": str(len(entry.copies)),
        "disagreement": _disagreement(assembly, entry),
        "event_ids": "|".join(dict.fromkeys([entry.head, *others, *parts])),
        "note": "; ".join(_entry_notes(assembly, entry)),
        "footnote": footnote(assembly, entry),
    }


def _disagreement(assembly: Assembly, entry: Entry) -> str:
    if entry.agreement is not Agreement.DIFFER:
        return ""
    return "|".join(
        f"{said_by(assembly.document[account.document], account.event)}: "
        f"{event_when(assembly, account.event)}"
        for account in entry.accounts
    )


def _entry_notes(assembly: Assembly, entry: Entry) -> Iterator[str]:
    if entry.layer is not Layer.NARRATED:
        yield f"layer: {entry.layer.value}"
    if entry.evidence is not None:
        yield "told more than once: " + ", ".join(entry.evidence.steps)
    yield from _notes(assembly, entry.head)


def _notes(assembly: Assembly, event_id: str) -> Iterator[str]:
    timex = event_timex(assembly, event_id)
    for flag in timex.flags if timex is not None else ():
        word = "" if flag.kind is FlagKind.UNRESOLVED else f"{flag.kind.value}: "
        yield f"{word}{flag.why}"
    for decision in assembly.decisions:
        if decision.target.id == event_id and decision.note:
            yield decision.note


def event_rows(assembly: Assembly) -> tuple[dict[str, str], ...]:
    """One row an event: each entry's head, then what stands beneath it, then the rest.

    The columns are those of ``EVENT_COLUMNS``.
    """
    rows = []
    seen: set[str] = set()
    for entry in assembly.entries:
        accounts = (a.event for a in (*entry.accounts, *entry.copies))
        parts = (part.event for part in entry.parts)
        for event_id in dict.fromkeys((*accounts, *parts)):
            seen.add(event_id)
            rows.append(_event_row(assembly, event_id, entry))
    for annotated in assembly.annotated:
        told = sorted(annotated.events, key=lambda e: (e.trigger.start, e.id))
        rows += [_event_row(assembly, e.id, None) for e in told if e.id not in seen]
    return tuple({"order": str(n), **row} for n, row in enumerate(rows, start=1))


def _event_row(
    assembly: Assembly, event_id: str, entry: Entry | None
) -> dict[str, str]:
    annotated = assembly.home[event_id]
    event = annotated.event[event_id]
    return {
        "event_id": event_id,
        **_structure(event_id, entry),
        **_time(assembly, annotated, event),
        **_grammar(assembly, annotated, event, entry),
        **_source(assembly, annotated, event),
        **_standing(assembly, annotated, event),
    }


def _structure(event_id: str, entry: Entry | None) -> dict[str, str]:
    found = entry.parts if entry else ()
    parts: dict[str, EntryPart] = {part.event: part for part in found}
    level, above = 1, event_id
    while above in parts:
        level, above = level + 1, parts[above].parent
    part = parts.get(event_id)
    return {
        "entry_id": entry.id if entry else "",
        "parent_id": part.parent if part else "",
        "relation": part.relation if part else "",
        "level": str(level) if entry else "",
    }


def _time(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> dict[str, str]:
    chronology = assembly.chronologies[annotated.document.key]
    basis = _basis(assembly, event.id)
    timex = event_timex(assembly, event.id)
    is_written = timex is not None and timex.mention is not None
    return {
        "when": event_when(assembly, event.id),
        "date_edtf": (timex.edtf or "") if timex else "",
        **_bounds(chronology.spans.get(event.id, TimeSpan())),
        "dated_by": basis.kind.value,
        "basis": "; ".join(basis.steps),
        "date_as_written": (
            flat(annotated.quote(timex.mention))
            if is_written and timex is not None and timex.mention is not None
            else ""
        ),
        "calendar": (timex.calendar or "") if timex else "",
    }


def _grammar(
    assembly: Assembly,
    annotated: AnnotatedDocument,
    event: Event,
    entry: Entry | None,
) -> dict[str, str]:
    is_head = entry is not None and entry.head == event.id
    roles = (Role.AGENT, Role.PATIENT, Role.RECIPIENT, Role.PLACE)
    return {
        "summary": (
            summary(assembly, entry)
            if is_head and entry is not None
            else event_summary(assembly, event.id)
        ),
        "trigger": flat(annotated.quote(event.trigger)),
        "action": event.lemma,
        "class": event.class_.value,
        "factuality": event.factuality.value,
        "polarity": event.polarity,
        "tense": event.tense,
        "aspect": event.aspect,
        **{role.value: "|".join(names(annotated, event, role)) for role in roles},
        "said_by": said_by(annotated, event.id),
        "chain": " ← ".join(_chain(annotated, event)),
        "quote": flat(annotated.quote(event.sentence)),
    }


def _chain(annotated: AnnotatedDocument, event: Event) -> tuple[str, ...]:
    """The sources from the nearest out to the author or the document."""
    writer = author(annotated, annotated.division.get(event.division))
    return (*chain(annotated, event), writer or "the author")


def _source(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> dict[str, str]:
    division = annotated.division.get(event.division)
    date = written(annotated, division)
    return {
        "document": annotated.document.key,
        "division": event.division,
        "document_date": (
            dated(annotated, date, settings=assembly.settings) if date else ""
        ),
        "locator": locator(annotated.document, event.trigger.start) or "",
        "start": str(event.trigger.start),
        "end": str(event.trigger.end),
    }


def _standing(
    assembly: Assembly, annotated: AnnotatedDocument, event: Event
) -> dict[str, str]:
    earlier, later = nearest(assembly, event.id)
    return {
        "before": "|".join(_named(annotated, later)),
        "after": "|".join(_named(annotated, earlier)),
        "confidence": _confidence(assembly, annotated, event),
        "status": _status(assembly, event),
        "note": "; ".join(_notes(assembly, event.id)),
    }


def _named(annotated: AnnotatedDocument, events: tuple[str, ...]) -> Iterator[str]:
    for event_id in events:
        words = flat(annotated.quote(annotated.event[event_id].trigger))
        yield f"{words} ({event_id})"


def _confidence(assembly: Assembly, annotated: AnnotatedDocument, event: Event) -> str:
    """How sure the date is, in a word: the weakest link that it came through."""
    basis = _basis(assembly, event.id)
    if basis.kind is DatedBy.NONE:
        return ""
    if basis.kind is DatedBy.EDITOR:
        return "decided"
    timex = event_timex(assembly, event.id)
    if timex is not None and timex.flags:
        return "doubtful"
    tiers = [link.tier for link in annotated.links if link.id in basis.via]
    return _WORDS[max(tiers, key=list(Tier).index, default=Tier.LIKELY)]


def _status(assembly: Assembly, event: Event) -> str:
    words = {Verdict.ACCEPT: "accepted", Verdict.CORRECT: "corrected"}
    status = "machine"
    for decision in assembly.decisions:
        target = decision.target
        is_here = target.document == event.trigger.document and (
            target.id == event.id
            or (target.start, target.end) == (event.trigger.start, event.trigger.end)
        )
        if is_here and target.kind == "event":
            status = words.get(decision.verdict, status)
    return status


def _basis(assembly: Assembly, event_id: str) -> Basis:
    key = assembly.home[event_id].document.key
    return assembly.chronologies[key].basis.get(event_id, _NONE)


def _bounds(span: TimeSpan) -> dict[str, str]:
    """The four bounds as days; the ends are exclusive on the axis, inclusive here."""
    ends = span.end.earliest, span.end.latest
    found = (
        span.begin.earliest,
        span.begin.latest,
        *(None if end is None else end - 1 for end in ends),
    )
    return {
        name: "" if minute is None else _iso(minute)
        for name, minute in zip(_BOUNDS, found, strict=True)
    }


def _iso(minute: int) -> str:
    """An ISO day with an astronomical year: 15 March 44 BC is -0043-03-15."""
    year, month, number = civil(minute)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{number:02d}"
