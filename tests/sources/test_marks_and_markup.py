"""Page marks, Markdown and HTML: what is hidden, where it stands, and what it is."""

from pathlib import PurePath

import pytest

from chronicle.errors import SourceError
from chronicle.sources.html import read_html
from chronicle.sources.lines import masked, unmarked
from chronicle.sources.markdown import read_markdown
from chronicle.sources.pages import page_marks
from chronicle.sources.plain import read_text


def visible(text: str, marks: tuple = ()) -> str:
    """What analysis sees, white space made single."""
    return " ".join(unmarked(text, 0, len(text), marks).split())


# Page marks


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("one [p. 12] two", "page", "12"),
        ("one [page 12] two", "page", "12"),
        ("one {p. 12} two", "page", "12"),
        ("one |p. 12| two", "page", "12"),
        ("one [pp. 12–13] two", "page", "12–13"),
        ("one [p. xii] two", "page", "xii"),
        ("one [f. 3r] two", "folio", "3r"),
        ("one [fol. 5v] two", "folio", "5v"),
        ("one [folio 5 verso] two", "folio", "5v"),
        ("one [ff. 3r–4v] two", "folio", "3r–4v"),
        ("one [12v] two", "folio", "12v"),
        ("one [l. 40] two", "line", "40"),
        ('one <pb n="7"/> two', "page", "7"),
    ],
)
def test_a_mark_is_hidden_and_known(text: str, kind: str, label: str) -> None:
    (mark,) = page_marks(text)
    assert (mark.kind, mark.label) == (kind, label)
    assert visible(text, (mark,)) == "one two"


@pytest.mark.parametrize(
    "text",
    ["see p. 12 there", "[12]", "[sic]", "[f. 5 March]", "[people]", "(p. 12)"],
)
def test_other_brackets_are_text(text: str) -> None:
    assert page_marks(text) == ()


def test_a_mark_on_its_own_line_takes_the_line_break_with_it() -> None:
    """A page may turn in the midst of a sentence."""
    text = "He went\r\n[p. 2]\r\nhome."
    (mark,) = page_marks(text)
    assert text[mark.start : mark.end] == "[p. 2]\r\n"
    assert masked(text, (mark,)).split("\r\n") == ["He went", " " * 8 + "home."]


def test_form_feeds_count_pages() -> None:
    text = "One.\fTwo.\fThree."
    marks = page_marks(text)
    assert [(m.label, m.start, m.end) for m in marks] == [
        ("1", 0, 0),
        ("2", 4, 5),
        ("3", 9, 10),
    ]


def test_printed_page_numbers_and_running_heads() -> None:
    """They are hidden; the numbers name the pages."""
    pages = [f"THE WAR IN THE EAST\nText {n} of it.\n{n}\n" for n in (11, 12, 13)]
    text = "\f".join(pages)
    marks = page_marks(text)
    assert [m.label for m in marks if m.kind == "page"] == ["11", "12", "13"]
    assert visible(text, marks) == "Text 11 of it. Text 12 of it. Text 13 of it."


def test_a_form_feed_in_a_text_with_marks_is_only_a_break() -> None:
    marks = page_marks("[p. 4] One.\f[p. 5] Two.")
    assert [m.label for m in marks if m.kind == "page"] == ["4", "5"]


# Plain text


def test_marks_of_emphasis_are_hidden() -> None:
    source = read_text(b"in *Le Parisien* and _The Times_", PurePath("a"))
    assert visible(source.text, source.locators) == "in Le Parisien and The Times"


BOOK = """The eBook of A Diary

Title: A Diary of the
  War
Author: Jane Doe
Release date: May 1, 2005

*** START OF THE PROJECT GUTENBERG EBOOK A DIARY OF THE
WAR ***

May 3, 1848. The King fled.

*** END OF THE PROJECT GUTENBERG EBOOK A DIARY OF THE WAR ***
May 5, 2005. Read the licence.
"""


def test_what_a_library_puts_around_a_book() -> None:
    source = read_text(BOOK.encode(), PurePath("a"))
    assert (source.metadata.title, source.metadata.author) == (
        "A Diary of the War",
        "Jane Doe",
    )
    assert source.metadata.date is None
    front, back = source.parts
    assert BOOK[front.end : back.start].strip() == "May 3, 1848. The King fled."
    assert {front.kind, back.kind} == {"furniture"}


@pytest.mark.parametrize("text", ["2 * 3 * 4", "snake_case_name", "* one * two", "***"])
def test_other_stars_are_text(text: str) -> None:
    assert read_text(text.encode(), PurePath("a")).locators == ()


# Markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## The landing ##\n\nThey *landed*.", "The landing They landed."),
        ("The landing\n===\n\nThey **landed**.", "The landing They landed."),
        ("See [the peace](http://x.org/a_(b)) here.", "See the peace here."),
        ("See [the peace][1] here.\n\n[1]: http://x.org", "See the peace here."),
        ("A map: ![the map](m.png) here.", "A map: here."),
        ("He died.[^1] So did she.\n\n[^1]: In 1848.", "He died. So did she. In 1848."),
        ("- one\n- two\n", "one two"),
        ("> They say\n> he died.", "They say he died."),
        ("One.\n\n---\n\nTwo.", "One. Two."),
        ("One <b>bold</b> word.<!-- no\nmore -->", "One bold word."),
        ("```\ncode\n```\nText.", "Text."),
        ("A 3 \\* 4 `x` end", "A 3 * 4 x end"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("1066. The king died.", "1066. The king died."),
    ],
)
def test_markdown_is_hidden(text: str, expected: str) -> None:
    source = read_markdown(text.encode(), PurePath("a.md"))
    assert source.text == text
    assert visible(source.text, source.locators) == expected


