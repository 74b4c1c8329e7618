"""``chronicle show``: tables in the terminal."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chronicle.cli.places import opened

if TYPE_CHECKING:
    from rich.text import Text

    from chronicle.timeline import Timeline


class What(StrEnum):
    """What there is to show."""

    TIMELINE = "timeline"
    EVENTS = "events"
    QUESTIONS = "questions"


def show(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="The folder of a build (otherwise this folder, or ./outputs).",
            show_default=False,
        ),
    ] = None,
    what: Annotated[What, typer.Option(help="Which table.")] = What.TIMELINE,
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="How many rows at most.", show_default=False),
    ] = None,
) -> None:
    """Print an earlier build as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    _, timeline = opened(folder)
    headings, rows = _TABLES[what](timeline)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        wide = heading in _WIDE
        table.add_column(heading, no_wrap=heading in _WHOLE, ratio=3 if wide else None)
    for row in rows[:limit]:
        table.add_row(*(_cell(cell) for cell in row))
    console = Console()
    console.print(table)
    if limit is not None and len(rows) > limit:
        console.print(f"{len(rows) - limit} more rows: leave out --limit.")


_WIDE = ("who did what", "question")
_WHOLE = ("", "id", "action", "state", "told as")  # columns that are never broken

_Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _cell(text: str) -> Text:
    """A cell's text, its second line dimmed."""
    from rich.text import Text

    first, _, rest = text.partition("\n")
    return Text.assemble(first, ("\n" + rest, "dim")) if rest else Text(first)


def _entries(timeline: Timeline) -> _Rows:
    from chronicle.wording import (
        according_to,
        entry_when,
        how_dated,
        state,
        summary,
    )

    assembly = timeline.assembly
    headings = ("", "when", "who did what", "state", "id")
    rows: list[tuple[str, ...]] = []
    for entry in assembly.entries:
        told = (according_to(assembly, entry), how_dated(assembly, entry))
        words = summary(assembly, entry)
        rows.append(
            (
                str(entry.order),
                entry_when(assembly, entry),
                f"{words}\n{' · '.join(t for t in told if t)}",
                state(assembly, entry),
                entry.head,
            )
        )
    return headings, rows


def _events(timeline: Timeline) -> _Rows:
    from chronicle.table import event_rows

    columns = ("order", "when", "trigger", "agent", "patient", "factuality", "event_id")
    headings = ("", "when", "action", "who", "whom or what", "told as", "id")
    return headings, [
        tuple(str(row[column]) for column in columns)
        for row in event_rows(timeline.assembly)
    ]


def _questions(timeline: Timeline) -> _Rows:
    columns = ("document", "where", "question", "settled_by")
    return columns, [
        tuple(getattr(question, column) for column in columns)
        for question in timeline.questions()
    ]


_TABLES = {
    What.TIMELINE: _entries,
    What.EVENTS: _events,
    What.QUESTIONS: _questions,
}
