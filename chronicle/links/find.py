"""From a parsed document with events and dates to its links."""

from typing import TYPE_CHECKING

from chronicle.links.causes import by_aspect, by_cause
from chronicle.links.connectives import by_clause, by_happening
from chronicle.links.dates import by_syntax
from chronicle.links.proposal import Proposal, numbered
from chronicle.links.reports import by_content
from chronicle.links.same import by_same_happening
from chronicle.links.scene import Scene
from chronicle.links.scope import by_entry, by_place, by_scene, datelines
from chronicle.links.telling import by_host, by_sequence, by_tense, by_writing
from chronicle.model import Division, Document, Event, Link, LinkKind, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_links"]


def find_links(
    doc: "Doc",
    document: Document,
    timexes: tuple[Timex, ...],
    events: tuple[Event, ...],
) -> tuple[Link, ...]:
    """How the events and dates of a document hang together.

    A link whose target is a division's id speaks of the writing of that division.
    """
    scene = Scene(doc, document, timexes, events)
    divisions: dict[str, Division] = {d.id: d for d in document.divisions}
    headed = {t.id for t in datelines(scene, divisions).values()}
    by_date = list(by_syntax(scene, headed))
    dated: dict[str, Proposal] = {}
    for one in by_date:
        if one.kind is LinkKind.TLINK:
            dated.setdefault(one.source, one)
    at_happenings = list(by_happening(scene))
    found = [
        *by_date,
        *by_scene(scene, divisions, dated),
        *by_place(scene, dated),
        *by_entry(scene, divisions, dated),
        *by_clause(scene),
        *at_happenings,
        *by_host(scene, at_happenings),
        *by_content(scene),
        *by_aspect(scene),
        *by_cause(scene),
        *by_tense(scene),
        *by_writing(scene, divisions, dated),
        *by_same_happening(scene),
        *by_sequence(scene),
    ]
    return numbered(found, document.key)
