"""What the package promises to whoever imports or installs it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

import chronicle
from chronicle.cli import app

ROOT = Path(__file__).parents[1]


def test_the_front_door_is_sorted_and_complete() -> None:
    assert chronicle.__all__ == sorted(chronicle.__all__)
    for name in chronicle.__all__:
        assert getattr(chronicle, name).__name__ == name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'oracle'"):
        _ = chronicle.oracle


@pytest.mark.parametrize("heavy", ["spacy", "pandas", "matplotlib", "onnxruntime"])
def test_importing_loads_nothing_heavy(heavy: str) -> None:
    code = f"import chronicle, chronicle.cli, sys; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_answers_at_once() -> None:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "chronicle", "--help"],
            check=True,
            capture_output=True,
        )
        times.append(time.perf_counter() - started)
    assert min(times) < 0.6  # 0.1 s on a quiet machine; other work may share this one


COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_page(command: str) -> None:
    found = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    assert found.help
    reference = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    assert f"## chronicle {command}" in reference
    for parameter in found.params:
        assert getattr(parameter, "help", None), f"{command}: {parameter.name}"
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in reference, f"{command} {option}"
