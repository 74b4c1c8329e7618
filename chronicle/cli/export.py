"""``chronicle export``: one file in a chosen format."""

from pathlib import Path
from typing import Annotated

import typer

from chronicle.cli.places import opened


def export(
    folder: Annotated[
        Path, typer.Argument(help="The folder of a build.", show_default=False)
    ],
    to: Annotated[
        str,
        typer.Option(help="The format: timeline, events, questions or json."),
    ] = "timeline",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write.", show_default=False),
    ] = None,
) -> None:
    """Write one file of an earlier build in a chosen format."""
    from chronicle.exports import FORMATS

    folder, timeline = opened(folder)
    suffix = FORMATS[to].suffix if to in FORMATS else ""
    written = timeline.write(output or folder / f"{to}{suffix}", to=to)
    typer.echo(f"written: {written}")
