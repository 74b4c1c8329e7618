"""read and find_sources: encodings, metadata, keys, and input that cannot be read."""

import json
import logging
from pathlib import Path
from random import Random

import pytest

from chronicle.errors import MetadataError, SourceError
from chronicle.model import Document
from chronicle.sources import find_sources, read

PROSE = "The King abdicated on 24 February, and the people went home to supper."


def written(
    folder: Path, content: bytes | str, name: str = "a.txt", **beside: str
) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for suffix, text in beside.items():
        path.with_suffix(f".{suffix}").write_text(text, encoding="utf-8")
    return read(path)


# The text as it stands


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # line ends stay, the byte order mark goes
        (b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n"),
        (b"\xef\xbb\xbfOne.", "One."),
        ("Döbling—“ja”".encode(), "Döbling—“ja”"),
        ("Döbling".encode("utf-16"), "Döbling"),
        ("Döbling".encode("utf-16-be"), "Döbling"),
        ("He went home.".encode("utf-16-le"), "He went home."),
        # Windows: curly quotation marks and dashes
        (
            "“The King—Louis—abdicated,” he wrote; naïve as ever.".encode("cp1252"),
            "“The King—Louis—abdicated,” he wrote; naïve as ever.",
        ),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    assert written(tmp_path, data).text == text


def test_a_cyrillic_encoding_is_made_out(tmp_path: Path) -> None:
    text = "Царь умер в ночь на третье мая, и сын его вернулся с войсками. " * 5
    assert written(tmp_path, text.encode("cp1251")).text == text


def test_the_same_text_has_the_same_hash(tmp_path: Path) -> None:
    one = written(tmp_path, "Ja.", "a.txt")
    two = written(tmp_path, b"\xef\xbb\xbfJa.", "b.txt")
    assert one.text_hash == two.text_hash
    assert one.text_hash != written(tmp_path, "Ja!", "c.txt").text_hash


# Metadata

TOML = """
title = "Letters"
author = ["Anna Weiss", "Karl Weiss"]
language = "de-AT"
date = "1848-03"
archive = "Private collection"
shelfmark = "box 2"
[citation]
type = "personal_communication"
accessed = 2024-05-01
"""


def test_a_sidecar_in_toml(tmp_path: Path) -> None:
    document = written(tmp_path, PROSE, toml=TOML)
    assert (document.title, document.author) == ("Letters", "Anna Weiss and Karl Weiss")
    assert document.language == "de-AT"
    assert document.created is not None
    assert document.created == document.divisions[0].dates.written
    assert document.created.edtf == "1848-03"
    assert document.created.span is not None
    assert document.created.evidence.rule == "metadata"
    assert document.created.evidence.steps[0].endswith("a.toml, date: 1848-03")
    assert document.citation == {
        "archive": "Private collection",
        "archive_location": "box 2",
        "type": "personal_communication",
        "accessed": "2024-05-01",
    }


def test_a_sidecar_in_csl_json(tmp_path: Path) -> None:
    item = {
        "id": "x",
        "type": "article-newspaper",
        "title": "The State of the Continent",
        "container-title": "The Courier",
        "author": [{"given": "Jane", "family": "Doe"}, {"literal": "Reuters"}],
        "issued": {"date-parts": [[1848, 3, 22]], "circa": True},
    }
    document = written(tmp_path, PROSE, json=json.dumps([item]))
    assert (document.author, document.publisher) == (
        "Jane Doe and Reuters",
        "The Courier",
    )
    published = document.divisions[0].dates.published
    assert published is not None
    assert published.edtf == "1848-03-22~"
    assert document.divisions[0].dates.written is None
    assert document.created == published


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        ([[-44, 3, 15]], "-0043-03-15"),  # CSL counts as historians do
        ([[-1]], "0000"),
        ([[79]], "0079"),
        ([[1756], [1763]], "1756/1763"),
    ],
)
def test_years_of_csl(tmp_path: Path, parts: list[list[int]], edtf: str) -> None:
    item = {"type": "book", "issued": {"date-parts": parts}}
    document = written(tmp_path, PROSE, json=json.dumps(item))
    assert document.created is not None
    assert document.created.edtf == edtf


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "The Winter"\ndate = "1855"\n+++\n',
        "---\ntitle: The Winter\ndate: 1855\ntags: [war, winter]\n---\n",
        "---\r\ntitle: \"The Winter\"\r\n# a remark\r\ndate: '1855'\r\n---\r\n",
    ],
)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_front_matter(tmp_path: Path, front: str, suffix: str) -> None:
    """Fields of other programs are passed over; the block is hidden, offsets stay."""
    document = written(tmp_path, front + PROSE, f"a.{suffix}")
    assert document.title == "The Winter"
    assert document.created is not None
    assert document.created.edtf == "1855"
    assert document.text == front + PROSE
    assert (document.locators[0].start, document.locators[0].end) == (0, len(front))


