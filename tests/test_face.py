"""The public face: the names that people import, and nothing loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kgraph

FACE = [
    "KgraphError",
    "Knowledge",
    "Language",
    "Layer",
    "Selection",
    "Sign",
    "Verdict",
    "audit_sentences",
    "audits",
    "build",
    "carriers",
    "check",
    "claims",
    "contradictions",
    "cuts",
    "diff",
    "discriminate",
    "downstream",
    "explain",
    "import_files",
    "load",
    "mechanisms",
    "merge_graphs",
    "necessary",
    "notes",
    "observations",
    "picture",
    "plot",
    "plots",
    "query",
    "rescues",
    "results",
    "reverse",
    "show",
    "upstream",
    "verify",
    "view",
    "what_if",
]


def test_the_face_is_these_names_and_changes_only_on_purpose() -> None:
    assert kgraph.__all__ == FACE
    assert dir(kgraph) == sorted([*FACE, "__version__"])


@pytest.mark.parametrize("name", FACE)
def test_every_name_is_there_and_documented(name: str) -> None:
    assert (getattr(kgraph, name).__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'explian'"):
        kgraph.__getattr__("explian")


def test_importing_the_package_loads_no_room() -> None:
    script = "import sys, kgraph; print([name for name in sys.modules if name.startswith('kgraph.')])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
