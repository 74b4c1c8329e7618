"""Every word that a reader sees about a date or an entry.

What stands in the source is bare; what is supplied stands in square brackets; a cut is
an ellipsis.
"""

from chronicle.wording.bounds import describe, when
from chronicle.wording.grounds import (
    entry_when,
    event_timex,
    event_when,
    nearest,
)
from chronicle.wording.names import (
    author,
    division_words,
    document_name,
    flat,
    is_pronoun,
    names,
    participant_name,
    speaker,
    written,
)
from chronicle.wording.places import locator
from chronicle.wording.readings import anchors
from chronicle.wording.reasons import how_dated
from chronicle.wording.styles import dated
from chronicle.wording.summaries import (
    event_summary,
    label,
    quotation,
    shortened,
    summary,
)
from chronicle.wording.voices import according_to, chain, said_by, state

__all__ = [
    "according_to",
    "anchors",
    "author",
    "chain",
    "dated",
    "describe",
    "division_words",
    "document_name",
    "entry_when",
    "event_summary",
    "event_timex",
    "event_when",
    "flat",
    "how_dated",
    "is_pronoun",
    "label",
    "locator",
    "names",
    "nearest",
    "participant_name",
    "quotation",
    "said_by",
    "shortened",
    "speaker",
    "state",
    "summary",
    "when",
    "written",
]
