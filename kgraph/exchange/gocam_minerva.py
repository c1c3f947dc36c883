"""GO-CAM as the JSON of Minerva, the server of the model editor: individuals, facts, annotations. No file is read here."""

from __future__ import annotations

from kgraph.exchange.gocam_model import Fact, Individual, Item, Model, Plain, Provenance, items, member, strings, text

_TAXON = ("https://w3id.org/biolink/vocab/in_taxon", "in_taxon")


def is_minerva(value: Plain) -> bool:
    """Whether a value has the members of such a model, itself or under ``data``."""
    return any(isinstance(member(held, "facts"), list) for held in (value, member(value, "data")))


def minerva_model(value: Plain) -> Model:
    """The model in such a value."""
    if not isinstance(member(value, "facts"), list):
        value = member(value, "data")
    model = Model(
        id=text(value, "id"),
        title=" ".join(_annotated(value, "title")[:1]),
        taxa=tuple(dict.fromkeys(one for name in _TAXON for one in _annotated(value, name))),
        state=" ".join(_annotated(value, "state")[:1]),
        comments=_annotated(value, "comment"),
    )
    held = {text(one, "id"): one for one in items(value, "individuals") if text(one, "id")}
    for name, one in held.items():
        individual = _individual(name, one, model)
        if individual:
            model.individuals[name] = individual
    for one in items(value, "facts"):
        ends = [text(one, name) for name in ("subject", "property", "object")]
        if not all(ends):
            model.troubles.append(("fact", "it has no subject, property and object"))
            continue
        evidence = [held[name] for name in _annotated(one, "evidence") if name in held]
        model.facts.append(
            Fact(
                subject=ends[0],
                relation=ends[1],
                object=ends[2],
                items=tuple(_item(each) for each in evidence),
                provenance=_provenance(one),
            )
        )
    return model


def _individual(name: str, value: Plain, model: Model) -> Individual | None:
    classes = [one for one in items(value, "type") if text(one, "id")]
    if not classes:
        kinds = {text(one, "type") for one in items(value, "type")}
        model.troubles.append(("individual", "it is an instance of what a class is not" if "complement" in kinds else "no class is named"))
        return None
    return Individual(id=name, term=text(classes[0], "id"), label=text(classes[0], "label"))


def _item(value: Plain) -> Item:
    classes = items(value, "type")
    return Item(
        code=text(classes[0], "id") if classes else "",
        label=text(classes[0], "label") if classes else "",
        reference=" ".join(_annotated(value, "source")[:1]),
        made_with=_annotated(value, "with"),
        provenance=_provenance(value),
    )


def _provenance(value: Plain) -> Provenance:
    return Provenance(
        contributors=_annotated(value, "contributor"),
        date=" ".join(_annotated(value, "date")[:1]),
        providers=_annotated(value, "providedBy"),
    )


def _annotated(value: Plain, key: str) -> tuple[str, ...]:
    """The values of the annotations with a key."""
    return strings(member(one, "value") for one in items(value, "annotations") if text(one, "key") == key)
