"""RDF and values: where knowledge lives, how it is read, and the engine that holds it.

Three doors: `load` gives the knowledge as values, `read_files` gathers every error for those who check, `locate` says where
the shipped files are. Importing this room loads the engine, pyoxigraph, and no other library.
"""

from kgraph.store.claims import ClaimRow
from kgraph.store.files import FORMATS, discover, parse
from kgraph.store.knowledge import Knowledge
from kgraph.store.links_arrays import SignedArrays, signed_arrays
from kgraph.store.locate import shipped_ontology, shipped_queries, shipped_schema, shipped_shapes
from kgraph.store.names import fold, similar
from kgraph.store.reading import ReadResult, load, read_files
from kgraph.store.table_formats import TABLES, is_table

__all__ = [
    "FORMATS",
    "TABLES",
    "ClaimRow",
    "Knowledge",
    "ReadResult",
    "SignedArrays",
    "discover",
    "fold",
    "is_table",
    "load",
    "parse",
    "read_files",
    "shipped_ontology",
    "shipped_queries",
    "shipped_schema",
    "shipped_shapes",
    "signed_arrays",
    "similar",
]
