"""Does each claim say what the sentence that its own evidence quotes says? The rules that read sentences: `kgraph.exchange`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kgraph.exchange.mentions import mentions
from kgraph.exchange.sentence_rules import disagreement, said_of
from kgraph.model import Against, Bearing, Claim, Entity, Layer, Selection, SentenceAudit, SentenceFlag, Sign, Term, Variable
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.store import Knowledge

_EVERYTHING = Selection()
# A sentence on a thing says little of these: what is done to its form may be the other way round.
_OF_FORM = frozenset({"Phosphorylation", "Amount", "Inhibition"})


def audit_sentences(knowledge: Knowledge, names: Iterable[str] = (), *, selection: Selection = _EVERYTHING) -> SentenceAudit:
    """Hold every signed claim against the sentences that its supporting evidence quotes.

    Parameters
    ----------
    knowledge : Knowledge
    names : iterable of str
        Only claims that speak of all of these.
    selection : Selection
        Which claims.

    Returns
    -------
    SentenceAudit
        Derived claims, and claims about a form of a thing (``phosphorylated at S9``), are passed over.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.

    Notes
    -----
    Some ten thousand sentences a second. The rules are sure of few of them: see ``docs/audit.md`` for how few, and how right they are.
    """
    wanted = [{variable.id for variable in variables_of(knowledge, resolve_term(knowledge, name))} for name in names]
    entities = {entity.id: entity for entity in knowledge.entities()}
    called = mentions(knowledge)
    flags: list[SentenceFlag] = []
    sentences = agreeing = 0
    for claim in knowledge.entries("claim", selection=selection):
        assert isinstance(claim, Claim)
        ends = {claim.subject.id, claim.object.id}
        if claim.layer is Layer.DERIVED or claim.sign is Sign.UNKNOWN or _is_form(claim.subject) or _is_form(claim.object):
            continue
        if not all(ids & ends for ids in wanted):
            continue
        for evidence in claim.evidence:
            if evidence.text and evidence.bearing is Bearing.SUPPORTS:
                sentences += 1
                first, second = called.get(evidence.iri, ("", ""))
                acting, acted_on = (*_names(claim.subject, entities), first), (*_names(claim.object, entities), second)
                said = said_of(evidence.text, acting, acted_on)
                against, words = disagreement(said, claim.sign)
                if against:
                    flags.append(SentenceFlag(claim=claim, evidence=evidence, against=Against(against), words=words))
                agreeing += bool(said) and not against
    return SentenceAudit(flags=tuple(flags), sentences=sentences, agreeing=agreeing)


def _is_form(term: Term) -> bool:
    return isinstance(term, Variable) and (bool(term.broader) or term.aspect in _OF_FORM)


def _names(term: Term, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """All English names of the thing that a variable is about."""
    thing = entities.get(term.entity, term) if isinstance(term, Variable) else term
    return tuple(
        name for name in (thing.label.en, *thing.synonyms) if name.isascii() or not any("\u4e00" <= one <= "\u9fff" for one in name)
    )
