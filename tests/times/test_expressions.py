"""What is said: expressions and their TIMEX3 values, class by class.

The writer's now, where one is given, is Tuesday 14 March 1848.
"""

import pytest
from times.marked import marked

from chronicle.model import TimexType

NOW = "1848-03-14"

ABSOLUTE = [
    # English order
    ("He died on «4 March 1848».", "1848-03-04"),
    ("He died on «4 March, 1848».", "1848-03-04"),
    ("He died on «the 4th of March 1848».", "1848-03-04"),
    ("He died on «the 4th March, 1848».", "1848-03-04"),
    ("He died on «the fourth of March 1848».", "1848-03-04"),
    ("He died on «the fourth day of March 1848».", "1848-03-04"),
    ("He died on «the twenty-first of March 1848».", "1848-03-21"),
    ("He died on «4-March-1848».", "1848-03-04"),
    ("Signed «3 May 1791».", "1791-05-03"),
    # American order
    ("He died on «March 4, 1848».", "1848-03-04"),
    ("He died on «March 4th, 1848».", "1848-03-04"),
    ("He died on «March the 4th, 1848».", "1848-03-04"),
    ("He died on «March the fourth, 1848».", "1848-03-04"),
    ("He died on «1848, March 4».", "1848-03-04"),
    ("He died on «Aug 7,1899».", "1899-08-07"),
    # weekday included
    ("He died on «Tuesday, 14 March 1848».", "1848-03-14"),
    ("He died on «Tuesday the 14th of March, 1848».", "1848-03-14"),
    ("He died on «Tuesday, March 14, 1848».", "1848-03-14"),
    ("He died on «14 March 1848 (Tuesday)».", "1848-03-14"),
    # abbreviated months and old endings
    ("He died on «4 Mar. 1848».", "1848-03-04"),
    ("Recorded «Novr 3d 1791» at Philadelphia.", "1791-11-03"),
    ("Dated «Septr. 22d, 1776» in camp.", "1776-09-22"),
    ("Dated «ye 4th of Janry 1702» in camp.", "1702-01-04"),
    ("Dated «10 Decr 1745» in camp.", "1745-12-10"),
    # figures
    ("It is filed under «1848-03-14» there.", "1848-03-14"),
    ("It is filed under «1848/03/14» there.", "1848-03-14"),
    ("It is filed under «14/3/1848» there.", "1848-03-14"),
    ("It is filed under «14.3.1848» there.", "1848-03-14"),
    ("It is filed under «3/14/1848» there.", "1848-03-14"),
    # dual years are counted from 1 January
    ("Dated «14th Feb. 1733/4» at London.", "1734-02-14"),
    ("Dated «11 February 1731/32» there.", "1732-02-11"),
    # month and year
    ("It fell in «March 1848».", "1848-03"),
    ("It fell in «March, 1848».", "1848-03"),
    ("It fell in «March of 1848».", "1848-03"),
    ("It fell in «the month of March 1848».", "1848-03"),
    # years
    ("It fell in «1848».", "1848"),
    ("It fell in «the year 1848».", "1848"),
    ("It fell in «the year 43».", "0043"),
    ("The famine of «1846» emptied the county.", "1846"),
    ("(«1848»)", "1848"),
    ("It fell in «nineteen fourteen».", "1914"),
    ("It fell in «eighteen hundred and forty-eight».", "1848"),
    ("It began in «the year two thousand».", "2000"),
    # eras
    ("He was killed in «44 BC».", "BC0044"),
    ("He was killed in «44 B.C.»", "BC0044"),
    ("He was killed in «44BC» at Rome.", "BC0044"),
    ("He was killed in «44 BCE» at Rome.", "BC0044"),
    ("He was killed on «15 March 44 BC» at Rome.", "BC0044-03-15"),
    ("It was buried in «AD 79» by ash.", "0079"),
    ("It was buried in «A.D. 79» by ash.", "0079"),
    ("It was buried in «79 CE» by ash.", "0079"),
    ("Rome was sacked on «24 August 410».", "0410-08-24"),
    # decades and centuries
    ("In «the 1840s» trade grew.", "184"),
    ("In «the 1840's» trade grew.", "184"),
    ("In «the eighteen-forties» trade grew.", "184"),
    ("In «the eighteenth century» trade grew.", "17"),
    ("In «the 18th century» trade grew.", "17"),
    ("In «the fifth century BC» trade grew.", "BC04"),
    ("Throughout «the 470s BC» they fought.", "BC047"),
    # seasons
    ("In «the spring of 1848» he left.", "1848-SP"),
    ("In «spring 1848» he left.", "1848-SP"),
    ("In «the autumn of 1837» he left.", "1837-FA"),
    ("In «the winter of 1812-13» they starved.", "1812-WI"),
    ("In «the winter of 1812–13» they starved.", "1812-WI"),
    ("In «the winter of 1854-5» they starved.", "1854-WI"),
    ("In «the winter of 1854/55» they starved.", "1854-WI"),
    # quarters
    ("Sales fell in «the third quarter of 1989».", "1989-Q3"),
    # feasts on the same day every year
    ("He was crowned on «Christmas Day, 1066».", "1066-12-25"),
]

