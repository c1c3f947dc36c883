"""What carries a verdict, and where sources disagree: worked out by hand on the small graph, held against it on the shipped one."""

from __future__ import annotations

import pytest

import kgraph
from kgraph.errors import EntityNotFound
from kgraph.model import Claim, Layer, Mishap, Verdict
from kgraph.questions.carrying import carriers
from kgraph.questions.disagreeing import contradictions
from kgraph.questions.naming import select
from kgraph.store import Knowledge

ENDS = ("ketamine", "antidepressant effect")


def test_in_one_mechanism_each_step_carries_the_verdict(small: Knowledge) -> None:
    """ketamine > BDNF > effect, beside a claim of unknown sign on the first pair, which comes to count when the signed one is lost."""
    found = carriers(small, *ENDS, selection=select(small, mechanisms=["BDNF mechanism"]))
    assert found.verdict is Verdict.RAISES
    assert {(one.claim.id, one.mishap): one.verdict for one in found.carriers} == {
        ("claim:bdnf-effect", Mishap.LOST): Verdict.NO_CHAIN,
        ("claim:bdnf-effect", Mishap.REVERSED): Verdict.LOWERS,
        ("claim:ketamine-bdnf", Mishap.LOST): Verdict.UNDETERMINED,
        ("claim:ketamine-bdnf", Mishap.REVERSED): Verdict.LOWERS,
    }


def test_a_derived_claim_falls_with_its_premise(small: Knowledge) -> None:
    found = carriers(small, *ENDS)
    assert found.verdict is Verdict.CONFLICTED
    lost = next(one for one in found.left_out if (one.kind, one.group) == ("layer", "review"))
    assert {"claim:bdnf-effect", "claim:derived.ketamine-nmdar.nmdar-gaba"} <= set(lost.claims)
    assert lost.verdict is Verdict.NO_CHAIN


def test_what_happens_to_a_premise_happens_to_what_is_derived_from_it(small: Knowledge) -> None:
    """Without the premise only ketamine > BDNF > effect is left."""
    told = {(one.claim.id, one.mishap): one.verdict for one in carriers(small, *ENDS).carriers}
    assert told["claim:ketamine-nmdar", Mishap.LOST] is Verdict.RAISES


def test_a_species_takes_with_it_only_what_was_seen_in_no_other(small: Knowledge) -> None:
    (rat,) = (one for one in carriers(small, *ENDS).left_out if one.kind == "species")
    assert (rat.group, rat.claims) == ("ent:rat", ("claim:ketamine-bdnf",))
    assert [link.subject.id for link in carriers(small, *ENDS).animal_only] == ["var:ketamine"]


def test_leaving_a_claim_out_gives_the_verdict_that_is_told() -> None:
    """By another road: the last links of the chains that `explain` finds; on the review alone, for the background has other roads."""
    shipped = kgraph.load()
    habenula = select(shipped, mechanisms=["5"], layers=[Layer.REVIEW])
    found = carriers(shipped, *ENDS, direct=False, selection=habenula)
    lost = {one.claim.id for one in found.carriers if one.mishap is Mishap.LOST}
    links = {
        claim.id
        for chain in kgraph.explain(shipped, *ENDS, selection=habenula).chains
        for claim in chain.links[-1].claims
        if len(chain.links) > 1
    }
    assert lost & links


def test_the_two_signs_on_pyramidal_firing_are_resolved_by_species() -> None:
    (found,) = (one for one in contradictions(kgraph.load()) if not one.general)
    assert ([claim.id for claim in found.raising], [claim.id for claim in found.lowering]) == (
        ["claim:bg-pyramidal-rise"],
        ["claim:bg-pyramidal-fall"],
    )
    assert found.separated_by == ("species",)


def test_every_pair_of_opposite_claims_is_found() -> None:
    shipped = kgraph.load()
    claims = [entry for entry in shipped.entries("claim") if isinstance(entry, Claim)]
    pairs = {
        (one.subject.id, one.object.id)
        for one in claims
        for other in claims
        if (one.subject.id, one.object.id, one.predicate, other.predicate) == (other.subject.id, other.object.id, "increases", "decreases")
    }
    assert {(one.raising[0].subject.id, one.raising[0].object.id) for one in contradictions(shipped) if not one.general} == pairs


def test_names_limit_what_is_told(small: Knowledge) -> None:
    shipped = kgraph.load()
    assert not contradictions(shipped, ["dopamine"])
    assert contradictions(shipped, ["ketamine"])
    assert contradictions(small) == ()
    with pytest.raises(EntityNotFound):
        contradictions(small, ["nothing of the kind"])
