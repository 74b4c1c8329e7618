"""The grammar holds together: notation, symbols, rules, words."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from times.marked import marked, read

from chronicle.times.english import PARTS, english, timex
from chronicle.times.index import Grammar
from chronicle.times.patterns import Choice, Literal, Ref, Rules, parse, rule, symbols


def test_a_pattern_is_words_symbols_and_choices() -> None:
    the, day, maybe, month = parse("the {n:day} [of] {month}")
    assert the == Literal(frozenset({"the"}), glued=False)
    assert isinstance(day, Ref)
    assert (day.symbol, day.label) == ("day", "n")
    assert isinstance(maybe, Choice)
    assert maybe.options[-1] == ()
    assert isinstance(month, Ref)


@pytest.mark.parametrize("pattern", ["the [day", "(a|b", "a ] b"])
def test_a_bracket_without_its_fellow_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        parse(pattern)


def test_a_rule_with_an_unknown_symbol_is_refused() -> None:
    @rule("date", "{nonsense}")
    def made(*, nonsense: str) -> str:
        return nonsense

    with pytest.raises(ValueError, match="rule made: no symbol 'nonsense'"):
        Grammar([made], {})


@pytest.mark.parametrize("part", PARTS, ids=lambda p: p.__name__.rpartition(".")[2])
def test_every_rule_of_a_module_is_listed_once(part: object) -> None:
    made = [v for v in vars(part).values() if isinstance(v, Rules)]
    listed = Counter(id(r) for r in part.RULES)  # type: ignore[attr-defined]
    own = [r for r in made if r.rules[0].build.__module__ == part.__name__]  # type: ignore[attr-defined]
    assert all(listed[id(r)] == 1 for r in own)


def test_rules_have_names_of_their_own() -> None:
    names = Counter(r.rules[0].name for part in PARTS for r in part.RULES)
    assert [name for name, n in names.items() if n > 1] == []


def test_every_symbol_is_used() -> None:
    rules = [r for part in PARTS for group in part.RULES for r in group.rules]
    used = {s for r in [*rules, *timex.rules] for s in symbols(r.items)}
    made = {r.symbol for r in rules} | set(english().terminals)
    assert sorted(made - used) == []


def test_every_lexicon_names_its_source() -> None:
    folder = files("chronicle.times") / "lexicon"
    tables = [tomllib.loads(p.read_text("utf-8")) for p in folder.iterdir()]
    assert tables
    assert all(len(table["source"]) > 20 for table in tables)


def test_the_chain_of_reasons_begins_with_the_rule() -> None:
    timex_found = marked("He was born «circa 1120» at York.")
    assert timex_found.evidence.rule == "hedged"
    assert timex_found.evidence.steps[0] == "built on year-alone"


def test_a_page_mark_is_no_date_and_parts_none() -> None:
    from chronicle.model import Document, DocumentKey, Locator

    text = "He came on 4 [p. 1848] March 1850."
    start = text.index("[p.")
    mark = Locator(kind="page", label="1848", start=start, end=text.index("]") + 1)
    from times.marked import read_document

    found = read_document(Document(key=DocumentKey("d"), text=text, locators=(mark,)))
    assert found.values == ["1850-03-04"]


def test_a_paragraph_without_time_words_changes_nothing() -> None:
    first, last = "He came in May 1848.", "In June he left."
    other = "The house was large, and many people lived in it with their cattle."
    alone = read(f"{first}\n\n{last}")
    parted = read(f"{first}\n\n{other}\n\n{last}")
    assert alone.values == parted.values == ["1848-05", "1848-06"]
