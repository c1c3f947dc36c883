"""How the inner loops of `walks.py` are run: as they are, or compiled where numba is installed and the graph is large.

The loops are written once, over integers and arrays. On small graphs they run as plain Python, and neither numba nor numpy is
imported; on large ones the same code is compiled, over views of the same arrays. The answers are the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from types import FunctionType
from typing import Any

from kgraph.reasoning import walks

COMPILED_FROM = 50_000
"""The links from which compiling pays."""

_LOOPS = (walks.away, walks.look_ahead, walks.grow, walks.enumerate_walks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The two loops, how they want to see an array, and to set some places of one."""

    grow: Callable[..., int]
    enumerate_walks: Callable[..., int]
    view: Callable[[Any], Any]
    reset: Callable[[Any, Any, int, int], None]


def machine_for(link_count: int) -> Machine:
    """The machine for a graph of this many links."""
    if link_count >= COMPILED_FROM and find_spec("numba") is not None:
        return _compiled()
    return _PLAIN


def _reset(rows: Any, places: Any, count: int, value: int) -> None:
    for place in range(count):
        rows[places[place]] = value


def _as_is(rows: Any) -> Any:
    return rows


_PLAIN = Machine(grow=walks.grow, enumerate_walks=walks.enumerate_walks, view=_as_is, reset=_reset)


@cache
def _compiled() -> Machine:
    import numba  # type: ignore[import-not-found, import-untyped, unused-ignore]
    import numpy

    def view(rows: Any) -> Any:
        kind = numpy.int8 if isinstance(rows, array) and rows.typecode == "b" else numpy.int32
        return numpy.frombuffer(rows, dtype=numpy.uint8 if isinstance(rows, bytearray) else kind)

    def reset(rows: Any, places: Any, count: int, value: int) -> None:
        rows[places[:count]] = value

    # Each loop is copied into a namespace where the loops that it calls are the compiled ones.
    namespace = dict(vars(walks))
    for loop in _LOOPS:
        namespace[loop.__name__] = numba.njit(cache=True)(FunctionType(loop.__code__, namespace, loop.__name__))
    return Machine(grow=namespace["grow"], enumerate_walks=namespace["enumerate_walks"], view=view, reset=reset)
