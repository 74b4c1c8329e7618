"""Judging one document by its gold."""

from benchmarks.gold.answers import Answer
from benchmarks.gold.dates import judge_dates, judge_divisions
from benchmarks.gold.events import judge_events
from benchmarks.gold.files import Gold
from benchmarks.quoting import Quoter
from benchmarks.tally import Tally


def judge(gold: Gold, answer: Answer, text: str) -> Tally:
    """All measures of one document."""
    tally, quote = Tally(), Quoter(text, answer.sentences)
    judge_divisions(gold, answer, quote, tally)
    judge_dates(gold, answer, quote, tally)
    judge_events(gold, answer, quote, tally)
    return tally
