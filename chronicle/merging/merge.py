"""Merging by simplest evidence: better two entries than one wrong one.

Blocking keeps it near-linear: only tellings of one kind of action that share a word of
a name, or a run of words, are compared (``_blocks``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from chronicle.merging.evidence import (
    Telling,
    alike,
    are_copies,
    dates_differ,
    telling,
)
from chronicle.model import (
    Account,
    Agreement,
    AnnotatedDocument,
    Chronology,
    DocumentKey,
    Entry,
    Evidence,
)

_BLOCK = 200  # a block larger than this says nothing and is not compared


def merge(
    entries: Iterable[Entry],
    annotated: Mapping[DocumentKey, AnnotatedDocument],
    chronologies: Mapping[DocumentKey, Chronology],
) -> tuple[Entry, ...]:
    """The entries, those of one happening in one; the order of the first is kept.

    Only tellings of different sources are merged: documents, despatches of one paper,
    letters of different hands. What one hand tells twice stays two entries. The telling
    with the narrowest bounds leads; ``chronologies`` gave the bounds.
    """
    found = list(entries)
    tellings = [telling(entry, annotated[entry.document]) for entry in found]
    groups = _grouped(tellings)
    merged: dict[int, Entry] = {}
    absorbed: set[int] = set()
    for members, reasons in groups:
        lead, *rest = sorted(members, key=lambda i: _precision(tellings[i], i))
        merged[lead] = _joined([tellings[i] for i in (lead, *rest)], reasons)
        absorbed |= set(rest)
    return tuple(
        merged.get(i, entry) for i, entry in enumerate(found) if i not in absorbed
    )


def _grouped(
    tellings: list[Telling],
) -> list[tuple[list[int], tuple[str, ...]]]:
    """Groups of two and more, no source twice, with the reasons of each."""
    group: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    reasons: dict[int, list[str]] = {}
    for i, j in _pairs(tellings):
        why = alike(tellings[i], tellings[j])
        if why is None:
            continue
        a, b = group.get(i, i), group.get(j, j)
        if a == b:
            continue
        one, two = members.get(a, [a]), members.get(b, [b])
        if _is_barred(tellings, one, two):
            continue
        joined = sorted([*one, *two])
        kept = [*reasons.pop(a, []), *reasons.pop(b, []), *why]
        for k in (a, b):
            members.pop(k, None)
        for k in joined:
            group[k] = joined[0]
        members[joined[0]] = joined
        reasons[joined[0]] = list(dict.fromkeys(kept))
    return [(members[k], tuple(reasons[k])) for k in sorted(members)]


def _is_barred(tellings: list[Telling], one: list[int], two: list[int]) -> bool:
    """Whether two groups share a source, or hold two tellings that do not fit."""
    sources = {tellings[i].source for i in one}
    if sources & {tellings[j].source for j in two}:
        return True
    return any(alike(tellings[i], tellings[j]) is None for i in one for j in two)


def _pairs(tellings: list[Telling]) -> list[tuple[int, int]]:
    pairs = set()
    for block in _blocks(tellings).values():
        if len(block) > _BLOCK:
            continue
        for at, i in enumerate(block):
            for j in block[at + 1 :]:
                if tellings[i].source != tellings[j].source:
                    pairs.add((i, j))
    return sorted(pairs)


def _blocks(tellings: list[Telling]) -> dict[tuple[str, str], list[int]]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, told in enumerate(tellings):
        if not told.is_told:
            continue
        keys = {(told.act, word) for word in told.name_words | told.titles}
        keys.add((told.act, " ".join(told.words[:8])))
        for key in sorted(keys):
            blocks.setdefault(key, []).append(i)
    return blocks


def _precision(told: Telling, index: int) -> tuple[bool, int, int]:
    first, last = told.span.begin.earliest, told.span.end.latest
    is_open = first is None or last is None
    return is_open, 0 if is_open else (last or 0) - (first or 0), index


def _joined(tellings: list[Telling], reasons: tuple[str, ...]) -> Entry:
    lead, *rest = tellings
    accounts: list[Account] = list(lead.entry.accounts)
    kept = [lead]
    copies: list[Account] = list(lead.entry.copies)
    for told in rest:
        is_copy = any(are_copies(told, other) for other in kept)
        (copies if is_copy else accounts).extend(told.entry.accounts)
        copies.extend(told.entry.copies)
        if not is_copy:
            kept.append(told)
    return replace(
        lead.entry,
        parts=tuple(part for t in tellings for part in t.entry.parts),
        accounts=tuple(accounts),
        copies=tuple(copies),
        agreement=_agreement(accounts),
        salience=max(t.entry.salience for t in tellings),
        evidence=Evidence(rule="same happening", steps=reasons),
    )


def _agreement(accounts: list[Account]) -> Agreement:
    if len(accounts) == 1:
        return Agreement.ALONE
    differ = any(
        dates_differ(a.span, b.span)
        for at, a in enumerate(accounts)
        for b in accounts[at + 1 :]
    )
    return Agreement.DIFFER if differ else Agreement.AGREE
