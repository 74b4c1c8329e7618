"""Which files of a folder are sources."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from chronicle.errors import SourceError
from chronicle.sources.reading import READERS, UNREAD, suffix_of

# What a build writes, left out where it lies beside the sources.
_SAVED = "documents.jsonl"
_OUTPUTS = ("timeline", "events", "questions", "documents", "decisions")
# Files about a folder, known by their customary names.
_ABOUT = (
    "readme",
    "license",
    "licence",
    "copying",
    "notice",
    "changelog",
    "contributing",
    "makefile",
    "dockerfile",
)


def find_sources(paths: Iterable[Path]) -> tuple[Path, ...]:
    """All sources among files and folders, sorted, each once.

    A file that is named is a source whatever it is called. In folders, sidecars, hidden
    files, README and licence files, and what a build wrote are left out; kinds of
    document that cannot be read are listed, so that reading them can say so. Raises
    ``SourceError`` where a path does not exist or a folder holds no documents.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(_walk(path), key=lambda p: p.relative_to(path).as_posix())
            if not inside:
                raise SourceError(
                    f"{path}: no documents in this folder: put "
                    f"{_listed(READERS)} files there, or name another folder"
                )
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise SourceError(f"{path}: no such file or folder: check its name")
    return tuple(sorted(found, key=lambda p: p.as_posix()))


def _listed(suffixes: Iterable[str]) -> str:
    return ", ".join(s for s in suffixes if s)


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        built = _SAVED in names
        yield from (Path(here, name) for name in names if _is_source(name, built=built))


def _is_source(name: str, *, built: bool) -> bool:
    path = Path(name)
    stem, suffix = path.stem.lower(), suffix_of(path)
    if name.startswith((".", "~")) or stem in _ABOUT:
        return False
    if built and stem in _OUTPUTS:
        return False
    return suffix in READERS or suffix in UNREAD
