"""GO-CAM as the YAML of gocam-py (0.14, and its older fields). No file is read here.

The package itself (0.14.1) is not used: see `docs/decisions.md`.
"""

from __future__ import annotations

from kgraph.exchange.gocam_model import Fact, Individual, Item, Model, Plain, Provenance, items, member, text, texts
from kgraph.exchange.gocam_relations import ENABLED_BY, HAS_INPUT, HAS_OUTPUT, HAS_PART, OCCURS_IN, PART_OF

_DURING, _LOCATED = "RO:0002092", "RO:0001025"
# Field of an activity -> the relation it stands for.
_PLACES = (("enabled_by", ENABLED_BY), ("occurs_in", OCCURS_IN), ("part_of", PART_OF), ("happens_during", _DURING))
_OLDER = (("has_input", HAS_INPUT), ("has_primary_input", HAS_INPUT), ("has_output", HAS_OUTPUT), ("has_primary_output", HAS_OUTPUT))
# Fields that an association may have itself, one inside the other.
_NESTED = (("part_of", PART_OF), ("has_part", HAS_PART), ("happens_during", _DURING), ("located_in", _LOCATED))


def is_yaml_model(value: Plain) -> bool:
    """Whether a value has the members of such a model."""
    return isinstance(member(value, "activities"), list) or (bool(text(value, "id")) and isinstance(member(value, "molecules"), list))


def yaml_model(value: Plain) -> Model:
    """The model in such a value."""
    model = Model(
        id=text(value, "id"),
        title=text(value, "title"),
        taxa=(*texts(value, "taxon"), *texts(value, "additional_taxa")),
        state=text(value, "status"),
        comments=texts(value, "comments"),
    )
    reader = _Reader(model, {text(one, "id"): text(one, "label") for one in items(value, "objects")})
    for one in items(value, "molecules"):
        reader.molecule(one)
    for one in items(value, "activities"):
        reader.activity(one)
    return model


class _Reader:
    def __init__(self, model: Model, labels: dict[str, str]) -> None:
        self._model = model
        self._labels = labels

    def molecule(self, value: Plain) -> None:
        """A substance that activities share."""
        name = text(value, "id")
        if not name or not text(value, "term"):
            self._model.troubles.append(("molecule", "it has no id or no term"))
            return
        self._individual(name, text(value, "term"))
        self._nested(name, value)

    def activity(self, value: Plain) -> None:
        """An activity, what it is related to, and what it acts on."""
        name = text(value, "id")
        if not name:
            self._model.troubles.append(("activity", "it has no id"))
            return
        self._individual(name, text(member(value, "molecular_function"), "term") or "GO:0003674")
        for field, relation in (*_PLACES, *_OLDER):
            for number, one in enumerate(items(value, field)):
                self._association(name, relation, one, f"{name}#{field}{number}")
        for one in items(value, "molecular_associations"):
            self._to(name, text(one, "predicate"), text(one, "molecule"), one, "molecular association")
        for one in items(value, "causal_associations"):
            self._to(name, text(one, "predicate"), text(one, "downstream_activity"), one, "causal association")

    def _association(self, subject: str, relation: str, value: Plain, name: str) -> None:
        """An association with a term: the term becomes an individual, and what stands inside it is related to that."""
        term = text(value, "term")
        if not term:
            self._model.troubles.append(("association", "it names no term"))
            return
        self._individual(name, term)
        self._fact(subject, relation, name, value)
        self._nested(name, value)
        for number, one in enumerate(texts(value, "members")):
            self._individual(f"{name}.{number}", one)
            self._fact(name, HAS_PART, f"{name}.{number}", value)

    def _nested(self, name: str, value: Plain) -> None:
        for field, relation in _NESTED:
            for number, one in enumerate(items(value, field)):
                self._association(name, relation, one, f"{name}/{field}{number}")

    def _to(self, subject: str, relation: str, target: str, value: Plain, what: str) -> None:
        if not relation or not target:
            self._model.troubles.append((what, "it names no predicate or no target"))
            return
        self._fact(subject, relation, target, value)

    def _individual(self, name: str, term: str) -> None:
        self._model.individuals[name] = Individual(id=name, term=term, label=self._labels.get(term, ""))

    def _fact(self, subject: str, relation: str, target: str, value: Plain) -> None:
        evidence = tuple(
            Item(
                code=text(one, "term"),
                label=self._labels.get(text(one, "term"), ""),
                reference=text(one, "reference"),
                made_with=texts(one, "with_objects"),
                provenance=_provenance(one),
            )
            for one in items(value, "evidence")
            if isinstance(one, dict)
        )
        self._model.facts.append(Fact(subject=subject, relation=relation, object=target, items=evidence, provenance=_provenance(value)))


def _provenance(value: Plain) -> Provenance:
    told = [one for one in items(value, "provenances") if isinstance(one, dict)]
    return Provenance(
        contributors=tuple(dict.fromkeys(name for one in told for name in texts(one, "contributor"))),
        date=max((text(one, "date") for one in told), default=""),
        providers=tuple(dict.fromkeys(name for one in told for name in texts(one, "provided_by"))),
    )
