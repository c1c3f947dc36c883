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
    "amount": "Amount",
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
    "use": "Use",
    "effect": "Effect",
    "risk": "Risk",
    "inhibition": "Inhibition",
    "transmission": "Transmission",
    "signalling": "Signalling",
    "surface": "Surface",
    "burst_firing": "BurstFiring",
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


def biolink_of(kind: str) -> str:
    """The class of Biolink that comes nearest to a class of the schema.

    Examples
    --------
    >>> biolink_of("Drug"), biolink_of("Complex"), biolink_of("Scale")
    ('biolink:Drug', 'biolink:MacromolecularComplex', 'biolink:NamedThing')
    """
    return "biolink:" + _BIOLINK_OF_KIND.get(kind, "NamedThing")


def biolink_aspect(aspect: str) -> str:
    """An aspect of the schema as Biolink would write it.

    Examples
    --------
    >>> biolink_aspect("Release"), biolink_aspect("BurstFiring")
    ('secretion', 'burst_firing')
    """
    special = {"Release": "secretion", "Signalling": "signaling", "Risk": "likelihood"}
    return special.get(aspect, aspect_in_words(aspect).replace(" ", "_"))


_BIOLINK_OF_KIND = {
    "Drug": "Drug",
    "DrugClass": "ChemicalEntity",
    "Chemical": "SmallMolecule",
    "Role": "ChemicalRole",
    "Protein": "Protein",
    "ProteinFamily": "ProteinFamily",
    "Complex": "MacromolecularComplex",
    "Process": "BiologicalProcess",
    "Disease": "Disease",
    "Phenotype": "PhenotypicFeature",
    "Species": "OrganismTaxon",
    "Region": "GrossAnatomicalStructure",
    "Circuit": "AnatomicalEntity",
    "CellType": "Cell",
    "Treatment": "Treatment",
    "Population": "PopulationOfIndividualOrganisms",
}
