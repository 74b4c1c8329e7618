"""The speed bench measures every stage on texts of the length asked for."""

import pytest

from benchmarks.speed.__main__ import table
from benchmarks.speed.stages import STAGES, stages
from benchmarks.speed.texts import prose
from benchmarks.speed.waiting import command


@pytest.mark.parametrize("words", [100, 500, 5_000])
def test_prose_is_as_long_as_asked(words: int) -> None:
    assert words <= len(prose(words).split()) < words + 150


def test_prose_repeats_itself_only_for_the_same_seed() -> None:
    assert prose(500) == prose(500)
    assert prose(500, seed=1) != prose(500, seed=2)
    text = prose(8_000)
    lines = [line for line in text.splitlines() if len(line) > 100]
    assert len(set(lines)) == len(lines)


@pytest.mark.model
def test_every_stage_is_timed() -> None:
    seconds = stages(prose(60))
    assert tuple(seconds) == STAGES
    assert min(seconds.values()) >= 0


def test_table_gives_rate_share_and_growth() -> None:
    one = dict.fromkeys(STAGES, 0.1)
    rows = table({1_000: one, 2_000: {**one, "analyse": 2.1}}).splitlines()
    assert "1,000" in rows[2]
    assert "100.0 (100%)" in rows[2]
    assert "1050.0 (100%)" in rows[3]
    assert len(table({1_000: one}).splitlines()) == 3
    assert rows[-1] == "a word takes +50 % more time at 2,000 words than at 1,000"


def test_command_measures_and_reports_failure() -> None:
    seconds, processor, memory = command("-c", "print('x')")
    assert seconds > 0
    assert processor > 0
    assert memory > 1
    with pytest.raises(RuntimeError, match="broken on purpose"):
        command("-c", "raise SystemExit('broken on purpose')")
