"""A decision in words, for the chain of reasons."""

from chronicle.model import Decision, Evidence

# The rule that evidence names where a person decided; ordering puts it before all.
EDITOR = "editor"


def said(decision: Decision) -> str:
    """Who decided what and when: "date: 1848-02-24 (decision abc, A. Editor, …)"."""
    value = decision.value if decision.value is not None else str(decision.verdict)
    who = [decision.reviewer] if decision.reviewer else []
    about = [f"decision {decision.id}", *who, decision.decided_at.date().isoformat()]
    why = f": {decision.note}" if decision.note else ""
    return f"{decision.field}: {value} ({', '.join(about)}){why}"


def evidence(decision: Decision) -> Evidence:
    """Evidence that a person gave."""
    return Evidence(rule=EDITOR, steps=(said(decision),))
