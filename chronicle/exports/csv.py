"""CSV that opens anywhere: UTF-8 with a byte-order mark, one value a cell.

Cells that a spreadsheet would run as a formula are neutralised with an apostrophe
(OWASP, "CSV injection"); the leading minus of a BC date is not a formula and stays.
"""

from __future__ import annotations

import csv
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from chronicle.questions import QUESTION_COLUMNS, questions
from chronicle.table import EVENT_COLUMNS, TIMELINE_COLUMNS, event_rows, timeline_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from chronicle.model import Assembly

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NEGATIVE_YEAR = re.compile(r"-[0-9][0-9X~?%/.,-]*")


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> neutral("=HYPERLINK(1)"), neutral("-0043-03-15"), neutral("said")
    ("'=HYPERLINK(1)", '-0043-03-15', 'said')
    """
    if cell.startswith(_FORMULA) and not _NEGATIVE_YEAR.fullmatch(cell):
        return f"'{cell}"
    return cell


def write_timeline(assembly: Assembly, path: Path) -> None:
    """Write one row an entry."""
    _write(timeline_rows(assembly), TIMELINE_COLUMNS, path)


def write_events(assembly: Assembly, path: Path) -> None:
    """Write one row an event."""
    _write(event_rows(assembly), EVENT_COLUMNS, path)


def write_questions(assembly: Assembly, path: Path) -> None:
    """Write one row a question."""
    _write((asdict(q) for q in questions(assembly)), QUESTION_COLUMNS, path)


def _write(
    rows: Iterable[Mapping[str, str]], columns: tuple[str, ...], path: Path
) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        for row in rows:
            table.writerow([neutral(str(row[column])) for column in columns])
