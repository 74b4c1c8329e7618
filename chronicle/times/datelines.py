"""The dates that stand over, under and on the back of a letter, entry or despatch.

A dateline opens its division ("VIENNA, March 14. —"), or closes it; a docket says when
the letter came ("Recd 17 May"). What a dateline leaves out comes from the division
around it, or in letters and diaries from the one before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronicle.model import (
    Anchor,
    Dating,
    Division,
    DivisionAnchor,
    DivisionKind,
    Document,
    Evidence,
    Partial,
    Reading,
    TimexAnchor,
    TimexId,
    TimexType,
    Toward,
    Unit,
    Weekday,
)
from chronicle.times.found import Found
from chronicle.times.lexicons import listed
from chronicle.times.meaning import RUNNING
from chronicle.times.rewriting import Anchored, leaves, rewritten, written
from chronicle.times.surroundings import Surroundings
from chronicle.times.telling import Stated
from chronicle.times.words import Words

_BETWEEN = listed("datelines", "between", "words")
_ON_THE_BACK = {
    slot: listed("datelines", slot, "words")
    for slot in ("received", "posted", "published")
}
_SERIAL = {DivisionKind.LETTER, DivisionKind.ENTRY, DivisionKind.CHAPTER}
_DATED = _SERIAL | {
    DivisionKind.ARTICLE,
    DivisionKind.POSTSCRIPT,
    DivisionKind.ENCLOSURE,
}
LONGEST_DATELINE = 12
SLOTS = ("written", "posted", "received", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A date of a division: the expression, the slot it fills, and by which rule."""

    n: int
    division: str
    slot: str
    rule: str


