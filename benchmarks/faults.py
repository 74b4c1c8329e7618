"""Faults as a person reads them."""

from collections.abc import Iterable

from benchmarks.tally import Fault


def listing(faults: Iterable[Fault], *, most: int | None = None) -> str:
    """The faults by class, the document and the sentence with each.

    ``most``: how many of a class are listed, evenly over the documents.
    """
    by_kind: dict[str, list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    parts = []
    for kind in sorted(by_kind):
        lines = [f"── {kind} ({len(by_kind[kind])})"]
        for fault in _spread(by_kind[kind], most):
            lines.append(f"  {fault.file}: {fault.sentence}")
            lines.append(f"      gold {fault.gold}   chronicle {fault.chronicle}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _spread(faults: list[Fault], most: int | None) -> list[Fault]:
    if most is None or len(faults) <= most:
        return faults
    return [faults[n * len(faults) // most] for n in range(most)]
