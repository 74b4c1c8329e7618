"""Proper names from GUM's mentions, LitBank's and MEANTIME's: one label set for all."""

from collections.abc import Iterable, Sequence

from training.conllu import Entity, Row, Tree
from training.lexicon import LEXICON
from training.passages import MASKED, NAME_LABELS

GUM_KINDS = {
    "person": "person",
    "organization": "group",
    "place": "place",
    "abstract": "other",
    "animal": "other",
    "event": "other",
    "object": "other",
    "plant": "other",
    "substance": "other",
}
LITBANK_KINDS = {
    "PER": "person",
    "ORG": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "VEH": "other",
}
MEANTIME_KINDS = {
    "PER": "person",
    "ORG": "group",
    "LOC": "place",
    "PRO": "other",
    "FIN": "group",
}

# Relations that keep a word inside the name it depends on ("Bank of the West").
_INSIDE = frozenset({"flat", "compound", "nmod", "amod", "nummod"})
_MINOR = frozenset({"case", "det", "punct"})
# Only what an encyclopaedia knows by one title ("Trinidad and Tobago") spans these.
_COORDINATION = frozenset({"conj", "cc"})
_OF = frozenset({"of", "de", "von", "van", "'s", "’s", "du", "della", "di"})
_PROPER = frozenset({"NNP", "NNPS"})
_LINKS = frozenset(LEXICON["links_in_names"])


def gum_names(tree: Tree) -> list[int]:
    """A label for each word: the outermost names among the tree's mentions."""
    spans = []
    # Of two mentions that come down to one name, the shorter knows its kind better.
    for entity in sorted(tree.entities, key=lambda e: e.last - e.first):
        kind = GUM_KINDS.get(entity.type)
        span = _name_within(tree.rows, entity) if kind else None
        if kind and span and span not in (s[:2] for s in spans):
            plural = kind == "person" and tree.rows[span[1]].xpos == "NNPS"
            spans.append((*span, "group" if plural else kind))
    given = labels(len(tree.rows), _outermost(spans))
    timed = {
        n
        for entity in tree.entities
        if entity.type == "time"
        for n in range(entity.first, entity.last + 1)
    }
    for n, row in enumerate(tree.rows):
        if given[n] == 0 and row.xpos in _PROPER and n not in timed:
            given[n] = MASKED
    return given


def _name_within(rows: Sequence[Row], entity: Entity) -> tuple[int, int] | None:
    """The proper name at a mention's head, without article, apposition and clauses."""
    inside = range(entity.first, entity.last + 1)
    top = _top(rows, inside)
    if top is None:
        return None
    one_title = entity.identity is not None
    coordinated = any(
        rows[n].relation == "conj" and rows[n].head - 1 == top for n in inside
    )
    if coordinated and not one_title:
        return None
    kept = _kept(rows, top, inside, one_title=one_title, person=entity.type == "person")
    first = last = top
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < top and not rows[first].form[0].isupper():
        first += 1
    while last > top and rows[last].upos in {"PUNCT", "ADP", "DET", "CCONJ", "PART"}:
        last -= 1
    return first, last


def _top(rows: Sequence[Row], inside: range) -> int | None:
    """The head of a mention's name: its own, or the name beside a common noun."""
    heads = [n for n in inside if rows[n].head - 1 not in inside]
    if not heads:
        return None
    if rows[heads[0]].xpos in _PROPER:
        return heads[0]
    beside = (
        n
        for n in inside
        if rows[n].head - 1 == heads[0]
        and rows[n].xpos in _PROPER
        and rows[n].relation in {"flat", "nmod:desc"}
    )
    return next(beside, None)


def _kept(
    rows: Sequence[Row], head: int, inside: range, *, one_title: bool, person: bool
) -> set[int]:
    kept = {head}
    for _ in range(4):
        for n in inside:
            row = rows[n]
            if n in kept or row.head - 1 not in kept:
                continue
            relation = row.relation.partition(":")[0]
            proper = row.xpos in _PROPER or (
                relation in {"nummod", "flat", "compound"} and not row.form.islower()
            )
            joined = (
                relation in _INSIDE
                and proper
                and row.relation != "nmod:unmarked"
                and (relation != "nmod" or _names_by(rows, n, one_title, person))
            )
            glue = relation in _MINOR and row.form not in {",", "(", ")", ":", ";"}
            both = (
                one_title and relation in _COORDINATION and proper != (relation == "cc")
            )
            if joined or both or (glue and n > inside.start):
                kept.add(n)
    return kept


def _names_by(
    rows: Sequence[Row], modifier: int, one_title: bool, person: bool
) -> bool:
    """Whether a modifier is part of a name: "Duke of York", not "Smith of the Bank"."""
    children = [row for row in rows if row.head - 1 == modifier]
    cases = [row.form.lower() for row in children if row.relation == "case"]
    if person:
        fixed = all(row.relation != "det" for row in children)
        return fixed and all(case in _OF for case in cases)
    return one_title or all(case in _OF or case == "for" for case in cases)


def _outermost(
    spans: Iterable[tuple[int, int, str]],
) -> list[tuple[int, int, str]]:
    chosen: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if all(span[1] < other[0] or span[0] > other[1] for other in chosen):
            chosen.append(span)
    return chosen


def labels(length: int, spans: Iterable[tuple[int, int, str]]) -> list[int]:
    """BIO labels of inclusive spans, as numbers."""
    given = [0] * length
    for first, last, kind in spans:
        given[first] = NAME_LABELS.index(f"B-{kind}")
        for n in range(first + 1, last + 1):
            given[n] = NAME_LABELS.index(f"I-{kind}")
    return given


def looks_like_a_name(words: Sequence[str]) -> bool:
    """Capitals throughout, but for the small words that names hold together with."""
    first = words[0]
    if not first[:1].isupper() or words[-1].casefold() in _LINKS or len(first) < 2:
        return False
    return all(w[:1].isupper() or w.casefold() in _LINKS or w.isdigit() for w in words)


def mention_names(
    forms: Sequence[str],
    mentions: Iterable[tuple[int, int, str]],
    *,
    others_known: bool,
) -> list[int]:
    """Labels from typed mentions, names and descriptions mixed.

    Capitalised words within descriptions are masked: they may hide a name that the
    corpus did not mark by itself. With ``others_known`` false, capitalised words
    outside all mentions are masked too.
    """
    spans, hidden = [], set()
    for first, last, kind in mentions:
        while first < last and forms[first].casefold() in {"the", "a", "an"}:
            first += 1
        if looks_like_a_name(forms[first : last + 1]):
            spans.append((first, last, kind))
        else:
            hidden.update(n for n in range(first, last + 1) if forms[n][0].isupper())
    if not others_known:
        hidden.update(n for n, form in enumerate(forms) if form[0].isupper())
    chosen = _outermost(spans)
    given = labels(len(forms), chosen)
    named = {n for first, last, _ in chosen for n in range(first, last + 1)}
    for n in hidden - named:
        given[n] = MASKED
    return given
