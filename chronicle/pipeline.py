"""The verbs: ``extract`` one document, ``assemble`` many, ``build`` both together."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from chronicle.assembly import assemble
from chronicle.dating import date
from chronicle.model import AnnotatedDocument, Document, Failure, MadeWith, Mention
from chronicle.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from chronicle.model import Decision
    from chronicle.timeline import Timeline

__all__ = ["assemble", "build", "extract"]

logger = logging.getLogger(__name__)

DEFAULTS = Settings()


def extract(document: Document, *, settings: Settings = DEFAULTS) -> AnnotatedDocument:
    """Everything that is found in one document; needs the language model.

    Raises ``ModelError`` where the model is missing.
    """
    from chronicle import __version__
    from chronicle.entities import find_entities
    from chronicle.events import find_events
    from chronicle.language import analyse, model_name
    from chronicle.links import find_links
    from chronicle.times import find_times

    doc = analyse(document, settings=settings)
    entities = find_entities(doc, document)
    timexes, divisions = find_times(doc, document, settings=settings)
    events = find_events(doc, document, entities, timexes)
    links = find_links(doc, document, timexes, events)
    divisions, timexes = date(divisions, timexes, links, settings=settings)
    return AnnotatedDocument(
        document=document,
        created=divisions[0].dates.written,
        divisions=divisions,
        sentences=tuple(
            Mention(document=document.key, start=s.start_char, end=s.end_char)
            for s in doc.sents
        ),
        entities=entities,
        timexes=timexes,
        events=events,
        links=links,
        made_with=MadeWith(
            version=__version__, model=model_name(settings=settings), settings=settings
        ),
    )
