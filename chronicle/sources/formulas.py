"""The formulas of a letter, line by line: greeting, close, postscript, docket."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from chronicle.sources.datelines import Dateline, capitalised, dateline
from chronicle.sources.lexicon import one_of, words
from chronicle.sources.lines import Line, plain


class Formula(StrEnum):
    """What a line of a letter is, by its form."""

    HEADING = "heading"  # "1. Edward Tranter to Margaret Hale", "Letter IV"
    DATELINE = "dateline"
    SALUTATION = "salutation"
    CLOSING = "closing"
    POSTSCRIPT = "postscript"
    DOCKET = "docket"
    ENCLOSURE = "enclosure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A formula at a line; ``end`` is where the words after it begin.

    ``names`` are the writer and the recipient, as far as the words give them.
    """

    formula: Formula
    line: Line
    start: int
    end: int
    dateline: Dateline | None = None
    names: tuple[str | None, str | None] = (None, None)


_NAME = (
    r"(?:[A-Z][\w.'’-]*|de|du|von|van|der|den|of|the|la|le|d'|d’|and|&)"
    r"(?:\s+(?:[A-Z][\w.'’-]*|de|du|von|van|der|den|of|the|la|le|and|&)){0,9}"
)
_NUMBER = r"(?:(?:No\.?|Letter|LETTER)\s*)?(?:\d{1,4}|[IVXLC]+)[.):]?[\s—–-]+"
_BETWEEN = re.compile(
    rf"(?:{_NUMBER})?(?:From\s+)?(?P<writer>{_NAME})\s+(?:to|To|TO)\s+"
    rf"(?P<recipient>{_NAME}|the\s+[Ss]ame)(?:\s*[,.;(\[—–-].{{0,80}})?$"
)
_NUMBERED = re.compile(
    r"(?:LETTER|Letter)\s+(?:[IVXLC]+|\d+|the\s+\w+)\b[.:—–-]*\s*(?P<rest>.{0,90})$"
)
_TO = re.compile(
    rf"(?:{_NUMBER})?(?:To|TO)\s+(?P<recipient>{_NAME}|the\s+[Ss]ame)"
    r"(?:,\s*(?:Esq|ESQ|M\.?P)\.?)?[.,]?$"
)
_POSTSCRIPT = re.compile(
    r"(?:P\.?\s?(?:P\.?\s?)?S(?:\.|\b)|Postscript\b|POSTSCRIPT\b)[\s.:—–-]*"
)


@cache
def _salutation() -> re.Pattern[str]:
    openings = one_of(_or_in_capitals("salutations"))
    complete = one_of(_or_in_capitals("addressees"))
    name = r"(?:\s+(?:[A-Z][\w.'’-]*|and|&|of|de|von|old|little|sweet|good|kind)){1,6}"
    return re.compile(
        rf"(?P<whole>{openings}(?P<name>{name})|{complete})\s*(?P<stop>[,:;!.—–-]+|$)"
    )


def _or_in_capitals(name: str) -> list[str]:
    listed = words("letters", name)
    return [*listed, *(phrase.upper() for phrase in listed)]


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('letters', 'closings'))})\b")


@cache
def _docket() -> re.Pattern[str]:
    hands = one_of(words("letters", "hands"))
    dockets = one_of(words("letters", "dockets"))
    bracket = rf"[\[(][^\])]{{0,30}}(?i:{hands})[^\])]{{0,30}}:?[\])]:?\s*"
    return re.compile(rf"(?P<hand>{bracket})|[\[(]?{dockets}\b[.:]?\s*")


@cache
def _docket_at_end() -> re.Pattern[str]:
    dockets = one_of(words("letters", "dockets")[:8])
    return re.compile(
        rf"(?<=[.!?”\"])\s+(?P<docket>[\[(]?{dockets}\b[.:]?\s(?P<date>.{{2,50}}))$"
    )


@cache
def _enclosure() -> re.Pattern[str]:
    kinds = one_of(words("letters", "enclosures"))
    return re.compile(rf"[\[(]?{kinds}\b[\s\d.:\])—–-]*", re.IGNORECASE)


def formulas(line: Line) -> tuple[Found, ...]:
    """The formulas that a line opens with (and the docket it ends with), in order."""
    heading = _heading(line)
    if heading:
        return (heading,)
    found: list[Found] = []
    text, here = line.text, 0
    date = dateline(text)
    if date:
        found.append(_at(Formula.DATELINE, line, here, date.end, dateline=date))
        here = date.end
    greeting = _salutation().match(text, here)
    if greeting and _greets(greeting, text):
        found.append(
            _at(
                Formula.SALUTATION,
                line,
                here,
                _after(text, greeting.end()),
                names=(None, _addressee(greeting["name"])),
            )
        )
    elif not date:
        found += _ending(line)
    last = _docket_at_end().search(text)
    dated = last is not None and _is_dated(last["date"])
    if last and dated and not any(f.formula is Formula.DOCKET for f in found):
        found.append(_at(Formula.DOCKET, line, last.start("docket"), len(text)))
    return tuple(found)


