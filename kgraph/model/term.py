"""Things and their aspects: entities, variables, mechanisms and references. What is said of them: `claim.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue


class Language(Enum):
    """A language in which kgraph speaks."""

    EN = "en"
    ZH = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text in English and Simplified Chinese; an absent one is the empty string."""

    en: str = ""
    zh: str = ""

    def text(self, language: Language) -> str:
        """The text in this language, else in the other one."""
        return (self.zh or self.en) if language is Language.ZH else (self.en or self.zh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier in another vocabulary.

    `mapping` is one of ``exact``, ``close``, ``broad``, ``narrow`` (SKOS); `verified` says that a curator saw the
    identifier and its label in the vocabulary itself.
    """

    curie: str
    mapping: str = "exact"
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Anything with an IRI and a label. `id` is the IRI shortened by the project's prefixes: ``ent:ketamine``."""

    id: str
    iri: str
    label: Label = Label()
    synonyms: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def __post_init__(self) -> None:
        if not self.id or not self.iri:
            raise InvalidValue("a term needs an id and an IRI")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Term):
    """A thing with an identity: drug, protein, cell type, circuit, process, disease. `kind` is its class: ``Drug``."""

    kind: str = "Entity"
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Term):
    """One aspect of one entity, in one place, that can rise or fall: what causal claims are about.

    `aspect` is a local name such as ``Activity``; `species`, `region` and `cell_type` are ids, empty where the variable is
    not bound to one; `broader` holds the ids of the more general variables.
    """

    entity: str
    aspect: str = ""
    species: str = ""
    region: str = ""
    cell_type: str = ""
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Term):
    """A named hypothesis: the claims that together explain an effect. `part_of` names the mechanism it is a branch of."""

    number: str = ""
    summary: Label = Label()
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Term):
    """A publication, or a citation number whose publication is only inferred.

    `citation` is author, year, journal and pages. For a citation number, `match` is the reference that it most likely
    points to (empty: unresolved) and `confidence` how sure that is: ``none``, ``low``, ``medium``, ``high``, ``very high``.
    `status` is ``verified``, ``partly verified`` or ``unverified``.
    """

    citation: str = ""
    number: str = ""
    match: str = ""
    confidence: str = ""
    status: str = ""
    comment: Label = Label()
