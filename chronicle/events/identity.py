"""Ids of events that outlast a mended letter elsewhere, a new model or a new rule.

An id is made of the document's key, the trigger with two words on each side, and how
many times these words have stood together before. Offsets play no part.
"""

from base64 import b32encode
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from chronicle.model import DocumentKey, EventId

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from spacy.tokens import Token

_LENGTH = 12
_SIDE = 2


def event_ids(
    words: "Sequence[Token]", key: DocumentKey, triggers: "Container[int]"
) -> dict[int, EventId]:
    """The ids of triggers, by their index in the ``Doc``.

    Occurrences count all words, so that no other event's coming or going moves an id.
    """
    told = [w for w in words if any(c.isalnum() for c in w.text)]
    forms = ["", "", *(w.text for w in told), "", ""]
    seen: Counter[tuple[str, ...]] = Counter()
    found: dict[int, EventId] = {}
    for n, word in enumerate(told):
        around = tuple(forms[n : n + 2 * _SIDE + 1])
        occurrence = seen[around]
        seen[around] += 1
        if word.i not in triggers:
            continue
        text = "\x1f".join((key, *around, str(occurrence)))
        digest = b32encode(sha256(text.encode("utf-8", "surrogatepass")).digest())
        found[word.i] = EventId(digest.decode("ascii")[:_LENGTH].lower())
    return found
