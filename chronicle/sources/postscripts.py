"""What is added to a letter: continuations, postscripts, enclosures, dockets.

A continuation ("Wednesday morning. I kept this open …") is an ``ENTRY`` within the
letter, with a date of its own. A docket ("Recd 17 May") belongs to the letter before it
and is by another hand: a ``NOTE``.
"""

from collections.abc import Iterator, Mapping, Sequence

from chronicle.model import DivisionKind
from chronicle.sources.formulas import Formula, Found
from chronicle.sources.source import Part

_ADDED: Mapping[Formula, DivisionKind] = {
    Formula.DATELINE: DivisionKind.ENTRY,
    Formula.POSTSCRIPT: DivisionKind.POSTSCRIPT,
    Formula.ENCLOSURE: DivisionKind.ENCLOSURE,
    Formula.DOCKET: DivisionKind.NOTE,
}


def additions(formulas: Sequence[Found], end: int) -> Iterator[Part]:
    """The parts of a letter from its formulas; ``end`` is where it ends.

    Each runs to the next or to the letter's end. A postscript to a continuation lies
    within it: it was written no earlier.
    """
    found = sorted(
        (f for f in formulas if f.formula in _ADDED and _stands_for_itself(f)),
        key=lambda f: f.start,
    )
    for number, each in enumerate(found):
        inside = each.formula is Formula.DATELINE
        later = (
            f.start
            for f in found[number + 1 :]
            if not (inside and f.formula is Formula.POSTSCRIPT)
        )
        stop = each.end if each.formula is Formula.DOCKET else next(later, end)
        yield Part(
            kind=_ADDED[each.formula],
            start=each.start,
            end=stop,
            title=_title(each),
            place=each.dateline.place if each.dateline else None,
        )


def _stands_for_itself(found: Found) -> bool:
    """Whether a date in a letter's midst is more than a number."""
    return found.dateline is None or found.dateline.strong


def _title(found: Found) -> str | None:
    if found.dateline:
        return found.dateline.date
    return "docket" if found.formula is Formula.DOCKET else None
