"""How fast chronicle is, and how much memory it takes: ``python -m benchmarks.speed``.

One core, one document at a time, the shipped model. Texts are the sample documents
repeated, each time with other names and years, so that nothing is remembered.
"""

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
SEEDS = ("republic.txt", "crimea.md", "coalition.txt", "telegraph-1902.txt")
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
STAGES = (
    "read",
    "analyse",
    "find_entities",
    "find_times",
    "find_events",
    "find_links",
    "date",
    "order",
    "group",
    "merge",
)
ARTICLE = 500  # words
Value = TypeVar("Value")


def prose(words: int, *, seed: int = 1848) -> str:
    """A text of about so many words, from the sample documents with varied names."""
    draw = random.Random(seed)
    samples = [_body(ROOT / "seeds" / name) for name in SEEDS]
    names = sorted(set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", "\n".join(samples))))
    parts: list[str] = []
    count = 0
    while count < words:
        for sample in samples:
            paragraphs = sample.split("\n\n")
            others = draw.sample(names, len(names))
            swap = dict(zip(names, others, strict=True))
            year = draw.randint(-300, 120)
            for paragraph in paragraphs:
                varied = _varied(paragraph, swap, year)
                parts.append(varied)
                count += len(varied.split())
                if count >= words:
                    return "\n\n".join(parts)
    return "\n\n".join(parts)


def _body(path: Path) -> str:
    """A sample without its front matter."""
    text = path.read_text(encoding="utf-8")
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def _varied(paragraph: str, swap: dict[str, str], years: int) -> str:
    renamed = re.sub(r"[A-Z][a-z]{4,}", lambda m: swap.get(m[0], m[0]), paragraph)
    return re.sub(r"\b1[5-9]\d\d\b", lambda m: str(int(m[0]) + years), renamed)


def stages(text: str) -> dict[str, float]:
    """The seconds that each stage takes on a text, in the order of the pipeline."""
    from chronicle.dating import date
    from chronicle.decisions import decide
    from chronicle.entities import find_entities
    from chronicle.entries import group
    from chronicle.events import find_events
    from chronicle.language import analyse
    from chronicle.links import find_links
    from chronicle.merging import merge
    from chronicle.model import AnnotatedDocument, MadeWith, Mention
    from chronicle.ordering import order
    from chronicle.settings import Settings
    from chronicle.sources import read
    from chronicle.times import find_times

    clock = _Clock()
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.txt"
        path.write_text(text, encoding="utf-8")
        document = clock("read", lambda: read(path, settings=settings))
    doc = clock("analyse", lambda: analyse(document, settings=settings))
    entities = clock("find_entities", lambda: find_entities(doc, document))
    timexes, divisions = clock(
        "find_times", lambda: find_times(doc, document, settings=settings)
    )
    events = clock("find_events", lambda: find_events(doc, document, entities, timexes))
    links = clock("find_links", lambda: find_links(doc, document, timexes, events))
    divisions, timexes = clock(
        "date", lambda: date(divisions, timexes, links, settings=settings)
    )
    annotated = AnnotatedDocument(
        document=document,
        divisions=divisions,
        sentences=tuple(
            Mention(document=document.key, start=s.start_char, end=s.end_char)
            for s in doc.sents
        ),
        entities=entities,
        timexes=timexes,
        events=events,
        links=links,
        made_with=MadeWith(version="", model="", settings=settings),
    )
    [decided] = decide([annotated], ()).annotated
    chronology = clock("order", lambda: order(decided, settings=settings))
    entries = clock("group", lambda: group(decided, chronology, settings=settings))
    key = document.key
    clock("merge", lambda: merge(entries, {key: decided}, {key: chronology}))
    return clock.seconds


class _Clock:
    """Calls functions and keeps how much processor time each took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, act: Callable[[], Value]) -> Value:
        began = time.process_time()
        result = act()
        self.seconds[name] = time.process_time() - began
        return result


def growth(sizes: Sequence[int]) -> dict[int, dict[str, float]]:
    """The seconds of each stage for texts of growing length, the model being loaded.

    Short texts are taken several times, and the fastest counts.
    """
    stages(prose(200))
    return {
        size: min(
            (stages(prose(size, seed=size)) for _ in range(max(1, 6_000 // size))),
            key=lambda seconds: sum(seconds.values()),
        )
        for size in sizes
    }


def command(*arguments: str) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and peak memory (MB), of a command.

    To be called before this process grows: a child's peak is at least its parent's
    size at the fork.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr as stream:
        said = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed: {said.strip()[-400:]}")
    processor = usage.ru_utime + usage.ru_stime
    return seconds, processor, _megabytes(usage.ru_maxrss)


def _megabytes(peak: int) -> float:
    """A peak as the system gives it: in bytes on a Mac, in kilobytes elsewhere."""
    return peak * (1 if sys.platform == "darwin" else 1024) / 1_000_000


def commands(words: int) -> dict[str, tuple[float, float, float]]:
    """The commands that a user waits for; the article has 500 words."""
    article = """
import sys, pathlib, chronicle
t = chronicle.build(sys.argv[1])
assert not t.failures, t.failures
t.write(pathlib.Path(sys.argv[1]).with_name("events.csv"))
"""
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "article.txt", Path(folder) / "book.txt"
        short.write_text(prose(ARTICLE), encoding="utf-8")
        long.write_text(prose(words), encoding="utf-8")
        out = str(Path(folder) / "out")
        build = ("-m", "chronicle", "build", str(short), "-o", out, "--quiet")
        return {
            "import chronicle": command("-c", "import chronicle"),
            "chronicle --help": command("-m", "chronicle", "--help"),
            f"events.csv of {ARTICLE} words": command("-c", article, str(short)),
            f"build with figures, {ARTICLE} words": command(*build),
            f"events.csv of {words:,} words": command("-c", article, str(long)),
        }


def table(measured: dict[int, dict[str, float]]) -> str:
    """Words a second end to end, each stage's milliseconds a thousand words, shares."""
    head = "words".rjust(8) + "words/s".rjust(9) + "".join(s.rjust(14) for s in STAGES)
    lines = [
        "processor milliseconds a thousand words (and the share of analyse)",
        head,
    ]
    for size, seconds in measured.items():
        whole = sum(seconds.values())
        cells = ""
        for stage in STAGES:
            each = 1e6 * seconds[stage] / size
            part = 100 * seconds[stage] / seconds["analyse"]
            cells += f"{each:.1f} ({part:.0f}%)".rjust(14)
        lines.append(f"{size:8,}{size / whole:9,.0f}{cells}")
    first, last = min(measured), max(measured)
    if last > first:
        each = [sum(measured[size].values()) / size for size in (first, last)]
        lines.append(
            f"a word takes {100 * (each[1] / each[0] - 1):+.0f} % more time at {last:,} "
            f"words than at {first:,}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--most", type=int, default=30_000, help="longest text, words")
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    parser.add_argument(
        "--threads", type=int, default=1, help="threads for numerical libraries"
    )
    options = parser.parse_args()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(options.threads)
    if options.threads == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    waited = commands(10_000)
    print("a process of its own, start-up included: by the clock, processor, memory")
    for name, (seconds, processor, memory) in waited.items():
        print(f"{name:34}{seconds:8.2f} s{processor:8.2f} s{memory:8.0f} MB")
    print(flush=True)
    measured = growth([size for size in SIZES if size <= options.most])
    print(table(measured))
    peak = _megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"peak memory of this process, the longest text included: {peak:.0f} MB")
    if options.json:
        found = {"stages": measured, "commands": waited}
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
