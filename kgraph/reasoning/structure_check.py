"""Checks certificates that speak of structure, not of signs, by plain search: nothing of the reasoner is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

Pairs = set[tuple[str, str]]


def structure_problems(certificate: dict[str, Any]) -> list[str]:
    """All that is wrong with a certificate of necessary variables, of cuts or of contradictions; an empty list when it holds."""
    try:
        text = json.dumps({key: value for key, value in certificate.items() if key != "checksum"}, sort_keys=True, ensure_ascii=False)
        found = [] if hashlib.sha256(text.encode()).hexdigest() == certificate["checksum"] else ["it was changed after it was sealed"]
        check = {"necessary": _necessary, "cuts": _cuts, "contradictions": _contradictions}[certificate["kind"]]
        return found + list(check(certificate))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return [f"it does not hold together: {type(error).__name__} {error}"]


def _pairs(it: dict[str, Any]) -> Pairs:
    """The pairs that claims join; without those straight across, where the certificate leaves them out."""
    pairs = {(claim["subject"], claim["object"]) for claim in it["claims"]}
    return {pair for pair in pairs if not (it["without_direct"] and pair[0] in it["sources"] and pair[1] in it["targets"])}


def _leads(pairs: Pairs, it: dict[str, Any], shut: Iterable[str] = ()) -> bool:
    """Whether some way leads from a source to a target and enters nothing shut, nor a further source or target on the way."""
    seen, targets = {*shut}, {*it["targets"]}
    stack = [name for name in it["sources"] if name not in seen]
    seen.update(it["sources"])
    while stack:
        at = stack.pop()
        for first, second in pairs:
            if first == at and second in targets and second not in it["sources"] and second not in seen:
                return True
            if first == at and second not in seen and second not in targets:
                seen.add(second)
                stack.append(second)
    return False


def _necessary(it: dict[str, Any]) -> Iterator[str]:
    pairs = _pairs(it)
    if it["any_chain"] != _leads(pairs, it):
        yield "whether there is a chain is not as it says"
        return
    between = {name for pair in pairs for name in pair} - {*it["sources"], *it["targets"]}
    variables = {name for name in between if it["any_chain"] and not _leads(pairs, it, [name])}
    links = {pair for pair in pairs if it["any_chain"] and not _leads(pairs - {pair}, it)}
    if variables != {*it["variables"]} or links != {tuple(pair) for pair in it["links"]}:
        yield "what is necessary is not what it says"


def _cuts(it: dict[str, Any]) -> Iterator[str]:
    pairs, size = _pairs(it), it["size"]
    ends = {*it["sources"], *it["targets"]}
    straight = any(first in it["sources"] and second in it["targets"] and first != second for first, second in pairs)
    if (size is None) != straight or (size == 0) != (not _leads(pairs, it)):
        yield "whether anything cuts is not as it says"
    for cut in it["cuts"]:
        whole = not {*cut} & ends and len(cut) >= (size or 0) and not _leads(pairs, it, cut)
        if not whole or any(not _leads(pairs, it, [other for other in cut if other != one]) for one in cut):
            yield f"{cut} is not a smallest cut"
    inside = [name for way in it["apart"] for name in way[1:-1]]
    ways = all(way[0] in it["sources"] and way[-1] in it["targets"] and all(step in pairs for step in pairwise(way)) for way in it["apart"])
    if size and not (ways and len(it["apart"]) == size and len(set(inside)) == len(inside) and not ends & set(inside)):
        yield f"no {size} ways that share nothing are shown, so that fewer might cut"


def _contradictions(it: dict[str, Any]) -> Iterator[str]:
    claims = {claim["id"]: claim for claim in it["claims"]}
    for one in it["pairs"]:
        high, low = [claims[name] for name in one["raising"]], [claims[name] for name in one["lowering"]]
        signs = {claim["sign"] for claim in high} == {"+"} and {claim["sign"] for claim in low} == {"-"}
        ends = {(claim["subject"], claim["object"]) for claim in (*high, *low)}
        if not signs or (len(ends) > 1) != one["general"]:
            yield f"{one['raising']} and {one['lowering']} do not contradict each other"
