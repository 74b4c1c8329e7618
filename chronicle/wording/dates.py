"""EDTF in print: what the source's words hold is bare, what is supplied bracketed."""

import re
from dataclasses import dataclass

from chronicle.settings import Settings

__all__ = ["DATE", "Piece", "Written", "bracketed", "printed", "year_pieces"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **dict(zip(range(25, 29), ("spring", "summer", "autumn", "winter"), strict=True)),
    **dict(zip(range(29, 33), ("spring", "summer", "autumn", "winter"), strict=True)),
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    37: "first four months of",
    38: "second four months of",
    39: "last four months of",
    40: "first half of",
    41: "second half of",
}
DATE = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?:T[0-9:]+)?(?P<mark>[?~%]?)"
)
_UNSPECIFIED = re.compile(r"(?P<year>-?\d{2,3})(?P<gap>X{1,2})(?P<mark>[?~%]?)")
_COUNTED = re.compile(
    r"\b\d+\s+(?:minute|hour|day|night|week|fortnight|month|year|decade)s?\b", re.I
)
_ABOUT = re.compile(
    r"\b(?:c\.|ca\.?|circa|about|around|roughly|approximately|some time|towards?)", re.I
)
_SEASON_NAMES = ("spring", "summer", "autumn", "winter")
_PARTS = re.compile(r"\b(early|late|mid|end|beginning|middle)\b", re.I)
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word of a printed date, and whether the source has it."""

    text: str
    bare: bool


class Written:
    """Which elements of a date a source's wording holds."""

    def __init__(self, words: str) -> None:
        self.words = words
        self._plain = _COUNTED.sub(" ", words)
        self._numbers = {
            int(n)
            for n in re.findall(r"(?<![\d])(\d+)(?:st|nd|rd|th|d)?\b", self._plain)
        }
        self._names = re.findall(r"[^\W\d_]+", self._plain.lower())
        self._figures = bool(re.search(r"\d[./-]\d", self._plain))

    def day(self, number: int) -> bool:
        """Whether it holds the number of a day."""
        return number in self._numbers

    def month(self, number: int) -> bool:
        """Whether it names a month, or has its number in a date in figures."""
        name = MONTHS[number - 1].lower()
        if any(name.startswith(w) and len(w) >= 3 for w in self._names):
            return True
        return self._figures and number in self._numbers

    def year(self, year: int) -> bool:
        """Whether it holds a year (astronomical), in the historian's count."""
        return historical(year) in self._numbers

    def era(self, year: int) -> bool:
        """Whether it names the year's era."""
        letters = "".join(self._names)
        return ("bc" in letters) if year <= 0 else bool({"ad", "ce"} & set(self._names))

    def has(self, words: str) -> bool:
        """Whether it holds these very words."""
        return words.lower() in self.words.lower()

    @property
    def part(self) -> str | None:
        """The word for a part of a month or year, as it is printed."""
        found = _PARTS.search(self.words)
        if found is None:
            return None
        word = found[1].lower()
        return f"{word} of" if word in ("end", "beginning", "middle") else word

    @property
    def is_approximate(self) -> bool:
        """Whether it hedges ("about", "circa")."""
        return bool(_ABOUT.search(self.words))


def historical(year: int) -> int:
    """A year as a historian counts it (1 BC is the astronomical year 0)."""
    return year if year > 0 else 1 - year


def bracketed(pieces: list[Piece]) -> str:
    """The pieces in order, each run of supplied ones in one pair of brackets."""
    out: list[str] = []
    for i, piece in enumerate(pieces):
        opens = not piece.bare and (i == 0 or pieces[i - 1].bare)
        closes = not piece.bare and (i + 1 == len(pieces) or pieces[i + 1].bare)
        out.append(f"{'[' if opens else ''}{piece.text}{']' if closes else ''}")
    return " ".join(out).replace(",]", "],")


