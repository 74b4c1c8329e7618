"""Newspapers: despatches under their datelines, articles under their headings."""

from collections.abc import Iterator, Sequence

from chronicle.model import DivisionKind
from chronicle.sources.datelines import dateline
from chronicle.sources.lines import Paragraph
from chronicle.sources.source import Part
from chronicle.sources.stretches import SHORT, Head, stretches


def despatch_heads(paragraphs: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Datelines with a place at the beginnings of paragraphs."""
    found = []
    for paragraph in paragraphs:
        line = paragraph.lines[0]
        date = dateline(line.text)
        if date and date.place and date.strong:
            found.append(
                Head(line=line, title=None, place=date.place, whole=date.whole)
            )
    return tuple(found)


def despatches(paragraphs: Sequence[Paragraph]) -> int:
    """How many signs of a newspaper there are: its despatches.

    One counts as two where it opens the text, under nothing but headings and dates.
    """
    heads = despatch_heads(paragraphs)
    for paragraph in paragraphs:
        if heads and paragraph.start == heads[0].line.start:
            return len(heads) + 1
        date = dateline(paragraph.text)
        if len(paragraph.text) > SHORT and not (date and date.whole):
            break
    return len(heads)


def newspaper(
    paragraphs: Sequence[Paragraph], titles: Sequence[Part], end: int
) -> Iterator[Part]:
    """Despatches under their datelines, and other articles under their headings.

    A heading over a despatch stands apart from it, since it may cover several. A lone
    despatch keeps the headings that divide it.
    """
    heads = despatch_heads(paragraphs)
    if len(heads) == 1:
        yield from stretches(DivisionKind.ARTICLE, heads, [end])
        return
    despatches = {head.line.start for head in heads}
    first = min(despatches, default=end)
    titles = [title for title in titles if title.start < end]
    named = {title.start for title in titles}
    bodies = [p.start for p in paragraphs if p.start not in named]
    stops = [*(t.start for t in titles if t.start > first), end]
    yield from stretches(DivisionKind.ARTICLE, heads, stops)
    for number, title in enumerate(titles):
        below = next((b for b in bodies if b > title.start), end)
        nearest = number + 1 == len(titles) or titles[number + 1].start > below
        if title.start > first and below < end and nearest and below not in despatches:
            following = [*despatches, *stops]
            yield Part(
                kind=DivisionKind.ARTICLE,
                start=title.start,
                end=min(s for s in following if s > title.start),
                title=title.title,
            )
