"""Identifiers as other formats write them, made into the preferred CURIE; malformed ones are told apart, never guessed."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import unquote

from kgraph.exchange.registries import OTHER_SPELLINGS, SIBLINGS
from kgraph.vocabulary.prefixes import OWN, expand
from kgraph.vocabulary.registries import REGISTRIES

_PREFERRED = {**{prefix.casefold(): prefix for prefix in REGISTRIES}, **OTHER_SPELLINGS}
_BY_URI = sorted(((registry.uri, prefix) for prefix, registry in REGISTRIES.items()), key=lambda pair: -len(pair[0]))
_PATTERNS = {prefix: re.compile(registry.pattern) for prefix, registry in REGISTRIES.items()}
# A prefix that banana-style identifiers repeat in their local part (CHEBI:CHEBI:6121), or that stands glued to it.
_BANANA = re.compile(r"(?:CHEBI|GO|HP|MONDO|DOID|EFO|UBERON|CL|MGI|HGNC|PR|NCIT|BTO|SO|ECO|Orphanet|OMIM):", re.IGNORECASE)
_PAGES = (
    (re.compile(r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/\??(?:term=)?(\d+)\b.*"), "pubmed"),
    (re.compile(r"https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(?:PMC)?(\d+)\b.*"), "pmc"),
    (re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)(10\..+)", re.IGNORECASE), "doi"),
    (re.compile(r"https?://(?:www\.|go\.)?drugbank\.(?:ca|com)/drugs/(DB\d+)\b.*"), "drugbank"),
    (re.compile(r"https?://(?:www\.)?uniprot\.org/uniprot(?:kb)?/(\w+)\b.*"), "uniprot"),
    (re.compile(r"https?://(?:www\.)?reactome\.org/(?:content/detail|PathwayBrowser/#)/(R-[A-Z]{3}-\d+)\b.*"), "reactome"),
    (re.compile(r"https?://(?:classic\.)?clinicaltrials\.gov/(?:ct2/show|study)/(NCT\d+)\b.*", re.IGNORECASE), "clinicaltrials"),
)
_RESOLVER = re.compile(r"https?://(?:www\.)?(?:identifiers\.org|bioregistry\.io)/([A-Za-z][\w.-]*)[/:](.+)")
# Spaces, and marks that nobody sees: byte order marks and zero-width ones, left by copying.
_BLANKS = " \t\r\n\u00a0\u200b\u200c\u200d\ufeff"
_ODD = re.compile(r"[^\w.-]")
_CODE = re.compile(r"~[0-9a-f]{1,6}~")
_LONGEST = 100


@lru_cache(maxsize=65536)
def preferred(text: str, *, prefix: str = "") -> str:
    """The preferred CURIE of what a format calls by this identifier; empty where it is malformed or of no known registry.

    Parameters
    ----------
    text : str
        A CURIE in any common spelling of its prefix, an IRI of a known registry, or, with `prefix`, a bare local part.
    prefix : str
        The registry, where the format says it apart from the identifier.

    Returns
    -------
    str
        Prefix and local part; nothing is repaired but spelling of the prefix and a prefix said twice.

    Examples
    --------
    >>> preferred("MESH:D005473"), preferred("CHEBI:CHEBI:6121"), preferred("6121", prefix="ChEBI"), preferred("UniProt:P4984")
    ('mesh:D005473', 'CHEBI:6121', 'CHEBI:6121', '')
    """
    plain = text.strip(_BLANKS)
    before, colon, after = plain.partition(":")
    if prefix:
        before, after = prefix, plain
    elif "://" in plain:
        return _of_iri(plain)
    elif not colon:
        return ""
    known = _PREFERRED.get(before.strip().casefold())
    if known not in _PATTERNS:
        return ""
    for registry in (known, *SIBLINGS.get(known, ())):
        for local in (after.strip(), _BANANA.sub("", after.strip(), count=1)):
            if _PATTERNS[registry].fullmatch(local):
                return f"{registry}:{local}"
    return ""


def reference_curie(text: str) -> str:
    """The CURIE of a publication or page; empty for one of no known registry.

    Examples
    --------
    >>> reference_curie("https://pubmed.ncbi.nlm.nih.gov/17289086/"), reference_curie("PMID:17289086"), reference_curie("https://x.org/y")
    ('pubmed:17289086', 'pubmed:17289086', '')
    """
    plain = text.strip()
    for page, prefix in _PAGES:
        if match := page.fullmatch(plain):
            local = unquote(match[1]).rstrip("/. ") if prefix == "doi" else match[1]
            return preferred("PMC" + local if prefix == "pmc" else local, prefix=prefix)
    return preferred(plain)


@lru_cache(maxsize=65536)
def iri_of(identity: str) -> str:
    """The IRI of an id of ours or of a CURIE that `preferred` gave."""
    prefix, _, local = identity.partition(":")
    if prefix in OWN:
        return OWN[prefix] + local
    return REGISTRIES[prefix].uri + local if prefix in REGISTRIES else expand(identity)


def slug(text: str) -> str:
    """A text as the last part of an IRI of ours: readable, of at most a hundred characters.

    Texts that differ by more than a hyphen for a space or a dot for a colon have different slugs.

    Examples
    --------
    >>> slug("mesh:D005473"), slug("lithium carbonate")
    ('mesh.D005473', 'lithium-carbonate')
    """
    plain = _ODD.sub(_encoded, text.strip())
    if plain.strip(".-") and len(plain) <= _LONGEST:
        return plain
    return f"{plain[:60].rstrip('%')}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def kept_slug(local: str) -> str:
    """The last part of an id of ours as it stands; what cannot stand there is made into one.

    Examples
    --------
    >>> kept_slug("x~2f~y"), kept_slug("x/y")
    ('x~2f~y', 'x~2f~y')
    """
    plain = bool(local.strip(".-")) and len(local) <= 4 * _LONGEST and not _ODD.search(_CODE.sub("", local))
    return local if plain else slug(local)


def _encoded(match: re.Match[str]) -> str:
    """A colon becomes a dot and a space a hyphen; of what else an IRI cannot hold, the number of the character."""
    odd = match[0]
    return {":": ".", " ": "-"}.get(odd) or f"~{ord(odd):x}~"


def _of_iri(iri: str) -> str:
    for uri, prefix in _BY_URI:
        if iri.startswith(uri):
            return preferred(iri[len(uri) :], prefix=prefix)
    # The resolver's own addresses: identifiers.org/uniprot/P42345 and identifiers.org/mgi:97376.
    resolved = _RESOLVER.fullmatch(iri)
    return preferred(unquote(resolved[2]), prefix=resolved[1]) if resolved else ""
