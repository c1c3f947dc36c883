"""A table has the face of `Knowledge`: names, columns, selections, claims and SPARQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal

from kgraph.errors import AmbiguousName, EntityNotFound
from kgraph.model import Layer, Selection, Sign, Variable
from kgraph.questions.naming import resolve
from kgraph.reasoning import SignedGraph
from kgraph.store import Knowledge, load, signed_arrays
from kgraph.store.table_knowledge import TableKnowledge, load_table
from kgraph.store.table_text import BLOCK

TABLE = """\
subject,predicate,object,reference,layer,mechanism,species,Score
ketamine,decreases,NMDA receptor,pubmed:1|PMID:2,review,disinhibition,rat|NCBITaxon:9606,0.5
ketamine,increases,NMDA receptor,,background,,,
NMDA receptor,-|,mood,10.1016/x,background,disinhibition|burst block,rat,1
CHEBI:6121,+,mood,pubmed:1,,,mouse,
GSK-3β,-,mood,,,,,
gsk3 beta,+,mood,,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> TableKnowledge:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return load_table(path)


def test_a_table_answers_everything_that_knowledge_answers() -> None:
    """Nothing may fall through to the methods of `Knowledge`, which would make the whole engine; two work on the face alone."""
    public = {name for name in vars(Knowledge) if not name.startswith("_")}
    assert public - set(vars(TableKnowledge)) == {"to_rdflib", "to_networkx"}


def test_a_row_is_a_claim_with_all_that_its_columns_say(table: TableKnowledge) -> None:
    claim = table.entry("claim:row-1")
    assert claim.layer is Layer.REVIEW
    assert claim.mechanisms == ("mech:disinhibition",)
    assert [piece.reference for piece in claim.evidence] == ["pubmed:1", "pubmed:2"]
    assert claim.evidence[0].context.species == "ent:rat"
    assert claim.evidence[0].comment.en == "line 2; Score: 0.5; species: ent:rat, NCBITaxon:9606"
    assert table.cells("claim:row-1")["Score"] == "0.5"


def test_a_row_without_reference_rests_on_the_file(table: TableKnowledge) -> None:
    assert [piece.reference for piece in table.entry("https://w3id.org/kgraph/claim/row-2").evidence] == ["ref:table.csv"]
    assert table.term("ref:table.csv").label.en == "table.csv"


def test_other_columns_make_terms(table: TableKnowledge) -> None:
    assert [one.id for one in table.mechanisms()] == ["mech:burst%20block", "mech:disinhibition"]
    assert [one.id for one in table.entities()] == ["NCBITaxon:9606", "ent:mouse", "ent:rat"]
    assert [one.id for one in table.references()] == ["pubmed:1", "pubmed:2", "ref:10.1016%2Fx", "ref:table.csv"]
    assert [term.id for term in table.find("PMID:2")] == ["pubmed:2"]
    assert (table.notes(), table.locators(), table.entries("result")) == ((), (), ())


def test_a_known_curie_and_its_iri_are_one_variable(tmp_path: Path) -> None:
    path = tmp_path / "a.sif"
    path.write_text("http://purl.obolibrary.org/obo/CHEBI_6121 + a\nCHEBI:6121 - a\nGO:else + a\n", encoding="utf-8")
    assert [(one.id, one.label.en) for one in load_table(path).variables()] == [
        ("CHEBI:6121", "CHEBI:6121"),
        ("var:GO%3Aelse", "GO:else"),
        ("var:a", "a"),
    ]


def test_names_that_fold_alike_stay_apart_and_are_told_when_asked_for(table: TableKnowledge) -> None:
    assert len(table.find("gsk3BETA")) == 2
    with pytest.raises(AmbiguousName, match="names 2 things"):
        resolve(table, "GSK3β")
    assert isinstance(resolve(table, "var:GSK-3β"), Variable)


def test_an_unknown_name_gets_near_ones(table: TableKnowledge) -> None:
    with pytest.raises(EntityNotFound) as caught:
        resolve(table, "ketamin")
    assert "ketamine" in caught.value.candidates[0]
    for ask in (table.term, table.entry, table.note, table.locator):
        with pytest.raises(EntityNotFound):
            ask("claim:row-99")


