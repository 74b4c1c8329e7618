"""The sidecar beside a source: ``letters.toml`` or ``letters.json``."""

import json
import tomllib
from pathlib import Path

from chronicle.errors import MetadataError
from chronicle.settings import FILE_NAME
from chronicle.sources.csl import from_csl
from chronicle.sources.fields import from_fields
from chronicle.sources.metadata import Metadata


def sidecar(path: Path) -> Metadata:
    """The metadata beside a file; empty where it has no sidecar.

    Raises ``MetadataError`` where a sidecar cannot be understood, or there are two.
    """
    beside = [path.with_suffix(suffix) for suffix in (".toml", ".json")]
    found = [p for p in beside if p != path and p.is_file() and p.name != FILE_NAME]
    if len(found) > 1:
        raise MetadataError(
            f"{path}: two sidecars, {found[0].name} and {found[1].name}: keep one"
        )
    if not found:
        return Metadata()
    source = found[0]
    try:
        text = source.read_text(encoding="utf-8-sig")
        if source.suffix == ".toml":
            return from_fields(tomllib.loads(text), source=str(source))
        return from_csl(json.loads(text), source=str(source))
    except OSError as error:
        raise MetadataError(
            f"{source}: cannot be read ({error.strerror}): check its permissions"
        ) from None
    except UnicodeDecodeError:
        raise MetadataError(f"{source}: not UTF-8: save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        mend = 'texts stand in quotation marks, author = "Anna Weiss"'
        if "date" in str(error):
            mend = 'there is no such day; an uncertain date is written date = "1848-03"'
        raise MetadataError(f"{source}: not valid TOML ({error}): {mend}") from None
    except json.JSONDecodeError as error:
        raise MetadataError(f"{source}: not valid JSON ({error})") from None
