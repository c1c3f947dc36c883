"""A table of identifiers that are easy to get wrong, each seen to go wrong in a public cross-reference, and the rule that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal

from kgraph.model import Finding
from kgraph.store.ids import short
from kgraph.validation.data import Data, text_of
from kgraph.validation.findings import error
from kgraph.vocabulary.terms import ALT_LABEL, CLOSE_MATCH, EXACT_MATCH, LABEL

_SAME = (EXACT_MATCH, CLOSE_MATCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """An identifier that is wrong on whatever carries one of these identifiers, or one of these words in a name.

    `wrong` ending in a colon is a whole registry.
    """

    wrong: str
    why: str
    remedy: str
    carries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


TRAPS = (
    Trap(
        wrong="drugbank:DB01221",
        carries=("CHEBI:60799", "chembl.compound:CHEMBL395091", "pubchem.compound:182137", "mesh:C000629870"),
        why="DB01221 is racemic ketamine; one cross-reference table gives it for esketamine too",
        remedy="esketamine is drugbank:DB11823",
    ),
    Trap(
        wrong="drugbank:DB11823",
        carries=("CHEBI:6121", "chembl.compound:CHEMBL742", "pubchem.compound:3821", "mesh:D007649"),
        why="DB11823 is esketamine",
        remedy="racemic ketamine is drugbank:DB01221",
    ),
    Trap(
        wrong="mesh:D018079",
        carries=("fplx:GABR", "GO:1902711"),
        why="D018079 covers GABA-A and GABA-B receptors; FamPlex links it to GABA-A",
        remedy="GABA-A receptors are mesh:D011963",
    ),
    Trap(
        wrong="MONDO:0012048",
        carries=("MONDO:0002009", "DOID:1470", "mesh:D003865", "EFO:0003761"),
        words=("major depressive disorder", "重度抑郁症"),
        why="MONDO:0012048 is endogenous depression, although it lists MDD as a synonym",
        remedy="major depressive disorder is MONDO:0002009",
    ),
    *(
        Trap(
            wrong=registry,
            carries=("mesh:D061218", "EFO:0009854"),
            words=("treatment-resistant depression", "难治性抑郁症"),
            why=f"{registry[:-1]} has no term for treatment-resistant depression",
            remedy="use EFO:0009854 and mesh:D061218, or skos:broadMatch for a wider term",
        )
        for registry in ("MONDO:", "DOID:")
    ),
    Trap(
        wrong="MONDO:0017394",
        carries=("MONDO:0006032", "HP:0100577", "UBERON:0001255"),
        words=("bladder", "cystitis", "膀胱"),
        why="MONDO:0017394 is ketamine-induced biliary dilatation, not a disease of the bladder",
        remedy="cystitis is MONDO:0006032",
    ),
    Trap(
        wrong="MONDO:0018301",
        carries=("MONDO:0006032",),
        words=("ulcerative cystitis", "ketamine cystitis", "溃疡性膀胱炎"),
        why="MONDO:0018301 is interstitial cystitis, another disease",
        remedy="cystitis is MONDO:0006032",
    ),
    Trap(
        wrong="GO:0045730",
        words=("burst firing", "簇状放电"),
        why="burst means respiratory burst in GO",
        remedy="GO has no term for bursting; GO:0099608 is broader",
    ),
)


def traps(data: Data) -> Iterator[Finding]:
    """Identifiers that are known to be wrong in their company (`TRAPS`); wider and narrower matches are let pass."""
    for subject in sorted({one for predicate in _SAME for one in data.column(predicate)}, key=text_of):
        found = [short(text_of(value)) for predicate in _SAME for value in data.values(subject, predicate)]
        names = [
            value.value.casefold()
            for predicate in (LABEL, ALT_LABEL)
            for value in data.values(subject, predicate)
            if isinstance(value, Literal)
        ]
        for trap in TRAPS:
            wrong = [curie for curie in found if curie == trap.wrong or (trap.wrong.endswith(":") and curie.startswith(trap.wrong))]
            meant = any(curie in found for curie in trap.carries) or any(word in name for word in trap.words for name in names)
            for curie in wrong if meant else ():
                yield error("sense", "known-wrong-identifier", data.where(subject), f"{curie} is wrong here: {trap.why}", trap.remedy)