def printed(edtf: str, written: Written, settings: Settings) -> list[Piece] | None:
    """The words of an EDTF date, or ``None`` for a form that has none of its own."""
    if edtf[:1] in "[{" and edtf[-1:] in "]}":
        return _alternatives(edtf, written, settings)
    if "/" in edtf:
        return _interval(edtf, written, settings)
    if found := _UNSPECIFIED.fullmatch(edtf):
        return _period(found, written, settings)
    found = DATE.fullmatch(edtf)
    return _date(found, written, settings) if found else None


def _date(
    found: "re.Match[str]", written: Written, settings: Settings
) -> list[Piece] | None:
    year = int(found["year"].lstrip("Y"))
    month = int(found["month"]) if found["month"] else None
    number = int(found["day"]) if found["day"] else None
    if month is not None and month > 12 and month not in _SEASONS:
        return None
    pieces: list[Piece] = []
    if month is not None and month > 12:
        season = _SEASONS[month]
        fall = season == "autumn" and written.has("fall")
        pieces.append(Piece(text=season, bare=written.has(season) or fall))
    elif month is not None:
        pieces.append(Piece(text=MONTHS[month - 1], bare=written.month(month)))
    if number is not None:
        bare = written.day(number)
        if settings.date_order == "mdy":
            pieces.append(Piece(text=f"{number},", bare=bare))
        else:
            pieces.insert(0, Piece(text=str(number), bare=bare))
    pieces += year_pieces(year, written, settings)
    return _marked(pieces, found["mark"], written, settings)


def year_pieces(year: int, written: Written, settings: Settings) -> list[Piece]:
    """A year (astronomical) with its era, where it needs one."""
    count = Piece(text=str(historical(year)), bare=written.year(year))
    if year <= 0:
        era = Piece(text=settings.era, bare=written.era(year))
        return [count, era]
    if year < 100:
        name = "AD" if settings.era == "BC" else "CE"
        era = Piece(text=name, bare=written.era(year))
        return [era, count] if name == "AD" else [count, era]
    return [count]


def _marked(
    pieces: list[Piece], mark: str, written: Written, settings: Settings
) -> list[Piece]:
    """Circa goes before, bare where the source hedges; doubt goes after, supplied."""
    if mark in ("~", "%"):
        circa = Piece(text=settings.circa, bare=written.is_approximate)
        if not any(p.bare for p in pieces):
            circa = Piece(text=settings.circa, bare=False)
        pieces = [circa, *pieces]
    if mark in ("?", "%"):
        pieces = [Piece(text=p.text, bare=False) for p in pieces]
        pieces[-1] = Piece(text=f"{pieces[-1].text}?", bare=False)
    return pieces


def _period(
    found: "re.Match[str]", written: Written, settings: Settings
) -> list[Piece] | None:
    """A decade (184X) or a century (18XX), as an edition would print it."""
    digits = int(found["year"])
    if digits < 0 or found["year"].startswith("-"):
        return None
    if len(found["gap"]) == 1:
        text = f"{digits}0s"
        pieces = [Piece(text=text, bare=written.has(text))]
    else:
        number = digits + 1
        word = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
        figures = f"{number}{_suffix(number)}"
        text = word if written.has(word) else figures
        bare = written.has(text)
        pieces = [Piece(text=text, bare=bare), Piece(text="century", bare=bare)]
    return _marked(pieces, found["mark"], written, settings)


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _alternatives(
    edtf: str, written: Written, settings: Settings
) -> list[Piece] | None:
    joined: list[Piece] = []
    word = "or" if edtf[0] == "[" else "and"
    options = edtf[1:-1].split(",")
    if any(".." in option for option in options):
        return None
    for option in options:
        pieces = printed(option.strip(), written, settings)
        if pieces is None:
            return None
        if joined:
            joined.append(Piece(text=word, bare=joined[-1].bare and pieces[0].bare))
        joined += pieces
    return joined


