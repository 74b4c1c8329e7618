"""Judging divisions and time expressions."""

from collections.abc import Iterable

from benchmarks.gold.answers import Answer, FoundDate, FoundDivision
from benchmarks.gold.files import Gold, GoldDate, GoldDivision
from benchmarks.gold.spans import may_be, same_date
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally

# What chronicle may call a part that the gold names more finely.
KINDS = {
    "continuation": {"entry", "letter"},
    "docket": {"note"},
    "chapter": {"chapter", "article"},
}
NEARBY = 90  # a heading's length: a part may be cut before or after its heading


def judge_divisions(gold: Gold, answer: Answer, quote: Quoter, tally: Tally) -> None:
    """Whether each part of the document is cut, named and dated rightly."""
    for number, part in enumerate(gold.divisions):
        found = _part(part, answer.divisions, quote, first=number == 0)
        kinds = KINDS.get(part.kind, {part.kind})
        right = found is not None and found.kind in kinds
        tally.score("divisions", gold=1, found=found is not None, right=right)
        if not right:
            said = "—" if found is None else found.kind
            tally.faults.append(
                _fault("divisions: missed or of another kind", gold, part, said, quote)
            )
        for which, date in part.dates.items():
            given = None if found is None else found.dates.get(which)
            same = same_date(given, date, gold.calendar)
            tally.score("division dates", gold=1, found=given is not None, right=same)
            if not same:
                kind = "unknown" if given is None else "wrong"
                tally.faults.append(
                    Fault(
                        kind=f"division dates: {kind}",
                        file=gold.file,
                        sentence=quote(part.start, part.start + 1),
                        gold=f"{which} {date}",
                        chronicle=given or "—",
                    )
                )


def judge_dates(gold: Gold, answer: Answer, quote: Quoter, tally: Tally) -> None:
    """TempEval-3's measures, and the EDTF.

    Expressions on whose marking good readers differ count neither way.
    """
    asked = [date for date in gold.dates if not date.optional]
    for date in asked:
        _judge_date(date, _best(date, answer.dates), gold, quote, tally)
    for found in answer.dates:
        met = [g for g in gold.dates if _overlap(g, found)]
        if met and all(g.optional for g in met):
            continue
        strict = any((g.start, g.end) == (found.start, found.end) for g in met)
        tally.counts["times strict/found"] += 1
        tally.counts["times strict/hit"] += strict
        tally.counts["times relaxed/found"] += 1
        tally.counts["times relaxed/hit"] += bool(met)
        if not met:
            tally.faults.append(
                Fault(
                    kind="times: spurious",
                    file=gold.file,
                    sentence=quote(found.start, found.end),
                    gold="—",
                    chronicle=_shown(found, quote),
                )
            )


def _judge_date(
    date: GoldDate, found: FoundDate | None, gold: Gold, quote: Quoter, tally: Tally
) -> None:
    tally.counts["times strict/gold"] += 1
    tally.counts["times relaxed/gold"] += 1
    faults = []
    if found is None:
        faults.append("missed")
    else:
        exact = (found.start, found.end) == (date.start, date.end)
        tally.counts["times strict/right"] += exact
        tally.counts["times relaxed/right"] += 1
        faults += [] if exact else ["extent"]
        faults += [] if found.type == date.type else ["type"]
        tally.counts["times type/gold"] += 1
        tally.counts["times type/right"] += found.type == date.type
        faults += _judge_value(date, found, tally)
    for kind in faults:
        tally.faults.append(
            Fault(
                kind=f"times: {kind}",
                file=gold.file,
                sentence=quote(date.start, date.end),
                gold=f"{date.type} {date.value} edtf {date.edtf or '—'}",
                chronicle="—" if found is None else _shown(found, quote),
            )
        )


def _judge_value(date: GoldDate, found: FoundDate, tally: Tally) -> list[str]:
    """Count value and EDTF among the expressions found; name what is wrong."""
    faults = []
    same = (found.value or "").upper() == date.value.upper()
    tally.score("times value", gold=1, found=found.value is not None, right=same)
    if not same:
        faults.append("value unknown" if found.value is None else "value wrong")
    if date.edtf is None:
        tally.counts["times edtf/invented"] += found.edtf is not None
        return [*faults, "edtf invented"] if found.edtf is not None else faults
    verdict = _dated(date, found, value_right=same)
    tally.score(
        "times edtf", gold=1, found=verdict != "unknown", right=verdict == "right"
    )
    tally.counts["times edtf is wide"] += verdict == "wide"
    if verdict != "right":
        faults.append(f"edtf {verdict}")
    return faults


def _dated(date: GoldDate, found: FoundDate, *, value_right: bool) -> str:
    """Whether our EDTF is the gold's, may be it, or cannot be.

    The gold keeps "before", "the end of" and the like apart from the date; ours may
    say them within it.
    """
    if date.edtf is None or found.edtf is None:
        return "unknown"
    if same_date(found.edtf, date.edtf, date.calendar):
        return "right"
    met = may_be(found.edtf, date.edtf, date.calendar, beside=True)
    if (date.mod or found.mod) and value_right and met:
        return "right"
    return "wide" if may_be(found.edtf, date.edtf, date.calendar) else "wrong"


def _part(
    part: GoldDivision, found: Iterable[FoundDivision], quote: Quoter, *, first: bool
) -> FoundDivision | None:
    """The division that begins where the gold's does, a heading before it aside."""
    kinds = KINDS.get(part.kind, {part.kind})
    near = [
        d
        for d in found
        if (abs(d.start - part.start) <= NEARBY or (first and d.start == 0))
        and (d.kind != "heading" or part.kind == "heading")
        and quote.only_headings(d.start, part.start)
    ]
    near.sort(key=lambda d: (d.kind not in kinds, abs(d.start - part.start), -d.start))
    # a letter that is the whole document is its first division and needs no other
    exact = [d for d in near if d.kind in kinds]
    dated = [d for d in exact if d.dates]
    return next(iter([*dated[:1], *exact, *near]), None)


def _best(date: GoldDate, found: Iterable[FoundDate]) -> FoundDate | None:
    """The expression that overlaps most, an equal extent first, then the shorter."""
    met = [f for f in found if _overlap(date, f)]
    return max(
        met,
        key=lambda f: (
            (f.start, f.end) == (date.start, date.end),
            _overlap(date, f),
            f.start - f.end,
        ),
        default=None,
    )


def _overlap(date: GoldDate, found: FoundDate) -> int:
    return max(0, min(date.end, found.end) - max(date.start, found.start))


def _shown(found: FoundDate, quote: Quoter) -> str:
    words = quote.words(found.start, found.end)
    return f"“{words}” {found.type} {found.value or '—'} edtf {found.edtf or '—'}"


def _fault(
    kind: str, gold: Gold, part: GoldDivision, said: str, quote: Quoter
) -> Fault:
    return Fault(
        kind=kind,
        file=gold.file,
        sentence=quote(part.start, part.start + 1),
        gold=part.kind,
        chronicle=said,
    )
