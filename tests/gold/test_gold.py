"""The gold quotes its seeds exactly, and says nothing that it cannot hold to."""

import datetime
import graphlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent
SEEDS = GOLD.parent.parent / "seeds"
FILES = sorted(GOLD.glob("*.toml"))

FACTUALITIES = {
    "asserted",
    "counterfactual",
    "hypothetical",
    "negated",
    "planned",
    "possible",
    "probable",
    "unknown",
}
TYPES = {"DATE", "DURATION", "SET", "TIME"}
CALENDARS = {"gregorian", "julian"}
DIVISION_DATES = ("written", "published", "received", "covers")

_WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_DAY = re.compile(r"-?\d{4}(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_SEASONS = range(21, 25)
_CALENDAR_PART = r"\d{1,4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|SP|SU|FA|WI))?"
_MOMENT = rf"(?:BC)?{_CALENDAR_PART}(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?"
_VALUE = re.compile(
    rf"{_MOMENT}(?:/{_MOMENT})?"
    r"|PT?(?:\d+|X)[YMWDH]"
    r"|(?:PAST|PRESENT|FUTURE)_REF"
    r"|XXXX-(?:WXX(?:-[1-7])?|XX-XXT(?:MO|AF|EV|NI))"
)


def _load(path: Path) -> tuple[dict[str, Any], str]:
    """The gold of one seed, and the seed's stored text."""
    gold = tomllib.loads(path.read_text(encoding="utf-8"))
    return gold, (SEEDS / gold["file"]).read_text(encoding="utf-8")


def _is_edtf(text: str) -> bool:
    """Whether each side of a date or an interval is a day, month, season or year."""
    return all(_is_edtf_part(part) for part in text.split("/", 1))


def _is_edtf_part(part: str) -> bool:
    found = _DAY.fullmatch(part)
    if found is None:
        return False
    month, day = (int(group) if group else None for group in found.groups())
    if month is None:
        return True
    if day is None:
        return 1 <= month <= 12 or month in _SEASONS
    try:
        # 2000 is a leap year in both calendars; the year's own length is not asked
        datetime.date(2000, month, day)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days, months, seasons and years, BC years astronomically
        ("1848-03-14", True),
        ("1854-24", True),
        ("-0043-03-15", True),
        # a qualified day, and an interval
        ("1861~", True),
        ("-0103/-0099", True),
        # no such month or day, the historian's BC, and words
        ("1848-13", False),
        ("1900-02-31", False),
        ("BC0044", False),
        ("yesterday", False),
    ],
)
def test_edtf_check_can_fail(text: str, expected: bool) -> None:
    assert _is_edtf(text) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # instants with and without a part of the day, BC years, seasons, weeks
        ("1848-03-13TEV", True),
        ("BC0044-03-15", True),
        ("BC0083-SP", True),
        ("1848-W11", True),
        # spans, and what stays open
        ("P3D", True),
        ("PXW", True),
        ("XXXX-WXX", True),
        ("FUTURE_REF", True),
        # an astronomical year is EDTF's, not TIMEX3's
        ("-0043", False),
        ("1848-03-13TXX", False),
    ],
)
def test_value_check_can_fail(value: str, expected: bool) -> None:
    assert (_VALUE.fullmatch(value) is not None) is expected


