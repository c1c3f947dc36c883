"""Which signs the responses inside a small feedback system can have, given only that it is stable.

The system is ``dx/dt = A x + b``; a push on ``e`` changes ``x`` at rest by ``K[x, e]``, with ``K = (-A)^-1``. Write ``D(T)`` for the
determinant of ``-A`` restricted to a set ``T`` of variables and ``N(T, e, x)`` for the cofactor, so that ``K[x, e] = N(C, e, x) / D(C)``
for the whole set ``C``. With every strength a positive number, four things are known, and all conclusions follow from them:

1. *Stable.* ``D(C) > 0``, because it is the product of the eigenvalues of ``-A``, which lie in the right half-plane; ``D({}) = 1``.
2. *Expansions.* ``N(T, e, e) = D(T - e)``; ``N(T, e, x)`` is the sum over the links ``e -> u`` of strength times ``N(T - e, u, x)``; along
   row or column ``v``, own decay times ``N(T, e, v)`` is the sum over the links ``y -> v`` of strength times ``N(T, e, y)``, plus ``D(T)``
   if ``e = v`` (Levins 1974, doi:10.1111/j.1749-6632.1974.tb20562.x; Dambacher, Li and Rossignol 2002,
   doi:10.1890/0012-9658(2002)083[1372:ROCSIA]2.0.CO;2). A sum has a known sign only when its terms agree.
3. *Blocks.* ``D(T)`` is the product of ``D`` over the strongly connected parts of ``T``.
4. *Slowing down.* ``A - tI`` is stable for every ``t >= 0`` and has the same signs. So whatever holds for all stable systems holds
   along this line. ``D(T)`` is positive for large ``t``, and so is ``N(C, e, x)`` times the sign of its chains, when they agree; both
   change continuously. If that one of them is *zero* contradicts what is known, it never passes through zero, and has this sign.
5. *Loops that raise themselves.* Let ``S`` be strongly connected without negative loops, so that after a change of signs all its
   links are positive. If ``D(C - S) > 0`` and every way that leaves ``S`` and comes back has, in total, the sign of the links it runs
   beside, whatever the strengths, then ``D(U) > 0`` for every ``U`` in ``S``. Proof: were the largest real eigenvalue ``r`` of the part
   ``S`` not negative, take ``M(t) = A_S + G(t)``, with ``G(t)`` the gain of the ways outside in the system slowed down by ``t``; then
   ``G(t) >= 0`` for all ``t >= 0``. By Perron and Frobenius ``M(0)`` has a largest real eigenvalue of at least ``r >= 0``; it changes
   continuously, and for large ``t`` it lies below ``t``; so for some ``t >= 0`` it equals ``t``, and ``t`` is an eigenvalue of ``A``: not
   stable. So ``-A_S`` is a nonsingular M-matrix, whose principal minors are positive.

The signs that are possible for every quantity are narrowed until nothing changes, and those that rule 4 can prove are proved.
What is not proved is left open: the procedure never gives a wrong sign, and in the systems of up to five variables that the
tests try, what it leaves open is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kgraph.reasoning.signs import MINUS, PLUS

ZERO = 4
ALL = PLUS | MINUS | ZERO
_NEGATED = (0, 2, 1, 3, 4, 6, 5, 7)


def _times(first: int, second: int) -> int:
    """The signs, zero among them, that a product can have."""
    result = ZERO if (first | second) & ZERO and first and second else 0
    if (first & PLUS and second & PLUS) or (first & MINUS and second & MINUS):
        result |= PLUS
    if (first & PLUS and second & MINUS) or (first & MINUS and second & PLUS):
        result |= MINUS
    return result


_PRODUCT = tuple(_times(first, second) for first in range(8) for second in range(8))


class _Contradiction(Exception):
    """Some quantity is left without a possible sign."""


class _Signs(dict[int, int]):
    """The signs that each quantity can still have; what is not held can have all."""

    def __missing__(self, key: int) -> int:
        return ALL


SMALL = 8
"""The most variables of a system of which every part is looked at."""

SEARCHED = 2000
"""Steps spent on looking for a loop that raises itself in one part of a larger system."""


class Minors:
    """The possible signs of the minors of a strongly connected system: of all, or in a larger system of the largest parts.

    Parameters
    ----------
    size : int
        The number of variables. Up to `SMALL`, the work grows as ``size**3 * 2**size``: 0.2 s for eight. Beyond, only the whole and
        the parts that lack one variable are expanded, and smaller ones are known to be positive where no loop in them raises
        itself: ``size**4``. That proves a little less.
    links : mapping of (subject, object) to mask
        Bit 1: there may be a raising link, bit 2: a lowering one; both when the sign is unknown. Loops on one variable count
        where they raise.
    """

    def __init__(self, size: int, links: Mapping[tuple[int, int], int]) -> None:
        self.size = size
        self._out: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self._in: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self._raises_itself = [bool(links.get((v, v), 0) & PLUS) for v in range(size)]
        for (subject, object_), mask in sorted(links.items()):
            for bit, sign in ((PLUS, 1), (MINUS, -1)):
                if mask & bit and subject != object_:
                    self._out[subject].append((object_, sign))
                    self._in[object_].append((subject, sign))
        self._links = links
        self._whole = (1 << size) - 1
        self._sums: list[list[tuple[int, int]]] = []
        self._products: list[tuple[int, int, int]] = []
        self._domain = _Signs({0: PLUS, self._whole: PLUS})
        self._balanced: list[tuple[int, list[int]]] = []
        less = [self._whole & ~(1 << v) for v in range(size)]
        self._parts = list(range(1, 1 << size)) if size <= SMALL else [*less, self._whole]
        self._write_relations()
        if size > SMALL:
            self._look_for_loops()
        self._uses: dict[int, list[int]] = {}
        for number, keys in enumerate([key for key, _ in relation] for relation in self._sums):
            for key in keys:
                self._uses.setdefault(key, []).append(number)
        for number, triple in enumerate(self._products):
            for key in triple:
                self._uses.setdefault(key, []).append(-1 - number)
        self._narrow(set(range(-len(self._products), len(self._sums))))
        self._sharpened = False
        while self._use_balance():
            pass

    def possible(self, pushed: int, read: int, expected: int) -> int:
        """The signs that the response of one variable to a push on another can have; `expected` is the one of its chains."""
        key = self._cofactor(self._whole, pushed, read)
        if not self._never_zero(key, expected) and not self._sharpened:
            self._sharpen()
            self._never_zero(key, expected)
        return expected if self._domain[key] == expected else PLUS | MINUS

    def _never_zero(self, key: int, expected: int) -> bool:
        """Try to prove by the fourth rule that a quantity has the sign that it has in slow systems; whether it has."""
        if self._domain[key] == expected:
            return True
        saved = _Signs(self._domain)
        pending: set[int] = set()
        try:
            self._set(key, ZERO, pending)
            self._narrow(pending)
        except _Contradiction:
            self._domain = saved
            pending = set()
            self._set(key, expected, pending)
            self._narrow(pending)
            return True
        self._domain = saved
        return False

    def _sharpen(self) -> None:
        """Apply the fourth rule to every part, and the fifth again, until nothing more is learned."""
        self._sharpened = learning = True
        while learning:
            unknown = [part for part in self._parts if self._domain[part] != PLUS]
            learning = sum(self._never_zero(part, PLUS) for part in unknown) > 0
            while self._use_balance():
                learning = True

    def _cofactor(self, part: int, pushed: int, read: int) -> int:
        return (1 << self.size) + (part * self.size + pushed) * self.size + read

    def _write_relations(self) -> None:
        for part in self._parts:
            inside = [v for v in range(self.size) if part >> v & 1]
            blocks = self._blocks(inside)
            rest = part
            for block in blocks[:-1]:
                self._products.append((rest, block, rest & ~block))
                rest &= ~block
            if self.size <= SMALL and len(blocks) == 1 and (signs := self._signature(inside)):
                self._balanced.append((part, signs))
            for first in inside:
                for second in inside:
                    self._write_cofactor(part, first, second)

    def _write_cofactor(self, part: int, pushed: int, read: int) -> None:
        """The expansions of one cofactor, each as a sum of keys with factors that is zero."""
        own = self._cofactor(part, pushed, read)
        if pushed == read:
            self._sums.append([(own, 1), (part & ~(1 << pushed), -1)])
        else:
            less = part & ~(1 << pushed)
            self._sums.append([(own, -1), *((self._cofactor(less, u, read), s) for u, s in self._out[pushed] if part >> u & 1)])
            less = part & ~(1 << read)
            self._sums.append([(own, -1), *((self._cofactor(less, pushed, y), s) for y, s in self._in[read] if part >> y & 1)])
        whole = [(part, -1)] if pushed == read else []
        decay = [(own, 1), (own, -1)] if self._raises_itself[read] else [(own, 1)]
        row = [(self._cofactor(part, pushed, y), -s) for y, s in self._in[read] if part >> y & 1]
        self._sums.append([*decay, *row, *whole])
        decay = [(own, 1), (own, -1)] if self._raises_itself[pushed] else [(own, 1)]
        column = [(self._cofactor(part, u, read), -s) for u, s in self._out[pushed] if part >> u & 1]
        self._sums.append([*decay, *column, *whole])

    def _look_for_loops(self) -> None:
        """Mark as positive the determinants of the parts in which no loop raises itself: all their terms are positive."""
        named = {key for relation in self._sums for key, _ in relation} | {key for triple in self._products for key in triple}
        for part in sorted(key for key in named if key < 1 << self.size):
            if not self._may_raise_itself(part):
                self._domain[part] = PLUS

    def _may_raise_itself(self, part: int) -> bool:
        """Whether some loop inside raises itself, or that was not ruled out in time."""
        steps = SEARCHED
        for start in range(self.size):
            if not part >> start & 1:
                continue
            if self._raises_itself[start]:
                return True
            stack = [(start, 1, 1 << start)]
            while stack:
                variable, sign, seen = stack.pop()
                steps -= 1
                if steps < 0:
                    return True
                for following, link in self._out[variable]:
                    if following == start and sign * link > 0:
                        return True
                    if following > start and part >> following & 1 and not seen >> following & 1:
                        stack.append((following, sign * link, seen | 1 << following))
        return False

    def _set(self, key: int, mask: int, pending: set[int]) -> None:
        narrowed = self._domain[key] & mask
        if narrowed == self._domain[key]:
            return
        if not narrowed:
            raise _Contradiction
        self._domain[key] = narrowed
        pending.update(self._uses.get(key, ()))

    def _narrow(self, pending: set[int]) -> None:
        while pending:
            relation = pending.pop()
            if relation >= 0:
                self._narrow_sum(self._sums[relation], pending)
            else:
                self._narrow_product(*self._products[-1 - relation], pending)

    def _narrow_sum(self, terms: list[tuple[int, int]], pending: set[int]) -> None:
        """Each term has a sign that the others together can balance."""
        masks = [self._domain[key] if factor > 0 else _NEGATED[self._domain[key]] for key, factor in terms]
        for place, (key, factor) in enumerate(terms):
            others = masks[:place] + masks[place + 1 :]
            raising = sum(1 for mask in others if mask & PLUS)
            lowering = sum(1 for mask in others if mask & MINUS)
            together = (PLUS if raising else 0) | (MINUS if lowering else 0)
            two = raising and lowering and sum(1 for mask in others if mask & (PLUS | MINUS)) > 1
            if two or all(mask & ZERO for mask in others):
                together |= ZERO
            self._set(key, _NEGATED[together] if factor > 0 else together, pending)

    def _narrow_product(self, whole: int, first: int, second: int, pending: set[int]) -> None:
        domain = self._domain
        self._set(whole, _PRODUCT[8 * domain[first] + domain[second]], pending)
        for one, other in ((first, second), (second, first)):
            kept = sum(bit for bit in (PLUS, MINUS, ZERO) if domain[one] & bit and _PRODUCT[8 * bit + domain[other]] & domain[whole])
            self._set(one, kept, pending)

    def _use_balance(self) -> bool:
        """Apply the fifth rule once to every part it fits; whether anything was learned."""
        pending: set[int] = set()
        for part, signs in self._balanced:
            subsets = list(_subsets(part))
            if all(self._domain[subset] == PLUS for subset in subsets) or self._domain[self._whole & ~part] != PLUS:
                continue
            if self._ways_agree(part, signs):
                for subset in subsets:
                    self._set(subset, PLUS, pending)
        learned = bool(pending)
        self._narrow(pending)
        return learned

    def _ways_agree(self, part: int, signs: list[int]) -> bool:
        rest = self._whole & ~part
        for leaving in range(self.size):
            for first, away in self._out[leaving] if part >> leaving & 1 else ():
                for last in range(self.size) if rest >> first & 1 else ():
                    for entered, back in self._out[last] if rest >> last & 1 else ():
                        if part >> entered & 1:
                            wrong = MINUS if away * back * signs[leaving] * signs[entered] > 0 else PLUS
                            if self._domain[self._cofactor(rest, first, last)] & wrong:
                                return False
        return True

    def _blocks(self, inside: Iterable[int]) -> list[int]:
        """The strongly connected parts of a set, as masks."""
        members = sum(1 << v for v in inside)
        reach = {}
        for start in inside:
            seen = grown = 1 << start
            while grown:
                fresh = 0
                for v in range(self.size):
                    if grown >> v & 1:
                        fresh |= sum({1 << u for u, _ in self._out[v]})
                grown = fresh & members & ~seen
                seen |= grown
            reach[start] = seen
        blocks = {sum(1 << u for u in reach if reach[v] >> u & 1 and reach[u] >> v & 1) for v in reach}
        return sorted(blocks)

    def _signature(self, inside: list[int]) -> list[int] | None:
        """Signs of the variables that make every link inside positive; ``None`` when there are none."""
        signs = [0] * self.size
        signs[inside[0]] = 1
        stack = [inside[0]]
        while stack:
            variable = stack.pop()
            for following, sign in self._out[variable]:
                if following not in inside:
                    continue
                if signs[following] == 0:
                    signs[following] = signs[variable] * sign
                    stack.append(following)
                elif signs[following] != signs[variable] * sign:
                    return None
        return signs


def _subsets(part: int) -> Iterable[int]:
    subset = part
    while subset:
        yield subset
        subset = (subset - 1) & part
