"""From a parsed document to those who are named in it, and the pronouns for them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronicle.entities.grouping import Referent, gathered
from chronicle.entities.names import Name, names
from chronicle.entities.people import people
from chronicle.entities.pronouns import Pronouns
from chronicle.language.quotations import quotations
from chronicle.language.syntax import Tree, lemma
from chronicle.model import (
    Division,
    DivisionId,
    DivisionKind,
    Document,
    Entity,
    EntityId,
    EntityKind,
    Mention,
    division_at,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# Whoever writes these is somebody in them, named or not.
_PERSONAL = frozenset(
    {DivisionKind.LETTER, DivisionKind.ENTRY, DivisionKind.POSTSCRIPT}
)


def find_entities(doc: "Doc", document: Document) -> tuple[Entity, ...]:
    """The persons, groups, places and other things named, in order of first mention.

    Pronouns are among the mentions where it is fairly sure whom they mean; in a letter
    or diary "I" is its author and "you" its recipient, outside quotations. A document
    that is said to be in another language than English has none.
    """
    if document.language is not None and not document.language.startswith("en"):
        return ()
    tree = Tree(doc)
    found = names(doc, tree)
    referents = gathered(found)
    named = {
        n: referent
        for referent in referents
        for name in referent.names
        for n in _heads(tree, name)
    }
    where = _Places(document)
    _describe(tree, referents, named)
    Pronouns(tree, named, where.of).resolve()
    referents.extend(_correspondents(tree, document, where, referents))
    return _entities(doc, document, referents)


class _Places:
    """The division and quotation that each word stands in."""

    def __init__(self, document: Document) -> None:
        divisions = document.divisions
        edges = {0, *(d.start for d in divisions), *(d.end for d in divisions)}
        spoken = quotations(document.text)
        edges.update(edge for q in spoken for edge in (q.start, q.end))
        self._starts = sorted(edges)
        self._spoken = spoken
        self._divisions = [division_at(divisions, start) for start in self._starts]
        self._scopes = [
            d.parent if d.kind is DivisionKind.CHAPTER and d.parent else d.id
            for d in self._divisions
        ]
        self._inside = self._quoted()

    def _quoted(self) -> list[int | None]:
        inside: list[int | None] = []
        n = 0
        for start in self._starts:
            while n < len(self._spoken) and self._spoken[n].end <= start:
                n += 1
            here = n < len(self._spoken) and self._spoken[n].start <= start
            inside.append(n if here else None)
        return inside

    def _index(self, token: "Token") -> int:
        from bisect import bisect_right

        return max(bisect_right(self._starts, token.idx) - 1, 0)

    def of(self, token: "Token") -> tuple[object, ...]:
        """What two words share if they stand in one text and one voice.

        The chapters of a work are one text; letters and despatches are not.
        """
        here = self._index(token)
        return (self._scopes[here], self._inside[here])

    def division(self, token: "Token") -> Division:
        return self._divisions[self._index(token)]

    def quoted(self, token: "Token") -> bool:
        return self._inside[self._index(token)] is not None


def _heads(tree: Tree, name: Name) -> Iterator[int]:
    """The word of a naming that bears its syntactic relation."""
    inside = range(name.first, name.last + 1)
    for n in inside:
        if n in tree.relations and tree.heads[n].i not in inside:
            yield n
            return
    yield name.last


def _describe(
    tree: Tree, referents: list[Referent], named: dict[int, Referent]
) -> None:
    """Read "the Prince" as the only one in the document with that title."""
    bearers: dict[str, list[Referent]] = {}
    for referent in referents:
        for title in sorted(referent.titles & people().with_given_name):
            bearers.setdefault(title, []).append(referent)
    for token in tree.words:
        owners = bearers.get(lemma(token), [])
        if token.i in named or len(owners) != 1:
            continue
        determiners = tree.children(token, "det")
        bare = not tree.children(token, "nmod", "amod", "nmod:poss", "flat", "appos")
        after = owners[0].names[0].last < token.i
        definite = any(lemma(d) == "the" for d in determiners)
        if definite and bare and after and token.text[:1].isupper():
            owners[0].pronouns.append((token.i, token.i))
            named[token.i] = owners[0]


def _correspondents(
    tree: Tree, document: Document, where: _Places, referents: list[Referent]
) -> list[Referent]:
    """Outside quotations "I" is a division's author and "you" its recipient."""
    by_id = {d.id: d for d in document.divisions}
    made: dict[str, Referent] = {}
    lexicon = people()
    for token in tree.words:
        word = token.text.lower()
        writer = word in lexicon.writer
        if (not writer and word not in lexicon.reader) or where.quoted(token):
            continue
        division = where.division(token)
        name = _inherited(division, by_id, "author" if writer else "recipient")
        if name is None:
            continue
        referent = _known(name, referents) or made.get(name)
        if referent is None:
            referent = made[name] = Referent(EntityKind.PERSON, known_as=name)
        referent.pronouns.append((token.i, token.i))
    for division in document.divisions:
        name = _inherited(division, by_id, "author")
        if name is None or name in made or division.kind not in _PERSONAL:
            continue
        if _known(name, referents) is None:
            made[name] = Referent(EntityKind.PERSON, known_as=name)
    return list(made.values())


def _inherited(
    division: Division, by_id: dict[DivisionId, Division], field: str
) -> str | None:
    """A division's author or recipient, or that of the one around it."""
    here: Division | None = division
    while here is not None:
        value = getattr(here, field)
        if value is not None:
            return str(value)
        here = by_id.get(here.parent) if here.parent is not None else None
    return None


def _known(name: str, referents: list[Referent]) -> Referent | None:
    """The referent that bears exactly this name."""
    wanted = name.lower()
    for referent in referents:
        texts = {n.text.lower() for n in referent.names}
        if referent.kind is EntityKind.PERSON and wanted in texts:
            return referent
    return None


def _entities(
    doc: "Doc", document: Document, referents: list[Referent]
) -> tuple[Entity, ...]:
    rows = []
    for referent in referents:
        spans = [(n.first, n.last) for n in referent.names] + referent.pronouns
        if spans or referent.known_as is not None:
            first = min(spans, default=(len(doc), 0))
            rows.append((first, sorted(set(spans)), referent))
    rows.sort(key=lambda row: row[0])
    return tuple(
        _entity(doc, document, n, spans, referent)
        for n, (_, spans, referent) in enumerate(rows, start=1)
    )


def _entity(
    doc: "Doc",
    document: Document,
    number: int,
    spans: list[tuple[int, int]],
    referent: Referent,
) -> Entity:
    forms = list(dict.fromkeys(_form(name) for name in referent.names))
    name = referent.known_as or _fullest(referent)
    return Entity(
        id=EntityId(f"{document.key}#e{number}"),
        name=name,
        kind=referent.kind,
        mentions=tuple(
            Mention(
                document=document.key,
                start=doc[first].idx,
                end=doc[last].idx + len(doc[last].text),
            )
            for first, last in spans
        ),
        aliases=tuple(form for form in forms if form != name),
    )


def _form(name: Name) -> str:
    titles = (t for t in name.titles if t[:1].isupper())
    return " ".join((*titles, *name.words))


def _fullest(referent: Referent) -> str:
    """The name with a given name if there is one, else with its title."""
    full = [n.text for n in referent.names if n.given]
    forms = full or [_form(n) for n in referent.names]
    return max(forms, key=lambda form: (len(form.split()), len(form)))