def test_every_seed_has_gold() -> None:
    texts = {p.name for p in SEEDS.iterdir() if p.suffix in {".txt", ".md", ".html"}}
    described = {_load(path)[0]["file"] for path in FILES}
    assert described == texts - {"README.md"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_quotations_occur_exactly_once(path: Path) -> None:
    gold, text = _load(path)
    contexts = [item["context"] for kind in ("date", "event") for item in gold[kind]]
    quotations = contexts + [item["starts"] for item in gold["division"]]
    assert [q for q in quotations if text.count(q) != 1] == []
    assert [item for item in gold["division"] if len(item["starts"]) > 60] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_contexts_hold_their_words_once(path: Path) -> None:
    gold, _ = _load(path)
    words = [(item["context"], item["text"]) for item in gold["date"]]
    words += [(item["context"], item["trigger"]) for item in gold["event"]]
    assert [pair for pair in words if pair[0].count(pair[1]) != 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_dates_are_well_formed(path: Path) -> None:
    gold, _ = _load(path)
    edtf = [item["edtf"] for item in gold["date"] if "edtf" in item]
    edtf += [item["when"] for item in gold["event"] if "when" in item]
    edtf += [d[key] for d in gold["division"] for key in DIVISION_DATES if key in d]
    values = [item["value"] for item in gold["date"]]
    calendars = [gold.get("calendar", "gregorian")]
    calendars += [item["calendar"] for item in gold["date"] if "calendar" in item]
    assert [text for text in edtf if not _is_edtf(text)] == []
    assert [value for value in values if not _VALUE.fullmatch(value)] == []
    assert {item["type"] for item in gold["date"]} <= TYPES
    assert set(calendars) <= CALENDARS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_weekdays_fit_their_days(path: Path) -> None:
    gold, _ = _load(path)
    slips = []
    for item in gold["date"]:
        named = [day for day in _WEEKDAYS if day in item["text"].lower()]
        julian = item.get("calendar", gold.get("calendar")) == "julian"
        if not named or "edtf" not in item:
            continue
        if _weekday(item["edtf"], julian=julian) != named[0]:
            slips.append(item)
    assert slips == []


@pytest.mark.parametrize(
    ("edtf", "julian", "expected"),
    [
        # Hastings, 14 October of the Julian calendar, and a day of our own
        ("1066-10-14", True, "saturday"),
        ("1848-03-14", False, "tuesday"),
    ],
)
def test_weekday_check_is_right(edtf: str, julian: bool, expected: str) -> None:
    assert _weekday(edtf, julian=julian) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_order_is_of_known_events_and_without_a_cycle(path: Path) -> None:
    gold, _ = _load(path)
    ids = [event["id"] for event in gold["event"]]
    before: dict[str, set[str]] = {name: set() for name in ids}
    for pair in gold["before"]:
        before[pair["b"]].add(pair["a"])
    assert len(set(ids)) == len(ids)
    assert set(graphlib.TopologicalSorter(before).static_order()) == set(ids)
    assert {event["factuality"] for event in gold["event"]} <= FACTUALITIES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_order_agrees_with_the_dates(path: Path) -> None:
    gold, _ = _load(path)
    when = {event["id"]: event.get("when") for event in gold["event"]}
    dated = [(when[p["a"]], when[p["b"]]) for p in gold["before"]]
    known = [(a, b) for a, b in dated if a is not None and b is not None]
    assert [pair for pair in known if _first(pair[0]) > _last(pair[1])] == []


def _weekday(edtf: str, *, julian: bool) -> str:
    """The weekday of a day from AD 300 on, in the calendar that it is written in."""
    year, month, day = (int(part) for part in edtf.split("-"))
    # the Julian calendar has a leap day more in three centuries of four
    counted = year if month > 2 else year - 1
    shift = counted // 100 - counted // 400 - 2 if julian else 0
    civil = datetime.date(year, month, day) + datetime.timedelta(days=shift)
    return _WEEKDAYS[civil.weekday()]


def _first(edtf: str) -> tuple[int, int, int]:
    return _fields(edtf.split("/")[0], month=1, day=1)


def _last(edtf: str) -> tuple[int, int, int]:
    return _fields(edtf.split("/")[-1], month=15, day=31)


def _fields(edtf: str, *, month: int, day: int) -> tuple[int, int, int]:
    """Year, month and day; what is not stated, and a season's month, as given."""
    found = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?", edtf)
    assert found is not None
    stated = int(found[2]) if found[2] else month
    return (
        int(found[1]),
        month if stated in _SEASONS else stated,
        int(found[3]) if found[3] else day,
    )
