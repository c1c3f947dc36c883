"""GO-CAM as RDF: named individuals, relations as triples, evidence as annotated axioms (the OWL of the model store).

A file is parsed as a stream; what is held of it is its individuals and relations. Imports are not followed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import ExchangeError
from kgraph.exchange.gocam_model import Fact, Individual, Item, Model, Provenance
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.rdf_quads import quads_of
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.terms import LABEL, RDF_TYPE

if TYPE_CHECKING:
    from pyoxigraph import Quad

_OWL, _DC = STANDARD["owl"], "http://purl.org/dc/elements/1.1/"
_LEGO = "http://geneontology.org/lego/"
_STATE, _EVIDENCE, _WITH = _LEGO + "modelstate", _LEGO + "evidence", _LEGO + "evidence-with"
_PROVIDER, _TAXON = "http://purl.org/pav/providedBy", STANDARD["biolink"] + "in_taxon"
_SOURCE, _PROPERTY, _TARGET = (_OWL + f"annotated{name}" for name in ("Source", "Property", "Target"))
_RELATION = ("http://purl.obolibrary.org/obo/RO_", "http://purl.obolibrary.org/obo/BFO_")
Said = dict[str, list[str]]


def turtle_models(path: Path) -> Iterator[Model | str]:
    """The models of a file; a text where something is wrong with it, and what was read before goes on."""
    triples = _Triples()
    trouble = ""
    try:
        for quad in quads_of(path, base="http://model.geneontology.org/"):
            triples.take(quad)
    except ExchangeError as error:
        trouble = error.message
    yield from triples.models()
    if trouble:
        yield trouble


@dataclass(slots=True)
class _Triples:
    """What a file says, by subject and predicate; only what a model is made of."""

    said: dict[str, Said] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def take(self, quad: Quad) -> None:
        """One statement."""
        from pyoxigraph import BlankNode, Literal, NamedNode

        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode | BlankNode) or not isinstance(value, NamedNode | BlankNode | Literal):
            return
        name = subject.value if isinstance(subject, NamedNode) else f"_:{subject.value}"
        self.said[name][quad.predicate.value].append(f"_:{value.value}" if isinstance(value, BlankNode) else value.value)

    def models(self) -> Iterator[Model]:
        """The models, in the order of the file. Where it names none, all of it is one without a name."""
        names = [name for name, said in self.said.items() if _OWL + "Ontology" in said.get(RDF_TYPE, ()) and not name.startswith("_:")]
        evidence = self._axioms()
        for name in names or [""]:
            model = self._model(name, alone=len(names) < 2, evidence=evidence)
            if model.facts or model.individuals or len(names) < 2:
                yield model

    def _model(self, name: str, *, alone: bool, evidence: dict[tuple[str, str, str], list[str]]) -> Model:
        about = self.said.get(name, {})
        model = Model(
            id=name,
            title=_first(about.get(_DC + "title", ())),
            taxa=tuple(preferred(one) or one for one in about.get(_TAXON, ())),
            state=_first(about.get(_STATE, ())),
            comments=tuple(about.get(STANDARD["rdfs"] + "comment", ())),
        )
        mine = (one for one in self.said if _OWL + "NamedIndividual" in self.said[one].get(RDF_TYPE, ()))
        for one in mine:
            if alone or one.startswith(f"{name}/"):
                self._individual(one, model, evidence)
        return model

    def _individual(self, name: str, model: Model, evidence: dict[tuple[str, str, str], list[str]]) -> None:
        said = self.said[name]
        classes = [one for one in said[RDF_TYPE] if not one.startswith(_OWL)]
        named = [one for one in classes if not one.startswith("_:")]
        if named:
            label = _first(self.said.get(named[0], {}).get(LABEL, ()))
            model.individuals[name] = Individual(id=name, term=preferred(named[0]) or named[0], label=label)
        elif classes:
            model.troubles.append(("individual", "it is an instance of a class without a name, such as what another is not"))
        for predicate, targets in said.items():
            if predicate.startswith(_RELATION):
                relation = preferred(predicate)
                for target in targets:
                    axioms = evidence.get((name, predicate, target), [])
                    model.facts.append(self._fact(name, relation or predicate, target, axioms))

    def _fact(self, subject: str, relation: str, target: str, axioms: list[str]) -> Fact:
        items = [one for axiom in axioms for one in self.said[axiom].get(_EVIDENCE, ()) if one in self.said]
        return Fact(
            subject=subject,
            relation=relation,
            object=target,
            items=tuple(self._item(one) for one in dict.fromkeys(items)),
            provenance=self._provenance(axioms[0]) if axioms else Provenance(),
        )

    def _item(self, name: str) -> Item:
        said = self.said[name]
        codes = [preferred(one) for one in said.get(RDF_TYPE, ()) if not one.startswith(_OWL)]
        return Item(
            code=_first(codes),
            reference=_first(said.get(_DC + "source", ())),
            made_with=tuple(said.get(_WITH, ())),
            provenance=self._provenance(name),
        )

    def _provenance(self, name: str) -> Provenance:
        said = self.said[name]
        return Provenance(
            contributors=tuple(dict.fromkeys(said.get(_DC + "contributor", ()))),
            date=_first(said.get(_DC + "date", ())),
            providers=tuple(dict.fromkeys(said.get(_PROVIDER, ()))),
        )

    def _axioms(self) -> dict[tuple[str, str, str], list[str]]:
        """The axioms that annotate a triple, by the triple."""
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for name, said in self.said.items():
            if _SOURCE in said and _PROPERTY in said and _TARGET in said:
                found[said[_SOURCE][0], said[_PROPERTY][0], said[_TARGET][0]].append(name)
        return found


def _first(values: Iterable[str]) -> str:
    return next(iter(values), "").strip()