def _interval(edtf: str, written: Written, settings: Settings) -> list[Piece] | None:
    first, _, last = edtf.partition("/")
    if first in ("", "..") or last in ("", ".."):
        known, lead = (last, "by") if first in ("", "..") else (first, "from")
        pieces = printed(known, written, settings) if known not in ("", "..") else None
        if not pieces:
            return None
        for word in (lead, "before", "until", "till", "after", "since"):
            if re.search(rf"\b{word}\b", written.words, re.I):
                return [Piece(text=word, bare=pieces[0].bare), *pieces]
        return [Piece(text=lead, bare=False), *pieces]
    a, b = DATE.fullmatch(first), DATE.fullmatch(last)
    if a is None or b is None:
        return None
    if any(int(m["month"] or 1) > 12 for m in (a, b)):
        return None
    return _range(a, b, written, settings)


def _range(
    a: "re.Match[str]", b: "re.Match[str]", written: Written, settings: Settings
) -> list[Piece] | None:
    begin, end = _date(a, written, settings), _date(b, written, settings)
    if begin is None or end is None:
        return None
    years = int(a["year"].lstrip("Y")), int(b["year"].lstrip("Y"))
    if a["month"] is None and b["month"] is None and not a["mark"] + b["mark"]:
        return _years(years, written, settings)
    same_year = years[0] == years[1]
    if same_year and (part := written.part):
        return _part(part, a, b, written, settings)
    if same_year and a["day"] and b["day"] and a["month"] == b["month"]:
        days = f"{int(a['day'])}–{int(b['day'])}"
        bare = written.day(int(a["day"])) and written.day(int(b["day"]))
        month = Piece(
            text=MONTHS[int(a["month"]) - 1], bare=written.month(int(a["month"]))
        )
        if settings.date_order == "mdy":
            head = [month, Piece(text=f"{days},", bare=bare)]
        else:
            head = [Piece(text=days, bare=bare), month]
        return head + year_pieces(years[0], written, settings)
    if same_year:
        begin = begin[: len(begin) - len(year_pieces(years[0], written, settings))]
        begin[-1] = Piece(text=begin[-1].text.rstrip(","), bare=begin[-1].bare)
    bare = all(p.bare for p in (*begin, *end))
    join = Piece(text="to", bare=bare)
    return [Piece(text=p.text, bare=bare) for p in begin] + [
        join,
        *(Piece(text=p.text, bare=bare) for p in end),
    ]


def _part(
    part: str,
    a: "re.Match[str]",
    b: "re.Match[str]",
    written: Written,
    settings: Settings,
) -> list[Piece]:
    """A part of a month or year by the source's own word: "early", "end of"."""
    pieces = [Piece(text=part, bare=True)]
    if a["month"] and a["month"] == b["month"]:
        month = int(a["month"])
        pieces.append(Piece(text=MONTHS[month - 1], bare=written.month(month)))
    elif season := next((s for s in _SEASON_NAMES if written.has(s)), None):
        pieces.append(Piece(text=season, bare=True))
    year = int(a["year"].lstrip("Y"))
    return [*pieces, *year_pieces(year, written, settings)]


def _years(years: tuple[int, int], written: Written, settings: Settings) -> list[Piece]:
    first, last = historical(years[0]), historical(years[1])
    short = last % 100
    is_alike = years[0] > 0 and first // 100 == last // 100 and short >= 10
    text = f"{first}–{short if is_alike else last}"
    if years[0] > 0 and years[1] > 0:
        has_last = written.day(last) or written.day(short)
        return [Piece(text=text, bare=written.day(first) and has_last)]
    if years[1] <= 0:
        bare = written.day(first) and written.day(last)
        era = Piece(text=settings.era, bare=written.era(years[1]))
        return [Piece(text=f"{first}–{last}", bare=bare), era]
    after = "AD" if settings.era == "BC" else "CE"
    ends = f"{after} {last}" if after == "AD" else f"{last} {after}"
    return [Piece(text=f"{first} {settings.era}–{ends}", bare=False)]