def test_a_sidecar_outranks_front_matter(tmp_path: Path) -> None:
    front = "---\ntitle: Mine\nauthor: Me\n---\n"
    document = written(tmp_path, front + PROSE, "a.md", toml='title = "Theirs"\n')
    assert (document.title, document.author) == ("Theirs", "Me")


@pytest.mark.parametrize("kind", ["article-newspaper", "book", "webpage"])
def test_what_is_published_is_dated_so(tmp_path: Path, kind: str) -> None:
    toml = f'date = "1848"\n[citation]\ntype = "{kind}"\n'
    dates = written(tmp_path, PROSE, toml=toml).divisions[0].dates
    assert dates.published is not None
    assert dates.written is None


def test_no_date_is_no_date(tmp_path: Path) -> None:
    document = written(tmp_path, PROSE, toml='title = "A report"\n')
    assert document.created is None
    assert document.divisions[0].dates.written is None


def test_all_faults_of_a_sidecar_together(tmp_path: Path) -> None:
    toml = 'auther = "x"\ncolour = "red"\ndate = "1900-02-31"\nlanguage = 3\n'
    with pytest.raises(MetadataError) as caught:
        written(tmp_path, PROSE, toml=toml)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "a.toml"))
    for part in (
        "auther: no such field: did you mean author?",
        "colour: no such field (there are",
        "language: give a text",
        "there is no 31 February 1900",
        "write it as 1848-03-14",
    ):
        assert part in message


@pytest.mark.parametrize(
    ("beside", "message"),
    [
        ({"toml": "date = 1900-02-31\n"}, "a.toml: not valid TOML .*no such day"),
        ({"toml": "title = Weiss\n"}, "not valid TOML .*quotation marks"),
        ({"toml": 'form = "poem"\n'}, "give one of article, letters, diary"),
        ({"toml": 'calendar = "mayan"\n'}, "give one of gregorian, julian"),
        ({"json": "{"}, "a.json: not valid JSON"),
        ({"json": '{"rows": []}'}, "not CSL-JSON"),
        ({"json": '[{"type": "book"}, {"type": "book"}]'}, "2 items where one belongs"),
        (
            {"json": '{"type": "book", "author": "Smith"}'},
            "author: give a list of names",
        ),
        ({"toml": "", "json": '{"type": "book"}'}, "two sidecars, a.toml and a.json"),
    ],
)
def test_faults_of_sidecars(
    tmp_path: Path, beside: dict[str, str], message: str
) -> None:
    with pytest.raises(MetadataError, match=message):
        written(tmp_path, PROSE, **beside)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("---\ntitle: x\n???\n---\n", "a.md, line 3: front matter is lines of"),
        ("+++\ntitle = x\n+++\n", "front matter is not valid TOML"),
        ("---\nauther: x\n---\n", "did you mean author"),
        ("---\ndate: 1900-02-31\n---\n", "there is no 31 February 1900"),
    ],
)
def test_faults_of_front_matter(tmp_path: Path, front: str, message: str) -> None:
    with pytest.raises(MetadataError, match=message):
        written(tmp_path, front + PROSE, "a.md")


# Keys


def test_keys(tmp_path: Path) -> None:
    inner = tmp_path / "box 2"
    inner.mkdir()
    path = inner / "a.txt"
    path.write_text(PROSE)
    assert read(path).key == "a.txt"
    assert read(path, root=tmp_path).key == "box 2/a.txt"
    path.with_suffix(".toml").write_text('key = "weiss-1848"\n')
    document = read(path, root=tmp_path)
    assert document.key == "weiss-1848"
    assert document.divisions[0].id == "weiss-1848#1"


