"""Which things are the same under two identifiers, as tables say (SSSOM, or two columns); and offers to make things one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.identifiers import preferred
from kgraph.vocabulary.prefixes import OWN

_SAME = frozenset({"skos:exactmatch", "owl:sameas", "owl:equivalentclass", "owl:equivalentproperty"})
_HEADS = frozenset({"subject_id", "object_id"})
_COLUMNS = ("subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification", "comment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalence:
    """Two identifiers (CURIEs, or ids of ours) said to be of one thing, and by whom: file and line."""

    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Two entities that may be one: `merged` would become `kept`. Their names, and why."""

    kept: str
    merged: str
    kept_name: str
    merged_name: str
    why: str


def read_equivalences(path: Path) -> tuple[tuple[Equivalence, ...], tuple[str, ...]]:
    """A table of equivalences.

    Parameters
    ----------
    path : Path
        SSSOM/TSV, whose rows count when their predicate is ``skos:exactMatch``, ``owl:sameAs`` or ``owl:equivalentClass`` and is not
        negated; or two columns of identifiers, with or without a header of ``subject_id`` and ``object_id``.

    Returns
    -------
    equivalences, passed over
        In the order of the file; and what was not used, each with its line and the reason.

    Raises
    ------
    ExchangeError
        The file cannot be read, is no table, or holds no row at all.
    """
    found: list[Equivalence] = []
    passed: list[str] = []
    rows = 0
    for line, cells in _rows(path):
        rows += 1
        where = f"{path.name}:{line}"
        if cells.get("predicate_modifier", "").strip().casefold() == "not":
            passed.append(f"{where}: the row says that they are not the same")
        elif cells.get("predicate_id", "skos:exactMatch").strip().casefold() not in _SAME:
            passed.append(f"{where}: {cells['predicate_id']} does not say that they are the same")
        else:
            ends = [_identity(cells.get(name, "")) for name in ("subject_id", "object_id")]
            if all(ends):
                found.append(Equivalence(first=ends[0], second=ends[1], why=where))
            else:
                wrong = next(cells.get(name, "") for name, end in zip(("subject_id", "object_id"), ends, strict=True) if not end)
                passed.append(f"{where}: '{wrong}' is malformed or of no known registry")
    if not rows:
        raise ExchangeError("there is no row in it", where=str(path), remedy="give SSSOM, or two columns of identifiers with a tab between")
    return tuple(found), tuple(passed)


def sssom(offers: Sequence[Offer]) -> str:
    """Offers as SSSOM/TSV, which `read_equivalences` reads again: strike out rows, and give the file back."""
    lines = ["\t".join(_COLUMNS)]
    for one in offers:
        cells = (one.kept, one.kept_name, "skos:exactMatch", one.merged, one.merged_name, "semapv:UnspecifiedMatching", one.why)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"


def groups(pairs: Iterable[tuple[str, str]], order: Mapping[str, int]) -> dict[str, str]:
    """From each thing to the one that is kept of its group: the first in `order`, then by name. Those kept are not in it."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def rank(one: str) -> tuple[int, str]:
        return order.get(one, len(order)), one

    for first, second in pairs:
        ends = sorted((root(first), root(second)), key=rank)
        parent[ends[1]] = ends[0]
    return {one: root(one) for one in sorted(parent) if root(one) != one}


def _identity(text: str) -> str:
    plain = text.strip()
    return plain if plain.partition(":")[0] in OWN and plain.partition(":")[2] else preferred(plain)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    header: list[str] | None = None
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for line, text in enumerate(stream, 1):
                if not text.strip() or text.startswith("#"):
                    continue
                cells = next(csv.reader([text.rstrip("\r\n")], delimiter="\t", quoting=csv.QUOTE_NONE))
                if header is None and {cell.strip() for cell in cells} >= _HEADS:
                    header = [cell.strip() for cell in cells]
                    continue
                names = header or ["subject_id", "object_id"]
                if len(cells) < 2 or (header is None and len(cells) != 2):
                    raise ExchangeError(
                        f"{len(cells)} columns, where two identifiers are due",
                        where=f"{path}:{line}",
                        remedy="put a tab between two identifiers, or give SSSOM with its header",
                    )
                yield line, dict(zip(names, cells, strict=False))
    except UnicodeDecodeError as error:
        raise ExchangeError("it is not text in UTF-8", where=f"{path}, byte {error.start}", remedy="save it as UTF-8") from None
    except (OSError, csv.Error) as error:
        raise ExchangeError(f"it cannot be read: {error}", where=str(path), remedy="check the path") from None
