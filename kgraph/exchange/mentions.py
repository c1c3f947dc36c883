"""How the sentence of an evidence calls the two things of its statement, where the reader that found it says so (INDRA's ``raw_text``)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from kgraph.exchange.term_making import ANNOTATION
from kgraph.store import Knowledge

_LONGEST = 100


def mentions(knowledge: Knowledge) -> Mapping[str, tuple[str, str]]:
    """By the IRI of an evidence, the words in its sentence for the one that acts and for the one that is acted on.

    Notes
    -----
    One pass over the annotations; of statements with more or fewer than two agents nothing is given.
    """
    found: dict[str, tuple[str, str]] = {}
    for quad in knowledge.engine.quads_for_pattern(None, NamedNode(ANNOTATION), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and '"raw_text"' in quad.object.value:
            pair = _pair(quad.object.value)
            if pair is not None:
                found[quad.subject.value] = pair
    return found


def _pair(annotation: str) -> tuple[str, str] | None:
    try:
        held = json.loads(annotation)
    except ValueError:
        return None
    agents = held.get("agents") if isinstance(held, dict) else None
    words = agents.get("raw_text") if isinstance(agents, dict) else None
    if not isinstance(words, list) or len(words) != 2:
        return None
    first, second = (one if isinstance(one, str) and len(one) <= _LONGEST else "" for one in words)
    return first, second
