"""Cutting texts by their form: letters, diaries, annals, newspapers, articles.

Each case shows the divisions as lines: kind, depth by indent, and what is known.
"""

from pathlib import Path, PurePath
from textwrap import dedent

import pytest

from chronicle.model import Division, Document
from chronicle.sources import read
from chronicle.sources.datelines import dateline
from chronicle.sources.divisions import cut
from chronicle.sources.markdown import read_markdown
from chronicle.sources.metadata import Metadata
from chronicle.sources.pages import page_marks
from chronicle.sources.plain import read_text

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = Path(__file__).parents[3] / "shared" / "seeds"


def divisions(text: str, metadata: Metadata | None = None) -> tuple[Division, ...]:
    source = read_text(dedent(text).lstrip("\n").encode(), PurePath("x.txt"))
    marks = (*source.locators, *page_marks(source.text))
    return cut(source, metadata or Metadata(), key="x", hidden=marks)


def outline(found: tuple[Division, ...]) -> list[str]:
    depth = {None: -1}
    lines = []
    for one in found:
        depth[one.id] = depth[one.parent] + 1
        lines.append("  " * depth[one.id] + one.kind.value)
    return lines


def kinds(found: tuple[Division, ...], kind: str) -> list[Division]:
    return [one for one in found if one.kind == kind]


# Datelines


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("VIENNA, March 14. — The peace", "Vienna", "March 14"),
        ("London, Thursday 10th May 1832.", "London", "Thursday 10th May 1832"),
        # more than one word of place, abbreviations in it
        (
            "CASTRIES, St. Lucia, May 8, 7 p.m. — The",
            "Castries, St. Lucia",
            "May 8, 7 p.m.",
        ),
        (
            "POINTE-À-PITRE, Guadeloupe, May 9. —",
            "Pointe-à-Pitre, Guadeloupe",
            "May 9",
        ),
        ("Snow Hill, Birmingham, 12 May 1832.", "Snow Hill, Birmingham", "12 May 1832"),
        ("Stratford-upon-Avon, 3 May", "Stratford-upon-Avon", "3 May"),
        # an agency behind the date
        ("STOCKHOLM, March 7 (Reuters) - Sweden", "Stockholm", "March 7"),
        # old style and double years
        ("London, 14th Feb. 1733/4 O.S.", "London", "14th Feb. 1733/4 O.S."),
        # a date alone, with a line to itself or a full stop
        ("Monday, 3rd.", None, "Monday, 3rd"),
        ("Wednesday morning. I kept this open", None, "Wednesday morning"),
        ("Friday.--At length the day is come", None, "Friday"),
        ("Christmas Day, 1848.", None, "Christmas Day, 1848"),
        ("1st (Lord's day). This morning", None, "1st (Lord's day)"),
        ("[Tuesday, 4 May 1926]", None, "Tuesday, 4 May 1926"),
    ],
)
def test_datelines(line: str, place: str | None, date: str) -> None:
    found = dateline(line)
    assert found is not None
    assert (found.place, found.date) == (place, date)


@pytest.mark.parametrize(
    "line",
    [
        # a sentence that begins with a date, or has one in it
        "On Friday last more than a hundred thousand workmen marched.",
        "In March 1847, while Semmelweis was on holiday, his friend died.",
        "Monday the talks broke down and Fred came in at six.",
        "May I ask whether you will come?",
        "March on the capital began at dawn.",
        "He came back on 6 December. On the same day the church was burned.",
        "The Duke went to the King yesterday, Tuesday. He was angry.",
        "Napoleon left Elba. March 1815 saw him in Paris.",
        "",
        "—",
    ],
)
def test_sentences_are_no_datelines(line: str) -> None:
    assert dateline(line) is None


# Letters

LETTERS = """
    1. Edward Tranter to Margaret Hale

    [f. 3r]
    London, Thursday 10th May 1832.

    My dear Margaret,

    You will have heard by now that Lord Grey is out.

    Your affectionate brother,
    Edward Tranter

    2. Margaret Hale to the same

    [f. 4r]
    Snow Hill, Birmingham, 12 May 1832.

    Dear Edward,

    Your letter of Thursday came this morning.

    Your loving sister,
    M. H.

    [f. 5r]
    Tuesday.

    My dear Margaret,

    I have yours of the 12th inst.

    Wednesday morning. I kept this open, and am glad of it.

    E. T.

    P.S. Tell Mother that I have bought the grey shawl.

    [In another hand:] Recd 17 May
    """


