"""What exporters share: the claims of a selection, the identifiers of their ends, their publications; and what is lost of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.exchange.report import Report
from kgraph.model import Association, Claim, Description, Entity, Entry, Evidence, Reference, Selection, Term, Variable
from kgraph.store import Knowledge


class Parts:
    """Looks at knowledge for an exporter, and remembers what it has seen."""

    def __init__(self, knowledge: Knowledge, selection: Selection, report: Report) -> None:
        self._knowledge = knowledge
        self._selection = selection
        self._report = report
        self._publications: dict[str, tuple[str, ...]] = {}

    def entries(self, *kinds: type[Entry]) -> Iterator[Entry]:
        """The entries of these kinds, sorted by id, each opened in the report; all others are told as lost."""
        for entry in self._knowledge.entries(selection=self._selection):
            self._report.start(entry.id)
            if isinstance(entry, kinds):
                yield entry
                self._report.finish()
            else:
                name = type(entry).__name__.lower()
                self._report.abandon(name, f"the format has no place for {'an' if name[0] in 'aeo' else 'a'} {name}")

    def entity(self, term: Term) -> Entity | None:
        """The entity that a term is, or that a variable is about; ``None`` for anything else, and where it is not declared."""
        if isinstance(term, Variable):
            found = self._knowledge.find(term.entity)
            return next((one for one in found if isinstance(one, Entity)), None)
        return term if isinstance(term, Entity) else None

    def name(self, id: str) -> str:
        """The label of a thing, English before Chinese; its id where it has none."""
        label = self._knowledge.label(id)
        return label.en or label.zh or id

    def curie(self, id: str) -> str:
        """The exact identifier of a thing in another vocabulary; its id where it has none."""
        found = self._knowledge.find(id)
        return next((identifier_of(term) for term in found), id)

    def publications(self, evidence: Evidence) -> tuple[str, ...]:
        """The CURIEs of the papers of one evidence: its reference, and the papers that it cites there, as far as they are known."""
        return tuple(dict.fromkeys(curie for one in (evidence.reference, *evidence.cites) for curie in self._of(one)))

    def told(self, entry: Claim | Association | Description, *held: str) -> None:
        """Tells what an entry has beyond what a format holds; `held` names the parts that it does hold."""
        beyond = {
            "locator": any(one.locator for one in entry.evidence),
            "certainty": any(one.certainty.value != "stated" for one in entry.evidence),
            "method": any(one.method for one in entry.evidence),
            "context": any(_has_context(one) for one in entry.evidence),
            "comment": any(one.comment.en or one.comment.zh for one in entry.evidence),
            "mechanism": bool(entry.mechanisms),
            "note": bool(entry.notes),
            "mediator": isinstance(entry, Claim) and bool(entry.mediators),
            "rule and premises": isinstance(entry, Claim) and bool(entry.rule),
        }
        for name, there in beyond.items():
            if there and name not in held:
                self._report.lost(name, "the format has no field for it")

    def _of(self, reference: str) -> tuple[str, ...]:
        if reference not in self._publications:
            found = [one for one in self._knowledge.find(reference) if isinstance(one, Reference)]
            papers = [self._knowledge.term(one.match) if one.match else one for one in found]
            self._publications[reference] = tuple(identifier_of(one) for one in papers)
        return self._publications[reference]


def identifier_of(term: Term) -> str:
    """The first exact identifier of a term; its id where it has none.

    For publications the one that most tools know comes first: PubMed, then DOI.
    """
    exact = [one.curie for one in term.identifiers if one.mapping == "exact"]
    order = {"pubmed": 0, "doi": 1}
    return min(exact, key=lambda curie: (order.get(curie.partition(":")[0], 2), curie)) if exact else term.id


def _has_context(evidence: Evidence) -> bool:
    context = evidence.context
    return any((context.species, context.region, context.cell_type, context.population, context.dose, context.route, context.timing.en))
