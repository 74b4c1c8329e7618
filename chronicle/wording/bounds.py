"""Bounds fit to print, and the one function that prints any date."""

from chronicle.dates.axis import MINUTES_PER_DAY, TimeSpan, civil
from chronicle.settings import Settings
from chronicle.wording.dates import DATE, Written, bracketed, printed, year_pieces

__all__ = ["describe", "when"]

DEFAULTS = Settings()


def when(
    span: TimeSpan | None,
    *,
    as_written: str | None,
    edtf: str | None,
    settings: Settings = DEFAULTS,
) -> str:
    """A date in print.

    >>> from chronicle.dates.axis import day
    >>> day_ = TimeSpan.exactly(day(1848, 5, 12), day(1848, 5, 13))
    >>> when(day_, as_written="12 May", edtf="1848-05-12")
    '12 May [1848]'
    >>> when(day_, as_written=None, edtf=None)
    '[12 May 1848]'
    """
    written = Written(as_written or "")
    pieces = printed(edtf, written, settings) if edtf else None
    is_given = span is not None and not span.is_open
    if pieces and not (
        is_given and "/" in str(edtf) and not any(p.bare for p in pieces)
    ):
        return bracketed(pieces)
    if span is None or span.is_open:
        return as_written or "n.d."
    return f"[{describe(span, settings=settings)}]"


def describe(span: TimeSpan, *, settings: Settings = DEFAULTS) -> str:
    """Bounds in a historian's words, without brackets.

    >>> from chronicle.dates.axis import day
    >>> describe(TimeSpan.within(day(1848, 5, 3), day(1848, 5, 13)))
    'between 3 and 12 May 1848'
    >>> describe(TimeSpan.within(None, day(1848, 3, 20)))
    'by 19 March 1848'
    """
    begin, end = span.begin, span.end
    first, last = begin.earliest, end.latest
    if first is not None and last is not None:
        lasts = begin.earliest == begin.latest and end.earliest == end.latest
        return _between(first, last, settings, lasts=lasts)
    if first is not None:
        if begin.latest is not None and begin.latest >= first:
            until = (begin.latest // MINUTES_PER_DAY + 1) * MINUTES_PER_DAY
            return f"from {_between(first, until, settings, lasts=False)}"
        year, month, number = civil(first)
        if number == 1:
            whole = (year,) if month == 1 else (year, month)
            return f"in or after {_edtf(_iso(*whole), settings)}"
        if first % MINUTES_PER_DAY == 0:
            return f"after {_day(first - 1, settings)}"
        return f"on or after {_day(first, settings)}"
    if last is not None:
        if end.earliest is not None:
            since = (end.earliest - 1) // MINUTES_PER_DAY * MINUTES_PER_DAY
            if last - since <= MINUTES_PER_DAY:
                return f"until {_day(since, settings)}"
        year, month, _ = civil(last - 1)
        following = civil(last - 1 + MINUTES_PER_DAY)
        if following[2] == 1:
            whole = (year,) if following[1] == 1 else (year, month)
            return f"by {_edtf(_iso(*whole), settings)}"
        return f"by {_day(last - 1, settings)}"
    known = [m for m in (begin.latest, end.earliest) if m is not None]
    if not known:
        return "n.d."
    core = min(known), max(known)
    return f"ongoing {_between(core[0], core[1] + 1, settings, lasts=True)}"


def _between(first: int, last: int, settings: Settings, *, lasts: bool) -> str:
    a, b = civil(first), civil(last - 1)
    if a == b:
        return _edtf(_iso(*a), settings)
    whole_months = a[2] == 1 and civil(last)[2] == 1 and last % MINUTES_PER_DAY == 0
    whole_years = whole_months and a[1] == 1 and civil(last)[1] == 1
    if whole_years:
        one, two = _iso(a[0]), _iso(b[0])
    elif whole_months:
        one, two = _iso(*a[:2]), _iso(*b[:2])
    else:
        one, two = _iso(*a), _iso(*b)
    if one == two:
        return _edtf(one, settings)
    if lasts:
        return _edtf(f"{one}/{two}", settings)
    return f"between {_and(one, two, settings)}"


def _and(one: str, two: str, settings: Settings) -> str:
    """Two dates, what they share said once: "3 and 12 May 1848"."""
    a, b = DATE.fullmatch(one), DATE.fullmatch(two)
    whole = _edtf(one, settings), _edtf(two, settings)
    if a is None or b is None or a["year"] != b["year"]:
        eras = f" {settings.era}"
        if all(text.endswith(eras) for text in whole):
            return f"{whole[0].removesuffix(eras)} and {whole[1]}"
        return " and ".join(whole)
    year = " ".join(p.text for p in year_pieces(int(a["year"]), Written(""), settings))
    if settings.date_order == "mdy":
        first = whole[0].removesuffix(f", {year}").removesuffix(f" {year}")
        second = whole[1]
        if a["month"] == b["month"] and b["day"]:
            second = f"{int(b['day'])}, {year}"
        return f"{first} and {second}"
    if a["month"] == b["month"] and a["day"]:
        return f"{int(a['day'])} and {whole[1]}"
    return f"{whole[0].removesuffix(f' {year}')} and {whole[1]}"


def _iso(year: int, month: int | None = None, number: int | None = None) -> str:
    text = f"{year:05d}" if year < 0 else f"{year:04d}"
    if abs(year) > 9999:
        text = f"Y{year}"
    return "-".join([text, *(f"{n:02d}" for n in (month, number) if n is not None)])


def _edtf(edtf: str, settings: Settings) -> str:
    """An EDTF date in print, nothing of it in the source, without brackets."""
    pieces = printed(edtf, Written(""), settings)
    return " ".join(p.text for p in pieces) if pieces else edtf


def _day(minute: int, settings: Settings) -> str:
    return _edtf(_iso(*civil(minute)), settings)
