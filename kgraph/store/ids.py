"""IRIs to short ids and back, quickly. The prefixes themselves: `kgraph.vocabulary.prefixes`."""

from __future__ import annotations

from kgraph.vocabulary.prefixes import OWN, compact
from kgraph.vocabulary.terms import KG

_OWN = {uri: prefix for prefix, uri in OWN.items()}


def short(iri: str) -> str:
    """The id of an IRI: the same as `compact`, but in one look-up for the project's own IRIs (a tenth of the time).

    Examples
    --------
    >>> short("https://w3id.org/kgraph/entity/ketamine")
    'ent:ketamine'
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _OWN.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else compact(iri)


def local(iri: str) -> str:
    """The name of a schema term without its prefix (``Drug``); of any other IRI, the id.

    Examples
    --------
    >>> local("https://w3id.org/kgraph/schema#Drug")
    'Drug'
    """
    return iri[len(KG) :] if iri.startswith(KG) else short(iri)


def evidence_order(iri: str) -> tuple[str, int, str]:
    """Sorts evidence by its number, so that ``.e10`` comes after ``.e9``."""
    stem, _, number = iri.rpartition(".e")
    return (stem, int(number), iri) if number.isdecimal() else (iri, 0, iri)