class Datelines:
    """Which expressions date the divisions of a document."""

    def __init__(
        self,
        words: Words,
        document: Document,
        around: Surroundings,
        expressions: Sequence[Found],
        ids: Sequence[str],
    ) -> None:
        """Find them all; the first of a slot counts."""
        self._words, self._document, self._around = words, document, around
        self._expressions, self._ids = expressions, ids
        self._by_id: dict[str, Division] = {d.id: d for d in document.divisions}
        self._lines: dict[tuple[str, str], Line] = {}
        self._by_expression: dict[int, Line] = {}
        for n, one in enumerate(expressions):
            line = self._line(n, one)
            if line is not None and (line.division, line.slot) not in self._lines:
                self._lines[line.division, line.slot] = line
                self._by_expression[n] = line

    def divisions(self) -> tuple[Division, ...]:
        """The document's divisions with the dates that were found."""
        return tuple(self._with_dates(d) for d in self._document.divisions)

    def _with_dates(self, division: Division) -> Division:
        dates = division.dates
        for slot in SLOTS:
            line = self._lines.get((division.id, slot))
            if line is None or getattr(dates, slot) is not None:
                continue
            one = self._expressions[line.n]
            dating = Dating(
                timex=TimexId(self._ids[line.n]),
                as_written=self._words.quote(one.first, one.last),
                evidence=Evidence(rule=line.rule),
            )
            dates = replace(dates, **{slot: dating})
        return replace(division, dates=dates)

    def _line(self, n: int, one: Found) -> Line | None:
        if one.meaning.type not in {TimexType.DATE, TimexType.TIME}:
            return None
        if one.meaning.grain is None:
            return None
        division = self._around.home(one.first)
        slot = self._endorsed(one)
        if slot is not None:
            while division.kind is DivisionKind.NOTE and division.parent is not None:
                division = self._by_id[division.parent]
            return Line(n=n, division=division.id, slot=slot, rule="docket")
        if division.kind not in _DATED:
            return None
        if division.parent is None and division.kind is not DivisionKind.LETTER:
            return self._masthead(n, one, division)
        if self._opens(one, division):
            return Line(n=n, division=division.id, slot="written", rule="dateline")
        if division.kind is DivisionKind.LETTER and self._closes(one, division):
            return Line(n=n, division=division.id, slot="written", rule="closing")
        return None

    def _endorsed(self, one: Found) -> str | None:
        """The slot that a word before the date names, at the beginning of its line."""
        words, i = self._words, one.first - 1
        while i >= 0 and one.first - i <= 3 and not words.parted(i + 1):
            for slot, listed_words in _ON_THE_BACK.items():
                if words.lower(i) in listed_words and self._docket_word(i, slot):
                    return slot
            i -= 1
        return None

    def _docket_word(self, i: int, slot: str) -> bool:
        kind = self._around.division(i).kind
        begins = i == 0 or self._words[i].breaks > 0
        begins = begins or self._words.lower(i - 1) in {"]", ":", ".", "["}
        in_letters = kind in _SERIAL | {DivisionKind.NOTE}
        return begins and (slot == "published" or in_letters)

    def _masthead(self, n: int, one: Found, division: Division) -> Line | None:
        """A full date alone on a line among the first of a paper or page."""
        year, month, day = written(one.meaning.reading)
        alone = self._alone(one) and one.first < 4 * LONGEST_DATELINE
        if alone and year is not None and month is not None and day is not None:
            return Line(n=n, division=division.id, slot="published", rule="masthead")
        if day is not None and self._despatched(one):
            return Line(n=n, division=division.id, slot="written", rule="dateline")
        return None

    def _despatched(self, one: Found) -> bool:
        """Whether a place stands before the date, and a dash behind it."""
        words, i = self._words, one.first
        while i > 0 and words[i].breaks == 0 and one.first - i < LONGEST_DATELINE:
            i -= 1
            if not self._place_like(i):
                return False
        dash = any(
            words.lower(at) in {"–", "-"} for at in range(one.last, one.last + 3)
        )
        early = one.first < 8 * LONGEST_DATELINE
        return early and dash and i < one.first and words[i].text[0].isupper()

    def _alone(self, one: Found) -> bool:
        words = self._words
        before = one.first == 0 or words[one.first].breaks > 0
        after = one.last
        while after < len(words) and words.lower(after) in ".,":
            after += 1
        return before and (after >= len(words) or words[after].breaks > 0)

    def _opens(self, one: Found, division: Division) -> bool:
        """Whether only a place stands before the date in its division."""
        i, count = one.first - 1, 0
        while i >= 0 and self._words[i].start >= division.start:
            if self._around.division(i).kind is DivisionKind.HEADING:
                break
            if not self._place_like(i) or count >= LONGEST_DATELINE:
                return False
            i, count = i - 1, count + 1
        return self._ends(one)

    def _closes(self, one: Found, division: Division) -> bool:
        """Whether the date ends its letter, with only a place before it on the line."""
        words, i = self._words, one.first
        while i > 0 and words[i].breaks == 0:
            i -= 1
            if not self._place_like(i):
                return False
        at, lines = one.last, 0
        while at < len(words) and words[at].start < division.end and lines < 4:
            if self._around.division(at).kind is DivisionKind.NOTE:
                break
            lines += words[at].breaks > 0
            at += 1
        last_lines = at >= len(words) or words[at].start >= division.end or lines < 4
        opened = words[i].start > division.start
        return self._ends(one) and last_lines and opened

    def _ends(self, one: Found) -> bool:
        """Whether the line or the heading ends behind the date."""
        words, at = self._words, one.last
        if at >= len(words) or words[at].breaks > 0:
            return True
        mark = words.lower(at)
        if mark in {",", ";"}:
            return at + 1 >= len(words) or words[at + 1].breaks > 0
        full = mark in {".", "–", ":", "]", ")", "-"} or words[at].text in {"O", "N"}
        return full and one.last - one.first >= 1

    def _place_like(self, i: int) -> bool:
        word = self._words[i]
        if not word.lower.isalpha():
            return word.lower in {",", ".", "-", "–", "(", "[", "'", ":"} or (
                word.lower.isdecimal()
            )
        return word.text[0].isupper() or word.lower in _BETWEEN

    def stated(self, division: Division) -> Stated | None:
        """What is known of a division's date, its own or its parents'."""
        at: Division | None = division
        while at is not None:
            for slot in ("written", "published", "posted", "received"):
                stated = self._slot(at, slot)
                if stated is not None:
                    return stated
            at = self._by_id[at.parent] if at.parent is not None else None
        created = self._document.created
        return _of_edtf(created.edtf) if created and created.edtf else None

    def _slot(self, division: Division, slot: str) -> Stated | None:
        dating: Dating | None = getattr(division.dates, slot)
        if dating is not None and dating.edtf is not None:
            return _of_edtf(dating.edtf)
        line = self._lines.get((division.id, slot))
        if line is None:
            return None
        meaning = self._expressions[line.n].meaning
        year, month, _ = written(meaning.reading)
        if year is None and division.parent is not None:
            above = self.stated(self._by_id[division.parent])
            year = above.year if above is not None else None
        return Stated(year=year, month=month, grain=meaning.grain or Unit.DAY)

    def anchored(self, n: int) -> tuple[Reading, tuple[str, ...]] | None:
        """The reading of a division's own date, or ``None`` for any other."""
        line = self._by_expression.get(n)
        if line is None:
            return None
        reading = self._expressions[n].meaning.reading
        wanting = (x for x in leaves(reading) if isinstance(x, Anchored))
        if not any(leaf.anchor is not None for leaf in wanting):
            return reading, (f"{line.rule} of {line.division}",)
        anchor, way, why = self._from(line)

        def change(leaf: Reading) -> Reading:
            if isinstance(leaf, Partial | Weekday) and leaf.anchor == RUNNING:
                return replace(leaf, anchor=anchor, toward=way)
            if isinstance(leaf, Anchored) and leaf.anchor is not None:
                return replace(leaf, anchor=anchor)
            return leaf

        return rewritten(reading, change), (f"{line.rule} of {line.division}", why)

    def _from(self, line: Line) -> tuple[Anchor | None, Toward, str]:
        """What a division's own date is completed from, and which way."""
        division = self._by_id[line.division]
        if line.slot in {"received", "posted"}:
            anchor = DivisionAnchor(division=division.id)
            return anchor, Toward.FORWARD, "after its writing"
        before = self._before(division)
        if before is not None and division.kind in _SERIAL:
            anchor_before = TimexAnchor(timex=self._ids[before.n])
            return anchor_before, Toward.FORWARD, "after the one before it"
        if division.parent is None:
            if (division.id, "published") in self._lines or division.dates.published:
                published = DivisionAnchor(division=division.id, date="published")
                paper = self._slot(division, "published")
                if paper is not None and paper.coarse:
                    return published, Toward.SAME, "within the year of the paper"
                return published, Toward.BACK, "before the paper that prints it"
            return None, Toward.NEAREST, "nothing to complete it from"
        parent = self._by_id[division.parent]
        above = self.stated(parent)
        if above is None:
            return None, Toward.NEAREST, "nothing to complete it from"
        anchor = DivisionAnchor(division=parent.id)
        if above.coarse or above.grain is Unit.MONTH:
            return anchor, Toward.SAME, "within the date of the division around it"
        if parent.kind is DivisionKind.LETTER:
            return anchor, Toward.FORWARD, "after the letter was begun"
        if division.kind is DivisionKind.ARTICLE:
            return anchor, Toward.BACK, "before the paper that prints it"
        return anchor, Toward.NEAREST, "near the date of the division around it"

    def _before(self, division: Division) -> Line | None:
        """The dateline of the nearest sibling before a division."""
        found = None
        for other in self._document.divisions:
            if other.id == division.id:
                return found
            if other.parent == division.parent and other.kind is division.kind:
                found = self._lines.get((other.id, "written")) or found
        return found


def _of_edtf(text: str) -> Stated:
    begin = text.split("/")[0].strip("[{.")
    parts = begin.lstrip("-").rstrip("~?%").split("-")
    year = int(parts[0]) if parts[0].isdecimal() else None
    grain = (Unit.YEAR, Unit.MONTH, Unit.DAY)[min(len(parts), 3) - 1]
    if "/" in text and grain is Unit.YEAR:
        grain = Unit.DECADE
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else None
    signed = -year if year and begin.startswith("-") else year
    return Stated(year=signed, month=month, grain=grain)
