"""Dates fit to print: the source's words bare, what is supplied in square brackets."""

import pytest
from handmade import exactly, on

from chronicle.dates.axis import Bounds, Minute, TimeSpan, day
from chronicle.settings import Settings
from chronicle.wording import when

AMERICAN = Settings(date_order="mdy", era="BCE", circa="ca.")


@pytest.mark.parametrize(
    ("written", "edtf", "expected", "american"),
    [
        # all of it stands in the source
        ("12 May 1848", "1848-05-12", "12 May 1848", "May 12, 1848"),
        ("May 12th, 1848", "1848-05-12", "12 May 1848", "May 12, 1848"),
        ("4/7/1916", "1916-07-04", "4 July 1916", "July 4, 1916"),
        # the year, or more, is supplied
        ("May 12th", "1848-05-12", "12 May [1848]", "May 12, [1848]"),
        ("the 12th inst.", "1832-05-12", "12 [May 1832]", "[May] 12, [1832]"),
        ("yesterday", "1848-03-13", "[13 March 1848]", "[March 13, 1848]"),
        (None, "1848-05-12", "[12 May 1848]", "[May 12, 1848]"),
        # a number that counts something else is no day
        ("12 days later", "1848-05-12", "[12 May 1848]", "[May 12, 1848]"),
        ("three days after 9 May", "1848-05-12", "[12] May [1848]", None),
        # coarse dates
        ("the spring of next year", "1856-21", "spring [1856]", "spring [1856]"),
        ("the 1840s", "184X", "1840s", "1840s"),
        ("the nineteenth century", "18XX", "nineteenth century", None),
        # a part of a month or year keeps the source's word for it
        ("the end of August", "1855-08-21/1855-08-31", "end of August [1855]", None),
        ("Late in the summer", "1069-07-17/1069-08-31", "late summer [1069]", None),
        ("Early in 44 BC", "-0043-01/-0043-06", "early 44 BC", None),
        # years before our era count down, and AD is told below 100
        ("44 BC", "-0043", "44 BC", "44 BCE"),
        ("1 BC", "0000", "1 BC", "1 BCE"),
        ("the Ides of March, 44 BC", "-0043-03-15", "[15] March 44 BC", None),
        ("The following year", "-0131", "[132 BC]", "[132 BCE]"),
        ("AD 79", "0079", "AD 79", "79 CE"),
        # hedges: bare where the source hedges, supplied where an editor does
        ("about 1200", "1200~", "c. 1200", "ca. 1200"),
        (None, "1848-05-12~", "[c. 12 May 1848]", "[ca. May 12, 1848]"),
        ("12 May 1848", "1848-05-12?", "[12 May 1848?]", "[May 12, 1848?]"),
        # ranges and alternatives
        ("1756–63", "1756/1763", "1756–63", "1756–63"),
        ("from 104 to 100 BC", "-0103/-0099", "104–100 BC", "104–100 BCE"),
        ("3 to 12 May", "1848-05-03/1848-05-12", "3–12 May [1848]", None),
        ("1066 or 1067", "[1066,1067]", "1066 or 1067", None),
        # one side only
        ("by 19 March", "../1848-03-19", "by 19 March [1848]", None),
        ("after 24 February 1848", "1848-02-24/..", "after 24 February 1848", None),
    ],
)
def test_dates_in_print(
    written: str | None, edtf: str, expected: str, american: str | None
) -> None:
    assert when(None, as_written=written, edtf=edtf) == expected
    if american is not None:
        printed = when(None, as_written=written, edtf=edtf, settings=AMERICAN)
        assert printed == american


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (on(1848, 3, 13), "[13 March 1848]"),
        (on(1848, 5, 3, days=10), "[between 3 and 12 May 1848]"),
        (on(1848, 4, 28, days=6), "[between 28 April and 3 May 1848]"),
        (on(1848, 5, 1, days=31), "[May 1848]"),
        (on(1848, 1, 1, days=366), "[1848]"),
        (exactly(1756, days=2922), "[1756–63]"),
        # some day within a war is not the war
        (on(1756, days=2922), "[between 1756 and 1763]"),
        (TimeSpan.within(None, day(1848, 3, 20)), "[by 19 March 1848]"),
        (TimeSpan.within(day(1848, 2, 25), None), "[after 24 February 1848]"),
        # after something of that day: the day itself is not ruled out
        (
            TimeSpan.within(Minute(day(1848, 2, 24) + 1), None),
            "[on or after 24 February 1848]",
        ),
        # bounds of whole years and months are told as such
        (TimeSpan.within(None, day(-131, 1, 1)), "[by 133 BC]"),
        (TimeSpan.within(None, day(1848, 4, 1)), "[by March 1848]"),
        (TimeSpan.within(Minute(day(-120, 1, 1) + 1), None), "[in or after 121 BC]"),
        # going on then, no more known
        (
            TimeSpan(
                begin=Bounds(latest=day(1926, 5, 5)),
                end=Bounds(earliest=Minute(day(1926, 5, 5) + 1)),
            ),
            "[ongoing 5 May 1926]",
        ),
        (on(-43, 3, 15), "[15 March 44 BC]"),
        (on(0, 1, 1, days=366), "[1 BC]"),
        (on(1, 1, 1, days=365), "[AD 1]"),
        # begun then, and no end known
        (
            TimeSpan(
                begin=Bounds(earliest=day(1851, 1, 1), latest=day(1851, 12, 31)),
            ),
            "[from 1851]",
        ),
        (TimeSpan(), "n.d."),
        (None, "n.d."),
    ],
)
def test_bounds_in_print(span: TimeSpan | None, expected: str) -> None:
    assert when(span, as_written=None, edtf=None) == expected


def test_a_week_is_a_stretch_to_look_in_not_a_week_long() -> None:
    printed = when(
        on(2025, 3, 17, days=7),
        as_written="later this week",
        edtf="2025-03-17/2025-03-23",
    )
    assert printed == "[between 17 and 23 March 2025]"
