"""The language model: ``analyse`` turns a document into a parsed spaCy ``Doc``.

The only package that loads a model. ``event_score`` and ``event_wide`` read from a
token what the model thinks of it as an event's trigger.
"""

from typing import TYPE_CHECKING

from chronicle.language.events import event_score, event_wide

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from chronicle.language.shipped import Shipped
    from chronicle.model import Document
    from chronicle.settings import Settings

__all__ = ["analyse", "event_score", "event_wide", "load", "model_name"]


def load(model: str | None = None) -> "Shipped | Language":
    """The shipped model, or the installed pipeline of a name; each is loaded once.

    Raises ``ModelError`` if files are missing or the pipeline will not do.
    """
    if model is None:
        from chronicle.language.shipped import load_shipped

        return load_shipped()
    from chronicle.language.installed import load_installed

    return load_installed(model)


def analyse(document: "Document", *, settings: "Settings") -> "Doc":
    """The document's words, tags, lemmas, trees, sentences, names and event scores.

    ``Doc.text`` is the document's text, letter by letter. Page marks stay in it as
    tokens of part of speech X that hang from the word before them. Entity labels are
    person, group, place and other; dependencies are Universal Dependencies 2.
    """
    from chronicle.language.analysis import analyse_with
    from chronicle.language.installed import analyse_installed
    from chronicle.language.shipped import Shipped

    model = load(settings.model)
    if isinstance(model, Shipped):
        return analyse_with(model, document)
    return analyse_installed(model, document)


def model_name(*, settings: "Settings") -> str:
    """What the model in use is called; another name for other weights.

    Raises ``ModelError`` where it is missing.
    """
    from chronicle.language.identity import identity

    return identity(settings.model)
