"""Which world a happening is told in: fact, plan, denial, supposition.

Every word stands in the world that its governors open for it, and a predicate adds its
own modals and negation. Worlds are found from the root downwards, once for each word.
Values and their sources: FactBank 1.0 annotation guidelines; the signatures of
governing words stand in ``lexicon/complements.toml``.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronicle.events.denial import negation
from chronicle.events.groups import Group
from chronicle.events.marks import (
    approximated,
    conditional,
    doubted,
    imperative,
    merely_named,
    modal_world,
    questioned,
    unless_denied,
)
from chronicle.events.openings import Opening, opening
from chronicle.model import Factuality as F

if TYPE_CHECKING:
    from spacy.tokens import Token

    from chronicle.events.scene import Scene

# Of an outer and an inner world, the one further down is farther from fact.
_RANK = (
    *(F.ASSERTED, F.NEGATED, F.PLANNED, F.PROBABLE),
    *(F.POSSIBLE, F.UNKNOWN, F.HYPOTHETICAL, F.COUNTERFACTUAL),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A factuality with the reasons for it, outermost first.

    ``outer`` is what the governors open, ``modal`` that with the predicate's own
    modals, ``value`` that with its own negation as well; ``denied`` tells whether the
    predicate is negated.
    """

    outer: F = F.ASSERTED
    modal: F = F.ASSERTED
    value: F = F.ASSERTED
    denied: bool = False
    steps: tuple[str, ...] = ()


FACT = World()


def farther(outer: F, inner: F) -> F:
    """The world within a world.

    >>> str(farther(F.POSSIBLE, F.ASSERTED)), str(farther(F.ASSERTED, F.NEGATED))
    ('possible', 'negated')
    """
    if outer is inner is F.NEGATED:
        return F.ASSERTED
    if {outer, inner} == {F.NEGATED, F.PLANNED}:
        return F.NEGATED
    return max(outer, inner, key=_RANK.index)


class Worlds:
    """The worlds of a text's words."""

    def __init__(self, scene: "Scene") -> None:
        """Nothing is read until it is asked for."""
        self._scene = scene
        self._known: dict[int, World] = {}

    def of(self, token: "Token") -> World:
        """The world that a word stands in; a predicate's own marks included."""
        chain = [token]
        for above in self._scene.tree.above(token):
            if above.i in self._known:
                break
            chain.append(above)
        for here in reversed(chain):
            if here.i not in self._known:
                self._known[here.i] = self._read(here)
        return self._known[token.i]

    def _read(self, token: "Token") -> World:
        tree = self._scene.tree
        head = tree.head(token)
        outer = F.ASSERTED
        steps: tuple[str, ...] = ()
        if head is not None:
            outer, steps = self._embedded(token, head)
        if not tree.heads_clause(token) and not self._scene.is_verb(token):
            return self._nominal(token, outer, steps)
        return self._predicate(token, outer, steps)

    def _embedded(self, token: "Token", head: "Token") -> tuple[F, tuple[str, ...]]:
        """What the governor opens for a word."""
        above = self._known.get(head.i, FACT)
        found = opening(self._scene, token, head, above.denied)
        if found is None:
            return self._inherited(token, head, above)
        inherited = {
            "nothing": F.ASSERTED,
            "outer": above.outer,
            "modal": above.modal,
            "all": above.value,
        }[found.inherits]
        value = farther(inherited, found.value)
        kept = above.steps if inherited is not F.ASSERTED else ()
        return value, (*kept, found.why) if found.why else kept

    def _inherited(
        self, token: "Token", head: "Token", above: World
    ) -> tuple[F, tuple[str, ...]]:
        """Words inside a phrase or clause stand in its own world."""
        if self._scene.tree.bears(token, "conj") and self._scene.is_clause(token):
            return above.outer, above.steps if above.outer is not F.ASSERTED else ()
        return above.value, above.steps

    def _nominal(self, token: "Token", outer: F, steps: tuple[str, ...]) -> World:
        """A noun: denied by "no", or put off by "planned", "possible"."""
        found: Opening | None = unless_denied(self._scene, token)
        if found is None:
            return World(outer=outer, modal=outer, value=outer, steps=steps)
        value = (
            found.value if found.inherits == "nothing" else farther(outer, found.value)
        )
        return World(
            outer=outer,
            modal=outer,
            value=value,
            denied=found.value is F.NEGATED,
            steps=(*steps, found.why),
        )

    def _predicate(self, token: "Token", outer: F, steps: tuple[str, ...]) -> World:
        scene = self._scene
        group: Group = scene.group(token)
        modal = outer
        for found in (
            merely_named(scene, token, group),
            questioned(scene, token, group),
            imperative(scene, token, group),
            conditional(scene, token, group),
            modal_world(scene, token, group, outer),
            doubted(scene, token),
        ):
            if found is not None:
                modal = farther(modal, found.value)
                steps = (*steps, found.why)
        denier = negation(scene.tree, token, group)
        value = modal
        if denier is not None:
            value, why = _denied(modal, outer, group, scene, token)
            steps = (*steps, f'"{denier.text}": {why}')
        elif (near := approximated(scene, token)) is not None:
            value, steps = (
                farther(modal, F.NEGATED),
                (*steps, f'"{near.text}": not quite'),
            )
        return World(
            outer=outer,
            modal=modal,
            value=value,
            denied=denier is not None,
            steps=steps,
        )


def _denied(
    modal: F, outer: F, group: Group, scene: "Scene", token: "Token"
) -> tuple[F, str]:
    """What a negation makes of a world."""
    if modal is F.COUNTERFACTUAL and scene.is_condition(token):
        return F.ASSERTED, "its denial is supposed against the fact, so it is so"
    firm = modal in {F.ASSERTED, F.PLANNED, F.PROBABLE, F.NEGATED}
    if modal is F.NEGATED and outer is F.NEGATED:
        return F.ASSERTED, "the denial of a denial"
    if firm and (outer in {F.ASSERTED, F.PLANNED, F.NEGATED} or modal is F.ASSERTED):
        return F.NEGATED, "not so"
    if group.modal in {"can", "could"} and outer is F.ASSERTED and not group.perfect:
        return F.NEGATED, "could not"
    return modal, "not so, within what is only supposed"
