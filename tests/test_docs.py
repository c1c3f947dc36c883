"""The documents cannot rot: every session in them is run, every Python block is executed."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs_sessions import Step, agrees, python_blocks, sessions

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
STEPS = [(path.name, step) for path in DOCUMENTS for step in sessions(path)]
BLOCKS = [(path.name, line, code) for path in DOCUMENTS for line, code in python_blocks(path)]


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}:{step.line}" for name, step in STEPS])
def test_a_session_prints_what_the_document_shows(name: str, step: Step, tmp_path: Path) -> None:
    piped = re.fullmatch(r"printf '([^']*)' \| (kgraph .*)", step.command)
    words = shlex.split(piped[2] if piped else step.command)
    assert words[0] == "kgraph", f"{name}:{step.line} runs something else than kgraph"
    environment = {**os.environ, "KGRAPH_CACHE": str(tmp_path), "KGRAPH_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "kgraph", *words[1:]],
        cwd=ROOT,
        env=environment,
        input=piped[1].replace("\\n", "\n") if piped else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    printed = done.stdout + done.stderr
    assert agrees(step.output, printed), f"{name}:{step.line}: $ {step.command}\nnow prints:\n{printed}"


@pytest.mark.parametrize(("name", "line", "code"), BLOCKS, ids=[f"{name}:{line}" for name, line, _ in BLOCKS])
def test_a_python_block_runs(name: str, line: int, code: str) -> None:
    if ">>>" in code:
        test = doctest.DocTestParser().get_doctest(code, {}, f"{name}:{line}", name, line)
        result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
        assert result.failed == 0
        return
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(code, f"{name}:{line}", "exec"), {})


def test_the_two_readmes_show_the_same_commands() -> None:
    english, chinese = ([step.command for step in sessions(ROOT / name)] for name in ("README.md", "README.zh.md"))
    assert [c.replace(" --lang zh", "") for c in chinese] == [c.replace(" --lang zh", "") for c in english]


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_every_link_of_a_document_leads_to_a_file(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert "://" in target or (path.parent / target).exists(), f"{path.name} points to {target}, which is not there"
