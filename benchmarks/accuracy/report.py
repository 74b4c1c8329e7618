"""The table of figures: for the terminal and for the documentation."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.bootstrap import interval
from benchmarks.accuracy.task import Task
from benchmarks.tally import Tally, total

PEERS = Path(__file__).parent / "peers.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure with its items, its interval and the peers beside it."""

    figure: str
    value: float
    low: float
    high: float
    items: int
    peers: str


def lines(task: Task, tallies: Sequence[Tally]) -> list[Line]:
    """The figures of a task from its documents' tallies."""
    counts = [tally.counts for tally in tallies]
    whole = total(tallies).counts
    found = []
    for figure in task.figures:
        low, high = interval(counts, figure.value)
        found.append(
            Line(
                figure=figure.name,
                value=figure.value(whole),
                low=low,
                high=high,
                items=whole[figure.items],
                peers=peers(task.name, figure.name),
            )
        )
    return found


def peers(task: str, figure: str) -> str:
    """What others reach, in words."""
    table = tomllib.loads(PEERS.read_text(encoding="utf-8"))["peer"]
    return "; ".join(
        f"{p['system']} {p['value']:.1f} ({p['on']}; {p['source']})"
        for p in table
        if (p["task"], p["figure"]) == (task, figure)
    )


def plain(task: Task, found: Iterable[Line], documents: int) -> str:
    """A task's figures for the terminal."""
    out = [f"{task.title} ({task.name}; {documents} documents)"]
    for line in found:
        spread = f"{line.low:.1f}–{line.high:.1f}"
        row = f"  {line.figure:<42}{line.value:6.1f}  {spread:>11}{line.items:8d}"
        out.append(f"{row}  {line.peers}".rstrip())
    return "\n".join([*out, *([f"  {task.note}"] if task.note else [])])


def page(results: Iterable[tuple[Task, Sequence[Line], int]], made_with: str) -> str:
    """The documentation page."""
    parts = [HEAD.format(made_with=made_with)]
    for task, found, documents in results:
        head = ["| | chronicle | 95 % | items | others |", "| --- " * 5 + "|"]
        table = "\n".join([*head, *map(_row, found)])
        about = f"{documents} documents. {_sentence(task.note)}".strip()
        parts += [f"## {task.title}", about, table]
    return "\n\n".join(parts) + "\n"


def _row(line: Line) -> str:
    spread = f"{line.low:.1f}–{line.high:.1f}"
    cells = (line.figure, f"{line.value:.1f}", spread, str(line.items), line.peers)
    return f"| {' | '.join(cell or '–' for cell in cells)} |"


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}." if note else ""


HEAD = """# How right it is

Printed by `make accuracy DATA=…` (`python -m benchmarks.accuracy DATA --write`), with
{made_with}. Each figure stands with the number of items that it rests on and with the
central 95 % of what other documents of the same kind would give (bootstrap over
documents). Raw text goes in; nothing of the gold but the day of a news report is given.
Only figures marked “the same texts” compare directly with ours."""
