"""Tables of what is the same: what is read, what is passed over and why, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import ExchangeError
from kgraph.exchange.equivalences import groups, read_equivalences
from tests.exchange.recording import written

SSSOM = """#curie_map:
#  CHEBI: http://purl.obolibrary.org/obo/CHEBI_
subject_id\tpredicate_id\tobject_id\tpredicate_modifier
MESH:D005473\tskos:exactMatch\tCHEBI:5118\t
MESH:D005473\tskos:broadMatch\tCHEBI:1\t
MESH:D007649\tskos:exactMatch\tCHEBI:2\tNot
MESH:nonsense\tskos:exactMatch\tCHEBI:3\t
"""


def test_only_rows_that_say_the_same_count_and_the_others_are_told(tmp_path: Path) -> None:
    found, passed = read_equivalences(written(tmp_path, "x.sssom.tsv", SSSOM))
    assert [(one.first, one.second, one.why) for one in found] == [("mesh:D005473", "CHEBI:5118", "x.sssom.tsv:4")]
    assert [text.split(":")[1] for text in passed] == ["5", "6", "7"]


def test_two_columns_need_no_header_and_may_hold_ids_of_ours(tmp_path: Path) -> None:
    found, passed = read_equivalences(written(tmp_path, "x.tsv", "ent:a\tCHEBI:5118\n\n"))
    assert [(one.first, one.second) for one in found] == [("ent:a", "CHEBI:5118")]
    assert passed == ()


@pytest.mark.parametrize("text", ["", "# only\n", "a,b\n", "a\tb\tc\n", b"\xff\xfe\tx\n", "one\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(ExchangeError):
        read_equivalences(written(tmp_path, "x.tsv", text))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_groups_are_an_equivalence_and_keep_the_first(pairs: list[tuple[str, str]]) -> None:
    order = {name: place for place, name in enumerate("fedcba")}
    kept = groups(pairs, order)
    for first, second in pairs:
        assert kept.get(first, first) == kept.get(second, second)
    for merged, one in kept.items():
        assert one not in kept
        assert order[one] < order[merged]
