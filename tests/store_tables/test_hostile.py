"""Tables that are broken, or mean harm: each is refused with file, line and advice, and nothing of it is taken."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import FindingsError, KnowledgeError
from kgraph.model import Finding
from kgraph.store import load
from kgraph.store.table_complaints import IN_FULL
from kgraph.store.table_knowledge import load_table
from kgraph.store.table_reading import table_findings

TSV = "subject\tpredicate\tobject\n"
CSV = "subject,predicate,object\n"
EDGE = '<edge source="a" target="b"><data key="s">+</data></edge>'


def graphml(body: str, *, head: str = "", direction: str = "directed") -> str:
    return (
        f'<?xml version="1.0"?>\n{head}<graphml>\n<key id="s" for="edge" attr.name="sign"/>\n<graph edgedefault="{direction}">\n'
        f'<node id="a"/>\n<node id="b"/>\n{body}\n</graph></graphml>'
    )


def nodelink(links: str, *, key: str = "edges", head: str = "") -> str:
    return f'{{{head}"nodes": [{{"id": "a"}}, {{"id": "b"}}],\n"{key}": [\n{links}\n]}}'


LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n'
OUTSIDE = '<!DOCTYPE graphml SYSTEM "file:///etc/passwd">\n'

# name of the case: file, content, the line, and words of the message
CASES: dict[str, tuple[str, str | bytes, int, str]] = {
    "empty file": ("a.tsv", "", 1, "no header"),
    "only a byte order mark": ("a.csv", b"\xef\xbb\xbf", 1, "no header"),
    "only blank lines": ("a.csv", "\n\n\n", 1, "no header"),
    "no header": ("a.tsv", "ketamine\t-\tNMDA\n", 1, "lacks subject, predicate, object"),
    "header of another tool": ("a.csv", "source,sign,target\na,+,b\n", 1, "rename 'source' to subject"),
    "column named twice": ("a.csv", "subject,predicate,object,Object\na,+,b,c\n", 1, "twice"),
    "tabs in a csv": ("a.csv", "subject\tpredicate\tobject\na\t+\tb\n", 1, "name the file .tsv"),
    "semicolons in a csv": ("a.csv", "subject;predicate;object\na;+;b\n", 1, "semicolons"),
    "UTF-16": ("a.csv", CSV.encode("utf-16"), 1, "UTF-16"),
    "Latin-1": ("a.csv", CSV.encode() + b"a,+,b\nd\xe9j\xe0,+,b\n", 3, "byte 0xe9"),
    "NUL byte": ("a.tsv", TSV + "a\t+\tb\na\t+\tb\0\n", 3, "NUL"),
    "too few cells": ("a.tsv", TSV + "a\t+\tb\na\t+\n", 3, "2 cells"),
    "too many cells": ("a.tsv", TSV + "a\t+\tb\tc\n", 2, "4 cells"),
    "empty name": ("a.tsv", TSV + "a\t+\t \n", 2, "name is missing"),
    "empty predicate": ("a.csv", CSV + "a,,b\n", 2, "predicate is missing"),
    "unknown predicate": ("a.csv", CSV + "a,increase,b\n", 2, "did you mean 'increases'?"),
    "control character": ("a.csv", CSV + "a\x1b[2J,+,b\n", 2, "control character"),
    "huge name": ("a.tsv", TSV + "a" * 5000 + "\t+\tb\n", 2, "5,000 characters"),
    "huge field": ("a.tsv", TSV + "a" * 200_000 + "\t+\tb\n", 2, "131,072"),
    "quote never closed": ("a.csv", CSV + 'a,+,b\n"c,+,d\ne,+,f\n', 3, "never closes"),
    "quote never closed in a long file": ("a.csv", CSV + 'a,+,b\n"c,+,d\n' + "e,+,f\n" * 200_000, 3, "never closes"),
    "stray quote": ("a.csv", CSV + '"a"b,+,c\n', 2, "not followed by a comma"),
    "bare carriage returns": ("a.csv", "subject,predicate,object\ra,+,b\r", 1, "carriage return"),
    "unknown layer": ("a.csv", "subject,predicate,object,layer\na,+,b,gossip\n", 2, "not a layer"),
    "derived row": ("a.csv", "subject,predicate,object,layer\na,+,b,derived\n", 2, "premises"),
    "line after a quoted line feed": ("a.csv", CSV + '"a\nb",+,c\nd,nonsense,e\n', 4, "nonsense"),
    "sif without target": ("a.sif", "a +\n", 1, "no target"),
    "sif with an unknown predicate": ("a.sif", "a pp b\n", 1, "'pp'"),
    "billion laughs": ("a.graphml", graphml(EDGE, head=LAUGHS), 2, "document type"),
    "external entity": ("a.graphml", graphml(EDGE, head=OUTSIDE), 2, "document type"),
    "broken XML": ("a.graphml", graphml("<edge>"), 8, "well-formed"),
    "XML of another kind": ("a.graphml", "<svg/>", 1, "not graphml"),
    "huge datum": ("a.graphml", graphml(EDGE.replace("+", "+" * 2_000_000)), 7, "1,048,576"),
    "undirected": ("a.graphml", graphml(EDGE, direction="undirected"), 7, "no direction"),
    "hyperedge": ("a.graphml", graphml("<hyperedge/>"), 7, "hyperedge"),
    "no sign in GraphML": ("a.graphml", graphml('<edge source="a" target="b"/>'), 7, "no attribute 'sign'"),
    "undeclared end in GraphML": ("a.graphml", graphml(EDGE.replace('"b"', '"c"')), 7, "'c' is not among"),
    "declared twice": ("a.graphml", graphml('<node id="a"/>' + EDGE), 7, "declared twice"),
    "unknown encoding": ("a.graphml", '<?xml version="1.0" encoding="klingon"?><graphml/>', 1, "encoding"),
    "no JSON": ("a.json", '{"nodes": [}', 1, "no JSON"),
    "JSON of another kind": ("a.json", '{"@graph": []}', 1, "neither 'links' nor 'edges'"),
    "a JSON list": ("a.json", "[1, 2]", 1, "'{' is expected"),
    "links and edges": ("a.json", '{"links": [], "edges": []}', 1, "both"),
    "deep nesting": ("a.json", '{"graph": ' + "[" * 200_000, 1, "nested too deeply"),
    "huge number": ("a.json", nodelink('{"source": "a", "target": "b", "sign": ' + "1" * 5000 + "}"), 3, "digits"),
    "two signs in one link": ("a.json", nodelink('{"source": "a", "target": "b", "sign": 1, "sign": -1}'), 3, "stands twice"),
    "sign against predicate": ("a.json", nodelink('{"source": "a", "target": "b", "sign": 1, "predicate": "decreases"}'), 3, "disagree"),
    "a link that is no object": ("a.json", nodelink('["a", "b"]'), 3, "no object"),
    "an end that is a list": ("a.json", nodelink('{"source": ["a"], "target": "b", "sign": 1}'), 3, "neither a text"),
    "no sign in JSON": ("a.json", nodelink('{"source": "a", "target": "b"}'), 3, "no attribute 'sign'"),
    "undeclared end in JSON": ("a.json", nodelink('{"source": "a", "target": "c", "sign": 1}'), 3, "'c' is not among"),
    "undirected JSON": ("a.json", nodelink("", head='"directed": false, '), 1, "no directions"),
    "half a character": ("a.json", nodelink('{"source": "a", "target": "\\ud800", "sign": 1}'), 3, "control character"),
    "comma at the end": ("a.json", nodelink('{"source": "a", "target": "b", "sign": 1},'), 4, "comma"),
    "text after the end": ("a.json", nodelink("") + "{}", 4, "after the end"),
}


@pytest.mark.parametrize(("name", "content", "line", "words"), CASES.values(), ids=CASES.keys())
def test_it_is_refused_with_line_and_advice(name: str, content: str | bytes, line: int, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(FindingsError) as caught:
        load(path)
    first = caught.value.findings[0]
    assert isinstance(first, Finding)
    assert first.where == f"{path}:{line}"
    assert words in f"{first.message}; {first.remedy}"
    assert first.remedy
    assert len(str(caught.value)) < 8000


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.tsv").mkdir()
    for path in (tmp_path / "folder.tsv", tmp_path / "missing.tsv"):
        with pytest.raises(KnowledgeError) as caught:
            load_table(path)
        assert str(path) in str(caught.value)


def test_a_table_of_a_header_alone_holds_no_link(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(TSV, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="holds no link"):
        load(tmp_path / "a.tsv")


GOOD = ("a", "+", "b")
ROWS = st.lists(
    st.sampled_from([GOOD, ("a", "nonsense", "b"), ("", "+", "b"), ("a", "+"), ("a", "-", "c", "d"), ("a\nb", "-", "c")]), max_size=40
)


@given(ROWS)
def test_all_bad_rows_are_told_each_with_its_line(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]) -> None:
    path = tmp_path_factory.mktemp("bad") / "a.csv"
    bad, line = [], 2
    for row in rows:
        bad += [line] if row not in (GOOD, ("a\nb", "-", "c")) else []
        line += 1 + sum(cell.count("\n") for cell in row)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("subject", "predicate", "object"), *rows, GOOD])
    assert [finding.where for finding in table_findings(path)[0]] == [f"{path}:{line}" for line in bad]


def test_many_bad_rows_are_counted_in_the_message_and_all_told_in_the_findings(tmp_path: Path) -> None:
    many = IN_FULL + 5000
    path = tmp_path / "a.tsv"
    path.write_text(TSV + "a\tnonsense\tb\n" * many, encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        load(path)
    assert f"{many:,} things are wrong" in str(caught.value)
    assert f"and {many - 20:,} more" in str(caught.value)
    assert len(str(caught.value)) < 5000
    last = caught.value.findings[-1]
    assert isinstance(last, Finding)
    assert f"5,000 more at lines {IN_FULL + 2}-{many + 1}" in last.message


def test_bom_windows_lines_and_quoted_line_feeds_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'\xef\xbb\xbfSubject,PREDICATE,object\r\n"a, or\r\nb",+,c\r\n\r\n,,\r\nc,-,"say ""d"""')
    first, second = load_table(path).each_claim()
    assert first.subject.label.en == "a, or\nb"
    assert second.object.label.en == 'say "d"'
    assert [claim.evidence[0].comment.en for claim in (first, second)] == ["line 2", "line 6"]


def test_a_file_changed_after_it_was_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(TSV + "a\t+\tb\n", encoding="utf-8")
    table = load_table(path)
    path.write_text(TSV + "a\t-\tb\nb\t+\tc\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="changed"):
        table.entry("claim:row-1")
