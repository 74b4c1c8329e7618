"""The commands that a user waits for."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speed.texts import prose

ARTICLE = 500  # words
_EVENTS = """
import sys, pathlib, chronicle
t = chronicle.build(sys.argv[1])
assert not t.failures, t.failures
t.write(pathlib.Path(sys.argv[1]).with_name("events.csv"))
"""


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
    return seconds, processor, megabytes(usage.ru_maxrss)


def megabytes(peak: int) -> float:
    """A peak as the system gives it: in bytes on a Mac, in kilobytes elsewhere."""
    return peak * (1 if sys.platform == "darwin" else 1024) / 1_000_000


def commands(words: int) -> dict[str, tuple[float, float, float]]:
    """What a user waits for: an article of 500 words, and a text of so many."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "article.txt", Path(folder) / "book.txt"
        short.write_text(prose(ARTICLE), encoding="utf-8")
        long.write_text(prose(words), encoding="utf-8")
        out = str(Path(folder) / "out")
        build = ("-m", "chronicle", "build", str(short), "-o", out, "--quiet")
        return {
            "import chronicle": command("-c", "import chronicle"),
            "chronicle --help": command("-m", "chronicle", "--help"),
            f"events.csv of {ARTICLE} words": command("-c", _EVENTS, str(short)),
            f"build with figures, {ARTICLE} words": command(*build),
            f"events.csv of {words:,} words": command("-c", _EVENTS, str(long)),
        }
