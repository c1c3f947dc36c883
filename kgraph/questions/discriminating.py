"""Which experiments tell rival mechanisms apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kgraph.errors import InvalidValue
from kgraph.model import (
    Action,
    Assumption,
    Intervened,
    Mechanism,
    Observation,
    Rivalry,
    Selection,
    Splitting,
    Term,
)
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import acts, asked, asked_of, intervened, intervened_in, terms_of
from kgraph.questions.listing import mechanisms as every_mechanism
from kgraph.questions.naming import resolve_mechanism, resolve_term
from kgraph.reasoning import SignedGraph, Split
from kgraph.reasoning import discriminate as splits
from kgraph.store import Knowledge

MOST_SPLITS = 20


def discriminate(
    knowledge: Knowledge,
    mechanisms: Iterable[str] = (),
    *,
    raised: Iterable[str] = (),
    lowered: Iterable[str] = (),
    readouts: Iterable[str] = (),
    assumption: Assumption = Assumption.STABLE,
    limit: int | None = MOST_SPLITS,
    selection: Selection = Selection(),
) -> Rivalry:
    """The single interventions on which rival mechanisms predict differently, ranked by how many pairs of them they tell apart.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    mechanisms : iterable of str
        Names or numbers of two or more; when empty all that have a number and are no branch of another.
    raised, lowered : iterable of str
        What is done in every experiment; when both are empty, the variables are raised on which no rival acts and from which at least
        two of them start.
    readouts : iterable of str
        What would be measured; when empty, the variables at which chains of the rivals end.
    assumption : Assumption
        As for `what_if`.
    limit : int, optional
        The most experiments told.
    selection : Selection
        The layers and species of the claims; its mechanisms play no part.

    Returns
    -------
    Rivalry
        Most pairs told apart first, then those that the graph holds an observation of, then fewest interventions, then by their ids. An
        experiment is left out whose predictions are those of doing nothing more than in every experiment.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        Fewer than two mechanisms, or a limit below one.

    Notes
    -----
    One what-if question a rival and experiment; each variable of a rival is blocked, raised and lowered in turn. A variable that a
    rival lacks is unchanged in it.

    Examples
    --------
    >>> import kgraph
    >>> found = discriminate(kgraph.load(), ["1", "5"], readouts=["antidepressant effect"], limit=1)
    >>> [rival.id for rival in found.rivals]
    ['mech:lhb', 'mech:mtor']
    """
    if limit is not None and limit < 1:
        raise InvalidValue("a limit is above zero", where=f"limit={limit}")
    rivals = _rivals(knowledge, mechanisms)
    links = {
        rival.id: knowledge.links(Selection(layers=selection.layers, species=selection.species, mechanisms=(rival.id,))) for rival in rivals
    }
    every = sorted({link for found in links.values() for link in found}, key=lambda link: (link[0], link[1], link[2].value))
    gatherer = LinkGatherer(knowledge, selection)
    given = asked_of(knowledge, raised=raised, lowered=lowered)
    base = intervened(given) if given else _starts(links.values(), gatherer)
    measured = _readouts(knowledge, readouts, every, gatherer)
    graphs = {name: SignedGraph.from_links(found) for name, found in links.items()}
    found = splits(graphs, [variable.id for variable in measured], base=acts(base), assumption=assumption)
    seen = _observed(knowledge, selection)
    told = [_splitting(split, gatherer, seen) for split in _telling(found, len(base))]
    told.sort(key=lambda one: (-len(one.pairs), not one.observations))
    return Rivalry(
        rivals=rivals,
        base=base,
        readouts=measured,
        assumption=assumption,
        splittings=tuple(told[:limit]),
        found=len(told),
    )


def _rivals(knowledge: Knowledge, names: Iterable[str]) -> tuple[Mechanism, ...]:
    found = {one.id: one for one in (resolve_mechanism(knowledge, name) for name in names)}
    heads = [one for one in every_mechanism(knowledge) if not one.part_of]
    found = found or {one.id: one for one in [one for one in heads if one.number] or heads}
    if len(found) < 2:
        raise InvalidValue("rivals are at least two mechanisms", remedy="'kgraph mechanisms' lists them")
    return tuple(found[identity] for identity in sorted(found))


def _telling(found: Iterable[Split], base: int) -> list[Split]:
    """The experiments that predict something else than the base alone does, and the base."""
    every = list(found)
    alone = {split.variable: split.changes for split in every if len(split.interventions) == base}
    return [split for split in every if len(split.interventions) == base or alone.get(split.variable) != split.changes]


def _starts(links: Iterable[Sequence[tuple[str, str, object]]], gatherer: LinkGatherer) -> tuple[Intervened, ...]:
    """The raising of each variable on which no rival acts and from which at least two start."""
    rows = list(links)
    acted = {link[1] for found in rows for link in found}
    counts: dict[str, int] = {}
    for found in rows:
        for name in {link[0] for link in found} - acted:
            counts[name] = counts.get(name, 0) + 1
    return tuple(Intervened(variable=gatherer.variable(name), action=Action.RAISE) for name, count in sorted(counts.items()) if count > 1)


def _readouts(
    knowledge: Knowledge, names: Iterable[str], links: Sequence[tuple[str, str, object]], gatherer: LinkGatherer
) -> tuple[Term, ...]:
    named = {one.id: one for name in names for one in asked(knowledge, resolve_term(knowledge, name), None).variables}
    ends = {link[1] for link in links} - {link[0] for link in links}
    found = named or {name: gatherer.variable(name) for name in ends}
    return tuple(found[name] for name in sorted(found))


def _observed(knowledge: Knowledge, selection: Selection) -> dict[tuple[frozenset[tuple[str, Action]], str], list[Observation]]:
    """The observations by interventions and variable."""
    found: dict[tuple[frozenset[tuple[str, Action]], str], list[Observation]] = {}
    for one in knowledge.entries("observation", selection=Selection(layers=selection.layers)):
        if isinstance(one, Observation):
            done = frozenset((act.variable.id, act.action) for act in intervened_in(knowledge, one))
            found.setdefault((done, one.variable.id), []).append(one)
    return found


def _splitting(
    split: Split, gatherer: LinkGatherer, seen: Mapping[tuple[frozenset[tuple[str, Action]], str], list[Observation]]
) -> Splitting:
    done = frozenset((act.variable, act.action) for act in split.interventions)
    return Splitting(
        interventions=terms_of(split.interventions, gatherer),
        variable=gatherer.variable(split.variable),
        changes=tuple(change for _, change in split.changes),
        pairs=split.pairs,
        observations=tuple(seen.get((done, split.variable), ())),
    )
