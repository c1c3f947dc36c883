"""What only a process of its own shows: pipes, locales, interruption, the exit code that the shell sees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KGRAPH = [sys.executable, "-m", "kgraph"]


@pytest.fixture
def environment(cache: Path) -> dict[str, str]:
    """A bare environment, in which nothing is known of the user."""
    return {"PYTHONPATH": str(ROOT), "KGRAPH_CACHE": str(cache), "PATH": os.environ["PATH"]}


def test_chinese_survives_a_redirect_under_a_locale_without_it(environment: dict[str, str]) -> None:
    words = [*KGRAPH, "explain", "氯胺酮", "抗抑郁作用", "--lang", "zh"]
    done = subprocess.run(words, env={**environment, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "氯胺酮" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_a_reader_that_leaves_early_is_no_error_and_makes_no_noise(environment: dict[str, str]) -> None:
    line = f"set -o pipefail; '{sys.executable}' -m kgraph explain ketamine 'antidepressant effect' --all --quiet | head -n 1"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_a_full_disk_is_exit_three_without_a_traceback(environment: dict[str, str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*KGRAPH, "show", "ketamine"], env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_an_interruption_is_exit_130_without_a_traceback(environment: dict[str, str]) -> None:
    """The child waits for stdin, so it is surely at work when the signal comes."""
    child = subprocess.Popen(
        [*KGRAPH, "--data", "-", "-v", "show", "ketamine"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr is not None
    assert child.stderr.readline()
    child.send_signal(signal.SIGINT)
    _, noise = child.communicate(timeout=20)
    assert child.returncode == 130
    assert "Traceback" not in noise


def test_knowledge_may_come_from_stdin(environment: dict[str, str], small_file: Path) -> None:
    words = [*KGRAPH, "--data", "-", "show", "ent:bdnf", "--json"]
    with small_file.open("rb") as stream:
        done = subprocess.run(words, env=environment, stdin=stream, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "BDNF释放" in done.stdout.decode("utf-8")
