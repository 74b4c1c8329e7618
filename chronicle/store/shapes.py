"""How each noun is laid out as JSON, read off its annotations once.

A dataclass is an object; ``None`` and empty tuples are left out where the type allows
it. Readings and anchors, of which a field may hold one of several, say in ``type``
which they are. A mention in its own document leaves the document's key out.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from chronicle.model import Anchor, Reading

TAG = "type"
TAGGED: Mapping[str, type] = {
    c.__name__: c for c in (*get_args(Reading), *get_args(Anchor))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One field of a noun: its type, and whether it can be left out."""

    name: str
    type: Any
    required: bool
    optional: bool
    default: Any


def slots(noun: Any) -> tuple[Slot, ...]:  # noqa: ANN401
    """The fields of a noun in order."""
    return _slots(noun)


@cache
def _slots(noun: Any) -> tuple[Slot, ...]:  # noqa: ANN401
    hints = get_type_hints(noun)
    found = []
    for each in fields(noun):
        kind = hints[each.name]
        default = each.default
        if each.default_factory is not MISSING:
            default = each.default_factory()
        may_be_none = type(None) in get_args(kind)
        if default is MISSING:
            default = None if may_be_none else MISSING
        found.append(
            Slot(
                name=each.name,
                type=kind,
                required=default is MISSING and get_origin(kind) is not tuple,
                optional=may_be_none,
                default=()
                if default is MISSING and get_origin(kind) is tuple
                else default,
            )
        )
    return tuple(found)


def plain(kind: Any) -> Any:  # noqa: ANN401
    """A type without its ``NewType`` names."""
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    return kind


def options(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """The types that a union allows, ``None`` left out; one type alone otherwise."""
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(plain(a) for a in get_args(kind) if a is not type(None))
    return (plain(kind),)


def is_noun(kind: Any) -> bool:  # noqa: ANN401
    """Whether a type is one of our dataclasses."""
    return isinstance(kind, type) and is_dataclass(kind)


def is_name(kind: Any) -> bool:  # noqa: ANN401
    """Whether a type is an enumeration."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_literal(kind: Any) -> bool:  # noqa: ANN401
    """Whether a type is a choice of literals."""
    return get_origin(kind) is Literal


def item_of(kind: Any) -> Any | None:  # noqa: ANN401
    """The type of a tuple's members, ``None`` for what is no tuple."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None
