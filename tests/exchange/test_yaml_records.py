"""YAML from strangers: read as plain data, and nothing else happens."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange.yaml_records import yaml_records
from tests.exchange.recording import written


def test_one_mapping_a_list_and_several_documents_give_records_with_their_lines(tmp_path: Path) -> None:
    for text, lines in (("a: 1\n", [1]), ("- a: 1\n- a: 2\n", [1, 2]), ("a: 1\n---\na: 2\n", [1, 3])):
        assert [record.line for record in yaml_records(written(tmp_path, "x.yaml", text))] == lines


def test_scalars_stay_texts_and_only_an_unquoted_null_is_none(tmp_path: Path) -> None:
    (record,) = yaml_records(written(tmp_path, "x.yaml", "a: 1e3\nb: null\nc: 'null'\nd: 2020-01-01\ne: yes\n"))
    assert record.value == {"a": "1e3", "b": None, "c": "null", "d": "2020-01-01", "e": "yes"}


def test_aliases_are_not_followed_so_that_no_bomb_goes_off(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (record,) = yaml_records(written(tmp_path, "x.yaml", bomb))
    assert "alias" in record.trouble


def test_a_hundred_thousand_brackets_end_in_a_message_and_soon(tmp_path: Path) -> None:
    start = time.monotonic()
    for text in ("[" * 100_000, "{a: " * 100_000, "- " * 100_000):
        assert any("nested" in record.trouble for record in yaml_records(written(tmp_path, "x.yaml", text)))
    assert time.monotonic() - start < 20


def test_tags_make_no_objects(tmp_path: Path) -> None:
    (record,) = yaml_records(written(tmp_path, "x.yaml", "a: !!python/object/apply:os.system ['touch here']\n"))
    assert record.value == {"a": ["touch here"]}


@pytest.mark.parametrize("text", [b"a: \xff\xfe", b"a: [1, 2\nb", b"a:\t\t\n\t- b", b"\x00\x01"])
def test_broken_text_is_a_record_that_says_where(tmp_path: Path, text: bytes) -> None:
    last = list(yaml_records(written(tmp_path, "x.yaml", text)))[-1]
    assert last.ends
    assert last.trouble.startswith("not ")


def test_one_bad_record_does_not_hide_the_next(tmp_path: Path) -> None:
    found = list(yaml_records(written(tmp_path, "x.yaml", "- a: *x\n- a: 2\n- {b: 1, b: 2}\n- [1]\n")))
    assert [bool(record.trouble) for record in found] == [True, False, True, False]


def test_an_empty_file_has_no_records_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    assert list(yaml_records(written(tmp_path, "x.yaml", ""))) == []
    with pytest.raises(ExchangeError, match="cannot be read"):
        list(yaml_records(tmp_path / "none.yaml"))
