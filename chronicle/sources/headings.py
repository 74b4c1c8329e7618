"""Headings of plain text, chapters, and sections of notes."""

import re
from collections.abc import Iterator, Sequence

from chronicle.model import DivisionKind
from chronicle.sources.datelines import dateline
from chronicle.sources.formulas import signature
from chronicle.sources.lexicon import one_of, words
from chronicle.sources.lines import UNWRAPPED, Paragraph
from chronicle.sources.source import Part

_LONGEST = 90
_MOST_WORDS = 14
_QUOTES = "\"'“‘«"
_PROSE = 80  # a paragraph shorter than this may itself be a heading
_ENDS_SENTENCE = re.compile(r"[.,;:!?…—–_-](?:\s*(?:[\"'”’»)\]]|\[\d+\]))*$")
_RUNS_ON = re.compile(r"[,;:—–_-]$")
# "By Jane Doe", among the first paragraphs
_BYLINE = re.compile(r"(?:By|BY)\s+(?P<name>\S+\s\S.*)")
_TOP = 5
_LIST_ITEM = re.compile(r"(?:[-*•·–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


def headings(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """Short lines without a full stop, with prose beneath them; the first is a title.

    Lines in capitals need no more than their capitals. Of a run of such lines, which
    may be a list, only a heading and its subheading count, and a title page's.
    """
    like = [_looks_like_heading(p) for p in paragraphs]
    over = [h or _is_date(p.text) for h, p in zip(like, paragraphs, strict=True)]
    below = _next_bodies(over)
    for number, paragraph in enumerate(paragraphs):
        body = below[number]
        if body is None or not like[number]:
            continue
        following = paragraphs[number + 1]
        if body == number + 1 and not _is_prose(following):
            continue
        if following.text[0].islower():  # a sentence goes on
            continue
        sure = _shouted(paragraph) or number < 2
        if not sure and (body > number + 2 or _in_verse(paragraphs, number)):
            continue
        yield _part(paragraph, number)


def _next_bodies(over: Sequence[bool]) -> list[int | None]:
    """For each paragraph, the first after it that is no heading or date."""
    found: list[int | None] = []
    nearest: int | None = None
    for number in range(len(over) - 1, -1, -1):
        found.append(nearest)
        if not over[number]:
            nearest = number
    return found[::-1]


def _in_verse(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a line stands among short lines without a gap."""
    before, line, after = paragraphs[number - 1 : number + 2]
    together = before.lines[-1].block == line.lines[0].block == after.lines[0].block
    return together and line.lines[0].measure <= UNWRAPPED


def _part(paragraph: Paragraph, number: int) -> Part:
    byline = _BYLINE.fullmatch(paragraph.text) if number < _TOP else None
    author = signature(byline["name"]) if byline else None
    return Part(
        kind=DivisionKind.FURNITURE if author else DivisionKind.HEADING,
        start=paragraph.start,
        end=paragraph.end,
        title=paragraph.text,
        author=author,
        level=1 if number == 0 else 2,
    )


def _looks_like_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > _LONGEST * 2 or not any(c.isalpha() for c in text):
        return False
    if text[0] in _QUOTES or _RUNS_ON.search(text) or _is_date(text):
        return False
    if _shouted(paragraph):
        return True
    first = next(c for c in text if c.isalnum())
    return (
        len(paragraph.lines) == 1
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not _ENDS_SENTENCE.search(text)
        and not _LIST_ITEM.match(text)
        and text.split()[-1].lower() not in words("headings", "unfinished")
        and (first.isupper() or first.isdigit())
    )


def _is_date(text: str) -> bool:
    """Whether a line is a date or a dateline and nothing more."""
    date = dateline(text)
    return date is not None and date.whole and date.strong


def _shouted(paragraph: Paragraph) -> bool:
    """Whether every line is in capitals."""
    text = paragraph.text
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) > 2
        and all(c.isupper() for c in letters)
        and len(paragraph.lines) <= 4
    )


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return len(text) >= _PROSE or bool(re.search(r"[.!?…][\"'”’»)\]]*$", text))


def chapters(found: Sequence[Part], end: int) -> Iterator[Part]:
    """Chapters under headings that call themselves one, or that are the highest.

    Highest headings make chapters where there are several: one alone is the title.
    """
    named = re.compile(
        rf"{one_of(words('headings', 'chapters'))}\s+(?:the\s+)?"
        rf"(?:\d+|[ivxlc]+|{one_of(words('headings', 'numbers'))})\b",
        re.IGNORECASE,
    )
    openings = [h for h in found if named.match(h.title or "")]
    if not openings:
        highest = [h for h in found if h.level == 1]
        openings = highest if len(highest) > 1 else []
    notes = {section.start for section in note_sections(found, end)}
    stops = sorted({*(h.start for h in openings[1:]), *notes, end})
    ends = [min(s for s in stops if s > h.start) for h in openings]
    for heading, stop in zip(openings, ends, strict=True):
        yield Part(
            kind=DivisionKind.CHAPTER,
            start=heading.start,
            end=stop,
            title=heading.title,
            level=heading.level,
        )


def note_sections(found: Sequence[Part], end: int) -> Iterator[Part]:
    """What stands under "Notes", "Bibliography" and their like; not under a title."""
    names = set(words("headings", "notes"))
    for number, heading in enumerate(found):
        bare = re.sub(r"[^\w\s]", "", (heading.title or "").lower()).strip()
        if bare not in names or (number == 0 and heading.level == 1):
            continue
        level = heading.level
        stop = next((h.start for h in found[number + 1 :] if h.level <= level), end)
        yield Part(
            kind=DivisionKind.NOTE, start=heading.start, end=stop, title=heading.title
        )
