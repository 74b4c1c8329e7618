"""JSON: the rows of both tables, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chronicle.table import event_rows, timeline_rows

if TYPE_CHECKING:
    from pathlib import Path

    from chronicle.model import Assembly


def write_json(assembly: Assembly, path: Path) -> None:
    """Write ``{"version", "entries", "events"}``, one object a row."""
    content = {
        "version": assembly.version,
        "entries": [dict(row) for row in timeline_rows(assembly)],
        "events": [dict(row) for row in event_rows(assembly)],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
