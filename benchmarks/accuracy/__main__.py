"""Measure chronicle on the field's corpora: ``python -m benchmarks.accuracy DATA``."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import dense, events, factuality, gum, order, people, times
from benchmarks.accuracy.corpora import Row, documents, rows, written
from benchmarks.accuracy.predictions import Reader
from benchmarks.accuracy.report import Line, lines, page, plain
from benchmarks.accuracy.task import Task
from benchmarks.faults import listing
from benchmarks.tally import Tally, total

TASKS: tuple[Task, ...] = (
    *times.TASKS,
    *gum.TASKS,
    *events.TASKS,
    *people.TASKS,
    *factuality.TASKS,
    *order.TASKS,
    *dense.TASKS,
)
PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
SHOWN = 40  # faults of one class


def load(task: Task, data: Path) -> list[Row]:
    """The documents of a task with all that is asked of them."""
    if task in factuality.TASKS:
        return factuality.sentences(r for name in task.files for r in rows(data / name))
    found = documents(data, *task.files)
    if task.relations:
        relations = (r for name in task.relations for r in rows(data / name))
        return order.with_pairs(found, relations)
    return found


def measure(task: Task, found: Sequence[Row], read: Reader) -> list[Tally]:
    """One tally a document."""
    tallies = []
    for number, document in enumerate(found):
        if sys.stderr.isatty():
            print(f"\r{task.name} {number}/{len(found)}", end="", file=sys.stderr)
        date = written(document) if task.dated else None
        tally = Tally()
        task.judge(
            document, read(document["text"], key=document["id"], date=date), tally
        )
        tallies.append(tally)
    return tallies


def main() -> None:
    """Measure, print, and with ``--write`` make the page of the documentation."""
    options = _options()
    chosen = [t for t in TASKS if not options.only or t.name in options.only]
    read = Reader()
    results: list[tuple[Task, list[Line], int]] = []
    for task in chosen:
        found = load(task, options.data)[: options.first]
        tallies = measure(task, found, read)
        results.append((task, lines(task, tallies), len(found)))
        print(plain(*results[-1]) + "\n", flush=True)
        if options.errors:
            print(listing(total(tallies).faults, most=SHOWN) + "\n")
    if options.json:
        options.json.write_text(json.dumps(_values(results), indent=1) + "\n")
    if options.write:
        PAGE.write_text(page(results, _made_with()), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the corpora")
    names = ", ".join(task.name for task in TASKS)
    parser.add_argument("--only", nargs="+", help=f"some of: {names}")
    parser.add_argument("--first", type=int, help="only the first N documents of each")
    parser.add_argument("--errors", action="store_true", help="list faults by class")
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    options = parser.parse_args()
    unknown = set(options.only or ()) - {task.name for task in TASKS}
    if unknown:
        parser.error(
            f"no such measure: {', '.join(sorted(unknown))}; there are {names}"
        )
    if not options.data.is_dir():
        parser.error(f"{options.data}: no such folder")
    if options.write and (options.only or options.first):
        parser.error("--write needs all measures on all documents")
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    return options


def _values(results: Sequence[tuple[Task, list[Line], int]]) -> dict[str, object]:
    return {
        task.name: {
            line.figure: {
                "value": round(line.value, 2),
                "interval": [round(line.low, 2), round(line.high, 2)],
                "items": line.items,
            }
            for line in found
        }
        for task, found, _ in results
    }


def _made_with() -> str:
    from chronicle import __version__
    from chronicle.language import model_name
    from chronicle.settings import Settings

    return f"chronicle {__version__} and its model {model_name(settings=Settings())}"


if __name__ == "__main__":
    main()
