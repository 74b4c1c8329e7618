"""Timelines from historians' sources: who did what, when, on whose word."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chronicle.errors import ChronicleError
    from chronicle.model import Document
    from chronicle.pipeline import assemble, build, extract
    from chronicle.sources import read
    from chronicle.timeline import Timeline

__version__ = "0.1.0"

__all__ = [
    "ChronicleError",
    "Document",
    "Timeline",
    "assemble",
    "build",
    "extract",
    "read",
]

_HOMES = {
    "ChronicleError": "chronicle.errors",
    "Document": "chronicle.model",
    "Timeline": "chronicle.timeline",
    "assemble": "chronicle.pipeline",
    "build": "chronicle.pipeline",
    "extract": "chronicle.pipeline",
    "read": "chronicle.sources",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    # Loaded when first used, so that `import chronicle` and `--help` answer at once.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'chronicle' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
