"""Judging events: found, who, to whom, where, on whose word, whether, and when."""

from collections.abc import Mapping, Sequence

from benchmarks.gold.answers import Answer, FoundEvent, Who
from benchmarks.gold.files import ROLES, Gold, GoldEvent
from benchmarks.gold.spans import bounds, gold_span
from benchmarks.gold.words import names_one
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally
from chronicle.dates.axis import TimeSpan, civil
from chronicle.model import Tier

YEAR = 367 * 1440  # minutes


def judge_events(gold: Gold, answer: Answer, quote: Quoter, tally: Tally) -> None:
    """Count the events found and, among them, what is said of each."""
    found = {event.id: _best(event, answer) for event in gold.events}
    for event in gold.events:
        match = found[event.id]
        tally.score("events", gold=1, found=match is not None, right=match is not None)
        judged = _Judged(gold, event, quote, tally)
        if match is None:
            judged.fault("events: missed", event.id, "—")
            continue
        for role in ROLES:
            judged.role(role, match)
        judged.either("who", ("agent",), ("agent", "patient"), match)
        judged.either("whom", *(("patient", "recipient"),) * 2, match)
        judged.said_by(match)
        judged.factuality(match)
        judged.when(match)
    _judge_order(gold, answer, found, quote, tally)


class _Judged:
    """One event of the gold under judgement."""

    def __init__(
        self, gold: Gold, event: GoldEvent, quote: Quoter, tally: Tally
    ) -> None:
        self.gold, self.event, self.quote, self.tally = gold, event, quote, tally

    def fault(self, kind: str, gold: str, chronicle: str) -> None:
        self.tally.faults.append(
            Fault(
                kind=kind,
                file=self.gold.file,
                sentence=self.quote(self.event.start, self.event.end),
                gold=gold,
                chronicle=chronicle,
            )
        )

    def role(self, role: str, match: FoundEvent) -> None:
        """A participant is right by its words or by the name it is resolved to."""
        given = match.roles.get(role, ())
        words, name = self.event.words.get(role), self.event.names.get(role)
        asked = [w for w in (words, name) if w]
        right = bool(asked) and names_one(asked, given)
        self.tally.score(role, gold=bool(asked), found=bool(given), right=right)
        if asked and not right:
            kind = "wrong" if given else _elsewhere(asked, match)
            self.fault(f"{role}: {kind}", " = ".join(asked), _shown(given))
        if given and not asked:
            self.fault(f"{role}: none in the gold", "—", _shown(given))
        if name is not None and right:
            named = names_one([name], given)
            self.tally.score(f"{role} named", gold=1, found=1, right=named)
            if not named:
                self.fault(f"{role}: not resolved", " = ".join(asked), _shown(given))

    def either(
        self, name: str, gold: Sequence[str], ours: Sequence[str], match: FoundEvent
    ) -> None:
        """Whether a participant is there in one of the roles that readers differ on.

        Who dies or falls is agent or patient, who is told or asked patient or
        recipient.
        """
        given = [who for role in ours for who in match.roles.get(role, ())]
        for role in gold:
            asked = [self.event.words.get(role), self.event.names.get(role)]
            phrases = [phrase for phrase in asked if phrase]
            if phrases:
                right = names_one(phrases, given)
                self.tally.score(name, gold=1, found=bool(given), right=right)

    def said_by(self, match: FoundEvent) -> None:
        asked, sources = self.event.said_by, match.sources
        nearest = sources[0] if sources else None
        if asked is None:
            right = not sources
        elif asked.startswith("unnamed"):
            right = bool(sources) and nearest is None
        else:
            right = nearest is not None and names_one([asked], [nearest])
        self.tally.score(
            "said by",
            gold=asked is not None,
            found=bool(sources),
            right=right and asked is not None,
        )
        if not right:
            kind = "missed" if not sources else "wrong" if asked else "not the author"
            shown = " < ".join(_shown([s]) if s else "unnamed" for s in sources)
            self.fault(f"said by: {kind}", asked or "the author", shown or "the author")

    def factuality(self, match: FoundEvent) -> None:
        want, have = self.event.factuality, match.factuality
        self.tally.score("factuality", gold=1, found=1, right=want == have)
        self.tally.counts[f"confusion/{want}/{have}"] += 1
        if want != have:
            self.fault(f"factuality: {want} taken as {have}", want, have)

    def when(self, match: FoundEvent) -> None:
        asked, shown = self.event.when, _shown_span(match.span)
        if asked is None:
            if _bounded(match.span):
                self.tally.counts["when is invented"] += 1
                self.fault("when: dated where the text is open", "—", shown)
            return
        verdict = compared(match.span, gold_span(asked, self.gold.calendar))
        if (
            verdict == "wrong"
            and compared(match.span, gold_span(asked, None)) == "right"
        ):
            verdict = "unconverted"
        self.tally.score(
            "when", gold=1, found=verdict != "unknown", right=verdict == "right"
        )
        self.tally.counts[f"when is {verdict}"] += 1
        if verdict != "right":
            self.fault(f"when: {verdict}", asked, shown)