EDITED = [
    ("«[12 May 1848]»", "1848-05-12"),
    ("Dated «12 May [1848]» there.", "1848-05-12"),
    ("Dated «12 May [18]48» there.", "1848-05-12"),
    ("Dated «[12] May 1848» there.", "1848-05-12"),
    ("Dated «[c. 12 May 1848]» there.", "1848-05-12"),
    ("Dated «[?May 1848]» there.", "1848-05"),
    ("Dated «[post 12 May 1848]» there.", "1848-05-12"),
    ("Dated «[ante 12 May 1848]» there.", "1848-05-12"),
    ("Dated «[1848?]» there.", "1848"),
    ("Dated «Tuesday [14 March 1848]» there.", "1848-03-14"),
    # a note mark is no part of a date
    ("He came on «3 May[12] 1791» again.", "1791-05-03"),
]

FOREIGN = [
    ("écrite le «4 mars 1848» à Paris", "1848-03-04"),
    ("le «1er janvier 1789» à Paris", "1789-01-01"),
    ("am «18. März 1848» in Berlin", "1848-03-18"),
    ("il «5 maggio 1821» a Sant'Elena", "1821-05-05"),
    ("el «2 de mayo de 1808» en Madrid", "1808-05-02"),
    ("dnia «3 maja 1791» roku", "1791-05-03"),
]

PARTS = [
    ("«early 1848»", "1848"),
    ("on «the night of 4–5 May 1848» they met.", "1848-05-04TNI"),
    ("on «the night between 4 and 5 May 1848» they met.", "1848-05-04TNI"),
    ("in «the small hours of 5 May 1848» they met.", "1848-05-05TNI"),
    ("«early on the morning of 5 May 1848» they met.", "1848-05-05TMO"),
    ("in «the mid-nineteenth century» they met.", "18"),
    ("«Early in 1848» he left.", "1848"),
    ("«mid-March 1848»", "1848-03"),
    ("«late March 1848»", "1848-03"),
    ("«late in 1848» he left.", "1848"),
    ("at «the end of 1848» he left.", "1848"),
    ("at «the beginning of March 1848» he left.", "1848-03"),
    ("in «the middle of March 1848» he left.", "1848-03"),
    ("at «the turn of the eighteenth century» he left.", "17"),
    ("in «the first half of 1848» he left.", "1848-H1"),
    ("in «the second half of the eighteenth century» they came.", "17"),
    ("on «the last day of June 1944» he left.", "1944-06-30"),
    ("on «the night of 4 August 1789» they met.", "1789-08-04TNI"),
    ("on «the evening of 4 August 1789» they met.", "1789-08-04TEV"),
    ("on «4 August 1789, in the morning» they met.", "1789-08-04TMO"),
    ("at «the beginning of May 1789» they met.", "1789-05"),
    ("«the eve of Michaelmas, 1066»", "1066-09-28"),
]

