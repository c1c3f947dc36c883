"""Nodes of PyBEL's JSON, and what modifies them, as terms of BEL. Links and graphs: `bel_nodelink.py`."""

from __future__ import annotations

from kgraph.exchange.bel_syntax import BelSyntax, Call, Name, parse_statement
from kgraph.exchange.indra_agents import items, member, text
from kgraph.exchange.json_records import Json

_FUNCTIONS = {
    "abundance": "a",
    "gene": "g",
    "rna": "r",
    "mirna": "m",
    "protein": "p",
    "complex": "complex",
    "composite": "composite",
    "reaction": "rxn",
    "biologicalprocess": "bp",
    "pathology": "path",
    "population": "pop",
}
_MODIFIERS = {
    "Activity": "act",
    "Degradation": "deg",
    "Translocation": "tloc",
    "CellSecretion": "sec",
    "CellSurfaceExpression": "surf",
}


def term_of(node: Json, modifier: Json = None) -> Call | str:
    """The term of a node under a modifier; a text is what is wrong with it.

    Examples
    --------
    >>> node = {"function": "Protein", "concept": {"namespace": "HGNC", "name": "AKT1"}}
    >>> from kgraph.exchange.bel_syntax import write
    >>> write(term_of(node, {"modifier": "Activity", "effect": {"namespace": "bel", "name": "kin"}}))
    'act(p(HGNC:AKT1), ma(kin))'
    """
    term = _node(node)
    if isinstance(term, str) or not isinstance(modifier, dict):
        return term
    if place := _name(member(modifier, "location")):
        term = Call(term.function, (*term.args, Call("loc", (place,))))
    kind = text(modifier, "modifier")
    effect = member(modifier, "effect")
    if not kind:
        return term
    if kind not in _MODIFIERS:
        return f"no modifier of PyBEL: {kind[:40]}"
    if kind == "Activity":
        named = _name(effect)
        return Call("act", (term, Call("ma", (named,)))) if named else Call("act", (term,))
    places = [(end, _name(member(effect, end))) for end in ("fromLoc", "toLoc")]
    moves = tuple(Call(end, (place,)) for end, place in places if place)
    return Call(_MODIFIERS[kind], (term, *moves))


def _node(node: Json, depth: int = 0) -> Call | str:
    function = _FUNCTIONS.get(text(node, "function").casefold())
    if function is None or depth > 10:
        return _written(node)
    args: list[Call | Name] = []
    concept = _name(member(node, "concept")) or _name(node)
    if concept:
        args.append(concept)
    if fusion := _fusion(member(node, "fusion")):
        args = [fusion]
    if function == "rxn":
        return _parts("rxn", [_listed(name, items(node, name), depth) for name in ("reactants", "products")])
    if held := items(node, "members"):
        members = _listed(function, held, depth)
        return members if isinstance(members, str) else Call(function, (*(args if function == "complex" else ()), *members.args))
    variants = [_variant(one) for one in items(node, "variants")]
    args += [one for one in variants if one]
    return Call(function, tuple(args)) if args else _written(node)


def _written(node: Json) -> Call | str:
    """A node by the BEL that stands in it, where its parts say nothing."""
    bel = text(node, "bel")
    try:
        return parse_statement(bel)[0].subject if bel else "a node without a function or a name"
    except BelSyntax as error:
        return f"not BEL: {error}"


def _listed(function: str, nodes: list[Json], depth: int) -> Call | str:
    return _parts(function, [_node(one, depth + 1) for one in nodes])


def _parts(function: str, found: list[Call | str]) -> Call | str:
    wrong = next((one for one in found if isinstance(one, str)), "")
    return wrong or Call(function, tuple(one for one in found if isinstance(one, Call)))


def _name(value: Json) -> Name | None:
    """A name in a name space; the name spaces that PyBEL has for BEL's own words are none."""
    space, name, identifier = (text(value, key) for key in ("namespace", "name", "identifier"))
    if not (name or identifier) or not (space or name):
        return None
    if space.casefold() in ("bel", "pybel"):
        return Name("", name or identifier)
    return Name(space, identifier, name) if identifier and name and identifier != name else Name(space, identifier or name)


def _variant(value: Json) -> Call | None:
    kind = text(value, "kind")
    if kind == "hgvs":
        hgvs = text(value, "hgvs") or text(value, "identifier")
        return Call("var", (Name("", hgvs),)) if hgvs else None
    if kind in ("pmod", "gmod"):
        named = _name(member(value, "concept")) or _name(member(value, "identifier"))
        where = [text(value, key) for key in ("code", "pos")]
        return Call(kind, (named, *(Name("", one) for one in where if one))) if named else None
    if kind == "frag":
        span = "_".join(text(value, key) for key in ("start", "stop")) if text(value, "start") or text(value, "stop") else "?"
        words = [span, text(value, "description")]
        return Call("frag", tuple(Name("", one) for one in words if one))
    return None


def _fusion(value: Json) -> Call | None:
    partners = [_name(member(member(value, f"partner_{end}"), "concept")) or _name(member(value, f"partner_{end}")) for end in ("5p", "3p")]
    if not all(partners):
        return None
    args: list[Name] = []
    for end, partner in zip(("5p", "3p"), partners, strict=True):
        span = member(value, f"range_{end}")
        letter, left, right = (text(span, key) for key in ("reference", "left", "right"))
        where = f"{letter}.{left}_{right}" if left and right else "?"
        args += [one for one in (partner, Name("", where)) if one]
    return Call("fus", tuple(args))
