"""Reads the terminal sessions of a Markdown file: each ``$ command`` with the lines that it must print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a session and what it must print; a line of ``…`` in `output` stands for any lines."""

    command: str
    output: str
    line: int


def sessions(path: Path) -> list[Step]:
    """Every step of every ``console`` block, in order."""
    text = path.read_text(encoding="utf-8")
    steps = []
    for match in FENCE.finditer(text):
        if match.group(1) != "console":
            continue
        line = text.count("\n", 0, match.start()) + 2
        for block in re.split(r"^(?=\$ )", match.group(2), flags=re.MULTILINE):
            if block.startswith("$ "):
                command, _, output = block[2:].partition("\n")
                steps.append(Step(command=command, output=output.rstrip("\n"), line=line))
            line += block.count("\n")
    return steps


def python_blocks(path: Path) -> list[tuple[int, str]]:
    """Every ``python`` block with the line it begins on."""
    text = path.read_text(encoding="utf-8")
    return [(text.count("\n", 0, m.start()) + 2, m.group(2)) for m in FENCE.finditer(text) if m.group(1) == "python"]


def agrees(expected: str, printed: str) -> bool:
    """Whether what was printed is what the document shows; ``…`` on a line of its own stands for any lines."""
    pattern = r"\n".join(r"(?:.*\n)*?.*" if line.strip() == "…" else re.escape(line) for line in expected.split("\n"))
    return re.fullmatch(pattern, printed.rstrip("\n")) is not None
