"""Spelling does not matter: width, case, Greek letters, hyphens, traditional characters; and what is near is offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.store import Knowledge, fold, similar
from kgraph.store.names import NameIndex, simplify


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("ketalar", "ent:ketamine"),
        ("KETALAR", "ent:ketamine"),
        ("Ｋｅｔａｌａｒ", "ent:ketamine"),
        ("k他命", "ent:ketamine"),
        ("氯胺酮", "ent:ketamine"),
        ("CHEBI:6121", "ent:ketamine"),
        ("chebi:6121", "ent:ketamine"),
        ("drugbank:DB01221", "ent:ketamine"),
        ("doi:10.1126/science.1190287", "ref:li-2010"),
        ("GSK-3β", "ent:gsk3-beta"),
        ("gsk3 beta", "ent:gsk3-beta"),
        ("gsk3_beta", "ent:gsk3-beta"),
        ("gsk3-beta", "ent:gsk3-beta"),
        ("GABA neuron", "ent:gaba-neuron"),
        ("gamma-氨基丁酸神经元", "ent:gaba-neuron"),
        ("γ·氨基丁酸神經元", "ent:gaba-neuron"),
        ("外側韁核", "ent:lhb"),
        ("disinhibition", "mech:disinhibition"),
        ("review-8", "ref:review-8"),
        ("https://w3id.org/kgraph/entity/ketamine", "ent:ketamine"),
    ],
)
def test_a_name_is_found_however_it_is_written(tiny: Knowledge, name: str, identity: str) -> None:
    assert [term.id for term in tiny.find(name)] == [identity]


def test_an_id_names_one_thing_and_a_label_may_name_several(tiny: Knowledge) -> None:
    assert [term.id for term in tiny.find("ketamine")] == ["ent:ketamine", "var:ketamine"]
    assert [term.id for term in tiny.find("var:ketamine")] == ["var:ketamine"]


@pytest.mark.parametrize("name", ["", " ", "-", "psilocybin", "claim:ketamine-nmdar", "\0", "<>", "裸盖菇素"])
def test_what_has_no_such_name_is_found_empty(tiny: Knowledge, name: str) -> None:
    assert tiny.find(name) == ()


def test_near_names_come_in_both_languages_best_first(tiny: Knowledge) -> None:
    assert tiny.near("ketamin")[0] == ("ketamine", "氯胺酮", "ent:ketamine")
    assert tiny.near("抑鬱情緖", 1) == (("depressed mood", "抑郁情绪", "ent:mood"),)
    assert len(tiny.near("receptor", 2)) == 2


def test_near_names_of_nothing_are_none(tiny: Knowledge) -> None:
    assert tiny.near("") == ()
    assert tiny.near("qqqqzzzz") == ()


def test_every_shipped_term_is_found_by_its_id_and_its_labels(shipped: Knowledge) -> None:
    for term in (*shipped.entities(), *shipped.variables(), *shipped.mechanisms(), *shipped.references()):
        for name in (term.id, term.iri, term.label.en, term.label.zh, *term.synonyms, *(one.curie for one in term.identifiers)):
            assert term in shipped.find(name), name


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_chinese_is_simplified_and_nothing_else_is_touched() -> None:
    assert simplify("抗憂鬱作用") == "抗忧郁作用"
    assert simplify("NMDA α") == "NMDA α"


def test_ties_between_similar_names_are_broken_by_the_alphabet() -> None:
    assert similar("mechanism", ("mechanismb", "mechanisma"), 2) == ("mechanisma", "mechanismb")


def test_an_index_comes_back_from_what_it_gave() -> None:
    index = NameIndex([("ketamine", "var:ketamine"), ("Ketamine", "ent:ketamine"), ("-", "ent:nothing")])
    assert index.find("KETAMINE") == ("ent:ketamine", "var:ketamine")
    assert NameIndex.from_folded(index.folded).find("ketamine") == index.find("ketamine")
    assert index.find("-") == ()
