"""What decisions can be about: the items of a document and the words they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from chronicle.errors import DecisionError
from chronicle.model import AnnotatedDocument, Mention, Target

CONTEXT = 40  # letters quoted on either side
_OPENING = 60  # letters of a division's beginning that stand for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that can be decided: its kind, id and words."""

    kind: str
    id: str
    start: int
    end: int


def items(annotated: AnnotatedDocument, kind: str) -> tuple[Item, ...]:
    """All items of one kind that have words of their own, in the order of the text.

    An event is known by its trigger, a division by its opening words.
    """
    found: Mapping[str, list[tuple[str, Mention]]] = {
        "event": [(e.id, e.trigger) for e in annotated.events],
        "timex": [(t.id, t.mention) for t in annotated.timexes if t.mention],
        "division": [
            (d.id, _opening(annotated, d.start, d.end)) for d in annotated.divisions
        ],
        "document": [],
    }
    listed = [
        Item(kind=kind, id=id_, start=m.start, end=m.end) for id_, m in found[kind]
    ]
    return tuple(sorted(listed, key=lambda i: (i.start, i.end, i.id)))


def _opening(annotated: AnnotatedDocument, start: int, end: int) -> Mention:
    return Mention(
        document=annotated.document.key, start=start, end=min(end, start + _OPENING)
    )


def target_of(annotated: AnnotatedDocument, id_: str) -> Target:
    """The target that an id names, with its quotation; raises ``DecisionError``."""
    if id_ == annotated.document.key:
        return quoted(annotated, Item(kind="document", id=id_, start=0, end=0))
    for kind in ("event", "timex", "division"):
        for item in items(annotated, kind):
            if item.id == id_:
                return quoted(annotated, item)
    raise DecisionError(
        f"{id_}: nothing in {annotated.document.key} has this id: copy one from "
        "events.csv"
    )


def quoted(annotated: AnnotatedDocument, item: Item) -> Target:
    """An item as a target: its words and a little of what stands around them."""
    text = annotated.document.text
    around = 0 if item.kind == "document" else CONTEXT
    return Target(
        document=annotated.document.key,
        kind=item.kind,
        id=item.id,
        exact=text[item.start : item.end],
        prefix=text[max(0, item.start - around) : item.start],
        suffix=text[item.end : item.end + around],
        start=item.start,
        end=item.end,
    )
