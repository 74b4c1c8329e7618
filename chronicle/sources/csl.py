"""Metadata from a CSL-JSON item.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from collections.abc import Mapping
from typing import Any

from chronicle.errors import EdtfError, MetadataError
from chronicle.model import Dating
from chronicle.sources.metadata import Metadata, date_fault, dated

_CONTAINED = ("article-newspaper", "article-magazine")


def from_csl(content: object, *, source: str) -> Metadata:
    """Metadata from CSL-JSON; raises ``MetadataError`` that names every fault."""
    item = content[0] if isinstance(content, list) and len(content) == 1 else content
    if isinstance(item, list):
        raise MetadataError(
            f"{source}: {len(item)} items where one belongs: keep the item of this "
            "document only"
        )
    if not isinstance(item, Mapping) or not {"type", "title", "author"} & set(item):
        raise MetadataError(
            f"{source}: not CSL-JSON (no type, title or author): put the document's "
            "metadata there, or give the file another name"
        )
    faults: list[str] = []
    custom = item.get("custom")
    publisher = _text(item, "publisher", faults)
    if item.get("type") in _CONTAINED:
        publisher = _text(item, "container-title", faults) or publisher
    found = Metadata(
        key=_text(custom, "key", faults) if isinstance(custom, Mapping) else None,
        title=_text(item, "title", faults),
        author=_names(item, "author", faults),
        recipient=_names(item, "recipient", faults),
        publisher=publisher,
        place=_text(item, "event-place", faults),
        language=_text(item, "language", faults),
        date=_issued(item.get("issued"), source, faults),
        citation={k: v for k, v in item.items() if k != "id"},
    )
    if faults:
        raise MetadataError(f"{source}: {'; '.join(faults)}")
    return found


def _text(item: Mapping[str, Any], name: str, faults: list[str]) -> str | None:
    value = item.get(name)
    if value is None or isinstance(value, str):
        return value or None
    faults.append(f"{name}: give a text, not {value!r}")
    return None


def _names(item: Mapping[str, Any], name: str, faults: list[str]) -> str | None:
    value = item.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(n, Mapping) for n in value):
        faults.append(f'{name}: give a list of names, [{{"family": …, "given": …}}]')
        return None
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    names = [
        str(n.get("literal") or " ".join(str(n[p]) for p in parts if n.get(p)))
        for n in value
    ]
    names = [n for n in names if n]
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _issued(value: object, source: str, faults: list[str]) -> Dating | None:
    if value is None:
        return None
    text = _edtf(value) if isinstance(value, Mapping) else None
    if text is None:
        faults.append('issued: give {"date-parts": [[1848, 3, 14]]}')
        return None
    try:
        return dated(text, source=f"{source}, issued")
    except EdtfError as error:
        faults.append(date_fault("issued", text, error))
        return None


def _edtf(value: Mapping[str, Any]) -> str | None:
    raw = value.get("raw") or value.get("literal")
    parts = value.get("date-parts")
    if not parts:
        return raw if isinstance(raw, str) else None
    try:
        dates = [_one([int(number) for number in part]) for part in parts]
    except (TypeError, ValueError, IndexError):
        return None
    if value.get("circa"):
        dates = [f"{each}~" for each in dates]
    return "/".join(dates)


def _one(numbers: list[int]) -> str:
    # CSL counts as historians do (−44 is 44 BC); EDTF has a year 0.
    year = numbers[0] + 1 if numbers[0] < 0 else numbers[0]
    sign = "-" if year < 0 else ""
    rest = "".join(f"-{number:02d}" for number in numbers[1:3])
    return f"{sign}{abs(year):04d}{rest}"
