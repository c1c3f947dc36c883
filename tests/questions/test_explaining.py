"""Explanations: the chains, their signs, mechanisms and claims, worked out by hand in `graphs.py`."""

from __future__ import annotations

import pytest

from kgraph.errors import EntityNotFound
from kgraph.model import Chain, Layer, Selection, Sign, Verdict
from kgraph.questions.explaining import explain
from kgraph.store import Knowledge
from tests.questions.graphs import CHAINS


def shape(chain: Chain) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A chain as its sign, variables and mechanisms."""
    return chain.sign.value, (chain.links[0].subject.id, *(link.object.id for link in chain.links)), chain.mechanisms


def test_every_chain_is_found_shortest_first_with_its_sign_and_mechanisms(small: Knowledge) -> None:
    answer = explain(small, "ketamine", "antidepressant effect")
    assert [shape(chain) for chain in answer.chains] == CHAINS
    assert (answer.complete, answer.limit) == (True, "")


def test_chains_of_both_signs_are_conflicted(small: Knowledge) -> None:
    assert explain(small, "ketamine", "antidepressant effect").verdict is Verdict.CONFLICTED


def test_both_languages_give_the_same_answer(small: Knowledge) -> None:
    assert explain(small, "氯胺酮", "抗抑郁作用") == explain(small, "ketamine", "antidepressant effect")


def test_the_ends_are_the_variables_asked_about(small: Knowledge) -> None:
    answer = explain(small, "ketamine", "antidepressant effect")
    assert [term.id for term in answer.source] == ["var:ketamine"]
    assert [term.id for term in answer.target] == ["var:effect", "var:effect-animals"]


def test_a_signed_claim_silences_the_unsigned_one_of_the_same_pair(small: Knowledge) -> None:
    first = explain(small, "ketamine", "antidepressant effect").chains[0].links[0]
    assert [claim.id for claim in first.claims] == ["claim:ketamine-bdnf"]


def test_an_unsigned_claim_counts_where_it_stands_alone(small: Knowledge) -> None:
    answer = explain(small, "ketamine", "BDNF", selection=Selection(layers=(Layer.BACKGROUND,)))
    assert [chain.sign for chain in answer.chains] == [Sign.UNKNOWN]
    assert answer.verdict is Verdict.UNDETERMINED


def test_a_derived_link_names_its_premise(small: Knowledge) -> None:
    link = explain(small, "ketamine", "antidepressant effect").chains[1].links[0]
    (claim,) = link.claims
    assert (claim.layer, claim.premises) == (Layer.DERIVED, ("claim:ketamine-nmdar",))


def test_no_chain_is_a_verdict_and_not_an_error(small: Knowledge) -> None:
    answer = explain(small, "antidepressant effect", "ketamine")
    assert (answer.verdict, answer.chains, answer.complete) == (Verdict.NO_CHAIN, (), True)


def test_an_entity_without_variables_has_no_chain(small: Knowledge) -> None:
    answer = explain(small, "placebo", "antidepressant effect")
    assert (answer.verdict, [term.id for term in answer.source]) == (Verdict.NO_CHAIN, ["ent:island"])


def test_a_limit_that_stopped_the_search_is_named(small: Knowledge) -> None:
    answer = explain(small, "ketamine", "antidepressant effect", limit=1)
    assert len(answer.chains) == 1
    assert not answer.complete
    assert answer.limit


@pytest.mark.parametrize("limit", [1, 2])
def test_a_cut_list_of_chains_never_makes_the_verdict_one_sided(small: Knowledge, limit: int) -> None:
    """Both shortest chains are +; the − chain comes third and a verdict over the first two would be wrong."""
    assert explain(small, "ketamine", "antidepressant effect", limit=limit).verdict is Verdict.CONFLICTED


def test_asking_for_one_sign_shows_its_chains_and_keeps_the_verdict_whole(small: Knowledge) -> None:
    answer = explain(small, "ketamine", "antidepressant effect", sign=Sign.MINUS)
    assert [shape(chain) for chain in answer.chains] == CHAINS[2:]
    assert answer.verdict is Verdict.CONFLICTED


def test_max_links_keeps_longer_chains_out(small: Knowledge) -> None:
    assert [shape(chain) for chain in explain(small, "ketamine", "antidepressant effect", max_links=2).chains] == CHAINS[:2]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(layers=(Layer.REVIEW,)), CHAINS[:1]),
        (Selection(mechanisms=("mech:one",)), CHAINS[:1]),
        (Selection(mechanisms=("mech:branch",)), CHAINS[1:2]),
        (Selection(species=("ent:rat",)), []),
    ],
)
def test_an_answer_rests_on_the_selected_claims_only(small: Knowledge, selection: Selection, expected: list[object]) -> None:
    assert [shape(chain) for chain in explain(small, "ketamine", "antidepressant effect", selection=selection).chains] == expected


def test_an_unknown_name_is_refused(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound, match="nothing is named 'ketamne'"):
        explain(small, "ketamne", "antidepressant effect")
