"""``chronicle explain``: the chain of reasons for one event."""

from typing import Annotated

import typer

from chronicle.cli.places import Folder, opened


def explain(
    event: Annotated[
        str,
        typer.Argument(
            help="An event's id (or its beginning), or an entry's number.",
            show_default=False,
        ),
    ],
    folder: Folder = None,
) -> None:
    """Say why an event is dated, read and attributed as it is."""
    _, timeline = opened(folder)
    typer.echo(str(timeline.explain(event)))
