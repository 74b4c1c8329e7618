"""How fast chronicle is, and how much memory it takes: ``python -m benchmarks.speed``.

One core, one document at a time, the shipped model.
"""

import argparse
import json
import os
import resource
from pathlib import Path

from benchmarks.speed.stages import STAGES, growth
from benchmarks.speed.waiting import commands, megabytes

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


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
        short, long = (sum(measured[n].values()) / n for n in (first, last))
        lines.append(
            f"a word takes {100 * (long / short - 1):+.0f} % more time "
            f"at {last:,} words than at {first:,}"
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
    peak = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"peak memory of this process, the longest text included: {peak:.0f} MB")
    if options.json:
        found = {"stages": measured, "commands": waited}
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