def test_letters_with_all_that_is_added_to_them() -> None:
    found = divisions(LETTERS)
    assert outline(found) == [
        "article",
        "  letter",
        "    heading",
        "  letter",
        "    heading",
        "  letter",
        "    entry",
        "      postscript",
        "    note",
    ]
    first, second, third = kinds(found, "letter")
    assert (first.author, first.recipient) == ("Edward Tranter", "Margaret Hale")
    assert first.place == "London"
    # "the same" names nobody; the salutation's first name is one person's of the file
    assert (second.author, second.recipient) == ("Margaret Hale", "Edward Tranter")
    assert second.place == "Snow Hill, Birmingham"
    # initials are no name; a first name is made full
    assert (third.author, third.recipient) == (None, "Margaret Hale")
    assert kinds(found, "entry")[0].title == "Wednesday morning"
    assert kinds(found, "note")[0].title == "docket"


def test_divisions_are_numbered_and_nested() -> None:
    found = divisions(LETTERS)
    assert [one.id for one in found] == [f"x#{n}" for n in range(1, len(found) + 1)]
    by_id = {one.id: one for one in found}
    for one in found[1:]:
        assert one.parent is not None
        around = by_id[one.parent]
        assert around.start <= one.start < one.end <= around.end


def test_a_letter_run_on_in_one_paragraph() -> None:
    """A new place begins another letter; a docket may end its line."""
    found = divisions(
        """
        Vienna, Tuesday 14 March 1848. Dear Karl, Yesterday the students marched.
        [f. 5r] Linz, Sunday evening. We came in last night. Recd 23 March.
        """,
        Metadata(author="Anna Weiss", recipient="Karl Weiss"),
    )
    assert outline(found) == ["article", "  letter", "  letter", "    note"]
    first, second = kinds(found, "letter")
    assert (first.place, second.place) == ("Vienna", "Linz")
    assert {(one.author, one.recipient) for one in (first, second)} == {
        ("Anna Weiss", "Karl Weiss")
    }


def test_a_lone_letter_is_the_document() -> None:
    found = divisions(
        """
        Vienna, 4 June 1839.

        My dear Karl,

        Send ten gulden by the coach.

        Yours ever,
        Anna Weiss
        """
    )
    assert outline(found) == ["letter"]
    assert (found[0].author, found[0].recipient) == ("Anna Weiss", "Karl")
    assert found[0].place == "Vienna"


def test_letters_headed_by_number_and_addressee() -> None:
    found = divisions(
        """
        LETTER I

        TO MISS SMITH

        Steventon, Saturday, January 9, 1796.

        In the first place I hope you will live long.

        Yours ever,
        J. AUSTEN.

        LETTER II

        Steventon, Thursday, January 16.

        I have just received yours.

        Friday.--At length the day is come.

        J. A.
        """
    )
    first, second = kinds(found, "letter")
    assert (first.title, first.recipient) == ("LETTER I. TO MISS SMITH", "Miss Smith")
    assert first.author == "J. Austen"
    assert second.title == "LETTER II"
    assert [one.title for one in kinds(found, "entry")] == ["Friday"]


def test_a_date_beneath_the_signature_opens_no_letter() -> None:
    found = divisions(
        """
        Dear Karl,

        The students marched yesterday.

        Yours ever,
        Anna Weiss
        Vienna, 14 March 1848.

        Dear Anna,

        I have yours of the 14th.

        Your brother,
        Karl Weiss

        Linz, 17 March 1848.
        """
    )
    assert outline(found) == ["article", "  letter", "  letter"]
    assert [one.place for one in kinds(found, "letter")] == ["Vienna", "Linz"]


def test_to_the_same_is_to_the_last_recipient() -> None:
    found = divisions(
        """
        12. TO HORACE MANN, ESQ.

        Strawberry Hill, Sept. 1, 1750.

        I have two letters of yours to answer.

        Yours ever.

        13. To the Same.

        Arlington Street, Sept. 20, 1750.

        I only write you a line.

        Adieu!
        """
    )
    letters = kinds(found, "letter")
    assert [one.recipient for one in letters] == ["Horace Mann", "Horace Mann"]


