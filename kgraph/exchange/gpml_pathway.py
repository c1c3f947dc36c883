"""One pathway of GPML as values: nodes, groups, lines with their ends and anchors. How it is parsed: `gpml_xml.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Node:
    """A thing that is drawn. `shape` is ``node``, ``label`` or ``shape``: the last two have no identifier and no kind.

    For a state, `of` is the id of the node that is in it.
    """

    id: str
    label: str
    kind: str = ""
    source: str = ""
    identifier: str = ""
    group: str = ""
    shape: str = "node"
    of: str = ""
    references: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Group:
    """Nodes that are drawn together. `key` is what its members name it by, `id` what lines name it by."""

    id: str
    key: str
    style: str = ""
    label: str = ""
    group: str = ""
    source: str = ""
    identifier: str = ""
    references: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Point:
    """An end of a line: what it is attached to (empty: nothing), and how it is drawn."""

    on: str
    head: str


@dataclass(slots=True, kw_only=True)
class Line:
    """An interaction: its points in order, and the ids of its anchors, on which other lines may end."""

    id: str
    points: list[Point] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    source: str = ""
    identifier: str = ""
    references: list[str] = field(default_factory=list)

    @property
    def ends(self) -> tuple[Point, Point] | None:
        """The first and the last point; ``None`` of a line with fewer than two."""
        return (self.points[0], self.points[-1]) if len(self.points) > 1 else None


@dataclass(slots=True, kw_only=True)
class Pathway:
    """All of a file that means something. `publications` maps what nodes and lines cite to CURIEs."""

    id: str = ""
    title: str = ""
    organism: str = ""
    description: str = ""
    namespace: str = ""
    nodes: dict[str, Node] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    publications: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    unnamed: int = 0

    def members(self, group: Group) -> Iterator[Node | Group]:
        """What stands in a group itself: nodes first, then groups inside it."""
        key = group.key or group.id
        yield from (node for node in self.nodes.values() if node.group and node.group == key)
        yield from (other for other in self.groups if other.group and other.group == key and other is not group)