RANGES = [
    ("«from 3 to 9 May 1945» they fought", "1945-05-03/1945-05-09"),
    ("he lived «between c. 1200 and 1250» there", "1200/1250"),
    ("«3–9 May 1945»", "1945-05-03/1945-05-09"),
    ("«January 25-29, 1968»", "1968-01-25/1968-01-29"),
    ("«between 1756 and 1763» they fought", "1756/1763"),
    ("«from 1756 to 1763» they fought", "1756/1763"),
    ("the war of «1756–63»", "1756/1763"),
    ("the war of «1914-1918»", "1914/1918"),
    ("the war of «480–479 BC»", "BC0480/BC0479"),
    ("«from May to July 1848» they fought", "1848-05/1848-07"),
    ("«from November 1847 to March 1848» they fought", "1847-11/1848-03"),
    ("«from November to March 1848» they fought", "1847-11/1848-03"),
    ("«March–April 1848»", "1848-03/1848-04"),
    ("«between 1 April and 3 June 1848» they fought", "1848-04-01/1848-06-03"),
    ("on «6 and 7 May 1954» they fell", "1954-05-06/1954-05-07"),
    ("«the sixteenth and seventeenth centuries»", "15/16"),
]

LISTS = [
    # in a list the last year is that of all
    ("in «April», May and June 1848", "1848-04"),
    ("on «3 April», 5 May and 7 June 1848", "1848-04-03"),
    ("in «August and September 1848»", "1848-08/1848-09"),
    ("in «the spring and summer of 1848»", "1848-SP/1848-SU"),
]

HEDGED = [
    ("He was born «circa 1120» at York.", "1120", "APPROX"),
    ("He was born «c. 1120» at York.", "1120", "APPROX"),
    ("He was born «about 1120» at York.", "1120", "APPROX"),
    ("He came «by June 1940» at last.", "1940-06", "ON_OR_BEFORE"),
    ("He came «no later than 12 May 1848» again.", "1848-05-12", "ON_OR_BEFORE"),
    ("He came «before 1848» again.", "1848", "BEFORE"),
    ("It is «pre-1914» work.", "1914", "BEFORE"),
    ("It is «post-1945» work.", "1945", "AFTER"),
    ("He came «after 24 February 1848» again.", "1848-02-24", "AFTER"),
]

DEICTIC = [
    ("He came «today».", "1848-03-14"),
    ("He came «to-day».", "1848-03-14"),
    ("He came «yesterday».", "1848-03-13"),
    ("He will come «to-morrow».", "1848-03-15"),
    ("He came «the day before yesterday».", "1848-03-12"),
    ("He came «last night».", "1848-03-13TNI"),
    ("He comes «to-night».", "1848-03-14TNI"),
    ("He came «this morning».", "1848-03-14TMO"),
    ("He came «yesterday evening».", "1848-03-13TEV"),
    ("He came «last week».", "1848-W10"),
    ("He came «last month».", "1848-02"),
    ("He came «last year».", "1847"),
    ("He will come «next month».", "1848-04"),
    ("He came «last Friday».", "1848-03-10"),
    ("He came on «Friday last».", "1848-03-10"),
    ("He will come «next Friday».", "1848-03-17"),
    ("He came in «January last».", "1848-01"),
    ("Yours of «the 12th inst.» came.", "1848-03-12"),
    ("Yours of «the 28th ult.» came.", "1848-02-28"),
    ("It is due on «the 10th prox.» at noon.", "1848-04-10"),
    ("It is due on «the 27th of next month».", "1848-04-27"),
    ("He came «two years ago».", "1846"),
    ("He came «three days ago».", "1848-03-11"),
    ("He came «three days since».", "1848-03-11"),
    ("He comes «two days hence».", "1848-03-16"),
    ("He came «a week ago tonight».", "1848-03-07TNI"),
    ("He comes «to-morrow week».", "1848-03-22"),
    ("He came «yesterday sennight».", "1848-03-06"),
    ("He came «the week before last».", "1848-W09"),
    ("He comes in «the year after next».", "1850"),
    ("He comes in «three days' time».", "1848-03-17"),
    ("Yours of «the 5th of this month» came.", "1848-03-05"),
    ("He came in «August last year».", "1847-08"),
    ("He left in «the spring of last year».", "1847-SP"),
]

