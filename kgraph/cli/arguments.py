"""The words of a command line before they are parsed: global options may stand anywhere, and are moved to the front."""

from __future__ import annotations

from collections.abc import Sequence

VALUED = ("--data", "--lang", "--format", "--color")
FLAGS = ("--json", "-q", "--quiet", "-v", "--verbose", "--debug", "--no-cache")


def command_of(words: Sequence[str]) -> str:
    """The command that hoisted words call; empty where they call none.

    Examples
    --------
    >>> command_of(["--lang", "zh", "--json", "explain", "ketamine", "BDNF"])
    'explain'
    """
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word in VALUED and waiting:
            waiting.pop(0)
        elif not word.startswith("-"):
            return word
    return ""


def hoisted(words: Sequence[str]) -> list[str]:
    """The same words with the global options first, each with its value, in the order given.

    People type ``kgraph explain a b --json`` as often as ``kgraph --json explain a b``. Words after ``--`` stay where
    they are.

    Examples
    --------
    >>> hoisted(["explain", "ketamine", "--lang", "zh", "BDNF", "--json"])
    ['--lang', 'zh', '--json', 'explain', 'ketamine', 'BDNF']
    """
    front: list[str] = []
    rest: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            return [*front, *rest, word, *waiting]
        if word in VALUED and waiting:
            front += [word, waiting.pop(0)]
        elif word in FLAGS or word.startswith(tuple(f"{option}=" for option in VALUED)):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest]
