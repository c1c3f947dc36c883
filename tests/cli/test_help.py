"""Help, version, typing mistakes, completion, and the command reference."""

from __future__ import annotations

import re
import shlex

import pytest
import typer

from kgraph import __version__
from kgraph.cli.application import application
from kgraph.cli.commands import FAMILIES, SECTIONS
from tests.cli.command_reference import PLACE, reference
from tests.cli.conftest import Run

COMMANDS = sorted(FAMILIES)


def test_every_command_is_in_the_family_that_is_loaded_for_it() -> None:
    everything = set(getattr(typer.main.get_command(application()), "commands", {}))
    assert everything == set(FAMILIES) == set(COMMANDS)
    for command in FAMILIES:
        assert command in getattr(typer.main.get_command(application(command)), "commands", {})


def test_the_line_of_every_command_in_the_list_is_its_own_first_sentence() -> None:
    commands = getattr(typer.main.get_command(application()), "commands", {})
    lines = {name: line for section in SECTIONS.values() for name, (_, line) in section.items()}
    assert lines == {name: " ".join(command.help.partition("\n\n")[0].split()) for name, command in commands.items()}


def test_the_reference_is_what_the_program_says() -> None:
    """Mend with: python -m tests.cli.command_reference."""
    assert PLACE.read_text(encoding="utf-8") == reference()


def test_the_help_lists_every_command(run: Run) -> None:
    answer = run("--help")
    assert answer.code == 0
    for command in COMMANDS:
        assert re.search(rf"^ +{command} ", answer.out, re.MULTILINE)
    assert "Exit codes" in answer.out


def test_no_words_ask_for_help(run: Run) -> None:
    assert run().out == run("--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_first(run: Run, command: str) -> None:
    text = run(command, "--help").out
    assert "Examples:" in text
    assert text.index("Examples:") < text.index("Options:")


def examples() -> list[str]:
    """Every example of the reference that writes nothing and needs no pipe."""
    lines = re.findall(r"^kgraph .*$", PLACE.read_text(encoding="utf-8"), re.MULTILINE)
    usable = (line for line in lines if not re.search(r"[<>|\[]|mine|review|build|format$|reverse$|[A-Z]{4}", line.replace("BDNF", "")))
    return sorted({line for line in usable if "-o" not in line.split()})


@pytest.mark.parametrize("line", examples())
def test_the_examples_run(run: Run, line: str) -> None:
    answer = run(*shlex.split(line)[1:])
    assert answer.code == 0, answer.err


@pytest.mark.parametrize("words", [("--version",), ("-q", "--version"), ("--lang", "zh", "--version")])
def test_the_version_is_one_line(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).out == f"kgraph {__version__}\n"


def test_a_mistyped_command_is_exit_two_with_a_near_one(run: Run) -> None:
    answer = run("explian", "a", "b")
    assert answer.code == 2
    assert "explain" in answer.err


def test_debug_adds_the_traceback_and_keeps_the_code(run: Run) -> None:
    answer = run("show", "ketamin", "--debug")
    assert answer.code == 3
    assert "Traceback" in answer.err
    assert "did you mean" in answer.err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("kgraph ex", "explain"), ("kgraph explain ketam", "ketamine"), ("kgraph explain ketamine 抗抑郁作", "抗抑郁作用")],
)
def test_commands_and_names_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, wanted: str) -> None:
    monkeypatch.setenv("_KGRAPH_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert wanted in run().out.split()


def test_words_after_two_dashes_are_names(run: Run) -> None:
    answer = run("show", "--", "--json")
    assert answer.code == 3
    assert "nothing is named '--json'" in answer.err
