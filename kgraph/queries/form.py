"""What a SPARQL text is before it runs: a query or an update, what it reaches for, which prefixes it lacks.

The engine gives no parsed form to look at, and it does fetch when told ``SERVICE``; so the text is cut into the tokens of the
SPARQL 1.1 grammar (W3C Recommendation 2013, section 19.8) and judged by them. What stands in strings, comments, IRIs, names
with a prefix and variables is thereby never taken for a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.errors import QueryRefused
from kgraph.vocabulary.prefixes import EXPANSIONS
from kgraph.vocabulary.terms import UNION

MAX_DEPTH = 200
MAX_TOKENS = 5_000
MAX_CHARACTERS = 1_000_000

_QUERIES = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}
_PROLOGUE = {"BASE", "PREFIX", "VERSION"}

_TOKEN = re.compile(
    r"""
    (?P<space>   [\s\ufeff]+ | \#[^\n\r]* )
  | (?P<string>  \"{3} (?: [^"\\] | \\. | "(?!"") )* \"{3} | '{3} (?: [^'\\] | \\. | '(?!'') )* '{3}
               | " (?: [^"\\\n\r] | \\. )* " | ' (?: [^'\\\n\r] | \\. )* ' )
  | (?P<iri>     < [^<>"{}|^`\x00-\x20]* > )
  | (?P<variable> [?$] \w+ )
  | (?P<tag>     @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )* )
  | (?P<name>    (?: [^\W\d] [\w\-.]* )? : (?: [\w\-.:] | \\. | %[0-9A-Fa-f]{2} )* )
  | (?P<word>    [^\W\d] \w* )
  | (?P<number>  [0-9.]+ (?: [eE] [+-]? [0-9]+ )? )
  | (?P<mark>    . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the engine must be told to run a text: whether it chooses its own graphs, and the known prefixes it did not declare."""

    chooses_graphs: bool
    prefixes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=256)
def judge(text: str) -> Form:
    """The form of a query.

    Raises
    ------
    QueryRefused
        For an update, for ``SERVICE``, for ``FROM`` anything but the graphs of kgraph, and for a text so long or so deep that
        the engine could not parse it. A text that is no query at all is left to the engine's own complaint.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryRefused(f"the query has more than {MAX_CHARACTERS:,} characters", remedy="split it")
    tokens = list(_tokens(text))
    _refuse_updates(tokens)
    _refuse_service(tokens)
    _refuse_mazes(tokens)
    declared = _declared(tokens)
    graphs = [_iri(tokens, at, declared) for at in _from_clauses(tokens)]
    for graph in graphs:
        if graph not in UNION:
            names = ", ".join(f"<{known}>" for known in UNION)
            raise QueryRefused(f"FROM {graph} is not a graph of kgraph", remedy=f"leave FROM out, or use one of {names}")
    used = {token.partition(":")[0] for kind, token in tokens if kind == "name"}
    lacking = tuple((prefix, EXPANSIONS[prefix]) for prefix in sorted(used - set(declared)) if prefix in EXPANSIONS)
    return Form(chooses_graphs=bool(graphs), prefixes=lacking)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind != "space":
            yield kind, match.group()


def _is_word(token: tuple[str, str], word: str) -> bool:
    return token[0] == "word" and token[1].upper() == word


def _refuse_updates(tokens: list[tuple[str, str]]) -> None:
    for kind, token in tokens:
        word = token.upper()
        if kind == "word" and word in _UPDATES:
            raise QueryRefused(f"{word} would change the data, and kgraph only reads", remedy="ask with SELECT, ASK, CONSTRUCT or DESCRIBE")
        if kind == "word" and word not in _PROLOGUE:
            return


def _refuse_service(tokens: list[tuple[str, str]]) -> None:
    if any(_is_word(token, "SERVICE") for token in tokens):
        raise QueryRefused("SERVICE would ask another machine, and kgraph fetches nothing", remedy="leave the SERVICE block out")


def _refuse_mazes(tokens: list[tuple[str, str]]) -> None:
    """The engine's parser recurses; a text nested by the thousand would end the process and not the query."""
    depth = deepest = 0
    for kind, token in tokens:
        if kind == "mark" and token in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "mark" and token in ")]}":
            depth -= 1
    if deepest > MAX_DEPTH:
        raise QueryRefused(f"the query is nested more than {MAX_DEPTH} deep", remedy="write it flatter")
    if sum(kind in ("mark", "word") for kind, _ in tokens) > MAX_TOKENS:
        raise QueryRefused(f"the query has more than {MAX_TOKENS:,} keywords and marks", remedy="split it")


def _declared(tokens: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for token, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if _is_word(token, "PREFIX") and name[0] == "name" and iri[0] == "iri":
            found[name[1].rstrip(":")] = iri[1][1:-1]
    return found


def _from_clauses(tokens: list[tuple[str, str]]) -> Iterator[int]:
    """Where the graph of each ``FROM`` or ``FROM NAMED`` stands."""
    for at, token in enumerate(tokens):
        if _is_word(token, "FROM"):
            yield at + 2 if at + 1 < len(tokens) and _is_word(tokens[at + 1], "NAMED") else at + 1


def _iri(tokens: list[tuple[str, str]], at: int, declared: dict[str, str]) -> str:
    kind, token = tokens[at] if at < len(tokens) else ("mark", "")
    if kind == "iri":
        return token[1:-1]
    prefix, _, local = token.partition(":")
    return declared.get(prefix, EXPANSIONS.get(prefix, prefix + ":")) + local
