"""Whatever a text is made of, its divisions nest and its marks lie within it."""

from pathlib import PurePath

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import SourceError
from chronicle.sources.divisions import cut
from chronicle.sources.html import read_html
from chronicle.sources.markdown import read_markdown
from chronicle.sources.metadata import FORMS, Metadata
from chronicle.sources.pages import page_marks
from chronicle.sources.plain import read_text
from chronicle.sources.source import Source

PIECES = [
    "1. Anna Weiss to Karl Weiss",
    "LETTER II",
    "Vienna, 14 March 1848.",
    "LINZ, March 20. — Travellers report that he fled.",
    "Tuesday.",
    "Monday, 3rd. The talks broke down.",
    "MAY 1926",
    "1066. The king died.",
    "1067",
    "44 BC",
    "My dear Karl,",
    "Dear Sir, I have yours.",
    "Yours ever,",
    "Anna Weiss",
    "P.S. Tell Mother.",
    "[In another hand:] Recd 17 May",
    "He fled. Recd 3 May.",
    "Enclosure: two coats",
    "[f. 3r]",
    "\f",
    "12",
    "CHAPTER I",
    "Notes",
    "A heading of few words",
    "He went home and was not seen again in that town, or in any other, for years.",
    "# Title",
    "> quoted",
    "[^1]: a note",
    "===",
    "---",
    "+++",
    "***",
    "*one* and _two_",
    "<p>x</p><aside>y</aside>",
    "By Jane Doe",
    "\u2028",
    "“",
]
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(PIECES) | st.text(LETTERS, max_size=12),
        st.sampled_from(["\n", "\n\n", "\r\n", " ", ""]),
    ),
    min_size=1,
    max_size=14,
).map(lambda pairs: "".join(part for pair in pairs for part in pair))


def check(source: Source, form: str | None) -> None:
    marks = (*source.locators, *page_marks(source.text))
    assert all(0 <= m.start <= m.end <= len(source.text) for m in marks)
    found = cut(source, Metadata(form=form), key="x", hidden=marks)
    assert [d.id for d in found] == [f"x#{n}" for n in range(1, len(found) + 1)]
    assert (found[0].start, found[0].end) == (0, len(source.text))
    assert [d.start for d in found] == sorted(d.start for d in found)
    by_id = {d.id: d for d in found}
    for one in found[1:]:
        around = by_id[one.parent or ""]
        assert around.start <= one.start < one.end <= around.end
        siblings = [d for d in found if d.parent == one.parent and d.start > one.start]
        assert all(one.end <= d.start for d in siblings)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from([None, *FORMS]))
def test_plain_text(text: str, form: str | None) -> None:
    check(Source(path=PurePath("x"), text=text), form)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_markdown(text: str) -> None:
    try:
        source = read_markdown(f"A{text}".encode(), PurePath("x.md"))
    except SourceError as error:
        assert str(error).startswith("x.md")
    else:
        check(source, None)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_html(text: str) -> None:
    data = f"<body><main>{text}</main><p>end</p>".encode()
    check(read_html(data, PurePath("x.html")), None)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_text_stays_as_it_is(text: str) -> None:
    source = read_text(f"A{text}".encode(), PurePath("x.txt"))
    assert source.text.encode() == f"A{text}".encode()
