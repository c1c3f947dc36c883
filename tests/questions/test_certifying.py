"""Certificates of both kinds of answer: they hold, and any change in them is refused."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from typing import Any

import pytest

import kgraph
from kgraph.errors import ExchangeError
from kgraph.questions.certifying import certificate_from, explanation_certificate, supposition_certificate, verify
from kgraph.questions.supposing import what_if
from kgraph.store import Knowledge


@pytest.fixture(scope="module", params=["explain", "what-if"])
def certified(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Knowledge]:
    """A certificate as it is read from its file, and the graph."""
    shipped = kgraph.load()
    if request.param == "explain":
        found = explanation_certificate(shipped, kgraph.explain(shipped, "ketamine", "antidepressant effect"))
    else:
        found = supposition_certificate(shipped, what_if(shipped, raised=["ketamine"], blocked=["mTOR signalling"]))
    return certificate_from(json.dumps(found)), shipped


def sealed(certificate: dict[str, Any]) -> dict[str, Any]:
    """The same with a checksum that fits, as a forger would make it."""
    rest = {key: value for key, value in certificate.items() if key != "checksum"}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False)
    return {**rest, "checksum": hashlib.sha256(text.encode()).hexdigest()}


def test_a_certificate_holds_alone_and_against_the_graph(certified: tuple[dict[str, Any], Knowledge]) -> None:
    certificate, shipped = certified
    assert verify(certificate) == ()
    assert verify(certificate, shipped) == ()


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
