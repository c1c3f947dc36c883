"""What a picture for a slide or a paper shows: chains between two things, a mechanism, or what lies around something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.errors import InvalidValue
from kgraph.model import Chain, Label, Selection, Sign
from kgraph.questions.explaining import explain
from kgraph.questions.limits import HOPS, MOST_VARIABLES
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve_mechanism, resolve_term
from kgraph.questions.picturing import view
from kgraph.store import Knowledge
from kgraph.views.naming import within_label
from kgraph.views.picture import GraphPicture

_SIGN_ZH = {Sign.PLUS: "净作用为升高（+）", Sign.MINUS: "净作用为降低（−）", Sign.UNKNOWN: "净作用方向未报告（?）"}
_SIGN_EN = {Sign.PLUS: "net effect: raises (+)", Sign.MINUS: "net effect: lowers (−)", Sign.UNKNOWN: "net effect: sign not reported (?)"}


def picture(
    knowledge: Knowledge,
    names: Iterable[str] = (),
    *,
    source: str = "",
    target: str = "",
    chain: int | None = None,
    hops: int = HOPS,
    most: int = MOST_VARIABLES,
    selection: Selection = Selection(),
) -> GraphPicture:
    """The part of the graph that a picture shows.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    names : iterable of str
        Mechanisms, and entities or variables with what lies around them, as in `view`. With `source` and `target`: mechanisms in which
        the chains stay.
    source, target : str
        The ends of the chains to draw; both or none.
    chain : int, optional
        Which chain alone, counted from 1, shortest first as `explain` lists them; all of them where it is ``None``.
    hops, most : int
        How far around the named things, and the most variables, as in `view`.
    selection : Selection
        Layers, mechanisms and species.

    Returns
    -------
    GraphPicture
        Variables sorted by id, links by subject, object and sign.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        Only one end is given, there is no chain, or no chain of this number.

    Examples
    --------
    >>> import kgraph
    >>> found = kgraph.picture(kgraph.load(), source="ketamine", target="antidepressant effect", chain=2)
    >>> len(found.variables), len(found.links)
    (3, 2)
    """
    if not source and not target:
        if chain is not None:
            raise InvalidValue("a number of a chain needs its two ends", remedy="name them: --from SOURCE --to TARGET")
        return _titled(knowledge, list(names), hops, most, selection)
    if not (source and target):
        raise InvalidValue("a chain has two ends, and one is given", remedy="give both --from and --to")
    within = tuple(resolve_mechanism(knowledge, name).id for name in names)
    chosen = Selection(layers=selection.layers, mechanisms=(*selection.mechanisms, *within), species=selection.species)
    answer = explain(knowledge, source, target, selection=chosen)
    if not answer.chains:
        raise InvalidValue(f"there is no chain from '{source}' to '{target}' to draw", remedy="kgraph explain says what was searched")
    if chain is not None and not 1 <= chain <= len(answer.chains):
        raise InvalidValue(f"there is no chain {chain}: there are {len(answer.chains)}", remedy=f"use 1 to {len(answer.chains)}")
    drawn = answer.chains if chain is None else answer.chains[chain - 1 : chain]
    return _of_chains(knowledge, drawn, _ends_title(knowledge, source, target), _note(knowledge, drawn, chain, len(answer.chains)))


def _titled(knowledge: Knowledge, names: Sequence[str], hops: int, most: int, selection: Selection) -> GraphPicture:
    """A view whose mechanisms, given by name or number, are its title."""
    numbers = {one.number: one.id for one in knowledge.mechanisms() if one.number}
    return view(knowledge, [numbers.get(name.strip(), name) for name in names], hops=hops, most=most, selection=selection)


def _of_chains(knowledge: Knowledge, chains: Sequence[Chain], title: Label, note: Label) -> GraphPicture:
    links = {(link.subject.id, link.object.id, link.sign.value): link for one in chains for link in one.links}
    variables = {end.id: end for link in links.values() for end in (link.subject, link.object)}
    held = {mechanism for one in chains for mechanism in one.mechanisms}
    ends = {one.links[0].subject.id for one in chains} | {one.links[-1].object.id for one in chains}
    return GraphPicture(
        title=title,
        summary=note,
        variables=tuple(variables[key] for key in sorted(variables)),
        links=tuple(links[key] for key in sorted(links)),
        mechanisms=tuple(one for one in mechanisms(knowledge) if one.id in held),
        focus=tuple(sorted(ends)),
    )


def _ends_title(knowledge: Knowledge, source: str, target: str) -> Label:
    start, end = resolve_term(knowledge, source).label, resolve_term(knowledge, target).label
    return Label(en=f"From {start.en or start.zh} to {end.en or end.zh}", zh=f"从{start.zh or start.en}到{end.zh or end.en}")


def _note(knowledge: Knowledge, chains: Sequence[Chain], number: int | None, count: int) -> Label:
    """Which chains are drawn, and what they say."""
    if number is None:
        signs = [sum(one.sign is sign for one in chains) for sign in Sign]
        return Label(
            en=f"All chains: {count} ({signs[0]} raise, {signs[1]} lower, {signs[2]} with an unreported sign)",
            zh=f"全部因果链：{count}条（升高{signs[0]}条，降低{signs[1]}条，方向未报告{signs[2]}条）",
        )
    within = within_label(chains[0], knowledge)
    return Label(
        en=f"Chain {number} of {count}, {within.en}; {_SIGN_EN[chains[0].sign]}",
        zh=f"第{number}条因果链（共{count}条），{within.zh}；{_SIGN_ZH[chains[0].sign]}",
    )
