"""Nouns → JSON."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from chronicle.model import AnnotatedDocument, DocumentKey, Mention
from chronicle.store.shapes import TAG, TAGGED, is_noun, slots

VERSION = 1


def encoded(annotated: AnnotatedDocument) -> dict[str, Any]:
    """An annotated document as a JSON object, keys in the order of the fields."""
    key = annotated.document.key
    return {"version": VERSION, **_object(annotated, key)}


def _object(noun: Any, key: DocumentKey) -> dict[str, Any]:  # noqa: ANN401
    kind = type(noun)
    found: dict[str, Any] = {}
    if TAGGED.get(kind.__name__) is kind:
        found[TAG] = kind.__name__
    for slot in slots(kind):
        value = getattr(noun, slot.name)
        left_out = (value is None and slot.default is None) or (
            value == () and slot.default == ()
        )
        home = isinstance(noun, Mention) and slot.name == "document" and value == key
        if not left_out and not home:
            found[slot.name] = _value(value, key)
    return found


def _value(value: Any, key: DocumentKey) -> Any:  # noqa: ANN401
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_value(v, key) for v in value]
    if is_noun(type(value)):
        return _object(value, key)
    if isinstance(value, Mapping):
        return dict(value)
    return value
