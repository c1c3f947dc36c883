"""Writes a BEL script (2.1): claims, associations, observations of no change, and what belongs to what. Its terms: `bel_writing.py`."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.exchange.bel_syntax import quoted
from kgraph.exchange.bel_writing import BelWords
from kgraph.exchange.export_parts import Parts
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.model import (
    Association,
    Bearing,
    Certainty,
    Change,
    Claim,
    Description,
    Entry,
    Evidence,
    Label,
    Layer,
    Observation,
    Selection,
    Sign,
    Term,
)
from kgraph.store import Knowledge

_CAUSAL = {
    (Sign.PLUS, False): "increases",
    (Sign.PLUS, True): "directlyIncreases",
    (Sign.MINUS, False): "decreases",
    (Sign.MINUS, True): "directlyDecreases",
    (Sign.UNKNOWN, False): "regulates",
    (Sign.UNKNOWN, True): "regulates",
}
_CORRELATED = {Sign.PLUS: "positiveCorrelation", Sign.MINUS: "negativeCorrelation"}
_DESCRIBED = {"isA": "isA", "partOf": "partOf", "hasComponent": "hasComponent"}
_TYPES = {"pubmed": "PubMed", "pmc": "PMC", "doi": "DOI"}
_ANNOTATIONS = ("Species", "Anatomy", "Cell", "Disease", "Mechanism", "Certainty")
_HEADER = (
    ("Name", "kgraph"),
    ("Version", "1.0.0"),
    ("Description", "Claims of a kgraph knowledge graph"),
    ("Authors", "kgraph"),
    ("ContactInfo", "see the publications that the statements cite"),
)


def bel(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """A statement an evidence, in the order of the ids of the entries; quoted sentences stay where they are.

    Name spaces are defined by a pattern, so that a reader has nothing to fetch.
    """
    report.note("quoted sentences are not written: they stay in the folder that they were imported into")
    report.note("names in the name space KGRAPH are ids of this graph: things and variables that BEL has no name or no function for")
    writer = _Writer(knowledge, Parts(knowledge, selection, report), BelWords(knowledge, report), report)
    # A script defines its name spaces before it uses them, so the statements wait for the last of them.
    body = "".join(writer.statements())
    yield "", writer.header().encode("utf-8", "replace")
    yield "", body.encode("utf-8", "replace")


class _Writer:
    """Statements with what is set for each."""

    def __init__(self, knowledge: Knowledge, parts: Parts, words: BelWords, report: Report) -> None:
        self._knowledge = knowledge
        self._parts = parts
        self._words = words
        self._report = report

    def header(self) -> str:
        """Properties and definitions."""
        properties = [f"SET DOCUMENT {name} = {_text(value)}" for name, value in _HEADER]
        spaces = [f'DEFINE NAMESPACE {space} AS PATTERN ".+"' for space in self._words.spaces]
        annotations = [f'DEFINE ANNOTATION {name} AS PATTERN ".+"' for name in _ANNOTATIONS]
        return "\n".join([*properties, "", *spaces, "", *annotations, "", ""])

    def statements(self) -> Iterator[str]:
        for entry in self._parts.entries(Claim, Association, Observation, Description):
            relation, ends = self._relation(entry)
            if not relation or ends is None:
                self._report.lost(type(entry).__name__.lower(), _why_not(entry))
                continue
            first, second = (self._words.term(one) for one in ends)
            if not first or not second or first == second:
                self._report.lost(
                    type(entry).__name__.lower(), "an end of it is not declared" if first != second else "both ends are one term"
                )
                continue
            yield from self._evidences(entry, f"{first} {relation} {second}")

    def _relation(self, entry: Entry) -> tuple[str, tuple[Term, Term] | None]:
        if isinstance(entry, Claim) and not entry.rule and entry.layer is not Layer.DERIVED:
            if entry.direct and entry.sign is Sign.UNKNOWN:
                self._report.lost("direct", "BEL has no direct regulation without a sign")
            return _CAUSAL[entry.sign, entry.direct], (entry.subject, entry.object)
        if isinstance(entry, Association):
            return _CORRELATED.get(entry.sign or Sign.UNKNOWN, "association"), (entry.subject, entry.object)
        if isinstance(entry, Observation):
            single = (*entry.raised, *entry.lowered) if not entry.blocked else ()
            if entry.change is Change.UNCHANGED and len(single) == 1:
                if entry.lowered:
                    self._report.approximated("observation of something lowered", "causesNoChange, which does not say so")
                return "causesNoChange", (single[0], entry.variable)
        if isinstance(entry, Description) and entry.object is not None:
            if entry.predicate == "participatesIn" and self._words.term(entry.object).startswith("rxn("):
                return "hasReactant", (entry.object, entry.subject)
            return _DESCRIBED.get(entry.predicate, ""), (entry.subject, entry.object)
        return "", None

    def _evidences(self, entry: Entry, statement: str) -> Iterator[str]:
        told = [one for one in entry.evidence if one.bearing is Bearing.SUPPORTS]
        if len(told) < len(entry.evidence):
            self._report.lost("evidence that disputes", "BEL cannot say that a statement is wrong")
        if not told and entry.evidence:
            return
        kind = type(entry).__name__.lower()
        self._report.kept(kind)
        assert isinstance(entry, Claim | Association | Description | Observation)
        if not isinstance(entry, Observation):
            self._parts.told(entry, "context", "comment", "certainty", "mechanism")
        if any(one.certainty is not Certainty.STATED for one in told):
            self._report.approximated("certainty", "an annotation, which kgraph reads as a certainty again")
        if entry.mechanisms:
            self._report.approximated("mechanism", "an annotation, which kgraph reads as a mechanism again")
        for one in told:
            yield self._one(entry, one, statement)
        if not entry.evidence:
            yield f'SET Citation = {{"Other", {_text(entry.id)}}}\nSET SupportingText = {_text(entry.id)}\n{statement}\n\n'

    def _one(self, entry: Entry, evidence: Evidence, statement: str) -> str:
        lines = [self._citation(entry, evidence), f"SET SupportingText = {_text(self._support(entry, evidence))}"]
        beside = dict(self._annotations(entry, evidence))
        lines += [f"SET {name} = {value}" for name, value in beside.items()]
        lines.append(statement)
        if beside:
            lines.append(f"UNSET {{{', '.join(beside)}}}")
        return "\n".join(lines) + "\n\n"

    def _citation(self, entry: Entry, evidence: Evidence) -> str:
        papers = self._parts.publications(evidence)
        known = [one.partition(":") for one in papers if one.partition(":")[0] in _TYPES]
        if len(papers) > 1 and known:
            self._report.lost("further papers of one evidence", "a statement cites one")
        if known:
            prefix, _, local = known[0]
            return f'SET Citation = {{"{_TYPES[prefix]}", {_text(local)}}}'
        name = self._parts.name(papers[0]) if papers else entry.id
        return f'SET Citation = {{"Other", {_text(name)}}}'

    def _support(self, entry: Entry, evidence: Evidence) -> str:
        """Words of ours where BEL wants the sentence: what the comment says, else the entry in words."""
        if words := evidence.comment.en or evidence.comment.zh or _label(entry.label):
            return words
        if isinstance(entry, Claim | Association):
            return f"{_label(entry.subject.label)} {entry.predicate} {_label(entry.object.label)}"
        return entry.id

    def _annotations(self, entry: Entry, evidence: Evidence) -> Iterator[tuple[str, str]]:
        context = evidence.context
        if context.species:
            curie = self._parts.curie(context.species)
            yield (
                "Species",
                _text(curie.removeprefix("NCBITaxon:") if curie.startswith("NCBITaxon:") else self._parts.name(context.species)),
            )
        places = (("Anatomy", context.region), ("Cell", context.cell_type), ("Disease", context.population))
        yield from ((name, _text(self._parts.name(place))) for name, place in places if place)
        beyond = (context.dose, context.route, context.timing.en, context.extent.en, context.frequency, context.onset.en, context.offset.en)
        if any(beyond):
            self._report.lost("dose, route or time of an evidence", "the format has no field for it")
        if entry.mechanisms:
            names = [_text(f"{one} ! {self._parts.name(one)}") for one in entry.mechanisms]
            yield "Mechanism", names[0] if len(names) == 1 else f"{{{', '.join(names)}}}"
        if evidence.certainty is not Certainty.STATED:
            yield "Certainty", _text(evidence.certainty.value)


def _why_not(entry: Entry) -> str:
    if isinstance(entry, Claim):
        return "a statement cannot name its rule and premises; it is derived again where the rule is"
    if isinstance(entry, Observation):
        return "BEL has observations of no change under one thing only"
    return "BEL has no relation for what it says"


def _label(label: Label) -> str:
    return label.en or label.zh


def _text(value: str) -> str:
    """A text in quotes, on one line."""
    plain = quoted(value)
    return plain if plain.startswith('"') else f'"{plain}"'