LENGTHS = [
    ("He reigned for «three years».", "P3Y"),
    ("He reigned for «3 years».", "P3Y"),
    ("He reigned for «several months».", "PXM"),
    ("He reigned for «nearly two decades».", "P2DE"),
    ("He reigned for «twenty-five years».", "P25Y"),
    ("He reigned for «a hundred and one days».", "P101D"),
    ("He waited «half an hour».", "PT30M"),
    ("It was «three days»' march away.", "P3D"),
    ("He reigned for «years».", "PXY"),
    ("«the last three years» were good", "P3Y"),
    ("«the past three years» were good", "P3Y"),
    ("over «the past year» he grew", "P1Y"),
    ("He drew up a «five-year» plan.", "P5Y"),
]

SETS = [
    ("He went on «Sundays».", "XXXX-WXX-7"),
    ("He went on «alternate Sundays».", "XXXX-WXX-7"),
    ("He went «every Sunday».", "XXXX-WXX-7"),
    ("He went «every year».", "P1Y"),
    ("He went «daily».", "P1D"),
    ("He paid «annually».", "P1Y"),
    ("He went «twice a week».", "P1W"),
    ("He went «three times a month».", "P1M"),
    ("He went «every two years».", "P2Y"),
]

VAGUE = [
    ("He is «now» here.", "PRESENT_REF"),
    ("He has «recently» come.", "PAST_REF"),
    ("In «recent weeks» he came.", "PAST_REF"),
    ("In «the past» he came.", "PAST_REF"),
    ("In «the near future» he comes.", "FUTURE_REF"),
]

CLOCK = [
    ("at «3 p.m. on 5 May 1848» he left", "1848-05-05T15:00"),
    ("on «5 May 1848 at nine o'clock» he left", "1848-05-05T09:00"),
    ("on «5 May 1848, at 3.30 p.m.» he left", "1848-05-05T15:30"),
    ("at «half past two»", "T02:30"),
    ("at «twenty minutes past one in the afternoon» he left", "T13:20"),
    ("at «ten minutes to three» he left", "T02:50"),
    ("«five this morning» he left", "T05:00"),
    ("at «15:30 on 5 May 1848» he left", "1848-05-05T15:30"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*ABSOLUTE, *EDITED, *FOREIGN, *PARTS, *RANGES, *LISTS, *LENGTHS, *SETS],
)
def test_what_needs_no_context(text: str, expected: str) -> None:
    assert marked(text).value == expected


@pytest.mark.parametrize(("text", "expected"), [*DEICTIC, *VAGUE])
def test_what_counts_from_now(text: str, expected: str) -> None:
    assert marked(text, written=NOW).value == expected


@pytest.mark.parametrize(("text", "expected", "mod"), HEDGED)
def test_hedges_and_bounds(text: str, expected: str, mod: str) -> None:
    timex = marked(text)
    assert (timex.value, timex.mod) == (expected, mod)


@pytest.mark.parametrize(("text", "expected"), CLOCK)
def test_hours(text: str, expected: str) -> None:
    timex = marked(text, written="1848-03-14" if expected[0] == "T" else None)
    assert timex.type is TimexType.TIME
    assert timex.value is not None
    assert timex.value.endswith(expected)


def test_alternatives_keep_both() -> None:
    assert marked("It fell in «1066 or 1067».").edtf == "[1066,1067]"
    assert marked("on «4 or 5 May 1848» he left").edtf == "[1848-05-04,1848-05-05]"
