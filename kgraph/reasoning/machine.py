"""How the inner loops of this room are run: as they are, or compiled where numba is installed and the graph is large.

The loops are written once, over integers and rows of integers. On small graphs they run as plain Python, over lists, and neither
numba nor numpy is imported; on large ones the same code is compiled, over views of the same arrays. The answers are the same.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import FunctionType, SimpleNamespace
from typing import Any

COMPILED_FROM = 50_000
"""The links from which it pays to load numba."""

COMPILED_ANYWAY_FROM = 2_000
"""The links from which compiled loops are used when numba is there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A way to run loops: `compiled`, or as they are; in lists where `quick`, because those are read faster than arrays."""

    compiled: bool
    quick: bool = False

    def loops(self, file: str) -> Any:
        """The loops of one file of this room."""
        return _compiled(file) if self.compiled else import_module(f"kgraph.reasoning.{file}")

    def view(self, rows: array[int]) -> Any:
        """An array as the loops want to see it; where these are compiled, it is the same memory."""
        if not self.compiled:
            return rows.tolist() if self.quick else rows
        import numpy

        return numpy.frombuffer(rows, dtype=_KINDS[rows.typecode])

    def rows(self, size: int, value: int = 0, kind: str = "i") -> Any:
        """Fresh integers, all of one value; ``kind`` is the typecode of an array."""
        if not self.compiled:
            return [value] * size if self.quick else array(kind, [value]) * size
        import numpy

        return numpy.full(size, value, _KINDS[kind]) if value else numpy.zeros(size, _KINDS[kind])

    def listed(self, rows: Any, begin: int, end: int) -> list[int]:
        """Some of the integers, as plain ones."""
        part: Any = rows[begin:end]
        return part if self.quick else part.tolist()  # type: ignore[no-any-return, unused-ignore]

    def part(self, rows: Any, end: int) -> Any:
        """A copy of the first integers."""
        return rows[:end].copy() if self.compiled else rows[:end]

    def joined(self, parts: list[Any]) -> Any:
        """Several rows as one."""
        if self.compiled:
            import numpy

            return parts[0] if len(parts) == 1 else numpy.concatenate(parts)
        whole = parts[0][:0]
        for part in parts:
            whole.extend(part)
        return whole


_KINDS = {"b": "int8", "B": "uint8", "i": "int32", "q": "int64"}
_PLAIN, _FRUGAL, _FAST = Machine(compiled=False, quick=True), Machine(compiled=False), Machine(compiled=True)


def machine_for(link_count: int) -> Machine:
    """The machine for a graph of this many links."""
    from_here = COMPILED_ANYWAY_FROM if "numba" in sys.modules else COMPILED_FROM
    if link_count >= from_here and _can_compile():
        return _FAST
    return _PLAIN if link_count < COMPILED_FROM else _FRUGAL


@cache
def _can_compile() -> bool:
    return find_spec("numba") is not None


@cache
def _compiled(file: str) -> SimpleNamespace:
    import numba  # type: ignore[import-not-found, import-untyped, unused-ignore]

    # Each loop is copied into a namespace where the loops that it calls are the compiled ones.
    module = import_module(f"kgraph.reasoning.{file}")
    namespace = dict(vars(module))
    for name, loop in vars(module).items():
        if isinstance(loop, FunctionType) and loop.__module__ == module.__name__:
            namespace[name] = numba.njit(cache=True)(FunctionType(loop.__code__, namespace, name))
    return SimpleNamespace(**namespace)
