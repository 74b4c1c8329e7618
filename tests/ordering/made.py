"""Annotated documents made by hand from a few words: "e1 before e2"."""

from chronicle.dates.axis import TimeSpan, day
from chronicle.model import (
    Absolute,
    Allen,
    AnnotatedDocument,
    Dating,
    Division,
    DivisionDates,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Event,
    EventClass,
    EventId,
    Evidence,
    Factuality,
    Link,
    LinkId,
    LinkKind,
    MadeWith,
    Mention,
    Reading,
    Tier,
    Timex,
    TimexId,
    TimexType,
)
from chronicle.settings import Settings

KEY = DocumentKey("made")
DIVISION = DivisionId("made#1")
EVIDENCE = Evidence(rule="made")


def on(year: int, month: int = 0, day_of_month: int = 0) -> TimeSpan:
    """The span of a year, a month or a day."""
    if not month:
        return TimeSpan.exactly(day(year, 1, 1), day(year + 1, 1, 1))
    if not day_of_month:
        return TimeSpan.exactly(day(year, month, 1), day(year, month + 1, 1))
    begin = day(year, month, day_of_month)
    return TimeSpan.exactly(begin, type(begin)(begin + 1440))


def event(
    n: int, *, factuality: Factuality = Factuality.ASSERTED, name: str | None = None
) -> Event:
    """The nth event, whose trigger is the nth word of the text."""
    mention = Mention(document=KEY, start=4 * n, end=4 * n + 3)
    return Event(
        id=EventId(name or f"e{n}"),
        division=DIVISION,
        trigger=mention,
        extent=mention,
        sentence=mention,
        lemma="be",
        pos="VERB",
        class_=EventClass.OCCURRENCE,
        factuality=factuality,
        evidence=EVIDENCE,
    )


def timex(
    n: int, span: TimeSpan | None = None, reading: Reading | None = None
) -> Timex:
    """The nth date."""
    return Timex(
        id=TimexId(f"t{n}"),
        mention=Mention(document=KEY, start=4 * n, end=4 * n + 3),
        division=DIVISION,
        type=TimexType.DATE,
        reading=reading or Absolute(edtf="1848"),
        span=span,
        evidence=EVIDENCE,
    )


def link(words: str, *, n: int = 0) -> Link:
    """A link: "e1 before e2", "e1 during t1 certain", "CLINK e1 cause e2"."""
    parts = words.split()
    kind = LinkKind(parts.pop(0)) if parts[0].isupper() else LinkKind.TLINK
    source, relation, target, *rest = parts
    if kind is LinkKind.TLINK:
        Allen(relation)
    return Link(
        id=LinkId(f"l{n:03}" if n else words.replace(" ", "-")),
        kind=kind,
        source=source,
        target=target,
        relation=relation,
        tier=Tier(rest[0]) if rest else Tier.CERTAIN,
        evidence=EVIDENCE,
    )


def annotated(
    *words: str,
    events: tuple[Event, ...] | int = 6,
    timexes: tuple[Timex, ...] = (),
    written: TimeSpan | None = None,
) -> AnnotatedDocument:
    """A document with such links between such events and dates."""
    made = tuple(event(n) for n in range(events)) if isinstance(events, int) else events
    division = Division(
        id=DIVISION,
        kind=DivisionKind.LETTER,
        start=0,
        end=400,
        dates=DivisionDates(
            written=Dating(span=written, evidence=EVIDENCE) if written else None
        ),
    )
    return AnnotatedDocument(
        document=Document(key=KEY, text="".join(f"w{n:02} " for n in range(100))),
        divisions=(division,),
        events=made,
        timexes=timexes,
        links=tuple(link(w) for w in words),
        made_with=MadeWith(version="0", model="none", settings=Settings()),
    )
