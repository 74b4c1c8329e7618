"""What is doubtful, and what answer would settle it: few questions, each useful."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.citations import missing
from chronicle.model import (
    Agreement,
    AnnotatedDocument,
    Assembly,
    Dating,
    Division,
    FlagKind,
    Mention,
    Role,
    Timex,
)
from chronicle.wording import (
    division_words,
    event_when,
    flat,
    is_pronoun,
    locator,
    said_by,
    shortened,
    speaker,
    summary,
    written,
)

__all__ = ["QUESTION_COLUMNS", "Question", "questions"]

QUESTION_COLUMNS = ("document", "where", "kind", "question", "settled_by")
_DATES = ("written", "posted", "received", "published")
_KINDS = {
    FlagKind.AMBIGUOUS: "ambiguous date",
    FlagKind.UNRESOLVED: "unresolved date",
    FlagKind.WEEKDAY_MISMATCH: "weekday",
    FlagKind.IMPOSSIBLE: "impossible date",
}
_LISTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One doubt: the document, the passage, its kind, the question, its answer."""

    document: str
    where: str
    kind: str
    question: str
    settled_by: str


def questions(assembly: Assembly) -> tuple[Question, ...]:
    """All questions, document by document in the order of the text, each once."""
    found: list[Question] = []
    for annotated in assembly.annotated:
        found += _undated(assembly, annotated)
        found += _flagged(assembly, annotated)
        found += _people(assembly, annotated)
        found += _conflicts(assembly, annotated)
        found += _metadata(assembly, annotated)
    found += _disagreements(assembly)
    found += _decisions(assembly)
    return tuple(dict.fromkeys(found))


def _where(annotated: AnnotatedDocument, mention: Mention) -> str:
    spot = locator(annotated.document, mention.start)
    words = f"“{shortened(flat(annotated.quote(mention)), words=12)}”"
    return f"{spot}: {words}" if spot else words


def _decide(item: str, field: str) -> str:
    return f"chronicle decide {item} --field {field} --value …"


def _waiting(
    assembly: Assembly, annotated: AnnotatedDocument
) -> dict[str, list[Timex]]:
    """The time expressions that wait for the date of the division they stand in."""
    found: dict[str, list[Timex]] = {}
    for timex in annotated.timexes:
        division = annotated.division.get(timex.division)
        is_open = timex.span is None and any(
            flag.kind is FlagKind.UNRESOLVED for flag in timex.flags
        )
        if is_open and timex.mention and written(annotated, division) is None:
            found.setdefault(timex.division, []).append(timex)
    return found


