"""One meaning of each filter, for tables, figures, page and exports alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronicle.dates.axis import Minute
from chronicle.model import Assembly, Entry, Layer, Role
from chronicle.wording import names

__all__ = ["Filter", "apply"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries to show; an empty field lets all pass.

    ``since`` and ``until`` are positions on the axis, ``until`` exclusive; an entry
    passes if it may have happened between them, and an undated one only with
    ``undated``. ``actor`` is matched against agents and patients, in any part of a name
    and whatever the case. ``salience`` is the least that passes; ``limit`` then keeps
    the most salient, in their order.
    """

    layers: tuple[Layer, ...] = ()
    documents: tuple[str, ...] = ()
    since: Minute | None = None
    until: Minute | None = None
    undated: bool = True
    actor: str | None = None
    salience: float = 0.0
    limit: int | None = None


def apply(
    assembly: Assembly, chosen: Filter, entries: Iterable[Entry] | None = None
) -> tuple[Entry, ...]:
    """The entries that pass, in their order."""
    candidates = assembly.entries if entries is None else tuple(entries)
    passed = [entry for entry in candidates if _passes(assembly, chosen, entry)]
    if chosen.limit is not None and len(passed) > chosen.limit:
        ranked = sorted(passed, key=lambda e: (-e.salience, e.order, e.id))
        kept = {entry.id for entry in ranked[: chosen.limit]}
        passed = [entry for entry in passed if entry.id in kept]
    return tuple(passed)


def _passes(assembly: Assembly, chosen: Filter, entry: Entry) -> bool:
    told_in = {account.document for account in (*entry.accounts, *entry.copies)}
    return (
        (not chosen.layers or entry.layer in chosen.layers)
        and (not chosen.documents or bool(told_in & set(chosen.documents)))
        and entry.salience >= chosen.salience
        and _in_time(chosen, entry)
        and (chosen.actor is None or _has_actor(assembly, chosen.actor, entry))
    )


def _in_time(chosen: Filter, entry: Entry) -> bool:
    if chosen.since is None and chosen.until is None:
        return chosen.undated or not entry.span.is_open
    if entry.span.is_open:
        return chosen.undated
    first, last = entry.span.begin.earliest, entry.span.end.latest
    if chosen.since is not None and last is not None and last <= chosen.since:
        return False
    return not (
        chosen.until is not None and first is not None and first >= chosen.until
    )


def _has_actor(assembly: Assembly, actor: str, entry: Entry) -> bool:
    wanted = actor.casefold()
    for event_id in (a.event for a in (*entry.accounts, *entry.copies)):
        annotated = assembly.home[event_id]
        event = annotated.event[event_id]
        for role in (Role.AGENT, Role.PATIENT):
            if any(wanted in n.casefold() for n in names(annotated, event, role)):
                return True
    return False
