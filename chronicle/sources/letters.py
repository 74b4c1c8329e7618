"""A file of letters: what each is, who writes to whom, and where."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronicle.model import DivisionKind
from chronicle.sources.formulas import Formula, signature
from chronicle.sources.metadata import Metadata
from chronicle.sources.openings import (
    OPENINGS,
    Marked,
    Opening,
    closes,
    openings,
    runs,
)
from chronicle.sources.postscripts import additions
from chronicle.sources.source import Part

_DECISIVE = (Formula.SALUTATION, Formula.CLOSING)
_SIGNS = (*OPENINGS, Formula.CLOSING, Formula.DOCKET, Formula.POSTSCRIPT)
# A letter quoted in a longer text is no file of letters: this much may stand before it.
_FOREWORD = 200
# What follows a signature belongs to the letter if it is shorter.
_NARRATIVE = 300


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
        if line.has(*OPENINGS):
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
    begun = openings(lines)
    found: list[Part] = []
    ends = [o.index for o in begun[1:]] + [len(lines)]
    for number, opening in enumerate(begun):
        own = lines[opening.index : ends[number]]
        found += _letter(opening, _without_narrative(own), metadata)
    return _full_names(_to_the_same(found), metadata)


def _without_narrative(lines: Sequence[Marked]) -> Sequence[Marked]:
    """A letter's lines up to its signature, where prose of another kind follows it."""
    closings = [n for n, line in enumerate(lines) if line.has(Formula.CLOSING)]
    if not closings:
        return lines
    last = closings[-1]
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
    for opening in runs(lines):
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
        and not closes(lines, number)
    ]
    others = [f for line in lines for f in line.found if f.formula not in OPENINGS]
    yield from additions([*resumes, *others], lines[-1].line.end)


def _place_below(lines: Sequence[Marked]) -> str | None:
    """The place of a date that stands under the letter."""
    for number, line in enumerate(lines):
        if closes(lines, number):
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
