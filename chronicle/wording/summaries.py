"""Summaries and labels: the source's own words in order, cut but never changed."""

import re
from collections.abc import Iterable

from chronicle.model import (
    AnnotatedDocument,
    Assembly,
    Entry,
    EntryPart,
    Event,
    EventClass,
    Factuality,
    LinkKind,
)
from chronicle.wording.clauses import clause
from chronicle.wording.lexicon import lexicon
from chronicle.wording.names import flat
from chronicle.wording.objects import with_object
from chronicle.wording.subjects import Opening

__all__ = ["event_summary", "label", "quotation", "shortened", "summary"]

WORDS = 25
_UNREAL = {
    Factuality.PLANNED: "planned",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.HYPOTHETICAL: "supposed",
    Factuality.COUNTERFACTUAL: "did not happen",
    Factuality.NEGATED: "not so",
    Factuality.UNKNOWN: "uncertain",
}
_STATIC = frozenset({EventClass.STATE, EventClass.I_STATE, EventClass.PERCEPTION})
_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
_TAIL = re.compile(r"[\s,;:—–(\-]+$")
_BREAK = re.compile(r"[,;:—–]$")


def summary(assembly: Assembly, entry: Entry) -> str:
    """Who did what, in the source's words; brackets hold what is supplied."""
    return event_summary(assembly, entry.head, own=_kept(assembly, entry))


def _kept(assembly: Assembly, entry: Entry) -> list[str]:
    """The parts whose words belong to the summary: no scenery, and none beneath it."""
    above = {part.event: part for part in entry.parts}
    kept: list[str] = []
    for part in entry.parts:
        chain = [part]
        while chain[-1].parent in above and len(chain) <= len(above):
            chain.append(above[chain[-1].parent])
        is_apart = any(_is_clause_apart(assembly, p) for p in chain[1:])
        if not is_apart and not _is_scenery(assembly, part):
            kept.append(part.event)
    return kept


def _is_clause_apart(assembly: Assembly, part: EntryPart) -> bool:
    return part.relation == "part" and assembly.event(part.event).tense in _FINITE


def _is_scenery(assembly: Assembly, part: EntryPart) -> bool:
    """A state with a clause of its own, folded beneath the happening beside it."""
    annotated = assembly.home[part.event]
    event = annotated.event[part.event]
    is_state = event.class_ in _STATIC and event.tense in _FINITE
    linked = {
        end
        for link in annotated.links_of.get(event.id, ())
        if link.kind is not LinkKind.TLINK
        for end in (link.source, link.target)
    }
    return part.relation == "part" and is_state and part.parent not in linked


def event_summary(assembly: Assembly, event_id: str, *, own: Iterable[str] = ()) -> str:
    """The clause of one event and of the events in ``own`` beneath it."""
    annotated = assembly.home[event_id]
    event = annotated.event[event_id]
    found = clause(annotated, event, own)
    text = with_object(annotated, event, _rendered(annotated, found))
    guard = _guard(annotated, event, found)
    return shortened(f"{guard}{text}", words=WORDS)


def label(assembly: Assembly, entry: Entry, *, width: int = 80) -> str:
    """The summary, short enough for a chart."""
    return shortened(summary(assembly, entry), width=width)


def quotation(assembly: Assembly, entry: Entry) -> str:
    """The whole sentence of the head, on one line."""
    account = entry.accounts[0]
    return flat(assembly.document[account.document].quote(account.quotation))


def _rendered(annotated: AnnotatedDocument, found: Opening) -> str:
    shown = " … ".join(
        text for start, end in found.spans if (text := _source(annotated, start, end))
    )
    shown = _balanced(_untailed(shown))
    if found.lead is None:
        return shown
    lead = re.sub(r"[][]", "", found.lead)  # the brackets around it are the editor's
    return f"[{lead}]: {shown}" if found.is_speech else f"[{lead}] {shown}"


def _untailed(text: str) -> str:
    """The text without the comma or conjunction that led on to what was cut."""
    while True:
        text = _TAIL.sub("", text)
        head, _, last = text.rpartition(" ")
        if not head or last.lower() not in lexicon().joints - {"so", "then", "yet"}:
            return text
        text = head


def _source(annotated: AnnotatedDocument, start: int, end: int) -> str:
    """The source's words on one line, marks of pages left out."""
    text, at = annotated.document.text, start
    kept: list[str] = []
    for mark in annotated.document.locators:
        if mark.start < mark.end and start <= mark.start < end:
            kept.append(text[at : mark.start])
            at = max(at, mark.end)
    kept.append(text[at:end])
    return flat("".join(kept)) if start < end else ""


def _balanced(text: str) -> str:
    """The text without its full stop and without a quotation mark left alone."""
    text = re.sub(r"(?<![.])\.$", "", text) if not _is_abbreviated(text) else text
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")):
        if text.count(closing) > text.count(opening) and text.endswith(closing):
            text = text[: -len(closing)]
        if text.count(opening) > text.count(closing):
            if text.startswith(opening) and text.count(opening) == 1:
                text = text[len(opening) :]
            elif text.endswith(opening):
                text = text[: -len(opening)].rstrip()
    if text.count('"') % 2:
        text = text.removesuffix('"') if text.endswith(' "') else text.removeprefix('"')
        text = re.sub(r"(?<![.])\.$", "", text.strip())
    if text.count('"') == 1:
        text = (
            text.replace('"', "") if text.strip('"') == text.replace('"', "") else text
        )
    return text.strip()


def _is_abbreviated(text: str) -> bool:
    last = text.rsplit(" ", 1)[-1]
    return bool(re.fullmatch(r"(?:\w\.){2,}|(?:inst|ult|prox|etc|Esq|[ap]\.m)\.", last))


def _guard(annotated: AnnotatedDocument, event: Event, found: Opening) -> str:
    """A bracketed word before what would otherwise read as fact."""
    word = _UNREAL.get(event.factuality)
    if word is None:
        return ""
    text = annotated.document.text
    upto = event.trigger.start
    before = " ".join(text[a : min(b, upto)] for a, b in found.spans if a < upto)
    whole = " ".join(text[a:b] for a, b in found.spans)
    if _shows_unreal(before) or (
        event.factuality is Factuality.NEGATED and _shows_unreal(whole)
    ):
        return ""
    return f"[{word}] "


def _shows_unreal(text: str) -> bool:
    words = lexicon()
    tokens = re.findall(r"\w+(?:[’'\-]\w+)*", text.lower())
    for i, token in enumerate(tokens):
        if token in words.unreal or token.endswith(("n't", "n’t", "’ll", "'ll")):
            return True
        if any(token.startswith(stem) for stem in words.unreal_lemmas):
            return True
        if token == "to" and i > 0 and tokens[i - 1] in words.before_infinitive:
            return True
    return False


def shortened(text: str, *, words: int | None = None, width: int | None = None) -> str:
    """A text cut at a word, with an ellipsis, to so many words or characters.

    >>> shortened("the students marched to the Estates House", words=3)
    'the students marched …'
    """
    parts = text.split(" ")
    kept = parts if words is None else parts[:words]
    if width is not None:
        while len(kept) > 1 and len(" ".join(kept)) > width - 2 * (kept != parts):
            kept = kept[:-1]
    if kept == parts:
        return text
    for back in range(min(5, len(kept) - 2)):
        if _BREAK.search(kept[len(kept) - 1 - back]):
            kept = kept[: len(kept) - back]
            break
    return f"{_TAIL.sub('', ' '.join(kept))} …"
