"""Footnotes for entries (Chicago notes, 18th edition), and what they still lack."""

from chronicle.citations.footnotes import footnote
from chronicle.citations.gaps import missing

__all__ = ["footnote", "missing"]
