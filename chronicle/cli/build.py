"""``chronicle build``: from sources to tables, figure and page."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chronicle.cli.places import USUAL, settings_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chronicle.timeline import Timeline

PATIENCE = 1.0  # seconds before a progress bar appears


def build(
    sources: Annotated[
        list[str], typer.Argument(help="Files and folders to read.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write to.")
    ] = USUAL,
    date: Annotated[
        str | None,
        typer.Option(
            help="The date of documents that bring none (2025-03-16, 1848, 1848-03~).",
            show_default=False,
        ),
    ] = None,
    settings: Annotated[
        Path | None,
        typer.Option(
            help="A settings file (otherwise chronicle.toml here, if there is one).",
            show_default=False,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="Another installed spaCy pipeline with Universal Dependencies.",
            show_default=False,
        ),
    ] = None,
    with_notes: Annotated[
        bool | None,
        typer.Option("--with-notes", help="Make entries of footnotes too."),
    ] = None,
    fresh: Annotated[
        bool,
        typer.Option("--fresh", help="Analyse unchanged documents again too."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print failures only.")
    ] = False,
) -> None:
    """Read sources and write timeline, events, figure, page and questions."""
    from chronicle.pipeline import build as build_timeline

    chosen = settings_for(settings, model=model, with_notes=with_notes)
    shown = not quiet and sys.stderr.isatty()
    timeline = build_timeline(
        list(sources),
        date=date,
        folder=output,
        fresh=fresh,
        settings=chosen,
        progress=_progress() if shown else None,
    )
    if shown:
        sys.stderr.write("\r\033[K")
    for failure in timeline.failures:
        typer.echo(f"left out: {failure.why}", err=True)
    if timeline.assembly.annotated:
        timeline.save(output)
    if not quiet:
        for line in report(timeline, output):
            typer.echo(line)
    if timeline.failures:
        raise typer.Exit(1)


def _progress() -> Callable[[str, int, int], None]:
    """A progress line on the terminal once the work has lasted a second."""
    started = time.monotonic()

    def show(name: str, number: int, total: int) -> None:
        if time.monotonic() - started < PATIENCE:
            return
        done = round(20 * number / total)
        bar = "█" * done + "░" * (20 - done)
        sys.stderr.write(f"\r\033[K{bar} {number + 1} of {total}  {name[:40]}")
        sys.stderr.flush()

    return show


def report(timeline: Timeline, output: Path) -> Iterator[str]:
    """The few plain lines that a build ends with."""
    assembly = timeline.assembly
    if not assembly.annotated:
        yield "nothing was built: no source could be read."
        return
    kinds = Counter(_dated_how(timeline, entry.head) for entry in assembly.entries)
    named = [f"{kinds[k]} {k}" for k in _KINDS if kinds[k]]
    yield (
        f"{_documents(timeline)}, {counted(len(assembly.entries), 'entry')}"
        + (f": {', '.join(named)}." if named else ".")
    )
    told = sum(len(e.accounts) > 1 for e in assembly.entries)
    if told:
        yield f"{counted(told, 'happening')} told by more than one source."
    if assembly.decisions:
        yield f"{counted(len(assembly.decisions), 'decision')} applied."
    if assembly.unattached:
        yield f"{counted(len(assembly.unattached), 'decision')} fit nowhere any more."
    asked = timeline.questions()
    conflicts = sum(question.kind == "contradiction" for question in asked)
    if conflicts:
        against = counted(conflicts, "contradiction")
        yield f"{against} within a source (see the questions)."
    if asked:
        yield f"{counted(len(asked), 'question')} → questions.csv"
    if timeline.failures:
        done, out = len(assembly.annotated), len(timeline.failures)
        yield f"{counted(done, 'document')} done, {out} left out (see above)."
    yield f"the timeline is in {output}/: open timeline.html"


_KINDS = ("to the day", "to the month or year", "bounded", "by order only", "undated")
_DAY = 1440
_YEAR = 366 * _DAY


def _dated_how(timeline: Timeline, event: str) -> str:
    assembly = timeline.assembly
    chronology = assembly.chronologies[assembly.home[event].document.key]
    span = chronology.spans[event]
    earliest, latest = span.begin.earliest, span.end.latest
    if earliest is not None and latest is not None:
        length = latest - earliest
        if length <= _DAY:
            return _KINDS[0]
        return _KINDS[1] if length <= _YEAR else _KINDS[2]
    if not span.is_open:
        return _KINDS[2]
    near = chronology.nearest.get(event)
    return _KINDS[3] if near and (near.before or near.after) else _KINDS[4]


def _documents(timeline: Timeline) -> str:
    kinds: Counter[str] = Counter()
    undated = 0
    for annotated in timeline.assembly.annotated:
        parts = [d for d in annotated.divisions if d.kind == "letter"]
        kinds["letter" if parts else "document"] += len(parts) or 1
        undated += sum(_is_undated(d.dates) for d in parts or annotated.divisions[:1])
    listed = ", ".join(counted(n, kind) for kind, n in sorted(kinds.items()))
    return f"{listed} ({undated} undated)" if undated else listed


def _is_undated(dates: object) -> bool:
    written = getattr(dates, "written", None) or getattr(dates, "published", None)
    return written is None or written.span is None


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "entry"), counted(3, "entry")
    ('1 entry', '3 entries')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
