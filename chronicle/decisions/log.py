"""``decisions.jsonl``: one decision a line, only ever appended to."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chronicle.decisions.fields import FIELDS
from chronicle.errors import DecisionError
from chronicle.model import Decision, Target, Verdict

VERSION = 1


def append_decision(path: Path, decision: Decision) -> None:
    """Add a decision to the end of a file, which is made if it is not there.

    Raises ``DecisionError`` where it cannot be written.
    """
    line = json.dumps(_as_json(decision), ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # an earlier line was cut short
                    line = "\n" + line
            file.write(line.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise DecisionError(
            f"{path}: cannot be written ({error.strerror}): check its permissions"
        ) from None


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """All decisions of a file in the order in which they were made.

    None where there is no file. Raises ``DecisionError`` that names every bad line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error})") from None
    found, faults = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_from_json(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            faults.append(f"line {number}: {_why(error)}")
    if faults:
        raise DecisionError(f"{path}: {'; '.join(faults)}; mend or delete these lines")
    return tuple(sorted(found, key=lambda d: d.decided_at))


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "no JSON (cut short?)"
    return f"{error.args[0]} missing" if isinstance(error, KeyError) else str(error)


def _as_json(decision: Decision) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": decision.id,
        "target": asdict(decision.target),
        "field": decision.field,
        "value": decision.value,
        "verdict": str(decision.verdict),
        "reviewer": decision.reviewer,
        "decided_at": decision.decided_at.isoformat().replace("+00:00", "Z"),
        "note": decision.note,
    }


def _from_json(table: Any) -> Decision:  # noqa: ANN401
    if not isinstance(table, Mapping):
        raise ValueError("no decision")
    if table["version"] != VERSION:
        raise ValueError(
            f"version {table['version']} (this chronicle reads version {VERSION})"
        )
    target = table["target"]
    if not isinstance(target, Mapping):
        raise ValueError("target: no table")
    if target["kind"] not in FIELDS:
        raise ValueError(f"target: kind {target['kind']!r} is not known")
    decided_at = datetime.fromisoformat(table["decided_at"])
    if decided_at.tzinfo is None:
        decided_at = decided_at.replace(tzinfo=UTC)
    return Decision(
        id=_text(table, "id"),
        target=Target(**{f.name: target[f.name] for f in fields(Target)}),
        field=_text(table, "field"),
        value=_text_or_none(table, "value"),
        verdict=Verdict(table["verdict"]),
        reviewer=_text_or_none(table, "reviewer"),
        decided_at=decided_at.astimezone(UTC),
        note=_text_or_none(table, "note"),
    )


def _text(table: Mapping[str, Any], name: str) -> str:
    if not isinstance(table[name], str):
        raise ValueError(f"{name}: no text")
    return str(table[name])


def _text_or_none(table: Mapping[str, Any], name: str) -> str | None:
    return None if table.get(name) is None else _text(table, name)