def _at(
    formula: Formula,
    line: Line,
    start: int,
    end: int,
    *,
    dateline: Dateline | None = None,
    names: tuple[str | None, str | None] = (None, None),
) -> Found:
    return Found(
        formula=formula,
        line=line,
        start=line.start + start,
        end=line.start + end,
        dateline=dateline,
        names=names,
    )


def _after(text: str, end: int) -> int:
    return end + len(text[end:]) - len(text[end:].lstrip())


def _heading(line: Line) -> Found | None:
    text = line.text
    if len(text) > 150:
        return None
    between = _BETWEEN.match(text)
    if between:
        pair = (named(between["writer"]), named(between["recipient"]))
        return _at(Formula.HEADING, line, 0, len(text), names=pair)
    numbered = _NUMBERED.match(text)
    if numbered:
        rest = _TO.match(numbered["rest"].strip(" .—–-"))
        name = named(rest["recipient"]) if rest else None
        return _at(Formula.HEADING, line, 0, len(text), names=(None, name))
    to = _TO.match(text)
    if to:
        return _at(
            Formula.HEADING, line, 0, len(text), names=(None, named(to["recipient"]))
        )
    return None


def _greets(greeting: re.Match[str], text: str) -> bool:
    """Whether an address opens a letter, and is not a word within a sentence.

    A bare "Sir" has a line to itself or a dash after it.
    """
    rest = text[greeting.end() :].strip()
    if not rest:
        return bool(greeting["stop"]) or greeting["name"] is not None
    if any(mark in greeting["stop"] for mark in "—–-"):
        return True
    return (
        greeting["name"] is not None and "," in greeting["stop"] and rest[0].isupper()
    )


def _addressee(name: str | None) -> str | None:
    """The name in a salutation, where it is one."""
    if name is None:
        return None
    bare = plain(name).split()
    while bare and bare[0] in ("old", "little", "sweet", "good", "kind"):
        bare = bare[1:]
    nameless = set(words("letters", "nameless"))
    if (
        not bare
        or bare[-1].strip(".,") in nameless
        or bare[0] in nameless - {"Lord", "Lady"}
    ):
        return None
    return " ".join(bare)


def _ending(line: Line) -> list[Found]:
    text = line.text
    match: re.Match[str] | None
    if match := _POSTSCRIPT.match(text):
        return [_at(Formula.POSTSCRIPT, line, 0, match.end())]
    if (
        len(text) <= 120
        and (match := _docket().match(text))
        and _is_docket(text, match)
    ):
        return [_at(Formula.DOCKET, line, 0, len(text))]
    if len(text) <= 60 and (match := _enclosure().match(text)):
        return [_at(Formula.ENCLOSURE, line, 0, len(text))]
    if len(text) <= 110 and _closing().match(text) and _ends_letter(text):
        return [_at(Formula.CLOSING, line, 0, len(text))]
    return []


def _is_docket(text: str, match: re.Match[str]) -> bool:
    """Whether a line is a docket: by another hand, bracketed, or with its date."""
    rest = text[match.end() :]
    if match["hand"] or text[0] in "[(":
        return True
    return len(text) <= 80 and (not rest or _is_dated(rest) or _is_dated_at_end(rest))


def _is_dated(text: str) -> bool:
    """Whether a text is a date: "17 May", "the 23d of March."."""
    date = dateline(re.sub(r"^(?:on|the|this)\s+", "", text.strip(" .[]()")))
    return date is not None and date.whole and date.strong


def _is_dated_at_end(text: str) -> bool:
    """Whether a text ends with a date after a comma: "from Mrs. Hale, 17 May"."""
    return any(_is_dated(text[m.end() :]) for m in re.finditer(r",\s+", text))


def _ends_letter(text: str) -> bool:
    """Whether a line with a closing word is a close: no sentence goes on after it."""
    return bool(re.search(r"(?:[,.!]|[a-z])[\s—–-]*$", text)) and "?" not in text


def signature(text: str) -> str | None:
    """The name that a line consists of, ``None`` if it is initials or no name.

    >>> signature("Margaret Hale")
    'Margaret Hale'
    >>> signature("E. T.") is None
    True
    """
    bare = text.strip(" .,—–-_")
    if len(bare) > 45 or any(c.isdigit() for c in bare):
        return None
    if not re.fullmatch(_NAME, bare):
        return None
    full = [w for w in bare.split() if len(w.strip(".")) > 2 and w[0].isupper()]
    return named(bare) if full else None


def named(text: str) -> str | None:
    """A name as it is usually written; ``None`` for "the Same" and "the Editor"."""
    bare = plain(text).strip(" .,")
    if re.fullmatch(r"(?:the )?(?:same|author|editor)", bare, re.IGNORECASE):
        return None
    return capitalised(bare) if bare.isupper() else bare
