"""JSON → nouns, checked field by field."""

from collections.abc import Mapping
from dataclasses import MISSING
from typing import Any, get_args, get_origin

from chronicle.errors import ChronicleError
from chronicle.model import AnnotatedDocument, Document, Mention
from chronicle.store.encoding import VERSION
from chronicle.store.shapes import (
    TAG,
    TAGGED,
    is_literal,
    is_name,
    is_noun,
    item_of,
    options,
    plain,
    slots,
)


class MalformedError(ValueError):
    """JSON that is no annotated document: where, and what is wrong."""


def decoded(table: Any) -> AnnotatedDocument:  # noqa: ANN401
    """The annotated document in a JSON object; raises ``MalformedError``."""
    if not isinstance(table, Mapping):
        raise MalformedError("no object")
    if table.get("version") != VERSION:
        raise MalformedError(
            f"version {table.get('version')!r} where {VERSION} belongs: build it again"
        )
    document = table.get("document")
    key = document.get("key") if isinstance(document, Mapping) else None
    if not isinstance(key, str):
        raise MalformedError("document.key is missing")
    content = {name: value for name, value in table.items() if name != "version"}
    made = _noun(content, AnnotatedDocument, "", key)
    assert isinstance(made, AnnotatedDocument)
    _check_text(made.document)
    return made


def _check_text(document: Document) -> None:
    fresh = Document(key=document.key, text=document.text)
    if fresh.text_hash != document.text_hash:
        raise MalformedError(
            "document.text is not the text that was read (its hash differs): "
            "build it again"
        )


def _noun(table: Any, noun: type, path: str, key: str) -> Any:  # noqa: ANN401
    if not isinstance(table, Mapping):
        raise MalformedError(f"{path or 'line'}: {_shown(table)} is no object")
    known = {slot.name for slot in slots(noun)} | {TAG}
    strange = sorted(set(table) - known)
    if strange:
        raise MalformedError(f"{path}.{strange[0]}: no such field".lstrip("."))
    values: dict[str, Any] = {}
    for slot in slots(noun):
        here = f"{path}.{slot.name}".lstrip(".")
        if slot.name in table and not (slot.name == TAG and noun in _TAGGED):
            values[slot.name] = _value(table[slot.name], slot.type, here, key)
        elif noun is Mention and slot.name == "document":
            values[slot.name] = key
        elif slot.default is MISSING:
            raise MalformedError(f"{here} is missing")
        else:
            values[slot.name] = slot.default
    try:
        return noun(**values)
    except (ValueError, ChronicleError) as error:
        raise MalformedError(f"{path}: {error}") from None


_TAGGED = frozenset(TAGGED.values())


def _value(value: Any, kind: Any, path: str, key: str) -> Any:  # noqa: ANN401
    kind = plain(kind)
    allowed = options(kind)
    if value is None and type(None) in get_args(kind):
        return None
    if any(option in _TAGGED for option in allowed):
        return _tagged(value, allowed, path, key)
    if len(allowed) > 1:
        return _first_fitting(value, allowed, path, key)
    return _single(value, allowed[0], path, key)


def _tagged(value: Any, allowed: tuple[Any, ...], path: str, key: str) -> Any:  # noqa: ANN401
    name = value.get(TAG) if isinstance(value, Mapping) else None
    noun = TAGGED.get(str(name))
    if noun is None or noun not in allowed:
        raise MalformedError(f"{path}: {_shown(name)} is no type of these")
    return _noun(value, noun, path, key)


def _first_fitting(value: Any, allowed: tuple[Any, ...], path: str, key: str) -> Any:  # noqa: ANN401
    for option in allowed:
        try:
            return _single(value, option, path, key)
        except MalformedError:
            continue
    raise MalformedError(f"{path}: {_shown(value)} does not belong here")


def _single(value: Any, kind: Any, path: str, key: str) -> Any:  # noqa: ANN401
    item = item_of(kind)
    if item is not None:
        if not isinstance(value, list):
            raise MalformedError(f"{path}: {_shown(value)} is no list")
        return tuple(_value(v, item, f"{path}[{n}]", key) for n, v in enumerate(value))
    if is_noun(kind):
        return _noun(value, kind, path, key)
    if is_name(kind):
        try:
            return kind(value)
        except ValueError:
            named = ", ".join(str(member.value) for member in kind)
            raise MalformedError(
                f"{path}: {_shown(value)} is none of {named}"
            ) from None
    if get_origin(kind) is not None and not is_literal(kind):
        if isinstance(value, Mapping):
            return dict(value)
    elif is_literal(kind):
        if value in get_args(kind):
            return value
    elif _is_plain(value, kind):
        return value
    raise MalformedError(f"{path}: {_shown(value)} does not belong here")


def _is_plain(value: Any, kind: type) -> bool:  # noqa: ANN401
    """Whether a text, number or truth value is of its type; 3 is a fit length."""
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind) or (kind is float and isinstance(value, int))


def _shown(value: Any) -> str:  # noqa: ANN401
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
