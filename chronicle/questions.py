"""What is doubtful, and what answer would settle it: few questions, each useful."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.citations import missing
from chronicle.model import (
    Agreement,
    AnnotatedDocument,
    Assembly,
    Dating,
    Division,
    DivisionAnchor,
    DivisionKind,
    EventClass,
    FlagKind,
    Mention,
    Role,
    Tier,
    Timex,
    TimexType,
    Vague,
)
from chronicle.wording import (
    anchors,
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
_APART = (DivisionKind.NOTE, DivisionKind.HEADING, DivisionKind.FURNITURE)


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


def _waiting(annotated: AnnotatedDocument) -> dict[str, list[Timex]]:
    """The expressions that wait for a date of writing, by the part that lacks it."""
    found: dict[str, list[Timex]] = {}
    for timex in annotated.timexes:
        division = annotated.division.get(timex.division)
        if timex.span is not None or timex.mention is None or division is None:
            continue
        if timex.type is not TimexType.DATE or isinstance(timex.reading, Vague):
            continue
        waits = any(isinstance(a, DivisionAnchor) for a in anchors(timex.reading))
        if waits and division.kind not in _APART and not written(annotated, division):
            found.setdefault(_undated_part(annotated, division), []).append(timex)
    return found


def _undated_part(annotated: AnnotatedDocument, division: Division) -> str:
    """The letter or entry that a date would be asked for; else the whole document."""
    above: Division | None = division
    while above is not None:
        if above.kind in (DivisionKind.LETTER, DivisionKind.ENTRY):
            return above.id
        above = annotated.division.get(above.parent or "")
    return annotated.divisions[0].id


def _undated(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    key = annotated.document.key
    for division_id, timexes in _waiting(annotated).items():
        words = dict.fromkeys(
            f"“{flat(annotated.quote(t.mention))}”" for t in timexes if t.mention
        )
        listed = ", ".join(list(words)[:_LISTED])
        more = f" and {len(words) - _LISTED} more" if len(words) > _LISTED else ""
        division = annotated.division[division_id]
        whole = division is annotated.divisions[0]
        yield Question(
            document=key,
            where=flat(division.title or division_words(assembly, annotated, division)),
            kind="undated document",
            question=f"When was this written? That would date {listed}{more}.",
            settled_by=(
                f'date = "…" in a sidecar for {key}, or chronicle build … --date …'
                if whole
                else f"a date at its head, or {_decide(division_id, 'date')}"
            ),
        )


def _flagged(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    waiting = {t.id for timexes in _waiting(annotated).values() for t in timexes}
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
        division = annotated.division.get(timex.division)
        if division is not None and division.kind in _APART:
            continue
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
    for entry in assembly.entries:
        if entry.document != annotated.document.key or entry.salience < _WORTH_ASKING:
            continue
        event = annotated.event[entry.head]
        for participant in event.taking_part(Role.AGENT):
            mention = participant.mention
            if mention is None or participant.entity is not None:
                continue
            word = flat(annotated.quote(mention))
            key = (event.division, word.lower())
            if not is_pronoun(word) or word.lower() in _NOBODY or key in seen:
                continue
            if word.lower() == "they" and event.class_ is EventClass.REPORTING:
                continue  # "they say" is nobody in particular
            by = speaker(annotated, event) if word.lower() in _FIRST else None
            if by and word.lower() not in _TOGETHER:
                continue
            seen.add(key)
            yield Question(
                document=annotated.document.key,
                where=_where(annotated, event.sentence),
                kind="unresolved person",
                question=(
                    f"Who besides {by} is “{word}”?" if by else f"Who is “{word}”?"
                ),
                settled_by=_decide(event.id, "agent"),
            )


_WORTH_ASKING = 0.6  # salience of an entry
_TOGETHER = ("we", "us", "our")
_FIRST = ("i", "me", "my", *_TOGETHER)
_NOBODY = (
    *("it", "this", "that", "these", "those", "which", "who", "whom", "one", "all"),
    *("none", "you", "both", "another"),
)


def _conflicts(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    """Contradictions of what the words make certain; weaker readings only give way."""
    links = {link.id: link for link in annotated.links}
    for conflict in assembly.chronologies[annotated.document.key].conflicts:
        link = links.get(conflict.set_aside) if conflict.set_aside else None
        if link is not None and link.tier is not Tier.CERTAIN:
            continue
        ends = (link.source, link.target) if link else ()
        event = next((annotated.event[e] for e in ends if e in annotated.event), None)
        yield Question(
            document=annotated.document.key,
            where=_where(annotated, event.sentence) if event else "",
            kind="contradiction",
            question=f"Which is right? {'; but '.join(_plain(conflict.cycle))}.",
            settled_by=_decide(event.id, "date") if event else "",
        )


def _plain(cycle: tuple[str, ...]) -> list[str]:
    """A contradiction without the names of the rules that read it."""
    return [_RULE.sub("", step) for step in cycle[:_LISTED]]


_RULE = re.compile(r" \([a-z]+(?:-[a-z]+)*\)$")


def _metadata(assembly: Assembly, annotated: AnnotatedDocument) -> Iterator[Question]:
    lacking = missing(annotated, settings=assembly.settings)
    waiting = _waiting(annotated)
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
