"""The steps of a lesson: which chains are told, in which order their links come, and what is to be predicted on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgraph.model import Chain, Claim, Label, Layer, LessonStep, Link, Mechanism, Remark, Selection, Sign, Supposition, Term
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.supposing import what_if
from kgraph.reasoning import SignedGraph, signed_paths
from kgraph.store import Knowledge

MOST_TOLD = 6
MOST_AMONG = 100
_FURTHER = Label(en="More of this mechanism", zh="该机制的更多细节")


def chains_to_tell(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The few chains that a lesson tells, out of all.

    The first is the one with the most steps that the source itself states; then each chain that tells most of what is not told yet, until
    every step that the source states and that lies on some chain is told. Without a source layer the shortest chain alone.
    """
    left = set().union(*(_stated(chain) for chain in chains)) if chains else set()
    told: list[Chain] = []
    while left and len(told) < MOST_TOLD:
        best = min(chains, key=lambda chain: (-len(_stated(chain) & left), len(chain.links), _order(chain)))
        if not _stated(best) & left:
            break
        told.append(best)
        left -= _stated(best)
    return tuple(told) or tuple(chains[:1])


def steps_along(
    knowledge: Knowledge,
    chains: Sequence[Chain],
    remarks: Sequence[Remark],
    *,
    selection: Selection = Selection(),
    mechanism: str = "",
    brief: bool = False,
) -> list[LessonStep]:
    """Steps from the start of some chains to their ends: links that begin equally far from the start make one step.

    After each step but the last the learner predicts what happens to the end when the variable just reached is blocked; what is right comes
    from the solver. With `brief`, all links make one step, and the prediction is about all claims together, where somebody looked: is the
    mechanism needed?
    """
    if not chains:
        return []
    depth: dict[tuple[str, str, str], int] = {}
    links: dict[tuple[str, str, str], Link] = {}
    for chain in chains:
        for place, link in enumerate(chain.links):
            key = (link.subject.id, link.object.id, link.sign.value)
            links[key] = link
            depth[key] = max(depth.get(key, 0), place)
    if brief:
        guess = _guess(knowledge, chains, [chain.links[0] for chain in chains], Selection())
        guess = guess if guess and guess.observations else None
        step = _step(knowledge, tuple(links.values()), remarks, mechanism=mechanism, guess=guess, title=knowledge.label(mechanism))
        return [replace(step, together=True)]
    rows = [tuple(links[key] for key in links if depth[key] == place) for place in range(max(depth.values()) + 1)]
    rows = [row for row in rows if row]
    steps = []
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        guess = None if last else _guess(knowledge, chains, row, selection)
        steps.append(_step(knowledge, row, remarks, mechanism=mechanism, guess=guess))
    return steps


def steps_beside(knowledge: Knowledge, mechanism: Mechanism, chains: Iterable[Chain], remarks: Sequence[Remark]) -> list[LessonStep]:
    """The links of a mechanism that no told chain has, as one last step; none where there are no such links."""
    told = {(link.subject.id, link.object.id, link.sign) for chain in chains for link in chain.links}
    own = Selection(mechanisms=(mechanism.id,))
    gatherer = LinkGatherer(knowledge, own)
    rest = tuple(gatherer.link(*link) for link in knowledge.links(own) if link not in told)
    return [_step(knowledge, rest, remarks, mechanism=mechanism.id, title=_FURTHER)] if rest else []


def chains_among(knowledge: Knowledge, claims: Iterable[Claim]) -> tuple[Chain, ...]:
    """The chains that these claims make among themselves, each from where nothing leads to it to where nothing leads on."""
    links = sorted({(one.subject.id, one.object.id, one.sign) for one in claims}, key=lambda one: (one[0], one[1], one[2].value))
    subjects, objects = {link[0] for link in links}, {link[1] for link in links}
    paths = signed_paths(SignedGraph.from_links(links), sorted(subjects - objects), sorted(objects - subjects), limit=MOST_AMONG).paths
    gatherer = LinkGatherer(knowledge, Selection())
    return tuple(gatherer.chain(path) for path in paths)


def _step(
    knowledge: Knowledge,
    links: tuple[Link, ...],
    remarks: Sequence[Remark],
    *,
    mechanism: str,
    guess: Supposition | None = None,
    title: Label = Label(),
) -> LessonStep:
    """A step with the remarks on its claims; claims of unreported sign on the same pairs are told beside its links."""
    own = Selection(mechanisms=(mechanism,)) if mechanism else Selection()
    pairs = dict.fromkeys((link.subject.id, link.object.id) for link in links if link.sign is not Sign.UNKNOWN)
    vague = tuple(claim for pair in pairs for claim in knowledge.claims_between(*pair, Sign.UNKNOWN, own))
    claims = {claim.id for claim in (*vague, *(claim for link in links for claim in link.claims))}
    near = tuple(one for one in remarks if claims.intersection(one.about))
    return LessonStep(title=title, links=links, entries=vague, remarks=near, guess=guess, mechanism=mechanism)


def _guess(knowledge: Knowledge, chains: Sequence[Chain], row: Sequence[Link], selection: Selection) -> Supposition | None:
    """What becomes of the end when the start is raised and what this step reached is blocked: asked only of variables between."""
    ends = {chain.links[0].subject.id for chain in chains}, {chain.links[-1].object.id for chain in chains}
    reached = sorted({link.object.id for link in row} - ends[0] - ends[1])
    if not reached:
        return None
    return what_if(knowledge, sorted(ends[1]), raised=sorted(ends[0]), blocked=reached[:1], selection=selection)


def _stated(chain: Chain) -> set[tuple[str, str, str]]:
    """The links of a chain that the source itself states; all of them where no layer is the source's."""
    return {
        (link.subject.id, link.object.id, link.sign.value)
        for link in chain.links
        if any(isinstance(claim, Claim) and claim.layer is Layer.REVIEW for claim in link.claims)
    }


def _order(chain: Chain) -> tuple[str, ...]:
    return (chain.links[0].subject.id, *(link.object.id for link in chain.links))


def ends_of(
    knowledge: Knowledge, mechanism: Mechanism, usual: tuple[Sequence[Term], Sequence[Term]] | None
) -> tuple[list[Term], list[Term]]:
    """Where a mechanism starts and ends: at the usual ends where it holds them, else where its links begin and stop."""
    links = knowledge.links(Selection(mechanisms=(mechanism.id,)))
    subjects, objects = {link[0] for link in links}, {link[1] for link in links}
    asked = [{term.id for term in side} for side in usual] if usual else [set[str](), set[str]()]
    starts = asked[0] & subjects or subjects - objects or subjects
    stops = asked[1] & objects or objects - subjects or objects
    return [knowledge.term(one) for one in sorted(starts)], [knowledge.term(one) for one in sorted(stops)]
