"""The families of INDRA statements and the name spaces of its agents: plain tables. Sources: `indra.statements`, release 1.24.0."""

from __future__ import annotations

from kgraph.model import Sign

# What adds a group, what takes it off, and the words for the form that has it.
_GROUPS = {
    "phosphorylation": "phosphorylated",
    "ubiquitination": "ubiquitinated",
    "sumoylation": "sumoylated",
    "hydroxylation": "hydroxylated",
    "acetylation": "acetylated",
    "glycosylation": "glycosylated",
    "ribosylation": "ribosylated",
    "farnesylation": "farnesylated",
    "geranylgeranylation": "geranylgeranylated",
    "palmitoylation": "palmitoylated",
    "myristoylation": "myristoylated",
    "methylation": "methylated",
}
FORMS = {**_GROUPS, "modification": "modified"}
MODIFICATIONS: dict[str, tuple[str, Sign]] = {
    **{group.capitalize(): (form, Sign.PLUS) for group, form in _GROUPS.items()},
    **{"De" + group: (form, Sign.MINUS) for group, form in _GROUPS.items()},
    "Autophosphorylation": ("phosphorylated", Sign.PLUS),
    "Transphosphorylation": ("phosphorylated", Sign.PLUS),
}

# Statement -> the names of its subject and object, the sign, and the aspect of the object.
REGULATIONS: dict[str, tuple[str, str, Sign, str]] = {
    "Activation": ("subj", "obj", Sign.PLUS, "Activity"),
    "Inhibition": ("subj", "obj", Sign.MINUS, "Activity"),
    "GtpActivation": ("subj", "obj", Sign.PLUS, "Activity"),
    # An exchange factor loads the GTPase with GTP, which is its active form; an activating protein makes it split the GTP.
    "Gef": ("gef", "ras", Sign.PLUS, "Activity"),
    "Gap": ("gap", "ras", Sign.MINUS, "Activity"),
    "IncreaseAmount": ("subj", "obj", Sign.PLUS, "Abundance"),
    "DecreaseAmount": ("subj", "obj", Sign.MINUS, "Abundance"),
}

# Name spaces of `db_refs`, the one that names the thing first; and what kind of thing each names.
NAMESPACES = {
    "FPLX": "ProteinFamily",
    "UPPRO": "Protein",
    "UP": "Protein",
    "HGNC": "Protein",
    "EGID": "Protein",
    "MGI": "Protein",
    "RGD": "Protein",
    "CHEBI": "Chemical",
    "DRUGBANK": "Chemical",
    "CHEMBL": "Chemical",
    "PUBCHEM": "Chemical",
    "HMDB": "Chemical",
    "LINCS": "Chemical",
    "CAS": "Chemical",
    "IP": "ProteinFamily",
    "PF": "ProteinFamily",
    "NXPFA": "ProteinFamily",
    "MIRBASE": "Chemical",
    "MIRBASEM": "Chemical",
    "RNACENTRAL": "Chemical",
    "GO": "Process",
    "DOID": "Disease",
    "MONDO": "Disease",
    "HP": "Phenotype",
    "EFO": "Disease",
    "UBERON": "Region",
    "CL": "CellType",
    "BTO": "CellType",
    "TAXONOMY": "Species",
    "MESH": "Entity",
    "NCIT": "Entity",
    "UMLS": "Entity",
}
