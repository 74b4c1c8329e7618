"""Front matter: a block of fields before the text.

TOML between lines of ``+++``, or simple ``key: value`` lines between lines of ``---``
(the part of YAML that metadata need; anything more belongs in a sidecar).
"""

import re
import tomllib
from typing import Any

from chronicle.errors import MetadataError
from chronicle.sources.fields import from_fields
from chronicle.sources.metadata import Metadata

_BLOCK = re.compile(
    r"(?P<fence>\+\+\+|---)[ \t]*(?:\r\n|\n|\r)(?P<body>.*?)"
    r"^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
_FIELD = re.compile(r"(?P<indent>\s*)(?P<key>[\w-]+)\s*:(?:\s+(?P<value>.*))?$")


def front_matter(text: str, *, name: str) -> tuple[Metadata, int]:
    """The fields before a text, and where the text begins.

    Raises ``MetadataError`` naming the line at fault.
    """
    match = _BLOCK.match(text)
    if match is None or (match["fence"] == "---" and ":" not in match["body"]):
        return Metadata(), 0
    if match["fence"] == "+++":
        try:
            table = tomllib.loads(match["body"].replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError as error:
            raise MetadataError(
                f"{name}: front matter is not valid TOML ({error})"
            ) from None
    else:
        table = _simple(match["body"], name)
    return from_fields(table, source=name, strict=False), match.end()


def _simple(body: str, name: str) -> dict[str, Any]:
    table: dict[str, Any] = {}
    inner: dict[str, Any] | None = None
    listed: list[str] | None = None
    for number, line in enumerate(body.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = re.fullmatch(r"\s*-\s+(.*)", line)
        if item and listed is not None:
            listed.append(str(_value(item[1])))
            continue
        found = _FIELD.fullmatch(line)
        if found is None or (found["indent"] and inner is None):
            raise MetadataError(
                f"{name}, line {number}: front matter is lines of `key: value`; this "
                f"is not: {line.strip()!r}; mend it, or put the metadata in a sidecar"
            )
        target = inner if found["indent"] and inner is not None else table
        if (found["value"] or "").strip():
            target[found["key"]] = _value(found["value"])
            listed = None
            inner = inner if found["indent"] else None
        elif not found["indent"]:
            inner, listed = {}, []
            table[found["key"]] = (inner, listed)
    return {k: _settled(v) for k, v in table.items()}


def _settled(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, tuple):
        return value
    inner, listed = value
    return inner or listed or ""


def _value(text: str) -> Any:  # noqa: ANN401
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    if text.startswith("[") and text.endswith("]"):
        return [str(_value(t)) for t in text[1:-1].split(",") if t.strip()]
    return re.sub(r"\s+#.*$", "", text)
