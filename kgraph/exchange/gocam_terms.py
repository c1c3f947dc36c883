"""Individuals of a GO-CAM model as entities and variables. What is said of them: `gocam_entries.py`."""

from __future__ import annotations

import re
from collections import defaultdict

from kgraph.exchange.gocam_model import Model
from kgraph.exchange.gocam_relations import CAUSAL, ENABLED_BY, HAS_INPUT, HAS_OUTPUT, HAS_PART, INVERSE, OCCURS_IN, PART_OF
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Entity, Variable

_OF_SPECIES = re.compile(r"(\S+) [A-Z][a-z]{3}")
_ROOT_FUNCTION = "GO:0003674"
_SUBSTANCES = frozenset({"CHEBI", "pubchem.compound", "kegg.compound", "drugbank", "hmdb"})
_CELLS = frozenset({"CL", "CLO", "BTO"})
_PLACES = frozenset({"UBERON", "EMAPA", "WBbt", "FBbt", "ZFA", "PO", "FAO", "MA", "XAO"})
_GROUPS = frozenset({"complexportal"})
_ONTOLOGIES = frozenset({"GO", "SO", "ECO", "NCBITaxon", "WBPhenotype", "MP", "HP"})
# The relations that make of a term of the Gene Ontology a place, a complex, a process.
_PLACE_OF = frozenset({OCCURS_IN, "RO:0001025", "RO:0002432", "RO:0002338", "RO:0002339"})


class Terms:
    """The things of one model, by the names of its individuals."""

    def __init__(self, model: Model, maker: Maker, report: Report) -> None:
        self._model = model
        self._maker = maker
        self._report = report
        self._told: set[str] = set()
        self._variables: dict[str, Variable] = {}
        self.targets: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._places: set[str] = set()
        self._wholes: set[str] = set()
        self._acting: set[str] = set()
        for fact in model.facts:
            self._note(fact.subject, fact.relation, fact.object)

    def _note(self, subject: str, relation: str, target: str) -> None:
        """What the ends of a relation must be."""
        if relation in INVERSE:
            subject, relation, target = target, INVERSE[relation], subject
        self.targets[subject, relation].append(target)
        if relation in _PLACE_OF:
            self._places.add(target)
        elif relation in (HAS_PART, ENABLED_BY):
            self._wholes.add(target if relation == ENABLED_BY else subject)
        if relation in CAUSAL or relation in (ENABLED_BY, OCCURS_IN, HAS_INPUT, HAS_OUTPUT):
            self._acting.add(subject)

    def known(self, name: str) -> bool:
        """Whether the model says what this is."""
        return name in self._model.individuals

    def acts(self, name: str) -> bool:
        """Whether this is an activity: something carries it out."""
        return bool(self.targets.get((name, ENABLED_BY)))

    def term(self, name: str) -> str:
        """The class of an individual as the file has it."""
        return self._model.individuals[name].term

    def entity(self, name: str) -> Entity:
        """The thing that an individual is an instance of."""
        individual = self._model.individuals[name]
        curie = preferred(individual.term)
        if not curie and individual.term not in self._told:
            self._told.add(individual.term)
            self._report.approximated(
                f"identifier in {individual.term.partition(':')[0][:30]}",
                "malformed or of no known registry: the thing keeps only its name",
            )
        # Of an address that is of no known registry, the last part is the name.
        words = individual.label or curie or individual.term.rpartition("/")[2].rpartition("#")[2] or individual.term
        # Gene products are called "efr3 Spom" there, for fission yeast; people ask for efr3.
        symbol = _OF_SPECIES.fullmatch(words)
        return self._maker.entity(curie, words, self._kind(name, curie), synonyms=[symbol[1]] if symbol else [])

    def variable(self, name: str) -> Variable:
        """What can rise or fall: an activity of what carries it out, in its place, for its process; else the thing as it mostly counts."""
        if name not in self._variables:
            self._variables[name] = self._variable(name)
        return self._variables[name]

    def _variable(self, name: str) -> Variable:
        enablers = [one for one in self.targets.get((name, ENABLED_BY), ()) if self.known(one)]
        if len(enablers) > 1:
            self._report.lost("a second thing that enables the same activity", "an activity has one; the first of them stays")
        region = self.place(name)
        named = [f"in {region.label.en}"] if region else []
        keys = [region.id[4:]] if region else []
        for process in self._processes(name):
            named.append(f"for {process.label.en}")
            keys.append(process.id[4:])
        entity = self.entity(enablers[0] if enablers else name)
        if enablers and self.term(name) != _ROOT_FUNCTION:
            function = self.entity(name)
            named.insert(0, function.label.en)
            keys.insert(0, function.id[4:])
        return self._maker.variable(entity, state=", ".join(named), key=".".join(keys), place=region)

    def place(self, name: str) -> Entity | None:
        """Where an activity occurs; ``None`` where that is not said."""
        places = [one for one in self.targets.get((name, OCCURS_IN), ()) if self.known(one)]
        return self.entity(places[0]) if places else None

    def _processes(self, name: str) -> list[Entity]:
        return [self.entity(one) for one in self.targets.get((name, PART_OF), ())[:1] if self.known(one) and self.acts(name)]

    def _kind(self, name: str, curie: str) -> str:
        prefix = curie.partition(":")[0]
        if prefix in _SUBSTANCES:
            return "Chemical"
        if prefix in _CELLS:
            return "CellType"
        if prefix in _PLACES or name in self._places:
            return "Region"
        if prefix in _GROUPS or (prefix == "GO" and name in self._wholes):
            return "Complex"
        if prefix == "GO":
            return "Process"
        if prefix == "NCBITaxon":
            return "Species"
        if curie and prefix not in _ONTOLOGIES:
            return "Protein"
        return "Protein" if name in self._wholes else "Process" if name in self._acting else "Entity"