def test_a_book_of_despatches() -> None:
    """Numbers, remarks in brackets and capitals stand between heading and text."""
    found = divisions(
        """
        No. 12. The Earl of Malmesbury to Lord Palmerston.—(Received May 17.)

        (No. 34. Confidential.)
        Vienna, May 12, 1848.

        MY LORD,

        I had the honour to see the Minister yesterday.

        I have, &c.
        MALMESBURY.

        No. 13. Viscount Palmerston to the Earl of Malmesbury.

        Foreign Office, May 20, 1848.

        MY LORD,

        Your despatch has been laid before the Queen.

        I am, &c.
        PALMERSTON.

        Inclosure in No. 13.

        The Emperor left Vienna on the 17th.
        """
    )
    first, second = kinds(found, "letter")
    assert (first.author, first.recipient, first.place) == (
        "The Earl of Malmesbury",
        "Lord Palmerston",
        "Vienna",
    )
    assert (second.author, second.place) == ("Viscount Palmerston", "Foreign Office")
    assert len(kinds(found, "enclosure")) == 1


def test_letters_without_commas_and_with_the_place_above_the_date() -> None:
    found = divisions(
        """
        Camp near Falmouth, Va.
        Dec. 16th 1862

        Dear Wife

        I take my pen in hand to let you know that I am well.

        from your husband
        John Miller

        Camp near Falmouth
        Dec 20 1862

        Dear Wife

        It has snowed since Thursday.

        Sunday 21st
        I did not get this off.

        Your husband till death
        John Miller
        """
    )
    assert outline(found) == ["article", "  letter", "  letter", "    entry"]
    letters = kinds(found, "letter")
    assert {one.author for one in letters} == {"John Miller"}
    assert letters[0].place == "Camp near Falmouth, Va"
    assert letters[1].start < letters[1].end


def test_telegrams_without_greetings() -> None:
    found = divisions(
        """
        Nicholas II to Wilhelm II

        Peter's Court, 29 July 1914, 1 a.m.

        Am glad you are back. Nicky

        Wilhelm II to Nicholas II

        Berlin, 29 July 1914, 1.45 a.m.

        It is with the gravest concern that I hear of it. Willy
        """
    )
    first, second = kinds(found, "letter")
    assert (first.author, second.author) == ("Nicholas II", "Wilhelm II")


def test_headlines_with_to_are_no_letters() -> None:
    found = divisions(
        """
        NURSES STUCK TO POST

        Special to The Times

        CONSTANTINOPLE, Aug 12. — Two American girls refused to abandon their charges.
        """
    )
    assert kinds(found, "letter") == []
    assert kinds(found, "article")[1].place == "Constantinople"


def test_a_wrapped_line_is_no_close_and_no_docket() -> None:
    """Prose may begin a line with "Love", "Ever" or "Received"."""
    found = divisions(
        """
        Melk, 3 May 1848.

        My dear Anna,

        I have been in the town for a week and have seen nobody of whom I could ask
        Love and money being what they are, I stay in the house and read the papers
        Received by the last coach there were 12 letters for my aunt and none for
        Ever since the day of the great fire the people here speak of nothing else.

        Yours ever,
        Karl

        Recd 7 May.
        """
    )
    assert outline(found) == ["letter", "  note"]
    assert found[0].author == "Karl"


def test_an_enclosure_is_a_part_of_its_letter() -> None:
    found = divisions(
        """
        Dear Sir,

        I send you the list.

        Yours truly,
        Anna Weiss

        Enclosure:

        Ten gulden, two coats.
        """
    )
    assert outline(found) == ["letter", "  enclosure"]


def test_a_letter_in_a_life_is_a_part_of_it() -> None:
    """A quoted letter has its own writer and now; the life around it stays whole."""
    text = "He went to school there and was sent to Vienna to read law. " * 6
    found = divisions(
        f"""
The Life of Karl Weiss

{text}

Vienna, 4 June 1839.

My dear Father,

I have no more money.

Your obedient son,
Karl

{text}
"""
    )
    assert outline(found) == ["article", "  heading", "  letter"]
    letter = kinds(found, "letter")[0]
    assert (letter.author, letter.place) == ("Karl", "Vienna")


# Diaries


def test_a_diary_beneath_its_months() -> None:
    found = divisions(
        """
        APRIL 1926

        Friday, 30th.
        The lock-out began at noon.

        MAY 1926

        Monday, 3rd. The talks broke down last night.
        Fred came in at six.

        4th. No trains.

        5th. No trains again.
        """,
        Metadata(author="Alice Thwaite", place="Darlington"),
    )
    assert outline(found) == [
        "article",
        "  chapter",
        "    entry",
        "  chapter",
        "    entry",
        "    entry",
        "    entry",
    ]
    assert [one.title for one in kinds(found, "entry")] == [
        "Friday, 30th",
        "Monday, 3rd",
        "4th",
        "5th",
    ]
    # an entry speaks with the voice of its diary
    assert {one.author for one in kinds(found, "entry")} == {"Alice Thwaite"}
    assert {one.place for one in kinds(found, "entry")} == {"Darlington"}


