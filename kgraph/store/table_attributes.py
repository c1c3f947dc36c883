"""The attributes of a link in GraphML or JSON as cells: which of them is the sign. The formats: `table_graphml.py`, `table_nodelink.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.store.table_complaints import BadCell, clipped
from kgraph.store.table_names import mask_of
from kgraph.store.table_rows import KNOWN

NAMES_OF_LABEL = ("label", "name")
_SIGN = "sign"
_PREDICATE = "predicate"


def cells_of(attributes: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """The predicate of a link, and its other attributes as cells, in their order.

    The predicate is the attribute ``sign``, and where there is none ``predicate``.

    Raises
    ------
    BadCell
        Neither is there, both are and disagree, or a name stands twice.
    """
    if len(attributes) == 1 and attributes[0][0] == _SIGN and attributes[0][1]:
        return attributes[0][1], []
    found: dict[str, str] = {}
    for name, value in attributes:
        plain = name.strip()
        key = plain.casefold() if plain.casefold() in (*KNOWN, _SIGN) else plain
        if key in found:
            raise BadCell("double attribute", f"the attribute {clipped(key)} stands twice", "keep one of them")
        found[key] = value
    sign, predicate = found.pop(_SIGN, ""), found.pop(_PREDICATE, "")
    if not sign and not predicate:
        raise BadCell("no sign", "the link has no attribute 'sign'", "give it one: + - ? or 1 -1 0")
    if sign and predicate and mask_of(sign) != mask_of(predicate):
        raise BadCell("two signs", f"sign {clipped(sign)} and predicate {clipped(predicate)} disagree", "mend the wrong one")
    # A subject or object beside the ends of the link itself is an attribute like any other.
    return sign or predicate, [
        (f"{key} (attribute)" if key in ("subject", "object") else key, value) for key, value in found.items() if value
    ]


def label_in(attributes: Iterable[tuple[str, str]]) -> str:
    """The label among the attributes of a variable, empty when there is none."""
    found = {name.strip().casefold(): value.strip() for name, value in attributes}
    return next((found[name] for name in NAMES_OF_LABEL if found.get(name)), "")
