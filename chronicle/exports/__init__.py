"""Exports: one format a file, one row a format in ``FORMATS``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.errors import UsageError
from chronicle.exports.csv import write_events, write_questions, write_timeline
from chronicle.exports.json import write_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from chronicle.model import Assembly

__all__ = ["FORMATS", "Format", "export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way of writing a timeline to a file."""

    suffix: str
    about: str
    write: Callable[[Assembly, Path], None]


FORMATS = {
    "timeline": Format(
        suffix=".csv", about="one row an entry, for reading", write=write_timeline
    ),
    "events": Format(
        suffix=".csv", about="one row an event, everything", write=write_events
    ),
    "questions": Format(
        suffix=".csv",
        about="what is doubtful, one row a question",
        write=write_questions,
    ),
    "json": Format(
        suffix=".json", about="the rows of both tables, for programs", write=write_json
    ),
}

_BY_SUFFIX = {".csv": "timeline", ".json": "json"}


def export(assembly: Assembly, path: Path, *, to: str | None = None) -> Path:
    """Write a timeline to a file; without ``to`` the suffix says how.

    Raises ``UsageError`` where neither names a format.
    """
    name = to or _BY_SUFFIX.get(path.suffix.lower())
    if name not in FORMATS:
        listed = ", ".join(sorted(FORMATS))
        wanted = to or path.suffix or path.name
        raise UsageError(f"{wanted}: no such format: use one of {listed}")
    path.parent.mkdir(parents=True, exist_ok=True)
    FORMATS[name].write(assembly, path)
    return path
