"""One good file of every form of every format, made up: what hostile tests break."""

from __future__ import annotations

import json

from tests.exchange.bel_samples import HEADER
from tests.exchange.pathway_samples import YAML, minerva, turtle
from tests.exchange.recording import KETAMINE
from tests.exchange.test_bel_nodelink import LINK, graph
from tests.exchange.test_gpml import GOOD
from tests.exchange.test_indra import BDNF, MTOR, statement
from tests.exchange.test_mapped import DATA, MAPPING
from tests.exchange.test_tables_in import OMNIPATH, PAIR, ROW, SIGNOR

EDGE = {"subject": "CHEBI:6121", "predicate": "biolink:affects", "object": "UniProtKB:P42345", "publications": ["PMID:20724638"]}
EDGE |= {"qualified_predicate": "biolink:causes", "object_direction_qualifier": "decreased", "object_aspect_qualifier": "activity"}
EVIDENCE = {"source_api": "reach", "pmid": "20724638", "text": "A made-up sentence.", "epistemics": {"direct": True}, "annotations": {}}
STATEMENT = {**statement("Activation"), "subj": MTOR, "obj": BDNF, "evidence": [EVIDENCE]}


def table(header: list[str], row: list[str], times: int = 5) -> str:
    """A table with tabs."""
    return "\n".join("\t".join(cells) for cells in [header, *[row] * times]) + "\n"


# what: format, name of the file, text
GOOD_FILES: dict[str, tuple[str, str, str]] = {
    "drugmechdb": ("drugmechdb", "x.yaml", f"---{KETAMINE}" * 3),
    "indra": ("indra", "x.json", json.dumps([STATEMENT] * 3)),
    "indra lines": ("indra", "x.jsonl", f"{json.dumps(STATEMENT)}\n" * 3),
    "signor": ("signor", "x.tsv", table(SIGNOR, ROW)),
    "omnipath": ("omnipath", "x.tsv", table(OMNIPATH, PAIR)),
    "kgx lines": ("kgx", "x_edges.jsonl", f"{json.dumps(EDGE)}\n" * 3),
    "kgx table": ("kgx", "x_edges.tsv", table(["subject", "predicate", "object"], ["CHEBI:6121", "biolink:treats", "MONDO:0002050"])),
    "gocam yaml": ("gocam", "x.yaml", YAML),
    "gocam json": ("gocam", "x.json", minerva()),
    "gocam turtle": ("gocam", "x.ttl", turtle()),
    "gpml": ("gpml", "x.gpml", GOOD),
    "bel": ("bel", "x.bel", HEADER + 'p(HGNC:A1) -> bp(GO:"x")\n' * 3),
    "pybel": ("pybel", "x.nodelink.json", json.dumps(graph(LINK, LINK))),
    "rdf": ("rdf", "effects.ttl", DATA),
    "links": (
        "links",
        "x.tsv",
        table(["subject", "predicate", "object", "reference"], ["CHEBI:6121", "decreases", "b", "pubmed:20724638"]),
    ),
    "sif": ("sif", "x.sif", "a\tincreases\tb\nb\t-|\tc\td\n"),
}
BESIDE = ("mapping.yaml", MAPPING)
"""What lies beside every one of them: the mapping of foreign RDF."""
