"""Dates on GUM: biography, speeches, travel, interviews, news and more.

Only dates that its annotators could resolve are marked, so nothing is said of
precision. Years BC are written as the historian counts them ("-0508" is 508 BC).
"""

from benchmarks.accuracy.corpora import Row
from benchmarks.accuracy.matching import best
from benchmarks.accuracy.predictions import Prediction
from benchmarks.accuracy.ranges import ends_apart
from benchmarks.accuracy.task import Figure, Task, share
from benchmarks.accuracy.times import same_value
from benchmarks.quoting import Quoter
from benchmarks.tally import Fault, Tally


def judge(document: Row, predicted: Prediction, tally: Tally) -> None:
    """Whether each date is found, and comes to the day, month or year that it names."""
    text = document["text"]
    apart = [end for t in predicted.timexes for end in ends_apart(t, text)]
    found = [(t.span, t) for t in apart]
    quote = Quoter(text, predicted.sentences)
    for date in document["dates"]:
        span = (date["start"], date["end"])
        match = best(span, found)
        when = date.get("when")
        tally.counts["dates"] += 1
        tally.counts["found"] += match is not None
        said = "" if match is None else match[1].value.split("T")[0]
        right = when is None or same_value(said, when, lenient=True)
        if match is not None and when is not None:
            tally.counts["asked"] += 1
            tally.counts["right"] += right
        if match is None or not right:
            tally.faults.append(
                Fault(
                    kind="dates: missed" if match is None else "dates: wrong",
                    file=document["id"],
                    sentence=quote(*span),
                    gold=when or "a stretch of time",
                    chronicle=said or "—",
                )
            )


TASKS = (
    Task(
        name="gum-dates",
        title="Dates in eight genres, GUM dev",
        files=("permissive/gum_dates_permissive_dev.jsonl",),
        judge=judge,
        figures=(
            Figure(name="found", value=share("found", "dates"), items="dates"),
            Figure(
                name="day, month or year right among those found",
                value=share("right", "asked"),
                items="asked",
            ),
        ),
        note="stretches of time are only asked to be found",
    ),
)
