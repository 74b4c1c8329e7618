"""Plain text: the text as it stands, with the typist's marks of emphasis hidden."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from chronicle.model import Locator
from chronicle.sources.decoding import decode
from chronicle.sources.ebooks import frame
from chronicle.sources.footnotes import inline_notes, note_marks
from chronicle.sources.frontmatter import front_matter
from chronicle.sources.source import Source, markup

_EMPHASIS = re.compile(
    r"(?<![\w*])([*_]{1,3})(?=[^\s*_])([^\n\r*_]{1,200}?)(?<=[^\s*_])\1(?![\w*])"
)


def read_text(data: bytes, path: PurePath) -> Source:
    """A plain text file."""
    text = decode(data, name=str(path))
    metadata, begin = front_matter(text, name=str(path))
    hidden = (markup(0, begin),) if begin else ()
    around, said = frame(text)
    return Source(
        path=path,
        text=text,
        locators=(*hidden, *emphasis(text, begin), *note_marks(text, begin)),
        parts=(*around, *inline_notes(text, begin)),
        metadata=metadata.over(said),
    )


def emphasis(text: str, begin: int = 0) -> Iterator[Locator]:
    """The marks around *emphasised* and _italic_ words."""
    for match in _EMPHASIS.finditer(text, begin):
        width = len(match[1])
        yield markup(match.start(), match.start() + width)
        yield markup(match.end() - width, match.end())
