"""What is read, what is refused, and how plainly it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kgraph.errors import KgraphError, KnowledgeError, TurtleSyntaxError
from kgraph.store import discover, load, parse, read_files, shipped_ontology, shipped_queries, shipped_schema
from tests.store.conftest import ENDS, PREFIXES, TINY

TRIPLE = "<http://example.org/a> <http://example.org/b> <http://example.org/c> ."


def refusal(path: Path) -> KnowledgeError:
    """The error of loading a path; it says where, and how to mend it."""
    with pytest.raises(KnowledgeError) as caught:
        load(path)
    assert caught.value.where
    assert caught.value.remedy
    return caught.value


def test_the_shipped_knowledge_and_queries_are_found_in_a_checkout() -> None:
    assert (shipped_ontology() / "schema" / "kgraph.ttl").is_file()
    assert shipped_schema().is_file()
    assert shipped_queries().is_dir()


def test_an_installed_copy_wins_over_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kgraph.store import locate

    package = tmp_path / "site" / "kgraph"
    for folder in (package / "data" / "ontology", tmp_path / "site" / "ontology"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(locate, "__file__", str(package / "store" / "locate.py"))
    assert shipped_ontology() == package / "data" / "ontology"
    with pytest.raises(KnowledgeError, match="'queries' that ships with kgraph is missing"):
        shipped_queries()


def test_files_come_sorted_with_the_shipped_schema_first_unless_the_data_hold_one(written: Path) -> None:
    for name in ("b.ttl", "a.nt", "deep/c.nq", "notes.txt", ".hidden.ttl", ".git/d.ttl"):
        (written / name).parent.mkdir(exist_ok=True)
        (written / name).write_text("", encoding="utf-8")
    assert discover(written) == (shipped_schema(), written / "a.nt", written / "b.ttl", written / "deep" / "c.nq")
    (written / "kgraph.ttl").write_text("", encoding="utf-8")
    assert shipped_schema() not in discover(written)


def test_the_shapes_judge_the_knowledge_and_are_no_part_of_it() -> None:
    assert all(path.name != "shapes.ttl" for path in discover())


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no such file or folder" in refusal(tmp_path / "nowhere").message


def test_an_empty_folder_is_refused(written: Path) -> None:
    assert "holds no file" in refusal(written).message


def test_a_folder_without_a_known_suffix_is_refused_with_the_known_ones(written: Path) -> None:
    (written / "readme.txt").write_text("hello", encoding="utf-8")
    error = refusal(written)
    assert "readme.txt" in error.message
    assert ".ttl" in error.remedy


def test_a_file_with_an_unknown_suffix_is_refused(written: Path) -> None:
    (written / "graph.docx").write_text("hello", encoding="utf-8")
    assert "'.docx'" in refusal(written / "graph.docx").message


def test_a_folder_where_a_file_is_due_is_refused(written: Path) -> None:
    with pytest.raises(KnowledgeError, match="a folder stands where a file is due"):
        list(parse(written))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(written: Path) -> None:
    os.mkfifo(written / "pipe.ttl")
    assert "not an ordinary file" in refusal(written / "pipe.ttl").message


@pytest.mark.parametrize(
    ("junk", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary, not text (a NUL byte at offset 8)"),
        (b'<http://a> <http://b> "Caf\xe9" .', "not text in UTF-8 (byte 0xe9 at offset 26)"),
        ('<http://a> <http://b> "氯胺酮" .'.encode("gbk"), "not text in UTF-8"),
        (TRIPLE.encode("utf-16"), "binary"),
        (b"\xe6\xb0", "not text in UTF-8"),
    ],
    ids=["png", "latin-1", "gbk", "utf-16", "cut in a character"],
)
def test_binary_junk_is_named_with_its_offset(written: Path, junk: bytes, words: str) -> None:
    (written / "junk.ttl").write_bytes(junk)
    assert words in refusal(written).message


def test_junk_past_the_first_chunk_is_found_where_it_stands(written: Path) -> None:
    text = "#" + "药" * 400_000 + "\n<"
    (written / "junk.ttl").write_bytes(text.encode() + b"\xff")
    assert f"offset {len(text.encode())}" in refusal(written).message


def test_broken_turtle_is_placed_by_file_line_and_column(written: Path) -> None:
    (written / "broken.ttl").write_text("# a comment\n<http://example.org/a> <http://example.org/b>\n  nonsense .\n", encoding="utf-8")
    error = refusal(written)
    assert isinstance(error, TurtleSyntaxError)
    assert error.where == f"{written / 'broken.ttl'}:3:3"


def test_an_undeclared_prefix_is_said_so(written: Path) -> None:
    (written / "broken.ttl").write_text("ent:ketamine a ent:Drug .", encoding="utf-8")
    assert "prefix ent: has not been declared" in refusal(written).message


def test_a_remote_context_is_refused_and_nothing_is_fetched(written: Path) -> None:
    (written / "a.jsonld").write_text('{"@context": "https://schema.org/", "name": "ketamine"}', encoding="utf-8")
    error = refusal(written)
    assert "remote context" in error.message
    assert "copy the context" in error.remedy


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", TRIPLE),
        ("a.trig", f"<http://example.org/g> {{ {TRIPLE} }}"),
        ("a.nt", TRIPLE),
        ("a.nq", "<http://example.org/a> <http://example.org/b> <http://example.org/c> <http://example.org/g> ."),
        ("a.jsonld", '{"@id": "http://example.org/a", "http://example.org/b": {"@id": "http://example.org/c"}}'),
        ("A.TTL", "\ufeff" + TRIPLE),
    ],
)
def test_every_format_gives_the_same_triple(written: Path, name: str, text: str) -> None:
    (written / name).write_text(text, encoding="utf-8")
    (quad,) = parse(written / name)
    assert (str(quad.subject), str(quad.object)) == ("<http://example.org/a>", "<http://example.org/c>")
    assert load(written).engine


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.ttl", "<http://a> <http://b> " + "[ <http://b> " * 50_000 + "1" + "]" * 50_000 + " ."),
        ("list.ttl", "<http://a> <http://b> " + "(" * 50_000 + ")" * 50_000 + " ."),
        ("flat.jsonld", '{"http://b": "' + "{[" * 50_000 + '"}'),
        ("shallow.jsonld", '{"http://b":' * 400 + "1" + "}" * 400),
        ("quoted.ttl", "<http://a> <http://b> " + '"<<( )>>" , ' * 5_000 + "1 ."),
    ],
)
def test_deep_nesting_is_read_where_the_parser_can(written: Path, name: str, text: str) -> None:
    (written / name).write_text(text, encoding="utf-8")
    assert not read_files(written).errors


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.jsonld", '{"http://b":' * 50_000 + "1" + "}" * 50_000),
        ("array.jsonld", "[" * 50_000),
        ("deep.ttl", "<http://a> <http://b> " + "<<( <http://a> <http://b> " * 50_000 + "1" + " )>>" * 50_000 + " ."),
        ("deep.nt", "<http://a> <http://b> " + "<<( <http://a> <http://b> " * 50_000 + '"1"' + " )>>" * 50_000 + " ."),
    ],
)
def test_nesting_that_would_crash_the_parser_is_refused(written: Path, name: str, text: str) -> None:
    """pyoxigraph overflows its stack on these, and a stack overflow is no exception that anybody could catch."""
    (written / name).write_text(text, encoding="utf-8")
    assert "nested more than 500 deep" in refusal(written).message


def test_an_open_bracket_at_the_end_is_a_syntax_error(written: Path) -> None:
    (written / "open.ttl").write_text("<http://a> <http://b> " + "[ <http://b> " * 50_000, encoding="utf-8")
    assert isinstance(refusal(written), TurtleSyntaxError)


def test_all_syntax_errors_are_gathered_and_the_rest_is_read(written: Path) -> None:
    (written / "a.ttl").write_text("<http://a> <http://b>", encoding="utf-8")
    (written / "b.ttl").write_text(
        f"{PREFIXES} claim:x a kg:Claim ; kg:layer kg:review ; kg:predicate kg:increases ; {ENDS} .", encoding="utf-8"
    )
    (written / "c.ttl").write_bytes(b"\0")
    result = read_files(written)
    assert [type(error).__name__ for error in result.errors] == ["TurtleSyntaxError", "KnowledgeError"]
    assert [row.id for row in result.rows] == ["claim:x"]
    assert result.file_of("https://w3id.org/kgraph/claim/x") == written / "b.ttl"
    assert result.file_of("https://w3id.org/kgraph/claim/y") is None


def test_an_unreadable_file_is_an_error_of_ours(written: Path) -> None:
    (written / "a.ttl").symlink_to(written / "nothing")
    (written / "b.ttl").write_text(TRIPLE, encoding="utf-8")
    assert load(written)
    with pytest.raises(KgraphError):
        list(parse(written / "a.ttl"))


def test_the_tiny_knowledge_keeps_its_checksum_when_it_is_moved(tmp_path: Path) -> None:
    import shutil

    moved = tmp_path / "elsewhere"
    shutil.copytree(TINY, moved)
    assert load(moved).checksum == load(TINY).checksum
    (moved / "terms.ttl").write_text((moved / "terms.ttl").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert load(moved).checksum != load(TINY).checksum
