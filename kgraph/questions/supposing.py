"""What if: what every variable does under interventions, which chains a block cuts, and what was observed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import (
    Action,
    Asked,
    Assumption,
    Change,
    Intervened,
    Judged,
    Observation,
    Predicted,
    Routes,
    Selection,
    Sign,
    Supposition,
    Term,
)
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import acts, asked, asked_of, intervened, intervened_in
from kgraph.questions.limits import MOST_CHAINS
from kgraph.questions.naming import resolve_term
from kgraph.reasoning import Intervention, Judgement, Prediction, Seen, SignedGraph, judge
from kgraph.reasoning import what_if as solved
from kgraph.store import Knowledge, signed_arrays


def what_if(
    knowledge: Knowledge,
    targets: Iterable[str] = (),
    *,
    raised: Iterable[str] = (),
    lowered: Iterable[str] = (),
    blocked: Iterable[str] = (),
    clamped: Iterable[tuple[str, Sign]] = (),
    assumption: Assumption = Assumption.STABLE,
    max_links: int | None = None,
    limit: int | None = MOST_CHAINS,
    selection: Selection = Selection(),
) -> Supposition:
    """What each variable does in the long run while some are raised, lowered, blocked or clamped.

    A sign is given only where every stable system with the signs of the graph has it; else the change is undetermined, with the
    reason. To raise, lower or clamp an entity is to do so to its most general variables; to block it is to hold all its
    variables and those narrower.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    targets : iterable of str
        Names asked about; all that the interventions touch or reach when empty.
    raised, lowered, blocked : iterable of str
        Names of what is pushed up, pushed down, held at its baseline.
    clamped : iterable of (name, Sign)
        What is held above (``+``) or below (``-``) its baseline.
    assumption : Assumption
        What is supposed of the unknown strengths.
    max_links, limit : optional
        The longest and the most chains told as cut or standing; they never touch a prediction.
    selection : Selection
        The layers, mechanisms and species that the answer may rest on.

    Returns
    -------
    Supposition
        Predictions by variable id; the chains cut and standing for each target; every observation of the selected layers that was
        made under exactly these interventions, by id, with its own chains.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        No intervention, a clamp without a sign, or two different interventions on one variable.

    Notes
    -----
    Linear outside feedback loops; inside them searches are cut by a number of steps, and say so.

    References
    ----------
    Levins 1974, doi:10.1111/j.1749-6632.1974.tb20562.x. Dambacher, Li and Rossignol 2002,
    doi:10.1890/0012-9658(2002)083[1372:ROCSIA]2.0.CO;2.

    Examples
    --------
    >>> import kgraph
    >>> answer = what_if(kgraph.load(), ["neuronal regeneration"], raised=["ketamine"])
    >>> [one.change.value for one in answer.predictions]
    ['raised']
    """
    given = asked_of(knowledge, raised=raised, lowered=lowered, blocked=blocked, clamped=clamped)
    done = intervened(given)
    wanted = tuple(asked(knowledge, resolve_term(knowledge, name), None) for name in targets)
    return Supposer(knowledge, assumption=assumption, max_links=max_links, limit=limit, selection=selection).answer(given, done, wanted)


class Supposer:
    """Answers what-if questions on one selection of the graph."""

    def __init__(
        self,
        knowledge: Knowledge,
        *,
        assumption: Assumption = Assumption.STABLE,
        max_links: int | None = None,
        limit: int | None = MOST_CHAINS,
        selection: Selection = Selection(),
    ) -> None:
        self._knowledge = knowledge
        self._assumption, self._max_links, self._limit = assumption, max_links, limit
        self._layers = Selection(layers=selection.layers)
        self._selection = selection
        self._gatherer = LinkGatherer(knowledge, selection)

    def answer(self, given: Sequence[Asked], done: Sequence[Intervened], wanted: Sequence[Asked]) -> Supposition:
        """The whole answer; without targets the predictions of all that is touched, and no chains but those of observations."""
        targets = {variable.id: variable for one in wanted for variable in one.variables}
        graph = self.graph([one.variable for one in done] + list(targets.values()))
        ids = sorted(targets)
        solution = solved(graph, acts(done), targets=ids or None, assumption=self._assumption)
        predictions = tuple(self.predicted(one, targets.get(one.variable)) for one in solution.predictions)
        routes = tuple(self._routes(graph, acts(done), targets[identity]) for identity in ids)
        judged = tuple(self.judged(one) for one in self._made_under(done) if not targets or one.variable.id in targets)
        return Supposition(
            asked=(*given, *wanted),
            interventions=tuple(done),
            assumption=self._assumption,
            predictions=predictions,
            routes=routes,
            observations=judged,
            complete=solution.complete and all(one.complete for one in (*routes, *(one.routes for one in judged))),
        )

    def graph(self, variables: Iterable[Term] = ()) -> SignedGraph:
        """The signed graph of the selection, with these variables even where no link touches them."""
        return SignedGraph(*signed_arrays(self._knowledge, self._selection, variables=sorted({one.id for one in variables})))

    def judged(self, observation: Observation) -> Judged:
        """An observation beside the prediction."""
        done = intervened_in(self._knowledge, observation)
        graph = self.graph([*(one.variable for one in done), observation.variable])
        found = self.judgement(graph, acts(done), observation.variable, observation.change)
        return Judged(
            observation=observation,
            agreement=found.agreement,
            predicted=self.predicted(found.prediction, observation.variable),
            routes=self._told(found, observation.variable),
        )

    def judgement(self, graph: SignedGraph, done: tuple[Intervention, ...], variable: Term, change: Change) -> Judgement:
        """The same on ids."""
        seen = Seen(interventions=done, variable=variable.id, change=change)
        return judge(graph, seen, assumption=self._assumption, max_links=self._max_links, limit=self._limit)

    def variable(self, identity: str) -> Term:
        """The variable of an id."""
        return self._gatherer.variable(identity)

    def predicted(self, one: Prediction, variable: Term | None = None) -> Predicted:
        """A prediction on ids as a value; `variable` saves the look for its term."""
        reason = one.reason
        return Predicted(
            variable=variable or self.variable(one.variable),
            change=one.change,
            because=reason.because,
            chains=tuple(self._gatherer.chain(path) for path in reason.chains if path),
            loop=tuple(self._gatherer.link(*step) for step in reason.loop),
        )

    def _made_under(self, done: Sequence[Intervened]) -> list[Observation]:
        """The observations made under exactly these interventions, by id."""
        same = {(one.variable.id, one.action) for one in done}
        if any(action not in (Action.RAISE, Action.LOWER, Action.BLOCK) for _, action in same):
            return []
        every = (one for one in self._knowledge.entries("observation", selection=self._layers) if isinstance(one, Observation))
        return [one for one in every if {(act.variable.id, act.action) for act in intervened_in(self._knowledge, one)} == same]

    def _routes(self, graph: SignedGraph, done: tuple[Intervention, ...], variable: Term) -> Routes:
        return self._told(self.judgement(graph, done, variable, Change.UNDETERMINED), variable)

    def _told(self, found: Judgement, variable: Term) -> Routes:
        chain = self._gatherer.chain
        standing, cut = tuple(map(chain, found.standing)), tuple(map(chain, found.cut))
        return Routes(variable=variable, standing=standing, cut=cut, complete=found.complete)
