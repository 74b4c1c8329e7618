"""What is no time expression, class by class: nothing at all may be found."""

import pytest
from times.marked import read

COUNTS = [
    "They lost 1,500 men.",
    "They lost 1500 men.",
    "Some 2000 soldiers marched.",
    "He had 1200 horses and 1400 oxen.",
    "It cost $1850 to build.",
    "It cost £1848 to build.",
    "The town had 1,234,567 souls.",
    "180 dead were counted.",
    "There were 1850 dead.",
    "They were 3000 strong.",
    "It weighs 1600 tons.",
    "It stands 1917 feet high.",
    "He rode 1100 miles.",
    "1850 people came.",
]

LOCATORS_AND_NUMBERS = [
    "See page 1848 of the register.",
    "See pp. 1848 of the register.",
    "Resolution no. 1483 was passed.",
    "He lived in room 1914.",
    "It is in section 3.2.1 below.",
    "The box is numbered 1.2.3 there.",
    "Call 555-1848 for it.",
    "The ratio was 3.1415 then counted.",
    "Boeing 1947 is its name.",
    "The text of MS 1850 is lost.",
    "It is lot 1871 in the sale.",
    "It is shown in table 1900 below.",
    "Julia Anderson, 1711 West Prospect Place, was hurt.",
    "He lived at 1911 Missouri Avenue then.",
    "His grade was B1848 on the list.",
    "The sum was 99999 in all.",
]

MODALS_AND_VERBS = [
    "You may go.",
    "It may rain.",
    "May he rest in peace.",
    "They march on Rome.",
    "The soldiers march at once.",
    "The march was long.",
    "An august company dined.",
    "He sat down by the sun.",
    "They were wed at the church.",
    "The second attempt failed.",
    "They fall like leaves.",
    "Prices fall and wages rise.",
    "Water may spring from the rock.",
    "He took the fall of Paris badly.",
    "The fall of Granada ended it.",
]

NAMES = [
    "The Second Republic fell.",
    "The Long March began.",
    "The Third Estate met apart.",
    "The First Consul signed it.",
    "The Second Punic War broke out.",
    "The 4th Infantry was there.",
    "The 10th Hussars charged.",
    "The 21st Regiment of Foot came.",
    "Augustus took the title.",
    "June Carter sang.",
    "He read the Daily Mail.",
    "He wrote for the Sunday Times.",
    "They stormed the Winter Palace.",
    "The Prague Spring was crushed.",
    "April Smith wrote it.",
    "Operation Red Dawn was over.",
    "The Eleventh Circuit heard it.",
]

ORDINALS_AND_PARTS = [
    "The first was tall, the second short.",
    "He was third in line.",
    "Three quarters of the men fled.",
    "They gave no quarter.",
    "Some quarters doubted it.",
    "He lodged in the student quarter.",
    "He took it at once.",
    "Once more he tried.",
    "As soon as he could, he fled.",
    "He was a six-year-old child.",
    "He was forty years old.",
    "He spent the whole sum.",
    "Now, gentlemen, we begin.",
    "He was a man of about twenty-six years of age.",
    "At the same time zone borders they stopped.",
]

BROKEN = [
    "In the l848 revolt nothing moved.",
    "It was the 3rd Mav.",
    "He came on the 45th of Mav and the 99th.",
    "12/13/14/15/16/17",
    "1.1.1.1.1.1.1",
    "0 BC is no year.",
]


@pytest.mark.parametrize(
    "text",
    [*COUNTS, *LOCATORS_AND_NUMBERS, *MODALS_AND_VERBS, *NAMES, *ORDINALS_AND_PARTS],
)
def test_nothing_is_found(text: str) -> None:
    assert read(text).found == []


@pytest.mark.parametrize("text", BROKEN)
def test_broken_text_gives_no_certain_date(text: str) -> None:
    assert all(t.edtf is None for t in read(text).timexes)
