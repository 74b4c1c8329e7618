"""Finding again what a decision is about: by id, by offset, by quotation in context.

Selectors and their order follow the W3C Web Annotation model (TextQuoteSelector,
TextPositionSelector); the document may have been mended, the model trained anew.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from chronicle.decisions.targets import CONTEXT, Item, items, quoted
from chronicle.model import AnnotatedDocument, Target

# How alike words and context must be, from 0 to 1, and by how much the best must lead.
_SAME_PLACE = 0.6
_SAME_WORDS = 0.8
_LEAD = 0.05


def attach(target: Target, annotated: AnnotatedDocument) -> Item | None:
    """The item that a target means in a document as it now is, or ``None``."""
    if target.kind == "document":
        return Item(kind="document", id=annotated.document.key, start=0, end=0)
    known = items(annotated, target.kind)
    by_id = next((i for i in known if i.id == target.id), None)
    if by_id and _alike(target, quoted(annotated, by_id)) >= _SAME_PLACE:
        return by_id
    text = annotated.document.text
    if text[target.start : target.end] == target.exact:
        here = _best_at(known, target.start, target.end)
        if here and _context(target, text, target.start, target.end) >= _SAME_PLACE:
            return here
    return _by_quotation(target, known, text) or _by_likeness(target, known, annotated)


def _best_at(known: Sequence[Item], start: int, end: int) -> Item | None:
    """The item that shares most of a stretch of text."""
    around = [i for i in known if i.start < end and start < i.end]
    return max(
        around,
        key=lambda i: (
            min(i.end, end) - max(i.start, start),
            -abs(i.end - i.start - (end - start)),
            -i.start,
        ),
        default=None,
    )


def _by_quotation(target: Target, known: Sequence[Item], text: str) -> Item | None:
    """The place where the very words stand in the most similar context."""
    places = [
        (_context(target, text, m.start(), m.end()), m.start(), m.end())
        for m in re.finditer(re.escape(target.exact), text)
    ]
    places = [p for p in places if p[0] >= _SAME_PLACE]
    places.sort(key=lambda p: (-p[0], abs(p[1] - target.start)))
    if not places:
        return None
    if len(places) > 1 and places[0][0] - places[1][0] < _LEAD:
        nearest = min(places[:2], key=lambda p: abs(p[1] - target.start))
        return _best_at(known, nearest[1], nearest[2])
    return _best_at(known, places[0][1], places[0][2])


def _by_likeness(
    target: Target, known: Sequence[Item], annotated: AnnotatedDocument
) -> Item | None:
    """The item whose words and context are nearly the same: a mended transcription."""
    found = sorted(
        ((_alike(target, quoted(annotated, item)), item) for item in known),
        key=lambda pair: (-pair[0], pair[1].start),
    )
    if not found or found[0][0] < _SAME_WORDS:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] < _LEAD:
        return None
    best = found[0][1]
    own = annotated.document.text[best.start : best.end]
    return best if _ratio(own, target.exact) >= _SAME_PLACE else None


def _context(target: Target, text: str, start: int, end: int) -> float:
    """How alike the surroundings of a place are to the target's, from 0 to 1."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return max(
        _ratio(target.prefix + target.suffix, before + after),
        (_ratio(target.prefix, before) + _ratio(target.suffix, after)) / 2,
    )


def _alike(target: Target, other: Target) -> float:
    return _ratio(
        target.prefix + target.exact + target.suffix,
        other.prefix + other.exact + other.suffix,
    )


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _SAME_PLACE:
        return 0.0
    return matcher.ratio()
