"""A file of letters: where each begins, who writes to whom, what is added to it.

A letter opens with a run of headings, datelines and a salutation. A date alone, after
the letter has begun, resumes it (an ``ENTRY`` within the letter, with a date of its
own); a new place begins another. A docket ("Recd 17 May") belongs to the letter before
it and is by another hand: a ``NOTE``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronicle.model import DivisionKind
from chronicle.sources.formulas import Formula, Found, formulas, signature
from chronicle.sources.lines import Line
from chronicle.sources.source import Part

_OPENINGS = (Formula.HEADING, Formula.DATELINE, Formula.SALUTATION)
_SIGNS = (Formula.SALUTATION, Formula.CLOSING, Formula.DOCKET, Formula.POSTSCRIPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A run of opening lines: the place of its first in the list of lines."""

    index: int
    found: tuple[Found, ...]

    def first(self, formula: Formula) -> Found | None:
        """The first formula of a kind."""
        return next((f for f in self.found if f.formula is formula), None)

    @property
    def place(self) -> str | None:
        """The place of its dateline."""
        date = self.first(Formula.DATELINE)
        return date.dateline.place if date and date.dateline else None


def signs(lines: Sequence[Line]) -> int:
    """How many different signs of a letter there are, a greeting among them.

    A text that opens with prose, or has no greeting, shows none.
    """
    found = [f for line in lines for f in formulas(line)]
    kinds = {f.formula for f in found}
    if Formula.SALUTATION not in kinds:
        return 0
    greeting = next(f for f in found if f.formula is Formula.SALUTATION)
    before = sum(
        len(line.text)
        for line in lines
        if line.end < greeting.start and not formulas(line)
    )
    everything = sum(len(line.text) for line in lines)
    if before > 200 and before > everything // 10:
        return 0
    return len(kinds & {*_SIGNS, Formula.DATELINE})


def letters(lines: Sequence[Line], *, author: str | None) -> tuple[Part, ...]:
    """The letters of a file and the parts of each, in order."""
    openings = _openings(lines)
    found: list[Part] = []
    ends = [o.index for o in openings[1:]] + [len(lines)]
    for opening, end in zip(openings, ends, strict=False):
        found += _letter(opening, lines[opening.index : end], author)
    return _full_names(found, author)


