"""Markdown (CommonMark, with footnotes and tables): its source, the markup hidden.

The text is the file's own, letter for letter: marks of emphasis, targets of links,
number signs of headings and the like are stretches hidden from analysis.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from chronicle.model import DivisionKind, Locator
from chronicle.sources.decoding import decode
from chronicle.sources.footnotes import note_marks
from chronicle.sources.frontmatter import front_matter
from chronicle.sources.lines import masked, plain
from chronicle.sources.plain import emphasis
from chronicle.sources.source import Part, Source, markup

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ATX = re.compile(
    r" {0,3}(?P<hashes>#{1,6})[ \t]+(?P<title>.*?)(?P<tail>[ \t]+#+)?[ \t]*$"
)
_SETEXT = re.compile(r" {0,3}(?P<mark>=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-+*][ \t]+(?=\S)")
_NOTE = re.compile(r" {0,3}(\[\^[^\]]+\]:[ \t]*)")
_DEFINITION = re.compile(r" {0,3}\[[^\]^]+\]:[ \t]*\S+.*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-{3,}[ \t:|-]*$")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])")
_LINK = re.compile(
    r"(?<!!)(\[)(?!\^)[^\[\]\n]{1,500}(\](?:\([^()\n]{0,500}(?:\([^()\n]{0,100}\))?\)|\[[^\]\n]{0,100}\]))"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,50}\](?!:)")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^<>\s]{1,500}>")
_CODE = re.compile(r"(`+)(?=[^`])[^`\n]{1,300}\1(?!`)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def read_markdown(data: bytes, path: PurePath) -> Source:
    """A Markdown file."""
    text = decode(data, name=str(path))
    metadata, begin = front_matter(text, name=str(path))
    hidden = [markup(0, begin)] if begin else []
    hidden += list(_blocks(text, begin))
    hidden += list(_inline(text, begin))
    parts = tuple(_parts(text, begin, hidden))
    return Source(
        path=path,
        text=text,
        locators=_apart(hidden),
        parts=parts,
        metadata=metadata,
        marked=True,
    )


def _lines(text: str, begin: int) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text, begin):
        yield match.start(), match[0].rstrip("\r\n")


def _blocks(text: str, begin: int) -> Iterator[Locator]:
    """Marks that belong to whole lines."""
    fence, before = "", ""
    for start, line in _lines(text, begin):
        opening = _FENCE.match(line)
        if fence or opening:
            yield markup(start, start + len(line))
            closes = opening is not None and fence and opening[1].startswith(fence)
            fence = "" if closes else fence or (opening[1] if opening else "")
            before = ""
            continue
        yield from _marks_of(start, line, before)
        before = line


def _marks_of(start: int, line: str, before: str) -> Iterator[Locator]:
    heading = _ATX.match(line)
    quote = _QUOTE.match(line)
    if heading:
        yield markup(start, start + heading.start("title"))
        if heading["tail"]:
            yield markup(start + heading.start("tail"), start + len(line))
    elif _is_markup(line, before):
        yield markup(start, start + len(line))
    elif quote:
        yield markup(start, start + quote.end())
    elif note := _NOTE.match(line):
        yield markup(start, start + note.end(1))
    elif bullet := _BULLET.match(line):
        yield markup(start, start + bullet.end())
    if line.lstrip().startswith("|"):
        yield from (
            markup(start + m.start(), start + m.end()) for m in re.finditer(r"\|", line)
        )


def _is_markup(line: str, before: str) -> bool:
    """Whether a whole line is markup: an underline, a rule, a link's definition."""
    return bool(
        (before.strip() and _SETEXT.match(line))
        or _RULE.match(line)
        or _DEFINITION.match(line)
        or ("|" in before and _TABLE_RULE.match(line))
    )


def _inline(text: str, begin: int) -> Iterator[Locator]:
    """Marks within lines."""
    for pattern in (_COMMENT, _TAG, _IMAGE, _NOTE_MARK, _AUTOLINK, _ESCAPE):
        yield from (markup(*m.span()) for m in pattern.finditer(text, begin))
    for match in _LINK.finditer(text, begin):
        yield markup(*match.span(1))
        yield markup(*match.span(2))
    for match in _CODE.finditer(text, begin):
        width = len(match[1])
        yield markup(match.start(), match.start() + width)
        yield markup(match.end() - width, match.end())
    yield from emphasis(text, begin)
    yield from note_marks(text, begin)


def _apart(hidden: list[Locator]) -> tuple[Locator, ...]:
    """Hidden stretches in order, those that overlap made one."""
    merged: list[Locator] = []
    for mark in sorted(hidden, key=lambda m: (m.start, m.end)):
        if mark.start == mark.end:
            continue
        if merged and mark.start < merged[-1].end:
            end = max(merged[-1].end, mark.end)
            merged[-1] = markup(merged[-1].start, end)
        else:
            merged.append(mark)
    return tuple(merged)


def _parts(text: str, begin: int, hidden: list[Locator]) -> Iterator[Part]:
    """Headings, block quotations and footnotes."""
    shown = masked(text, hidden)
    yield from _headings(text, begin, shown)
    run: tuple[DivisionKind, int, int] | None = None
    for start, line in _lines(text, begin):
        kind = _kind(line, run[0] if run else None)
        if run and kind is not run[0]:
            yield from _part(run, shown)
            run = None
        if kind:
            run = (kind, run[1] if run else start, start + len(line))
    if run:
        yield from _part(run, shown)


def _headings(text: str, begin: int, shown: str) -> Iterator[Part]:
    above: tuple[int, str] | None = None
    for start, line in _lines(text, begin):
        heading, underline = _ATX.match(line), _SETEXT.match(line)
        if heading and shown[start : start + len(line)].strip():
            yield _heading(shown, start, start + len(line), len(heading["hashes"]))
        elif underline and above:
            level = 1 if underline["mark"][0] == "=" else 2
            yield _heading(shown, above[0], above[0] + len(above[1]), level)
        words = shown[start : start + len(line)].strip()
        above = (
            (start, line) if words and not heading and not _kind(line, None) else None
        )


def _kind(line: str, running: DivisionKind | None) -> DivisionKind | None:
    if _QUOTE.match(line):
        return DivisionKind.QUOTATION
    if _NOTE.match(line):
        return DivisionKind.NOTE
    goes_on = line.startswith(("    ", "\t")) or not line.strip()
    return running if running is DivisionKind.NOTE and goes_on else None


def _part(run: tuple[DivisionKind, int, int], shown: str) -> Iterator[Part]:
    kind, start, end = run
    start, end = _trimmed(shown, start, end)
    if start < end:
        yield Part(kind=kind, start=start, end=end)


def _heading(shown: str, start: int, end: int, level: int) -> Part:
    start, end = _trimmed(shown, start, end)
    title = plain(shown[start:end])
    return Part(
        kind=DivisionKind.HEADING, start=start, end=end, title=title, level=level
    )


def _trimmed(shown: str, start: int, end: int) -> tuple[int, int]:
    content = shown[start:end]
    return (
        start + len(content) - len(content.lstrip()),
        start + len(content.rstrip()),
    )