def _undated(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    key = annotated.document.key
    for division, timexes in _waiting(assembly, annotated).items():
        words = dict.fromkeys(
            f"“{flat(annotated.quote(t.mention))}”" for t in timexes if t.mention
        )
        listed = ", ".join(list(words)[:_LISTED])
        more = f" and {len(words) - _LISTED} more" if len(words) > _LISTED else ""
        where = annotated.division[division].title or division_words(
            assembly, annotated, annotated.division[division]
        )
        yield Question(
            document=key,
            where=flat(where),
            kind="undated document",
            question=f"When was this written? {listed}{more} cannot be dated else.",
            settled_by=f'date = "…" in the sidecar of {key}, or build … --date …',
        )


def _flagged(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    waiting = {
        t.id for timexes in _waiting(assembly, annotated).values() for t in timexes
    }
    datelines = {
        dating.timex
        for division in annotated.divisions
        for dating in _datings(division)
        if dating.timex
    }
    users = _dated_from(assembly, annotated)
    for timex in annotated.timexes:
        if timex.mention is None or timex.id in waiting | datelines:
            continue
        event = users.get(timex.id)
        for flag in timex.flags:
            if flag.kind is FlagKind.UNRESOLVED and event is None:
                continue
            yield Question(
                document=annotated.document.key,
                where=_where(annotated, timex.mention),
                kind=_KINDS[flag.kind],
                question=_asked(flag.why),
                settled_by=_decide(event or timex.id, "date"),
            )
    for division in annotated.divisions:
        yield from _flagged_division(assembly, annotated, division)


def _flagged_division(
    assembly: Assembly, annotated: AnnotatedDocument, division: Division
) -> Iterator[Question]:
    key = annotated.document.key
    for dating in _datings(division):
        for flag in dating.flags:
            words = flat(dating.as_written or "")
            yield Question(
                document=key,
                where=f"“{words}”" if words else flat(division.title or division.id),
                kind=_KINDS[flag.kind],
                question=_asked(flag.why),
                settled_by=_decide(division.id, "date"),
            )


def _datings(division: Division) -> Iterator[Dating]:
    for name in _DATES:
        dating = getattr(division.dates, name)
        if dating is not None:
            yield dating


def _dated_from(assembly: Assembly, annotated: AnnotatedDocument) -> dict[str, str]:
    """The first event, in the order of the text, that rests on each time expression."""
    basis = assembly.chronologies[annotated.document.key].basis
    found: dict[str, str] = {}
    for event in sorted(annotated.events, key=lambda e: (e.trigger.start, e.id)):
        rests = basis.get(event.id)
        if rests is not None and rests.timex is not None:
            found.setdefault(rests.timex, event.id)
    return found


def _asked(why: str) -> str:
    words = why.strip()
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _people(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    """Pronouns that lead an entry and stand for nobody known, one a division."""
    seen: set[tuple[str, str]] = set()
    heads = {entry.head for entry in assembly.entries}
    for event in sorted(annotated.events, key=lambda e: (e.trigger.start, e.id)):
        if event.id not in heads:
            continue
        for participant in event.taking_part(Role.AGENT):
            mention = participant.mention
            if mention is None or participant.entity is not None:
                continue
            word = flat(annotated.quote(mention))
            key = (event.division, word.lower())
            if not is_pronoun(word) or word.lower() in _NOBODY or key in seen:
                continue
            if word.lower() in _FIRST and speaker(annotated, event):
                continue
            seen.add(key)
            yield Question(
                document=annotated.document.key,
                where=_where(annotated, event.sentence),
                kind="unresolved person",
                question=f"Who is “{word}”?",
                settled_by=_decide(event.id, "agent"),
            )


_FIRST = ("i", "me", "my")
_NOBODY = ("it", "this", "that", "these", "those", "which", "one", "all", "none", "you")


def _conflicts(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    links = {link.id: link for link in annotated.links}
    for conflict in assembly.chronologies[annotated.document.key].conflicts:
        link = links.get(conflict.set_aside) if conflict.set_aside else None
        ends = (link.source, link.target) if link else ()
        event = next((annotated.event[e] for e in ends if e in annotated.event), None)
        answer = _decide(event.id, "date") if event else ""
        yield Question(
            document=annotated.document.key,
            where=_where(annotated, event.sentence) if event else "",
            kind="contradiction",
            question=f"Which is right? {' — but '.join(conflict.cycle)}.",
            settled_by=answer,
        )


def _metadata(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    lacking = missing(annotated, settings=assembly.settings)
    waiting = _waiting(assembly, annotated)
    lacking = tuple(name for name in lacking if not (name == "date" and waiting))
    if lacking:
        fields = ", ".join(lacking)
        yield Question(
            document=annotated.document.key,
            where="",
            kind="missing metadata",
            question=f"For a full footnote: {fields}?",
            settled_by=f"a sidecar for {annotated.document.key} with {fields}",
        )


def _disagreements(assembly: Assembly) -> Iterator[Question]:
    for entry in assembly.entries:
        if entry.agreement is not Agreement.DIFFER:
            continue
        told = "; ".join(
            f"{said_by(assembly.document[a.document], a.event)}: "
            f"{event_when(assembly, a.event)}"
            for a in entry.accounts
        )
        yield Question(
            document=" | ".join(a.document for a in entry.accounts),
            where=f"“{summary(assembly, entry)}”",
            kind="sources disagree",
            question=f"When was it? {told}.",
            settled_by=_decide(entry.head, "date"),
        )


def _decisions(assembly: Assembly) -> Iterator[Question]:
    for decision in assembly.unattached:
        target = decision.target
        value = f" = {decision.value}" if decision.value else ""
        yield Question(
            document=target.document,
            where=f"“{shortened(flat(target.exact), words=12)}”",
            kind="decision without its place",
            question=(
                f"Where does this decision belong now? "
                f"{decision.verdict.value} {decision.field}{value}"
            ),
            settled_by="chronicle decide EVENT … for the event that it now belongs to",
        )
