"""Where letters begin: runs of headings, datelines and salutations.

A date alone, after a letter has begun, resumes it; a new place begins another. A date
beneath a signature closes a letter and opens none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.sources.datelines import place_name
from chronicle.sources.formulas import Formula, Found, formulas
from chronicle.sources.lines import Line

OPENINGS = (Formula.HEADING, Formula.DATELINE, Formula.SALUTATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line with the formulas in it."""

    line: Line
    found: tuple[Found, ...]
    free: bool  # it begins a paragraph

    def has(self, *kinds: Formula) -> bool:
        """Whether it has a formula of these kinds."""
        return any(f.formula in kinds for f in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A run of opening lines: the place of its first in the list of lines."""

    index: int
    found: tuple[Found, ...]
    above: str | None = None  # a place on the line before its date

    def first(self, formula: Formula) -> Found | None:
        """The first formula of a kind."""
        return next((f for f in self.found if f.formula is formula), None)

    @property
    def place(self) -> str | None:
        """The place of its dateline."""
        date = self.first(Formula.DATELINE)
        own = date.dateline.place if date and date.dateline else None
        return own or self.above

    @property
    def names(self) -> tuple[str | None, str | None]:
        """Writer and recipient, as its headings and then its salutation name them."""
        pairs = [f.names for f in self.found]
        writers = [writer for writer, _ in pairs if writer]
        recipients = [recipient for _, recipient in pairs if recipient]
        return next(iter(writers), None), next(iter(recipients), None)


def marked(lines: Sequence[Line]) -> tuple[Marked, ...]:
    """The lines of a text with their formulas."""
    found: list[Marked] = []
    for number, line in enumerate(lines):
        before = found[-1] if found else None
        after = lines[number + 1] if number + 1 < len(lines) else None
        free = before is None or _apart(before, line)
        here = tuple(
            f
            for f in formulas(line)
            if free or f.formula not in _OF_THE_END or _ends_paragraph(f, after)
        )
        found.append(Marked(line=line, found=here, free=free))
    return tuple(found)


# Formulas that a wrapped line of prose may seem to open with.
_OF_THE_END = (
    Formula.CLOSING,
    Formula.DOCKET,
    Formula.ENCLOSURE,
    Formula.POSTSCRIPT,
)


def _ends_paragraph(found: Found, after: Line | None) -> bool:
    """Whether a close stands over a signature or at the end of its paragraph.

    A docket at the end of a line is known by its date alone.
    """
    if found.formula is Formula.DOCKET:
        return found.start > found.line.start
    return found.formula is Formula.CLOSING and (
        after is None or after.block != found.line.block or len(after.text) <= 45
    )


def _apart(before: Marked, line: Line) -> bool:
    """Whether a line begins a paragraph: after a gap, a short line, an opening."""
    return (
        line.block != before.line.block
        or len(before.line.text) < 50
        or len(line.text) > 120
        or before.has(*OPENINGS)
    )


def openings(lines: Sequence[Marked]) -> list[Opening]:
    """The openings that begin a letter; others only resume one."""
    begun: list[Opening] = []
    closings = [n for n, line in enumerate(lines) if line.has(Formula.CLOSING)]
    for opening in runs(lines):
        last = begun[-1] if begun else None
        closed = last is not None and any(
            last.index < n < opening.index for n in closings
        )
        if last is None or _begins(opening, last, closed=closed):
            begun.append(opening)
            closings = [n for n in closings if n > opening.index]
    return begun


def _begins(opening: Opening, last: Opening, *, closed: bool) -> bool:
    if opening.first(Formula.HEADING) or opening.first(Formula.SALUTATION):
        return True
    if opening.place is None:
        return False
    return closed or (last.place or "").lower() != opening.place.lower()


def runs(lines: Sequence[Marked]) -> Iterator[Opening]:
    """Runs of lines that are nothing but headings, datelines and salutations.

    A place may stand on the line above its date. A date beneath a signature, or with
    nothing beneath it, closes a letter and opens none.
    """
    run: list[int] = []
    for number, line in enumerate(lines):
        here = [f for f in line.found if f.formula in OPENINGS]
        opens = bool(here) and line.free and not closes(lines, number)
        if run and not line.found and _BRACKETED.fullmatch(line.line.text):
            continue
        found = [f for n in run for f in lines[n].found if f.formula in OPENINGS]
        if run and (not opens or _opens_anew(found, here)):
            yield _opening(lines, run)
            run = []
        if not opens:
            continue
        run.append(number)
        if here[-1].end < line.line.end:  # the letter goes on in the same line
            yield _opening(lines, run)
            run = []
    if run:
        yield _opening(lines, run)


# "(No. 34. Confidential.)" between a letter's heading and its date
_BRACKETED = re.compile(r"[\[(][^\])]{1,60}[\])]\.?")


def _opening(lines: Sequence[Marked], run: Sequence[int]) -> Opening:
    found = tuple(f for n in run for f in lines[n].found if f.formula in OPENINGS)
    first, above = lines[run[0]], lines[run[0] - 1] if run[0] else None
    dated = found[0].formula is Formula.DATELINE
    if above and dated and not above.found and above.line.block == first.line.block:
        place = place_name(above.line.text)
        if place:
            return Opening(index=run[0] - 1, found=found, above=place)
    return Opening(index=run[0], found=found)


def closes(lines: Sequence[Marked], number: int) -> bool:
    """Whether a date stands under a signature or at the very end."""
    line = lines[number]
    if not line.has(Formula.DATELINE) or line.has(Formula.SALUTATION):
        return False
    date = next(f for f in line.found if f.formula is Formula.DATELINE)
    if date.end < line.line.end:
        return False
    last = all(m.has(Formula.DOCKET, Formula.DATELINE) for m in lines[number + 1 :][:9])
    if last:
        return True
    above = lines[max(0, number - 2) : number]
    return any(
        m.has(Formula.CLOSING) and m.line.block == line.line.block for m in above
    )


def _opens_anew(found: Sequence[Found], here: Sequence[Found]) -> bool:
    """Whether a heading begins another letter, rather than going on with a heading."""
    if not here or here[0].formula is not Formula.HEADING:
        return False
    only_headings = all(f.formula is Formula.HEADING for f in found)
    named = any(any(f.names) for f in found) and any(here[0].names)
    return not only_headings or named
