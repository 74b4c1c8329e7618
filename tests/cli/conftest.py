import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from chronicle.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """Runs the command line in an empty folder; returns status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["chronicle", *map(str, arguments)])
        try:
            main()
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 0
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the sample letters."""
    import chronicle

    folder = tmp_path_factory.mktemp("letters")
    timeline = chronicle.build(SEEDS / "letters.txt", folder=folder)
    timeline.save(folder)
    return folder


@pytest.fixture
def built(run: Run, letters: Path) -> Run:
    """The command line beside a build of the sample letters in ``outputs``."""
    shutil.copytree(letters, "outputs")
    return run
