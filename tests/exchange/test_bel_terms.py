"""Terms of BEL, versions 1 and 2: what each function means, and that all spellings of a term mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange.bel_canonical import canonical
from kgraph.exchange.bel_syntax import BelSyntax, parse_statement, write
from kgraph.exchange.bel_table import ACTIVITIES, RELATIONS
from kgraph.model import Claim, Variable
from tests.exchange.bel_samples import entries, said, script


def ends(folder: Path, term: str) -> tuple[str, str]:
    """The label and the id of the variable that a term means as an object."""
    (*_, claim) = [one for one in entries(folder, f"a(CHEBI:ketamine) -> {term}") if isinstance(one, Claim)]
    assert isinstance(claim.object, Variable)
    return claim.object.label.en, claim.object.id


@pytest.mark.parametrize(
    ("term", "label"),
    [
        ("a(CHEBI:glutamate)", "glutamate"),
        ("p(HGNC:AKT1)", "abundance of AKT1"),
        ("g(HGNC:AKT1)", "abundance of AKT1 gene"),
        ("r(HGNC:AKT1)", "abundance of AKT1 RNA"),
        ("m(HGNC:MIR21)", "MIR21"),
        ('bp(GO:"cell death")', "cell death"),
        ('path(MESHD:"Low Mood")', "Low Mood"),
        ("pop(CL:neuron)", "abundance of neuron"),
        ("act(p(HGNC:AKT1))", "AKT1"),
        ("act(p(HGNC:AKT1), ma(kin))", "AKT1 (as kinase)"),
        ('act(p(HGNC:AKT1), ma(GO:"kinase activity"))', "AKT1 (as kinase)"),
        ('act(p(HGNC:AKT1), ma(GO:"odd activity"))', "AKT1 (as odd)"),
        ("p(HGNC:AKT1, pmod(Ph))", "phosphorylation of AKT1"),
        ("p(HGNC:AKT1, pmod(Ph, Ser, 473))", "phosphorylation of AKT1 (at S473)"),
        ("p(HGNC:AKT1, pmod(Ac, K, 20))", "amount of AKT1 (acetylated at K20)"),
        ("p(HGNC:AKT1, pmod(MOD:Odd, S))", "amount of AKT1 (with Odd at S)"),
        ("act(p(HGNC:AKT1, pmod(Ph, S, 473)))", "AKT1 (phosphorylated at S473)"),
        ('p(HGNC:CFTR, var("p.Phe508del"))', "abundance of CFTR (variant p.Phe508del)"),
        ("p(HGNC:CFTR, sub(G, 551, D))", "abundance of CFTR (variant p.Gly551Asp)"),
        ("g(HGNC:AKT1, sub(G,308,A))", "abundance of AKT1 gene (variant c.308G>A)"),
        ("p(HGNC:AKT1, trunc(40))", "abundance of AKT1 (variant p.40*)"),
        ("p(HGNC:MIA, frag(5_20))", "abundance of MIA (fragment 5_20)"),
        ('p(HGNC:MIA, frag(?, "55kD"))', "abundance of MIA (fragment ? 55kD)"),
        ("p(HGNC:AKT1, loc(GO:nucleus))", "abundance of AKT1 (in nucleus)"),
        ("sec(p(HGNC:BDNF))", "release of BDNF"),
        ("surf(p(HGNC:EGFR))", "surface of EGFR"),
        ('tloc(p(HGNC:BDNF), fromLoc(GO:intracellular), toLoc(GO:"extracellular space"))', "release of BDNF"),
        ("tloc(p(HGNC:AKT1), fromLoc(GO:cytosol), toLoc(GO:nucleus))", "amount of AKT1 (moving from cytosol to nucleus)"),
        ("complex(p(HGNC:FOS), p(HGNC:JUN))", "abundance of complex of FOS, JUN"),
        ('act(complex(SCOMP:"AP-1 Complex"), ma(tscript))', "AP-1 Complex (as transcription factor)"),
        ("composite(p(HGNC:IL6), a(CHEBI:glucose))", "abundance of IL6, glucose together"),
        ("rxn(reactants(a(CHEBI:x)), products(a(CHEBI:y)))", "reaction of x to y"),
        ('p(fus(HGNC:BCR, "p.1_426", HGNC:JAK2, "p.812_1132"))', "abundance of BCR-JAK2 fusion (p.1_426, p.812_1132)"),
        ("p(HGNC:BCR, fus(HGNC:JAK2, 1875, 2626))", "abundance of BCR-JAK2 fusion (p.?_1875, p.2626_?)"),
    ],
)
def test_each_function_means_a_variable(term: str, label: str, tmp_path: Path) -> None:
    assert ends(tmp_path, term)[0] == label


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kin(p(HGNC:AKT1))", "act(p(HGNC:AKT1), ma(kin))"),
        ("molecularActivity(proteinAbundance(HGNC:AKT1))", "act(p(HGNC:AKT1))"),
        ("proteinAbundance(HGNC:AKT1, proteinModification(P, S, 473))", "p(HGNC:AKT1, pmod(Ph, Ser, 473))"),
        ("tloc(p(HGNC:AKT1), GO:cytosol, GO:nucleus)", "tloc(p(HGNC:AKT1), fromLoc(GO:cytosol), toLoc(GO:nucleus))"),
        ("complex(p(HGNC:JUN), p(HGNC:FOS))", "complex(p(HGNC:FOS), p(HGNC:JUN))"),
        ('p(HGNC:AKT1, pmod(go:0006468 ! "protein phosphorylation"))', "p(HGNC:AKT1, pmod(Ph))"),
        ("p(HGNC:AKT1, sub(A, 127, Y))", "p(HGNC:AKT1, var(p.Ala127Tyr))"),
        ("  p ( HGNC:AKT1 ,loc( GO:nucleus ) )", "p(HGNC:AKT1, loc(GO:nucleus))"),
        ("p(HGNC: AKT1)", "p(HGNC:AKT1)"),
    ],
)
def test_the_spellings_of_a_term_are_one_term(old: str, new: str) -> None:
    first, second = (canonical(parse_statement(text)[0].subject) for text in (old, new))
    assert write(first) == write(second) == new


@pytest.mark.parametrize("function", sorted(ACTIVITIES))
def test_every_activity_of_version_1_is_a_kind_of_activity_of_the_thing(function: str, tmp_path: Path) -> None:
    label, identity = ends(tmp_path, f"{function}(p(HGNC:AKT1))")
    assert label.startswith("AKT1 (as ")
    assert identity.startswith("var:hgnc.symbol.AKT1-as-")


def test_a_symbol_stays_a_symbol_and_names_of_two_name_spaces_stay_two_things(tmp_path: Path) -> None:
    records, _ = script(
        tmp_path, "p(HGNC:AKT1) -> p(MGI:Akt1)", "a(CHEBI:ketamine) -> a(CHEBIID:6121)", "p(hgnc:391 ! AKT1) -> bp(GO:0008219)"
    )
    found = {term.id: term for record in records for term in record.terms}
    assert [one.curie for one in found["ent:hgnc.symbol.AKT1"].identifiers] == ["hgnc.symbol:AKT1"]
    assert found["ent:bel.MGI.Akt1"].identifiers == ()
    assert found["ent:bel.MGI.Akt1"].synonyms == ("MGI:Akt1",)
    assert found["ent:bel.CHEBI.ketamine"].label.en == "ketamine"
    assert [one.curie for one in found["ent:CHEBI.6121"].identifiers] == ["CHEBI:6121"]
    assert found["ent:hgnc.391"].label.en == "AKT1"
    assert "ent:GO.0008219" in found


def test_gene_transcript_and_protein_are_three_things_of_which_the_protein_has_the_identifier(tmp_path: Path) -> None:
    records, _ = script(tmp_path, "g(HGNC:AKT1) :> r(HGNC:AKT1)", "r(HGNC:AKT1) >> p(HGNC:AKT1)")
    found = {term.id: term for record in records for term in record.terms}
    mappings = {id: [one.mapping for one in term.identifiers] for id, term in found.items() if id.startswith("ent:")}
    assert mappings == {"ent:hgnc.symbol.AKT1.gene": ["close"], "ent:hgnc.symbol.AKT1.rna": ["close"], "ent:hgnc.symbol.AKT1": ["exact"]}


def test_a_degradation_turns_the_sign_on_either_end(tmp_path: Path) -> None:
    found = entries(tmp_path, "p(HGNC:A1) -> deg(p(HGNC:B1))", "deg(p(HGNC:B1)) -> p(HGNC:C1)", "deg(p(HGNC:B1)) pos deg(p(HGNC:C1))")
    assert said(found) == [
        "abundance of A1 decreases abundance of B1",
        "abundance of B1 decreases abundance of C1",
        "abundance of B1 ~+ abundance of C1",
    ]


def test_what_a_complex_and_a_reaction_are_of_is_said_once(tmp_path: Path) -> None:
    line = "complex(p(HGNC:FOS), p(HGNC:JUN)) -> rxn(reactants(a(CHEBI:x)), products(a(CHEBI:y)))"
    assert said(entries(tmp_path, line, line)) == [
        "complex of FOS, JUN hasComponent FOS",
        "complex of FOS, JUN hasComponent JUN",
        "x participatesIn reaction of x to y",
        "reaction of x to y increases y",
        "abundance of complex of FOS, JUN increases reaction of x to y",
        "abundance of complex of FOS, JUN increases reaction of x to y",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("p(HGNC:AKT1", "a bracket is never closed"),
        ("p(HGNC:AKT1) ->", "a term was expected"),
        ("p(HGNC:AKT1) -> (p(HGNC:B1) -> p(HGNC:C1)", "a bracket is never closed"),
        ("p(HGNC:AKT1) & p(HGNC:B1)", "a relation was expected"),
        ("p(HGNC:AKT1 HGNC:B1)", "a comma or a closing bracket was expected"),
        ("p(HGNC:)", "a name was expected"),
        ("AKT1 -> p(HGNC:B1)", "a term was expected"),
        ('p(HGNC:"AKT1) -> p(HGNC:B1)', "a name was expected"),
        ("p(HGNC:A1) -> (p(HGNC:B1) -> p(HGNC:C1)) -> p(HGNC:D1)", "something stands behind the statement"),
    ],
)
def test_what_is_no_statement_is_told_with_its_place(text: str, why: str) -> None:
    with pytest.raises(BelSyntax, match=why) as caught:
        parse_statement(text)
    assert 0 < caught.value.column <= len(text) + 1


def test_every_relation_has_a_reason_and_a_meaning() -> None:
    assert all(one.reason and one.becomes for one in RELATIONS.values())
    assert {one.becomes for one in RELATIONS.values() if one.direct} == {"increases", "decreases"}
