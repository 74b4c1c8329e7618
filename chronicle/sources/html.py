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
from chronicle.sources.lines import plain
from chronicle.sources.source import Part, Source, markup

_DROPPED = re.compile(
    "script|style|nav|template|noscript|head|svg|math|form|button|iframe|object|video"
    "|audio|canvas|select|input|textarea|dialog|map"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt"
    "|fieldset|figcaption|figure|footer|h[1-6]|header|hr|html|legend|li|main|ol|p|pre"
    "|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_HEADING = re.compile(r"h([1-6])")
_NOTES = re.compile(
    r"foot-?notes?|end-?notes?|rearnotes?|doc-(?:foot|end)notes?|references|reflist"
    r"|bibliography|notes|doc-bibliography|marginalia|sidenote",
    re.IGNORECASE,
)
_PAGE_BREAK = re.compile(r"pagebreak|doc-pagebreak|page-?num(?:ber)?|pb", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]+)\W*")
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
    mains = soup.find_all("main") or soup.find_all("article")
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
        if _DROPPED.fullmatch(tag.name) or _hidden(tag):
            return
        if tag.name == "br":
            self.owe("\n")
        elif _is_page_break(tag):
            self._page(tag)
        elif _is_note_mark(tag):
            words = plain(tag.get_text())
            begin = self.write(words)
            self.locators.append(markup(begin, self.length))
        elif tag.name in ("td", "th"):
            self.walk(tag, main=main)
            self.owe("\t")
        elif _BLOCK.fullmatch(tag.name):
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
        kind = _kind(tag)
        if kind is None and main is not None and inside is None and tag is not main:
            kind = DivisionKind.FURNITURE
        begin = before
        if len(self.pieces) > first and self.pieces[first].isspace():
            begin += len(self.pieces[first])
        if kind and self.length > begin:
            self.parts.append(self._part(tag, kind, begin))
        self.owe(gap)

    def _part(self, tag: Tag, kind: DivisionKind, begin: int) -> Part:
        heading = _HEADING.fullmatch(tag.name)
        title = plain(tag.get_text(" ")) if heading else None
        level = int(heading[1]) if heading else 0
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


def _hidden(tag: Tag) -> bool:
    style = str(tag.get("style") or "").replace(" ", "").lower()
    role = str(tag.get("role") or "")
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or "display:none" in style
        or role in ("navigation", "search", "menu", "menubar")
    )


def _marks(tag: Tag) -> tuple[str, ...]:
    """What a tag says it is: its classes, role, EPUB type and id."""
    named = [tag.get("role"), tag.get("epub:type"), tag.get("id")]
    classes: str | list[str] = tag.get("class") or []
    listed = [classes] if isinstance(classes, str) else list(classes)
    return tuple(str(word) for n in (*named, *listed) if n for word in str(n).split())


def _kind(tag: Tag) -> DivisionKind | None:
    if _HEADING.fullmatch(tag.name):
        return DivisionKind.HEADING
    if tag.name == "blockquote":
        return DivisionKind.QUOTATION
    if tag.name == "aside" or any(_NOTES.fullmatch(mark) for mark in _marks(tag)):
        return DivisionKind.NOTE
    if tag.name in ("figcaption", "caption", "footer"):
        return DivisionKind.FURNITURE
    if tag.name == "header" and tag.find_parent(["article", "main"]) is None:
        return DivisionKind.FURNITURE
    return None


def _is_page_break(tag: Tag) -> bool:
    return tag.name in ("span", "a", "div", "hr", "p") and any(
        _PAGE_BREAK.fullmatch(mark) for mark in _marks(tag)
    )


def _is_note_mark(tag: Tag) -> bool:
    words = tag.get_text()
    if tag.name not in ("a", "sup") or not _NOTE_MARK.fullmatch(words.lower()):
        return False
    link = tag if tag.name == "a" else tag.find("a")
    target = str(link.get("href") or "") if isinstance(link, Tag) else ""
    if tag.name == "a":
        return target.startswith("#") or "noteref" in " ".join(_marks(tag))
    return (
        target.startswith("#") or words.strip().isdigit() or not words.strip().isalpha()
    )
