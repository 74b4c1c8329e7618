"""Bytes → text: encodings, and files that are no text at all.

The text is exactly what the bytes say: line ends stay as they are, and only a byte
order mark is left off. All offsets refer to the text so decoded.
"""

import codecs
import logging
import re
import unicodedata

from chronicle.errors import SourceError

logger = logging.getLogger(__name__)

# How files begin (their formats' own specifications), what they are, what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF file", "save its text as .txt"),
    (b"PK\x03\x04", "a zip archive or an office document", "save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save its text as .txt"),
    (b"{\\rtf", "an RTF file", "save its text as .txt"),
    (b"\x89PNG", "a PNG image", "transcribe it first"),
    (b"\xff\xd8\xff", "a JPEG image", "transcribe it first"),
    (b"GIF8", "a GIF image", "transcribe it first"),
    (b"II*\x00", "a TIFF image", "transcribe it first"),
    (b"MM\x00*", "a TIFF image", "transcribe it first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"SQLite format 3", "a SQLite database", "export its text as .txt"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"MZ\x90", "a program", "leave it out"),
    (b"ID3", "a sound file", "transcribe it first"),
    (b"OggS", "a sound file", "transcribe it first"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MEND = "save it as UTF-8"


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """The text of a file; ``declared`` is the encoding that the file itself names.

    Raises ``SourceError`` where the bytes are no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strictly(data[len(bom) :], encoding, name), name)
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            begin = magic.decode("latin-1").split("\x00")[0].strip()
            shown = f' (it begins with "{begin}")' if begin.isprintable() else ""
            raise SourceError(f"{name}: this is {what}, not text{shown}: {mend}")
    if b"\x00" in data:
        return _checked(_wide(data, name), name)
    for candidate in filter(None, ("utf-8", declared)):
        try:
            return _checked(data.decode(candidate), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _checked(_guessed(data, name), name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: begins as {encoding.upper()} but byte {error.start} does not "
            f"belong to it: {_MEND}"
        ) from None


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without its mark, known by a zero byte beside nearly every letter."""
    for parity, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[parity::2]
        if half and half.count(0) > 0.7 * len(half) and len(data) % 2 == 0:
            return _strictly(data, encoding, name)
    line = data[: data.index(0)].count(b"\n") + 1
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
    if controls > len(data) // 100:
        raise SourceError(
            f"{name}: not text ({controls:,} control characters in {len(data):,}, the "
            f"first NUL in line {line}): leave it out, or save its text as .txt"
        )
    raise SourceError(
        f"{name}: damaged text (a NUL byte in line {line}): open it in an editor, "
        "delete the character and save it as UTF-8"
    )


def _guessed(data: bytes, name: str) -> str:
    """A legacy encoding: Windows-1252 if it reads well, else what the bytes suggest."""
    western = _cp1252(data)
    if western is not None and _reads_well(western) and _is_western(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = str(best) if best is not None else None
    if best is None or text is None or not _reads_well(text):
        raise SourceError(
            f"{name}: its encoding cannot be made out (neither UTF-8 nor a usual one): "
            f"open it in the program it comes from and {_MEND}"
        )
    logger.warning(
        "%s: read as %s; if letters are wrong, %s", name, best.encoding, _MEND
    )
    return text


def _cp1252(data: bytes) -> str | None:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


_LETTER_RUN = re.compile(r"[^\W\d_]+")
# Letters that Windows-1252 makes of other encodings' bytes, not of western words.
_MARKS = ".,;:!?'\"()[]{}<>/&%#*+=_@|-–—‘’“”«»„…§†‡°£$€·•"
_UNLIKELY = re.compile(r"[^\W\d_]*[a-z][À-ÖØ-Þ][^\W\d_]*|[¤¦¨¬¯±²³´¶¸¹¾ÐÞþð×÷]")


def _reads_well(text: str) -> bool:
    """Whether a decoding gives words: few controls, nearly all letters and spaces."""
    controls = sum(
        unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in text
    )
    usual = sum(c.isalnum() or c.isspace() or c in _MARKS for c in text)
    return (
        controls <= len(text) // 1000
        and usual >= 0.97 * len(text)
        and len(text.split()) >= len(text) // 20
    )


def _is_western(text: str) -> bool:
    """Whether the letters that Windows-1252 makes of the bytes stand where they may."""
    words = _LETTER_RUN.findall(text)
    strange = len(_UNLIKELY.findall(text))
    foreign = sum(not word.isascii() for word in words)
    return strange <= max(1, len(words) // 100) and foreign <= 0.4 * len(words)


_LONGEST_WORD = 1000


def _checked(text: str, name: str) -> str:
    """The text, if it is one."""
    if not text.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        raise SourceError(f"{name}: empty: leave it out, or put its text in")
    where = text.find("\x00")
    if where >= 0:
        line = text.count("\n", 0, where) + 1
        raise SourceError(
            f"{name}: damaged text (a NUL character in line {line}): open it in an "
            "editor, delete the character and save it as UTF-8"
        )
    longest = max((len(w) for w in text.split()), default=0)
    if longest > _LONGEST_WORD and longest > len(text) // 2:
        raise SourceError(
            f"{name}: no prose ({longest:,} characters without a space): leave it out"
        )
    return text


def warn_of_one_line(text: str, *, name: str) -> None:
    """Warn of a long text without a line break: its paragraphs are lost."""
    if len(text) > 100_000 and "\n" not in text and "\r" not in text:
        logger.warning(
            "%s: one line of %s characters, so its paragraphs are lost; "
            "a text with its line breaks is read better",
            name,
            f"{len(text):,}",
        )