def compared(found: TimeSpan, gold: TimeSpan) -> str:
    """How the bounds found stand to the gold's.

    ``right``: equal or inside; ``wrong``: they exclude each other; ``wide``: bounded,
    and it may be; ``half``: one side is open; ``unknown``: both are. (A Julian day that
    is right as written but was not converted is told apart by ``_Judged.when``.)
    """
    first, last = bounds(found)
    begin, end = bounds(gold)
    assert begin is not None and end is not None
    if first is None and last is None:
        return "unknown"
    if (first is not None and first >= end) or (last is not None and last <= begin):
        return "wrong"
    if first is None or last is None:
        return "half"
    return "right" if begin <= first and last <= end else "wide"


def _judge_order(
    gold: Gold,
    answer: Answer,
    found: Mapping[str, FoundEvent | None],
    quote: Quoter,
    tally: Tally,
) -> None:
    """What chronicle says of each pair that certainly happened in one order."""
    events = {event.id: event for event in gold.events}
    for a, b in gold.before:
        told = "in" if events[a].start < events[b].start else "against"
        verdict = _order(found[a], found[b], answer)
        tally.counts[f"order {told}/gold"] += 1
        tally.counts[f"order {told}/{verdict}"] += 1
        if verdict in {"certain", "likely"}:
            continue
        judged = _Judged(gold, events[b], quote, tally)
        judged.fault(
            f"order, told {told} order: {verdict}",
            f"“{quote.words(events[a].start, events[a].end)}” ({a}) before {b}",
            verdict,
        )


def _elsewhere(asked: list[str], match: FoundEvent) -> str:
    """Whether a participant that is missed was found in another role."""
    for role, given in match.roles.items():
        if names_one(asked, given):
            return f"given as {role}"
    return "missed"


def _order(a: FoundEvent | None, b: FoundEvent | None, answer: Answer) -> str:
    if a is None or b is None or a.id == b.id:
        return "not found"
    tier = answer.precedes(a.id, b.id)
    if tier is not None:
        return "certain" if tier is Tier.CERTAIN else "likely"
    return "contradicted" if answer.precedes(b.id, a.id) else "open"


def _best(event: GoldEvent, answer: Answer) -> FoundEvent | None:
    met = [e for e in answer.events if e.start < event.end and event.start < e.end]
    return max(
        met,
        key=lambda e: (
            min(e.end, event.end) - max(e.start, event.start),
            e.start - e.end,
        ),
        default=None,
    )


def _bounded(span: TimeSpan) -> bool:
    first, last = bounds(span)
    return first is not None and last is not None and last - first <= YEAR


def _shown(given: "tuple[Who, ...] | list[Who]") -> str:
    return "; ".join(" = ".join((w.words, *w.names[:1])) for w in given) or "—"


def _shown_span(span: TimeSpan) -> str:
    first, last = bounds(span)
    days = (first, None if last is None else last - 1)
    return "/".join(".." if at is None else _shown_day(at) for at in days)


def _shown_day(minute: int) -> str:
    year, month, day = civil(minute)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"
