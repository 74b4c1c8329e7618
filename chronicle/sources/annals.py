"""Annals: texts under years that run in one direction."""

import re
from collections.abc import Iterator, Sequence

from chronicle.model import DivisionKind
from chronicle.sources.lines import Paragraph, plain
from chronicle.sources.source import Part
from chronicle.sources.stretches import SHORT, Head, stretches

_YEAR = re.compile(
    r"[\[(]*(?:(?:in\s+)?(?:anno(?:\s+domini)?|an(?:no)?\.|year|A\.?\s?D\.?)\s*)?"
    r"(?P<year>\d{1,4})(?:[/–-]\d{1,4})?\s*(?P<era>B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?E\.?)?[\])]?"
    r"(?P<stop>\s*$|\s*[.:—–]+\s|\s+-+\s)",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(
    r"[\[(]*(?:in\s+)?(?:anno|an\.|A\.?\s?D\.?|B\.?\s?C\.?)", re.IGNORECASE
)
_FULL_STOP = re.compile(r"[.!?;,][\"'”’»)\]]*$")


def year_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Years at the beginnings of paragraphs that run in one direction."""
    found: list[tuple[int, Head]] = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        match = _YEAR.match(line.text)
        if match is None:
            continue
        marked = bool(match["era"]) or bool(_YEAR_WORD.match(line.text))
        if len(match["year"]) < 3 and not marked:
            continue
        before = match["era"] and match["era"].upper().startswith("B")
        year = 1 - int(match["year"]) if before else int(match["year"])
        title = plain(line.text[: match.start("stop")]).strip("[]()")
        alone = len(paragraph.lines) == 1 and len(paragraph.text) <= SHORT
        whole = alone and not _FULL_STOP.search(paragraph.text)
        found.append((year, Head(line=line, title=title, whole=whole)))
    years = [year for year, _ in found]
    if years != sorted(years):
        return ()
    return tuple(head for _, head in found)


def annals(
    paragraphs: Sequence[Paragraph], titles: Sequence[Part], end: int
) -> Iterator[Part]:
    """One entry a year.

    Where the years are headings themselves, other headings end an entry; where they
    stand before their text, all that follows is theirs.
    """
    heads = year_heads(paragraphs)
    years = {head.line.start for head in heads}
    others = [t for t in titles if t.start not in years]
    under_headings = bool(heads) and all(head.whole for head in heads)
    stops = [t.start for t in others if under_headings]
    yield from stretches(DivisionKind.ENTRY, heads, [*stops, end])
    if under_headings:
        yield from (t for t in others if t.start > min(years))
