"""Names of people, documents and their parts, as a reader would call them."""

from chronicle.model import (
    AnnotatedDocument,
    Assembly,
    Dating,
    Division,
    DivisionKind,
    EntityId,
    Event,
    Mention,
    Participant,
    Role,
)
from chronicle.wording.lexicon import lexicon
from chronicle.wording.styles import dated

__all__ = [
    "division_words",
    "document_name",
    "flat",
    "is_pronoun",
    "names",
    "participant_name",
    "voice",
    "written",
]

_PERSONAL = frozenset(
    {
        DivisionKind.LETTER,
        DivisionKind.ENTRY,
        DivisionKind.POSTSCRIPT,
        DivisionKind.ENCLOSURE,
    }
)


def flat(text: str) -> str:
    """A stretch of text on one line."""
    return " ".join(text.split())


def is_pronoun(words: str) -> bool:
    """Whether the words are one pronoun and no more."""
    return words.lower() in lexicon().pronouns


def entity_name(annotated: AnnotatedDocument, entity: EntityId | None) -> str | None:
    """The name of an entity, unless it has none but a pronoun."""
    found = annotated.entity.get(entity or "")
    return flat(found.name) if found and not is_pronoun(found.name) else None


def participant_name(annotated: AnnotatedDocument, participant: Participant) -> str:
    """The entity's name; without one, the source's words."""
    name = entity_name(annotated, participant.entity)
    if name is not None:
        return name
    return flat(annotated.quote(participant.mention)) if participant.mention else ""


def names(annotated: AnnotatedDocument, event: Event, role: Role) -> tuple[str, ...]:
    """The names of an event's participants of one role, each once."""
    found = (participant_name(annotated, p) for p in event.taking_part(role))
    return tuple(dict.fromkeys(name for name in found if name))


def author(annotated: AnnotatedDocument, division: Division | None) -> str | None:
    """Who wrote a division: its own author, its parent's, or the document's."""
    while division is not None:
        if division.author:
            return division.author
        division = annotated.division.get(division.parent or "")
    return annotated.document.author


def document_name(annotated: AnnotatedDocument, division: Division | None) -> str:
    """What stands behind a statement: its author, publisher, title or file."""
    document = annotated.document
    by = author(annotated, division)
    if by:
        return by
    if document.publisher:
        is_paper = "newspaper" in str(document.citation.get("type", ""))
        bare = is_paper and not document.publisher.lower().startswith("the ")
        return f"the {document.publisher}" if bare else document.publisher
    return document.title or document.key


def speaker(annotated: AnnotatedDocument, event: Event) -> str | None:
    """Who says "I" in an event's own words: the writer, unless somebody is quoted."""
    division = annotated.division.get(event.division)
    if event.attribution is not None or division is None:
        return None
    return author(annotated, division) if division.kind in _PERSONAL else None


def voice(annotated: AnnotatedDocument, source: Mention | None, entity: object) -> str:
    """The name of a source of information; ``"unnamed"`` where the text has none."""
    known = annotated.entity.get(str(entity)) if entity else None
    if known is not None and not is_pronoun(known.name):
        return flat(known.name)
    if source is None:
        return "unnamed"
    words = flat(annotated.quote(source))
    if is_pronoun(words) or not words:
        return "unnamed"
    starts = {sentence.start for sentence in annotated.sentences}
    if source.start in starts and not words.split()[0].isupper():
        words = words[0].lower() + words[1:]
    return words


def written(annotated: AnnotatedDocument, division: Division | None) -> Dating | None:
    """When a division was written: its own date, its parent's, or the document's."""
    while division is not None:
        dates = division.dates
        found = dates.written or dates.published
        if found is not None and (found.span is not None or found.edtf):
            return found
        division = annotated.division.get(division.parent or "")
    return annotated.created


def division_words(
    assembly: Assembly, annotated: AnnotatedDocument, division: Division | None
) -> str:
    """A division in words, with its date: "the letter of 14 March 1848"."""
    kind = _kind(division)
    dating = written(annotated, division)
    if dating is None:
        return f"the undated {kind}"
    return f"the {kind} of {dated(annotated, dating, settings=assembly.settings)}"


def _kind(division: Division | None) -> str:
    if division is None:
        return "document"
    if division.kind is DivisionKind.ARTICLE:
        return "despatch" if division.parent and division.place else "article"
    if division.kind in (DivisionKind.HEADING, DivisionKind.FURNITURE):
        return "document"
    return division.kind.value
