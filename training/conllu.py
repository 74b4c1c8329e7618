"""Reading CoNLL-U treebanks: words, spacing from the text line, entity brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(slots=True, kw_only=True)
class Row:
    """One syntactic word of a treebank; ``head`` counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    misc: str
    space_before: bool = True


@dataclass(slots=True, kw_only=True)
class Entity:
    """A bracketed mention: its type, its words (inclusive), the fields after."""

    type: str
    first: int
    last: int
    identity: str | None


@dataclass(slots=True, kw_only=True)
class Tree:
    """One sentence of a treebank."""

    rows: list[Row]
    new_document: str | None
    new_paragraph: bool
    entities: list[Entity]


def read_trees(path: Path) -> Iterator[Tree]:
    """The trees of a file whose words can be laid on their text."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if tree := _tree(block.split("\n")):
            yield tree


def _tree(lines: list[str]) -> Tree | None:
    text, document, paragraph = "", None, False
    rows: list[Row] = []
    surface: dict[int, tuple[int, str]] = {}
    for line in lines:
        if line.startswith("# text ="):
            text = line[8:].strip()
        elif line.startswith("# newdoc"):
            document = line.partition("=")[2].strip()
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                surface[first] = (last, cells[1])
            elif "." not in cells[0]:
                rows.append(_row(cells))
    if not rows or not _lay_on_text(rows, surface, text):
        return None
    paragraph = paragraph or document is not None
    return Tree(
        rows=rows,
        new_document=document,
        new_paragraph=paragraph,
        entities=_entities(rows),
    )


def _row(cells: list[str]) -> Row:
    blank = cells[2] == "_" and cells[1] != "_"
    return Row(
        form=cells[1],
        lemma=cells[1] if blank else cells[2],
        upos=cells[3],
        xpos=cells[4],
        feats="" if cells[5] == "_" else cells[5],
        head=int(cells[6]),
        relation=cells[7],
        misc=cells[9],
    )


def _lay_on_text(
    rows: list[Row], surface: dict[int, tuple[int, str]], text: str
) -> bool:
    """Give each row its form and spacing in the text; false if they do not fit.

    The words of a multiword token need not spell it ("ima" is "I" and "'ma"): then it
    is cut where their lengths suggest.
    """
    for first, (last, written) in surface.items():
        parts = rows[first - 1 : last]
        if "".join(row.form for row in parts) != written:
            cut = _shares(written, [len(row.form) for row in parts])
            if cut is None:
                return False
            for row, form in zip(parts, cut, strict=True):
                row.form = form
    at = 0
    for row in rows:
        row.space_before = at < len(text) and text[at].isspace()
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(row.form, at):
            return False
        at += len(row.form)
    return at == len(text)


def _shares(written: str, lengths: list[int]) -> list[str] | None:
    if len(written) < len(lengths):
        return None
    cut, at = [], 0
    for number, length in enumerate(lengths):
        left = len(lengths) - number - 1
        end = len(written) if not left else min(at + length, len(written) - left)
        cut.append(written[at:end])
        at = end
    return cut


def _entities(rows: list[Row]) -> list[Entity]:
    """The mentions of GUM's ``Entity=`` brackets, in the order of their ends."""
    still_open: list[tuple[str, list[str], int]] = []
    found: list[Entity] = []
    for here, row in enumerate(rows):
        field = re.search(r"(?:^|\|)Entity=([^|]*)", row.misc)
        for match in _BRACKET.finditer(field[1] if field else ""):
            opened, closed_at_once, closing = match.groups()
            if opened:
                parts = opened.split("-", maxsplit=7)
                if len(parts) < 2:
                    continue
                if closed_at_once:
                    found.append(_entity(parts, here, here))
                else:
                    still_open.append((parts[0], parts, here))
                continue
            name = closing.split("-")[0]
            for place in range(len(still_open) - 1, -1, -1):
                if still_open[place][0] == name:
                    _, parts, first = still_open.pop(place)
                    found.append(_entity(parts, first, here))
                    break
    return found


def _entity(parts: list[str], first: int, last: int) -> Entity:
    identity = parts[7] if len(parts) > 7 else None
    return Entity(type=parts[1], first=first, last=last, identity=identity)
