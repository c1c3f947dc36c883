"""Terms of BEL 1, and the many spellings of BEL 2, brought to one form: that of BEL 2 with short names. Nothing is interpreted here."""

from __future__ import annotations

from kgraph.exchange.bel_syntax import Call, Name, Statement, write
from kgraph.exchange.bel_table import ACTIVITIES, FUNCTIONS, ONE, RELATIONS, THREE, activity_code, modification_code

_SORTED = ("complex", "composite", "reactants", "products")


def canonical(term: Call, default: str = "") -> Call:
    """A term in the form that all its spellings share; the same term gives the same text.

    Parameters
    ----------
    term : Call
    default : str
        The name space of names that have none, where the document defines one.

    Examples
    --------
    >>> from kgraph.exchange.bel_syntax import parse_statement, write
    >>> (found,) = parse_statement("kinaseActivity(proteinAbundance(HGNC:AKT1, proteinModification(P, S, 473)))")
    >>> write(canonical(found.subject))
    'act(p(HGNC:AKT1, pmod(Ph, Ser, 473)), ma(kin))'
    """
    if term.function in ACTIVITIES and term.args:
        code = Name("", ACTIVITIES[term.function])
        return Call("act", (*_args(term, default), Call("ma", (code,))))
    function = FUNCTIONS.get(term.function, term.function)
    args = _args(Call(function, term.args), default)
    if function == "ma" and args and isinstance(args[0], Call):
        # In BEL 1 the function says that a thing acts, and not how.
        return Call("act", args)
    if function == "ma":
        return Call(function, tuple(_coded(one, activity_code) for one in args[:1]))
    if function in ("pmod", "gmod"):
        return Call(function, (*(_coded(one, modification_code) for one in args[:1]), *map(_residue, args[1:])))
    if function == "tloc":
        return Call(function, _places(args))
    if function in ("p", "g", "r", "m"):
        return Call(function, _variants(function, args))
    if function in _SORTED:
        named = tuple(one for one in args if isinstance(one, Name))
        parts = sorted((one for one in args if isinstance(one, Call)), key=lambda one: (one.function in ("loc", "var"), write(one)))
        return Call(function, (*named, *parts))
    return Call(function, args)


def canonical_statement(statement: Statement, default: str = "") -> Statement:
    """A statement in the form that all its spellings share."""
    relation = RELATIONS[statement.relation].name if statement.relation in RELATIONS else statement.relation
    target = statement.object
    if isinstance(target, Statement):
        return Statement(canonical(statement.subject, default), relation, canonical_statement(target, default))
    return Statement(canonical(statement.subject, default), relation, canonical(target, default) if target else None)


def text_of(argument: Call | Name) -> str:
    """A bare word or name as text; empty for a term."""
    return argument.text if isinstance(argument, Name) else ""


# Functions whose first argument names a thing; the words in all others are words of BEL.
_NAMING = frozenset({"a", "p", "g", "r", "m", "complex", "composite", "pop", "bp", "path", "loc", "fromLoc", "toLoc"})


def _args(term: Call, default: str) -> tuple[Call | Name, ...]:
    found: list[Call | Name] = []
    for number, one in enumerate(term.args):
        if isinstance(one, Call):
            found.append(canonical(one, default))
        elif default and not one.space and number == 0 and term.function in _NAMING:
            found.append(Name(default, one.text, one.label))
        else:
            found.append(one)
    return tuple(found)


def _coded(one: Call | Name, code_of: object) -> Call | Name:
    """The code of BEL itself, where the name of a name space says the same."""
    if not isinstance(one, Name):
        return one
    assert callable(code_of)
    code = code_of(one.text) or (code_of(one.label) if one.label else "")
    return Name("", code) if code and (not one.space or one.space.casefold() in ("go", "mod", "bel")) else one


def _residue(one: Call | Name) -> Call | Name:
    return Name("", THREE[one.text]) if isinstance(one, Name) and one.text in THREE else one


def _places(args: tuple[Call | Name, ...]) -> tuple[Call | Name, ...]:
    """BEL 1 has the two places as plain names."""
    plain = [one for one in args[1:] if isinstance(one, Name)]
    if len(plain) == 2:
        return (args[0], Call("fromLoc", (plain[0],)), Call("toLoc", (plain[1],)))
    return args


def _variants(function: str, args: tuple[Call | Name, ...]) -> tuple[Call | Name, ...]:
    """Name, then forms in order; what BEL 1 calls substitution and truncation is a variant in HGVS; a fusion is one argument."""
    if args and isinstance(args[0], Name):
        for one in args[1:]:
            if isinstance(one, Call) and one.function == "fus":
                return (_fusion(function, args[0], one), *(other for other in args[1:] if other is not one))
    forms = [_variant(function, one) for one in args[1:]]
    return (*args[:1], *sorted(forms, key=write))


def _variant(function: str, one: Call | Name) -> Call | Name:
    words = [text_of(arg) for arg in one.args] if isinstance(one, Call) else []
    if not isinstance(one, Call) or not all(words):
        return one
    if one.function == "sub" and len(words) == 3:
        # Of a protein (Q, 248, W): residue, place, residue; of a gene (G, 308, A): bases and place in coding DNA.
        before, place, after = words if words[1].isdigit() else (words[0], words[2], words[1])
        if function == "p":
            return Call("var", (Name("", f"p.{THREE.get(before, before)}{place}{THREE.get(after, after)}"),))
        return Call("var", (Name("", f"c.{place}{before}>{after}"),))
    if one.function == "trunc" and len(words) == 1:
        return Call("var", (Name("", f"p.{words[0]}*"),))
    return one


def _fusion(function: str, first: Name, fusion: Call) -> Call:
    """``p(HGNC:BCR, fus(HGNC:JAK2, 1875, 2626))`` of BEL 1 as the fusion of two partners with their ranges."""
    other, *breaks = fusion.args
    letter = {"p": "p", "r": "r"}.get(function, "c")
    words = [text_of(one) for one in breaks]
    left, right = (f"{letter}.?_{words[0]}", f"{letter}.{words[1]}_?") if len(words) == 2 and all(words) else ("?", "?")
    return Call("fus", (first, Name("", left), other, Name("", right)))


def one_letter(residue: str) -> str:
    """An amino acid as our labels have it."""
    return ONE.get(residue, residue)
