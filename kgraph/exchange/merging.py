"""Puts graphs together as files, one an input, so that each can be left out again; what clashes or is made one is renamed, and told.

Where two inputs use one id for different things, the later one's gets the name of its input behind it. Where entities are to be one,
the ids of the merged ones, and of their variables, become those of the kept. Every entry names the input that it came from
(``prov:wasDerivedFrom``). Nothing here writes; see `merged_files.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kgraph.exchange.equivalences import Equivalence, Offer
from kgraph.exchange.export_rdf import quads_of
from kgraph.exchange.merging_index import Index, id_of
from kgraph.model import Claim
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import BASE, OWN, STANDARD
from kgraph.vocabulary.terms import ALT_LABEL, KG, KINDS, LABEL, RDF_TYPE

_COMPUTED = "rule:direct-action-everywhere"
_INPUT = BASE + "input/"
_FROM = NamedNode(STANDARD["prov"] + "wasDerivedFrom")
_ENTRY_KINDS = frozenset(KINDS)
# What says what a subject is: where these differ under one id, there are two things.
_ENTRY = tuple(
    KG + name for name in ("layer", "subject", "predicate", "object", "sign", "variable", "change", "raised", "lowered", "blocked")
)
_TELLING = {
    **dict.fromkeys(KINDS, _ENTRY),
    KG + "Variable": tuple(KG + name for name in ("entity", "aspect", "species", "region", "cellType")),
    KG + "Evidence": tuple(KG + name for name in ("reference", "locator", "bearing", "certainty")),
    KG + "Locator": tuple(KG + name for name in ("source", "section", "sentence", "checksum")),
    KG + "Note": (KG + "about", KG + "matter"),
}
Node = NamedNode | BlankNode | Literal | Triple
Triples = tuple[Triple, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One graph under the short name that it goes by in a merge."""

    name: str
    triples: Triples


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """An id of one input that became another, and why."""

    input: str
    was: str
    became: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The inputs as they are to be written, what was renamed, what else may be one, and the entries that several inputs have."""

    inputs: tuple[Input, ...]
    renamed: tuple[Renaming, ...]
    offers: tuple[Offer, ...]
    shared: tuple[str, ...]


def input_of(name: str, knowledge: Knowledge) -> Input:
    """What a graph states; what kgraph computes at load is computed again."""
    entries = tuple(one for one in knowledge.entries() if not (isinstance(one, Claim) and one.rule == _COMPUTED))
    quads: Iterator[Quad] = quads_of(knowledge, entries)
    return Input(name=name, triples=tuple(dict.fromkeys(Triple(one.subject, one.predicate, one.object) for one in quads)))


def merge(inputs: Sequence[Input], equivalences: Iterable[Equivalence] = (), *, apply: bool = False) -> Merged:
    """Put graphs together.

    Parameters
    ----------
    inputs : sequence of Input
        The first one's ids stand; their names differ.
    equivalences : iterable of Equivalence
        What is said to be the same.
    apply : bool
        Whether these are made one. Otherwise they are offered, and so are, in both cases, things that share an exact identifier.

    Returns
    -------
    Merged
    """
    parted, renamed = _parted(inputs)
    index = _index(parted)
    said = [(*ends, one.why) for one in equivalences if (ends := index.ends(one))]
    offers = _offers(index, [] if apply else said)
    if apply:
        replaced = index.one_for(said)
        why = {frozenset(pair[:2]): pair[2] for pair in said}
        renamed += [
            Renaming(input=one.name, was=was, became=replaced[was], why=why.get(frozenset((was, replaced[was])), "of things made one"))
            for one in parted
            for was in sorted(index.of_input[one.name] & set(replaced))
        ]
        parted = tuple(Input(name=one.name, triples=_replaced(one.triples, replaced, kinds=_kinds(parted))) for one in parted)
        offers = _offers(_index(parted), [])
    seen: dict[str, set[str]] = {}
    for one in parted:
        for triple in one.triples:
            if _is_entry(triple):
                seen.setdefault(id_of(triple.subject), set()).add(one.name)
    sourced = tuple(Input(name=one.name, triples=(*one.triples, *_provenance(one))) for one in parted)
    return Merged(
        inputs=sourced, renamed=tuple(renamed), offers=offers, shared=tuple(sorted(id for id, names in seen.items() if len(names) > 1))
    )


def input_iri(name: str) -> str:
    """What provenance calls an input."""
    return _INPUT + name


def _index(inputs: Sequence[Input]) -> Index:
    return Index([(one.name, one.triples) for one in inputs])


def _offers(index: Index, said: Sequence[tuple[str, str, str]]) -> tuple[Offer, ...]:
    overlaps = [(owners[0], other, f"both are {identity}") for identity, owners in index.by_identifier.items() for other in owners[1:]]
    found: dict[tuple[str, str], str] = {}
    for first, second, why in (*said, *overlaps):
        kept, merged = sorted((first, second), key=lambda id: (index.order[id], id))
        found.setdefault((kept, merged), why)
    return tuple(
        Offer(kept=kept, merged=merged, kept_name=index.names.get(kept, ""), merged_name=index.names.get(merged, ""), why=why)
        for (kept, merged), why in sorted(found.items())
    )


def _parted(inputs: Sequence[Input]) -> tuple[tuple[Input, ...], list[Renaming]]:
    """The inputs with ids that stand for different things told apart."""
    known: dict[str, object] = {}
    renamed: list[Renaming] = []
    parted = []
    for one in inputs:
        replaced: dict[str, str] = {}
        triples = one.triples
        # To rename a variable changes what is said by the claims about it, and they may clash in their turn.
        while clashing := [subject for subject, what in _said(triples).items() if known.get(subject, what) != what]:
            originally = {became: was for was, became in replaced.items()}
            replaced |= {originally.get(subject, subject): f"{subject}-{one.name}" for subject in clashing}
            triples = _replaced(one.triples, replaced)
        known |= {subject: what for subject, what in _said(triples).items() if subject not in known}
        why = "it is something else in an earlier input"
        renamed += [Renaming(input=one.name, was=was, became=became, why=why) for was, became in replaced.items()]
        parted.append(Input(name=one.name, triples=triples))
    return tuple(parted), renamed


def _said(triples: Triples) -> dict[str, object]:
    """What each subject of a class that can clash says of what it is."""
    kind = {
        id_of(one.subject): one.object.value for one in triples if one.predicate.value == RDF_TYPE and isinstance(one.object, NamedNode)
    }
    found: dict[str, set[tuple[str, str]]] = {}
    for one in triples:
        subject = id_of(one.subject)
        telling = _TELLING.get(kind.get(subject, ""))
        if telling is not None:
            held = found.setdefault(subject, {("kind", kind[subject])})
            if one.predicate.value in telling:
                held.add((one.predicate.value, str(one.object)))
    return {subject: frozenset(held) for subject, held in found.items()}


def _kinds(inputs: Sequence[Input]) -> dict[str, NamedNode]:
    """The class of each entity, as the first input that has it says."""
    found: dict[str, NamedNode] = {}
    for one in inputs:
        for triple in one.triples:
            if triple.predicate.value == RDF_TYPE and isinstance(triple.object, NamedNode):
                found.setdefault(id_of(triple.subject), triple.object)
    return found


def _replaced(triples: Triples, replaced: Mapping[str, str], *, kinds: Mapping[str, NamedNode] | None = None) -> Triples:
    """The same with other ids. With `kinds` things become one: a label becomes a further name, and the class of the kept one stands."""
    if not replaced:
        return triples
    made = []
    for one in triples:
        subject, target = _node(one.subject, replaced), _node(one.object, replaced)
        joined = kinds is not None and subject != one.subject
        again = joined and one.predicate.value == LABEL
        if kinds and joined and one.predicate.value == RDF_TYPE:
            target = kinds.get(id_of(subject), target)
        assert not isinstance(subject, Literal)
        made.append(Triple(subject, NamedNode(ALT_LABEL) if again else one.predicate, target))
    return tuple(dict.fromkeys(made))


def _node(node: Node, replaced: Mapping[str, str]) -> Node:
    new = replaced.get(id_of(node)) if isinstance(node, NamedNode) else None
    return NamedNode(_iri(new)) if new else node


def _provenance(one: Input) -> Iterator[Triple]:
    source = NamedNode(input_iri(one.name))
    yield Triple(source, NamedNode(RDF_TYPE), NamedNode(STANDARD["prov"] + "Entity"))
    yield Triple(source, NamedNode(LABEL), Literal(one.name, language="en"))
    for triple in one.triples:
        if _is_entry(triple):
            yield Triple(triple.subject, _FROM, source)


def _is_entry(triple: Triple) -> bool:
    return triple.predicate.value == RDF_TYPE and isinstance(triple.object, NamedNode) and triple.object.value in _ENTRY_KINDS


def _iri(id: str) -> str:
    prefix, _, local = id.partition(":")
    return OWN[prefix] + local
