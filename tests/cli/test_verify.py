"""``--certificate`` and ``kgraph verify``; and the options of explain that leave chains out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

QUESTION = ("explain", "ketamine", "antidepressant effect")


ASKED = [
    QUESTION,
    ("what-if", "--raise", "ketamine", "--block", "mTOR signalling"),
    ("necessary", *QUESTION[1:], "--no-direct", "--mechanism", "5"),
    ("cuts", *QUESTION[1:], "--no-direct"),
    ("rescues", *QUESTION[1:], "--block", "mTOR signalling", "--mechanism", "1"),
    ("contradictions",),
    ("carriers", *QUESTION[1:], "--mechanism", "5"),
    ("observations", "--max-changes", "0"),
    ("discriminate", "1", "5"),
    ("reverse", "--raised", "BDNF secretion", "--limit", "3"),
]


@pytest.mark.parametrize("words", ASKED, ids=[words[0] for words in ASKED])
def test_a_certificate_is_written_and_verified_and_a_changed_sign_refused(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "mine.json"
    answer = run(*words, "--certificate", str(file))
    assert (answer.code, str(file) in answer.err) == (0, True)
    assert run("verify", str(file)).out == "The certificate holds.\n"
    assert run("verify", str(file), "--alone", "--lang", "zh").out == "证书成立。\n"
    file.write_text(file.read_text(encoding="utf-8").replace('"sign": "+"', '"sign": "-"', 1), encoding="utf-8")
    refused = run("verify", str(file), "--json")
    assert refused.code == 1
    assert json.loads(refused.out)["holds"] is False


def test_a_certificate_cannot_speak_of_a_part(run: Run, tmp_path: Path) -> None:
    answer = run(*QUESTION, "--no-direct", "--certificate", str(tmp_path / "part.json"))
    assert answer.code == 2
    assert "all chains" in answer.err


@pytest.mark.parametrize(("text", "code"), [("{", 3), ("[]", 3), ("{}", 1), (None, 3)])
def test_what_is_no_certificate_is_refused(run: Run, tmp_path: Path, text: str | None, code: int) -> None:
    file = tmp_path / "broken.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert run("verify", str(file)).code == code


def chains(run: Run, *words: str) -> list[list[str]]:
    """The variables of each chain."""
    found = json.loads(run(*QUESTION, *words, "--json").out)["chains"]
    return [[link["subject"]["id"] for link in chain["links"]] + [chain["links"][-1]["object"]["id"]] for chain in found]


def test_options_leave_out_chains_as_a_filter_over_all_would(run: Run) -> None:
    every = chains(run)
    assert chains(run, "--no-direct") == [chain for chain in every if len(chain) > 2]
    assert chains(run, "--avoid", "mTOR signalling") == [chain for chain in every if "var:mtor-signalling" not in chain]
    growth = {"var:bdnf", "var:bdnf-level", "var:bdnf-release-pfc", "var:bdnf-secretion", "var:bdnf-translation"}
    assert chains(run, "--through", "BDNF") == [chain for chain in every if growth.intersection(chain)]
    assert chains(run, "--through", "BDNF", "--through", "mTOR signalling") == [
        chain for chain in every if growth.intersection(chain) and "var:mtor-signalling" in chain
    ]


def test_every_link_rests_on_as_many_references_as_asked(run: Run) -> None:
    found = json.loads(run(*QUESTION, "--references", "2", "--json").out)["chains"]
    assert found
    for chain in found:
        for link in chain["links"]:
            assert len({one for claim in link["claims"] for one in (*claim["references"], *claim["cites"])}) >= 2


def test_an_answer_that_the_checker_cannot_show_gets_no_certificate(run: Run, tmp_path: Path) -> None:
    """One hub in two loops that raise themselves and one that does not: only the algebra of stable systems says that a push stays."""
    table, certificate = tmp_path / "hub.tsv", tmp_path / "certificate.json"
    rows = ["a\t+\thub", "b\t+\thub", "c\t+\thub", "hub\t+\ta", "hub\t+\tb", "hub\t-\tc"]
    table.write_text("subject\tpredicate\tobject\n" + "\n".join(rows) + "\n", encoding="utf-8")
    answer = run("what-if", "--raise", "a", "a", "--data", str(table), "--certificate", str(certificate))
    assert answer.code == 4
    assert "no certificate" in answer.err
    assert not certificate.exists()
    assert "raised" in run("what-if", "--raise", "a", "a", "--data", str(table)).out
