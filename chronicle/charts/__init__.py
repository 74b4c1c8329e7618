"""Static figures: ``draw`` writes a chart of an assembly to PNG, SVG or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chronicle.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from chronicle.filters import Filter
    from chronicle.model import Assembly

__all__ = ["KINDS", "draw", "fitting_kind"]

KINDS = ("auto", "time", "order")
LIMITS = {"time": 40, "order": 24}  # what stays readable on one page


def draw(
    assembly: Assembly,
    path: Path,
    *,
    kind: str = "auto",
    limit: int | None = None,
    chosen: Filter | None = None,
) -> Path:
    """Draw a figure; ``kind`` "auto" takes what fits.

    With fewer places than entries the most salient are drawn, and the figure says how
    many are left out. Raises ``UsageError`` for an unknown kind.
    """
    from chronicle.charts.order import draw_order
    from chronicle.charts.style import saved
    from chronicle.charts.time import draw_time
    from chronicle.filters import apply
    from chronicle.marks import marks, most_salient, steps

    if kind not in KINDS:
        raise UsageError(f"{kind}: no such chart: use one of {', '.join(KINDS)}")
    entries = assembly.entries if chosen is None else apply(assembly, chosen)
    everything = most_salient(entries, limit=None)
    if kind == "auto":
        kind = fitting_kind(assembly)
    shown = most_salient(everything, limit=limit or LIMITS[kind])
    drawn, left_out = marks(assembly, shown), len(everything) - len(shown)
    with saved(path) as figure:
        if kind == "time":
            draw_time(figure, drawn, left_out=left_out)
        else:
            draw_order(figure, *steps(assembly, drawn), left_out=left_out)
    return path


def fitting_kind(assembly: Assembly) -> str:
    """ "time" where at least a quarter of the narrated entries have closed bounds."""
    from chronicle.marks import Shape, most_salient, shape_of

    shapes = [shape_of(e.span) for e in most_salient(assembly.entries, limit=None)]
    closed = sum(s in (Shape.POINT, Shape.BAR, Shape.WHISKER) for s in shapes)
    return "time" if closed and closed * 4 >= len(shapes) else "order"
