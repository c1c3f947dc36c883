"""The table of signs in the docs is the table that the importer reads."""

from __future__ import annotations

from pathlib import Path

from kgraph.exchange.drugmechdb_chinese import in_chinese
from kgraph.exchange.drugmechdb_predicates import predicates

DOCS = Path(__file__).parents[2] / "docs" / "exchange.md"


def test_the_docs_tell_every_predicate_with_its_sign_and_reason() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for word, row in predicates().items():
        sign = f"{'< ' if row.reversed else ''}{row.sign or 'none'}"
        near = "" if row.exact else " (near)"
        assert f"| {word} | {sign} | {row.becomes}{near} | {row.reason} |" in text


def test_every_predicate_has_a_chinese_word_and_reason() -> None:
    assert set(in_chinese()) == set(predicates())
    assert all("\u4e00" <= character[0] <= "\u9fff" for pair in in_chinese().values() for character in pair)