# What cannot be read


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: empty: leave it out"),
        ("a.txt", b" \n\t\r\n", "a.txt: empty"),
        ("a.txt", b"[p. 3]\n\f", "empty but for marks"),
        ("a.txt", b"%PDF-1.4 x", 'a PDF file, not text .it begins with "%PDF".'),
        ("a.txt", b"PK\x03\x04rest", "a zip archive or an office document"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a PNG image, not text: transcribe it"),
        ("a.txt", bytes(range(256)) * 9, "not text .*control characters"),
        (
            "a.txt",
            b"He died.\nHe was\x00 buried" + b" there" * 50,
            "NUL byte in line 2",
        ),
        ("a.txt", "A\x00b".encode("utf-16"), "a NUL character in line 1"),
        ("a.txt", b"x" * 200_000, "no prose .200,000 characters without a space"),
        ("a.txt", b"\xff\xfe\x00\xd8A\x00", "begins as UTF-16-LE but byte 0"),
        ("a.html", b"<script>x</script>", "no text in this page"),
        ("a.docx", b"PK", "a Word document: save it as .txt"),
        ("a.pdf", b"%PDF", "a PDF: save its text as .txt"),
        ("a.csv", b"a,b", "files ending in .csv cannot be read"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        written(tmp_path, data, name)
    assert str(caught.value).startswith(str(tmp_path / name))


def test_random_bytes_are_no_text(tmp_path: Path) -> None:
    data = Random(1).randbytes(4000).replace(b"\0", b"1")
    with pytest.raises(SourceError, match="encoding cannot be made out"):
        written(tmp_path, data)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere.txt: no such file: check its name"):
        read(tmp_path / "nowhere.txt")


def test_a_long_line_is_read_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        document = written(tmp_path, "He went home on 3 May 1848. " * 8000)
    assert len(document.text) == 224_000
    assert "one line of 224,000 characters" in caplog.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The King of France went to the city and was seen there with his wife. ",
            "en",
        ),
        (
            "Le roi est mort dans la nuit, et son fils ne revint que le lendemain. ",
            "fr",
        ),
        (
            "Der König starb in der Nacht, und sein Sohn kam erst mit den Truppen. ",
            "de",
        ),
        ("Царь умер в ночь на третье мая, и сын его вернулся с войсками. ", "und-Cyrl"),
        # too little to tell
        ("MCMXIV ", None),
    ],
)
def test_the_language_is_told(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    text: str,
    language: str | None,
) -> None:
    with caplog.at_level(logging.WARNING):
        document = written(tmp_path, text * 5)
    assert document.language == language
    assert bool(caplog.text) == (language not in ("en", None))


@pytest.mark.parametrize(("code", "warned"), [("en-GB", False), ("de", True)])
def test_the_metadata_tell_the_language(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, code: str, warned: bool
) -> None:
    with caplog.at_level(logging.WARNING):
        document = written(tmp_path, PROSE, toml=f'language = "{code}"\n')
    assert document.language == code
    assert bool(caplog.text) == warned


# Folders


def test_the_sources_of_a_folder(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "a.toml",
        "inner/c.html",
        "inner/c.json",
        "d.docx",
        "README.md",
        "photo.jpg",
        ".hidden.txt",
        ".git/x.txt",
        "out/timeline.html",
        "out/documents.jsonl",
        "letter-1848",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PROSE)
    found = [p.relative_to(tmp_path).as_posix() for p in find_sources([tmp_path])]
    # a .docx is listed so that reading it can say why it is left out
    assert found == ["a.md", "b.txt", "d.docx", "inner/c.html", "letter-1848"]


def test_a_named_file_is_a_source_and_none_comes_twice(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(PROSE)
    assert find_sources([path, path]) == (path,)


def test_folders_without_documents(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no documents in this folder: put .txt"):
        find_sources([tmp_path])
    with pytest.raises(SourceError, match="no such file or folder"):
        find_sources([tmp_path / "nowhere"])
