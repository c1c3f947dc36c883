"""How classes and aspects of other vocabularies stand in ours: plain tables with a reason for each choice that is not obvious."""

from __future__ import annotations

# Class of Biolink (in lower case, without spaces) -> class of the schema. What has no class of its own here is a kg:Entity, and its
# class of Biolink is kept beside it in every case.
KIND_OF_BIOLINK = {
    "drug": "Drug",
    "smallmolecule": "Chemical",
    "chemicalsubstance": "Chemical",
    "chemicalentity": "Chemical",
    "chemicalmixture": "Chemical",
    "molecularmixture": "Chemical",
    "molecularentity": "Chemical",
    "chemicalexposure": "Chemical",
    "complexmolecularmixture": "Chemical",
    "environmentalfoodcontaminant": "Chemical",
    "protein": "Protein",
    "polypeptide": "Protein",
    "proteinisoform": "Protein",
    # One thing that acts: what is said of a gene in a causal graph is said of what it makes.
    "gene": "Protein",
    "geneorgeneproduct": "Protein",
    "genefamily": "ProteinFamily",
    "proteinfamily": "ProteinFamily",
    "proteindomain": "ProteinFamily",
    "macromolecularcomplex": "Complex",
    "biologicalprocess": "Process",
    "biologicalprocessoractivity": "Process",
    "physiologicalprocess": "Process",
    "pathologicalprocess": "Process",
    "molecularactivity": "Process",
    "pathway": "Process",
    "behavior": "Process",
    "disease": "Disease",
    "diseaseorphenotypicfeature": "Disease",
    "phenotypicfeature": "Phenotype",
    "behavioralfeature": "Phenotype",
    "clinicalfinding": "Phenotype",
    "organismtaxon": "Species",
    "grossanatomicalstructure": "Region",
    "anatomicalentity": "Region",
    "cell": "CellType",
    "cellline": "CellType",
    "treatment": "Treatment",
    "procedure": "Treatment",
    "population": "Population",
    "populationofindividualorganisms": "Population",
}
# What of a thing is meant where the source does not say: the aspect that most causal sentences about its kind are about.
DEFAULT_ASPECT = {
    "Drug": "Exposure",
    "Chemical": "Abundance",
    "Protein": "Activity",
    "ProteinFamily": "Activity",
    "Complex": "Activity",
    "Process": "Activity",
    "Disease": "Severity",
    "Phenotype": "Severity",
    "Outcome": "Severity",
    "Species": "Abundance",
    "Region": "Activity",
    "CellType": "Activity",
    "Treatment": "Use",
}

# Aspects of Biolink, INDRA, SIGNOR -> aspects of the schema. The rest have none here and are told as approximated.
ASPECTS = {
    "activity": "Activity",
    "activity_or_abundance": "Activity",
    "abundance": "Abundance",
    "quantity": "Abundance",
    "amount": "Abundance",
    "expression": "Abundance",
    "synthesis": "Abundance",
    "phosphorylation": "Phosphorylation",
    "secretion": "Release",
    "release": "Release",
    "signaling": "Signalling",
    "translation": "Translation",
    "severity": "Severity",
    "likelihood": "Risk",
    "susceptibility": "Susceptibility",
    "occurrence": "Occurrence",
    "development": "Development",
    "growth": "Growth",
    "function": "Function",
    "firing": "Firing",
    "plasticity": "Plasticity",
    "connectivity": "Connectivity",
    "exposure": "Exposure",
}
SAME_ASPECT = frozenset(ASPECTS) - {"activity_or_abundance", "expression", "synthesis", "secretion", "likelihood", "quantity"}


def kind_of(biolink: str) -> str:
    """The class of the schema for a class of Biolink, in any spelling; ``Entity`` where there is none.

    Examples
    --------
    >>> kind_of("biolink:SmallMolecule"), kind_of("gross anatomical structure"), kind_of("CellularComponent")
    ('Chemical', 'Region', 'Entity')
    """
    return KIND_OF_BIOLINK.get(plain(biolink), "Entity")


def plain(biolink: str) -> str:
    """The name of a class without prefix, spaces, underscores and capitals."""
    return biolink.rpartition(":")[2].replace(" ", "").replace("_", "").casefold()


def aspect_in_words(aspect: str) -> str:
    """``BurstFiring`` as ``burst firing``.

    Examples
    --------
    >>> aspect_in_words("BurstFiring")
    'burst firing'
    """
    return "".join(f" {one.lower()}" if one.isupper() else one for one in aspect).strip()
