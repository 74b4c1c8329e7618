"""Reading: one file becomes one ``Document``, cut into its divisions."""

from chronicle.sources.find import find_sources
from chronicle.sources.reading import read

__all__ = ["find_sources", "read"]
