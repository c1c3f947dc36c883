"""Identifiers in the preferred spelling; malformed ones are never repaired."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.exchange.identifiers import iri_of, preferred, reference_curie, slug
from kgraph.exchange.registries import OTHER_SPELLINGS
from kgraph.vocabulary.registries import REGISTRIES


@pytest.mark.parametrize(
    ("written", "preferred_curie"),
    [
        ("MESH:D005473", "mesh:D005473"),
        ("UniProt:P31645", "uniprot:P31645"),
        ("UniProtKB:P31645", "uniprot:P31645"),
        ("UniProt:Q07817-1", "uniprot.isoform:Q07817-1"),
        ("DB:DB00472", "drugbank:DB00472"),
        ("taxonomy:9606", "NCBITaxon:9606"),
        ("CHEBI:CHEBI:6121", "CHEBI:6121"),
        ("reactome:R-HSA-416476\ufeff", "reactome:R-HSA-416476"),
        ("http://purl.obolibrary.org/obo/GO_0051610", "GO:0051610"),
        ("HGNC:1033", "hgnc:1033"),
    ],
)
def test_other_spellings_become_the_preferred_one(written: str, preferred_curie: str) -> None:
    assert preferred(written) == preferred_curie


@pytest.mark.parametrize(
    "malformed", ["UniProt:P4984", "GO:005507", "InterPro:SSF50353", "nowhere:1", "D005473", "", ":", "MESH:", "MESH:x y"]
)
def test_a_malformed_identifier_is_none_and_no_other(malformed: str) -> None:
    assert preferred(malformed) == ""


def test_every_other_spelling_leads_to_a_registry_or_is_told_as_unknown() -> None:
    assert {name for name in OTHER_SPELLINGS.values() if name not in REGISTRIES} <= {"meddra"}


def test_every_pattern_compiles_and_every_iri_is_absolute() -> None:
    for prefix, registry in REGISTRIES.items():
        re.compile(registry.pattern)
        assert iri_of(f"{prefix}:1").startswith("http"), prefix


def test_pages_of_papers_become_their_identifiers() -> None:
    assert reference_curie("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7469509/") == "pmc:PMC7469509"
    assert reference_curie("https://doi.org/10.1038/nature10130") == "doi:10.1038/nature10130"
    assert reference_curie("https://en.wikipedia.org/wiki/Ketamine") == ""


@given(st.text(max_size=300))
def test_a_slug_is_always_a_safe_part_of_an_iri(text: str) -> None:
    made = slug(text)
    assert made
    assert len(made) <= 100
    assert not re.search(r'[\s<>"{}|\\^`/#?%:]', made)