def test_markdown_says_what_its_parts_are() -> None:
    text = (
        "# Title\n\nOne.\n\n> Quoted words\n> of two lines.\n\n"
        "Lower\n-----\n\nTwo.[^n]\n\n[^n]: A note\n    that goes on.\n"
    )
    source = read_markdown(text.encode(), PurePath("a.md"))
    found = {(p.kind.value, p.level, p.title) for p in source.parts}
    assert found == {
        ("heading", 1, "Title"),
        ("quotation", 0, None),
        ("heading", 2, "Lower"),
        ("note", 0, None),
    }
    (note,) = (p for p in source.parts if p.kind == "note")
    assert text[note.start : note.end] == "A note\n    that goes on."


def test_a_rule_is_no_front_matter() -> None:
    source = read_markdown(b"---\n\nText without fields.\n\n---\n", PurePath("a.md"))
    assert visible(source.text, source.locators) == "Text without fields."


# HTML

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A page &amp; more</title>
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-03-16T09:00:00Z">
<style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav><header>The Paper</header>
<main><h1>Two  kings</h1>
<p>Louis
  <em>abdicated</em>;<sup><a href="#n1">1</a></sup> he fled.<br>To Dover.</p>
<p><span role="doc-pagebreak" title="7"></span>He <a href="/x">died</a> in 1850.</p>
<blockquote><p>I am tired.</p></blockquote>
<figure><img src="x.png"><figcaption>The King.</figcaption></figure>
<table><tr><td>1830</td><td>crowned</td></tr><tr><td>1848</td><td>gone</td></tr></table>
<aside id="n1"><p>1. On 24 February.</p></aside>
<p hidden>Not seen.</p></main>
<footer>Imprint</footer><script>track()</script></body></html>
"""


def test_html_becomes_the_text_that_a_reader_sees() -> None:
    source = read_html(PAGE.encode(), PurePath("a.html"))
    assert source.text.split("\n\n") == [
        "The Paper",
        "Two kings",
        "Louis abdicated;1 he fled.\nTo Dover.",
        "He died in 1850.",
        "I am tired.",
        "The King.",
        "1830\tcrowned\n1848\tgone",
        "1. On 24 February.",
        "Imprint",
    ]


def test_html_says_what_its_parts_are() -> None:
    source = read_html(PAGE.encode(), PurePath("a.html"))
    parts = [(p.kind.value, source.text[p.start : p.end]) for p in source.parts]
    assert parts == [
        ("furniture", "The Paper"),
        ("heading", "Two kings"),
        ("quotation", "I am tired."),
        ("furniture", "The King."),
        ("note", "1. On 24 February."),
        ("furniture", "Imprint"),
    ]
    marks = [(m.kind, m.label, source.text[m.start : m.end]) for m in source.locators]
    assert marks == [("markup", "", "1"), ("page", "7", "")]
    assert source.text[source.locators[1].start :].startswith("He died")


def test_the_apparatus_of_a_page() -> None:
    """Edit links and contents are no text; infoboxes and captions stand beside it."""
    page = """<body><div class="top">Log in</div><div role="main"><h2>The war
    <span class="mw-editsection">[edit]</span></h2><div class="toc">1 The war</div>
    <table class="infobox"><tr><th>Date</th><td>1809</td></tr></table>
    <p>It began.<sup class="reference"><a href="#n">[1]</a></sup></p>
    <div class="thumbcaption">The field</div></div></body>"""
    source = read_html(page.encode(), PurePath("a.html"))
    parts = [(p.kind.value, source.text[p.start : p.end]) for p in source.parts]
    assert parts == [
        ("furniture", "Log in"),
        ("heading", "The war"),
        ("furniture", "Date\t1809"),
        ("furniture", "The field"),
    ]
    assert source.parts[1].title == "The war"
    assert visible(source.text, source.locators).count("It began.") == 1
    assert "[1]" not in visible(source.text, source.locators)


def test_html_says_who_and_when() -> None:
    metadata = read_html(PAGE.encode(), PurePath("a.html")).metadata
    assert (metadata.title, metadata.author) == ("A page & more", "Jane Doe")
    assert metadata.language == "en-GB"
    assert metadata.published is not None
    assert metadata.published.edtf == "2025-03-16"
    assert metadata.published.evidence.steps == ("a.html, <meta>: 2025-03-16",)


@pytest.mark.parametrize(
    ("tag", "edtf"),
    [
        ('<time datetime="2025-03-16" pubdate>Sunday</time>', "2025-03-16"),
        ('<time datetime="2025" itemprop="datePublished">x</time>', "2025"),
        ('<time class="entry-date" datetime="2025-03-16T10:00">x</time>', "2025-03-16"),
        # a date in the story is not the page's
        ('<time datetime="1848-02-24">that day</time>', None),
        ('<time datetime="2025-02-31" pubdate>x</time>', None),
    ],
)
def test_html_dates(tag: str, edtf: str | None) -> None:
    page = f"<p>He fled. {tag}</p>"
    published = read_html(page.encode(), PurePath("a.html")).metadata.published
    assert (published.edtf if published else None) == edtf


def test_html_in_a_declared_encoding() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    source = read_html(page.encode("iso-8859-2"), PurePath("a.html"))
    assert source.text == "Łódź"


def test_a_page_without_words() -> None:
    with pytest.raises(SourceError, match=r"a.html: no text in this page"):
        read_html(b"<body><script>x</script></body>", PurePath("a.html"))
