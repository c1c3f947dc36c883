"""How views get from an id to what it stands for, and to a name a person can read."""

from __future__ import annotations

from typing import Protocol

from kgraph.errors import LookupFailed
from kgraph.model import Chain, Label, Language, Mechanism, Note, Reference, Term


class Terms(Protocol):
    """Whoever knows the terms and notes of a graph; `kgraph.store.Knowledge` does.

    `term` and `note` raise `LookupFailed` for an id that they do not know.
    """

    def term(self, identity: str, /) -> Term:
        """The entity, variable, mechanism or reference of this id."""

    def note(self, identity: str, /) -> Note:
        """The note of this id."""

    def label(self, identity: str, /) -> Label:
        """The name of anything that has one, methods and rules among them; empty for the rest."""


def term_of(terms: Terms, identity: str) -> Term | None:
    """The term of an id, or nothing where it names none: a method, a rule, an empty id."""
    if not identity:
        return None
    try:
        return terms.term(identity)
    except LookupFailed:
        return None


def label_of(terms: Terms, identity: str) -> Label:
    """The name of an id in both languages; the id itself where it has none."""
    # Not by way of the term: looking for a term that is none makes the store search for near names.
    label = terms.label(identity)
    return Label(en=label.text(Language.EN) or identity, zh=label.text(Language.ZH) or identity)


def schema_word(terms: Terms, local: str) -> Label:
    """The name of a class or aspect of the schema: ``Signalling`` as ``signalling / 信号``; the word itself where it has none."""
    label = terms.label(f"kg:{local}")
    return Label(en=label.text(Language.EN) or local, zh=label.text(Language.ZH) or local)


def shown_label(term: Term) -> Label:
    """The label of a term with no language empty: the other language, else the id, stands in."""
    return Label(en=term.label.text(Language.EN) or term.id, zh=term.label.text(Language.ZH) or term.id)


def slug_of(identity: str) -> str:
    """The local part of an id: ``s2-i1-n1`` of ``loc:s2-i1-n1``."""
    return identity.partition(":")[2] or identity


def reference_of(terms: Terms, identity: str) -> Reference | None:
    """The reference of an id, if it is one."""
    term = term_of(terms, identity)
    return term if isinstance(term, Reference) else None


def mechanism_label(terms: Terms, identity: str) -> Label:
    """The name of a mechanism with its number: ``BDNF mechanism (2)``."""
    name = label_of(terms, identity)
    term = term_of(terms, identity)
    if isinstance(term, Mechanism) and term.number:
        return Label(en=f"{name.en} ({term.number})", zh=f"{name.zh}（{term.number}）")
    return name


def within_label(chain: Chain, terms: Terms) -> Label:
    """Where a chain stays: the mechanisms that hold every step of it, else across mechanisms, else in none at all."""
    names = [mechanism_label(terms, one) for one in sorted(chain.mechanisms, key=lambda one: mechanism_order(one, terms))]
    if names:
        return Label(en=", ".join(name.en for name in names), zh="、".join(name.zh for name in names))
    if any(claim.mechanisms for link in chain.links for claim in link.claims):
        return Label(en="across mechanisms", zh="跨机制")
    return Label(en="in no mechanism", zh="不属任何机制")


def mechanism_order(identity: str, terms: Terms) -> tuple[bool, str, str]:
    """The order of mechanisms: by number, branches after their parent, the unnumbered last."""
    term = term_of(terms, identity)
    number = term.number if isinstance(term, Mechanism) else ""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (not number, digits.zfill(4) + number[len(digits) :], identity)
