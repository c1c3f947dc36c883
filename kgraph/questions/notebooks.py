"""Answers that show themselves in a notebook: the same values, which also know the graph that they came from.

A value of `kgraph.model` knows no views and no graph. What the public face returns is therefore of a class made from the value's own,
equal to the plain value, with the methods that notebooks look for; views are loaded when a notebook calls one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, wraps
from importlib import import_module
from typing import Any, cast

from kgraph.store import Knowledge

_PICTURE = "GraphPicture"


def showing(question: Callable[..., Any]) -> Callable[..., Any]:
    """A question whose answers show themselves; otherwise the same, with the same name, signature and words."""

    @wraps(question)
    def asked(*words: Any, **options: Any) -> Any:
        answer = question(*words, **options)
        knowledge = words[0] if words else options.get("knowledge")
        return shown(answer, knowledge) if isinstance(knowledge, Knowledge) else answer

    return asked


def shown(answer: object, knowledge: Knowledge) -> object:
    """The same answer as a value that shows itself: a tuple or one of our values; anything else as it is."""
    if type(answer) is tuple:
        listing = _class_of(tuple)(answer)
        listing._knowledge = knowledge
        return listing
    if not is_dataclass(answer) or isinstance(answer, type):
        return answer
    kind = type(answer)
    made = object.__new__(_class_of(kind))
    for field in fields(answer):
        object.__setattr__(made, field.name, getattr(answer, field.name))
    object.__setattr__(made, "_knowledge", knowledge)
    return made


@cache
def _class_of(kind: type) -> Any:
    """A class like `kind` whose values show themselves."""
    members: dict[str, object] = {
        "__doc__": kind.__doc__,
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__eq__": _equal,
        "__hash__": kind.__hash__,
        "__reduce__": _reduced,
        "_kgraph_plain": kind,
    }
    if kind.__name__ == _PICTURE:
        members["_repr_svg_"] = _repr_svg
    else:
        members["_repr_html_"] = _repr_html
    if kind is not tuple:
        members["__slots__"] = ("_knowledge",)
    return type(kind.__name__, (kind,), members)


def _repr_html(self: Any) -> str | None:
    """What a notebook shows; nothing for an answer that was copied without its graph, which is then shown as text."""
    knowledge = getattr(self, "_knowledge", None)
    if knowledge is None:
        return None
    answer = _plain(self)
    if type(answer).__module__.startswith("kgraph.queries"):
        answer = import_module("kgraph.questions.querying").rows_of(answer)
    return import_module("kgraph.views.notebook").notebook_html(answer, knowledge) or None


def _repr_svg(self: Any) -> str | None:
    knowledge = getattr(self, "_knowledge", None)
    return import_module("kgraph.views.notebook").notebook_svg(_plain(self), knowledge) if knowledge is not None else None


def _plain(answer: Any) -> Any:
    """The value without its graph."""
    kind = answer._kgraph_plain
    if kind is tuple:
        return tuple(answer)
    return _restored(kind, tuple(getattr(answer, field.name) for field in fields(kind)))


def _restored(kind: type, values: tuple[object, ...]) -> object:
    made: object = object.__new__(kind)
    for field, value in zip(fields(cast(Any, kind)), values, strict=True):
        object.__setattr__(made, field.name, value)
    return made


def _equal(self: Any, other: object) -> Any:
    """Equal to any value of the plain class with the same content."""
    kind = self._kgraph_plain
    if not isinstance(other, kind):
        return NotImplemented
    return kind.__eq__(_plain(self), _plain(other) if hasattr(other, "_kgraph_plain") else other)


def _reduced(self: Any) -> tuple[object, ...]:
    """Pickled and copied as the plain value: a graph is not to be carried along."""
    kind = self._kgraph_plain
    if kind is tuple:
        return tuple, (list(self),)
    return _restored, (kind, tuple(getattr(self, field.name) for field in fields(kind)))
