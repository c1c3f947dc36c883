"""The vocabulary of BEL: functions, relations, kinds of activity and modification, name spaces. Plain tables, each with its reason.

Sources: the specifications of BEL 1.0 and 2.0, and the additions of PyBEL 0.15.
"""

from __future__ import annotations

from dataclasses import dataclass

# Long name or other spelling -> short name.
FUNCTIONS = {
    "abundance": "a",
    "proteinAbundance": "p",
    "geneAbundance": "g",
    "rnaAbundance": "r",
    "microRNAAbundance": "m",
    "complexAbundance": "complex",
    "compositeAbundance": "composite",
    "populationAbundance": "pop",
    "biologicalProcess": "bp",
    "pathology": "path",
    "o": "path",
    "activity": "act",
    "molecularActivity": "ma",
    "degradation": "deg",
    "reaction": "rxn",
    "cellSecretion": "sec",
    "cellSurfaceExpression": "surf",
    "translocation": "tloc",
    "location": "loc",
    "variant": "var",
    "fragment": "frag",
    "proteinModification": "pmod",
    "geneModification": "gmod",
    "substitution": "sub",
    "truncation": "trunc",
    "fusion": "fus",
}
# Functions of BEL 1 that are an activity of their argument -> the code of that activity.
ACTIVITIES = {
    "kin": "kin",
    "kinaseActivity": "kin",
    "cat": "cat",
    "catalyticActivity": "cat",
    "chap": "chap",
    "chaperoneActivity": "chap",
    "gtp": "gtp",
    "gtpBoundActivity": "gtp",
    "pep": "pep",
    "peptidaseActivity": "pep",
    "phos": "phos",
    "phosphataseActivity": "phos",
    "ribo": "ribo",
    "ribosylationActivity": "ribo",
    "tscript": "tscript",
    "transcriptionalActivity": "tscript",
    "tport": "tport",
    "transportActivity": "tport",
    "gef": "gef",
    "gap": "gap",
}
# Code -> what the thing then acts as, and the functions of the Gene Ontology that PyBEL writes for it.
ACTS_AS = {
    "kin": ("kinase", "0016301", "kinase activity"),
    "cat": ("catalyst", "0003824", "catalytic activity"),
    "chap": ("chaperone", "0044183", "protein binding involved in protein folding"),
    "gtp": ("GTP-bound", "0005525", "GTP binding"),
    "pep": ("peptidase", "0008233", "peptidase activity"),
    "phos": ("phosphatase", "0016791", "phosphatase activity"),
    "ribo": ("ADP-ribosyltransferase", "0003956", "NAD(P)+-protein-arginine ADP-ribosyltransferase activity"),
    "tscript": ("transcription factor", "0001071", "nucleic acid binding transcription factor activity"),
    "tport": ("transporter", "0005215", "transporter activity"),
    "gef": ("guanine nucleotide exchange factor", "0005085", "guanyl-nucleotide exchange factor activity"),
    "gap": ("GTPase activating protein", "0032794", "GTPase activating protein binding"),
}
_ACTIVITY_BY_GO = {key: code for code, (_, number, name) in ACTS_AS.items() for key in (number, name)}

# Code of a modification -> the state that has it, in the words of the other importers, and what else it is called.
_GROUPS = {
    "Ac": ("acetylated", "0006473", "protein acetylation", "A"),
    "ADPRib": ("ribosylated", "0006471", "protein ADP-ribosylation", "R"),
    "Farn": ("farnesylated", "0018343", "protein farnesylation", "F"),
    "Gerger": ("geranylgeranylated", "0018344", "protein geranylgeranylation"),
    "Glyco": ("glycosylated", "0006486", "protein glycosylation", "G"),
    "Hy": ("hydroxylated", "0018126", "protein hydroxylation", "H"),
    "ISG": ("ISGylated", "0032020", "ISG15-protein conjugation"),
    "Me": ("methylated", "0006479", "protein methylation", "M", "0006306", "DNA methylation"),
    "Me1": ("monomethylated",),
    "Me2": ("dimethylated", "00429", "dimethylated residue"),
    "Me3": ("trimethylated", "00430", "trimethylated residue"),
    "Myr": ("myristoylated", "0018377", "protein myristoylation"),
    "Nedd": ("neddylated", "0045116", "protein neddylation"),
    "NGlyco": ("N-glycosylated", "0006487", "protein N-linked glycosylation"),
    "NO": ("nitrosylated", "0017014", "protein nitrosylation"),
    "OGlyco": ("O-glycosylated", "0006493", "protein O-linked glycosylation"),
    "Ox": ("oxidised", "O"),
    "Palm": ("palmitoylated", "0018345", "protein palmitoylation"),
    "Ph": ("phosphorylated", "0006468", "protein phosphorylation", "P"),
    "Sulf": ("sulfated", "0006477", "protein sulfation"),
    "Sumo": ("sumoylated", "0016925", "protein sumoylation", "S"),
    "Ub": ("ubiquitinated", "0016567", "protein ubiquitination", "U"),
    "UbK48": ("K48-ubiquitinated", "0070936", "protein K48-linked ubiquitination"),
    "UbK63": ("K63-ubiquitinated", "0070534", "protein K63-linked ubiquitination"),
    "UbMono": ("monoubiquitinated", "0006513", "protein monoubiquitination"),
    "UbPoly": ("polyubiquitinated", "0000209", "protein polyubiquitination"),
}
MODIFIED = {code: words[0] for code, words in _GROUPS.items()}
_MODIFICATION_BY_NAME = {other: code for code, words in _GROUPS.items() for other in words[1:]}

