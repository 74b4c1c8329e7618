"""Texts of any length, from the sample documents.

They are repeated, each time with other names and years, so that nothing is remembered.
"""

import random
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ("republic.txt", "crimea.md", "coalition.txt", "telegraph-1902.txt")


def prose(words: int, *, seed: int = 1848) -> str:
    """A text of about so many words, from the sample documents with varied names."""
    draw = random.Random(seed)
    samples = [_body(ROOT / "seeds" / name) for name in SEEDS]
    names = sorted(set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", "\n".join(samples))))
    parts: list[str] = []
    count = 0
    while count < words:
        for sample in samples:
            paragraphs = sample.split("\n\n")
            others = draw.sample(names, len(names))
            swap = dict(zip(names, others, strict=True))
            year = draw.randint(-300, 120)
            for paragraph in paragraphs:
                varied = _varied(paragraph, swap, year)
                parts.append(varied)
                count += len(varied.split())
                if count >= words:
                    return "\n\n".join(parts)
    return "\n\n".join(parts)


def _body(path: Path) -> str:
    """A sample without its front matter."""
    text = path.read_text(encoding="utf-8")
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def _varied(paragraph: str, swap: dict[str, str], years: int) -> str:
    renamed = re.sub(r"[A-Z][a-z]{4,}", lambda m: swap.get(m[0], m[0]), paragraph)
    return re.sub(r"\b1[5-9]\d\d\b", lambda m: str(int(m[0]) + years), renamed)
