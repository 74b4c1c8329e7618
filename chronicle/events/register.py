"""The entities of a document, found again by the words that name them."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from chronicle.language.syntax import Tree
from chronicle.model import Document, Entity, EntityKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


class Register:
    """Entities by the place of their mentions."""

    def __init__(
        self, tree: Tree, document: Document, entities: tuple[Entity, ...]
    ) -> None:
        """Sort the mentions by where they begin."""
        self._tree = tree
        self._key = document.key
        self._entities = {e.id: e for e in entities}
        pairs = sorted(
            ((m.start, m.end, e.id) for e in entities for m in e.mentions),
        )
        self._spans = pairs
        self._starts = [start for start, _, _ in pairs]

    def at(self, token: "Token") -> Entity | None:
        """The entity whose mention covers a word."""
        here = bisect_right(self._starts, token.idx) - 1
        for start, end, key in reversed(self._spans[max(here - 2, 0) : here + 1]):
            if start <= token.idx < end:
                return self._entities[key]
        return None

    def of(self, head: "Token") -> Entity | None:
        """The entity that a noun phrase names, by its head or an apposition to it."""
        found = self.at(head)
        if found is not None:
            return found
        for child in self._tree.children(head, "flat", "appos"):
            found = self.at(child)
            if found is not None and not self._tree.children(child, "case"):
                return found
        return None

    def named(self, name: str | None) -> Entity | None:
        """The person of exactly this name."""
        for entity in self._entities.values() if name is not None else ():
            if entity.kind is EntityKind.PERSON and name in (
                entity.name,
                *entity.aliases,
            ):
                return entity
        return None

    def place_before(self, offset: int, since: int) -> Entity | None:
        """The place last named before an offset, no farther back than ``since``."""
        here = bisect_right(self._starts, offset) - 1
        while here >= 0 and self._starts[here] >= since:
            entity = self._entities[self._spans[here][2]]
            if entity.kind is EntityKind.PLACE and self._spans[here][1] <= offset:
                return entity
            here -= 1
        return None

    def place_named(self, name: str | None) -> Entity | None:
        """The place of exactly this name, however its letters are cased."""
        for entity in self._entities.values() if name is not None else ():
            if entity.kind is EntityKind.PLACE and name is not None:
                forms = {f.casefold() for f in (entity.name, *entity.aliases)}
                if name.casefold() in forms:
                    return entity
        return None

    def kind(self, head: "Token") -> EntityKind | None:
        """What kind of entity a noun phrase names."""
        found = self.of(head)
        return found.kind if found is not None else None

    def mention(self, head: "Token") -> Mention:
        """A noun phrase as written, without what trails it."""
        first, last = self._tree.phrase(head)
        return Mention(
            document=self._key, start=first.idx, end=last.idx + len(last.text)
        )
