"""group: events → entries, the happenings that one sentence each would tell."""

from chronicle.entries.group import group

__all__ = ["group"]
