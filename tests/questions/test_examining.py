"""Observations held against the model, on the shipped graph and on the small one with an observation added."""

from __future__ import annotations

from pathlib import Path

import pytest

import kgraph
from kgraph.errors import EntityNotFound
from kgraph.model import Agreement, Assumption, Claim, Examination, Observation
from kgraph.questions.examining import observations
from kgraph.reasoning import Action, Intervention, SignedGraph, what_if
from kgraph.store import Knowledge, load
from tests.questions.graphs import SMALL

SEEN = """
obs:silent a kg:Observation ; kg:layer kg:review ; kg:raised var:ketamine ; kg:blocked var:nmdar ; kg:variable var:effect ;
    kg:change kg:Unchanged ; rdfs:label "No effect."@en , "无作用。"@zh-Hans ; kg:evidence obs:silent.e1 .
obs:silent.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Shown .
"""


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The small graph, on which ketamine does nothing once NMDA receptors are blocked: the model says that BDNF raises the effect."""
    place: Path = tmp_path_factory.mktemp("silent") / "silent.ttl"
    place.write_text("PREFIX obs: <https://w3id.org/kgraph/observation/>\n" + SMALL + SEEN, encoding="utf-8")
    return load(place)


@pytest.fixture(scope="module")
def shipped() -> Examination:
    """All observations of the shipped graph, without hypotheses."""
    return observations(kgraph.load(), max_changes=0)


def test_every_observation_is_held_against_the_model_by_id(shipped: Examination) -> None:
    every = [entry.id for entry in kgraph.load().entries("observation")]
    assert [one.judged.observation.id for one in shipped.examined] == every


def test_the_mtor_blockade_contradicts_the_model_for_its_chains_do_not_all_pass_mtor(shipped: Examination) -> None:
    found = next(one for one in shipped.examined if one.judged.observation.id == "obs:mtor-block-behaviour")
    assert found.judged.agreement is Agreement.CONTRADICTED
    standing = {mechanism for chain in found.judged.routes.standing for mechanism in chain.mechanisms}
    assert standing >= {"mech:bdnf", "mech:eef2", "mech:disinhibition", "mech:gsk3"}
    assert "mech:mtor" not in standing


def test_background_links_would_make_the_standing_chains_converge_on_mtor(shipped: Examination) -> None:
    found = next(one for one in shipped.examined if one.judged.observation.id == "obs:mtor-block-behaviour")
    (convergence,) = found.convergences
    last = {(way[-1].subject.id, way[-1].object.id) for way, _ in convergence.ways}
    assert {("var:ampar-activity", "var:mtor-signalling"), ("var:bdnf-secretion", "var:mtor-signalling")} <= last
    told = [chain for _, chains in convergence.ways for chain in chains] + list(convergence.apart)
    assert len(told) == len(found.judged.routes.standing)


def test_a_hypothesis_is_smallest_and_would_make_the_model_agree(silent: Knowledge) -> None:
    """With all NMDA receptors held, one chain stands: ketamine > BDNF > effect. Either of its links would have to be absent."""
    (found,) = observations(silent).examined
    assert found.judged.agreement is Agreement.CONTRADICTED
    removed = [[(link.subject.id, link.object.id) for link in mending.removed] for mending in found.mendings]
    assert removed == [[("var:bdnf", "var:effect")], [("var:ketamine", "var:bdnf")]]
    for mending in found.mendings:
        links = [(link.subject.id, link.object.id, link.sign) for link in mending.removed]
        graph = SignedGraph.from_links(silent.links()).without(links=links)
        acts = [Intervention(variable="var:ketamine", action=Action.RAISE), Intervention(variable="var:nmdar-gaba", action=Action.BLOCK)]
        assert what_if(graph, acts).predictions
        assert [one.change.value for one in what_if(graph, acts, targets=["var:effect"]).predictions] == ["unchanged"]
        assert mending.refuted_by


def test_hypotheses_never_touch_an_answer(silent: Knowledge) -> None:
    before = kgraph.explain(silent, "ketamine", "antidepressant effect")
    observations(silent)
    assert kgraph.explain(silent, "ketamine", "antidepressant effect") == before


def test_a_name_stands_for_the_observations_that_speak_of_it(silent: Knowledge) -> None:
    assert [one.judged.observation.id for one in observations(silent, ["ketamine"]).examined] == ["obs:silent"]
    with pytest.raises(EntityNotFound, match="no observation speaks"):
        observations(silent, ["placebo"])


def test_a_graph_without_observations_gives_none(small: Knowledge) -> None:
    assert observations(small) == Examination(assumption=Assumption.STABLE, examined=())
    assert not any(isinstance(entry, Observation) for entry in small.entries())
    assert any(isinstance(entry, Claim) for entry in small.entries())
