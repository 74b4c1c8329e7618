"""The word lists of training, from ``lexicon.toml``."""

import tomllib
from pathlib import Path
from typing import Any

LEXICON: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "lexicon.toml").read_text(encoding="utf-8")
)
