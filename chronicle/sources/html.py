"""HTML and XHTML: the text that a reader sees, blocks parted by blank lines.

Offsets refer to the text so extracted. Scripts, styles and navigation are left out;
asides, footnotes, captions, and what stands outside the one ``<article>`` or ``<main>``
become divisions of their own.
"""

import re
import warnings
from dataclasses import dataclass, field
from pathlib import PurePath

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from chronicle.errors import SourceError
from chronicle.model import DivisionKind, Locator
from chronicle.sources.decoding import decode
from chronicle.sources.htmlhead import head_metadata
from chronicle.sources.htmltags import (
    heading_level,
    is_block,
    is_note_mark,
    is_page_break,
    is_unseen,
    kind_of,
)
from chronicle.sources.lines import plain
from chronicle.sources.source import Part, Source, markup

_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes, path: PurePath) -> Source:
    """An HTML or XHTML file."""
    found = _DECLARED.search(data[:4096])
    declared = (found[1] or found[2]).decode("ascii") if found else None
    content = decode(data, name=str(path), declared=declared)
    with warnings.catch_warnings():  # XHTML reads well with the parser for HTML
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(content, "html.parser")
    text = _Extractor()
    body = soup.body or soup
    mains = soup.select("main, [role=main]") or soup.select("article")
    text.walk(body, main=mains[0] if len(mains) == 1 else None)
    if not "".join(text.pieces).strip():
        raise SourceError(
            f"{path}: no text in this page (only scripts or pictures?): save the page "
            "from a browser once it has loaded"
        )
    return Source(
        path=path,
        text="".join(text.pieces),
        locators=tuple(text.locators),
        parts=tuple(sorted(text.parts, key=lambda p: (p.start, -p.end))),
        metadata=head_metadata(soup, name=str(path)),
        marked=any(part.kind is DivisionKind.HEADING for part in text.parts),
    )


@dataclass(slots=True)
class _Extractor:
    """Gathers the text of a page piece by piece, with what its tags say."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pending: str = ""  # white space owed before the next word
    locators: list[Locator] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def write(self, words: str) -> int:
        """Append some words after the white space owed; returns where they begin."""
        if self.length:
            self._append(self.pending)
        self.pending = ""
        begin = self.length
        self._append(words)
        return begin

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def owe(self, space: str) -> None:
        """White space that comes before the next word, if there is one."""
        if space.count("\n") > self.pending.count("\n") or not self.pending:
            self.pending = space

    def walk(
        self, tag: Tag, *, main: Tag | None = None, verbatim: bool = False
    ) -> None:
        """All that a tag holds, in order."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._tag(child, main=main, verbatim=verbatim)
            elif isinstance(child, NavigableString) and not isinstance(
                child, PreformattedString
            ):
                self._words(str(child), verbatim=verbatim)

    def _words(self, words: str, *, verbatim: bool) -> None:
        if verbatim:
            self.write(words)
            return
        single = _SPACE.sub(" ", words)
        content = single.strip(" ")
        if single.startswith(" ") or not content:
            self.owe(" ")
        if content:
            self.write(content)
            if single.endswith(" "):
                self.owe(" ")

    def _tag(self, tag: Tag, *, main: Tag | None, verbatim: bool) -> None:
        if is_unseen(tag):
            return
        if tag.name == "br":
            self.owe("\n")
        elif is_page_break(tag):
            self._page(tag)
        elif is_note_mark(tag):
            words = plain(tag.get_text())
            begin = self.write(words)
            self.locators.append(markup(begin, self.length))
        elif tag.name in ("td", "th"):
            self.walk(tag, main=main)
            self.owe("\t")
        elif is_block(tag):
            self._block(tag, main=main, verbatim=verbatim)
        else:
            self.walk(tag, main=main, verbatim=verbatim)

    def _block(self, tag: Tag, *, main: Tag | None, verbatim: bool) -> None:
        gap = "\n" if tag.name in ("tr", "dt") else "\n\n"
        self.owe(gap)
        before, first = self.length, len(self.pieces)
        around = main is not None and any(tag is p for p in main.parents)
        inside = main if around else None
        self.walk(tag, main=inside, verbatim=verbatim or tag.name == "pre")
        kind = kind_of(tag)
        if kind is None and main is not None and inside is None and tag is not main:
            kind = DivisionKind.FURNITURE
        begin = before
        if len(self.pieces) > first and self.pieces[first].isspace():
            begin += len(self.pieces[first])
        if kind and self.length > begin:
            self.parts.append(self._part(tag, kind, begin, first))
        self.owe(gap)

    def _part(self, tag: Tag, kind: DivisionKind, begin: int, first: int) -> Part:
        level = heading_level(tag)
        title = plain("".join(self.pieces[first:])) if level else None
        return Part(kind=kind, start=begin, end=self.length, title=title, level=level)

    def _page(self, tag: Tag) -> None:
        words = plain(tag.get_text())
        label = str(tag.get("title") or tag.get("aria-label") or words)
        number = re.search(r"\d+\w?|\b[ivxlcdm]+\b", label)
        begin = self.write(words) if words else self.length + len(self.pending)
        if number:
            end = self.length if words else begin
            self.locators.append(
                Locator(kind="page", label=number[0], start=begin, end=end)
            )
        elif words:
            self.locators.append(markup(begin, self.length))
