"""Decisions: a person's word on single values, kept for ever and applied each time."""

from chronicle.decisions.deciding import Decided, decide
from chronicle.decisions.log import append_decision, read_decisions
from chronicle.decisions.making import make_decision

__all__ = ["Decided", "append_decision", "decide", "make_decision", "read_decisions"]
