"""What is wrong with a source is said in one line that names the file and the mend."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

Run = Callable[..., Any]
REST = "The soldiers of the garrison stood by in the square and waited. "
GOOD = "On 13 March 1848 the students marched to the Estates House.\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n  ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "PNG"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(300), "PDF"),
        ("paper.pdf", b"%PDF-1.7\n", "save"),
        ("nul.txt", b"On 13 March 1848 the stu\0dents marched.\n", "not text"),
        ("solid.txt", b"x" * 200_000 + b"\n", "no prose"),
        ("letter.docx", b"PK\x03\x04" + bytes(50), "save"),
    ],
)
def test_a_bad_file_is_named_and_the_rest_is_done(
    run: Run, name: str, content: bytes, message: str
) -> None:
    Path("papers").mkdir()
    (Path("papers") / name).write_bytes(content)
    (Path("papers") / "good.txt").write_text(GOOD, encoding="utf-8")
    ran = run("build", "papers", "-o", "out")
    assert ran.status == 1
    assert name in ran.err
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert "1 document done, 1 left out" in ran.out
    assert "marched" in Path("out/timeline.csv").read_text("utf-8-sig")


def test_a_missing_file_does_not_stop_the_others(run: Run) -> None:
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    ran = run("build", "good.txt", "gone.txt", "-o", "out")
    assert ran.status == 1
    assert "gone.txt: no such file or folder" in ran.err
    assert Path("out/timeline.csv").exists()


def test_a_folder_without_documents_says_what_to_put_there(run: Run) -> None:
    Path("papers").mkdir()
    ran = run("build", "papers")
    assert ran.status == 1
    assert "no documents in this folder" in ran.err
    assert "nothing was built" in ran.out
    assert not Path("outputs").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crlf.txt", GOOD.replace("\n", "\r\n").encode()),
        ("bom.txt", b"\xef\xbb\xbf" + GOOD.encode()),
        ("utf16.txt", GOOD.encode("utf-16")),
        ("legacy.txt", (GOOD + "Caf\u00e9 \u2013 \u201cso\u201d\n").encode("cp1252")),
        ("long.txt", (GOOD.strip() + " " + REST * 3000).encode()),
        ("french.txt", "Le 13 mars 1848 les étudiants marchèrent.\n".encode()),
        ("never.txt", b"He died on 31 February 1900. He was born in 1850.\n"),
        ("ocr.txt", b"On l3 March l848 the ftudents inarched. 3rd Mav 1791.\n"),
        ("numbers.txt", b"1 2 3 1848 99999 1,234,567 0 BC 10000 99999 BC\n" * 50),
    ],
)
def test_odd_text_is_read_without_fuss(run: Run, name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    ran = run("build", name, "-o", "out")
    assert ran.status == 0, ran.err
    assert Path("out/timeline.csv").exists()
    if name in {"crlf.txt", "bom.txt", "utf16.txt", "legacy.txt", "long.txt"}:
        assert "1848-03-13" in Path("out/timeline.csv").read_text("utf-8-sig")


def test_an_impossible_date_is_asked_about_not_believed(run: Run) -> None:
    Path("never.txt").write_text("He died on 31 February 1900.\n", encoding="utf-8")
    run("build", "never.txt", "-o", "out")
    assert "1900-02-3" not in Path("out/timeline.csv").read_text("utf-8-sig")
    assert "31 February" in Path("out/questions.csv").read_text("utf-8-sig")


def test_html_from_a_source_is_text_on_the_page(run: Run) -> None:
    text = (
        "On 13 March 1848 the <script>alert(1)</script> students marched on Vienna.\n"
    )
    Path("evil.txt").write_text(text, encoding="utf-8")
    run("build", "evil.txt", "-o", "out")
    page = Path("out/timeline.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "http:" not in page.replace("http://www.w3.org", "").replace(
        "http://purl.org", ""
    ).replace("http://creativecommons.org", "")


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1+1", "@sum"])
def test_cells_are_no_formulas(run: Run, cell: str) -> None:
    from chronicle.exports.csv import neutral

    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("date", ["yesterday", "1848-13", "1900-02-31", ""])
def test_a_date_option_that_is_none_is_refused(run: Run, date: str) -> None:
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    ran = run("build", "good.txt", "--date", date)
    assert ran.status == 2
    assert "--date" in ran.err


def test_a_faulty_settings_file_names_every_fault(run: Run) -> None:
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    Path("chronicle.toml").write_text(
        'first_day_of_week = 9\nera = "AD"\n', encoding="utf-8"
    )
    ran = run("build", "good.txt")
    assert ran.status == 2
    assert "chronicle.toml" in ran.err
    assert "first_day_of_week" in ran.err
    assert "era" in ran.err
