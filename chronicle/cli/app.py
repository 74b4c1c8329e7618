"""The commands, gathered."""

from typing import Annotated

import typer

from chronicle import __version__
from chronicle.cli.build import build
from chronicle.cli.chart import chart
from chronicle.cli.decide import decide
from chronicle.cli.explain import explain
from chronicle.cli.export import export
from chronicle.cli.show import show

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Timelines from historians' sources: who did what, when, on whose word.",
)
for command in (build, show, explain, chart, export, decide):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"chronicle {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Timelines from historians' sources: who did what, when, on whose word."""
