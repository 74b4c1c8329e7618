"""decide: a person's decisions laid over what the machine found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chronicle.decisions.applying import applied
from chronicle.decisions.attaching import attach
from chronicle.decisions.fields import WHOLE
from chronicle.decisions.targets import quoted
from chronicle.model import AnnotatedDocument, Decision, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Documents as decided; ``unattached`` decisions fit nowhere and changed nothing.

    An attached decision's target is what it rests on now: its present id and place.
    """

    annotated: tuple[AnnotatedDocument, ...]
    attached: tuple[Decision, ...] = ()
    unattached: tuple[Decision, ...] = ()


def decide(
    annotated: Iterable[AnnotatedDocument], decisions: Iterable[Decision]
) -> Decided:
    """Apply decisions: of several on one value the latest stands, and all are kept."""
    documents = {a.document.key: a for a in annotated}
    attached, unattached = [], []
    for decision in sorted(decisions, key=lambda d: d.decided_at):
        home = documents.get(decision.target.document)
        item = attach(decision.target, home) if home else None
        if home is None or item is None:
            unattached.append(decision)
        else:
            attached.append(replace(decision, target=quoted(home, item)))
    standing = _standing(attached)
    for key, document in documents.items():
        own = [d for d in standing if d.target.document == key]
        if own:
            documents[key] = applied(document, own)
    return Decided(
        annotated=tuple(documents.values()),
        attached=tuple(attached),
        unattached=tuple(unattached),
    )


def _standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in force, the latest on each value.

    To accept a value is to accept it as it stands, so that an earlier correction of it
    stays; to accept an item as a whole takes back its rejection.
    """
    latest: dict[tuple[str, str, str, str], Decision] = {}
    for decision in decisions:
        target = decision.target
        field = (
            "value"
            if (target.kind, decision.field) == ("timex", "date")
            else decision.field
        )
        place = (target.document, target.kind, target.id, field)
        whole = decision.field == WHOLE[target.kind]
        if decision.verdict is Verdict.ACCEPT and place in latest and not whole:
            continue
        latest[place] = decision
    return list(latest.values())
