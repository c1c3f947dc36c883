"""Checks a certificate by plain search, on its own: nothing of the reasoner is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

Steps = tuple[tuple[str, str, str], ...]


def problems(certificate: dict[str, Any]) -> list[str]:
    """All that is wrong with a certificate; an empty list when it holds."""
    try:
        text = json.dumps({key: value for key, value in certificate.items() if key != "checksum"}, sort_keys=True, ensure_ascii=False)
        found = [] if hashlib.sha256(text.encode()).hexdigest() == certificate["checksum"] else ["it was changed after it was sealed"]
        ids = {claim["id"]: (claim["subject"], claim["object"], claim["sign"]) for claim in certificate["claims"]}
        check = {"verdict": _verdict, "what-if": _what_if}[certificate["kind"]]
        return found + list(check(certificate, set(ids.values()), ids))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return [f"it does not hold together: {type(error).__name__} {error}"]


def _sign(steps: Iterable[Any]) -> str:
    signs = [step[-1] for step in steps]
    return "?" if "?" in signs else "-" if signs.count("-") % 2 else "+"


def _chain(chain: dict[str, Any], ids: dict[str, Any], *, loop: bool = False) -> Steps:
    """The steps of a chain or loop, each backed by its claims."""
    steps = tuple((step["subject"], step["object"], step["sign"]) for step in chain["steps"])
    backed = all(row["claims"] and {ids[one] for one in row["claims"]} == {step} for row, step in zip(chain["steps"], steps, strict=True))
    names = [step[1] for step in steps] + [step[0] for step in steps[:1] if not loop]
    met = all(first[1] == second[0] for first, second in pairwise((*steps, *steps[:1]) if loop else steps))
    if not (met and backed and len(set(names)) == len(names) and chain["sign"] == _sign(steps)):
        raise ValueError(f"the chain over {names} is none")
    return steps


def _paths(links: set[Any], start: str, end: str, shut: set[str]) -> Iterator[Steps]:
    """Every simple path that enters nothing shut."""
    stack: list[tuple[Steps, str]] = [((), start)]
    for _ in range(min(1_000_000, 100_000_000 // (1 + len(links)))):
        if not stack:
            return
        path, at = stack.pop()
        if at == end:
            yield path
        else:
            seen = shut | {start, *(step[1] for step in path)}
            stack.extend(((*path, link), link[1]) for link in links if link[0] == at and link[1] not in seen)
    raise ValueError("it is too large to be checked by plain search")


def _verdict(it: dict[str, Any], links: set[Any], ids: dict[str, Any]) -> Iterator[str]:
    chains, ends = {_chain(chain, ids) for chain in it["chains"]}, {*it["sources"], *it["targets"]}
    every = {path for a in it["sources"] for b in it["targets"] if a != b for path in _paths(links, a, b, ends - {b})}
    if not chains <= every or (it["complete"] and chains != every):
        yield "the chains are not those from the sources to the targets"
    signs = "".join(sorted({_sign(chain) for chain in chains}))
    if it["verdict"] != {"+": "RAISES", "-": "LOWERS", "": "NO_CHAIN", "+-": "CONFLICTED", "+-?": "CONFLICTED"}.get(signs, "UNDETERMINED"):
        yield f"the chains do not say {it['verdict']}"


def _what_if(it: dict[str, Any], links: set[Any], ids: dict[str, Any]) -> Iterator[str]:
    acts = {act["variable"]: act["action"] for act in it["interventions"]}
    shut = {name for name, action in acts.items() if action not in ("raise", "lower")}
    push = {name: "-" if action in ("lower", "clamp-") else "+" for name, action in acts.items() if action != "block"}
    for one in it["predictions"]:
        name, change, told = one["variable"], one["change"], {_chain(chain, ids) for chain in one["chains"]}
        every = {path for start in push for path in _paths(links, start, name, shut) if start == name or name not in shut}
        sign_of = {path: _sign((*path, push[path[0][0] if path else name])) for path in every}
        right = set(sign_of.values()) == {"raised": {"+"}, "lowered": {"-"}, "unchanged": set()}.get(change) and told <= every
        if change == "undetermined" and told <= every:
            loop, shown = _chain(one["loop"], ids, loop=True), {sign_of[path] for path in told}
            aside = bool(loop) and _sign(loop) != "-" and all(_aside(loop, path, name) for path in told)
            right = {"opposing chains": shown >= {"+", "-"}, "unknown link": "?" in shown, "open loop": aside}.get(one["because"], True)
        if not right or (it["assumption"] == "stable" and len(set(sign_of.values())) == 1 and change != "undetermined"
                         and name not in shut and _doubt({link for link in links if link[1] not in shut}, every, name)):  # fmt: skip
            yield f"{name} is not shown to be {change}"


def _aside(loop: Steps, path: Steps, name: str) -> bool:
    return not {step[1] for step in loop} & {name, *(end for step in path for end in step[:2])}


def _doubt(links: set[Any], every: set[Steps], name: str) -> bool:
    """Whether a loop aside of a chain may raise itself while one in its component may lower itself: beyond this checker."""
    loops = [(link, *path) for link in links for path in _paths(links, link[1], link[0], set())]
    for path in every:
        for at in {name, *(step[0] for step in path)}:
            near = [one for one in loops if any(_paths(links, one[0][1], at, set())) or one[0][1] == at]
            near = [one for one in near if any(_paths(links, at, one[0][1], set())) or one[0][1] == at]
            raising = any(_sign(one) != "-" and _aside(one, path, name) for one in near)
            if raising and any(len(one) > 1 and _sign(one) != "+" for one in near):
                return True
    return False
