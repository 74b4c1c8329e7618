"""The gold of one sample document, with every quotation turned into offsets."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIVISION_DATES = ("written", "published", "received")
ROLES = ("agent", "patient", "recipient", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDivision:
    """A part of the document; ``dates`` are EDTF, in the calendar as written."""

    kind: str
    start: int
    dates: Mapping[str, str]
    author: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """A time expression. ``optional``: good readers differ on whether to mark it."""

    start: int
    end: int
    type: str
    value: str
    edtf: str | None
    mod: str | None
    calendar: str | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """One of the main happenings. ``names`` says whom a role's words mean."""

    id: str
    start: int
    end: int
    words: Mapping[str, str]
    names: Mapping[str, str]
    said_by: str | None
    factuality: str
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All that a historian reads in one document."""

    file: str
    calendar: str | None
    divisions: tuple[GoldDivision, ...]
    dates: tuple[GoldDate, ...]
    events: tuple[GoldEvent, ...]
    before: tuple[tuple[str, str], ...]


def load(path: Path) -> Mapping[str, Any]:
    """The tables of a gold file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def located(table: Mapping[str, Any], text: str) -> Gold:
    """The gold with offsets into a text; raises ``ValueError`` for what is missing."""
    return Gold(
        file=table["file"],
        calendar=table.get("calendar"),
        divisions=tuple(_division(d, text) for d in table.get("division", ())),
        dates=tuple(_date(d, text, table) for d in table.get("date", ())),
        events=tuple(_event(e, text) for e in table.get("event", ())),
        before=tuple((p["a"], p["b"]) for p in table.get("before", ())),
    )


def _division(item: Mapping[str, Any], text: str) -> GoldDivision:
    start, _ = _find(item["starts"], text)
    return GoldDivision(
        kind=item["kind"],
        start=start,
        dates={key: item[key] for key in DIVISION_DATES if key in item},
        author=item.get("author"),
        recipient=item.get("recipient"),
    )


def _date(item: Mapping[str, Any], text: str, table: Mapping[str, Any]) -> GoldDate:
    start, end = _within(item["context"], item["text"], text)
    return GoldDate(
        start=start,
        end=end,
        type=item["type"],
        value=item["value"],
        edtf=item.get("edtf"),
        mod=item.get("mod"),
        calendar=item.get("calendar", table.get("calendar")),
        optional=item.get("optional", False),
    )


def _event(item: Mapping[str, Any], text: str) -> GoldEvent:
    start, end = _within(item["context"], item["trigger"], text)
    return GoldEvent(
        id=item["id"],
        start=start,
        end=end,
        words={role: item[role] for role in ROLES if role in item},
        names={r: item[f"{r}_name"] for r in ROLES if f"{r}_name" in item},
        said_by=item.get("said_by"),
        factuality=item["factuality"],
        when=item.get("when"),
    )


def _within(context: str, words: str, text: str) -> tuple[int, int]:
    start, end = _find(context, text)
    first, last = _find(words, text[start:end])
    return start + first, start + last


def _find(quotation: str, text: str) -> tuple[int, int]:
    """Where a quotation stands; a reader of HTML may have changed its white space."""
    bare = re.sub(r"<[^>]+>", " ", quotation)
    pattern = r"\s+".join(re.escape(word) for word in bare.split())
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"the gold quotes {quotation!r}, which is not in the text")
    return found.span()
