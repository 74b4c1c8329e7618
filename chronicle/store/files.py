"""save and load: one annotated document a line, written whole or not at all."""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from chronicle.errors import StoreError
from chronicle.model import AnnotatedDocument, Assembly
from chronicle.store.decoding import MalformedError, decoded
from chronicle.store.encoding import encoded

DOCUMENTS = "documents.jsonl"


def save(assembly: Assembly, folder: Path) -> Path:
    """Write what was found in the sources, before any decision; returns the file."""
    return save_documents(assembly.extracted or assembly.annotated, folder)


def save_documents(annotated: Iterable[AnnotatedDocument], folder: Path) -> Path:
    """Write annotated documents to ``documents.jsonl`` in a folder.

    The file appears complete or stays as it was. Raises ``StoreError``.
    """
    path = folder / DOCUMENTS
    text = "".join(
        json.dumps(encoded(one), ensure_ascii=False, allow_nan=False) + "\n"
        for one in annotated
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{DOCUMENTS}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "surrogatepass"))
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written ({error.strerror}): check that the folder can "
            "be written to and the disk is not full"
        ) from None
    return path


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def load(path: Path) -> tuple[AnnotatedDocument, ...]:
    """The annotated documents of a build: its folder, or the file itself.

    Raises ``StoreError`` that names every line at fault.
    """
    file = path / DOCUMENTS if path.is_dir() else path
    try:
        text = file.read_bytes().decode("utf-8", "surrogatepass")
    except FileNotFoundError:
        raise StoreError(
            f"{file}: no such file: name a folder that `chronicle build` wrote"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: cannot be read ({error})") from None
    found, faults = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(decoded(json.loads(line)))
        except json.JSONDecodeError:
            faults.append(f"line {number}: no JSON (cut short?)")
        except MalformedError as error:
            faults.append(f"line {number}: {error}")
    if faults:
        raise StoreError(f"{file}: {'; '.join(faults)}; build it again")
    return tuple(found)
