"""Dating: what time expressions say → when that was, and why."""

from chronicle.dating.resolving import date

__all__ = ["date"]
