"""The order chart: steps of certain order, for texts that give no dates.

One column a step. Entries of unknown mutual order stand in one column; an arrow runs
only where the text makes the order certain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from chronicle.charts.style import (
    DARK,
    GREY,
    LINE,
    PAGE_WIDTH,
    SMALL,
    sheet,
    wrapped,
    write,
)
from chronicle.marks import Ink, Mark, Step

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TITLE = "Order of events; not to scale"
MARGIN = 4.0  # mm
HEAD = 15.0
FOOT = 12.0
COLUMN_GAP = 13.0
ROW_GAP = 3.0
LINE_HEIGHT = 3.3
PADDING = 2.4
WIDEST = 66.0
MOST_LINES = 5
CHARACTER = 1.5  # mm, a wide average


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One entry's place."""

    mark: Mark
    text: str
    when: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


def draw_order(
    figure: Figure, steps: tuple[Step, ...], loose: tuple[Mark, ...], *, left_out: int
) -> None:
    """Draw steps from left to right, and beneath them what stands in no order."""
    columns = max(len(steps), 1)
    width = min(WIDEST, (PAGE_WIDTH - 2 * MARGIN + COLUMN_GAP) / columns - COLUMN_GAP)
    boxes: dict[str, Box] = {}
    lowest = HEAD
    for number, step in enumerate(steps):
        x = MARGIN + number * (width + COLUMN_GAP)
        placed = _column(step.marks, x=x, y=HEAD, width=width)
        boxes |= {box.mark.id: box for box in placed}
        lowest = max(lowest, placed[-1].y + placed[-1].height)
    loose_boxes, bottom = _rows(loose, y=lowest + (12.0 if steps and loose else 0.0))
    axes = sheet(figure, PAGE_WIDTH, bottom + FOOT)
    write(axes, MARGIN, 5.0, TITLE, fontsize=8.5, weight="bold")
    for number in range(len(steps)):
        x = MARGIN + number * (width + COLUMN_GAP)
        write(axes, x, 11.0, f"Step {number + 1}", color=GREY, fontsize=SMALL)
    if loose:
        word = "In no certain order to the others" if steps else "In no certain order"
        write(axes, MARGIN, loose_boxes[0].y - 4.0, word, color=GREY, fontsize=SMALL)
    for box in (*boxes.values(), *loose_boxes):
        _draw_box(axes, box)
    _draw_arrows(axes, steps, boxes)
    _draw_foot(axes, bottom + FOOT - 4.0, left_out=left_out, arrows=bool(steps))


def _column(marks: tuple[Mark, ...], *, x: float, y: float, width: float) -> list[Box]:
    placed = []
    for mark in marks:
        box = _box(mark, x=x, y=y, width=width)
        placed.append(box)
        y += box.height + ROW_GAP
    return placed


def _rows(marks: tuple[Mark, ...], *, y: float) -> tuple[list[Box], float]:
    """Boxes side by side, three a row, and the bottom of the last row."""
    across = 3
    width = (PAGE_WIDTH - 2 * MARGIN - (across - 1) * ROW_GAP) / across
    placed: list[Box] = []
    for first in range(0, len(marks), across):
        row = [
            _box(mark, x=MARGIN + number * (width + ROW_GAP), y=y, width=width)
            for number, mark in enumerate(marks[first : first + across])
        ]
        placed += row
        y = max(box.y + box.height for box in row) + ROW_GAP
    return placed, y


def _box(mark: Mark, *, x: float, y: float, width: float) -> Box:
    characters = int((width - 2 * PADDING) / CHARACTER)
    text = wrapped(mark.label, width=characters, lines=MOST_LINES)
    # A neighbour's name as a date is what the arrows already say.
    silent = mark.when == "n.d." or (mark.when[0] == "[" and "“" in mark.when)
    when = "" if silent else mark.when
    when = wrapped(when, width=characters, lines=2)
    lines = text.count("\n") + 1 + (when.count("\n") + 1 if when else 0)
    height = lines * LINE_HEIGHT + 2 * PADDING
    return Box(mark=mark, text=text, when=when, x=x, y=y, width=width, height=height)


def _draw_box(axes: Axes, box: Box) -> None:
    kind = box.mark.ink
    dashes = {Ink.SOLID: "-", Ink.HOLLOW: (0, (5, 2))}
    axes.add_patch(
        FancyBboxPatch(
            (box.x, box.y),
            box.width,
            box.height,
            boxstyle="round,pad=0,rounding_size=1.2",
            facecolor="#f2f2f2" if kind is Ink.SOLID else "white",
            edgecolor=DARK,
            linewidth=LINE,
            linestyle=dashes.get(kind, (0, (1.5, 1.5))),
            hatch="////" if kind is Ink.HATCHED else None,
            gid=f"mark-{box.mark.id}",
        )
    )
    y = box.y + PADDING
    x = box.x + PADDING
    write(axes, x, y, box.text, va="top", linespacing=1.2, gid=f"label-{box.mark.id}")
    if box.when:
        y += (box.text.count("\n") + 1) * LINE_HEIGHT
        write(
            axes, x, y, box.when, va="top", fontsize=SMALL, color=GREY, style="italic"
        )


def _draw_arrows(axes: Axes, steps: tuple[Step, ...], boxes: dict[str, Box]) -> None:
    """From all that certainly precede an entry, through one upright, to the entry.

    Entries with the same predecessors share an upright.
    """
    for step in steps:
        kinds = sorted({sources for sources in step.after if sources})
        for mark, sources in zip(step.marks, step.after, strict=True):
            if sources:
                share = (kinds.index(sources) + 1) / (len(kinds) + 1)
                target = boxes[mark.id]
                upright = target.x - COLUMN_GAP * (0.3 + 0.5 * share)
                _draw_bundle(axes, [boxes[s] for s in sources], target, upright)


def _draw_bundle(axes: Axes, sources: list[Box], target: Box, upright: float) -> None:
    how: dict[str, Any] = {"color": GREY, "linewidth": LINE, "zorder": 0}
    heights = [box.middle for box in sources] + [target.middle]
    for box in sources:
        axes.plot([box.x + box.width, upright], [box.middle, box.middle], **how)
    axes.plot([upright, upright], [min(heights), max(heights)], **how)
    axes.add_patch(
        FancyArrowPatch(
            (upright, target.middle),
            (target.x, target.middle),
            arrowstyle="-|>,head_length=2.6,head_width=1.5",
            shrinkA=0,
            shrinkB=0,
            color=GREY,
            linewidth=LINE,
            zorder=1,
        )
    )


def _draw_foot(axes: Axes, y: float, *, left_out: int, arrows: bool) -> None:
    notes = ["Dashed outline: planned, possible or supposed, not told as done."]
    if left_out:
        notes[0] += f" {left_out} more in the table."
    if arrows:
        meaning = "An arrow: certainly earlier. Within a column: order unknown."
        notes.insert(0, meaning)
    for line in reversed(notes):
        write(axes, MARGIN, y, line, fontsize=SMALL, color=GREY)
        y -= 4.0
