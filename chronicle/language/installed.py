"""Another installed spaCy pipeline in place of the shipped model.

It must speak Universal Dependencies; that is judged by its labels, not by its name.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from chronicle.errors import ModelError
from chronicle.language.tokens import tokenise
from chronicle.language.visible import cuts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from chronicle.model import Document

# Relations without which no English UD parser can be, and their rivals elsewhere.
UNIVERSAL = frozenset({"nsubj", "obj", "obl", "case", "mark", "advcl", "xcomp"})
FOREIGN = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass", "agent", "attr"})


@lru_cache(maxsize=2)
def load_installed(name: str) -> "Language":
    """The pipeline; raises ``ModelError`` with the reason if it will not do."""
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"model {name!r}: no installed spaCy pipeline of that name; "
            "install it, or leave out --model to use the one that comes with chronicle"
        ) from error
    check(nlp, name=name)
    return nlp


def check(nlp: "Language", *, name: str) -> None:
    """Raise ``ModelError`` unless a pipeline parses with Universal Dependencies."""
    mend = "give a pipeline trained on Universal Dependencies, or leave out --model"
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"model {name!r}: it has no parser; {mend}")
    parser: Any = nlp.get_pipe("parser")
    labels = {label.partition(":")[0] for label in parser.labels}
    foreign = sorted(labels & FOREIGN)
    missing = sorted(UNIVERSAL - labels)
    if foreign or missing:
        why = (
            f"labels {', '.join(foreign)}" if foreign else f"lacks {', '.join(missing)}"
        )
        raise ModelError(
            f"model {name!r}: its dependencies are not Universal Dependencies "
            f"({why}); {mend}"
        )


def analyse_installed(nlp: "Language", document: "Document") -> "Doc":
    """The document's ``Doc`` from another pipeline; it carries no event scores.

    The words are chronicle's own, and a sentence begins at every division; page marks
    are not hidden from it.
    """
    from spacy.tokens import Doc

    raw = tokenise(document.text, cuts=cuts(document))
    words = [token.text for token in raw]
    doc = Doc(nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in raw])
    borders = {edge for d in document.divisions for edge in (d.start, d.end)}
    for token in doc:
        if token.idx in borders:
            token.is_sent_start = True
    return nlp(doc)