@pytest.mark.parametrize(
    ("selection", "rows"),
    [
        (Selection(layers=(Layer.REVIEW,)), [1]),
        (Selection(layers=(Layer.BACKGROUND,)), [2, 3, 4, 5, 6]),
        (Selection(layers=(Layer.DERIVED,)), []),
        (Selection(mechanisms=("mech:disinhibition",)), [1, 3]),
        (Selection(species=("ent:rat",)), [1, 3]),
        (Selection(species=("NCBITaxon:9606", "ent:mouse")), [1, 4]),
        (Selection(species=("ent:rat",), layers=(Layer.BACKGROUND,)), [3]),
    ],
)
def test_a_selection_holds_the_rows_that_say_so(table: TableKnowledge, selection: Selection, rows: list[int]) -> None:
    claims = table.entries(selection=selection)
    assert [claim.id for claim in claims] == [f"claim:row-{row}" for row in rows]
    assert table.links(selection) == sorted(
        {(one.subject.id, one.object.id, one.sign) for one in table.each_claim(selection)},
        key=lambda link: (link[0], link[1], link[2].value),
    )


def test_the_claims_touching_a_variable_are_those_that_start_or_end_there(table: TableKnowledge) -> None:
    assert [claim.id for claim in table.claims_touching(["var:NMDA%20receptor"])] == ["claim:row-1", "claim:row-2", "claim:row-3"]


def test_sparql_works_on_a_table(table: TableKnowledge) -> None:
    prefixes = {"kg": "https://w3id.org/kgraph/schema#", "var": "https://w3id.org/kgraph/variable/"}
    wide = {"use_default_graph_as_union": True, "prefixes": prefixes}
    assert table.engine.query("ASK { var:ketamine kg:decreases ?what . ?what kg:decreases var:mood }", **wide)  # type: ignore[arg-type]
    rows = table.engine.query("SELECT ?c { ?c a kg:Claim ; <https://w3id.org/kgraph/column/Score> '0.5' }", **wide)  # type: ignore[arg-type]
    assert [str(row[0]) for row in rows] == ["<https://w3id.org/kgraph/claim/row-1>"]  # type: ignore[union-attr]


def test_columns_of_any_name_reach_sparql(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    odd = {"": "nameless", "a b/ü": "blank", "x:y": "colon", "..": "dots", "\x07": "bell"}
    nodes = [{"id": "a"}, {"id": "b"}]
    path.write_text(json.dumps({"nodes": nodes, "edges": [{"source": "a", "target": "b", "sign": 1, **odd}]}), encoding="utf-8")
    written = {quad.object.value for quad in load(path).engine if "/column/" in str(quad.predicate) and isinstance(quad.object, Literal)}
    assert written == set(odd.values())


def test_a_table_as_networkx_has_an_edge_a_row(table: TableKnowledge) -> None:
    graph = table.to_networkx()
    assert graph.number_of_edges() == len(table) == 6
    assert graph.edges["var:ketamine", "var:NMDA%20receptor", "claim:row-1"]["sign"] == Sign.MINUS.value


def test_the_arrays_of_any_knowledge_make_the_same_graph_as_its_links() -> None:
    knowledge = load()
    every = [one.id for one in knowledge.variables()]
    fast, slow = SignedGraph(*signed_arrays(knowledge, variables=every)), SignedGraph.from_links(knowledge.links(), variables=every)
    assert (fast.names, fast.offsets, fast.objects, fast.masks) == (slow.names, slow.offsets, slow.objects, slow.masks)


def test_rows_far_into_a_file_are_found_again(tmp_path: Path) -> None:
    """Blocks, quoted line feeds on their borders, and blank lines: every row is read again as it was read first."""
    path = tmp_path / "a.csv"
    rows = [(f"v{n}", "+-"[n % 2], f'"w\n{n}"' if n % 7 == 0 else f"w{n}", "\n" if n % 11 == 0 else "") for n in range(9000)]
    path.write_text("\n\nsubject,predicate,object,note\n" + "".join(f"{s},{p},{o},n{s}\n{gap}" for s, p, o, gap in rows), encoding="utf-8")
    assert path.stat().st_size > 5 * BLOCK
    told: list[tuple[int, int]] = []
    table = load(path, progress=lambda done, size: told.append((done, size)))
    assert isinstance(table, TableKnowledge)
    for number, claim in enumerate(table.each_claim()):
        assert (claim.subject.label.en, table.cells(claim.id)["note"]) == (f"v{number}", f"nv{number}")
    lines = path.read_text(encoding="utf-8").split("\n")
    for row in (8999, 0, 4500, 77):
        line = int(table.entry(f"claim:row-{row + 1}").evidence[0].comment.en.removeprefix("line ").partition(";")[0])
        assert lines[line - 1].startswith(f"v{row},")
    assert told == sorted(told)
    assert told[-1] == (path.stat().st_size,) * 2
