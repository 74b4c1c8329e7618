"""assemble: the parts in order, on documents made by hand."""

from handmade import Handmade
from hypothesis import given
from hypothesis import strategies as st

from chronicle.assembly import assemble
from chronicle.model import Absolute, Assembly
from chronicle.wording import entry_when, summary


def told(
    key: str,
    *sentences: tuple[str, str | None],
    orders: tuple[tuple[int, int], ...] = (),
) -> Handmade:
    """A document of short sentences, each "Who did." with a date or without."""
    text = " ".join(
        f"{words} on {date}." if date else f"{words}." for words, date in sentences
    )
    made = Handmade(text, key=key)
    ids = []
    for words, date in sentences:
        who, verb = words.rsplit(" ", 1)
        event = made.event(verb, who={"agent": who})
        ids.append(event)
        if date:
            made.timex(date, event, reading=Absolute(edtf=date), edtf=date)
    for earlier, later in orders:
        made.link("TLINK", ids[earlier], "before", ids[later])
    return made


def shown(timeline: Assembly) -> list[str]:
    return [summary(timeline, entry) for entry in timeline.entries]


def words(timeline: Assembly) -> list[str]:
    return [line.split()[0] for line in shown(timeline)]


def test_entries_are_sorted_by_their_dates_and_numbered() -> None:
    made = told("a", ("Ann left", "1848-03-13"), ("Bob came", "1848-03-11"))
    timeline = assemble([made.annotated()])
    assert words(timeline) == ["Bob", "Ann"]
    assert [entry.order for entry in timeline.entries] == [1, 2]
    assert entry_when(timeline, timeline.entries[0]) == "11 March 1848"


def test_the_sources_are_interleaved() -> None:
    one = told("a", ("Ann left", "1848-03-11"), ("Bob came", "1848-03-15"))
    two = told("b", ("Cat dined", "1848-03-13"))
    timeline = assemble([one.annotated(), two.annotated()])
    assert words(timeline) == ["Ann", "Cat", "Bob"]


def test_undated_entries_stay_where_their_source_has_them() -> None:
    one = told(
        "a", ("Ann left", "1848-03-11"), ("Eve slept", None), ("Bob came", "1848-03-15")
    )
    two = told("b", ("Cat dined", "1848-03-13"))
    timeline = assemble([one.annotated(), two.annotated()])
    assert words(timeline) == ["Ann", "Eve", "Cat", "Bob"]


def test_a_certain_order_holds_against_the_order_of_telling() -> None:
    made = told("a", ("Ann left", None), ("Bob came", None), orders=((1, 0),))
    timeline = assemble([made.annotated()])
    assert words(timeline) == ["Bob", "Ann"]


def test_a_source_without_any_date_comes_last() -> None:
    undated = told("a", ("Ann left", None), ("Bob came", None))
    dated = told("b", ("Cat dined", "1848-03-13"))
    timeline = assemble([undated.annotated(), dated.annotated()])
    assert words(timeline) == ["Cat", "Ann", "Bob"]


def test_nothing_gives_nothing() -> None:
    timeline = assemble([])
    assert timeline.entries == ()
    assert timeline.annotated == ()


def test_what_was_extracted_is_kept_for_the_store() -> None:
    made = told("a", ("Ann left", "1848-03-11")).annotated()
    assert assemble([made]).extracted == (made,)


NAMES = ("Ann", "Bob", "Cat", "Dan", "Eve", "Flo", "Guy", "Hal", "Ida", "Jon", "Kit")
DAYS = st.one_of(st.none(), st.integers(1, 28).map(lambda n: f"1848-03-{n:02d}"))


@given(
    st.lists(st.lists(DAYS, min_size=1, max_size=3), min_size=1, max_size=3),
    st.randoms(),
)
def test_the_order_does_not_depend_on_the_order_of_the_sources(
    documents: list[list[str | None]], random: object
) -> None:
    names = iter(
        [
            "Ann",
            "Bob",
            "Cat",
            "Dan",
            "Eve",
            "Flo",
            "Guy",
            "Hal",
            "Ida",
            "Jon",
            "Kit",
            "Leo",
        ]
    )
    made = [
        told(str(n), *((f"{next(names)} left", date) for date in dates)).annotated()
        for n, dates in enumerate(documents)
    ]
    first = assemble(made)
    random.shuffle(made)  # type: ignore[attr-defined]
    assert shown(assemble(made)) == shown(first)
    begun = [
        entry.span.begin.earliest
        for entry in first.entries
        if entry.span.begin.earliest is not None
    ]
    assert begun == sorted(begun)


@given(st.lists(DAYS, min_size=1, max_size=5), st.lists(DAYS, min_size=1, max_size=5))
def test_a_source_keeps_its_own_order_when_another_joins(
    one: list[str | None], two: list[str | None]
) -> None:
    names = iter(NAMES)
    a = told("a", *((f"{next(names)} left", date) for date in one)).annotated()
    b = told("b", *((f"{next(names)} left", date) for date in two)).annotated()
    alone = [e.head for e in assemble([a]).entries]
    joined = [e.head for e in assemble([a, b]).entries if e.document == "a"]
    assert joined == alone
