"""Write docs/reference/cli.md from the commands' own help."""

from pathlib import Path

import typer

from chronicle.cli import app

HEAD = """# Commands

Made from the program's own help by `python docs/make_cli_reference.py`.

Exit status: 0 done, 1 something was left out or failed, 2 the call was wrong.
"""


def reference() -> str:
    """The whole page."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return "\n".join([HEAD, *(_section(n, c) for n, c in commands.items())])


def _section(name: str, command: typer.core.TyperCommand) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join(["chronicle", name, *(_usage(a) for a in arguments), "[options]"])
    rows = ["| | |", "| --- | --- |"]
    for parameter in command.params:
        names = ", ".join(
            f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts)
        )
        if parameter.param_type_name == "argument":
            names = f"`{_usage(parameter)}`"
        rows.append(f"| {names} | {_help(parameter)} |")
    return "\n".join(
        [
            f"## chronicle {name}",
            "",
            command.help or "",
            "",
            f"    {usage}",
            "",
            *rows,
            "",
        ]
    )


def _usage(argument: typer.core.TyperArgument) -> str:
    name = argument.name.upper() + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _help(parameter: typer.core.TyperArgument | typer.core.TyperOption) -> str:
    text = parameter.help or ""
    default = parameter.default
    if default is not None and parameter.show_default and not isinstance(default, bool):
        text += f" Otherwise `{getattr(default, 'value', default)}`."
    return text


if __name__ == "__main__":
    page = Path(__file__).parent / "reference/cli.md"
    page.write_text(reference(), encoding="utf-8")
