"""The processor time of each stage, on one document."""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from benchmarks.speed.texts import prose

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from chronicle.model import AnnotatedDocument, Document, Mention

STAGES = (
    "read",
    "analyse",
    "find_entities",
    "find_times",
    "find_events",
    "find_links",
    "date",
    "order",
    "group",
    "merge",
)
Value = TypeVar("Value")


def stages(text: str) -> dict[str, float]:
    """The seconds that each stage takes on a text, in the order of the pipeline."""
    clock = Clock()
    annotated = _extracted(text, clock)
    _assembled(annotated, clock)
    return clock.seconds


def _extracted(text: str, clock: "Clock") -> "AnnotatedDocument":
    """What ``chronicle.pipeline.extract`` does, a stage at a time."""
    from chronicle.dating import date
    from chronicle.entities import find_entities
    from chronicle.events import find_events
    from chronicle.language import analyse
    from chronicle.links import find_links
    from chronicle.model import AnnotatedDocument, MadeWith
    from chronicle.settings import Settings
    from chronicle.sources import read
    from chronicle.times import find_times

    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.txt"
        path.write_text(text, encoding="utf-8")
        document = clock("read", lambda: read(path, settings=settings))
    doc = clock("analyse", lambda: analyse(document, settings=settings))
    entities = clock("find_entities", lambda: find_entities(doc, document))
    timexes, divisions = clock(
        "find_times", lambda: find_times(doc, document, settings=settings)
    )
    events = clock("find_events", lambda: find_events(doc, document, entities, timexes))
    links = clock("find_links", lambda: find_links(doc, document, timexes, events))
    divisions, timexes = clock(
        "date", lambda: date(divisions, timexes, links, settings=settings)
    )
    return AnnotatedDocument(
        document=document,
        divisions=divisions,
        sentences=_sentences(doc, document),
        entities=entities,
        timexes=timexes,
        events=events,
        links=links,
        made_with=MadeWith(version="", model="", settings=settings),
    )


def _sentences(doc: "Doc", document: "Document") -> "tuple[Mention, ...]":
    from chronicle.model import Mention

    return tuple(
        Mention(document=document.key, start=s.start_char, end=s.end_char)
        for s in doc.sents
    )


def _assembled(annotated: "AnnotatedDocument", clock: "Clock") -> None:
    """What ``chronicle.assembly.assemble`` does, a stage at a time."""
    from chronicle.decisions import decide
    from chronicle.entries import group
    from chronicle.merging import merge
    from chronicle.ordering import order

    settings, key = annotated.made_with.settings, annotated.document.key
    [decided] = decide([annotated], ()).annotated
    chronology = clock("order", lambda: order(decided, settings=settings))
    entries = clock("group", lambda: group(decided, chronology, settings=settings))
    clock("merge", lambda: merge(entries, {key: decided}, {key: chronology}))


class Clock:
    """Calls functions and keeps how much processor time each took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, act: Callable[[], Value]) -> Value:
        """Call a function and keep its time under a name."""
        began = time.process_time()
        result = act()
        self.seconds[name] = time.process_time() - began
        return result


def growth(sizes: Sequence[int]) -> dict[int, dict[str, float]]:
    """The seconds of each stage for texts of growing length, the model being loaded.

    Short texts are taken several times, and the fastest counts.
    """
    stages(prose(200))
    return {
        size: min(
            (stages(prose(size, seed=size)) for _ in range(max(1, 6_000 // size))),
            key=lambda seconds: sum(seconds.values()),
        )
        for size in sizes
    }
