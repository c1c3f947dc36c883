"""The quiz at a real pseudo-terminal, as a student meets it: asked again after slips, ended by q, Ctrl-C or the end of input."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a system with pseudo-terminals")

ROOT = Path(__file__).parents[2]
PROMPT = b"> "
END, INTERRUPT = "\x04", "\x03"


class Terminal:
    """A command that runs in a pseudo-terminal of its own."""

    def __init__(self, cache: Path, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        self._child = subprocess.Popen(
            [sys.executable, "-c", f"import os, sys; os.login_tty(0); sys.argv[1:] = {list(words)!r}; {_RUN}"],
            env={"PYTHONPATH": str(ROOT), "KGRAPH_CACHE": str(cache), "TERM": "dumb", "PYTHONUTF8": "1"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            close_fds=True,
        )
        os.close(theirs)

    def talk(self, *typed: str) -> tuple[int, str]:
        """Types each text when a prompt waits; the exit code, and all that the terminal showed."""
        said = b""
        for words in typed:
            said += self._read(until=PROMPT)
            os.write(self._ours, words.encode())
        said += self._read(until=None)
        code = self._child.wait(timeout=20)
        os.close(self._ours)
        return code, said.decode().replace("\r\n", "\n")

    def _read(self, until: bytes | None) -> bytes:
        """What is shown up to a prompt, or up to the end."""
        said, stop = b"", time.monotonic() + 30
        while time.monotonic() < stop:
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    part = os.read(self._ours, 65536)
                except OSError:  # Linux tells so that the other end is closed.
                    return said
                said += part
                if not part or (until is not None and said.endswith(until)):
                    return said
        self._child.kill()
        raise AssertionError(f"nothing more came after {said[-300:]!r}")


_RUN = "import runpy; runpy.run_module('kgraph', run_name='__main__')"
HOW = {"en": ("is not an answer to this question", "Answer with a number from 1 to 2"), "zh": ("不是本题的答案", "请输入1至2的编号")}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_slips_are_asked_again_in_the_students_language_and_cost_nothing(cache: Path, language: str) -> None:
    code, said = Terminal(cache, "quiz", "mtor", "--kind", "sign", "--count", "1", "--lang", language).talk(
        "9\n", "nonsense\n", "0\n", "\x1b[A\n", "１。\n"
    )
    assert code == 0
    assert said.count(HOW[language][0]) == 4
    assert said.count(HOW[language][1]) == 5
    assert ("Score: 1 of 1 right." if language == "en" else "1题中答对1题") in said
    assert "Traceback" not in said


def test_an_order_that_is_not_whole_is_asked_again(cache: Path) -> None:
    code, said = Terminal(cache, "quiz", "mtor", "--kind", "order", "--count", "1").talk("1\n", "1 1 1 1 1\n", "1 2\n", "1 2 3 4 5\n")
    assert code == 0
    assert said.count("is not an answer to this question") == 3
    assert "Answer with all 5 numbers in order" in said
    assert "Score: " in said


@pytest.mark.parametrize("last", ["q\n", "退出\n", END])
def test_leaving_at_once_shows_the_score_on_a_line_of_its_own_and_speaks_of_no_pipe(cache: Path, last: str) -> None:
    code, said = Terminal(cache, "quiz", "mtor", "--count", "2").talk(last)
    assert code == 0
    assert "\nScore: 0 of 2 right, 2 not answered.\n" in said
    assert "Pipe one answer" not in said


@pytest.mark.parametrize("before", [(), ("1\n",)])
def test_ctrl_c_ends_with_130_and_no_traceback(cache: Path, before: tuple[str, ...]) -> None:
    code, said = Terminal(cache, "quiz", "mtor", "--count", "2").talk(*before, INTERRUPT)
    assert code == 130
    assert "Traceback" not in said


@pytest.mark.parametrize("words", [("lesson", "mtor"), ("lesson", "--from", "ketamine", "--to", "BDNF secretion"), ("quiz", "mtor")])
@pytest.mark.parametrize("format", ["anki", "h5p"])
def test_a_deck_of_bytes_is_not_written_to_a_terminal(cache: Path, words: tuple[str, ...], format: str) -> None:
    code, said = Terminal(cache, *words, "--export", format).talk()
    assert code == 3
    assert "name a file: -o FILE" in said
    assert "PK" not in said
