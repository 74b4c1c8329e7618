"""The time chart: a row an entry, its date, its mark on the axis, its words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from chronicle.charts.scale import Scale, length_in_words, scale_for, ticks
from chronicle.charts.style import (
    DARK,
    GREY,
    HAIR,
    LINE,
    PAGE_WIDTH,
    PALE,
    SMALL,
    ink,
    sheet,
    wrapped,
    write,
)
from chronicle.marks import Ink, Mark, Shape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW = 7.6  # mm
TOP = 4.0
BREAKS = 17.0  # above the rows, where the axis has breaks
FOOT = 21.0
GUTTER = 35.0  # the dates
PLOT = (38.0, 101.0)
WORDS = 104.0
WHEN_WIDTH, LABEL_WIDTH = 24, 46  # characters a line
RADIUS = 0.95
OPEN_REACH = 10.0  # mm that an arrow into the open takes
KEY = (
    (Ink.SOLID, "told as fact"),
    (Ink.HOLLOW, "planned"),
    (Ink.DASHED, "possible or supposed"),
    (Ink.HATCHED, "denied or unreal"),
)


def draw_time(figure: Figure, drawn: tuple[Mark, ...], *, left_out: int) -> None:
    """Draw marks on a calendar axis, in the order given."""
    known = [span for mark in drawn if (span := _known(mark))]
    scale = scale_for(known, left=PLOT[0], right=PLOT[1]) if known else None
    top = BREAKS if scale and len(scale.segments) > 1 else TOP
    bottom = top + ROW * max(len(drawn), 1)
    axes = sheet(figure, PAGE_WIDTH, bottom + FOOT)
    if scale:
        _draw_axis(axes, scale, top, bottom)
    for number, mark in enumerate(drawn):
        y = top + ROW * (number + 0.5)
        _draw_words(axes, mark, y)
        if scale:
            _draw_mark(axes, scale, mark, y)
    _draw_key(axes, drawn, bottom + FOOT - 8.0)
    if left_out:
        more = f"{left_out} more in the table"
        write(axes, WORDS, bottom + 7.0, more, fontsize=SMALL, color=GREY)


def _known(mark: Mark) -> tuple[int, int] | None:
    if mark.begin is not None and mark.end is not None:
        return mark.begin, mark.end
    known = mark.begin if mark.begin is not None else mark.end
    return None if known is None else (known, known)


def _draw_words(axes: Axes, mark: Mark, y: float) -> None:
    when = wrapped(mark.when, width=WHEN_WIDTH, lines=2)
    write(axes, GUTTER, y, when, ha="right", fontsize=SMALL, linespacing=1.1)
    text = mark.label
    if mark.witnesses > 1:
        text = f"{text} ({mark.witnesses} witnesses)"
    words = wrapped(text, width=LABEL_WIDTH, lines=2)
    write(axes, WORDS, y, words, linespacing=1.1, gid=f"label-{mark.id}")


def _draw_mark(axes: Axes, scale: Scale, mark: Mark, y: float) -> None:
    left, right = PLOT
    begin = left if mark.begin is None else scale.position(mark.begin)
    end = right if mark.end is None else scale.position(mark.end)
    gid = f"mark-{mark.id}"
    for segment in scale.segments:
        line = [segment.left, segment.right]
        axes.plot(line, [y, y], color=PALE, linewidth=HAIR, zorder=0)
    if mark.shape is Shape.POINT or (mark.shape is Shape.BAR and end - begin < 2):
        middle = (begin + end) / 2
        axes.add_patch(Circle((middle, y), RADIUS, gid=gid, zorder=3, **ink(mark.ink)))
    elif mark.shape is Shape.BAR:
        corner = (begin, y - RADIUS)
        axes.add_patch(
            Rectangle(
                corner, end - begin, 2 * RADIUS, gid=gid, zorder=3, **ink(mark.ink)
            )
        )
    elif mark.shape is Shape.WHISKER:
        _draw_whisker(axes, mark, begin, end, y)
    elif mark.shape is Shape.ONGOING:
        _draw_ongoing(axes, mark, (begin + end) / 2, y)
    elif mark.shape is not Shape.NOWHERE:
        _draw_open(axes, mark, begin, end, y)


def _draw_whisker(axes: Axes, mark: Mark, begin: float, end: float, y: float) -> None:
    """Bounds: somewhere between the two caps."""
    if end - begin < 1.0:
        middle = (begin + end) / 2
        begin, end = middle - 0.5, middle + 0.5
    style = _dashes(mark.ink)
    _draw_capped(axes, begin, end, y, linestyle=style, gid=f"mark-{mark.id}")


def _draw_open(axes: Axes, mark: Mark, begin: float, end: float, y: float) -> None:
    """One known side, and an arrow into the open."""
    known, way = (begin, 1) if mark.shape is Shape.AFTER else (end, -1)
    reach = min(max(known + way * OPEN_REACH, PLOT[0] - 2), PLOT[1] + 2)
    style = _dashes(mark.ink)
    _draw_arrow(axes, known, reach, y, linestyle=style, gid=f"mark-{mark.id}")


def _draw_ongoing(axes: Axes, mark: Mark, middle: float, y: float) -> None:
    """A known time, and arrows to both sides of it."""
    style = _dashes(mark.ink)
    for reach in (middle - OPEN_REACH / 2, middle + OPEN_REACH / 2):
        reach = min(max(reach, PLOT[0] - 2), PLOT[1] + 2)
        _draw_arrow(axes, middle, reach, y, linestyle=style, gid=f"mark-{mark.id}")


def _dashes(kind: Ink) -> Any:  # noqa: ANN401
    return {Ink.SOLID: "-", Ink.HATCHED: (0, (1, 1))}.get(kind, (0, (3, 2)))


def _draw_axis(axes: Axes, scale: Scale, top: float, bottom: float) -> None:
    for segment in scale.segments:
        axes.plot(
            [segment.left, segment.right], [bottom, bottom], color=DARK, linewidth=LINE
        )
        for x, text in ticks(segment):
            axes.plot([x, x], [bottom, bottom + 1.0], color=DARK, linewidth=LINE)
            axes.plot([x, x], [top, bottom], color=PALE, linewidth=HAIR, zorder=0)
            write(axes, x, bottom + 1.8, text, ha="center", va="top", fontsize=SMALL)
    for before, after in pairwise(scale.segments):
        x = (before.right + after.left) / 2
        write(axes, x, bottom, "//", ha="center", color=GREY)
        left_out = length_in_words(after.begin - before.end)
        how: dict[str, Any] = {"ha": "center", "va": "bottom", "rotation": 90}
        write(axes, x, top - 0.5, left_out, color=GREY, fontsize=SMALL, **how)
        axes.plot([x, x], [top, bottom - 1.5], color=GREY, linewidth=HAIR, ls=":")


def _draw_key(axes: Axes, drawn: tuple[Mark, ...], y: float) -> None:
    """What the marks mean: inks on one line, shapes on the next, those in use."""
    used = {mark.ink for mark in drawn}
    x = PLOT[0] + 1
    for kind, meaning in KEY:
        if kind in used:
            axes.add_patch(Circle((x, y), RADIUS, **ink(kind)))
            write(axes, x + 2.2, y, meaning, fontsize=SMALL, color=GREY)
            x += 7.0 + 1.45 * len(meaning)
    shapes = {mark.shape for mark in drawn}
    x, y = PLOT[0] if len(shapes) < 5 else GUTTER - 30, y + 4.5
    if Shape.WHISKER in shapes:
        _draw_capped(axes, x, x + 6, y)
        write(axes, x + 8, y, "some time between", fontsize=SMALL, color=GREY)
        x += 40.0
    if shapes & {Shape.AFTER, Shape.BEFORE}:
        _draw_arrow(axes, x, x + 6, y, linestyle="-")
        write(
            axes,
            x + 8,
            y,
            "after this, or (leftwards) before",
            fontsize=SMALL,
            color=GREY,
        )


def _draw_capped(axes: Axes, begin: float, end: float, y: float, **how: Any) -> None:
    style: dict[str, Any] = {"color": DARK, "linewidth": LINE, "zorder": 2}
    axes.plot([begin, end], [y, y], **(style | how))
    for x in (begin, end):
        axes.plot([x, x], [y - 0.8, y + 0.8], **style)


def _draw_arrow(axes: Axes, known: float, reach: float, y: float, **how: Any) -> None:
    axes.plot([known, known], [y - 0.8, y + 0.8], color=DARK, linewidth=LINE, zorder=2)
    axes.add_patch(
        FancyArrowPatch(
            (known, y),
            (reach, y),
            arrowstyle="-|>,head_length=2,head_width=1.2",
            shrinkA=0,
            shrinkB=0,
            color=DARK,
            linewidth=LINE,
            zorder=2,
            **how,
        )
    )
