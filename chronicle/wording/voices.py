"""On whose word: the nearest source, then each that reports it, out to the document."""

from chronicle.model import (
    AnnotatedDocument,
    Assembly,
    Attribution,
    Entry,
    Event,
    Factuality,
)
from chronicle.wording.lexicon import lexicon
from chronicle.wording.names import author, document_name, flat, voice

__all__ = ["according_to", "chain", "said_by", "state"]

_HEARD = ("hear", "learn")


def according_to(assembly: Assembly, entry: Entry) -> str:
    """The source of each telling: "travellers, in the Linz Gazette"."""
    told = (
        said_by(assembly.document[account.document], account.event)
        for account in entry.accounts
    )
    return "; ".join(dict.fromkeys(told))


def said_by(annotated: AnnotatedDocument, event_id: str) -> str:
    """The nearest source of one event, and the document it speaks in."""
    event = annotated.event[event_id]
    behind = document_name(annotated, annotated.division.get(event.division))
    near = chain(annotated, event)
    if not near or near[0] == behind:
        return behind
    return f"{near[0]}, in {behind}"


def chain(annotated: AnnotatedDocument, event: Event) -> tuple[str, ...]:
    """The sources between an event and its author, nearest first; the author left out.

    An empty chain is the author's own word.
    """
    writer = author(annotated, annotated.division.get(event.division))
    names: list[str] = []
    step = event.attribution
    while step is not None:
        name = _name(annotated, step, writer)
        if name != writer and not _is_writer(annotated, step):
            names.append(name)
        step = step.within
    return tuple(dict.fromkeys(names))


def _name(annotated: AnnotatedDocument, step: Attribution, writer: str | None) -> str:
    name = voice(annotated, step.source, step.entity)
    if name in ("unnamed", writer) and step.cue is not None:
        cue = annotated.quote(step.cue).lower()
        return "hearsay" if cue.startswith(_HEARD) else name
    return name


def _is_writer(annotated: AnnotatedDocument, step: Attribution) -> bool:
    """Whether the words are given as the writer's own ("I say")."""
    if step.source is None or step.entity is not None:
        return False
    words = flat(annotated.quote(step.source)).lower()
    heard = step.cue is not None and annotated.quote(step.cue).lower().startswith(
        _HEARD
    )
    return words in lexicon().first_singular and not heard


def state(assembly: Assembly, entry: Entry) -> str:
    """Asserted, reported, planned …; and how many independent witnesses tell it."""
    annotated = assembly.home[entry.head]
    event = annotated.event[entry.head]
    word = event.factuality.value
    if event.factuality is Factuality.ASSERTED and chain(annotated, event):
        word = "reported"
    if len(entry.accounts) > 1:
        word = f"{word}, {len(entry.accounts)} independent witnesses"
    return word
