"""Evidence of INDRA statements: reference, sentence, source, negation, hypothesis and context."""

from __future__ import annotations

import json
from collections.abc import Callable

from kgraph.exchange.identifiers import preferred
from kgraph.exchange.indra_agents import items, member, text
from kgraph.exchange.indra_table import NAMESPACES
from kgraph.exchange.json_records import Json
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Certainty, Context, Evidence, Reference

# Field of INDRA's BioContext -> field of ours, and whether it says the same.
_PLACES = {
    "species": ("species", "Species", True),
    "organ": ("region", "Region", True),
    "cell_type": ("cell_type", "CellType", True),
    "cell_line": ("cell_type", "CellType", False),
    "location": ("region", "Region", False),
    "disease": ("population", "Population", False),
}
_IDS = (("PMID", "pubmed"), ("DOI", "doi"), ("PMCID", "pmc"))
MakeEvidence = Callable[[str], list[Evidence]]


class Evidences:
    """Makes the evidence of statements."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report

    def maker_for(self, statement: Json, kind: str) -> MakeEvidence:
        """What makes the evidence of this statement for an entry with a given id."""
        told = items(statement, "evidence")
        for evidence in told:
            self._tell(evidence)
        if not told:
            self._report.approximated("statement without evidence", "evidence that names the statement only")
        return lambda entry: [self._one(evidence, kind, entry) for evidence in told] or [self._bare(statement, kind, entry)]

    def direct(self, statement: Json) -> bool:
        """Whether any evidence says that the contact is direct."""
        return any(member(member(one, "epistemics"), "direct") is True for one in items(statement, "evidence"))

    def mechanisms(self, statement: Json) -> tuple[str, ...]:
        """The mechanisms that the annotations of evidence of ours name."""
        named = [one for evidence in items(statement, "evidence") for one in items(member(evidence, "annotations"), "mechanisms")]
        ours = dict.fromkeys(one for one in named if isinstance(one, str) and one.startswith("mech:") and len(one) > 5)
        return tuple(self._maker.mechanism(one, one[5:]).id for one in ours)

    def _one(self, evidence: Json, kind: str, entry: str) -> Evidence:
        epistemics = member(evidence, "epistemics")
        source = text(evidence, "source_api")
        return self._maker.evidence(
            entry,
            self._reference(evidence),
            text=text(evidence, "text"),
            disputes=member(epistemics, "negated") is True,
            certainty=Certainty.POSSIBLE if member(epistemics, "hypothesis") is True else Certainty.STATED,
            context=self._context(member(evidence, "context")),
            annotation=_annotation(evidence),
            comment=f"INDRA: {kind}" + (f", from {source}" if source else "") + (f" {text(evidence, 'source_id')}".rstrip()),
        )

    def _bare(self, statement: Json, kind: str, entry: str) -> Evidence:
        name = text(statement, "id") or text(statement, "matches_hash") or "without an id"
        return self._maker.evidence(entry, self._maker.record(name, f"INDRA statement {name}"), comment=f"INDRA: {kind}")

    def _reference(self, evidence: Json) -> Reference:
        refs = member(evidence, "text_refs")
        known = [(text(refs, name), prefix) for name, prefix in _IDS]
        for identifier, prefix in [(text(evidence, "pmid"), "pubmed"), *known]:
            if identifier and (curie := preferred(identifier, prefix=prefix)):
                return self._maker.reference(curie)
        source = text(evidence, "source_api") or "source not said"
        name = f"{source} {text(evidence, 'source_id')}".strip()
        return self._maker.record(name, f"INDRA, from {name}")

    def _context(self, context: Json) -> Context:
        found: dict[str, str] = {}
        for name, (place, kind, _) in _PLACES.items():
            held = member(context, name)
            refs = member(held, "db_refs")
            pairs = [(space, ref) for space, ref in refs.items() if isinstance(ref, str)] if isinstance(refs, dict) else []
            curie = next((curie for space, ref in pairs if (curie := preferred(ref, prefix=space))), "")
            words = text(held, "name") or curie
            if words and place not in found:
                kind_of_ref = NAMESPACES.get(pairs[0][0], kind) if pairs and kind == "Entity" else kind
                found[place] = self._maker.entity(curie, words, kind_of_ref).id
        return Context(
            species=found.get("species", ""),
            region=found.get("region", ""),
            cell_type=found.get("cell_type", ""),
            population=found.get("population", ""),
        )

    def _tell(self, evidence: Json) -> None:
        """What is kept of an evidence, and what is not."""
        self._report.kept("evidence")
        identifier = text(evidence, "pmid")
        if identifier and not preferred(identifier, prefix="pubmed"):
            self._report.lost(f"PMID {identifier[:40]}", "malformed")
        if member(evidence, "annotations"):
            self._report.kept("annotations of evidence")
        context = member(evidence, "context")
        for name, (place, _, same) in _PLACES.items():
            if member(context, name) and not same:
                self._report.approximated(f"context {name}", f"kg:{place}")
        for name in ("time", "geo_location"):
            if member(context, name):
                self._report.lost(f"context {name}", "no field for it")


def _annotation(evidence: Json) -> str:
    """The annotations of an evidence, which differ from reader to reader, as they stand."""
    held = member(evidence, "annotations")
    return json.dumps(held, ensure_ascii=False, sort_keys=True) if held else ""
