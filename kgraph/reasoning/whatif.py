"""What if: the long-run response of every variable to sustained interventions, a sign only where every stable system has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from kgraph.errors import InvalidValue
from kgraph.model import Change, Sign
from kgraph.reasoning.components import ancestors, components_from
from kgraph.reasoning.feedback import DEFINITE, LIMIT, OPEN_LOOP, UNKNOWN_LINK, Feedback, Purse
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.interventions import Assumption, Because, Intervention, Prediction, Reason, WhatIf
from kgraph.reasoning.paths import Path
from kgraph.reasoning.signed_walks import SignedWalks, slots_of
from kgraph.reasoning.signs import MASK_OF, MINUS, PLUS, PRODUCT, SIGN_OF_BIT, UNKNOWN, signs_in

STEPS = 2_000_000

FEW_LINKS = 1000
"""The links of a graph from which a chain is searched for before its feedback is looked at."""

FEW_TARGETS = 10
"""So many variables are asked about one by one, before all walks are looked for."""


def what_if(
    graph: SignedGraph,
    interventions: Iterable[Intervention],
    *,
    targets: Iterable[str] | None = None,
    assumption: Assumption = Assumption.STABLE,
    steps: int = STEPS,
) -> WhatIf:
    """What each variable does in the long run, while some are pushed, blocked or clamped.

    The system is ``dx/dt = A x + b`` about its rest, with one entry of ``A`` for each link: of its sign, of unknown strength, and of
    unknown sign where the link is ``?`` or two links of opposite sign join the pair. Every variable falls back by itself
    (``A_ii < 0``), which a self-loop that raises may outweigh. A push on ``j`` changes ``b_j``, and so the rest by ``-A^-1 b``. A sign is
    given only when all systems that fit the assumption have it, for pushes of any size.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    interventions : iterable of Intervention
        At most one on each variable. A blocked variable is taken out; a clamped one keeps only its outgoing links.
    targets : iterable of str, optional
        The variables asked about; by default all that are pushed, held, or reached from these.
    assumption : Assumption
        ``STABLE`` (default) supposes only that the system, with the held variables held, comes to rest, so that its answers
        hold under every stronger assumption. ``EVERY_PART_STABLE`` supposes it of every part of the system.
    steps : int
        The most steps of all searches together; what they leave undecided is undetermined because of the limit.

    Returns
    -------
    WhatIf
        One prediction a target, by id; a variable that no push can reach is unchanged.

    Raises
    ------
    InvalidValue
        For an unknown variable or two interventions on one variable.

    Notes
    -----
    ``A`` is block triangular over the strongly connected components, so a response is a sum over the routes through components,
    of products of link strengths and responses inside them. Different routes have different links between components, whose
    strengths are free: each can be made the largest. So the possible signs of a response are exactly the union over the
    routes, and only responses inside components need more than signs.

    *Every part stable*: minus every part of ``A`` then has a positive determinant, so the response of ``x`` to ``j`` has the sign of a
    sum over the simple paths from ``j`` to ``x``, each with a positive factor. It is determined exactly when all simple paths have one
    sign: if they differ, take weak links, and on one path stronger ones by a power that lets no other path matter; the system is
    dominated by its diagonal, so every part is stable, and the sign is that of the chosen path. The same witness shows that
    opposing chains leave the sign open under ``STABLE`` too.

    *Stable*: as well, the factor of a path, the determinant of minus the part that it leaves, must be known to be positive, or
    enough of them must be. `minors.py` states what is concluded and proves it: from all minors of components of at most
    eight variables that are not in series, and from the largest minors of up to sixteen. In larger components a sign is given
    when no negative loop exists, or when no loop that raises itself lies beside any of the chains.

    Most answers need none of this. Where the walks from the pushes to a variable have one sign only, no negative loop lies on any
    way to it, and it has this sign; where a chain of each sign is found, it is open. Both are seen from the shortest walks with
    each sign, O(n + m) for all variables and less for one. Only for what is left are the components looked at, and of these only
    what lies between the pushes and the variables asked about.

    Outside feedback the work is O(n + m). Inside it, finding a path of each sign is NP-complete; searches are cut by `steps`.

    References
    ----------
    Levins 1974, doi:10.1111/j.1749-6632.1974.tb20562.x. Dambacher, Li and Rossignol 2002,
    doi:10.1890/0012-9658(2002)083[1372:ROCSIA]2.0.CO;2.

    Examples
    --------
    >>> from kgraph.reasoning import Action
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> what_if(graph, [Intervention(variable="ketamine", action=Action.RAISE)]).of("glutamate").change.value
    'raised'
    """
    acts = tuple(sorted(interventions, key=lambda act: act.variable))
    for first, second in pairwise(acts):
        if first.variable == second.variable:
            raise InvalidValue(
                f"'{first.variable}' cannot be under '{first.action.value}' and '{second.action.value}' at once",
                where=first.variable,
                remedy="give one intervention a variable",
            )
    solver = _Solver(graph, acts, assumption, Purse(steps))
    asked = solver.touched() if targets is None else sorted({graph.number(name) for name in targets})
    solver.solve(asked)
    predictions = tuple(solver.prediction(number) for number in asked)
    limited = any(prediction.reason.because is Because.LIMIT for prediction in predictions)
    return WhatIf(interventions=acts, assumption=assumption, predictions=predictions, complete=not limited)


class _Origin:
    """That a sign is possible, how firmly, and where it came from: an earlier one, further links, a loop."""

    __slots__ = ("before", "length", "loop", "rank", "steps")

    def __init__(self, rank: int, before: _Origin | None = None, steps: Path = (), loop: Path = ()) -> None:
        self.rank: int = rank if before is None else max(rank, before.rank)
        self.before, self.steps, self.loop = before, steps, loop
        self.length: int = len(steps) + (before.length if before else 0)

    def chain(self) -> Path:
        """The whole chain, from the push on."""
        if self.before is None:
            return self.steps
        parts: list[Path] = []
        origin: _Origin | None = self
        while origin is not None:
            parts.append(origin.steps)
            origin = origin.before
        return tuple(step for part in reversed(parts) for step in part)

    def open_loop(self) -> Path:
        """The last loop on the way that leaves the sign open."""
        origin: _Origin | None = self
        while origin is not None and not origin.loop:
            origin = origin.before
        return origin.loop if origin is not None else ()


_Signs = dict[int, _Origin]


class _Solver:
    """One question: the possible signs of the variables asked about."""

    def __init__(self, graph: SignedGraph, acts: Sequence[Intervention], assumption: Assumption, purse: Purse) -> None:
        self._graph, self._assumption, self._purse = graph, assumption, purse
        self._held: dict[int, Change] = {}
        self._pushed: dict[int, int] = {}
        self._inflow: dict[int, _Signs] = {}
        self._found: dict[int, _Signs] = {}
        for act in acts:
            number, push = graph.number(act.variable), act.action.push
            if act.action.holds:
                self._held[number] = _CHANGE[push]
            if push is not None:
                self._pushed[number] = MASK_OF[push]

    def _walk(self, wanted: Collection[int] = ()) -> None:
        """Find the shortest walks from the pushes: to some variables, or to all."""
        starts = [3 * number + bit.bit_length() - 1 for number, bit in self._pushed.items()]
        self._walks = SignedWalks(self._graph, starts, closed=self._held, wanted=wanted)

    @property
    def _reached(self) -> set[int]:
        """The variables that the walks lead to, so far as they were looked for."""
        return {state // 3 for state in self._walks.states}

    def solve(self, asked: Iterable[int]) -> None:
        """Find the possible signs of the variables asked about: from the shortest walks where these decide, else by components."""
        asked = list(asked)
        large = self._graph.link_count > FEW_LINKS
        if large and len(asked) <= FEW_TARGETS:
            asked = [number for number in asked if not self._opposed(number)]
        if not asked:
            return
        self._walk(asked if len(asked) <= FEW_TARGETS else ())
        left = [number for number in asked if not self._settle(number, search=large)]
        if left:
            self._walk()
            self._by_components(left)

    def _opposed(self, number: int) -> bool:
        """Whether a short search finds a chain of each sign, so that no walks need be looked for."""
        if number in self._held:
            return True
        chains = [self._searched(number, slot) for slot in (0, 1)]
        if None not in chains:
            self._found[number] = {bit: _Origin(DEFINITE, None, chain) for bit, chain in zip((PLUS, MINUS), chains, strict=True) if chain}
        return None not in chains

    def _settle(self, number: int, *, search: bool = False) -> bool:
        """Whether the shortest walks, or a search for a chain, show all signs that are possible.

        A single sign of walks leaves no negative loop on any way, so it is the response's. Chains of both signs leave it open.
        """
        if number in self._found or number in self._held:
            return True
        slots = slots_of(self._walks, number)
        if not slots:
            return True
        if len(slots) == 1 and slots != [2]:
            self._found[number] = {1 << slots[0]: _Origin(DEFINITE, None, self._walks.spelled(3 * number + slots[0]))}
            return True
        chains = [self._walks.chain(3 * number + slot) for slot in (0, 1)]
        if search and slots[:2] == [0, 1] and None in chains:
            chains = [chain if chain is not None else self._searched(number, slot) for slot, chain in enumerate(chains)]
        if None in chains:
            return False
        self._found[number] = {
            bit: _Origin(DEFINITE, None, chain) for bit, chain in zip((PLUS, MINUS), chains, strict=True) if chain is not None
        }
        return True

    def _searched(self, number: int, slot: int) -> Path | None:
        """A chain of one sign from some push, where a bounded search finds one."""
        names = self._graph.names
        for pushed, bit in self._pushed.items():
            sign = SIGN_OF_BIT[PRODUCT[8 * bit + (1 << slot)]]
            avoid = [names[other] for other in self._held if other != pushed]
            path, _ = self._purse.first_path(self._graph, names[pushed], names[number], sign, avoid)
            if path:
                return path
        return None

    def _by_components(self, left: list[int]) -> None:
        """The same by strongly connected components, causes first, of what lies between the pushes and some variables."""
        graph = self._graph
        region = ancestors(graph, left, self._held) & self._reached
        outside = bytearray(b"\1") * len(graph.names)
        for number in region:
            outside[number] = number in self._held
        self._inflow = {number: {bit: _Origin(DEFINITE)} for number, bit in self._pushed.items() if number in region}
        asked = set(left)
        for component in components_from(graph, sorted(self._inflow), outside):
            members = set(component)
            needed = [member for member in component if member in asked or self._leaves(member, members, outside)]
            if len(component) == 1:
                self._found.setdefault(component[0], self._inflow.pop(component[0], {}))
            elif sum(self._settle(member) for member in needed) < len(needed):
                self._feed_back(component, needed)
            for variable in needed:
                self._pass_on(variable, members, outside)

    def _leaves(self, variable: int, members: set[int], outside: bytearray) -> bool:
        graph = self._graph
        return any(
            not outside[graph.objects[position]] and graph.objects[position] not in members
            for position in range(graph.offsets[variable], graph.offsets[variable + 1])
        )

    def _feed_back(self, component: list[int], needed: list[int]) -> None:
        feedback = Feedback(self._graph, component, self._assumption, self._purse)
        place = {member: number for number, member in enumerate(component)}
        found: dict[int, _Signs] = {place[member]: {} for member in needed if member not in self._found}
        asked = list(found)
        for entered in component:
            inflow = self._inflow.pop(entered, None)
            if inflow is None or not asked:
                continue
            for read, responses in feedback.responses(place[entered], asked):
                for bit, origin in inflow.items():
                    for response, way in responses.items():
                        _keep(found[read], PRODUCT[8 * bit + response], _Origin(way.rank, origin, way.chain, way.loop))
            asked = [read for read in asked if len(found[read]) < 2 or _worst(found[read]) > DEFINITE]
        self._found.update((component[read], signs) for read, signs in found.items())

    def _pass_on(self, variable: int, members: set[int], outside: bytearray) -> None:
        graph = self._graph
        for position in range(graph.offsets[variable], graph.offsets[variable + 1]):
            following = graph.objects[position]
            if outside[following] or following in members:
                continue
            signs = self._inflow.setdefault(following, {})
            for bit, origin in self._found[variable].items():
                for sign in signs_in(graph.masks[position]):
                    made, rank = PRODUCT[8 * bit + MASK_OF[sign]], DEFINITE
                    if made == UNKNOWN:
                        made, rank = PLUS | MINUS, UNKNOWN_LINK
                    step: SignedLink = (graph.names[variable], graph.names[following], sign)
                    for either in (PLUS, MINUS):
                        if made & either and _better(signs, either, max(rank, origin.rank), origin.length + 1):
                            signs[either] = _Origin(rank, origin, (step,))

    def touched(self) -> list[int]:
        """Every variable that is held, pushed or reached."""
        self._walk()
        return sorted(self._reached | self._held.keys())

    def prediction(self, number: int) -> Prediction:
        """The prediction of one variable."""
        name = self._graph.names[number]
        if number in self._held:
            return Prediction(variable=name, change=self._held[number], reason=Reason(because=Because.HELD))
        signs = self._found.get(number)
        if not signs:
            return Prediction(variable=name, change=Change.UNCHANGED, reason=Reason(because=Because.NO_CHAIN))
        if len(signs) == 1:
            ((bit, origin),) = signs.items()
            reason = Reason(because=Because.CHAINS_AGREE, chains=(origin.chain(),))
            return Prediction(variable=name, change=_CHANGE[SIGN_OF_BIT[bit]], reason=reason)
        return Prediction(variable=name, change=Change.UNDETERMINED, reason=_open(signs))


_CHANGE = {Sign.PLUS: Change.RAISED, Sign.MINUS: Change.LOWERED, None: Change.UNCHANGED}
_BECAUSE = {DEFINITE: Because.OPPOSING_CHAINS, UNKNOWN_LINK: Because.UNKNOWN_LINK, OPEN_LOOP: Because.OPEN_LOOP, LIMIT: Because.LIMIT}


def _open(signs: _Signs) -> Reason:
    """Why both signs are possible."""
    rank = _worst(signs)
    origins = sorted(signs.items())
    if rank == DEFINITE:
        return Reason(because=Because.OPPOSING_CHAINS, chains=tuple(origin.chain() for _, origin in origins))
    worst = next(origin for _, origin in origins if origin.rank == rank)
    if rank == UNKNOWN_LINK:
        return Reason(because=Because.UNKNOWN_LINK, chains=(worst.chain(),))
    if rank == OPEN_LOOP:
        return Reason(because=Because.OPEN_LOOP, chains=(worst.chain(),), loop=worst.open_loop())
    return Reason(because=Because.LIMIT, chains=tuple(origin.chain() for _, origin in origins if origin.rank < LIMIT))


def _worst(signs: _Signs) -> int:
    return max(origin.rank for origin in signs.values())


def _better(signs: _Signs, bit: int, rank: int, length: int) -> bool:
    known = signs.get(bit)
    return known is None or (rank, length) < (known.rank, known.length)


def _keep(signs: _Signs, bit: int, origin: _Origin) -> None:
    if _better(signs, bit, origin.rank, origin.length):
        signs[bit] = origin
