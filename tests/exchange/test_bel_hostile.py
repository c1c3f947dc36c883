"""BEL that means harm, or was cut off: a clear error with its line, no hang, no blow-up, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.exchange.bel_syntax import BelSyntax, parse_statement, write_statement
from tests.exchange.bel_samples import HEADER
from tests.exchange.recording import imported, written
from tests.exchange.test_bel_nodelink import AKT1, DEATH, LINK, graph
from tests.exchange.test_hostile import CELL, FEW, JSON, survives

GOOD = "p(HGNC:A1) -> bp(GO:x)\n"
DEEP = 100_000


@pytest.mark.parametrize(
    "line",
    [
        "(" * DEEP,
        "p(" * DEEP + "HGNC:A1" + ")" * DEEP,
        "p(HGNC:A1) -> " + "(p(HGNC:A1) -> " * DEEP,
        "p(HGNC:A1)" + " -> p(HGNC:B1" * 1000,
        'p(HGNC:"' + "x" * DEEP,
        'p(HGNC:"' + "\\" * DEEP + ") -> bp(GO:x)",
        "SET Evidence = " + "{" * DEEP,
        "SET X = " + '{"a",' * DEEP,
        "p(HGNC:A1) -> bp(GO:" + "x" * (1 << 21) + ")",
        " " * DEEP + "SET" + " " * DEEP,
        "p(" + " " * DEEP,
        ")" * DEEP,
        '"' * 99_999,
        "complex(" + ",".join(["p(HGNC:A1)"] * 20_000) + ") likes p(HGNC:B1)",
        "odd(complex(" + ",".join(["p(HGNC:A1)"] * 20_000) + ")) -> p(HGNC:B1)",
    ],
)
def test_one_hostile_line_is_lost_in_a_moment_and_the_next_is_read(line: str, tmp_path: Path) -> None:
    begun = time.perf_counter()
    records, report = imported("bel", written(tmp_path, "x.bel", HEADER + line + "\n" + GOOD))
    assert time.perf_counter() - begun < 5
    assert len([entry for record in records for entry in record.entries]) == 1
    assert report.records["kept"] == 1


def test_a_complex_of_very_many_is_read_in_the_time_of_as_many_statements(tmp_path: Path) -> None:
    begun = time.perf_counter()
    members = ",".join(f"p(HGNC:A{number})" for number in range(5000))
    _, report = imported("bel", written(tmp_path, "x.bel", HEADER + f"complex({members}) -> bp(GO:x)\n"))
    assert time.perf_counter() - begun < 10
    assert report.whole


def test_lines_that_are_no_text_are_told_by_their_number(tmp_path: Path) -> None:
    lines = [HEADER.encode(), b"p(HGNC:\xff\xfe) -> bp(GO:x)\n", b"p(HGNC:A\x001) -> bp(GO:x)\n", GOOD.encode()]
    records, report = imported("bel", written(tmp_path, "x.bel", b"".join(lines)))
    first = HEADER.count("\n") + 1
    lost = {line.note: line.places for line in report.lines if line.outcome.value == "lost"}
    assert lost == {"not text in UTF-8: invalid start byte": (f"x.bel:{first}",), "a NUL character": (f"x.bel:{first + 1}",)}
    assert records[0].place == f"x.bel:{first + 2}"


def test_a_quotation_that_is_never_closed_costs_its_own_line_only(tmp_path: Path) -> None:
    text = HEADER + 'SET Evidence = "no end\n' + GOOD + GOOD + 'SET Species = "9606"\n' + GOOD
    records, report = imported("bel", written(tmp_path, "x.bel", text))
    lost = [(line.note, line.places) for line in report.lines if line.outcome.value == "lost"]
    assert lost == [("a quotation that opens here is never closed", (f"x.bel:{HEADER.count(chr(10)) + 1}",))]
    assert len([entry for record in records for entry in record.entries]) == 3


def test_many_quotations_that_never_close_take_no_longer_than_their_lines(tmp_path: Path) -> None:
    begun = time.perf_counter()
    _, report = imported("bel", written(tmp_path, "x.bel", 'SET A = "x\nSET B = 1\n' * 20_000))
    assert time.perf_counter() - begun < 10
    assert report.records["lost"] == 20_000


def test_a_packed_file_that_is_cut_off_or_too_large_ends_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress((HEADER + GOOD * 2000).encode())
    _, report = imported("bel", written(tmp_path, "x.bel.gz", packed[:-20]))
    assert any("the packed file is broken" in line.note for line in report.lines)
    monkeypatch.setattr("kgraph.exchange.bel_lines._LARGEST", 5000)
    for format, name in (("bel", "y.bel.gz"), ("pybel", "y.json.gz")):
        _, report = imported(format, written(tmp_path, name, packed))
        assert any("it unpacks to more than" in line.note for line in report.lines)


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEEP,
        '{"nodes": ' + "[" * DEEP,
        '{"a":' * DEEP,
        json.dumps(graph(LINK))[:-9],
        json.dumps(graph(LINK)).replace('"increases"', "1" * DEEP),
        json.dumps(graph(LINK)).replace('"increases"', "NaN"),
        '{"graph": {}, "nodes": [null, 1, {}], "links": [null, 1, {}, {"source": 1e999, "target": 0, "relation": "increases"}]}',
    ],
)
def test_hostile_json_is_told_in_a_moment(text: str, tmp_path: Path) -> None:
    begun = time.perf_counter()
    _, report = imported("pybel", written(tmp_path, "x.json", text))
    assert time.perf_counter() - begun < 5
    assert report.records["lost"] >= 1


def test_members_in_members_without_end_are_no_term(tmp_path: Path) -> None:
    node: dict[str, object] = dict(AKT1)
    for _ in range(25):
        node = {"function": "Complex", "members": [node, node][:1]}
    _, report = imported("pybel", written(tmp_path, "x.json", json.dumps(graph(LINK, nodes=[node, DEATH]))))
    assert report.records["lost"] == 1


FUNCTIONS = ["p", "a", "g", "r", "m", "act", "ma", "complex", "composite", "rxn", "reactants", "products", "tloc", "fromLoc", "loc", "pmod"]
FUNCTIONS += ["var", "frag", "fus", "deg", "sec", "kin", "list"]
TERMS = st.recursive(
    st.builds("{}:{}".format, st.sampled_from(["HGNC", "GO", "x.y", "MGI"]), st.sampled_from(["AKT1", '"a b"', "0008219", "NKX2-5", "?"]))
    | st.sampled_from(["kin", "Ser", "473", "?", "p.A1del", '"x"', "("]),
    lambda inner: st.builds(
        lambda function, args: f"{function}({', '.join(args)})",
        st.sampled_from(FUNCTIONS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=10,
)
RELATION = st.sampled_from(["->", "=|", "--", "cnc", "hasMembers", "likes", "(", "isA", "actsIn", ":>"])


@FEW
@given(st.lists(st.tuples(TERMS, RELATION, TERMS), max_size=4), CELL)
def test_statements_of_every_shape_give_a_report_and_what_loads(rows: list[tuple[str, str, str]], odd: str) -> None:
    survives("bel", "x.bel", HEADER + "\n".join(" ".join(row) for row in rows) + f"\n{odd}\nSET Species = {odd}\n" + GOOD)


@FEW
@given(TERMS, RELATION, TERMS)
def test_what_is_parsed_is_written_so_that_it_parses_to_the_same(first: str, relation: str, second: str) -> None:
    try:
        found = parse_statement(f"{first} {relation} {second}")
    except BelSyntax:
        return
    assert parse_statement(write_statement(found[0]))[0] == found[0]


@FEW
@given(
    JSON,
    JSON,
    st.dictionaries(st.sampled_from(["function", "concept", "variants", "members", "fusion", "bel", "annotations", "citation"]), JSON),
)
def test_graphs_of_every_shape_give_a_report_and_what_loads(node: object, modifier: object, fields: dict[str, object]) -> None:
    link = {**LINK, "source_modifier": modifier, **fields}
    survives("pybel", "x.json", json.dumps(graph(link, {**LINK, "source": 2}, nodes=[{**AKT1, **fields}, DEATH, node])))


@pytest.mark.parametrize("format", ["bel", "pybel"])
@given(data=st.binary(max_size=200))
@FEW
def test_bytes_of_any_kind(format: str, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    for start in (b"", b"\x1f\x8b\x08"):
        path = tmp_path_factory.mktemp("bytes") / "x"
        path.write_bytes(start + data)
        imported(format, path)


@pytest.mark.parametrize("text", ["\\", "\\\n\\\n", "\\\n\n\\"])
def test_a_line_that_goes_on_in_nothing_says_nothing(text: str, tmp_path: Path) -> None:
    records, report = imported("bel", written(tmp_path, "x.bel", text))
    assert records == []
    assert report.records["read"] == report.records["lost"]
    records, _ = imported("bel", written(tmp_path, "y.bel", HEADER + GOOD + text))
    assert len(records) == 2


def test_a_last_line_that_goes_on_in_nothing_is_read_once(tmp_path: Path) -> None:
    _, report = imported("bel", written(tmp_path, "x.bel", HEADER + "p(HGNC:A1) -> \\\n bp(GO:x) \\"))
    assert report.whole
    assert report.records["read"] == 1
