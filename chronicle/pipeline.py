"""The verbs: ``extract`` one document, ``assemble`` many, ``build`` both together."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle.assembly import assemble
from chronicle.dates import edtf
from chronicle.dating import date as resolve
from chronicle.decisions import read_decisions
from chronicle.errors import ChronicleError, EdtfError, UsageError
from chronicle.model import (
    AnnotatedDocument,
    Dating,
    Division,
    Document,
    Evidence,
    Failure,
    MadeWith,
    Mention,
)
from chronicle.settings import Settings
from chronicle.sources import find_sources, read
from chronicle.store import DOCUMENTS, load
from chronicle.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["assemble", "build", "extract", "reopen"]

logger = logging.getLogger(__name__)

DEFAULTS = Settings()
DECISIONS = "decisions.jsonl"


def extract(document: Document, *, settings: Settings = DEFAULTS) -> AnnotatedDocument:
    """Everything that is found in one document; needs the language model.

    Raises ``ModelError`` where the model is missing.
    """
    from chronicle.entities import find_entities
    from chronicle.events import find_events
    from chronicle.language import analyse
    from chronicle.links import find_links
    from chronicle.times import find_times

    doc = analyse(document, settings=settings)
    entities = find_entities(doc, document)
    timexes, divisions = find_times(doc, document, settings=settings)
    events = find_events(doc, document, entities, timexes)
    links = find_links(doc, document, timexes, events)
    divisions, timexes = resolve(divisions, timexes, links, settings=settings)
    return AnnotatedDocument(
        document=document,
        created=divisions[0].dates.written or divisions[0].dates.published,
        divisions=divisions,
        sentences=tuple(
            Mention(document=document.key, start=s.start_char, end=s.end_char)
            for s in doc.sents
        ),
        entities=entities,
        timexes=timexes,
        events=events,
        links=links,
        made_with=_made_with(settings),
    )


def build(
    sources: str | Path | Iterable[str | Path],
    *,
    date: str | None = None,
    folder: str | Path | None = None,
    fresh: bool = False,
    settings: Settings = DEFAULTS,
    progress: Callable[[str, int, int], None] | None = None,
) -> Timeline:
    """A timeline of files and folders.

    ``date`` (EDTF) is the date of every document whose metadata give none. ``folder``
    is where an earlier build was saved: its decisions are applied, and documents that
    have not changed since are not analysed again, unless ``fresh``. ``progress`` is
    called with the source at hand, its number from 0, and how many there are. A source
    that cannot be read is left out and listed in ``Timeline.failures``. Raises
    ``UsageError`` where there is nothing to build from, or ``date`` is no EDTF date.
    """
    given = None if date is None else _given(date)
    paths, failures = _find(sources)
    saved = {} if fresh or folder is None else _saved(Path(folder))
    annotated: dict[str, AnnotatedDocument] = {}
    for number, (path, root) in enumerate(paths):
        if progress:
            progress(path.name, number, len(paths))
        try:
            document = read(path, root=root, settings=settings)
            document = document if given is None else _dated(document, given)
            document = _distinct(document, path, annotated)
            annotated[document.key] = _annotate(document, saved, settings)
        except ChronicleError as error:
            failures.append(Failure(source=str(path), why=str(error)))
        except Exception as error:  # one bad file never stops a batch
            logger.debug("%s failed", path, exc_info=True)
            why = (
                f"{path}: chronicle failed on it ({type(error).__name__}: {error}); "
                "this is a fault of the program: please report it"
            )
            failures.append(Failure(source=str(path), why=why))
    decisions = () if folder is None else read_decisions(Path(folder) / DECISIONS)
    assembly = assemble(annotated.values(), decisions, settings=settings)
    return Timeline(assembly=assembly, failures=tuple(failures))


def reopen(folder: str | Path, *, settings: Settings | None = None) -> Timeline:
    """The timeline of a saved build with its decisions; needs no language model.

    ``settings`` default to those that the build was made with. Raises ``StoreError``.
    """
    annotated = load(Path(folder))
    if settings is None:
        settings = annotated[0].made_with.settings if annotated else DEFAULTS
    decisions = read_decisions(Path(folder) / DECISIONS)
    return Timeline(assembly=assemble(annotated, decisions, settings=settings))


def _given(text: str) -> Dating:
    try:
        span = edtf.span(text)
    except EdtfError as error:
        raise UsageError(f"--date {text}: {error}; write 1848-03-14 or 1848") from None
    return Dating(edtf=text, span=span, evidence=Evidence(rule="given by the user"))


def _find(
    sources: str | Path | Iterable[str | Path],
) -> tuple[list[tuple[Path, Path | None]], list[Failure]]:
    """The files to read, each with the folder its key is relative to; and failures."""
    listed = [sources] if isinstance(sources, str | Path) else list(sources)
    if not listed:
        raise UsageError("nothing to build from: name files or folders")
    found: dict[Path, Path | None] = {}
    failures = []
    for source in map(Path, listed):
        try:
            for path in find_sources([source]):
                found.setdefault(path, source if source.is_dir() else None)
        except ChronicleError as error:
            failures.append(Failure(source=str(source), why=str(error)))
    return list(found.items()), failures


def _saved(folder: Path) -> Mapping[str, AnnotatedDocument]:
    if not (folder / DOCUMENTS).exists():
        return {}
    try:
        return {a.document.key: a for a in load(folder)}
    except ChronicleError as error:  # an older build in an older form is made again
        logger.info("%s", error)
        return {}


def _annotate(
    document: Document, saved: Mapping[str, AnnotatedDocument], settings: Settings
) -> AnnotatedDocument:
    earlier = saved.get(document.key)
    if (
        earlier
        and earlier.document == document
        and earlier.made_with == _made_with(settings)
    ):
        return earlier
    return extract(document, settings=settings)


def _made_with(settings: Settings) -> MadeWith:
    from chronicle import __version__
    from chronicle.language import model_name

    return MadeWith(
        version=__version__, model=model_name(settings=settings), settings=settings
    )


def _dated(document: Document, given: Dating) -> Document:
    if document.created is not None:
        return document
    root, *rest = document.divisions
    dated: Division = replace(root, dates=replace(root.dates, written=given))
    return replace(document, created=given, divisions=(dated, *rest))


def _distinct(
    document: Document, path: Path, taken: Mapping[str, AnnotatedDocument]
) -> Document:
    """The document, refused where another file already has its key."""
    if document.key in taken:
        raise UsageError(
            f"{path}: another source is already called {document.key}: "
            'give it a name of its own (key = "…" in its sidecar)'
        )
    return document
