"""What the page shows of each entry, in words, and the figure at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from chronicle.charts import draw
from chronicle.citations import footnote
from chronicle.explain import explain
from chronicle.marks import marks
from chronicle.wording import according_to, how_dated, state, summary

if TYPE_CHECKING:
    from chronicle.marks import Mark
    from chronicle.model import Account, Assembly, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The words of one account, with what stands before and after them."""

    source: str
    before: str
    words: str
    after: str
    copied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as the page shows it."""

    id: str
    order: int
    when: str
    undated: bool
    ink: str
    summary: str
    according_to: str
    how_dated: str
    state: str
    layer: str
    tellings: tuple[Telling, ...]
    differ: bool
    footnote: str
    reasons: str


def page_rows(assembly: Assembly) -> tuple[Row, ...]:
    """The rows of all entries, in order."""
    drawn = marks(assembly, assembly.entries)
    return tuple(
        _row(assembly, entry, mark)
        for entry, mark in zip(assembly.entries, drawn, strict=True)
    )


def _row(assembly: Assembly, entry: Entry, mark: Mark) -> Row:
    tellings = [_telling(assembly, a, copied=False) for a in entry.accounts]
    tellings += [_telling(assembly, a, copied=True) for a in entry.copies]
    return Row(
        id=entry.head,
        order=entry.order,
        when=mark.when,
        undated=mark.shape == "nowhere",
        ink=mark.ink.value,
        summary=summary(assembly, entry),
        according_to=according_to(assembly, entry),
        how_dated=how_dated(assembly, entry),
        state=state(assembly, entry),
        layer=entry.layer.value,
        tellings=tuple(tellings),
        differ=entry.agreement == "differ",
        footnote=footnote(assembly, entry),
        reasons=str(explain(assembly, entry.head)),
    )


def _telling(assembly: Assembly, account: Account, *, copied: bool) -> Telling:
    """The sentence of an account, cut around its trigger so that it can be marked."""
    annotated = assembly.document[account.document]
    trigger = annotated.event[account.event].trigger
    text, quoted = annotated.document.text, account.quotation
    return Telling(
        source=annotated.document.title or annotated.document.key,
        before=text[quoted.start : trigger.start],
        words=text[trigger.start : trigger.end],
        after=text[trigger.end : quoted.end],
        copied=copied,
    )


def figure(assembly: Assembly) -> str:
    """The figure as an SVG element, its ids made fit to stand inside a page."""
    with TemporaryDirectory() as folder:
        path = draw(assembly, Path(folder) / "figure.svg")
        drawn = path.read_text("utf-8")
    element = drawn[drawn.index("<svg") :]
    return re.sub(r'^<svg ([^>]*?)width="[^"]*" height="[^"]*"', r"<svg \1", element)
