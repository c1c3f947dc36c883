"""``kgraph explain`` on the shipped graph and on the small one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

QUESTION = ("explain", "ketamine", "antidepressant effect")


def chains_of(text: str) -> list[dict[str, Any]]:
    """The chains of an explanation in JSON."""
    found: list[dict[str, Any]] = json.loads(text)["chains"]
    return found


def test_a_chain_of_net_plus_is_found_for_each_mechanism_and_both_branches_of_the_third(run: Run) -> None:
    answer = run(*QUESTION, "--json")
    chains = chains_of(answer.out)
    held = {mechanism for chain in chains for mechanism in chain["mechanisms"] if chain["sign"] == "+"}
    assert {"mech:mtor", "mech:bdnf", "mech:gaba-eef2", "mech:disinhibition", "mech:eef2", "mech:gsk3", "mech:lhb"} <= held
    assert answer.code == 0
    assert all(claim["references"] for chain in chains for link in chain["links"] for claim in link["claims"])


def test_the_default_answer_on_the_shipped_graph_is_complete(run: Run) -> None:
    explained = json.loads(run(*QUESTION, "--json").out)
    assert explained["complete"] is True
    assert explained["verdict"] == "RAISES"


@pytest.mark.parametrize(("mechanism", "middle"), [("mech:eef2", "var:eef2-phosphorylation"), ("mech:lhb", "var:lhb-burst")])
def test_the_double_negatives_come_out_by_composition(run: Run, mechanism: str, middle: str) -> None:
    """Two steps lower, no step claims the effect itself, and the product is plus."""
    chains = chains_of(run(*QUESTION, "--mechanism", mechanism, "--json").out)
    through = [chain for chain in chains if any(link["object"]["id"] == middle for link in chain["links"])]
    assert through
    for chain in through:
        assert [link["sign"] for link in chain["links"]].count("-") == 2
        assert chain["sign"] == "+"


def test_both_languages_give_the_same_chains_and_references(run: Run) -> None:
    assert run("explain", "氯胺酮", "抗抑郁作用", "--lang", "zh", "--json").out == run(*QUESTION, "--json").out


def test_the_text_is_in_the_language_asked_for(run: Run) -> None:
    chinese = run("explain", "氯胺酮", "抗抑郁作用", "--lang", "zh").out
    assert "升高抗抑郁作用" in chinese
    assert "Ketamine" not in chinese
    both = run(*QUESTION, "--lang", "both").out
    assert "raises" in both
    assert "升高" in both


def test_the_text_tells_the_shortest_chain_of_each_mechanism_first_and_counts_the_rest(run: Run) -> None:
    brief = run(*QUESTION)
    heads = [line for line in brief.out.splitlines() if line.startswith("Chain ")]
    assert "--all" in brief.err
    for number in ("(1)", "(2)", "(3a)", "(3b)", "(4)", "(5)"):
        assert any(number in head for head in heads)
    every = run(*QUESTION, "--all")
    assert len([line for line in every.out.splitlines() if line.startswith("Chain ")]) == len(chains_of(run(*QUESTION, "--json").out))
    assert every.err == ""


@pytest.mark.parametrize(
    ("words", "code", "chains"),
    [
        ((), 0, 3),
        (("--sign", "-"), 0, 1),
        (("--sign", "−"), 0, 1),
        (("--sign=+",), 0, 2),
        (("--sign", "?"), 1, 0),
        (("--max-links", "1"), 4, 0),
        (("--limit", "1"), 4, 1),
        (("--layer", "review"), 0, 1),
        (("--layer", "review", "--layer", "derived"), 0, 1),
        (("--mechanism", "2"), 0, 1),
        (("--mechanism", "去抑制分支"), 0, 1),
        (("--species", "大鼠"), 1, 0),
    ],
)
def test_options_narrow_the_answer_and_the_exit_code_says_how_it_went(
    run: Run, small_file: Path, words: tuple[str, ...], code: int, chains: int
) -> None:
    answer = run(*QUESTION, "--data", str(small_file), "--json", *words)
    assert (answer.code, len(chains_of(answer.out))) == (code, chains), answer.err


def test_no_chain_is_exit_one_and_says_whose_fault_it_is_not(run: Run) -> None:
    answer = run("explain", "antidepressant effect", "ketamine")
    assert answer.code == 1
    assert "not of nature" in answer.out


def test_an_unknown_name_is_exit_three_with_near_names_in_both_languages(run: Run) -> None:
    answer = run("explain", "ketamin", "antidepressant effect")
    assert (answer.code, answer.out) == (3, "")
    assert "nothing is named 'ketamin'" in answer.err
    assert "ketamine / 氯胺酮" in answer.err
    assert "Traceback" not in answer.err


def test_an_ambiguous_name_is_exit_three_with_the_candidates(run: Run, small_file: Path) -> None:
    answer = run("--data", str(small_file), "explain", "twin", "ketamine")
    assert answer.code == 3
    assert "ent:twin-one" in answer.err
    assert "ent:twin-two" in answer.err


@pytest.mark.parametrize("words", [("--sign", "x"), ("--max-links", "0"), ("--layer", "gossip"), ("--format", "xml"), ("--nonsense",)])
def test_a_wrong_option_is_exit_two(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*QUESTION, *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
