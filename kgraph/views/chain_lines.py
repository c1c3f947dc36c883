"""Chains told one a line, the shortest of each mechanism first: what the texts of all reasoning questions share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import Chain, Label, Layer, Link, Term
from kgraph.views.json_parts import Json
from kgraph.views.naming import Terms, shown_label, within_label
from kgraph.views.words import ARROW, LAYER, SIGN_TEXT
from kgraph.views.writing import Lines, sign_style

BRIEFLY = 8
"""How many chains of a list are told when nobody asks for all."""


def telling_first(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The shortest chain of each mechanism, then the others within one mechanism, then those that cross; each part as given."""
    first: dict[tuple[str, ...], Chain] = {}
    for chain in chains:
        first.setdefault(chain.mechanisms, chain)

    def place(chain: Chain) -> int:
        return 2 if not chain.mechanisms else int(first[chain.mechanisms] is not chain)

    return tuple(sorted(chains, key=place))


def route_label(links: Sequence[Link]) -> Label:
    """Links on one line: ``ketamine exposure ⊣ burst firing … ▶ …``."""
    first = shown_label(links[0].subject)
    steps = [(ARROW[link.sign], shown_label(link.object)) for link in links]
    return Label(
        en=first.en + "".join(f" {arrow} {name.en}" for arrow, name in steps),
        zh=first.zh + "".join(f" {arrow} {name.zh}" for arrow, name in steps),
    )


def tell_chains(lines: Lines, chains: Sequence[Chain], terms: Terms, *, indent: int, shown: int | None = BRIEFLY) -> None:
    """Chains, one a line, with net sign, mechanisms and layers; at most `shown`, the rest counted; all when ``None``."""
    told = telling_first(chains)[:shown]
    for chain in told:
        route, marks = route_label(chain.links), _marks(chain, terms)
        text = Label(en=f"{route.en} [{marks.en}]", zh=f"{route.zh}［{marks.zh}］")
        lines.say(text, indent=indent, first=f"{SIGN_TEXT[chain.sign]}  ", style=sign_style(chain.sign))
    if len(told) < len(chains):
        left = len(chains) - len(told)
        lines.say(Label(en=f"and {left} more", zh=f"另有{left}条"), indent=indent + 3, style="dim")


def names_label(terms: Iterable[Term]) -> Label:
    """The names of some terms in a row."""
    labels = [shown_label(term) for term in terms]
    return Label(en="; ".join(label.en for label in labels), zh="；".join(label.zh for label in labels))


def chains_json(chains: Iterable[Chain]) -> list[Json]:
    """Chains in short: each step with the ids of its ends and of its claims."""
    return [{"sign": chain.sign.value, "mechanisms": list(chain.mechanisms), "links": links_json(chain.links)} for chain in chains]


def links_json(links: Iterable[Link]) -> list[Json]:
    """Links in short."""
    return [
        {"subject": link.subject.id, "sign": link.sign.value, "object": link.object.id, "claims": [claim.id for claim in link.claims]}
        for link in links
    ]


def _marks(chain: Chain, terms: Terms) -> Label:
    within = within_label(chain, terms)
    held = {claim.layer for link in chain.links for claim in link.claims}
    layers = [LAYER[layer] for layer in Layer if layer in held]
    return Label(
        en=within.en + "; " + ", ".join(layer.en for layer in layers),
        zh=within.zh + "；" + "、".join(layer.zh for layer in layers),
    )
