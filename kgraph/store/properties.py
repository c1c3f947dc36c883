"""What the engine says about one IRI, read property by property. The values made of it: `terms.py`, `entries.py`."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kgraph.errors import KnowledgeError
from kgraph.model import Label, Quantity
from kgraph.store.ids import local, short
from kgraph.vocabulary.terms import KG, RDF_TYPE

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal | Triple


NOTHING = Label()


class Properties:
    """The properties of one subject; every reading method has a stated order and a stated answer for *absent*."""

    __slots__ = ("_store", "_values", "iri")

    def __init__(self, store: Store, subject: Node, quads: Iterable[Quad]) -> None:
        self._store = store
        self.iri = subject.value
        self._values: dict[str, list[Value]] = {}
        for quad in quads:
            self._values.setdefault(quad.predicate.value, []).append(quad.object)

    @classmethod
    def of(cls, store: Store, subject: Node, graph: NamedNode | None = None) -> Properties:
        """All properties of a subject, in one graph or in any."""
        return cls(store, subject, store.quads_for_pattern(subject, None, None, graph))

    def __bool__(self) -> bool:
        return bool(self._values)

    @property
    def id(self) -> str:
        """The id of the subject."""
        return short(self.iri)

    @property
    def types(self) -> tuple[str, ...]:
        """The IRIs of its classes, sorted."""
        return self.iris(RDF_TYPE)

    def iris(self, predicate: str) -> tuple[str, ...]:
        """The IRIs that stand under a predicate, sorted."""
        values = self._values.get(predicate)
        return tuple(sorted({value.value for value in values if isinstance(value, NamedNode)})) if values else ()

    def ids(self, predicate: str) -> tuple[str, ...]:
        """The same as ids, sorted."""
        return tuple(sorted(short(iri) for iri in self.iris(predicate)))

    def id_at(self, predicate: str) -> str:
        """The first id, empty when absent."""
        return next(iter(self.ids(predicate)), "")

    def local_at(self, predicate: str) -> str:
        """The first IRI as a name of the schema (``Activity``), empty when absent."""
        return next((local(iri) for iri in self.iris(predicate)), "")

    def texts(self, predicate: str) -> tuple[tuple[str, str], ...]:
        """The literals as (language, text), sorted."""
        values = self._values.get(predicate)
        return tuple(sorted({(value.language or "", value.value) for value in values if isinstance(value, Literal)})) if values else ()

    def text(self, predicate: str) -> str:
        """The first literal, empty when absent."""
        return next((text for _, text in self.texts(predicate)), "")

    def label(self, predicate: str) -> Label:
        """The English and the Chinese literal. Simplified Chinese wins over other Chinese; a text without language is English."""
        texts = self.texts(predicate)
        if not texts:
            return NOTHING
        english = [text for language, text in texts if language.lower().split("-")[0] in ("en", "")]
        chinese = sorted((language.lower() != "zh-hans", text) for language, text in texts if language.lower().split("-")[0] == "zh")
        plain = [text for language, text in texts if language.lower() == "en"]
        return Label(en=(plain or english or [""])[0], zh=chinese[0][1] if chinese else "")

    def integer(self, predicate: str) -> int:
        """The first literal as a whole number, 0 when absent; `KnowledgeError` for anything else."""
        text = self.text(predicate)
        try:
            return int(text) if text else 0
        except ValueError:
            raise self.wrong(f"'{text}' is not a whole number", predicate) from None

    def true(self, predicate: str) -> bool:
        """Whether a literal says so."""
        return any(text in ("true", "1") for _, text in self.texts(predicate))

    def quantities(self, predicate: str) -> tuple[Quantity, ...]:
        """The quantities that hang on the subject under a predicate, sorted."""
        if predicate not in self._values:
            return ()
        nodes = [value for value in self._values[predicate] if isinstance(value, NamedNode | BlankNode)]
        found = [self._quantity(Properties.of(self._store, node)) for node in nodes]
        return tuple(sorted(found, key=lambda quantity: (quantity.unit, quantity.value, quantity.written, quantity.comparison)))

    def quantity(self, predicate: str) -> Quantity | None:
        """The first quantity, ``None`` when absent."""
        return next(iter(self.quantities(predicate)), None)

    def wrong(self, message: str, predicate: str) -> KnowledgeError:
        """The error of a value that cannot be read."""
        return KnowledgeError(message, where=self.id, remedy=f"mend its {short(predicate)}; 'kgraph check' shows all such places")

    @staticmethod
    def _quantity(of: Properties) -> Quantity:
        return Quantity(
            value=of.text(KG + "value"),
            unit=of.text(KG + "unit"),
            written=of.text(KG + "written"),
            comparison=of.text(KG + "comparison") or "=",
        )
