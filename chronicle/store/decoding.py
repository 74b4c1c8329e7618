"""JSON → nouns, checked field by field.

For every type a reader is made once, from the type's own annotations; a fault travels
outwards and gathers the path to where it lies.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING
from functools import cache
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

# A value as JSON has it and the key of the document that it stands in → the value.
Reader = Callable[[Any, str], Any]


class MalformedError(ValueError):
    """JSON that is no annotated document: what is wrong, and where."""

    def __init__(self, why: str, path: str = "") -> None:
        """``path`` is like "events[2].lemma"."""
        super().__init__(f"{path}: {why}" if path else why)
        self.why, self.path = why, path

    def within(self, step: str) -> "MalformedError":
        """The same fault, seen from one step further out."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return MalformedError(self.why, f"{step}{joint}{self.path}")


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
        raise MalformedError("missing", "document.key")
    content = {name: value for name, value in table.items() if name != "version"}
    made = _noun(AnnotatedDocument)(content, key)
    assert isinstance(made, AnnotatedDocument)
    _check_text(made.document)
    return made


def _check_text(document: Document) -> None:
    fresh = Document(key=document.key, text=document.text)
    if fresh.text_hash != document.text_hash:
        raise MalformedError(
            "not the text that was read (its hash differs): build it again",
            "document.text",
        )


@cache
def _noun(noun: Any) -> Reader:  # noqa: ANN401
    """The reader of one dataclass."""
    tagged = TAGGED.get(noun.__name__) is noun
    known = {slot.name for slot in slots(noun)} | ({TAG} if tagged else set())
    names = tuple(slot.name for slot in slots(noun))
    types = {slot.name: slot.type for slot in slots(noun)}
    defaults = {s.name: s.default for s in slots(noun) if s.default is not MISSING}
    readers: dict[str, Reader] = {}  # made when first met, since nouns may nest

    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        if not isinstance(value, Mapping):
            raise MalformedError(f"{_shown(value)} is no object")
        if not known.issuperset(value):
            raise MalformedError("no such field", min(set(value) - known))
        if not readers:
            readers.update({name: _value(kind) for name, kind in types.items()})
        found = dict(defaults)
        if noun is Mention:
            found["document"] = key
        for name in names:
            if name in value:
                try:
                    found[name] = readers[name](value[name], key)
                except MalformedError as error:
                    raise error.within(name) from None
            elif name not in found:
                raise MalformedError("missing", name)
        try:
            return noun(**found)
        except (ValueError, ChronicleError) as error:
            raise MalformedError(str(error)) from None

    return read


@cache
def _value(kind: Any) -> Reader:  # noqa: ANN401
    """The reader of a field's type, a union perhaps."""
    kind = plain(kind)
    allowed = options(kind)
    may_be_none = type(None) in get_args(kind)
    if any(TAGGED.get(getattr(o, "__name__", "")) is o for o in allowed):
        inner = _tagged(allowed)
    elif len(allowed) == 1:
        inner = _single(allowed[0])
    else:
        inner = _first_fitting(tuple(_single(option) for option in allowed))
    if not may_be_none:
        return inner
    return lambda value, key: None if value is None else inner(value, key)


def _tagged(allowed: tuple[Any, ...]) -> Reader:
    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        name = value.get(TAG) if isinstance(value, Mapping) else None
        noun = TAGGED.get(str(name))
        if noun is None or noun not in allowed:
            raise MalformedError(f"{_shown(name)} is no type of these")
        return _noun(noun)(value, key)

    return read


def _first_fitting(readers: tuple[Reader, ...]) -> Reader:
    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        for reader in readers:
            try:
                return reader(value, key)
            except MalformedError:
                continue
        raise MalformedError(f"{_shown(value)} does not belong here")

    return read


def _single(kind: Any) -> Reader:  # noqa: ANN401
    """The reader of a type that is no union."""
    item = item_of(kind)
    if item is not None:
        return _tuple(_value(item))
    if is_noun(kind):
        return _noun(kind)
    if is_name(kind):
        return _one_of({member.value: member for member in kind})
    if is_literal(kind):
        return _one_of({choice: choice for choice in get_args(kind)})
    return _mapping if get_origin(kind) is not None else _plain(kind)


def _tuple(reader: Reader) -> Reader:
    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            raise MalformedError(f"{_shown(value)} is no list")
        found = []
        for number, member in enumerate(value):
            try:
                found.append(reader(member, key))
            except MalformedError as error:
                raise error.within(f"[{number}]") from None
        return tuple(found)

    return read


def _one_of(choices: Mapping[Any, Any]) -> Reader:
    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        if isinstance(value, str) and value in choices:
            return choices[value]
        named = ", ".join(str(choice) for choice in choices)
        raise MalformedError(f"{_shown(value)} is none of {named}")

    return read


def _mapping(value: Any, key: str) -> Any:  # noqa: ANN401
    if isinstance(value, Mapping):
        return dict(value)
    raise MalformedError(f"{_shown(value)} is no object")


def _plain(kind: type) -> Reader:
    """The reader of texts, numbers and truth values; 3 is a fit length."""
    fitting = (int, float) if kind is float else (kind,)

    def read(value: Any, key: str) -> Any:  # noqa: ANN401
        if isinstance(value, fitting) and (kind is bool) == isinstance(value, bool):
            return value
        raise MalformedError(f"{_shown(value)} does not belong here")

    return read


def _shown(value: Any) -> str:  # noqa: ANN401
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
