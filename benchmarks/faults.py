"""Faults as a person reads them."""

from collections.abc import Iterable

from benchmarks.tally import Fault


def listing(faults: Iterable[Fault]) -> str:
    """The faults by class, the document and the sentence with each."""
    by_kind: dict[str, list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    parts = []
    for kind in sorted(by_kind):
        lines = [f"── {kind} ({len(by_kind[kind])})"]
        for fault in by_kind[kind]:
            lines.append(f"  {fault.file}: {fault.sentence}")
            lines.append(f"      gold {fault.gold}   chronicle {fault.chronicle}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
