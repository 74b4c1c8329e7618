"""A file of letters: where each begins, and who writes to whom.

A letter opens with a run of headings, datelines and a salutation. A date alone, after
the letter has begun, resumes it; a new place begins another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronicle.model import DivisionKind
from chronicle.sources.datelines import place_name
from chronicle.sources.formulas import Formula, Found, formulas, signature
from chronicle.sources.lines import Line
from chronicle.sources.metadata import Metadata
from chronicle.sources.postscripts import additions
from chronicle.sources.source import Part

_OPENINGS = (Formula.HEADING, Formula.DATELINE, Formula.SALUTATION)
_DECISIVE = (Formula.SALUTATION, Formula.CLOSING)
_SIGNS = (*_OPENINGS, Formula.CLOSING, Formula.DOCKET, Formula.POSTSCRIPT)
# A letter quoted in a longer text is no file of letters: this much may stand before it.
_FOREWORD = 200
# What follows a signature belongs to the letter if it is shorter.
_NARRATIVE = 300


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
        or before.has(*_OPENINGS)
    )


def signs(lines: Sequence[Marked]) -> int:
    """How many different signs of a letter there are.

    None where there is neither greeting nor close, or where prose comes before them: a
    letter quoted in a longer text does not make it a letter.
    """
    kinds = {f.formula for line in lines for f in line.found}
    if not kinds & {*_DECISIVE} and not _headed(lines):
        return 0
    before, everything = 0, sum(len(m.line.text) for m in lines)
    for line in lines:
        if line.has(*_OPENINGS):
            break
        before += len(line.line.text)
    if before > _FOREWORD and before > everything // 10:
        return 0
    return len(kinds & {*_SIGNS})


def _headed(lines: Sequence[Marked]) -> bool:
    """Whether letters without greetings are headed by writer, recipient and date.

    A headline may read like that too ("Special to the Times"): the same people must
    write to each other, or again.
    """
    pairs = [f.names for m in lines for f in m.found if all(f.names)]
    dated = [m for m in lines if m.has(Formula.DATELINE) and m.free]
    people = Counter(name for pair in pairs for name in pair)
    again = [pair for pair in pairs if all(people[name] > 1 for name in pair)]
    return len(again) > 1 and len(dated) >= len(again)


def letters(lines: Sequence[Marked], metadata: Metadata) -> tuple[Part, ...]:
    """The letters of a file and the parts of each, in order."""
    openings = _openings(lines)
    found: list[Part] = []
    ends = [o.index for o in openings[1:]] + [len(lines)]
    for number, opening in enumerate(openings):
        own = lines[opening.index : ends[number]]
        found += _letter(opening, _without_narrative(own), metadata)
    return _full_names(_to_the_same(found), metadata)


def _without_narrative(lines: Sequence[Marked]) -> Sequence[Marked]:
    """A letter's lines up to its signature, where prose of another kind follows it."""
    closes = [n for n, line in enumerate(lines) if line.has(Formula.CLOSING)]
    if not closes:
        return lines
    last = closes[-1]
    for number in range(last + 1, min(last + 4, len(lines))):
        if signature(lines[number].line.text):
            last = number
            break
    rest = lines[last + 1 :]
    added = any(line.has(*_SIGNS, Formula.ENCLOSURE) for line in rest)
    prose = sum(len(line.line.text) for line in rest)
    return lines if added or prose < _NARRATIVE else lines[: last + 1]


def quoted_letters(lines: Sequence[Marked]) -> Iterator[Part]:
    """Letters that a longer text quotes whole: dateline or greeting, close, signature.

    Only those with a greeting and a close on lines of their own count.
    """
    for opening in _runs(lines):
        greeting = opening.first(Formula.SALUTATION)
        last = next(
            (
                number
                for number in range(opening.index, min(opening.index + 200, len(lines)))
                if lines[number].has(Formula.CLOSING)
            ),
            None,
        )
        if greeting is None or last is None:
            continue
        signed = [m for m in lines[last + 1 : last + 3] if signature(m.line.text)]
        end = signed[0].line.end if signed else lines[last].line.end
        yield Part(
            kind=DivisionKind.LETTER,
            start=lines[opening.index].line.start,
            end=end,
            author=_signed(lines[opening.index : last + 4]),
            recipient=opening.names[1],
            place=opening.place,
        )


def _openings(lines: Sequence[Marked]) -> list[Opening]:
    """The openings that begin a letter; others only resume one."""
    begun: list[Opening] = []
    closes = [n for n, line in enumerate(lines) if line.has(Formula.CLOSING)]
    for opening in _runs(lines):
        last = begun[-1] if begun else None
        closed = last is not None and any(
            last.index < n < opening.index for n in closes
        )
        if last is None or _begins(opening, last, closed=closed):
            begun.append(opening)
            closes = [n for n in closes if n > opening.index]
    return begun


