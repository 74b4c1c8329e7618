"""No text takes more than its length: every pattern, on texts made to hurt."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from times.marked import read

HARD = {
    "long digits": "1" * 3000,
    "many figures": "1848 " * 3000,
    "slashes": "1/" * 3000,
    "dots": "1.1." * 2000,
    "the the": "the " * 4000,
    "or": "1848 or " * 2000,
    "from to": "from 1848 to " * 1500,
    "early": "early in the " * 2000,
    "months": "March " * 3000,
    "month days": "March 4 " * 2000,
    "number words": "twenty one hundred and " * 1500,
    "after": "two days after " * 1500,
    "end of": "the end of the " * 2000,
    "more than": "more than about " * 2000,
    "quotes": "\"'“”" * 1500,
    "brackets": "[18] [" * 1500,
    "one line": "On 4 March 1848 he left, and the next day he came back. " * 300,
    "gaps": "4\n\nMarch\n\n" * 1000,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_take_linear_time(name: str) -> None:
    begin = time.process_time()
    read(HARD[name])
    assert time.process_time() - begin < 10


def test_twice_the_text_takes_about_twice_the_time() -> None:
    read("warm up in 1848")
    sentence = "From 4 March 1848 to the end of that year he waited, and "

    def took(times: int) -> float:
        begin = time.process_time()
        read(sentence * times)
        return time.process_time() - begin

    small = max(took(60), 0.02)
    assert took(240) < 12 * small


JUMBLE = """the 4th of March 1848 44 BC from to between and early late next last
year day two years after before by c. about or later , . - – ( ) [ ] ' inst. at
o'clock Tuesday morning every spring century 1,500 4/7/1916 half past ago"""
WORDS = st.sampled_from(JUMBLE.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_any_jumble_is_read_without_a_crash(words: list[str]) -> None:
    found = read(" ".join(words))
    spans = [(t.mention.start, t.mention.end) for t in found.timexes if t.mention]
    assert len(spans) == len(found.timexes)
    assert all(0 <= s < e <= len(found.document.text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    assert all(t.mention is not None for t in read(text).timexes)
