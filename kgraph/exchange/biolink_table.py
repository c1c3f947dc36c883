"""Predicates and qualifiers of Biolink as they stand in KGX files: what each becomes, its sign, and why. Release 4.4.6.

Unlike in DrugMechDB, an edge of a KGX file need not be a step of a mechanism: correlations and interactions become associations.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.exchange.drugmechdb_predicates import predicate_named
from kgraph.model import Sign


@dataclass(frozen=True, slots=True)
class Relation:
    """What an edge becomes: a claim where `becomes` is causal; `exact` is false where it only comes near."""

    becomes: str
    sign: Sign | None = None
    reversed: bool = False
    exact: bool = True


_PLUS, _MINUS, _OPEN = Relation("increases", Sign.PLUS), Relation("decreases", Sign.MINUS), Relation("regulates", Sign.UNKNOWN)
_LINKED, _NEAR = Relation("associatedWith"), Relation("associatedWith", exact=False)

RELATIONS: dict[str, Relation] = {
    # Their sign is in the qualifiers, where there is one.
    "affects": _OPEN,
    "regulates": _OPEN,
    "affected by": Relation("regulates", Sign.UNKNOWN, reversed=True),
    "regulated by": Relation("regulates", Sign.UNKNOWN, reversed=True),
    "causes": _PLUS,
    "caused by": Relation("increases", Sign.PLUS, reversed=True),
    "contributes to": _PLUS,
    "exacerbates condition": _PLUS,
    "predisposes to condition": _PLUS,
    "promotes condition": _PLUS,
    "ameliorates condition": _MINUS,
    "preventative for condition": _MINUS,
    "disrupts": _MINUS,
    "affects likelihood of": _OPEN,
    # What is done with a drug is not what it does.
    "treats": Relation("treats"),
    "treats or applied or studied to treat": Relation("treats", exact=False),
    "applied to treat": Relation("treats", exact=False),
    "in clinical trials for": Relation("treats", exact=False),
    "contraindicated in": _NEAR,
    "has phenotype": Relation("hasPhenotype"),
    "phenotype of": Relation("hasPhenotype", reversed=True),
    "manifestation of": Relation("hasPhenotype", reversed=True, exact=False),
    "has adverse event": Relation("hasPhenotype", exact=False),
    "has side effect": Relation("hasPhenotype", exact=False),
    "positively correlated with": Relation("associatedWith", Sign.PLUS),
    "negatively correlated with": Relation("associatedWith", Sign.MINUS),
    "associated with increased likelihood of": Relation("associatedWith", Sign.PLUS),
    "associated with decreased likelihood of": Relation("associatedWith", Sign.MINUS),
    "associated with": _LINKED,
    "correlated with": _LINKED,
    "genetically associated with": _LINKED,
    "gene associated with condition": _LINKED,
    "interacts with": _NEAR,
    "physically interacts with": _NEAR,
    "directly physically interacts with": _NEAR,
    "molecularly interacts with": _NEAR,
    "genetically interacts with": _NEAR,
    "precedes": _NEAR,
    "related to": _NEAR,
}

DIRECTIONS = {
    "increased": Sign.PLUS,
    "upregulated": Sign.PLUS,
    "decreased": Sign.MINUS,
    "downregulated": Sign.MINUS,
}
# More of these is less of the thing itself.
AGAINST = frozenset({"degradation", "hydrolysis", "cleavage", "catabolism"})


def relation_named(predicate: str) -> Relation:
    """What an edge with this predicate becomes; an association, which is near only, for one that is not known.

    Examples
    --------
    >>> relation_named("biolink:causes").becomes, relation_named("biolink:in_taxon").becomes, relation_named("biolink:likes").exact
    ('increases', 'locatedIn', False)
    """
    word = " ".join(predicate.rpartition(":")[2].replace("_", " ").casefold().split())
    if word in RELATIONS:
        return RELATIONS[word]
    known = predicate_named(word)
    if known is None:
        return _NEAR
    return Relation(known.becomes, Sign.of(known.sign) if known.sign else None, reversed=known.reversed, exact=known.exact)
