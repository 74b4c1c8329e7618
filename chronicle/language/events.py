"""Event scores: how likely the model finds it that a token is an event's trigger.

They are scores only; what becomes an event is decided by the package for events.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAIN, WIDE = "main", "meantime"
_KEY = "chronicle_event_scores"


def keep_scores(
    doc: "Doc", *, main: Sequence[float | None], wide: Sequence[float | None]
) -> None:
    """Store the scores with the ``Doc`` and make ``token._`` show them."""
    doc.user_data[_KEY] = (tuple(main), tuple(wide))
    register()


def register() -> None:
    """Give tokens the extensions ``event_score`` and ``event_wide``, once."""
    from spacy.tokens import Token

    if not Token.has_extension("event_score"):
        Token.set_extension("event_score", getter=event_score)
    if not Token.has_extension("event_wide"):
        Token.set_extension("event_wide", getter=event_wide)


def event_score(token: "Token") -> float | None:
    """The score of a token as a trigger in the narrow sense of TimeML, from 0 to 1.

    ``None`` for white space and page marks, and where another pipeline made the
    ``Doc``.
    """
    return _score(token, 0)


def event_wide(token: "Token") -> float | None:
    """The score in the wide sense (with states and present-tense verbs), 0 to 1."""
    return _score(token, 1)


def _score(token: "Token", which: int) -> float | None:
    kept: tuple[tuple[float | None, ...], ...] | None = token.doc.user_data.get(_KEY)
    return kept[which][token.i] if kept is not None else None
