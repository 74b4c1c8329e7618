"""Names as they stand in the text: where each begins and ends, its titles and parts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.entities.people import Gender, people
from chronicle.language.syntax import Tree
from chronicle.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_KINDS = {kind.value: kind for kind in EntityKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One naming of somebody or something; token indices, the last one inside.

    ``words`` is the name proper in plain form, ``titles`` what stands before it,
    ``seems`` the kind that the words around it speak for.
    """

    first: int
    last: int
    kind: EntityKind
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    gender: Gender | None = None
    seems: EntityKind | None = None

    @property
    def surname(self) -> str:
        """The last part, with its particle; a single word is both parts."""
        for n, word in enumerate(self.words):
            if n and word.lower() in people().particles:
                return " ".join(self.words[n:])
        return self.words[-1]

    @property
    def given(self) -> str | None:
        """The first part, where there is more than one."""
        return self.words[0] if self.words[0] != self.surname else None

    @property
    def text(self) -> str:
        """The name without titles."""
        return " ".join(self.words)


def names(doc: "Doc", tree: Tree) -> tuple[Name, ...]:
    """The names that the model marks, trimmed or widened to whole names, in order."""
    marked = [name for span in _joined(doc, tree) for name in _read(doc, tree, span)]
    taken = {n for name in marked for n in range(name.first, name.last + 1)}
    marked += (_kin(t) for t in tree.words if t.i not in taken and _is_kin(tree, t))
    found: list[Name] = []
    for name in sorted(marked, key=lambda n: n.first):
        if not found or name.first > found[-1].last:
            found.append(name)
    return tuple(found)


def _is_kin(tree: Tree, token: "Token") -> bool:
    """Whether it is "Mother" with a capital and nothing before it: a name at home."""
    if token.text not in people().kin or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    beside = tree.child(token, "det", "nmod:poss", "amod", "flat", "nmod", "compound")
    return beside is None and tree.bears(
        token, "nsubj", "obj", "iobj", "obl", "conj", "nmod", "vocative"
    )


def _kin(token: "Token") -> Name:
    return Name(
        first=token.i,
        last=token.i,
        kind=EntityKind.PERSON,
        words=(token.text,),
        gender=people().nouns.get(token.lower_),
    )


def _joined(doc: "Doc", tree: Tree) -> "list[Span]":
    """The model's spans, those put together that grammar puts together."""
    spans: list[Span] = []
    for span in doc.ents:
        before = spans[-1] if spans else None
        if (
            before is not None
            and before.end == span.start
            and before.label_ == span.label_
            and tree.bears(before[-1], "compound", "amod", "flat", "nmod:desc")
        ):
            spans[-1] = (
                doc.char_span(before.start_char, span.end_char, label=span.label_)
                or span
            )
        else:
            spans.append(span)
    return spans


def _read(doc: "Doc", tree: Tree, span: "Span") -> "Iterator[Name]":
    first, last = _trimmed(doc, span.start, span.end - 1)
    if first > last or (first == last and doc[first].pos_ in {"PRON", "DET", "ADV"}):
        return
    kind = _kind(doc, span, first, last)
    last = _widened(doc, first, last)
    person = kind is EntityKind.PERSON
    titles, start = _titles(doc, first, last) if person else ([], first)
    words = _words(doc, start, last)
    if not words or not _is_name(words):
        return
    if person:
        before = _titles_before(doc, first)
        titles, first = [*before, *titles], first - len(before)
    yield Name(
        first=first,
        last=last,
        kind=kind,
        words=tuple(words),
        titles=tuple(titles),
        gender=_gender(doc[start], tree, words, titles, kind),
        seems=None if titles else _seems(doc, tree, start),
    )


def _seems(doc: "Doc", tree: Tree, start: int) -> EntityKind | None:
    """A place, where "at" stands just before the name."""
    before = doc[start - 1] if start else None
    if before is None or before.lower_ != "at" or doc[start].lower_ in people().given:
        return None
    verb = tree.head(doc[start])
    aimed = verb is not None and verb.lemma_.lower() in people().aimed_at
    return None if aimed else EntityKind.PLACE


