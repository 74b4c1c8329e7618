"""The table, the confusions and the faults, as a person reads them."""

from collections import Counter
from collections.abc import Mapping

from benchmarks.tally import Tally

FACTUALITIES = (
    "asserted",
    "negated",
    "planned",
    "probable",
    "possible",
    "hypothetical",
    "counterfactual",
    "unknown",
)
_ORDER = ("certain", "likely", "open", "contradicted", "not found")
_LABEL = 16
_CELL = 11


def table(tallies: Mapping[str, Tally], whole: Tally) -> str:
    """Three tables: divisions and times; events; dates and order of events."""
    blocks = (
        ("TIMES", _times),
        ("EVENTS (right/asked among those found, +n wrong or not asked for)", _events),
        ("WHEN AND ORDER", _when),
    )
    parts = []
    for title, columns in blocks:
        head = "".join(name.rjust(_CELL) for name in columns(whole))
        lines = [title, "".ljust(_LABEL) + head]
        for name, tally in (*tallies.items(), ("ALL", whole)):
            cells = "".join(cell.rjust(_CELL) for cell in columns(tally).values())
            lines.append(name[:_LABEL].ljust(_LABEL) + cells)
        parts.append("\n".join(lines))
    notes = (
        "times: strict and relaxed F1; type, value and EDTF right among those found;\n"
        "wide: bounds that leave room for the gold; invented: where it gives none.\n"
        "who: the agent, given as agent or patient; whom: patient or recipient, as "
        "either.\n"
        "when: right = equal to the gold or within it; wide = bounded, may be; half =\n"
        "one side open; unk = nothing known; o.s. = right as written, but not\n"
        "converted; inv = given to a year where the text leaves it open.\n"
        "order: cert = confirmed as certain, likely = as likely or by the narrative;\n"
        "bal = mean of the shares confirmed for pairs told in and against order."
    )
    return "\n\n".join([*parts, notes])


def confusions(whole: Tally) -> str:
    """Factuality: rows are the gold, columns chronicle."""
    lines = ["FACTUALITY".ljust(_LABEL) + "".join(f[:8].rjust(9) for f in FACTUALITIES)]
    for want in FACTUALITIES:
        counts = (whole.counts[f"confusion/{want}/{have}"] for have in FACTUALITIES)
        cells = "".join(str(count or ".").rjust(9) for count in counts)
        lines.append(want.ljust(_LABEL) + cells)
    lines.append(f"macro F1 {macro_f1(whole.counts):.1f}")
    return "\n".join(lines)


def macro_f1(counts: Counter[str]) -> float:
    """The mean F1 over the factualities that the gold has."""
    scores = []
    for kind in FACTUALITIES:
        right = counts[f"confusion/{kind}/{kind}"]
        asked = sum(counts[f"confusion/{kind}/{have}"] for have in FACTUALITIES)
        given = sum(counts[f"confusion/{want}/{kind}"] for want in FACTUALITIES)
        if asked:
            scores.append(200 * right / (asked + given))
    return sum(scores) / len(scores) if scores else 0.0


def _times(tally: Tally) -> dict[str, str]:
    return {
        "div": _of(tally, "divisions"),
        "div.dates": _of(tally, "division dates"),
        "strict": f"{timex_f1(tally, 'strict'):.1f}",
        "relaxed": f"{timex_f1(tally, 'relaxed'):.1f}",
        "type": _of(tally, "times type"),
        "value": _of(tally, "times value"),
        "edtf": _of(tally, "times edtf"),
        "edtf wide": str(tally.counts["times edtf is wide"]),
        "invented": str(tally.counts["times edtf/invented"]),
    }


def timex_f1(tally: Tally, kind: str) -> float:
    """TempEval-3's F1: recall over the gold's expressions, precision over ours."""
    recall = tally.share(f"times {kind}/right", f"times {kind}/gold")
    precision = tally.share(f"times {kind}/hit", f"times {kind}/found")
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def _events(tally: Tally) -> dict[str, str]:
    return {
        "found": _of(tally, "events"),
        "agent": _of(tally, "agent", extra=True),
        "who": _of(tally, "who"),
        "named": _of(tally, "agent named"),
        "patient": _of(tally, "patient", extra=True),
        "recip.": _of(tally, "recipient", extra=True),
        "whom": _of(tally, "whom"),
        "place": _of(tally, "place", extra=True),
        "said by": _of(tally, "said by", extra=True),
        "factual": _of(tally, "factuality"),
    }


def _when(tally: Tally) -> dict[str, str]:
    counts = tally.counts
    shown = {
        "when": _of(tally, "when"),
        **{k[:4]: str(counts[f"when is {k}"]) for k in ("wide", "half")},
        "unk": str(counts["when is unknown"]),
        "wrong": str(counts["when is wrong"]),
        "o.s.": str(counts["when is unconverted"]),
        "inv": str(counts["when is invented"]),
    }
    for told in ("in", "against"):
        verdicts = [counts[f"order {told}/{v}"] for v in _ORDER]
        shown[f"{told[:3]}.cert"] = str(verdicts[0])
        shown[f"{told[:3]}.like"] = str(verdicts[1])
        shown[f"{told[:3]}.open"] = str(verdicts[2] + verdicts[4])
        shown[f"{told[:3]}.contr"] = str(verdicts[3])
    shown["bal"] = f"{balanced(tally):.1f}"
    return shown


def balanced(tally: Tally) -> float:
    """The share of pairs confirmed, told in and against order counting alike."""
    shares = []
    for told in ("in", "against"):
        asked = tally.counts[f"order {told}/gold"]
        confirmed = sum(tally.counts[f"order {told}/{v}"] for v in _ORDER[:2])
        if asked:
            shares.append(100 * confirmed / asked)
    return sum(shares) / len(shares) if shares else 0.0


def _of(tally: Tally, name: str, *, extra: bool = False) -> str:
    counts = tally.counts
    shown = f"{counts[f'{name}/right']}/{counts[f'{name}/gold']}"
    if not extra:
        return shown
    more = counts[f"{name}/found"] - counts[f"{name}/right"]
    return f"{shown}+{more}"
