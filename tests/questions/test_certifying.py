"""Certificates of both kinds of answer: they hold, and any change in them is refused."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kgraph
from kgraph.errors import ExchangeError, LimitReached
from kgraph.model import Assumption
from kgraph.questions.certifying import certificate_from
from kgraph.questions.certifying_answers import Answer, certificate_of
from kgraph.questions.verifying import verify
from kgraph.store import Knowledge, load

ENDS = ("ketamine", "antidepressant effect")


def answers(shipped: Knowledge) -> dict[str, Answer]:
    """An answer of every kind that has a certificate."""
    return {
        "explain": kgraph.explain(shipped, *ENDS),
        "what-if": kgraph.what_if(shipped, raised=["ketamine"], blocked=["mTOR signalling"]),
        "necessary": kgraph.necessary(shipped, "ketamine", "burst firing of lateral habenula neurons", direct=False),
        "cuts": kgraph.cuts(shipped, *ENDS, direct=False),
        "rescues": kgraph.rescues(shipped, *ENDS, blocked=["mTOR signalling"]),
        "contradictions": kgraph.contradictions(shipped),
        "carriers": kgraph.carriers(shipped, "ketamine", "BDNF secretion"),
        "observations": kgraph.observations(shipped, max_changes=0),
        "discriminate": kgraph.discriminate(shipped, limit=5),
        "reverse": kgraph.reverse(shipped, raised=["BDNF secretion"], lowered=["burst firing of lateral habenula neurons"], limit=3),
    }


@pytest.fixture(scope="module")
def certificates() -> dict[str, dict[str, Any]]:
    """The certificates of all these, as they are read from their files."""
    shipped = kgraph.load()
    return {name: certificate_from(json.dumps(certificate_of(shipped, answer))) for name, answer in answers(shipped).items()}


@pytest.fixture(params=["explain", "what-if"])
def certified(request: pytest.FixtureRequest, certificates: dict[str, dict[str, Any]]) -> tuple[dict[str, Any], Knowledge]:
    """A certificate that is not made of others, and the graph."""
    return certificates[request.param], kgraph.load()


def sealed(certificate: dict[str, Any]) -> dict[str, Any]:
    """The same with a checksum that fits, as a forger would make it."""
    rest = {key: value for key, value in certificate.items() if key != "checksum"}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False)
    return {**rest, "checksum": hashlib.sha256(text.encode()).hexdigest()}


def test_every_certificate_holds_alone_and_against_the_graph(certificates: dict[str, dict[str, Any]]) -> None:
    shipped = kgraph.load()
    for name, certificate in certificates.items():
        assert verify(certificate) == (), name
        assert verify(certificate, shipped) == (), name


def forged(value: Any) -> Any:
    """The same with the first thing that it says turned into its contrary, wherever that stands."""
    contrary = {
        "raised": "lowered",
        "lowered": "raised",
        "unchanged": "raised",
        "undetermined": "raised",
        "RAISES": "LOWERS",
        "LOWERS": "RAISES",
    }
    copied = deepcopy(value)
    if copied["kind"] == "answers":
        said = copied["parts"][0]["says"][0]
        key = "verdict" if "verdict" in said else "change"
        said[key] = contrary.get(said[key], "RAISES")
    elif copied["kind"] == "necessary":
        copied["variables"] = [*copied["variables"], copied["claims"][0]["subject"]]
    elif copied["kind"] == "cuts":
        copied["cuts"][0] = copied["cuts"][0][1:]
    elif copied["kind"] == "contradictions":
        copied["claims"][0]["sign"] = "-" if copied["claims"][0]["sign"] == "+" else "+"
    elif copied["kind"] == "verdict":
        copied["verdict"] = contrary[copied["verdict"]]
    else:
        copied["predictions"][0]["change"] = contrary[copied["predictions"][0]["change"]]
    return copied


def test_a_forged_answer_is_refused_even_when_it_is_sealed_again(certificates: dict[str, dict[str, Any]]) -> None:
    for name, certificate in certificates.items():
        assert verify(forged(certificate)), name
        assert verify(sealed(forged(certificate))), name


def test_a_part_of_an_answer_cannot_be_changed_in_silence(certificates: dict[str, dict[str, Any]]) -> None:
    for name in ("rescues", "carriers", "observations", "discriminate", "reverse"):
        copied = deepcopy(certificates[name])
        part = next(one for one in copied["parts"] if one["certificate"]["claims"])
        inner = part["certificate"]
        inner["claims"][0]["sign"] = "-" if inner["claims"][0]["sign"] == "+" else "+"
        part["certificate"] = sealed(inner)
        assert verify(sealed(copied), kgraph.load()), name


TWO_NEEDED = "subject\tpredicate\tobject\ndrug\t+\tmiddle\nmiddle\t+\tmood\ndrug\t-\tmood\nhelper\t+\tmood\n"
DIAMOND = "subject\tpredicate\tobject\na\t+\tb\nb\t+\td\na\t+\tc\nc\t-\td\n"


def test_claims_of_the_graph_that_a_certificate_keeps_silent_about_are_missed(tmp_path: Path) -> None:
    """By three claims a raises d. The graph has a fourth, and then it does not."""
    (tmp_path / "part.tsv").write_text(DIAMOND.rpartition("c\t-")[0], encoding="utf-8")
    (tmp_path / "whole.tsv").write_text(DIAMOND, encoding="utf-8")
    part, whole = load(tmp_path / "part.tsv"), load(tmp_path / "whole.tsv")
    for answer in (
        kgraph.explain(part, "a", "d"),
        kgraph.what_if(part, ["d"], raised=["a"]),
        kgraph.necessary(part, "a", "d"),
        kgraph.cuts(part, "a", "d"),
    ):
        certificate = certificate_of(part, answer)
        assert verify(certificate, part) == ()
        assert verify(certificate, whole)


def test_rescues_of_several_interventions_are_certified(tmp_path: Path) -> None:
    """The effect is held down by two variables, and only both together let it rise again."""
    (tmp_path / "two.tsv").write_text(TWO_NEEDED, encoding="utf-8")
    graph = load(tmp_path / "two.tsv")
    answer = kgraph.rescues(graph, "drug", "mood", blocked=["middle"])
    certificate = certificate_of(graph, answer)
    told = [act for one in answer.rescues for act in (*one.found, *one.sets)]
    assert len(certificate["parts"]) == 1 + len(told)
    assert verify(certificate, graph) == ()


LINK = st.tuples(st.sampled_from("abcdef"), st.sampled_from("+-?"), st.sampled_from("abcdef"))


@given(st.lists(LINK, min_size=1, max_size=14, unique=True), st.booleans())
@settings(max_examples=60, deadline=None)
def test_needs_and_cuts_of_any_graph_are_certified(
    tmp_path_factory: pytest.TempPathFactory, links: list[tuple[str, str, str]], direct: bool
) -> None:
    table = tmp_path_factory.mktemp("random") / "table.tsv"
    rows = dict.fromkeys([*links, ("a", "+", "c"), ("d", "+", "f")])
    table.write_text("subject\tpredicate\tobject\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    graph = load(table)
    needs, blocks = kgraph.necessary(graph, "a", "f", direct=direct), kgraph.cuts(graph, "a", "f", direct=direct)
    assert verify(certificate_of(graph, needs), graph) == ()
    assert verify(certificate_of(graph, blocks), graph) == ()
    if needs.variables:
        assert verify(certificate_of(graph, replace(needs, variables=needs.variables[1:])), graph)
    if blocks.size:
        assert verify(certificate_of(graph, replace(blocks, sets=(blocks.sets[0][1:],))), graph)


@given(st.lists(LINK, min_size=1, max_size=14, unique=True), st.sampled_from(["", *"bcdef"]), st.sampled_from(Assumption))
@settings(max_examples=60, deadline=None)
def test_every_certificate_of_predictions_that_is_written_holds_and_with_one_change_does_not(
    tmp_path_factory: pytest.TempPathFactory, links: list[tuple[str, str, str]], blocked: str, assumption: Assumption
) -> None:
    """Whether something is held or not: what is on the way to it counts neither when it is written nor when it is checked."""
    table = tmp_path_factory.mktemp("random") / "table.tsv"
    rows = dict.fromkeys([*links, ("a", "+", "b"), ("b", "-", "c"), ("d", "+", "e"), ("e", "+", "f")])
    table.write_text("subject\tpredicate\tobject\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    graph = load(table)
    answer = kgraph.what_if(graph, list("bcdef"), raised=["a"], blocked=[blocked] if blocked else [], assumption=assumption)
    try:
        certificate = certificate_of(graph, answer)
    except LimitReached:
        assert assumption is Assumption.STABLE
        return
    assert verify(certificate, graph) == ()
    for number, one in enumerate(certificate["predictions"]):
        wrong = deepcopy(certificate)
        wrong["predictions"][number]["change"] = "lowered" if one["change"] == "raised" else "raised"
        assert verify(wrong, graph)
        assert verify(sealed(wrong), graph)


def test_a_sign_that_stands_by_algebra_alone_gets_no_certificate_rather_than_one_that_is_refused(tmp_path: Path) -> None:
    """A loop beside the chain may raise itself, and another lowers itself: every stable system lowers v04, but no plain search shows it."""
    table = "v0 - v3; v1 + v3; v2 - v1; v2 - v4; v3 + v1; v3 + v4; v4 + v2; v4 + v3"
    rows = ["\t".join(row.split()) for row in table.split("; ")]
    (tmp_path / "loops.tsv").write_text("\n".join(["subject\tpredicate\tobject", *rows, ""]), encoding="utf-8")
    graph = load(tmp_path / "loops.tsv")
    answer = kgraph.what_if(graph, ["v4"], raised=["v2"])
    assert [one.change.value for one in answer.predictions] == ["lowered"]
    with pytest.raises(LimitReached, match="v4 is not shown to be lowered"):
        certificate_of(graph, answer)


def test_one_changed_sign_is_refused_even_when_it_is_sealed_again(certified: tuple[dict[str, Any], Knowledge]) -> None:
    certificate, _ = certified
    forged = deepcopy(certificate)
    claim = forged["claims"][0]
    claim["sign"] = "-" if claim["sign"] == "+" else "+"
    assert verify(forged)
    assert verify(sealed(forged))


def test_a_claim_that_the_graph_lacks_or_has_otherwise_is_found(certified: tuple[dict[str, Any], Knowledge]) -> None:
    certificate, shipped = certified
    text = json.dumps(certificate)
    identity = certificate["claims"][0]["id"]
    stranger = sealed(json.loads(text.replace(f'"{identity}"', '"claim:made-up"')))
    assert any("no claim claim:made-up" in one for one in verify(stranger, shipped))
    other = next(one["id"] for one in certificate["claims"] if one["subject"] != certificate["claims"][0]["subject"])
    assert verify(sealed(json.loads(text.replace(f'"{identity}"', f'"{other}"'))), shipped)


def test_what_is_no_certificate_is_refused() -> None:
    for text in ("{", "[]", "[" * 100_000):
        with pytest.raises(ExchangeError):
            certificate_from(text)
    assert verify({})
    assert verify({"kind": "verdict", "claims": 3})
