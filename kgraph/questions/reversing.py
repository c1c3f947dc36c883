"""Reverse questions: which interventions explain what was seen to rise, fall or stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.errors import InvalidValue
from kgraph.model import Assumption, Change, Explaining, Reversal, Selection, Term, Variable
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import terms_of
from kgraph.questions.limits import STEPS_EACH
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.questions.reaching import affordable, reached
from kgraph.reasoning import SignedGraph, causes, what_if
from kgraph.store import Knowledge

MOST_CAUSES = 20


def reverse(
    knowledge: Knowledge,
    *,
    raised: Iterable[str] = (),
    lowered: Iterable[str] = (),
    unchanged: Iterable[str] = (),
    pairs: bool = True,
    limit: int = MOST_CAUSES,
    assumption: Assumption = Assumption.STABLE,
    selection: Selection = Selection(),
) -> Reversal:
    """The single interventions, and pairs of them, that best explain what was seen to rise, fall or stay.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    raised, lowered, unchanged : iterable of str
        Names of what was seen. An entity stands for the most general of its variables that some link touches.
    pairs : bool
        Whether pairs count too; a pair is told only when it scores better than both of its members.
    limit : int
        The most causes told.
    assumption, selection
        As for `what_if`.

    Returns
    -------
    Reversal
        Best first: right less wrong, then fewest wrong, then fewest interventions, then by id.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        Nothing was seen, or one variable in two ways.

    Notes
    -----
    One what-if question for each of the nearest variables upstream of what was seen; at most 300 of these are tried, fewer on
    large graphs.
    Chindelevitch et al. 2012, doi:10.1093/bioinformatics/bts090.

    Examples
    --------
    >>> import kgraph
    >>> found = reverse(kgraph.load(), raised=["BDNF secretion"], lowered=["GSK3 activity in the hippocampus"], pairs=False)
    >>> found.causes[0].right
    2
    """
    links = knowledge.links(selection)
    ways = ((raised, Change.RAISED), (lowered, Change.LOWERED), (unchanged, Change.UNCHANGED))
    seen = _seen(knowledge, {end for link in links for end in link[:2]}, ways)
    graph = SignedGraph.from_links(links, variables=seen)
    wanted = {name: change for name, (_, change) in seen.items()}
    gatherer = LinkGatherer(knowledge, selection)
    near, complete = reached(graph, wanted, against=True, most=affordable(graph) + len(wanted))
    tried = [name for name in near if name not in wanted]
    found = causes(graph, wanted, candidates=tried, pairs=pairs, limit=limit, assumption=assumption, steps=STEPS_EACH)
    told = []
    for cause in found:
        answer = what_if(graph, cause.interventions, targets=sorted(wanted), assumption=assumption)
        told.append(
            Explaining(
                interventions=terms_of(cause.interventions, gatherer),
                predicted=tuple(answer.of(name).change for name in sorted(wanted)),
                right=cause.right,
                wrong=cause.wrong,
                undetermined=cause.undetermined,
            )
        )
    return Reversal(seen=tuple(seen[name] for name in sorted(seen)), assumption=assumption, causes=tuple(told), complete=complete)


def _seen(knowledge: Knowledge, touched: set[str], ways: Iterable[tuple[Iterable[str], Change]]) -> dict[str, tuple[Term, Change]]:
    """What was seen, by id of the variable."""
    found: dict[str, tuple[Term, Change]] = {}
    for names, change in ways:
        for name in names:
            for variable in _linked(knowledge, resolve_term(knowledge, name), touched):
                if found.setdefault(variable.id, (variable, change))[1] is not change:
                    raise InvalidValue(
                        f"{variable.id} cannot be seen {found[variable.id][1].value} and {change.value}",
                        where=name,
                        remedy="name each once",
                    )
    if not found:
        raise InvalidValue("nothing was seen", remedy="say what rose, fell or stayed")
    return found


def _linked(knowledge: Knowledge, term: Term, touched: set[str]) -> Sequence[Term]:
    """The most general variables of a term among those that a link touches; where none is touched, of all."""
    every = variables_of(knowledge, term)
    near: Sequence[Variable] = [one for one in every if one.id in touched] or every
    ids = {one.id for one in near}
    return [one for one in near if not ids.intersection(one.broader)] or [term]
