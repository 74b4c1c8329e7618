"""Claims and chains of them in plain words, for conflicts and for ``explain``."""

from collections.abc import Iterable

from chronicle.model import Allen, AnnotatedDocument, LinkKind
from chronicle.ordering.claims import Claim
from chronicle.ordering.network import Edge
from chronicle.ordering.settle import Settled

__all__ = ["chain", "name", "saying"]

_TEMPORAL = {
    Allen.BEFORE: "is over before",
    Allen.AFTER: "comes after",
    Allen.MEETS: "lasts until",
    Allen.MET_BY: "begins at the end of",
    Allen.OVERLAPS: "goes on into",
    Allen.OVERLAPPED_BY: "begins in, and outlasts,",
    Allen.STARTS: "is at the beginning of",
    Allen.STARTED_BY: "begins with",
    Allen.DURING: "is during",
    Allen.CONTAINS: "lasts through",
    Allen.FINISHES: "is at the end of",
    Allen.FINISHED_BY: "ends with",
    Allen.EQUALS: "is at the same time as",
}
_OTHER = {
    "initiates": "is the beginning of",
    "reinitiates": "is a new beginning of",
    "continues": "is a part of",
    "culminates": "is the completion of",
    "terminates": "is the end of",
    "cause": "does not begin after what it causes,",
    "purpose": "does not begin after its purpose,",
}


def name(item: str, annotated: AnnotatedDocument) -> str:
    """An item by its own words: the trigger, the date as written, the writing."""
    if item in annotated.event:
        return f"“{annotated.quote(annotated.event[item].trigger)}”"
    if item in annotated.timex:
        timex = annotated.timex[item]
        if timex.mention is None:
            return f"[{timex.edtf or timex.value}]"
        quoted = f"“{annotated.quote(timex.mention)}”"
        return f"{quoted} ({timex.edtf})" if timex.edtf else quoted
    division = annotated.division.get(item)
    if division is None:
        return item
    written = division.dates.written
    date = f" ({written.edtf})" if written and written.edtf else ""
    title = f" “{division.title}”" if division.title else ""
    return f"the writing of the {division.kind.value}{title}{date}"


def saying(claim: Claim, annotated: AnnotatedDocument) -> str:
    """One claim as a sentence, with the rule or the words that it rests on."""
    table = _TEMPORAL if claim.kind is LinkKind.TLINK else _OTHER
    verb = table.get(claim.relation, claim.relation)  # type: ignore[call-overload]
    said = f"{name(claim.source, annotated)} {verb} {name(claim.target, annotated)}"
    if claim.link is None:
        return f"{said}: so the words of the date say"
    evidence = claim.link.evidence
    if claim.link.signal is not None:
        return f"{said}: “{annotated.quote(claim.link.signal)}” ({evidence.rule})"
    reasons = "; ".join(evidence.steps) or "by rule"
    return f"{said}: {reasons} ({evidence.rule})"


def chain(
    edges: Iterable[Edge], settled: Settled, annotated: AnnotatedDocument
) -> tuple[str, ...]:
    """The claims along some edges, each once, in the order of the edges."""
    labels = dict.fromkeys(edge.label for edge in edges if edge.label is not None)
    return tuple(saying(settled.claims[label], annotated) for label in labels)
