import itertools

import pytest

from chronicle.charts.scale import scale_for, ticks, year_name
from chronicle.dates.axis import day


def a_day(year: int, month: int, number: int) -> tuple[int, int]:
    return day(year, month, number), day(year, month, number + 1)


@pytest.mark.parametrize(
    ("year", "name"),
    [(2025, "2025"), (1000, "1000"), (999, "AD 999"), (1, "AD 1"), (0, "1 BC")],
)
def test_no_year_is_called_0(year: int, name: str) -> None:
    assert year_name(year) == name


def test_an_empty_stretch_is_left_out() -> None:
    spans = [a_day(-43, 3, 15), a_day(1848, 3, 13), a_day(1848, 3, 17)]
    scale = scale_for(spans, left=0, right=100)
    assert len(scale.segments) == 2
    assert scale.position(spans[0][0]) < 40 < scale.position(spans[1][0])


def test_evenly_spread_days_stay_to_scale() -> None:
    spans = [a_day(1848, 3, number) for number in range(1, 20, 2)]
    scale = scale_for(spans, left=0, right=100)
    assert len(scale.segments) == 1
    places = [scale.position(begin) for begin, _ in spans]
    steps = {round(b - a, 3) for a, b in itertools.pairwise(places)}
    assert len(steps) == 1


def test_positions_never_run_backwards() -> None:
    spans = [a_day(y, 6, 1) for y in (-499, -43, 1066, 1848, 1849, 2025)]
    scale = scale_for(spans, left=0, right=100)
    places = [scale.position(begin) for begin, _ in spans]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 100


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        # days, with the year on the first
        (day(1848, 3, 13), day(1848, 3, 16), "13 Mar\n1848"),
        # months
        (day(1848, 1, 1), day(1848, 7, 1), "Jan\n1848"),
        # centuries over the year 1: a round BC year, never a year 0
        (day(-499, 1, 1), day(500, 1, 1), "400 BC"),
    ],
)
def test_first_tick(begin: int, end: int, expected: str) -> None:
    (segment,) = scale_for([(begin, end)], left=0, right=120).segments
    assert expected in [text for _, text in ticks(segment)]


def test_ticks_name_no_year_0_and_do_not_crowd() -> None:
    (segment,) = scale_for(
        [(day(-99, 1, 1), day(100, 1, 1))], left=0, right=60
    ).segments
    found = ticks(segment)
    assert "0" not in {text for _, text in found}
    places = [x for x, _ in found]
    assert all(b - a > 10 for a, b in itertools.pairwise(places))
