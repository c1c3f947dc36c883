"""What a claim, its evidence, an observation and a chain *are*: frozen values, standard library only.

Nothing here knows RDF, reads a file or prints.
"""

from kgraph.model.chain import Chain, Explanation, Finding, Link, Severity
from kgraph.model.claim import (
    PREDICATE_OF,
    SIGN_OF,
    Association,
    Bearing,
    Certainty,
    Claim,
    Context,
    Description,
    Entry,
    Evidence,
    Layer,
    Locator,
    Note,
    Observation,
    Quantity,
    Result,
    Selection,
)
from kgraph.model.sign import Change, Sign, Verdict
from kgraph.model.term import (
    Entity,
    Identifier,
    Label,
    Language,
    Mechanism,
    Reference,
    Term,
    Variable,
)

__all__ = [
    "PREDICATE_OF",
    "SIGN_OF",
    "Association",
    "Bearing",
    "Certainty",
    "Chain",
    "Change",
    "Claim",
    "Context",
    "Description",
    "Entity",
    "Entry",
    "Evidence",
    "Explanation",
    "Finding",
    "Identifier",
    "Label",
    "Language",
    "Layer",
    "Link",
    "Locator",
    "Mechanism",
    "Note",
    "Observation",
    "Quantity",
    "Reference",
    "Result",
    "Selection",
    "Severity",
    "Sign",
    "Term",
    "Variable",
    "Verdict",
]
