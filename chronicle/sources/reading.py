"""read: one file becomes a ``Document``."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from chronicle.errors import SourceError
from chronicle.model import Document, DocumentKey, Locator
from chronicle.settings import Settings
from chronicle.sources.decoding import warn_of_one_line
from chronicle.sources.divisions import cut
from chronicle.sources.language import language_of
from chronicle.sources.lines import masked
from chronicle.sources.markdown import read_markdown
from chronicle.sources.pages import page_marks
from chronicle.sources.plain import read_text
from chronicle.sources.sidecar import sidecar
from chronicle.sources.source import Source

DEFAULTS = Settings()


def _read_html(data: bytes, path: PurePath) -> Source:
    from chronicle.sources.html import read_html

    return read_html(data, path)


READERS: Mapping[str, Callable[[bytes, PurePath], Source]] = {
    ".txt": read_text,
    ".text": read_text,
    "": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
}

# Documents that are not read yet, and how they can be.
UNREAD: Mapping[str, str] = {
    ".doc": "a Word document: save it as .txt",
    ".docx": "a Word document: save it as .txt or .html",
    ".odt": "an OpenDocument text: save it as .txt or .html",
    ".rtf": "an RTF document: save it as .txt",
    ".pdf": "a PDF: save its text as .txt (form feeds may stay: they count the pages)",
    ".epub": "an e-book: unpack it and name its .xhtml files",
    ".xml": "XML: save its text as .txt or .html",
    ".tei": "TEI: save its text as .txt or .html",
}


def read(
    path: Path, *, root: Path | None = None, settings: Settings = DEFAULTS
) -> Document:
    """The document in a file, with its metadata, page marks and divisions.

    Its key is the sidecar's, else the path relative to ``root``. Raises ``SourceError``
    where the file is no text that can be read, ``MetadataError`` where its metadata
    are at fault.
    """
    source = READERS[_suffix(path)](_bytes(path), path)
    warn_of_one_line(source.text, name=str(path))
    metadata = sidecar(path).over(source.metadata)
    locators = (*source.locators, *_pages(source))
    if not masked(source.text, locators).strip():
        raise SourceError(
            f"{path}: empty but for marks: leave it out, or put its text in"
        )
    key = DocumentKey(metadata.key or _key(path, root))
    divisions = cut(source, metadata, key=key, hidden=locators)
    return Document(
        key=key,
        text=source.text,
        title=divisions[0].title,
        author=metadata.author or divisions[0].author,
        publisher=metadata.publisher,
        language=language_of(source.text, name=str(path), said=metadata.language),
        created=divisions[0].dates.written or divisions[0].dates.published,
        calendar=metadata.calendar,
        locators=tuple(sorted(locators, key=lambda m: (m.start, m.end))),
        divisions=divisions,
        citation=dict(metadata.citation),
    )


def _suffix(path: Path) -> str:
    """The suffix that says how to read a file; raises ``SourceError`` for others."""
    suffix = suffix_of(path)
    if suffix in READERS:
        return suffix
    if not path.exists():
        raise SourceError(f"{path}: no such file: check its name")
    if suffix in UNREAD:
        raise SourceError(f"{path}: {UNREAD[suffix]}")
    raise SourceError(
        f"{path}: files ending in {path.suffix} cannot be read: if it is text, save it "
        "as .txt, .md or .html"
    )


def suffix_of(path: PurePath) -> str:
    """A file's suffix; none where a name only has a stop in it.

    >>> suffix_of(PurePath("a.TXT")), suffix_of(PurePath("Dr. Weiss, fol.12"))
    ('.txt', '')
    """
    suffix = path.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z][a-z0-9]{0,7}", suffix) else ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file: check its name") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: a folder, not a file: name a file in it") from None
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror}): check its permissions"
        ) from None


def _pages(source: Source) -> tuple[Locator, ...]:
    """Page marks that stand outside the markup."""
    hidden = [m for m in source.locators if m.end > m.start]
    starts = [m.start for m in hidden]
    found = []
    for mark in page_marks(source.text):
        before = bisect_right(starts, mark.start) - 1
        if before < 0 or hidden[before].end <= mark.start:
            found.append(mark)
    return tuple(found)


def _key(path: Path, root: Path | None) -> str:
    if root is not None and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return path.name
