"""From a document's events to its entries."""

from chronicle.dates.axis import TimeSpan
from chronicle.entries.scene import Scene, event_id, scene
from chronicle.entries.tree import Tree, tree
from chronicle.entries.worth import layer, salience
from chronicle.model import (
    Account,
    AnnotatedDocument,
    Chronology,
    Entry,
    EntryId,
    EntryPart,
    Event,
)
from chronicle.settings import Settings

DEFAULTS = Settings()


def group(
    annotated: AnnotatedDocument,
    chronology: Chronology,
    *,
    settings: Settings = DEFAULTS,
) -> tuple[Entry, ...]:
    """The entries of one document, in the order in which it tells them."""
    found = scene(annotated, chronology, with_notes=settings.with_notes)
    grown = tree(found)
    beneath: dict[str, list[Event]] = {}
    for event in found.events:
        if event.id in grown.places:
            beneath.setdefault(grown.root(event.id), []).append(event)
    return tuple(
        _entry(found, grown, chronology, event, tuple(beneath.get(event.id, ())))
        for event in found.events
        if event.id not in grown.places
    )


def _entry(
    found: Scene,
    grown: Tree,
    chronology: Chronology,
    head: Event,
    parts: tuple[Event, ...],
) -> Entry:
    return Entry(
        id=EntryId(f"en-{head.id}"),
        head=head.id,
        parts=tuple(
            EntryPart(
                event=part.id,
                relation=grown.places[part.id].relation,
                parent=event_id(grown.places[part.id].parent),
            )
            for part in parts
        ),
        accounts=(
            Account(
                document=found.annotated.document.key,
                event=head.id,
                span=chronology.spans.get(head.id, TimeSpan()),
                quotation=head.sentence,
            ),
        ),
        salience=salience(found, grown, head, parts),
        layer=layer(found, grown, head),
    )
