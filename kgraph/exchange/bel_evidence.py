"""Citation, quoted sentence and annotations of a BEL statement as evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product

from kgraph.exchange.bel_table import CONTEXTS, SPECIES
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Certainty, Context, Evidence, Reference

MakeEvidence = Callable[[str], list[Evidence]]
_TYPES = {"pubmed": "pubmed", "pmid": "pubmed", "pmc": "pmc", "pubmed central": "pmc", "doi": "doi"}
_OTHERS = ("url", "book", "journal", "online resource", "other")
_CERTAINTIES = {one.value: one for one in Certainty}
_MOST = 16
_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What stands beside a statement: the type of its citation, what that says, and all else; each empty where it is not said."""

    kind: str = ""
    identifier: str = ""
    title: str = ""
    support: str = ""
    annotations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str = ""
    document: str = ""


def cited_in_script(values: tuple[str, ...]) -> tuple[str, str, str]:
    """Type, identifier and title of ``SET Citation = {"PubMed", "title", "123"}``, also where the type comes second."""
    parts = [*values, "", "", ""][:3]
    if parts[0].casefold() not in (*_TYPES, *_OTHERS) and parts[1].casefold() in (*_TYPES, *_OTHERS):
        parts[0], parts[1] = parts[1], parts[0]
    kind, title, identifier = parts
    return (kind, title, "") if len(values) == 2 else (kind, identifier, title)


class BelEvidences:
    """Makes the evidence of statements."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report

    def maker_for(self, cited: Cited, words: str, *, exact: bool = True, disputes: bool = False) -> MakeEvidence:
        """What makes the evidence of this statement for an entry with a given id; told to the report once."""
        reference = self._reference(cited)
        contexts = self._contexts(cited.annotations)
        if cited.support:
            self._report.kept("quoted sentence")
        stated = next((_CERTAINTIES[one] for one in cited.annotations.get("Certainty", ()) if one in _CERTAINTIES), Certainty.STATED)
        told = {name: kept for name, values in cited.annotations.items() if (kept := [one for one in values if not _ours(name, one)])}
        beside: dict[str, object] = {"annotations": told, "group": cited.group}
        beside |= {"document": cited.document}
        comment = f"BEL: {words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}"
        annotation = json.dumps({name: value for name, value in beside.items() if value}, ensure_ascii=False, sort_keys=True)
        return lambda entry: [
            self._maker.evidence(
                entry,
                reference,
                text=cited.support,
                disputes=disputes,
                certainty=stated if exact else Certainty.POSSIBLE,
                context=context,
                comment=comment,
                annotation=annotation if annotation != "{}" else "",
            )
            for context in contexts
        ]

    def mechanisms(self, cited: Cited) -> tuple[str, ...]:
        """The mechanisms that a script of ours names in its annotations, ``mech:… ! label``."""
        named = [one.partition(" ! ") for one in cited.annotations.get("Mechanism", ()) if _ours("Mechanism", one)]
        return tuple(self._maker.mechanism(id, label or id[5:]).id for id, _, label in named)

    def _reference(self, cited: Cited) -> Reference:
        kind, identifier = cited.kind.casefold(), cited.identifier
        if not identifier and not cited.title:
            self._report.approximated("statement without a citation", "evidence that names the document only")
            return self._maker.record(cited.document, f"BEL document {cited.document}")
        prefix = _TYPES.get(kind, "")
        curie = preferred(identifier, prefix=prefix) if prefix else preferred(identifier)
        if curie:
            self._report.kept("citation")
            return self._maker.reference(curie, citation=cited.title)
        if prefix:
            self._report.approximated(f"citation of type {prefix}", "the identifier is malformed: the citation stays as text")
        else:
            self._report.kept("citation")
        return self._maker.reference(" ".join(one for one in (cited.kind, cited.title, identifier) if one and one != cited.document))

    def _contexts(self, annotations: Mapping[str, tuple[str, ...]]) -> list[Context]:
        """The places of the evidence; a second species or kind of cell is a second piece of evidence."""
        held: dict[str, list[str]] = {}
        for name, values in annotations.items():
            place, kind, same = CONTEXTS.get(name.casefold(), ("", "", True))
            self._report.kept("annotation")
            if not place:
                continue
            if not same:
                self._report.approximated(f"annotation {name[:30]}", f"kg:{place}, unless another says it better")
            found = [self._seen(name, value, kind) for value in values if value]
            if found and (same or place not in held):
                held[place] = found
        combinations = list(product(*([(place, one) for one in found] for place, found in sorted(held.items()))))
        if len(combinations) > _MOST:
            self._report.approximated("annotations of many values", f"the first {_MOST} combinations of them; all stand in kg:annotation")
        return [_context(dict(one)) for one in combinations[:_MOST]]

    def _seen(self, annotation: str, value: str, kind: str) -> str:
        curie = preferred(value, prefix="NCBITaxon") if kind == "Species" else ""
        words = SPECIES.get(value, curie or value)
        # The kind of thing is in the id: what one statement speaks of may be the place of another.
        return self._maker.entity(curie or f"ent:{self._maker.source}.{annotation}.{value}", words, kind).id


def _ours(name: str, value: str) -> bool:
    """Whether an annotation is one that `export_bel.py` writes for a field that BEL does not have."""
    return (name == "Mechanism" and value.startswith("mech:")) or (name == "Certainty" and value in _CERTAINTIES)


def _context(found: Mapping[str, str]) -> Context:
    return Context(
        species=found.get("species", ""),
        region=found.get("region", ""),
        cell_type=found.get("cell_type", ""),
        population=found.get("population", ""),
    )
