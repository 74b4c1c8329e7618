"""Telling a text's language by its commonest words; crude, and only for a warning."""

import logging
import re
import unicodedata
from collections import Counter

from chronicle.sources.lexicon import lexicon

logger = logging.getLogger(__name__)

_SAMPLE = 20_000
_FEWEST = 40  # words below which nothing is said
_SHARE = 0.12  # of the words that are the language's commonest
_LEAD = 1.3  # over the next best language


def language_of(text: str, *, name: str, said: str | None = None) -> str | None:
    """A BCP 47 code: what the metadata said, else what the words tell, else ``None``.

    Warns where the text is not English: the language model reads English alone.
    """
    if said is not None:
        if said.split("-")[0].lower() not in ("en", "eng"):
            _warn(name, said)
        return said
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script:
        logger.warning(
            "%s: not in Latin letters; chronicle reads English, so expect next to "
            "nothing from it, or put in a translation",
            name,
        )
        return f"und-{script}"
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _FEWEST:
        return None
    counts = Counter(words)
    shares = sorted(
        (
            (sum(counts[w] for w in set(common)) / len(words), code)
            for code, common in lexicon()["languages"].items()
        ),
        reverse=True,
    )
    (best, code), (second, _) = shares[:2]
    if best < _SHARE or best < _LEAD * second:
        return None
    if code != "en":
        _warn(name, code)
    return str(code)


def _warn(name: str, code: str) -> None:
    logger.warning(
        "%s: written in another language, it seems (%s); chronicle reads English, so "
        "expect little from it, or put in a translation",
        name,
        code,
    )


# Unicode's names of letters begin with their script; ISO 15924 codes.
_SCRIPTS = {
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "DEVANAGARI": "Deva",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
}


def _script(sample: str) -> str | None:
    letters = [c for c in sample if c.isalpha()]
    scripts = Counter(
        unicodedata.name(c, "?").split()[0].split("-")[0] for c in letters
    )
    if not scripts:
        return None
    (name, number), *_ = scripts.most_common(1)
    return _SCRIPTS.get(name) if number > len(letters) / 2 else None