@pytest.mark.parametrize(
    "text",
    [
        "3/5/1926\nThe talks broke down.\n\n4/5/1926\nNo trains.\n",
        "1926-05-03\nThe talks broke down.\n\n1926-05-04\nNo trains.\n",
        "_3 May. Bistritz._—Left Munich.\n\n_4 May._—I found a letter.\n",
    ],
)
def test_dates_in_figures_and_with_places(text: str) -> None:
    assert outline(divisions(text)) == ["article", "  entry", "  entry"]


def test_headings_in_markup_that_are_dates_belong_to_their_entries() -> None:
    text = "# My diary\n\n## 1926-05-03\n\nThe talks.\n\n## 1926-05-04\n\nNo trains.\n"
    source = read_markdown(text.encode(), PurePath("x.md"))
    found = cut(source, Metadata(), key="x", hidden=source.locators)
    assert outline(found) == ["article", "  heading", "  entry", "  entry"]
    assert text[found[2].start :].startswith("1926-05-03")


def test_minutes_under_the_words_for_their_meeting() -> None:
    """The words before the date are a heading, so that the entry opens with it."""
    text = (
        "At a Meeting of the Vestry held on Tuesday the 14th of March 1848\n\n"
        "Present: Mr. Hale.\n\nIt was resolved that the bells be mended.\n\n"
        "At a Meeting of the Vestry held on Tuesday the 11th of April 1848\n\n"
        "It was reported that the bells had been mended.\n"
    )
    found = divisions(text)
    assert outline(found) == [
        "article",
        "  entry",
        "    heading",
        "  entry",
        "    heading",
    ]
    heading = found[2]
    assert text[heading.end :].lstrip().startswith("Tuesday the 14th of March 1848")


def test_one_dated_line_makes_no_diary() -> None:
    assert outline(divisions("A report\n\n3 May 1926\n\nThe talks broke down.\n")) == [
        "article",
        "  heading",
    ]


# Annals


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1065. The thegns rose.\n\n1066. The king died.\n", ["1065", "1066"]),
        ("A.D. 449. Marcian reigned.\n\nA.D. 455. They fought.\n", None),
        ("1065\n\nThe thegns rose.\n\n1066\n\nThe king died.\n", ["1065", "1066"]),
        # years before our era count down
        ("492 BC: The first campaign.\n\n490 BC: The second.\n", ["492 BC", "490 BC"]),
    ],
)
def test_annals(text: str, titles: list[str] | None) -> None:
    found = divisions(text)
    assert outline(found) == ["article", "  entry", "  entry"]
    if titles:
        assert [one.title for one in kinds(found, "entry")] == titles


@pytest.mark.parametrize(
    "text",
    [
        # numbered notes, and numbers that run in no order
        "1. See the treaty.\n\n2. See the peace.\n",
        "1848. A year of risings.\n\n1066. A year of conquest.\n",
        # one year is no annals
        "1066. The king died.\n\nHe was buried the next day.\n",
    ],
)
def test_numbers_are_no_annals(text: str) -> None:
    assert "entry" not in "".join(outline(divisions(text)))


def test_other_headings_end_a_year() -> None:
    found = divisions(
        """
        1936

        The coup failed in Madrid, and the war began in the summer of that year.

        1937

        Bilbao fell in June.

        Aftermath

        The dead were never counted, and many of the living fled across the border.
        """
    )
    second = kinds(found, "entry")[1]
    aftermath = kinds(found, "heading")[0]
    assert second.end < aftermath.start


# Newspapers

PAPER = """
    THE EASTERN COUNTIES COURIER.

    WEDNESDAY, MARCH 22, 1848.

    THE STATE OF THE CONTINENT.

    VIENNA, March 14. — The peace of this capital was broken yesterday.

    The arsenal was thrown open.

    PARIS, Monday evening. — On Friday last the workmen marched.

    THE MAILS.

    The Hamburg mail had not reached us when we went to press.
    """


