"""Which namings name the same: full names, surnames, titles; homonyms stay apart."""

from collections import Counter
from dataclasses import dataclass, field

from chronicle.entities.names import Name
from chronicle.entities.people import Gender, people
from chronicle.model import EntityKind


@dataclass(slots=True)
class Referent:
    """Somebody or something with all its namings, while they are gathered."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    gender: Gender | None = None
    known_as: str | None = None
    pronouns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def given(self) -> str | None:
        """The given name, once any naming has told it."""
        return next((n.given for n in self.names if n.given), None)

    @property
    def titles(self) -> frozenset[str]:
        """All titles given, in lower case, those before "of" as well."""
        before = {t.lower().rstrip(".") for name in self.names for t in name.titles}
        whole = {n.words[0].lower() for n in self.names if "of" in n.words[1:2]}
        return frozenset(before | (whole & people().territorial))

    def add(self, name: Name) -> None:
        """Take in a naming."""
        self.names.append(name)
        if self.gender is None:
            self.gender = name.gender


def gathered(names: tuple[Name, ...]) -> list[Referent]:
    """The referents of a text's namings, in order of first mention."""
    found: list[Referent] = []
    kinds = _kinds(names)
    by_word: dict[str, list[Referent]] = {}
    for name in names:
        kind = kinds[name.text.lower()]
        keys = _keys(name, kind)
        candidates = [r for key in keys for r in by_word.get(key, ())]
        referent = next(
            (r for r in _recent_first(candidates) if _same(r, name, kind)), None
        )
        if referent is None:
            referent = Referent(kind)
            found.append(referent)
        referent.add(name)
        referent.kind = kind
        for key in keys:
            known = by_word.setdefault(key, [])
            if not any(r is referent for r in known):
                known.append(referent)
    return found


def _kinds(names: tuple[Name, ...]) -> dict[str, EntityKind]:
    """The kind that most namings of one wording speak for, the first where it ties.

    What the words around a name say of it weighs more than the model's label.
    """
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        count = votes.setdefault(name.text.lower(), Counter())
        count[name.kind] += 2
        if name.seems is not None:
            count[name.seems] += 3
    return {text: count.most_common(1)[0][0] for text, count in votes.items()}


def _keys(name: Name, kind: EntityKind) -> list[str]:
    if kind is not EntityKind.PERSON:
        return [name.text.lower()]
    return list(dict.fromkeys((name.surname.lower(), name.words[0].lower())))


def _recent_first(candidates: list[Referent]) -> list[Referent]:
    unique = {id(r): r for r in candidates}
    return sorted(unique.values(), key=lambda r: -r.names[-1].last)


def _same(referent: Referent, name: Name, kind: EntityKind) -> bool:
    """Whether a naming can name a referent already met under a word of it."""
    person = EntityKind.PERSON
    if (referent.kind is person) is not (kind is person):
        return False
    if kind is not person:
        return referent.names[0].text.lower() == name.text.lower()
    genders = {referent.gender, name.gender} - {None}
    if len(genders) > 1:
        return False
    return any(_match(old, name) for old in referent.names) and not (
        name.given and referent.given and not _alike(name.given, referent.given)
    )


def _match(old: Name, new: Name) -> bool:
    """Whether two namings agree in the parts that both have."""
    if old.surname.lower() == new.surname.lower():
        return True
    one, other = (new, old) if new.given is None else (old, new)
    if one.given is not None:
        return False
    royal = people().with_given_name
    titles = {t.lower().rstrip(".") for t in (*one.titles, *other.titles)}
    by_given = (other.given or "").lower() == one.text.lower()
    return by_given and (not one.titles or bool(titles & royal))


def _alike(one: str, other: str) -> bool:
    """Whether two given names agree, an initial standing for the whole.

    >>> _alike("E.", "Edward"), _alike("Karl", "Anna")
    (True, False)
    """
    a, b = one.rstrip(".").lower(), other.rstrip(".").lower()
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a == b
