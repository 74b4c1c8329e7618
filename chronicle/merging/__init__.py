"""merge: the same happening told by several sources becomes one entry."""

from chronicle.merging.merge import merge

__all__ = ["merge"]
