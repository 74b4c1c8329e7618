"""Ranges in the corpora's way: TIMEX2 and TIMEX3 mark the two ends apart.

Chronicle reads "1927–1937" as one expression with two ends. For these corpora alone it
is given as two, each with its own words and value.
"""

import re
from dataclasses import replace

from benchmarks.accuracy.predictions import FoundTimex

_OPENING = re.compile(r"(?:from|between)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[-–—]+\s*|\s+(?:to|and|until|till|through)\s+", re.IGNORECASE
)


def ends_apart(timex: FoundTimex, text: str) -> tuple[FoundTimex, ...]:
    """The two ends of a range, or the expression itself."""
    first, slash, last = timex.value.partition("/")
    start, end = timex.span
    if not slash:
        return (timex,)
    opening = _OPENING.match(text, start, end)
    begin = opening.end() if opening else start
    joints = [j for j in _BETWEEN.finditer(text, begin, end) if j.end() < end]
    if not joints:
        return (timex,)
    joint = min(joints, key=lambda j: abs((j.start() + j.end()) - (begin + end)))
    return (
        replace(timex, span=(begin, joint.start()), value=first),
        replace(timex, span=(joint.end(), end), value=last),
    )
