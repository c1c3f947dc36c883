"""Reads RDF of relations with a sign, in anybody's vocabulary, by a mapping file that lies beside it.

The mapping: `mapped_mapping.py`. What is held of the data: `mapped_index.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.gocam_files import files_in
from kgraph.exchange.identifiers import preferred, reference_curie
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import NOWHERE, Maker
from kgraph.exchange.mapped_index import Index
from kgraph.exchange.mapped_mapping import LEFT_OUT, Path_, RdfMapping, read_mapping
from kgraph.exchange.rdf_quads import SUFFIXES, quads_of
from kgraph.exchange.report import Report
from kgraph.model import Context, Entity, Evidence, Reference, Sign
from kgraph.vocabulary.prefixes import STANDARD

_SEE = STANDARD["rdfs"] + "seeAlso"
_MAPPING = "mapping.yaml"
_PAIRS = 100


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The relations of a file or folder of RDF.

    Parameters
    ----------
    path : Path
        A file of Turtle, TriG, N-Triples, N-Quads or RDF/XML, or a folder of them. The mapping lies beside: ``x.mapping.yaml`` for
        ``x.ttl``, else ``mapping.yaml`` in the same folder.
    report : Report
        Told about every relation.

    Yields
    ------
    Imported
        One a relation.

    Raises
    ------
    ExchangeError
        There is nothing to read, or no mapping, or it is not a mapping.
    """
    files = files_in(path, SUFFIXES, "RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML)")
    mapping = read_mapping(_beside(path))
    index = Index(mapping)
    for number, file in enumerate(files):
        report.meter.passed(file)
        try:
            for quad in quads_of(file):
                index.take(quad, number)
        except ExchangeError as error:
            report.unreadable(file.name, error.message, what="rest of the file")
    reader = _Reader(index, mapping, Maker(mapping.name), report)
    found = False
    for name, number in index.relations():
        found = True
        yield from reader.one(name, f"{files[number].name} {_short(name)}")
    if not found:
        report.unreadable(path.name, "it holds no relation of the class that the mapping names", what="file")


