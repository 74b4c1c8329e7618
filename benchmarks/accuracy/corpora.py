"""The corpora as they are given: JSON Lines, one document (or relation) a line."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The lines of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def documents(data: Path, *names: str) -> list[Row]:
    """The documents of some files, each with its ``id``."""
    found: list[Row] = []
    for name in names:
        found += [
            {**row, "id": row.get("doc_id") or row["id"]} for row in rows(data / name)
        ]
    return found


def written(document: Row) -> str | None:
    """The day that a document says it was made (EDTF)."""
    value = str((document.get("dct") or {}).get("value") or "")
    found = re.match(r"\d{4}-\d\d-\d\d(?!\d)", value)
    return found[0] if found else None