def _kind(doc: "Doc", span: "Span", first: int, last: int) -> EntityKind:
    """The model's kind, but no person is called "the Danes" or "the Roddam"."""
    kind = _KINDS.get(span.label_, EntityKind.OTHER)
    alone = first == last and first > 0 and doc[first - 1].lower_ == "the"
    if kind is not EntityKind.PERSON or not alone:
        return kind
    if people().is_title(doc[first].text) and doc[last].tag_ != "NNPS":
        return kind
    plural = doc[first].tag_ in {"NNPS", "NNS"} or doc[first].lower_.endswith(
        people().peoples
    )
    return EntityKind.GROUP if plural else EntityKind.OTHER


def _is_name(words: list[str]) -> bool:
    """Whether the words are a name: not of the calendar, not a bare office."""
    if words[0].lower() in people().calendar:
        return False
    if words[-1].lower() in people().calendar:
        return False
    before = words[: words.index("of")] if "of" in words else []
    if before and all(people().is_title(w) for w in before):
        return before[-1].lower() in people().territorial
    if all(people().is_title(w) for w in words if w[:1].isupper()):
        return False
    return any(w[:1].isupper() or w[:1].isdigit() or not w.isascii() for w in words)


def _trimmed(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    """Without articles, prepositions and stray marks at the edges."""
    while first <= last and (
        doc[first].lower_ in people().edges or doc[first].is_space
    ):
        first += 1
    while last >= first and (doc[last].lower_ in people().edges or doc[last].is_space):
        if doc[last].text == "." and last > first and doc[last - 1].text.isupper():
            break
        last -= 1
    return first, last


def _widened(doc: "Doc", first: int, last: int) -> int:
    """With an "of" phrase: "Duke of Wellington", "Coalition of the Willing"."""
    n = last + 1
    whole = people().is_title(doc[last].text) or first == last
    if n >= len(doc) or doc[n].lower_ != "of" or not whole:
        return last
    if doc[last].ent_type_ == EntityKind.PLACE.value:
        return last
    n += 1
    while n < len(doc) and doc[n].lower_ in {"the", "a"}:
        n += 1
    end = n
    while end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha:
        end += 1
    return end - 1 if end > n else last


def _titles(doc: "Doc", first: int, last: int) -> tuple[list[str], int]:
    """The titles in a marked name, and where the name proper starts after them."""
    start = first
    for n in range(first, last):
        if doc[n].lower_ == "of":
            return [], first
        if people().is_title(doc[n].text):
            start = n + 1
            if doc[start].text == "." and start < last:
                start += 1
    spoken = [doc[n].text for n in range(first, start)]
    return [word for word in spoken if people().is_title(word)], start


def _titles_before(doc: "Doc", first: int) -> list[str]:
    """Titles just before a name that the model left outside it."""
    found: list[str] = []
    n = first - 1
    while n >= 0 and people().is_title(doc[n].text) and not doc[n].is_space:
        common = doc[n].text[:1].islower()
        if common and doc[n].lower_ not in people().nouns and not found:
            break
        found.insert(0, doc[n].text)
        n -= 1
    return found


def _words(doc: "Doc", first: int, last: int) -> list[str]:
    """The words of a name, hyphens and initials' points joined on."""
    words: list[str] = []
    glue = False
    for token in doc[first : last + 1]:
        if token.is_space or token.lower_ in {"’s", "'s"}:
            continue
        if words and (glue or token.text in "-.’'"):
            words[-1] += token.text
        else:
            words.append(token.text)
        glue = not token.whitespace_ and token.text in "-’'"
    return [w for w in words if w.lower() not in people().suffixes]


def _gender(
    first: "Token", tree: Tree, words: list[str], titles: list[str], kind: EntityKind
) -> Gender | None:
    """What the titles, the given name or a noun beside the name tell."""
    if kind is not EntityKind.PERSON:
        return Gender.NEUTER
    lexicon = people()
    for title in reversed([*titles, words[0]]):
        gender = lexicon.titles.get(title.lower().rstrip("."))
        if gender is not None:
            return gender
    gender = lexicon.given.get(words[0].lower())
    return gender or _beside(first, tree)


def _beside(token: "Token", tree: Tree) -> Gender | None:
    """What the noun beside a name tells: "his wife Anna"."""
    nouns = people().nouns
    head = tree.head(token) if token.i in tree.relations else None
    beside = tree.children(token, "nmod:desc", "compound", "appos")
    if head is not None and tree.bears(token, "appos", "flat"):
        beside = [head, *beside]
    for noun in beside:
        gender = nouns.get(noun.lemma_.lower())
        if gender is not None:
            return gender
    return None