def _beside(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    places = [folder / _MAPPING] if path.is_dir() else [path.with_name(f"{path.stem}.{_MAPPING}"), folder / _MAPPING]
    for place in places:
        if place.is_file():
            return place
    names = " or ".join(one.name for one in places)
    raise ExchangeError(f"there is no {names} beside it", where=str(path), remedy="write one: see 'Foreign RDF' in docs/exchange.md")


class _Reader:
    def __init__(self, index: Index, mapping: RdfMapping, maker: Maker, report: Report) -> None:
        self._index = index
        self._mapping = mapping
        self._maker = maker
        self._report = report
        self._matched: set[str] = set()

    def one(self, name: str, place: str) -> Iterator[Imported]:
        """One relation."""
        self._report.start(place)
        self._maker.open(place, place)
        why = self._relation(name)
        if why:
            self._report.abandon("relation", why)
            return
        self._report.finish()
        yield self._maker.close()

    def _relation(self, name: str) -> str:
        meanings = self._index.meaning(name, self._mapping.sign)
        sign = meanings[0] if meanings else self._mapping.sign.otherwise
        if len(meanings) > 1:
            return f"it has several signs: {', '.join(sorted(meanings))}"
        if not sign:
            seen = [_short(one.removeprefix('"')) for one in self._index.walk(name, self._mapping.sign.path)]
            return f"its sign is not in the table: {', '.join(seen)[:80] or 'it has none'}"
        if sign == LEFT_OUT:
            return "the mapping leaves relations with this sign out"
        ends = [self._ends(name, path) for path in (self._mapping.subject, self._mapping.object)]
        if not all(ends):
            return f"it has no {'subject' if not ends[0] else 'object'} with a name"
        pairs = [(one, other) for one in ends[0] for other in ends[1] if one.id != other.id]
        if not pairs or len(pairs) > _PAIRS:
            return f"it joins more than {_PAIRS} pairs of things" if pairs else "it joins a thing to itself"
        if len(pairs) > 1:
            self._report.approximated("relation with several subjects or objects", "one claim for each pair")
        for one, other in pairs:
            self._entry(name, sign, one, other)
        self._report.kept(f"relation with sign {sign}")
        return ""

    def _entry(self, name: str, sign: str, one: Entity, other: Entity) -> None:
        first, second = self._mapping.aspects
        cause, effect = self._maker.variable(one, first), self._maker.variable(other, second)
        if sign == "none":
            entry = self._maker.association_id(cause, effect)
            self._maker.association(cause, effect, self._evidence(name, entry))
            return
        signed = Sign.of(sign)
        evidence = self._evidence(name, self._maker.claim_id(cause, signed, effect))
        direct = self._index.meaning(name, self._mapping.direct) == ("true",)
        claim = self._maker.claim(cause, signed, effect, evidence, direct=direct)
        self._maker.bridge(claim, other)

    def _ends(self, name: str, path: Path_) -> list[Entity]:
        found = [self._entity(one, path.prefix) for one in self._index.walk(name, path)]
        return [one for one in found if one is not None]

    def _entity(self, node: str, prefix: str) -> Entity | None:
        """The thing that a node stands for; ``None`` for one without a name."""
        mapping = self._mapping
        words = [one[1:].strip() for one in self._index.walk(node, mapping.label) if one.startswith('"')]
        curie = next(filter(None, (self._curie(one, mapping.identifier.prefix) for one in self._index.walk(node, mapping.identifier))), "")
        curie = curie or self._curie(node, prefix)
        kinds = self._index.meaning(node, mapping.kind)
        kind = kinds[0] if kinds else mapping.kind.otherwise or "Entity"
        if node.startswith('"'):
            words = words or [node[1:].strip()]
        name = words[0] if words else ""
        if not curie and (node.startswith(("_:", '"'))):
            return self._maker.entity("", name, kind) if name else None
        # What has an address but is in no registry is named by that address, under this source.
        entity = self._maker.entity(curie or f"ent:{self._mapping.name}.{node}", name or curie or _short(node), kind, synonyms=words[1:])
        if not curie and entity.id not in self._matched:
            self._matched.add(entity.id)
            self._maker.extra(entity.id, _SEE, node, iri=True)
            self._report.approximated("thing of no known registry", "an entity of this source, with its address as rdfs:seeAlso")
        return entity

    def _evidence(self, name: str, entry: str) -> list[Evidence]:
        texts = [one[1:] for one in self._index.walk(name, self._mapping.text) if one.startswith('"')]
        context = self._context(name)
        # A node without a name of its own is called otherwise each time it is read.
        told = "" if name.startswith("_:") else json.dumps({"iri": name}, ensure_ascii=False)
        return [
            self._maker.evidence(entry, reference, text=text, context=context, comment=f"{self._mapping.title}", annotation=told)
            for reference in self._references(name)
            for text in texts or [""]
        ]

    def _references(self, name: str) -> list[Reference]:
        found = []
        for one in self._index.walk(name, self._mapping.reference):
            plain = one.removeprefix('"').strip()
            prefix = self._mapping.reference.prefix
            curie = reference_curie(plain) or self._curie(plain, prefix)
            if curie or not one.startswith("_:"):
                found.append(self._maker.reference(curie or plain))
            if not curie:
                self._report.approximated("reference of no known registry", "a reference of that name")
        return found or [self._maker.record("all", self._mapping.title)]

    def _curie(self, value: str, prefix: str) -> str:
        """The preferred CURIE of an IRI or literal, or of a bare number of this registry."""
        plain = value.removeprefix('"').strip()
        for base, registry in self._mapping.registries:
            if plain.startswith(base):
                return preferred(plain[len(base) :], prefix=registry)
        return preferred(plain) or (preferred(plain, prefix=prefix) if prefix else "")

    def _context(self, name: str) -> Context:
        for one in self._index.walk(name, self._mapping.species):
            curie = self._curie(one, self._mapping.species.prefix)
            words = next((each[1:] for each in self._index.walk(one, self._mapping.label) if each.startswith('"')), "")
            plain = words or curie or _short(one.removeprefix('"'))
            if plain and not one.startswith("_:"):
                return Context(species=self._maker.entity(curie, plain, "Species").id)
        return NOWHERE


def _short(name: str) -> str:
    """The last part of an address."""
    return name.rstrip("/#").rpartition("/")[2].rpartition("#")[2][:80] or name[:80]
