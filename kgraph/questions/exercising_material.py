"""What exercises are made of: the chains, and what the whole graph says beside them. Which claims are too disputed to be asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from kgraph.model import (
    Association,
    Bearing,
    Chain,
    Change,
    Claim,
    Entity,
    Language,
    Layer,
    Link,
    Observation,
    Result,
    Selection,
    Sign,
    Term,
    Variable,
)
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import intervened_in
from kgraph.questions.naming import variables_of
from kgraph.reasoning import Action, Kinship, SignedGraph
from kgraph.store import Knowledge, fold, signed_arrays

UNSETTLED = ("sign", "contrary finding", "internal tension", "causality")
"""The matters of notes that leave open whether a claim holds as it is signed."""

_NEAR = 60
_SEEN = {Sign.PLUS: Change.RAISED, Sign.MINUS: Change.LOWERED}


class Material:
    """The chains that exercises are about, and the whole graph that their options are checked against.

    Parameters
    ----------
    knowledge : Knowledge
        The graph; options are checked against all its layers and mechanisms, whatever the selection.
    chains : sequence of Chain
        What is asked about.
    mechanism : str
        Id of the one mechanism that the solver rests on; all that are selected when empty.
    selection : Selection
        What the solver may rest on.
    """

    def __init__(self, knowledge: Knowledge, chains: Sequence[Chain], *, mechanism: str = "", selection: Selection = Selection()) -> None:
        self.knowledge = knowledge
        self.chains = tuple(chains)
        self.solver_selection = replace(selection, mechanisms=(mechanism,)) if mechanism else selection

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The distinct links of the chains, in their order."""
        return tuple({_key(link): link for chain in self.chains for link in chain.links}.values())

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The variables of the chains by id."""
        return {term.id: term for link in self.links for term in (link.subject, link.object)}

    @cached_property
    def everything(self) -> SignedGraph:
        """All links of all layers and mechanisms."""
        return SignedGraph(*signed_arrays(self.knowledge))

    def solver_graph(self, variables: Iterable[str]) -> SignedGraph:
        """The links that the solver may rest on, with these variables even where no link touches them."""
        missing = sorted({one for one in variables if one not in self._selected})
        return SignedGraph(*signed_arrays(self.knowledge, self.solver_selection, variables=missing)) if missing else self._selected

    @cached_property
    def kinship(self) -> Kinship:
        """Who is kin to whom, and what joins them, in the whole graph."""
        variables = {one.id: one for one in self.knowledge.variables()}
        return Kinship(
            self.everything,
            broader={one.id: one.broader for one in variables.values() if one.broader},
            entities={one.id: one.entity for one in variables.values() if one.entity},
            associated=self._associated(),
        )

    def term(self, identity: str) -> Term:
        """The variable of an id."""
        return self.terms.get(identity) or self._gatherer.variable(identity)

    def settled(self, link: Link) -> bool:
        """Whether a link can be asked about as a truth.

        It is signed; no claim of any layer joins the same two variables, or kin of them, with another sign; all its claims have
        supporting evidence and none that disputes; no note leaves its sign open; and no observation or association says otherwise.
        """
        key = _key(link)
        if key not in self._settled:
            self._settled[key] = self._is_settled(link)
        return self._settled[key]

    def observed_otherwise(self, pushed: Mapping[str, Action], target: str, change: Change) -> bool:
        """Whether an observation under just such interventions, on these variables or kin of them, saw something else."""
        return any(
            seen is not change
            for done, variable, seen in self._observations
            if self.kinship.are_kin(variable, target) and self._same(done, pushed)
        )

    def alike(self, first: Term, second: Term) -> bool:
        """Whether two variables go by one name in either language, so that an option could mean both."""
        return not _names(first).isdisjoint(_names(second))

    def confusable(self, terms: Sequence[Term]) -> bool:
        """Whether any two of some variables are kin or share a name."""
        return any(self.kinship.are_kin(one.id, other.id) or self.alike(one, other) for one, other in combinations(terms, 2))

    def nearby(self, wanted: int) -> list[str]:
        """Variables to choose wrong options from: those of the chains, then what lies around them, ring by ring; sorted in each."""
        graph, (back, subjects, _) = self.everything, self.everything.reverse
        found = dict.fromkeys(sorted(one for one in self.terms if one in graph))
        ring = [graph.number(one) for one in found]
        while ring and len(found) < wanted:
            fresh: set[int] = set()
            for number in ring:
                fresh.update(graph.objects[graph.offsets[number] : graph.offsets[number + 1]])
                fresh.update(subjects[back[number] : back[number + 1]])
            ring = sorted(number for number in fresh if graph.names[number] not in found)[:wanted]
            found.update(dict.fromkeys(graph.names[number] for number in ring))
        return list(dict.fromkeys([*found, *graph.names[: max(0, wanted - len(found))]]))

    @cached_property
    def _selected(self) -> SignedGraph:
        return SignedGraph(*signed_arrays(self.knowledge, self.solver_selection, variables=sorted(self.terms)))

    def around(self) -> tuple[Link, ...]:
        """The links of the chains, then those of the whole graph that touch a variable near them; sorted after the first ones."""
        near = self.nearby(_NEAR)[:_NEAR]
        graph = self.everything
        others = (
            self._gatherer.link(one, graph.names[graph.objects[place]], sign)
            for one in near
            if one in graph
            for place in range(graph.offsets[graph.number(one)], graph.offsets[graph.number(one) + 1])
            for sign in graph.signs_between(one, graph.names[graph.objects[place]])
        )
        return tuple({_key(link): link for link in (*self.links, *others)}.values())

    def claims_of_kin(self, link: Link) -> list[Claim]:
        """All claims of any layer and sign from any kin of the subject to any kin of the object."""
        pairs = ((one, other) for one in self.kinship.kin(link.subject.id) for other in self.kinship.kin(link.object.id))
        return [claim for one, other in sorted(pairs) for claim in self.knowledge.claims_between(one, other)]

    @cached_property
    def measured(self) -> list[tuple[set[str], set[str]]]:
        """For each result and each observation in which something is done: the variables of what is done, and of what is measured."""
        found: list[tuple[set[str], set[str]]] = [(set(done), {variable}) for done, variable, _ in self._observations if done]
        for entry in self.knowledge.entries("result"):
            if isinstance(entry, Result) and entry.intervention is not None:
                found.append((set(self._meant(entry.intervention)), set(self._meant(entry.outcome))))
        return found

    @cached_property
    def _settled(self) -> dict[tuple[str, str, Sign], bool]:
        return {}

    @cached_property
    def _gatherer(self) -> LinkGatherer:
        return LinkGatherer(self.knowledge, Selection())

    def _is_settled(self, link: Link) -> bool:
        subject, target = link.subject.id, link.object.id
        if link.sign is Sign.UNKNOWN or self.kinship.are_kin(subject, target) or self.alike(link.subject, link.object):
            return False
        if self.kinship.signs(subject, target) != (link.sign,) or self.kinship.associated(subject, target):
            return False
        for action, change in ((Action.RAISE, _SEEN[link.sign]), (Action.LOWER, _SEEN[Sign.MINUS * link.sign])):
            if self.observed_otherwise({subject: action}, target, change):
                return False
        return all(self._is_plain(claim) for claim in link.claims)

    def _is_plain(self, claim: Claim) -> bool:
        bearings = {piece.bearing for piece in claim.evidence}
        if Bearing.DISPUTES in bearings:
            return False
        asserted = (claim, *(self.knowledge.entry(premise) for premise in claim.premises)) if claim.layer is Layer.DERIVED else (claim,)
        return not any(self.knowledge.note(note).matter in UNSETTLED for one in asserted for note in one.notes)

    @cached_property
    def _observations(self) -> list[tuple[dict[str, Action], str, Change]]:
        every = (one for one in self.knowledge.entries("observation") if isinstance(one, Observation))
        return [
            ({act.variable.id: act.action for act in intervened_in(self.knowledge, one)}, variable.id, one.change)
            for one in every
            for variable in variables_of(self.knowledge, one.variable)
        ]

    def _same(self, done: Mapping[str, Action], pushed: Mapping[str, Action]) -> bool:
        def covered(some: Mapping[str, Action], others: Mapping[str, Action]) -> bool:
            kin = self.kinship.are_kin
            return all(any(act is other and kin(one, two) for two, other in others.items()) for one, act in some.items())

        return covered(done, pushed) and covered(pushed, done)

    def _associated(self) -> Iterator[tuple[str, str]]:
        for entry in self.knowledge.entries("association"):
            if isinstance(entry, Association):
                for first in self._meant(entry.subject):
                    for second in self._meant(entry.object):
                        yield (first, second)

    def _meant(self, term: Term) -> Iterable[str]:
        return [one.id for one in variables_of(self.knowledge, term)] if isinstance(term, (Entity, Variable)) else [term.id]


def _key(link: Link) -> tuple[str, str, Sign]:
    return (link.subject.id, link.object.id, link.sign)


def _names(term: Term) -> set[str]:
    return {fold(term.label.text(language) or term.id) for language in Language}
