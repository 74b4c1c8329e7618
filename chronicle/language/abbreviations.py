"""Abbreviations and old words that spaCy's English rules would take apart."""

import tomllib
from importlib.resources import files


def abbreviations() -> tuple[str, ...]:
    """All of them, from ``abbreviations.toml``."""
    text = (files(__package__) / "abbreviations.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return tuple(
        word for name, words in table.items() if name != "source" for word in words
    )
