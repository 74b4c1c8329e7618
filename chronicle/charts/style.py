"""Sizes, lines and inks of every figure, and how a figure reaches a file."""

from __future__ import annotations

import textwrap
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from chronicle.marks import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.axes import Axes

MM = 1 / 25.4  # inches
PAGE_WIDTH = 174.0  # mm, the text width of a journal's page
TEXT = 7.5  # points
SMALL = 7.0
LINE = 0.8
HAIR = 0.5
DARK = "#1a1a1a"
GREY = "#6b6b6b"
PALE = "#d9d9d9"

_RC: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT,
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "chronicle",
    "pdf.fonttype": 42,
    "axes.unicode_minus": False,
    "hatch.linewidth": HAIR,
}


@contextmanager
def saved(path: Path) -> Iterator[Figure]:
    """A figure to draw on, in millimetres from the top left; written on leaving."""
    with rc_context(_RC), warnings.catch_warnings():
        # A script that the font lacks shows as boxes; that is no reason to stop.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        figure = Figure()
        FigureCanvasAgg(figure)
        yield figure
        path.parent.mkdir(parents=True, exist_ok=True)
        bare = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
        figure.savefig(
            path,
            dpi=200,
            facecolor="white",
            metadata=bare.get(path.suffix.lower()),
        )


def sheet(figure: Figure, width: float, height: float) -> Axes:
    """Axes that cover the figure, in millimetres, y downwards."""
    figure.set_size_inches(width * MM, height * MM)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return axes


def write(axes: Axes, x: float, y: float, text: str, **how: Any) -> None:
    """Write source text: never taken for a formula."""
    how.setdefault("va", "center")
    how.setdefault("color", DARK)
    axes.text(x, y, text, parse_math=False, **how)


def wrapped(text: str, *, width: int, lines: int) -> str:
    """Text in at most so many lines of so many characters, '…' where it is cut.

    >>> wrapped("the students marched to the Estates House", width=20, lines=1)
    'the students…'
    """
    found = textwrap.wrap(
        text.replace(" …", "\u00a0…"),  # an ellipsis never stands alone
        width=width,
        max_lines=lines,
        placeholder="…",
        break_long_words=True,
    )
    return "\n".join(found)


def ink(kind: Ink) -> dict[str, Any]:
    """How a filled shape is drawn: patch properties."""
    inks: dict[Ink, dict[str, Any]] = {
        Ink.SOLID: {"facecolor": DARK, "edgecolor": DARK},
        Ink.HOLLOW: {"facecolor": "white", "edgecolor": DARK},
        Ink.DASHED: {
            "facecolor": "white",
            "edgecolor": DARK,
            "linestyle": (0, (2, 1.2)),
        },
        Ink.HATCHED: {"facecolor": "white", "edgecolor": DARK, "hatch": "////////"},
    }
    return inks[kind] | {"linewidth": LINE}