# Amino acids: in HGVS and in BEL 2 by three letters, in our labels by one.
THREE = {
    "A": "Ala",
    "R": "Arg",
    "N": "Asn",
    "D": "Asp",
    "C": "Cys",
    "E": "Glu",
    "Q": "Gln",
    "G": "Gly",
    "H": "His",
    "I": "Ile",
    "L": "Leu",
    "K": "Lys",
    "M": "Met",
    "F": "Phe",
    "P": "Pro",
    "S": "Ser",
    "T": "Thr",
    "W": "Trp",
    "Y": "Tyr",
    "V": "Val",
}
ONE = {three: one for one, three in THREE.items()}


def activity_code(text: str) -> str:
    """The code of a kind of activity, by its code or by the function of the Gene Ontology; empty for any other."""
    return ACTIVITIES.get(text, "") or _ACTIVITY_BY_GO.get(text, "")


def modification_code(text: str) -> str:
    """The code of a modification, by its code in either version or by the term that PyBEL writes; empty for any other."""
    return text if text in MODIFIED else _MODIFICATION_BY_NAME.get(text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of BEL: its name, what it becomes here, its sign where it has one, and why.

    `becomes` is a causal predicate, ``associatedWith``, a descriptive predicate, ``observation``, ``rate``, ``made`` or ``form``.
    `exact` is false where the report counts it as approximated, and its evidence as possible.
    """

    name: str
    becomes: str
    sign: str = "?"
    direct: bool = False
    reversed: bool = False
    exact: bool = True
    reason: str


_LIKE = "likeness is no effect"
_TELLS = "says what it is a sign of, not what it does"
_FORM = "says which form of the thing; the variable of that form is special to that of the thing"
_ALL = (
    Relation(name="increases", becomes="increases", sign="+", reason="raises the object"),
    Relation(name="directlyIncreases", becomes="increases", sign="+", direct=True, reason="raises the object by contact"),
    Relation(name="decreases", becomes="decreases", sign="-", reason="lowers the object"),
    Relation(name="directlyDecreases", becomes="decreases", sign="-", direct=True, reason="lowers the object by contact"),
    Relation(name="regulates", becomes="regulates", reason="acts on the object; the direction is not reported"),
    Relation(name="rateLimitingStepOf", becomes="rate", sign="+", reason="raises the process, and is part of it, by definition"),
    Relation(
        name="causesNoChange", becomes="observation", exact=False, reason="an observation under the raised subject: the object unchanged"
    ),
    Relation(name="positiveCorrelation", becomes="associatedWith", sign="+", reason="both rise together; which is the cause is not said"),
    Relation(name="negativeCorrelation", becomes="associatedWith", sign="-", reason="one rises as the other falls"),
    Relation(name="correlation", becomes="associatedWith", reason="they vary together; how is not said"),
    Relation(name="noCorrelation", becomes="associatedWith", exact=False, reason="an association whose evidence disputes it"),
    Relation(name="association", becomes="associatedWith", reason="neither cause nor direction is said"),
    Relation(name="biomarkerFor", becomes="associatedWith", exact=False, reason=_TELLS),
    Relation(name="prognosticBiomarkerFor", becomes="associatedWith", exact=False, reason=_TELLS),
    Relation(name="orthologous", becomes="associatedWith", exact=False, reason=_LIKE),
    Relation(name="analogousTo", becomes="associatedWith", exact=False, reason=_LIKE),
    Relation(
        name="equivalentTo", becomes="associatedWith", exact=False, reason="the same thing twice; merging is left to whoever asks for it"
    ),
    Relation(name="isA", becomes="isA", reason="says what kind of thing"),
    Relation(name="hasMember", becomes="isA", reversed=True, reason="the object is one of the family"),
    Relation(name="hasMembers", becomes="isA", reversed=True, reason="the objects are of the family"),
    Relation(name="hasComponent", becomes="hasComponent", reason="says of which parts"),
    Relation(name="hasComponents", becomes="hasComponent", reason="says of which parts"),
    Relation(name="includes", becomes="hasComponent", reason="says of which parts a composite is"),
    Relation(name="partOf", becomes="partOf", reason="says of which whole"),
    Relation(name="subProcessOf", becomes="partOf", reason="says of which process it is a step"),
    Relation(name="hasReactant", becomes="participatesIn", reversed=True, reason="says what the reaction works on"),
    Relation(name="reactantIn", becomes="participatesIn", reason="says what the reaction works on"),
    Relation(name="hasProduct", becomes="made", sign="+", exact=False, reason="the product is what the reaction yields"),
    Relation(name="transcribedTo", becomes="made", sign="+", reason="more of the gene gives more of its transcript"),
    Relation(name="translatedTo", becomes="made", sign="+", reason="more of the transcript gives more of the protein"),
    Relation(name="hasVariant", becomes="form", reason=_FORM),
    Relation(name="hasModification", becomes="form", reason=_FORM),
    Relation(name="actsIn", becomes="form", reason=_FORM),
    Relation(name="translocates", becomes="form", reason=_FORM),
)
_OTHER = {
    "->": "increases",
    "→": "increases",
    "=>": "directlyIncreases",
    "⇒": "directlyIncreases",
    "-|": "decreases",
    "=|": "directlyDecreases",
    "--": "association",
    ":>": "transcribedTo",
    ">>": "translatedTo",
    "reg": "regulates",
    "cnc": "causesNoChange",
    "pos": "positiveCorrelation",
    "neg": "negativeCorrelation",
    "cor": "correlation",
    "noCor": "noCorrelation",
    "eq": "equivalentTo",
    "analogous": "analogousTo",
    "hasVariants": "hasVariant",
    "rateLimitingStep": "rateLimitingStepOf",
    "biomarker": "biomarkerFor",
    "prognosticBiomarker": "prognosticBiomarkerFor",
}
RELATIONS = {one.name: one for one in _ALL}
RELATIONS |= {other: RELATIONS[name] for other, name in _OTHER.items()}

# Name spaces of BEL (in lower case) -> the registry whose identifiers may stand in it. A name that is no identifier of it stays a name.
# What HGNC approves is a symbol, and a symbol has a registry of its own.
SPACES = {
    "hgnc": ("hgnc", "hgnc.symbol"),
    "hugo": ("hgnc", "hgnc.symbol"),
    "chebiid": ("CHEBI",),
    "do": ("DOID",),
    "eg": ("ncbigene",),
    "eccode": ("ec",),
    "fb": ("flybase",),
    "go": ("GO",),
    "gobp": ("GO",),
    "gobpid": ("GO",),
    "gocc": ("GO",),
    "goccid": ("GO",),
    "gomf": ("GO",),
    "goid": ("GO",),
    "hgncgenefamily": ("hgnc.genefamily",),
    "meshc": ("mesh",),
    "meshcs": ("mesh",),
    "meshcsid": ("mesh",),
    "meshdid": ("mesh",),
    "meshpp": ("mesh",),
    "meshppid": ("mesh",),
    "ref": ("refseq",),
    "snp": ("dbsnp",),
    "sp": ("uniprot",),
    "spac": ("uniprot",),
    "spid": ("uniprot",),
    "swissprot": ("uniprot",),
}
# Name spaces that say more of the kind of thing than the function does.
_FAMILIES = ("sfam", "fplx", "pfh", "pfr", "pfm", "sfh", "interpro", "pfam", "hgncgenefamily", "hgnc.genefamily", "nch")
KIND_OF_SPACE = {
    **{("p", space): "ProteinFamily" for space in _FAMILIES},
    **{("a", space): "Region" for space in ("go", "gocc", "goccid", "meshcs", "uberon")},
    ("a", "cl"): "CellType",
    ("a", "drugbank"): "Drug",
    ("path", "hp"): "Phenotype",
    ("pop", "cl"): "CellType",
    ("pop", "taxonomy"): "Species",
}
KIND_OF_FUNCTION = {
    "a": "Chemical",
    "p": "Protein",
    "m": "Chemical",
    "g": "Entity",
    "r": "Entity",
    "complex": "Complex",
    "composite": "Entity",
    "pop": "Population",
    "bp": "Process",
    "path": "Disease",
    "rxn": "Process",
}
CATEGORY = {"g": "Gene", "r": "Transcript", "m": "MicroRNA"}
SPECIES = {"9606": "Homo sapiens", "10090": "Mus musculus", "10116": "Rattus norvegicus"}
# Annotation (in lower case) -> where it was seen, the kind of thing, and whether it says the same.
CONTEXTS = {
    "species": ("species", "Species", True),
    "cell": ("cell_type", "CellType", True),
    "cells": ("cell_type", "CellType", True),
    "celltype": ("cell_type", "CellType", True),
    "cellline": ("cell_type", "CellType", False),
    "cell_line": ("cell_type", "CellType", False),
    "anatomy": ("region", "Region", True),
    "meshanatomy": ("region", "Region", True),
    "tissue": ("region", "Region", True),
    "tissues": ("region", "Region", True),
    "cellstructure": ("region", "Region", False),
    "disease": ("population", "Population", False),
    "meshdisease": ("population", "Population", False),
}
