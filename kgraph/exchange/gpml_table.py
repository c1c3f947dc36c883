"""Line ends, kinds of nodes, data sources and organisms of GPML, and what they are here. Tables; how they are used: `gpml_entries.py`.

Both spellings of a line end stand here: that of GPML 2013a (which took those that begin with ``mim-`` from Molecular Interaction Maps,
doi:10.1091/mbc.10.8.2703) and that of GPML 2021.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Act(Enum):
    """What a line with such an end is: an effect, a change of one substance into another, a bond without direction, or no more than ink."""

    EFFECT = "effect"
    CHANGE = "change"
    BOND = "bond"
    INK = "ink"


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of line end. `sign` is the effect of raising what the line comes from; `aspect` of what, where it is not the usual one."""

    act: Act
    sign: str = ""
    aspect: str = ""
    exact: bool = True
    reason: str = ""


_DIRECTED = Head(Act.EFFECT, "?", reason="drawn for any effect; what effect is not said")
_CONVERSION = Head(Act.CHANGE, "+", "Abundance", reason="more of what is changed gives more of what it is changed into")
_INHIBITION = Head(Act.EFFECT, "-", reason="lowers")
_STIMULATION = Head(Act.EFFECT, "+", reason="raises")
_CATALYSIS = Head(Act.EFFECT, "+", reason="speeds a reaction up, which is what it should end on")
_BINDING = Head(Act.BOND, reason="binds; whether that helps or blocks is not said")
_EXPRESSION = Head(Act.EFFECT, "+", "Abundance", reason="more of the object is made")
_TRANSLOCATION = Head(Act.EFFECT, "?", exact=False, reason="the object moves; whether there it does more is not said")
_OLD_BINDING = Head(Act.BOND, exact=False, reason="an old sign of a receptor and what it binds")
_BRANCH = Head(Act.INK, reason="a fork in a drawn line")

HEADS: Mapping[str, Head] = {
    "arrow": _DIRECTED,
    "directed": _DIRECTED,
    "tbar": _INHIBITION,
    "mim-inhibition": _INHIBITION,
    "inhibition": _INHIBITION,
    "mim-stimulation": _STIMULATION,
    "stimulation": _STIMULATION,
    "mim-necessary-stimulation": Head(Act.EFFECT, "+", reason="raises, and nothing happens without it"),
    "mim-catalysis": _CATALYSIS,
    "catalysis": _CATALYSIS,
    "mim-conversion": _CONVERSION,
    "conversion": _CONVERSION,
    "mim-cleavage": Head(Act.CHANGE, "+", "Abundance", exact=False, reason="a piece of the subject; where it ends on a whole, that is cut"),
    "mim-transcription-translation": _EXPRESSION,
    "transcriptiontranslation": _EXPRESSION,
    "mim-modification": Head(Act.EFFECT, "?", exact=False, reason="the object is modified; whether it then does more is not said"),
    "mim-binding": _BINDING,
    "binding": _BINDING,
    "mim-covalent-bond": _BINDING,
    "mim-translocation": _TRANSLOCATION,
    "translocation": _TRANSLOCATION,
    "mim-branching-left": _BRANCH,
    "mim-branching-right": _BRANCH,
    "mim-gap": _BRANCH,
    "receptor": _OLD_BINDING,
    "receptorround": _OLD_BINDING,
    "receptorsquare": _OLD_BINDING,
    "ligandround": _OLD_BINDING,
    "ligandsquare": _OLD_BINDING,
}
# No head at either end: both take part in something together.
PLAIN = Head(Act.BOND, exact=False, reason="a line without an arrow says that they belong together, not how")
NO_HEAD = frozenset({"", "line", "undirected"})

# Type of a node -> class of the schema, and whether it says the same.
NODES: Mapping[str, tuple[str, bool]] = {
    "geneproduct": ("Protein", True),
    "gene": ("Protein", True),
    "protein": ("Protein", True),
    "rna": ("Chemical", True),
    "dna": ("Chemical", True),
    "metabolite": ("Chemical", True),
    "complex": ("Complex", True),
    "pathway": ("Process", True),
    "pathways": ("Process", True),
    "event": ("Process", True),
    "key event": ("Process", True),
    "biologicalprocess": ("Process", True),
    "disease": ("Disease", True),
    "phenotype": ("Phenotype", True),
    "cellnode": ("CellType", True),
    "cell": ("CellType", True),
    "organ": ("Region", True),
    "cellularcomponent": ("Region", True),
}

# Data source as the editors of pathways name it (BridgeDb's full names) -> registry. One that is spelt like its registry needs no row.
SOURCES: Mapping[str, str] = {
    "chebi compound": "CHEBI",
    "chembl compound": "chembl.compound",
    "ensembl human": "ensembl",
    "ensembl mouse": "ensembl",
    "ensembl rat": "ensembl",
    "ensembl zebrafish": "ensembl",
    "entrez gene": "ncbigene",
    "enzyme nomenclature": "ec",
    "geneontology": "GO",
    # The approved symbol; the accession number has a source of its own.
    "hgnc": "hgnc.symbol",
    "hgnc accession number": "hgnc",
    "kegg compound": "kegg.compound",
    "kegg drug": "kegg.drug",
    "kegg glycan": "kegg.glycan",
    "kegg pathway": "kegg.pathway",
    "kegg reaction": "kegg.reaction",
    "lipid maps": "lipidmaps",
    "mirbase mature sequence": "mirbase.mature",
    "mirbase sequence": "mirbase",
    "aop-wiki ke": "aop.events",
    "pharmgkb drug": "pharmgkb.drug",
    "pubchem-compound": "pubchem.compound",
    "pubchem-substance": "pubchem.substance",
    "uniprot-swissprot": "uniprot",
    "uniprot-trembl": "uniprot",
    "uniprot/trembl": "uniprot",
}

# Organism -> its number in the taxonomy of the NCBI.
ORGANISMS: Mapping[str, str] = {
    "Anopheles gambiae": "7165",
    "Arabidopsis thaliana": "3702",
    "Bacillus subtilis": "1423",
    "Bos taurus": "9913",
    "Caenorhabditis elegans": "6239",
    "Canis familiaris": "9615",
    "Danio rerio": "7955",
    "Drosophila melanogaster": "7227",
    "Equus caballus": "9796",
    "Escherichia coli": "562",
    "Gallus gallus": "9031",
    "Homo sapiens": "9606",
    "Mus musculus": "10090",
    "Mycobacterium tuberculosis": "1773",
    "Oryza sativa": "4530",
    "Pan troglodytes": "9598",
    "Plasmodium falciparum": "5833",
    "Populus trichocarpa": "3694",
    "Rattus norvegicus": "10116",
    "Saccharomyces cerevisiae": "4932",
    "Schizosaccharomyces pombe": "4896",
    "Solanum lycopersicum": "4081",
    "Sus scrofa": "9823",
    "Zea mays": "4577",
}
# GO-CAM names organisms by number only; baker's yeast by that of its reference strain.
NAME_OF_TAXON: Mapping[str, str] = {number: name for name, number in ORGANISMS.items()} | {"559292": "Saccharomyces cerevisiae S288C"}
