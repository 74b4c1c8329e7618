"""What a user holds: a timeline, with thin methods that call the rooms below."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from chronicle.explain import Explanation
    from chronicle.filters import Filter
    from chronicle.model import Assembly, Entry, Failure
    from chronicle.questions import Question

FIGURES = (".png", ".svg", ".pdf")
PAGES = (".html", ".htm")


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """Entries in order, each with its words, its date, and the reasons for both.

    ``failures`` are the sources that were left out, and why.
    """

    assembly: Assembly
    failures: tuple[Failure, ...] = ()

    def __len__(self) -> int:
        return len(self.assembly.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.assembly.entries)

    def __repr__(self) -> str:
        documents = len(self.assembly.annotated)
        return f"<Timeline: {len(self)} entries from {documents} documents>"

    def _repr_html_(self) -> str:
        """The table that a notebook shows."""
        shown = self.to_frame()[["when", "summary", "said_by", "factuality"]]
        return str(shown.to_html(index=False, escape=True))

    def to_frame(self) -> pandas.DataFrame:
        """One row an entry, the columns of ``timeline.csv``, all text but ``order``."""
        from chronicle.table import TIMELINE_COLUMNS, timeline_rows

        return _frame(timeline_rows(self.assembly), TIMELINE_COLUMNS)

    def events(self) -> pandas.DataFrame:
        """One row an event, the columns of ``events.csv``, all text but ``order``."""
        from chronicle.table import EVENT_COLUMNS, event_rows

        return _frame(event_rows(self.assembly), EVENT_COLUMNS)

    def chart(
        self,
        path: str | Path,
        *,
        kind: str = "auto",
        limit: int | None = None,
        chosen: Filter | None = None,
    ) -> Path:
        """Draw a figure; the suffix says what kind of file (.png, .svg, .pdf).

        ``kind`` is "time" (a calendar axis), "order" (steps of certain order) or
        "auto". Raises ``UsageError`` for another suffix.
        """
        from chronicle.charts import draw

        path = Path(path)
        if path.suffix.lower() not in FIGURES:
            raise UsageError(
                f"{path.name}: no figure has this ending: use .svg, .png or .pdf"
            )
        return draw(self.assembly, path, kind=kind, limit=limit, chosen=chosen)

    def page(self) -> str:
        """One self-contained HTML page."""
        from chronicle.page import render

        return render(self.assembly)

    def write(self, path: str | Path, *, to: str | None = None) -> Path:
        """Write one file; its format is ``to`` or follows from the suffix.

        Raises ``UsageError`` where neither names a format.
        """
        from chronicle.exports import export

        path = Path(path)
        if to is None and path.suffix.lower() in FIGURES:
            return self.chart(path)
        if to is None and path.suffix.lower() in PAGES:
            path.write_text(self.page(), encoding="utf-8")
            return path
        return export(self.assembly, path, to=to)

    def save(self, folder: str | Path) -> tuple[Path, ...]:
        """Write all that ``chronicle build`` writes; returns what was written."""
        from chronicle.exports import export
        from chronicle.store import save

        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        page = folder / "timeline.html"
        page.write_text(self.page(), encoding="utf-8")
        return (
            save(self.assembly, folder),
            export(self.assembly, folder / "timeline.csv", to="timeline"),
            export(self.assembly, folder / "events.csv", to="events"),
            export(self.assembly, folder / "questions.csv", to="questions"),
            self.chart(folder / "timeline.png"),
            self.chart(folder / "timeline.svg"),
            page,
        )

    def explain(self, event: str) -> Explanation:
        """The chain of reasons for one event or entry."""
        from chronicle.explain import explain

        return explain(self.assembly, event)

    def footnote(self, entry: Entry, *, short: bool = False) -> str:
        """A footnote for one entry (Chicago notes)."""
        from chronicle.citations import footnote

        return footnote(self.assembly, entry, short=short)

    def questions(self) -> tuple[Question, ...]:
        """What is doubtful, and what answer would settle each."""
        from chronicle.questions import questions

        return questions(self.assembly)


def _frame(
    rows: tuple[dict[str, str], ...], columns: tuple[str, ...]
) -> pandas.DataFrame:
    import pandas

    frame = pandas.DataFrame(list(rows), columns=list(columns))
    frame["order"] = pandas.to_numeric(frame["order"]).astype("Int64")
    return frame