def _begins(opening: Opening, last: Opening, *, closed: bool) -> bool:
    if opening.first(Formula.HEADING) or opening.first(Formula.SALUTATION):
        return True
    if opening.place is None:
        return False
    return closed or (last.place or "").lower() != opening.place.lower()


def _runs(lines: Sequence[Marked]) -> Iterator[Opening]:
    """Runs of lines that are nothing but headings, datelines and salutations.

    A place may stand on the line above its date. A date beneath a signature, or with
    nothing beneath it, closes a letter and opens none.
    """
    run: list[int] = []
    for number, line in enumerate(lines):
        here = [f for f in line.found if f.formula in _OPENINGS]
        opens = bool(here) and line.free and not _closes(lines, number)
        if run and not line.found and _BRACKETED.fullmatch(line.line.text):
            continue
        found = [f for n in run for f in lines[n].found if f.formula in _OPENINGS]
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
    found = tuple(f for n in run for f in lines[n].found if f.formula in _OPENINGS)
    first, above = lines[run[0]], lines[run[0] - 1] if run[0] else None
    dated = found[0].formula is Formula.DATELINE
    if above and dated and not above.found and above.line.block == first.line.block:
        place = place_name(above.line.text)
        if place:
            return Opening(index=run[0] - 1, found=found, above=place)
    return Opening(index=run[0], found=found)


def _closes(lines: Sequence[Marked], number: int) -> bool:
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


def _letter(
    opening: Opening, lines: Sequence[Marked], metadata: Metadata
) -> Iterator[Part]:
    headings = [f for f in opening.found if f.formula is Formula.HEADING]
    titles = ". ".join(h.line.text.rstrip(".") for h in headings)
    writer, recipient = opening.names
    author = writer or _signed(lines) or metadata.author
    if recipient is None and metadata.recipient and author == metadata.author:
        recipient = metadata.recipient
    yield Part(
        kind=DivisionKind.LETTER,
        start=lines[0].line.start,
        end=lines[-1].line.end,
        title=titles or None,
        author=author,
        recipient=recipient,
        place=opening.place or _place_below(lines),
    )
    for heading in headings:
        yield Part(
            kind=DivisionKind.HEADING,
            start=heading.start,
            end=heading.end,
            title=heading.line.text,
            level=2,
        )
    opens = {f.start for f in opening.found}
    resumes = [
        f
        for number, line in enumerate(lines)
        for f in line.found
        if f.formula is Formula.DATELINE
        and line.free
        and f.start not in opens
        and not _closes(lines, number)
    ]
    others = [f for line in lines for f in line.found if f.formula not in _OPENINGS]
    yield from additions([*resumes, *others], lines[-1].line.end)


def _place_below(lines: Sequence[Marked]) -> str | None:
    """The place of a date that stands under the letter."""
    for number, line in enumerate(lines):
        if _closes(lines, number):
            dates = (f.dateline for f in line.found if f.dateline)
            return next((d.place for d in dates if d.place), None)
    return None


def _signed(lines: Sequence[Marked]) -> str | None:
    """The name under a letter's close."""
    for number, line in enumerate(lines):
        if not line.has(Formula.CLOSING):
            continue
        for below in lines[number + 1 : number + 4]:
            name = None if below.found else signature(below.line.text)
            if name:
                return name
        name = signature(line.line.text.rpartition(",")[2])
        if name:
            return name
    return None


def _to_the_same(parts: Sequence[Part]) -> Iterator[Part]:
    """ "To the same": the recipient of the letter before."""
    before: str | None = None
    for part in parts:
        if part.kind is DivisionKind.LETTER:
            if _SAME.search(part.title or "") and part.recipient is None:
                part = replace(part, recipient=before)
            before = part.recipient
        yield part


_SAME = re.compile(r"\bto the same\b", re.IGNORECASE)


def _full_names(found: Iterable[Part], metadata: Metadata) -> tuple[Part, ...]:
    """First names written out where one person of the file has that name."""
    parts = tuple(found)
    said = [metadata.author, metadata.recipient]
    said += [name for part in parts for name in (part.author, part.recipient)]
    known = sorted({name for name in said if name and " " in name})

    def full(name: str | None) -> str | None:
        fitting = [k for k in known if name and k.split()[0] == name]
        return fitting[0] if len(fitting) == 1 else name

    return tuple(
        replace(p, author=full(p.author), recipient=full(p.recipient)) for p in parts
    )
