"""``chronicle chart``: one figure."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from chronicle.cli.places import Folder, opened


class Kind(StrEnum):
    """Kinds of charts."""

    AUTO = "auto"
    TIME = "time"
    ORDER = "order"


def chart(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The figure to write: .svg, .png or .pdf."),
    ] = Path("timeline.svg"),
    folder: Folder = None,
    kind: Annotated[
        Kind,
        typer.Option(help="A calendar axis, steps of certain order, or what fits."),
    ] = Kind.AUTO,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, help="How many entries at most, by salience.", show_default=False
        ),
    ] = None,
) -> None:
    """Draw a figure of an earlier build."""
    _, timeline = opened(folder)
    written = timeline.chart(output, kind=kind.value, limit=limit)
    typer.echo(f"written: {written}")
