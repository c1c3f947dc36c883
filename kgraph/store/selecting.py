"""Which entries a selection of layers, mechanisms and species holds, decided from ids alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from pyoxigraph import NamedNode, Store

from kgraph.model import Layer, Selection
from kgraph.store.ids import short
from kgraph.vocabulary.terms import KG, PART_OF

Holds = Callable[[str, Layer], bool]

_EVIDENCE = KG + "evidence"
_ENDS = (KG + "subject", KG + "object", KG + "variable", KG + "outcome", KG + "raised", KG + "lowered", KG + "blocked")


class Selector:
    """Decides whether an entry is in a selection; what it needs to know it reads once, when first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def filter(self, selection: Selection) -> Holds:
        """A function of (entry id, layer) that says whether the selection holds the entry.

        An empty field selects all. A mechanism includes its branches. An entry is of a species when its evidence or one of
        its variables names it; an entry that states no species matches none.
        """
        layers = set(selection.layers)
        mechanisms = self._with_branches(selection.mechanisms)
        species = set(selection.species)

        def holds(identity: str, layer: Layer) -> bool:
            if layers and layer not in layers:
                return False
            if mechanisms and mechanisms.isdisjoint(self._mechanisms.get(identity, ())):
                return False
            return not species or not species.isdisjoint(self._species.get(identity, ()))

        return holds

    @cached_property
    def _mechanisms(self) -> dict[str, set[str]]:
        return _grouped(self._pairs(KG + "mechanism"))

    @cached_property
    def _species(self) -> dict[str, set[str]]:
        """The species of everything that has one: evidence, variables, and the entries that rest on these."""
        named = _grouped(self._pairs(KG + "species"))
        found: dict[str, set[str]] = {}
        for predicate in (_EVIDENCE, *_ENDS):
            for entry, other in self._pairs(predicate):
                if other in named:
                    found.setdefault(entry, set()).update(named[other])
        return found

    def _with_branches(self, mechanisms: tuple[str, ...]) -> set[str]:
        found = set(mechanisms)
        pending = list(mechanisms)
        branches: dict[str, set[str]] = _grouped((parent, branch) for branch, parent in self._pairs(PART_OF)) if mechanisms else {}
        while pending:
            fresh = branches.get(pending.pop(), set()) - found
            found |= fresh
            pending.extend(fresh)
        return found

    def _pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                yield short(quad.subject.value), short(quad.object.value)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found
