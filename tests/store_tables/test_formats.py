"""The same graph is the same graph in every format, in any order of its rows."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Claim, Sign
from kgraph.questions.explaining import explain
from kgraph.reasoning import SignedGraph
from kgraph.store import load, signed_arrays
from kgraph.store.links_arrays import MASKS
from kgraph.store.table_knowledge import TableKnowledge, load_table
from tests.store_tables.writing import KETAMINE, WRITERS, Link, write_csv, write_tsv

# No tabs, line ends or outer blanks, which SIF cannot hold.
NAMES = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=12).map(str.strip).filter(bool)
)
LINKS = st.lists(st.tuples(NAMES, st.sampled_from("+-?"), NAMES), min_size=1, max_size=30)


def said(table: TableKnowledge) -> list[Link]:
    """What the claims of a table say, by the labels of their ends, sorted."""
    return sorted(
        (label(claim.subject.label.en, claim.subject.label.zh), claim.sign.value, label(claim.object.label.en, claim.object.label.zh))
        for claim in table.each_claim()
    )


def label(en: str, zh: str) -> str:
    return en or zh


def one_spelling_an_id(links: list[Link]) -> list[Link]:
    """Links of which no two names are spellings of one id, such as ``x`` and ``var:x``: made so by a mark."""
    return [(subject.replace(":", "."), sign, target.replace(":", ".")) for subject, sign, target in links]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_every_format_says_the_same(write: object, tmp_path: Path) -> None:
    assert callable(write)
    table = load_table(write(tmp_path / "graph", KETAMINE))
    assert said(table) == sorted(KETAMINE)
    assert table.links() == load_table(write_tsv(tmp_path / "other", KETAMINE)).links()


@given(LINKS)
def test_what_is_read_is_what_was_written(links: list[Link]) -> None:
    wanted = one_spelling_an_id(links)
    with TemporaryDirectory() as folder:
        tables = {name: load_table(write(Path(folder) / "graph", wanted)) for name, write in WRITERS.items()}
        for name, table in tables.items():
            assert said(table) == sorted(wanted), name
            assert table.arrays() == tables["tsv"].arrays(), name


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_answer(links: list[Link], random: object) -> None:
    shuffled = list(links)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 - hypothesis gives no type for it
    with TemporaryDirectory() as folder:
        first, second = load_table(write_csv(Path(folder) / "a", links)), load_table(write_csv(Path(folder) / "b", shuffled))
        assert first.links() == second.links()
        assert first.arrays() == second.arrays()
        assert first.variables() == second.variables()


@given(LINKS)
def test_the_arrays_hold_the_links(links: list[Link]) -> None:
    """The fast road (arrays of the table) and the slow one (links by name) lead to one graph."""
    with TemporaryDirectory() as folder:
        table = load_table(write_csv(Path(folder) / "a", links))
        fast = SignedGraph(*signed_arrays(table))
        slow = SignedGraph.from_links(table.links(), variables=[one.id for one in table.variables()])
        assert (fast.names, fast.offsets, fast.objects, fast.masks) == (slow.names, slow.offsets, slow.objects, slow.masks)


@given(LINKS, st.lists(NAMES, max_size=5))
def test_variables_from_elsewhere_stand_in_the_arrays_without_links(links: list[Link], more: list[str]) -> None:
    with TemporaryDirectory() as folder:
        table = load_table(write_csv(Path(folder) / "a", links))
        fast = SignedGraph(*signed_arrays(table, variables=more))
        slow = SignedGraph.from_links(table.links(), variables=[*more, *(one.id for one in table.variables())])
        assert (fast.names, fast.offsets, fast.objects, fast.masks) == (slow.names, slow.offsets, slow.objects, slow.masks)


@given(LINKS)
def test_a_link_is_all_rows_that_agree_and_unsigned_rows_yield_to_signed_ones(links: list[Link]) -> None:
    wanted = one_spelling_an_id(links)
    with TemporaryDirectory() as folder:
        table = load_table(write_tsv(Path(folder) / "a", wanted))
        ids = {label(one.label.en, one.label.zh): one.id for one in table.variables()}
        pairs = {(subject, target) for subject, sign, target in wanted if sign != "?"}
        kept = {(ids[s], ids[t], Sign(sign)) for s, sign, t in wanted if sign != "?" or (s, t) not in pairs}
        assert table.links() == sorted(kept, key=lambda link: (link[0], link[1], "+-?".index(link[2].value)))
        for subject, target, sign in kept:
            found = [claim.id for claim in table.claims_between(subject, target, sign)]
            rows = [n for n, (s, g, t) in enumerate(wanted, 1) if (ids[s], ids[t], Sign(g)) == (subject, target, sign)]
            assert found == [f"claim:row-{row}" for row in rows]


def test_opposite_rows_for_one_pair_are_two_links(tmp_path: Path) -> None:
    table = load_table(write_tsv(tmp_path / "graph", KETAMINE))
    between = [link[2] for link in table.links() if link[:2] == ("var:ketamine", "var:NMDA%20receptor")]
    assert between == [Sign.PLUS, Sign.MINUS]


def test_a_question_can_be_asked_of_a_table(tmp_path: Path) -> None:
    answer = explain(load(write_csv(tmp_path / "graph", KETAMINE)), "Ketamine", "抗抑郁作用")
    assert sorted(chain.sign.value for chain in answer.chains) == ["+", "-", "?"]
    assert all(isinstance(claim, Claim) for chain in answer.chains for link in chain.links for claim in link.claims)


def test_the_masks_of_the_store_are_those_of_the_kernel() -> None:
    from kgraph.reasoning import signs

    assert MASKS == signs.MASK_OF


def test_a_sif_line_may_have_many_targets_or_none(tmp_path: Path) -> None:
    path = tmp_path / "graph.sif"
    path.write_text("ketamine -| NMDA AMPA\nGABA -> ketamine\nglia\n\n", encoding="utf-8")
    table = load_table(path)
    assert [(one.subject.id, one.sign.value, one.object.id) for one in table.each_claim()] == [
        ("var:ketamine", "-", "var:NMDA"),
        ("var:ketamine", "-", "var:AMPA"),
        ("var:GABA", "+", "var:ketamine"),
    ]
    assert table.term("var:glia").label.en == "glia"


@pytest.mark.parametrize("word", ["increases", "+", "1", "->", " Increases ", "kg:increases"])
def test_every_word_for_plus_is_plus(word: str, tmp_path: Path) -> None:
    assert [link[2] for link in load_table(write_csv(tmp_path / "a", [("a", word, "b")])).links()] == [Sign.PLUS]


@pytest.mark.parametrize("word", ["decreases", "-", "−", "-1", "-|"])
def test_every_word_for_minus_is_minus(word: str, tmp_path: Path) -> None:
    assert [link[2] for link in load_table(write_csv(tmp_path / "a", [("a", word, "b")])).links()] == [Sign.MINUS]


@pytest.mark.parametrize("word", ["regulates", "?", "0", "--"])
def test_every_word_for_unknown_is_unknown(word: str, tmp_path: Path) -> None:
    assert [link[2] for link in load_table(write_csv(tmp_path / "a", [("a", word, "b")])).links()] == [Sign.UNKNOWN]
