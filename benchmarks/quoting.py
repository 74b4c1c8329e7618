"""Quoting a stretch of a document so that a person finds it."""

from dataclasses import dataclass

CONTEXT = 70


@dataclass(frozen=True, slots=True)
class Quoter:
    """Quotes a stretch of a document in its sentence, marked with ⟦ ⟧."""

    text: str
    sentences: tuple[tuple[int, int], ...] = ()

    def __call__(self, start: int, end: int) -> str:
        """The sentence around a stretch, or some words on either side."""
        around = next((s for s in self.sentences if s[0] <= start < s[1]), None)
        first, last = around or (max(0, start - CONTEXT), end + CONTEXT)
        first = max(first, start - 3 * CONTEXT)
        last = max(end, min(last, end + 3 * CONTEXT))
        marked = (
            f"{self.text[first:start]}⟦{self.text[start:end]}⟧{self.text[end:last]}"
        )
        return " ".join(marked.split())

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, on one line."""
        return " ".join(self.text[start:end].split())

    def only_headings(self, start: int, end: int) -> bool:
        """Whether only short lines stand between two places."""
        between = self.text[min(start, end) : max(start, end)]
        return all(len(line) <= CONTEXT for line in between.splitlines())
