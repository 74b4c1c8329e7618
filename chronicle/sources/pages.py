"""Page, folio and line marks in a text: ``[p. 12]``, ``[f. 3r]``, form feeds.

A mark is hidden from analysis and says where the text after it stands. A mark that has
a line to itself takes its line break with it, so that it parts no paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from chronicle.model import Locator
from chronicle.sources.source import markup

_NUMBER = r"\d+[a-z]?(?:\s?[-–]\s?\d+[a-z]?)?|[ivxlcdm]+"
_FOLIO = (
    r"\d+\s?(?:[rvab]|recto|verso)?\.?"
    r"(?:\s?[-–]\s?\d*\s?(?:[rvab]|recto|verso)?)?"
)
_MARK = re.compile(
    r"[\[{|<]\s*(?:"
    rf"(?:pp?|pgs?|pages?)[.\s]\s*(?P<page>{_NUMBER})"
    rf"|(?:ff?|fols?|folios?)[.\s]\s*(?P<folio>{_FOLIO})"
    rf"|(?:ll?|lines?)[.\s]\s*(?P<line>\d+(?:[-–]\d+)?)"
    r"|(?P<leaf>\d{1,4}\s?(?:[rv]|recto|verso))"
    r"|pb\s+n=\"(?P<pb>\w+)\"\s*/?"
    r")\s*[\]}|>]",
    re.IGNORECASE,
)
_KINDS = {"pb": "page", "leaf": "folio"}
_PAGE_NUMBER = re.compile(r"[-–—\[(\s]*(?:page\s+|p\.\s*)?(\d{1,4})[-–—\])\s.]*", re.I)
_EDGE = 200  # how far from a page's edge its head or number may stand


def page_marks(text: str) -> tuple[Locator, ...]:
    """All page, folio and line marks of a text, in order."""
    marks = tuple(_bracketed(text))
    numbered = any(mark.kind in ("page", "folio") for mark in marks)
    breaks = tuple(_form_feeds(text, numbered=numbered))
    return tuple(sorted((*marks, *breaks), key=lambda m: (m.start, m.end)))


def _bracketed(text: str) -> Iterator[Locator]:
    for match in _MARK.finditer(text):
        kind = match.lastgroup or "page"
        label = " ".join(match[kind].split())
        end = match.end()
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        rest = re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(text, end)
        if rest and not before.strip():
            end = rest.end()
        label = label.replace(" recto", "r").replace(" verso", "v").rstrip(".")
        yield Locator(
            kind=_KINDS.get(kind, kind),
            label=label,
            start=match.start(),
            end=end,
        )


def _form_feeds(text: str, *, numbered: bool) -> Iterator[Locator]:
    """Form feeds as page breaks, with printed page numbers and running heads hidden.

    Pages bear their printed numbers where every page has one, and else are counted;
    where the text has page marks of its own, a form feed is no more than a break.
    """
    feeds = [m.start() for m in re.finditer("\f", text)]
    if not feeds:
        return
    edges = [-1, *feeds, len(text)]
    pages = [(a + 1, b) for a, b in pairwise(edges)]
    pages = [(a, b) for a, b in pages if text[a:b].strip()]
    printed, heads = _printed(text, pages)
    if not numbered:
        for count, (start, _) in enumerate(pages, start=1):
            label = printed[count - 1] if printed else str(count)
            at = start if start == 0 else start - 1
            yield Locator(kind="page", label=label, start=at, end=start)
    else:
        yield from (markup(feed, feed + 1) for feed in feeds)
    if not numbered:
        covered = {start - 1 for start, _ in pages}
        yield from (markup(f, f + 1) for f in feeds if f not in covered)
    yield from (markup(start, end) for start, end in heads)


def _printed(
    text: str, pages: list[tuple[int, int]]
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The page numbers as printed (none unless all have one), and lines to hide."""
    edges = [list(_edge_lines(text, page)) for page in pages]
    repeated = Counter(
        re.sub(r"\d+", "#", text[a:b].strip()) for lines in edges for a, b in set(lines)
    )
    numbers, hidden = [], []
    for lines in edges:
        found = None
        for start, end in dict.fromkeys(lines):
            line = text[start:end].strip()
            number = _PAGE_NUMBER.fullmatch(line)
            if number:
                found = number[1]
            elif repeated[re.sub(r"\d+", "#", line)] < 3:
                continue
            hidden.append((start, end))
        numbers.append(found)
    values = [int(n) for n in numbers if n]
    steady = len(values) == len(pages) and all(b - a == 1 for a, b in pairwise(values))
    if not steady:
        hidden = [h for h in hidden if not _PAGE_NUMBER.fullmatch(text[slice(*h)])]
    return tuple(map(str, values)) if steady else (), tuple(hidden)


def _edge_lines(text: str, page: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The first and the last line of a page, with their line breaks."""
    start, end = page
    lines = [
        m.span()
        for m in re.finditer(r"[^\r\n]*\S[^\r\n]*(?:\r\n|\n|\r)?", text[start:end])
    ]
    for first, last in (lines[:1] + lines[-1:]) if lines else ():
        if last - first <= _EDGE:
            yield start + first, start + last
