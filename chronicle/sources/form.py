"""What kind of text a source is: letters, diary, annals, newspaper or article."""

from collections.abc import Mapping, Sequence

from chronicle.sources.annals import year_heads
from chronicle.sources.diaries import diary_heads
from chronicle.sources.letters import signs
from chronicle.sources.lines import Paragraph
from chronicle.sources.metadata import Metadata
from chronicle.sources.newspapers import despatches
from chronicle.sources.openings import Marked

# CSL types that name a form, and words in a CSL genre that do.
_TYPES: Mapping[str, str] = {
    "personal_communication": "letters",
    "article-newspaper": "newspaper",
}
_GENRES: Mapping[str, str] = {
    "diary": "diary",
    "journal": "diary",
    "minutes": "diary",
    "letter": "letters",
    "annals": "annals",
    "chronicle": "annals",
}
# Two signs make a form; one is enough where the metadata say the same.
_ENOUGH = 2


def form_of(
    lines: Sequence[Marked], paragraphs: Sequence[Paragraph], metadata: Metadata
) -> str:
    """The form by which a text is cut.

    The sidecar's ``form`` decides; else at least two signs of one form, or one sign
    that agrees with the type in the metadata. A text without them is an article.
    """
    if metadata.form:
        return metadata.form
    found = {
        "letters": signs(lines),
        "annals": len(year_heads(paragraphs)),
        "newspaper": despatches(paragraphs),
        "diary": len(diary_heads(paragraphs)),
    }
    said = _said(metadata)
    if said and found[said]:
        return said
    enough = (form for form, number in found.items() if number >= _ENOUGH)
    return next(enough, "article")


def _said(metadata: Metadata) -> str | None:
    genre = str(metadata.citation.get("genre") or "").lower()
    named = (form for word, form in _GENRES.items() if word in genre)
    return next(named, _TYPES.get(metadata.type or ""))
