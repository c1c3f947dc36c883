"""Numerical systems with the signs of a graph: the oracle for everything that the solver says without numbers."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy
from numpy.typing import NDArray

from kgraph.model import Sign
from kgraph.reasoning import Action, Intervention, SignedGraph

Numbers = NDArray[numpy.float64]


def pattern(graph: SignedGraph) -> tuple[Numbers, NDArray[numpy.bool_]]:
    """The signs of ``A``, and which entries have an open one."""
    place = {name: number for number, name in enumerate(graph.names)}
    width = len(graph.names)
    signs, open_ = -numpy.eye(width), numpy.zeros((width, width), bool)
    for subject, object_, sign in graph.links():
        row, column = place[object_], place[subject]
        value = {Sign.PLUS: 1.0, Sign.MINUS: -1.0}.get(sign, 0.0)
        if row == column:
            open_[row, column] |= sign is not Sign.MINUS
        elif signs[row, column] in (0.0, value) and value:
            signs[row, column] = value
        else:
            open_[row, column] = True
            signs[row, column] = signs[row, column] or 1.0
    return signs, open_


def systems(graph: SignedGraph, random: numpy.random.Generator, count: int, spread: float) -> Numbers:
    """Many matrices with the signs of the graph; strengths are log-normal."""
    signs, open_ = pattern(graph)
    flips = numpy.where(open_ & (random.random((count, *signs.shape)) < 0.5), -1.0, 1.0)
    strengths = numpy.exp(random.normal(0.0, spread, (count, *signs.shape)))
    return numpy.asarray(signs * flips * strengths)


def stable(many: Numbers) -> Numbers:
    """Those that come to rest."""
    if many.shape[1] == 0:
        return many
    return numpy.asarray(many[numpy.linalg.eigvals(many).real.max(axis=1) < -1e-9])


def every_part_stable(many: Numbers) -> Numbers:
    """Those of which every part comes to rest."""
    for size in range(1, many.shape[1] + 1):
        for part in combinations(range(many.shape[1]), size):
            many = many[numpy.linalg.eigvals(many[:, part][:, :, part]).real.max(axis=1) < -1e-9]
    return many


def free_part(graph: SignedGraph, acts: list[Intervention]) -> list[int]:
    """The variables that are not held."""
    held = {act.variable for act in acts if act.action.holds}
    return [number for number, name in enumerate(graph.names) if name not in held]


def responses(graph: SignedGraph, many: Numbers, acts: list[Intervention], random: numpy.random.Generator) -> Numbers:
    """The change at rest of every variable in each system, for pushes of random size; held variables stay where they are held.

    `many` are the whole systems; their free part must be stable.
    """
    free = free_part(graph, acts)
    size = numpy.exp(random.normal(0.0, 2.0, (len(many), len(graph.names))))
    change, push = numpy.zeros_like(size), numpy.zeros_like(size)
    for act in acts:
        number = graph.number(act.variable)
        signed = {Action.BLOCK: 0.0, Action.RAISE: 1.0, Action.CLAMP_PLUS: 1.0}.get(act.action, -1.0) * size[:, number]
        (change if act.action.holds else push)[:, number] = signed
    forced = push + numpy.einsum("nij,nj->ni", many, change)
    inner = many[:, free][:, :, free]
    if free:
        change[:, free] = -numpy.linalg.solve(inner, forced[:, free, None])[:, :, 0]
    return change


def reaches(graph: SignedGraph, pushed: str, read: str, sign: float, seed: int = 0, rounds: int = 1500) -> bool:
    """Whether a stable system is found in which a push on one variable gives another this sign: a search by random steps."""
    signs, open_ = pattern(graph)
    row, column = graph.number(read), graph.number(pushed)
    random = numpy.random.default_rng(seed)
    crowd = 80
    logs, flips = (
        random.normal(0.0, 1.5, (crowd, *signs.shape)),
        numpy.where(open_ & (random.random((crowd, *signs.shape)) < 0.5), -1.0, 1.0),
    )

    def merit(many: Numbers) -> Numbers:
        slowest = numpy.linalg.eigvals(many).real.max(axis=1) / numpy.abs(many).max(axis=(1, 2))
        inverse = numpy.linalg.inv(-many - 1e-13 * numpy.eye(len(signs)))
        gain = sign * inverse[:, row, column] / numpy.abs(inverse).max(axis=(1, 2))
        return numpy.asarray(numpy.where(slowest < -1e-7, gain, -10.0 - slowest))

    best, step = merit(signs * flips * numpy.exp(logs)), numpy.full(crowd, 0.7)
    for turn in range(rounds):
        winner = int(best.argmax())
        if best[winner] > 1e-6:
            if surely(signs * flips[winner] * numpy.exp(logs[winner]), row, column, sign):
                return True
            best[winner] = -numpy.inf
        moved = logs + random.normal(0.0, 1.0, logs.shape) * step[:, None, None] * (random.random(logs.shape) < 0.5)
        turned = numpy.where(open_ & (random.random(logs.shape) < 0.1), -flips, flips)
        score = merit(signs * turned * numpy.exp(moved))
        better = score > best
        logs[better], flips[better], best[better] = moved[better], turned[better], score[better]
        step = numpy.clip(numpy.where(better, step * 1.3, step * 0.95), 0.02, 3.0)
        if turn % 50 == 49:
            order = numpy.argsort(-best)
            good, bad = order[: crowd // 3], order[-(crowd // 3) :]
            logs[bad], flips[bad], best[bad] = logs[good], flips[good], best[good]
    return False


def surely(matrix: Numbers, row: int, column: int, sign: float) -> bool:
    """Whether a matrix is stable, and its response has this sign, in exact arithmetic (Routh; Faddeev and LeVerrier)."""
    exact = [[Fraction(float(value)) for value in line] for line in matrix]
    size = range(len(exact))
    power, polynomial = [[Fraction(0)] * len(exact) for _ in size], [Fraction(1)]
    for degree in range(1, len(exact) + 1):
        power = [[power[i][j] + (polynomial[-1] if i == j else 0) for j in size] for i in size]
        adjugate = power
        power = [[sum((exact[i][k] * power[k][j] for k in size), Fraction(0)) for j in size] for i in size]
        polynomial.append(-sum((power[i][i] for i in size), Fraction(0)) / degree)
    upper, lower = polynomial[0::2], polynomial[1::2]
    while lower:
        if upper[0] <= 0 or lower[0] <= 0:
            return False
        padded = [*lower, Fraction(0)]
        factor = upper[0] / lower[0]
        upper, lower = lower, [one - factor * other for one, other in zip(upper[1:], padded[1:], strict=False)]
    # The last step of the recursion is the adjugate up to sign: A @ adjugate = -polynomial[-1], which is positive in a stable system.
    response = adjugate[row][column] / polynomial[-1]
    return bool(response * Fraction(sign) > 0)
