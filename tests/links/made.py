"""Parsed documents made by hand, one word a line: text, part of speech, relation, head.

A word that is an event's trigger ends with ``tense[/aspect[/class[/factuality]]]``
(``PAST``, ``PAST/PERFECTIVE``, ``NONE//REPORTING``); a word of a date with ``@n``.
A blank line ends a sentence, a line ``---`` a paragraph.
"""

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from chronicle.links import find_links
from chronicle.model import (
    Absolute,
    Division,
    DivisionId,
    DivisionKind,
    Document,
    DocumentKey,
    Event,
    EventClass,
    EventId,
    Evidence,
    Factuality,
    LinkKind,
    Mention,
    Reading,
    Timex,
    TimexId,
    TimexType,
)

KEY = DocumentKey("made")
EVIDENCE = Evidence(rule="made")
VOCAB = spacy.blank("en").vocab


@dataclass(frozen=True)
class Row:
    """One word."""

    text: str
    pos: str
    relation: str
    head: int
    mark: str | None


def links(
    table: str,
    *,
    readings: dict[str, Reading] | None = None,
    kind: DivisionKind = DivisionKind.ARTICLE,
    tiers: bool = True,
) -> set[str]:
    """The links of a document as "source relation target tier", by their words."""
    text, doc, rows, starts = _parsed(table)
    document = Document(
        key=KEY,
        text=text,
        divisions=(
            Division(id=DivisionId("made#1"), kind=kind, start=0, end=len(text)),
        ),
    )
    events = tuple(
        _event(row, start, doc, n)
        for n, (row, start) in enumerate(zip(rows, starts, strict=True))
        if row.mark and row.mark[0] != "@"
    )
    timexes = _timexes(rows, starts, readings or {})
    names = {e.id: text[e.trigger.start : e.trigger.end] for e in events}
    names |= {t.id: t.id for t in timexes} | {"made#1": "WRITING"}
    found = set()
    for link in find_links(doc, document, timexes, events):
        kind_ = "" if link.kind is LinkKind.TLINK else f"{link.kind} "
        said = f"{kind_}{names[link.source]} {link.relation} {names[link.target]}"
        found.add(f"{said} {link.tier}" if tiers else said)
    return found


def _parsed(table: str) -> tuple[str, Doc, list[Row], list[int]]:
    rows: list[Row] = []
    heads: list[int] = []
    begins: list[bool] = []
    spaces: list[str] = []
    for sentence in table.strip().split("\n\n"):
        new_paragraph = sentence.startswith("---")
        lines = [
            x.split() for x in sentence.splitlines() if x.strip() not in {"---", ""}
        ]
        if new_paragraph and spaces:
            spaces[-1] = "\n\n"
        base = len(rows)
        for n, (word, pos, relation, head, *mark) in enumerate(lines):
            rows.append(Row(word, pos, relation, int(head), mark[0] if mark else None))
            heads.append(base + (int(head) - 1 if int(head) else n))
            begins.append(n == 0)
            spaces.append(" ")
    text, starts = "", []
    for row, space in zip(rows, spaces, strict=True):
        starts.append(len(text))
        text += row.text + space
    words, spaced, kept = _with_breaks(rows, spaces)
    position = {old: new for new, old in enumerate(kept) if old is not None}
    doc = Doc(
        VOCAB,
        words=words,
        spaces=spaced,
        pos=["SPACE" if o is None else rows[o].pos for o in kept],
        lemmas=[w.lower().removesuffix("ed") for w in words],
        deps=["dep" if o is None else _relation(rows[o].relation) for o in kept],
        heads=[
            max(n - 1, 0) if o is None else position[heads[o]]
            for n, o in enumerate(kept)
        ],
        morphs=["" if o is None else _morph(rows[o]) for o in kept],
        sent_starts=[False if o is None else begins[o] for o in kept],
    )
    return text, doc, rows, starts


def _with_breaks(
    rows: list[Row], spaces: list[str]
) -> tuple[list[str], list[bool], list[int | None]]:
    """Words, with paragraph breaks as tokens of white space, as in a real text."""
    words: list[str] = []
    spaced: list[bool] = []
    kept: list[int | None] = []
    for n, (row, space) in enumerate(zip(rows, spaces, strict=True)):
        words.append(row.text)
        spaced.append(space == " ")
        kept.append(n)
        if space != " ":
            words.append(space)
            spaced.append(False)
            kept.append(None)
    return words, spaced, kept


def _relation(name: str) -> str:
    return "ROOT" if name == "root" else name


def _morph(row: Row) -> str:
    tense = (row.mark or "").split("/")[0]
    return {
        "PRESPART": "VerbForm=Ger",
        "PASTPART": "Tense=Past|VerbForm=Part",
        "PAST": "Tense=Past|VerbForm=Fin",
    }.get(tense, "")


def _event(row: Row, start: int, doc: Doc, n: int) -> Event:
    tense, aspect, class_, factuality = [*(row.mark or "").split("/"), "", "", ""][:4]
    mention = Mention(document=KEY, start=start, end=start + len(row.text))
    around = next(s for s in doc.sents if s.start_char <= start < s.end_char)
    sentence = Mention(document=KEY, start=around.start_char, end=around.end_char)
    return Event(
        id=EventId(f"e{n}"),
        division=DivisionId("made#1"),
        trigger=mention,
        extent=mention,
        sentence=sentence,
        lemma=row.text.lower(),
        pos=row.pos,
        class_=EventClass(class_ or "OCCURRENCE"),
        tense=tense,
        aspect=aspect or "NONE",
        factuality=Factuality(factuality or "asserted"),
        evidence=EVIDENCE,
    )


def _timexes(
    rows: list[Row], starts: list[int], readings: dict[str, Reading]
) -> tuple[Timex, ...]:
    spans: dict[str, tuple[int, int]] = {}
    for row, start in zip(rows, starts, strict=True):
        if row.mark and row.mark[0] == "@":
            begin = spans.get(row.mark, (start, 0))[0]
            spans[row.mark] = (begin, start + len(row.text))
    return tuple(
        Timex(
            id=TimexId(name),
            mention=Mention(document=KEY, start=start, end=end),
            division=DivisionId("made#1"),
            type=TimexType.DATE,
            reading=readings.get(name, Absolute(edtf="1848-03-13")),
            evidence=EVIDENCE,
        )
        for name, (start, end) in spans.items()
    )