def test_despatches_and_other_articles() -> None:
    found = divisions(PAPER)
    assert outline(found) == [
        "article",
        "  heading",
        "  heading",
        "  article",
        "  article",
        "  article",
        "    heading",
    ]
    vienna, paris, mails = kinds(found, "article")[1:]
    assert (vienna.place, paris.place, mails.title) == ("Vienna", "Paris", "THE MAILS.")
    # the second paragraph belongs to the first despatch
    assert "arsenal" in dedent(PAPER)[vienna.start : vienna.end]


def test_the_day_of_a_paper_is_no_heading() -> None:
    """It stays in the paper's own text, where its date can be read."""
    titles = [one.title for one in kinds(divisions(PAPER), "heading")]
    assert "WEDNESDAY, MARCH 22, 1848." not in titles


def test_a_lone_despatch_keeps_its_headings_and_byline() -> None:
    found = divisions(
        """
        Sweden joins the alliance

        By Jane Doe

        STOCKHOLM, March 7 (Reuters) - Sweden joined NATO on Thursday, two years after.

        Background

        The government applied in May 2022, and Turkey dropped its objections later.

        Notes

        1. See the treaty.
        """
    )
    assert outline(found) == [
        "article",
        "  heading",
        "  furniture",
        "  article",
        "    heading",
        "  note",
        "    heading",
    ]
    assert found[0].author == "Jane Doe"


# Articles


def test_an_article_keeps_together_under_its_headings() -> None:
    found = divisions(
        """
        The Treaty of Melk

        In 1815 the treaty was signed at Melk, and the powers went home content with it.

        What came of it

        Nothing came of it. The powers met again in 1818, and again in 1820.

        Bibliography

        Smith, John. A History of the War. London, 1901.
        """
    )
    assert outline(found) == [
        "article",
        "  heading",
        "  heading",
        "  note",
        "    heading",
    ]
    assert found[0].title == "The Treaty of Melk"


def test_chapters() -> None:
    found = divisions(
        """
        A SHORT HISTORY

        CHAPTER I

        The beginnings

        In 1815 the treaty was signed at Vienna, and the powers went home at last.

        CHAPTER II. THE WAR

        In 1853 the war broke out, and it lasted until the spring of 1856.
        """
    )
    assert [one.title for one in kinds(found, "chapter")] == [
        "CHAPTER I",
        "CHAPTER II. THE WAR",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # a line of a list, of speech, of verse; a line that goes on in the next
        "- bread and butter\n\nThey had it on the journey, which took three days.\n",
        "“Who is there”\n\nNobody answered him, and so he went back into the house.\n",
        "He bought bread,\n\nand they left the house before sunrise that day.\n",
        "They came at last to the\n\nGreat River, which they crossed at night.\n",
        "He was born in Melk. [3]\n\nHis father was a clerk there, as we have seen.\n",
    ],
)
def test_short_lines_that_are_no_headings(text: str) -> None:
    assert outline(divisions(text)) == ["article"]


def test_the_sidecar_decides() -> None:
    """``form`` in the metadata overrules what the text looks like."""
    found = divisions(PAPER, Metadata(form="article"))
    assert "  article" not in outline(found)


# The samples


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("letters.txt", {"letter": 3, "entry": 1, "postscript": 1, "note": 1}),
        ("letter-1734.txt", {"letter": 1, "heading": 0}),
        ("diary.txt", {"entry": 7, "chapter": 1}),
        ("annals.txt", {"entry": 6, "heading": 0}),
        ("courier-1848.txt", {"article": 5}),
        ("telegraph-1902.txt", {"article": 5}),
        ("coalition.txt", {"article": 1, "heading": 4}),
        ("crimea.md", {"article": 1, "heading": 3}),
        ("semmelweis.html", {"article": 1, "heading": 3, "note": 1}),
        ("republic.txt", {"article": 1, "heading": 1}),
    ],
)
def test_the_samples_are_cut_rightly(name: str, expected: dict[str, int]) -> None:
    document = read(SEEDS / name)
    assert {kind: len(kinds(document.divisions, kind)) for kind in expected} == expected


def test_a_real_article_without_blank_lines() -> None:
    paths = sorted(ARTICLE.glob("*.txt")) if ARTICLE.is_dir() else []
    if not paths:
        pytest.skip("the article is not here")
    document: Document = read(paths[0])
    titles = [one.title or "" for one in kinds(document.divisions, "heading")]
    assert document.title == titles[0]
    assert [title.split()[0] for title in titles] == [
        "NATO’s",
        "Russia’s",
        "The",
        "Future",
    ]
