"""The common form of all corpora: documents of sentences of labelled words."""

from dataclasses import dataclass, field
from typing import Final

MASKED: Final = -100
NAMES: Final = ("person", "group", "place", "other")
NAME_LABELS: Final = ("O", *(f"{bi}-{kind}" for kind in NAMES for bi in "BI"))
EVENT_HEADS: Final = ("main", "meantime", "gum", "litbank", "wikibio")


@dataclass(slots=True, kw_only=True)
class Word:
    """A word and what its corpus says of it; ``None`` and ``MASKED``: nothing.

    ``head`` is an index into the sentence, or -1 at its root. ``starts`` says whether
    a sentence begins here; ``events`` has a label for each head that is taught.
    """

    form: str
    gap: int
    xpos: str | None = None
    morph: str | None = None
    lemma: str | None = None
    head: int | None = None
    relation: str | None = None
    starts: int = MASKED
    name: int = MASKED
    events: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Sentence:
    """Words; heads are counted within it. ``paragraph``: it opens one."""

    words: list[Word]
    paragraph: bool = False


@dataclass(slots=True, kw_only=True)
class Passage:
    """A document or a part of one, in order."""

    key: str
    corpus: str
    sentences: list[Sentence]
