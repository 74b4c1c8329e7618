"""Where a command finds an earlier build, and the settings that hold there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chronicle.errors import UsageError
from chronicle.settings import FILE_NAME, Settings, read_settings

if TYPE_CHECKING:
    from chronicle.timeline import Timeline

DOCUMENTS = "documents.jsonl"
USUAL = Path("outputs")

Folder = Annotated[
    Path | None,
    typer.Option(
        "--dir",
        "-d",
        help="The folder of a build (otherwise this folder, or ./outputs).",
        show_default=False,
    ),
]


def folder_of(given: Path | None) -> Path:
    """The folder of a build; raises ``UsageError`` where there is none."""
    candidates = [given] if given is not None else [Path(), USUAL]
    for folder in candidates:
        if (folder / DOCUMENTS).exists():
            return folder
    where = " or ".join(str(folder) for folder in candidates)
    raise UsageError(
        f"{where}: no build here (no {DOCUMENTS}): run `chronicle build` first, or "
        "name its folder with --dir"
    )


def opened(given: Path | None) -> tuple[Path, Timeline]:
    """The folder of a build and its timeline."""
    folder = folder_of(given)
    from chronicle.pipeline import reopen

    return folder, reopen(folder)


def settings_for(
    file: Path | None, *, model: str | None, with_notes: bool | None
) -> Settings:
    """The settings of a file, or of ``chronicle.toml`` here, under the options."""
    usual = Path(FILE_NAME)
    if file is not None:
        settings = read_settings(file)
    else:
        settings = read_settings(usual) if usual.exists() else Settings()
    if model is not None:
        settings = replace(settings, model=model)
    if with_notes is not None:
        settings = replace(settings, with_notes=with_notes)
    return settings
