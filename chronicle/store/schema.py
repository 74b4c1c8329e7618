"""The JSON Schema of a line of ``documents.jsonl``, made from the nouns themselves.

``python -m chronicle.store.schema`` prints it; ``schema.json`` is what it printed.
"""

import json
import sys
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from chronicle.model import AnnotatedDocument, Mention
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

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


@cache
def published() -> Any:  # noqa: ANN401
    """The schema that ships with the package."""
    text = files("chronicle.store").joinpath("schema.json").read_text("utf-8")
    return json.loads(text)


def schema() -> dict[str, Any]:
    """The schema, made anew."""
    definitions: dict[str, Any] = {}
    top = _object(AnnotatedDocument, definitions)
    top["properties"] = {"version": {"const": VERSION}, **top["properties"]}
    top["required"] = ["version", *top["required"]]
    return {
        "$schema": DIALECT,
        "$id": "urn:chronicle:annotated-document:1",
        "title": "One line of documents.jsonl",
        "description": AnnotatedDocument.__doc__,
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(noun: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    if TAGGED.get(noun.__name__) is noun:
        properties[TAG] = {"const": noun.__name__}
        required.append(TAG)
    for slot in slots(noun):
        properties[slot.name] = _value(slot.type, definitions)
        if slot.required and not (noun is Mention and slot.name == "document"):
            required.append(slot.name)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _value(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    made = [_single(option, definitions) for option in options(plain(kind))]
    return made[0] if len(made) == 1 else {"anyOf": made}


def _single(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    item = item_of(kind)
    if item is not None:
        return {"type": "array", "items": _value(item, definitions)}
    if is_literal(kind):
        return {"enum": list(get_args(kind))}
    if is_name(kind):
        definitions.setdefault(kind.__name__, {"enum": [m.value for m in kind]})
    elif is_noun(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # holds the place: nouns may nest
            definitions[kind.__name__] |= _described(kind, definitions)
    else:
        return {"type": _PLAIN.get(kind, "object")}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _described(noun: type, definitions: dict[str, Any]) -> dict[str, Any]:
    first = (noun.__doc__ or "").strip().split("\n\n")[0]
    return {"description": " ".join(first.split()), **_object(noun, definitions)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