def _openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings that begin a letter; others only resume one."""
    begun: list[Opening] = []
    closed = False
    for opening in _runs(lines):
        between = lines[begun[-1].index : opening.index] if begun else ()
        closed = any(
            f.formula is Formula.CLOSING for ln in between for f in formulas(ln)
        )
        if not begun or _begins(opening, begun[-1], closed=closed):
            begun.append(opening)
    return begun


def _begins(opening: Opening, last: Opening, *, closed: bool) -> bool:
    if opening.first(Formula.HEADING) or opening.first(Formula.SALUTATION):
        return True
    if opening.place is None:
        return False
    return closed or (last.place or "").lower() != opening.place.lower()


def _runs(lines: Sequence[Line]) -> Iterator[Opening]:
    """Runs of lines that are nothing but headings, datelines and salutations."""
    index = 0
    found: list[Found] = []
    for number, line in enumerate(lines):
        here = [f for f in formulas(line) if f.formula in _OPENINGS]
        if not here or not _stands_free(lines, number):
            if found:
                yield Opening(index=index, found=tuple(found))
            found = []
            continue
        if found and here[0].formula is Formula.HEADING:
            yield Opening(index=index, found=tuple(found))
            found = []
        if not found:
            index = number
        found += here
        if here[-1].end < line.end:  # the letter goes on in the same line
            yield Opening(index=index, found=tuple(found))
            found = []
    if found:
        yield Opening(index=index, found=tuple(found))


def _stands_free(lines: Sequence[Line], number: int) -> bool:
    """Whether a line begins a paragraph: after a gap, a short line, an opening."""
    if number == 0:
        return True
    line, before = lines[number], lines[number - 1]
    if line.block != before.block or len(before.text) < 50 or len(line.text) > 120:
        return True
    return any(f.formula in _OPENINGS for f in formulas(before))


def _letter(
    opening: Opening, lines: Sequence[Line], author: str | None
) -> Iterator[Part]:
    heading, greeting = (
        opening.first(Formula.HEADING),
        opening.first(Formula.SALUTATION),
    )
    writer, recipient = heading.names if heading else (None, None)
    if recipient is None and greeting:
        recipient = greeting.names[1]
    start, end = lines[0].start, lines[-1].end
    added = tuple(_additions(opening, lines))
    yield Part(
        kind=DivisionKind.LETTER,
        start=start,
        end=end,
        title=heading.line.text if heading else None,
        author=writer or _signed(lines) or author,
        recipient=recipient,
        place=opening.place,
    )
    if heading:
        yield Part(
            kind=DivisionKind.HEADING,
            start=heading.start,
            end=heading.end,
            title=heading.line.text,
            level=2,
        )
    yield from added


_ADDED = {
    Formula.DATELINE: DivisionKind.ENTRY,
    Formula.POSTSCRIPT: DivisionKind.POSTSCRIPT,
    Formula.ENCLOSURE: DivisionKind.ENCLOSURE,
    Formula.DOCKET: DivisionKind.NOTE,
}


def _additions(opening: Opening, lines: Sequence[Line]) -> Iterator[Part]:
    """Continuations, postscripts, enclosures and dockets, each to the next or the end.

    A postscript to a continuation lies within it: it was written no earlier.
    """
    begun = {id(f.line) for f in opening.found}
    found = [
        f
        for number, line in enumerate(lines)
        if id(line) not in begun
        for f in formulas(line)
        if f.formula in _ADDED
        and (f.formula is not Formula.DATELINE or _resumes(lines, number, f))
    ]
    last = lines[-1].end
    for number, each in enumerate(found):
        inside = (Formula.POSTSCRIPT,) if each.formula is Formula.DATELINE else ()
        stop = next(
            (f.start for f in found[number + 1 :] if f.formula not in inside), last
        )
        stop = max((ln.end for ln in lines if ln.end <= stop), default=stop)
        if each.formula is Formula.DOCKET:
            stop = each.line.end
        yield Part(
            kind=_ADDED[each.formula],
            start=each.start,
            end=max(stop, each.line.end),
            title=_title(each),
            place=each.dateline.place if each.dateline else None,
        )


def _title(found: Found) -> str | None:
    if found.formula is Formula.DATELINE and found.dateline:
        return found.dateline.date
    return "docket" if found.formula is Formula.DOCKET else None


def _resumes(lines: Sequence[Line], number: int, found: Found) -> bool:
    """Whether a date in a letter's midst stands like a heading over what follows."""
    assert found.dateline is not None
    return found.dateline.strong and _stands_free(lines, number)


def _signed(lines: Sequence[Line]) -> str | None:
    """The name under a letter's close."""
    for number, line in enumerate(lines):
        if not any(f.formula is Formula.CLOSING for f in formulas(line)):
            continue
        for below in lines[number + 1 : number + 4]:
            if formulas(below):
                continue
            name = signature(below.text)
            if name:
                return name
        rest = line.text.rpartition(",")[2]
        name = signature(rest) if rest.strip() else None
        if name:
            return name
    return None


def _full_names(parts: Sequence[Part], author: str | None) -> tuple[Part, ...]:
    """First names written out where one person of the file has that name."""
    known = {
        n for p in parts for n in (p.author, p.recipient, author) if n and " " in n
    }

    def full(name: str | None) -> str | None:
        fitting = {k for k in known if name and k.split()[0] == name}
        return fitting.pop() if len(fitting) == 1 else name

    return tuple(
        replace(p, author=full(p.author), recipient=full(p.recipient)) for p in parts
    )
