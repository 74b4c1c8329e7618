"""Any readings at all, nested anyhow: no crash, no false certainty, no dependence."""

from hypothesis import HealthCheck, settings
from hypothesis import given as holds_for
from hypothesis import strategies as st

from chronicle.dates.edtf import span
from chronicle.dating import date
from chronicle.model import (
    Absolute,
    At,
    Between,
    Duration,
    Era,
    EventAnchor,
    Nth,
    OneOf,
    Part,
    Partial,
    PartName,
    Qualified,
    Qualifier,
    Reading,
    Recurring,
    Shift,
    Timex,
    Toward,
    Unit,
    Vague,
    Weekday,
)
from dating.dated import WRITTEN, division, given, timex, told

EDTF = st.sampled_from(
    [
        *("1848-03-14", "1848-03", "1848", "184X", "18XX", "1848-XX", "156X-12-25"),
        *("-0043", "0000", "0001", "-0488/-0479", "-04XX", "Y99999"),
        *("1756/1763", "1848-03-14/..", "../1848", "[1066,1067]", "{1960,1961-12}"),
        *("1200~", "1848-03~", "1848-24", "1848-33", "XXXX-03-14", "1900-02-31"),
        *("1848-03-14T15:30", "1848-03-14T15"),
    ]
)
KNOWN = {"e1": span("1848-05-01/.."), "e2": span("1756/1763")}
ANCHORS = st.sampled_from(
    [
        *(WRITTEN, told(1), told(2), None),
        *(EventAnchor(event="e1"), EventAnchor(event="e2")),
    ]
)
UNITS = st.sampled_from([*Unit])
WAYS = st.sampled_from([*Toward])


def perhaps(least: int, greatest: int) -> st.SearchStrategy[int | None]:
    return st.one_of(st.none(), st.integers(least, greatest))


SIMPLE = st.one_of(
    st.builds(Absolute, edtf=EDTF),
    st.builds(
        Shift,
        anchor=ANCHORS,
        amount=perhaps(-200, 200),
        unit=UNITS,
        aligned=st.booleans(),
        forward=st.booleans(),
    ),
    st.builds(
        Partial,
        anchor=ANCHORS,
        toward=WAYS,
        strict=st.booleans(),
        year=perhaps(-50, 2000),
        year_in_century=perhaps(0, 99),
        month=perhaps(1, 12),
        day=perhaps(0, 33),
        weekday=perhaps(0, 6),
        hour=perhaps(0, 24),
        minute=perhaps(0, 59),
    ),
    st.builds(
        Weekday,
        anchor=ANCHORS,
        weekday=st.integers(0, 6),
        toward=WAYS,
        weeks=st.integers(0, 2),
        strict=st.booleans(),
    ),
    st.builds(At, anchor=ANCHORS, unit=st.one_of(st.none(), UNITS)),
    st.builds(Vague, era=st.sampled_from([*Era]), anchor=ANCHORS),
    st.builds(
        Duration,
        amount=st.one_of(st.none(), st.floats(0.5, 300)),
        unit=UNITS,
        begin=ANCHORS,
        end=ANCHORS,
    ),
)


def around(inner: st.SearchStrategy[Reading]) -> st.SearchStrategy[Reading]:
    side = st.one_of(st.none(), inner)
    return st.one_of(
        st.builds(Part, which=st.sampled_from([*PartName]), of=inner),
        st.builds(Nth, n=st.sampled_from([-3, -1, 1, 2, 5, 40]), unit=UNITS, of=inner),
        st.builds(Between, begin=side, end=side),
        st.builds(OneOf, options=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Qualified, qualifier=st.sampled_from([*Qualifier]), of=inner),
        st.builds(Recurring, unit=UNITS, of=side),
    )


READINGS = st.recursive(SIMPLE, around, max_leaves=4)


def sound(found: Timex) -> None:
    """Bounds in order; EDTF as wide as they are, to the day; no bounds, no claim."""
    if found.span is None:
        return
    begin, end = found.span.begin.earliest, found.span.end.latest
    assert not found.span.is_open
    assert begin is None or end is None or begin < end
    if found.edtf is None or span(found.edtf).is_open:
        return
    named = span(found.edtf)
    if named.begin.earliest is not None:
        assert begin is not None
        assert named.begin.earliest - 1440 <= begin
    if named.end.latest is not None:
        assert end is not None
        assert named.end.latest + 1440 >= end


@holds_for(READINGS, READINGS, READINGS, st.one_of(st.none(), EDTF))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_any_readings(
    first: Reading, second: Reading, third: Reading, written: str | None
) -> None:
    divisions = [division(written=given(written))]
    timexes = [timex(n, r) for n, r in enumerate((first, second, third), 1)]
    found = date(divisions, timexes, known=KNOWN)
    for each in found[1]:
        sound(each)
    assert date(*found, known=KNOWN) == found
    _, backwards = date(divisions, timexes[::-1], known=KNOWN)
    assert backwards[::-1] == found[1]
