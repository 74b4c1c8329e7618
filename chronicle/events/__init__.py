"""Events: who did what to whom, is it so, and on whose word."""

from chronicle.events.find import find_events

__all__ = ["find_events"]
