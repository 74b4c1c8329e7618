"""The page: one self-contained HTML file to read, search and cite from.

It asks the network for nothing, works from a folder, prints, and follows the reader's
light or dark setting. Every word of a source is escaped.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from chronicle.page.rows import Row, page_rows
from chronicle.page.rows import figure as page_figure
from chronicle.questions import questions

if TYPE_CHECKING:
    from jinja2 import Template

    from chronicle.model import Assembly

__all__ = ["Row", "render"]


def render(assembly: Assembly) -> str:
    """The whole page as text."""
    from markupsafe import Markup

    rows = page_rows(assembly)
    here = files("chronicle.page")
    return _template().render(
        title=_title(assembly),
        rows=rows,
        sources=[a.document.title or a.document.key for a in assembly.annotated],
        states=sorted({row.state for row in rows}),
        undated=all(row.undated for row in rows),
        questions=questions(assembly),
        version=assembly.version,
        figure=Markup(page_figure(assembly)),
        style=Markup(here.joinpath("style.css").read_text("utf-8")),
        script=Markup(here.joinpath("script.js").read_text("utf-8")),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    source = files("chronicle.page").joinpath("page.html.jinja").read_text("utf-8")
    return environment.from_string(source)


def _title(assembly: Assembly) -> str:
    titles = [a.document.title or a.document.key for a in assembly.annotated]
    if len(titles) == 1:
        return titles[0]
    return f"Timeline of {len(titles)} sources" if titles else "Timeline"
