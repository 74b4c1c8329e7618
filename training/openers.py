"""Invented headings, datelines, salutations and dates: what treebanks hold too few of.

Each is a list of words with the gap before it left to the caller. They teach where
sentences start, and the tags of what is certain; they teach no syntax.
"""

from random import Random

from chronicle.language.layout import Gap
from chronicle.language.tokens import tokenise
from training.lexicon import LEXICON
from training.passages import Sentence, Word

MONTHS: list[str] = LEXICON["months"]
DAYS: list[str] = LEXICON["days"]
PLACES: list[str] = LEXICON["places"]
NAMES: list[str] = LEXICON["names"]
SURNAMES: list[str] = LEXICON["surnames"]
TITLES: list[str] = LEXICON["titles"]
ROMAN: list[str] = LEXICON["roman"]
SUBJECTS: list[str] = LEXICON["subjects"]
NOTICES: list[str] = LEXICON["notices"]


def date(rng: Random) -> str:
    """A date in one of the old styles, with or without a year."""
    day, month = rng.randint(1, 31), rng.choice(MONTHS)
    year = rng.randint(1640, 1999)
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    suffix = ordinal.get(day, "th")
    styles = (
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{month} {day}",
        f"{day} {month}",
        f"{day}{suffix} {month} {year}",
        f"{month} {day}{suffix}",
        f"{month} the {day}{suffix}, {year}",
        f"{day}{suffix} inst.",
        f"the {day}{suffix} of {month}, {year}",
        f"{rng.choice(DAYS)}, {day} {month}",
        f"{rng.choice(DAYS)}, {month} {day}{suffix}, {year}",
        f"{year}",
    )
    return rng.choice(styles)


def dateline(rng: Random) -> str:
    """ "VIENNA, March 14.": the place and date over a despatch or letter."""
    place = rng.choice(PLACES)
    place = place.upper() if rng.random() < 0.5 else place
    sep = rng.choice((", ", ", ", " "))
    return f"{place}{sep}{date(rng)}{rng.choice(('.', '.', '', ',', '.—'))}"


def salutation(rng: Random) -> str:
    """ "My dear Karl,": the opening of a letter."""
    to = rng.choice(
        (rng.choice(NAMES), rng.choice(TITLES), f"Mr. {rng.choice(SURNAMES)}")
    )
    start = rng.choice(LEXICON["greetings"])
    return f"{start} {to}{rng.choice((',', ',', ':', ',—', '.'))}".strip()


def closing(rng: Random) -> str:
    """ "Your obedient servant, John": the end of a letter."""
    chosen: str = rng.choice(LEXICON["closings"])
    return chosen


def signature(rng: Random) -> str:
    """The name under a letter."""
    first, last = rng.choice(NAMES), rng.choice(SURNAMES)
    styles = (
        f"{first} {last}.",
        first,
        f"{first[0]}. {last}",
        f"{first} {last}",
        first + ".",
    )
    return rng.choice(styles)


def heading(rng: Random) -> str:
    """A headline, a chapter or an entry of a diary or annals."""
    subject = rng.choice(SUBJECTS)
    chosen = rng.choice(
        (
            f"Chapter {rng.choice(ROMAN)}",
            f"CHAPTER {rng.choice(ROMAN)}.",
            f"{rng.choice(ROMAN)}.",
            f"Of {subject}",
            f"{rng.choice(NOTICES)}",
            f"{rng.choice(NOTICES)}.",
            f"{date(rng)}",
            f"{date(rng)}.",
            f"{date(rng)}:",
            f"{rng.choice(DAYS)}.",
            f"{rng.choice(DAYS)} evening",
            f"A.D. {rng.randint(400, 1500)}.",
            f"No. {rng.randint(1, 90)}.",
        )
    )
    return chosen.upper() if rng.random() < 0.25 else chosen


def lead(rng: Random) -> str:
    """What stands before a sentence on its own line: a number, a date with a colon."""
    return rng.choice(
        (
            f"{rng.randint(1, 40)}.",
            f"{rng.randint(1, 12)}.",
            f"{rng.randint(1, 12)}.",
            f"({rng.randint(1, 20)})",
            f"{rng.randint(1, 20)})",
            f"{rng.choice('abcdef')})",
            f"{rng.choice(ROMAN)}.",
            f"{date(rng)}:",
            f"{date(rng)}:",
            f"{date(rng)}.—",
            f"{date(rng)}—",
            f"{rng.choice(PLACES).upper()}, {date(rng)}.—",
            f"{rng.choice(PLACES).upper()}, {date(rng)} –",
            f"{rng.randint(400, 1900)}.",
            f"{rng.choice(DAYS)}.—",
            "*",
            "•",
            "–",
        )
    )


def words(text: str, *, starts: bool, gap: Gap) -> list[Word]:
    """The words of an invented text, tagged where their form leaves no doubt."""
    made: list[Word] = []
    for token in tokenise(text):
        if token.is_space:
            continue
        kind = (
            Gap.NONE if token.idx and not text[token.idx - 1].isspace() else Gap.SPACE
        )
        xpos, morph = _tag(token.text)
        made.append(Word(form=token.text, gap=kind, xpos=xpos, morph=morph, starts=0))
    made[0].gap = gap
    made[0].starts = int(starts)
    return made


def sentence(text: str) -> Sentence:
    """An invented text that is a paragraph by itself."""
    return Sentence(words=words(text, starts=True, gap=Gap.BLANK), paragraph=True)


def _tag(form: str) -> tuple[str | None, str | None]:
    if form in MONTHS or form in DAYS or form.title() in PLACES or form in SURNAMES:
        return "NNP", "PROPN|Number=Sing"
    if form.isdigit():
        return "CD", "NUM|NumForm=Digit|NumType=Card"
    return None, None
