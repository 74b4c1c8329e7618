"""Metadata from a table of fields: sidecars in TOML and front matter."""

import datetime as dt
import difflib
import logging
import re
from collections.abc import Mapping
from typing import Any

from chronicle.errors import EdtfError, MetadataError
from chronicle.model import Dating
from chronicle.sources.metadata import FORMS, Metadata, date_fault, dated

logger = logging.getLogger(__name__)

_TEXTS = (
    "key",
    "form",
    "title",
    "author",
    "recipient",
    "publisher",
    "place",
    "language",
    "calendar",
)
_DATES = ("date", "written", "posted", "received", "published")
# Our word for it → the CSL variable that holds it.
_CITED = {
    "archive": "archive",
    "collection": "archive_collection",
    "shelfmark": "archive_location",
    "url": "URL",
}
CALENDARS = (
    "gregorian",
    "julian",
    "old style",
    "new style",
    "republican",
    "hebrew",
    "islamic",
    "roman",
)
KEYS = (*_TEXTS, *_DATES, *_CITED, "citation")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def from_fields(
    table: Mapping[str, Any], *, source: str, strict: bool = True
) -> Metadata:
    """Metadata from a table; raises ``MetadataError`` that names every fault.

    With ``strict`` off (front matter, which other programs write to as well) fields
    that are not ours are passed over, unless they look like one of ours misspelt.
    """
    faults = _unknown(table, source, strict=strict)
    found: dict[str, Any] = {}
    for name in _TEXTS:
        if name in table:
            _try(found, faults, name, lambda n=name: _text(n, table[n]))
    for name in _DATES:
        if name in table:
            _try(found, faults, name, lambda n=name: _date(n, table[n], source))
    _try(found, faults, "citation", lambda: _citation(table))
    if faults:
        raise MetadataError(f"{source}: {'; '.join(faults)}")
    return Metadata(**found)


def _try(found: dict[str, Any], faults: list[str], name: str, make: Any) -> None:  # noqa: ANN401
    try:
        found[name] = make()
    except ValueError as error:
        faults.append(str(error))


def _unknown(table: Mapping[str, Any], source: str, *, strict: bool) -> list[str]:
    faults = []
    for name in sorted(set(table) - set(KEYS)):
        close = difflib.get_close_matches(name.lower(), KEYS, n=1, cutoff=0.75)
        if close:
            faults.append(f"{name}: no such field: did you mean {close[0]}?")
        elif strict:
            faults.append(f"{name}: no such field (there are {', '.join(KEYS)})")
        else:
            logger.info("%s: %s is not a field of ours; passed over", source, name)
    return faults


def _text(name: str, value: object) -> str | None:
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        value = _joined([v.strip() for v in value])
    if not isinstance(value, str):
        raise ValueError(f"{name}: give a text in quotation marks, not {value!r}")
    value = value.strip()
    if name == "form" and value not in FORMS:
        raise ValueError(f'form = "{value}": give one of {", ".join(FORMS)}')
    if name == "calendar" and value.lower() not in CALENDARS:
        raise ValueError(f'calendar = "{value}": give one of {", ".join(CALENDARS)}')
    if name == "language" and value and not _LANGUAGE.fullmatch(value):
        raise ValueError(f'language = "{value}": give a code such as "en" or "en-GB"')
    if name == "calendar":
        return value.lower()
    return value or None


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _date(name: str, value: object, source: str) -> Dating | None:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f'{name}: give a date such as "1848-03-14", not {value!r}')
    if not value.strip():
        return None
    try:
        return dated(value.strip(), source=f"{source}, {name}")
    except EdtfError as error:
        raise ValueError(date_fault(name, value, error)) from None


def _citation(table: Mapping[str, Any]) -> dict[str, Any]:
    given = table.get("citation", {})
    if not isinstance(given, Mapping):
        raise ValueError("citation: give a table of CSL fields ([citation])")
    own = {}
    for ours, theirs in _CITED.items():
        if ours in table:
            own[theirs] = _text(ours, table[ours])
    return {**{k: v for k, v in own.items() if v}, **_as_json(given)}


def _as_json(value: Any) -> Any:  # noqa: ANN401
    """A value of TOML as JSON has it: dates as text."""
    if isinstance(value, Mapping):
        return {str(k): _as_json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_as_json(v) for v in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value
