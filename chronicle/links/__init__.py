"""Links: how events and dates hang together in time, in speech and in cause."""

from chronicle.links.find import find_links

__all__ = ["find_links"]
