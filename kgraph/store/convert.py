"""The knowledge as graphs of other libraries: rdflib and networkx, each imported only when asked for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store

from kgraph.model import Claim, Label, Variable
from kgraph.vocabulary.prefixes import OWN, STANDARD
from kgraph.vocabulary.terms import UNION

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kgraph.store.knowledge import Knowledge


def to_rdflib(store: Store) -> rdflib.Dataset:
    """A copy of the engine as an rdflib dataset; its default graph is the union of the named ones, as for every query here."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    for prefix, uri in {**OWN, **STANDARD}.items():
        dataset.bind(prefix, uri)
    for graph in UNION:
        buffer = io.BytesIO()
        store.dump(buffer, RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))
        dataset.graph(rdflib.URIRef(graph)).parse(data=buffer.getvalue(), format="nt")
    return dataset


def to_networkx(knowledge: Knowledge) -> networkx.MultiDiGraph[str]:
    """The claims as a directed multigraph.

    Nodes are the ids of the variables, with ``label_en``, ``label_zh``, ``entity`` and ``aspect``. Edges go from subject to
    object, keyed by the id of the claim, with ``sign`` (``+``, ``-`` or ``?``), ``predicate``, ``layer`` and ``mechanisms``.

    Returns
    -------
    networkx.MultiDiGraph
        Variables sorted by id, also those that no claim is about; then claims sorted by id.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for variable in knowledge.variables():
        graph.add_node(variable.id, **_labels(variable.label), entity=variable.entity, aspect=variable.aspect)
    for claim in knowledge.entries("claim"):
        assert isinstance(claim, Claim)
        for end in (claim.subject, claim.object):
            if end.id not in graph:
                graph.add_node(end.id, **_labels(end.label), entity=end.entity if isinstance(end, Variable) else "", aspect="")
        graph.add_edge(
            claim.subject.id,
            claim.object.id,
            key=claim.id,
            sign=claim.sign.value,
            predicate=claim.predicate,
            layer=claim.layer.value,
            mechanisms=claim.mechanisms,
        )
    return graph


def _labels(label: Label) -> dict[str, str]:
    return {"label_en": label.en, "label_zh": label.zh}
