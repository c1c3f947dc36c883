"""The registries that identifiers come from: where each lives and what its local part looks like. A table, nothing is fetched.

Patterns and preferred prefixes follow Bioregistry (doi:10.1038/s41597-022-01807-3), release 0.15.6.
"""

from __future__ import annotations

from dataclasses import dataclass

_OBO = "http://purl.obolibrary.org/obo/"
_ORG = "https://identifiers.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Where identifiers of one prefix live and what their local part looks like."""

    uri: str
    pattern: str


# What the shipped knowledge uses.
_SHIPPED = {
    "BFO": Registry(uri=_OBO + "BFO_", pattern=r"\d{7}"),
    "CHEBI": Registry(uri=_OBO + "CHEBI_", pattern=r"\d+"),
    "CL": Registry(uri=_OBO + "CL_", pattern=r"\d{7}"),
    "DOID": Registry(uri=_OBO + "DOID_", pattern=r"\d+"),
    "ECO": Registry(uri=_OBO + "ECO_", pattern=r"\d{7}"),
    "EFO": Registry(uri="http://www.ebi.ac.uk/efo/EFO_", pattern=r"\d{7}"),
    "GO": Registry(uri=_OBO + "GO_", pattern=r"\d{7}"),
    "HP": Registry(uri=_OBO + "HP_", pattern=r"\d{7}"),
    "MONDO": Registry(uri=_OBO + "MONDO_", pattern=r"\d{7}"),
    "MP": Registry(uri=_OBO + "MP_", pattern=r"\d{7}"),
    "NCBITaxon": Registry(uri=_OBO + "NCBITaxon_", pattern=r"\d+"),
    "RO": Registry(uri=_OBO + "RO_", pattern=r"\d{7}"),
    "UBERON": Registry(uri=_OBO + "UBERON_", pattern=r"\d{7}"),
    "chembl.compound": Registry(uri="https://identifiers.org/chembl.compound:", pattern=r"CHEMBL\d+"),
    "doi": Registry(uri="https://doi.org/", pattern=r"10\.\d{2,9}(\.\d+)*/\S+"),
    "drugbank": Registry(uri="https://identifiers.org/drugbank:", pattern=r"DB\d{5}"),
    "fplx": Registry(uri="https://identifiers.org/fplx:", pattern=r"[a-zA-Z0-9][A-Za-z0-9_]+"),
    "hgnc": Registry(uri="https://identifiers.org/hgnc:", pattern=r"\d{1,5}"),
    "hmdb": Registry(uri="https://identifiers.org/hmdb:", pattern=r"HMDB\d+"),
    "interpro": Registry(uri="https://identifiers.org/interpro:", pattern=r"IPR\d{6}"),
    "kegg.compound": Registry(uri="https://identifiers.org/kegg.compound:", pattern=r"C\d+"),
    "mesh": Registry(uri="http://id.nlm.nih.gov/mesh/", pattern=r"[CD]\d{6,9}"),
    "mgi": Registry(uri="https://identifiers.org/MGI:", pattern=r"\d+"),
    "pmc": Registry(uri="https://identifiers.org/pmc:", pattern=r"PMC\d+"),
    "pubchem.compound": Registry(uri="https://identifiers.org/pubchem.compound:", pattern=r"\d+"),
    "pubmed": Registry(uri="https://identifiers.org/pubmed:", pattern=r"[1-9]\d{0,8}"),
    "rgd": Registry(uri="https://identifiers.org/rgd:", pattern=r"\d{4,}"),
    "uniprot": Registry(
        uri="http://purl.uniprot.org/uniprot/",
        pattern=r"([A-N,R-Z][0-9]([A-Z][A-Z0-9][A-Z0-9][0-9]){1,2})|([O,P,Q][0-9][A-Z0-9][A-Z0-9][A-Z0-9][0-9])(\.\d+)?",
    ),
}

# What only imported knowledge uses.
_SEVEN = ("BSPO", "ENVO", "EMAPA", "FAO", "GENO", "MA", "MAXO", "NBO", "OBA", "OBI", "PATO", "PO", "STATO", "UPHENO", "WBbt", "WBPhenotype")
_MORE_SEVEN = ("FBbt", "FBcv", "FYPO", "TO", "VT", "XAO", "XPO", "ZFA", "ZP", "APO", "DDPHENO", "PCO", "FOODON")

_IMPORTED = {
    **{prefix: Registry(uri=f"{_OBO}{prefix}_", pattern=r"\d{7,8}") for prefix in (*_SEVEN, *_MORE_SEVEN)},
    "BTO": Registry(uri=_OBO + "BTO_", pattern=r"\d{7}"),
    "CLO": Registry(uri=_OBO + "CLO_", pattern=r"\d{7}"),
    "IDO": Registry(uri=_OBO + "IDO_", pattern=r"[0-9]+"),
    "NCIT": Registry(uri=_OBO + "NCIT_", pattern=r"C\d+"),
    "OMIT": Registry(uri=_OBO + "OMIT_", pattern=r"\d+"),
    "PR": Registry(uri=_OBO + "PR_", pattern=r"(?:\d+|P\d+|Q\d+|[A-Z0-9]+(?:-\d+)?)"),
    "SO": Registry(uri=_OBO + "SO_", pattern=r"\d{7}"),
    "VTO": Registry(uri=_OBO + "VTO_", pattern=r"\d{7}"),
    "cas": Registry(uri=_ORG + "cas:", pattern=r"\d{1,7}-\d{2}-\d"),
    "cellosaurus": Registry(uri=_ORG + "cellosaurus:", pattern=r"CVCL_[A-Z0-9]{4}|[A-Z0-9]{4}"),
    "chembl.target": Registry(uri=_ORG + "chembl.target:", pattern=r"CHEMBL\d+"),
    "clinicaltrials": Registry(uri=_ORG + "clinicaltrials:", pattern=r"NCT\d{8}"),
    "complexportal": Registry(uri=_ORG + "complexportal:", pattern=r"CPX-[0-9]+"),
    "drugbank.metabolite": Registry(uri=_ORG + "drugbank.metabolite:", pattern=r"DBMET\d{5}"),
    "drugbank.salt": Registry(uri=_ORG + "drugbank.salt:", pattern=r"DBSALT\d{6}"),
    "ec": Registry(uri=_ORG + "ec-code:", pattern=r"\d{1,2}(?:\.\d{0,3}){0,3}(?:\.-){0,3}"),
    # Of what the registry of Ensembl allows, the forms that no other registry has: vertebrates, fly, yeast, thale cress, worm.
    "ensembl": Registry(
        uri=_ORG + "ensembl:",
        pattern=r"ENS[A-Z]*\d{11}(?:\.\d+)?|FB\w{2}(?::FB\w{2})?\d{7}|Y[A-Z]{2}\d{3}[A-Za-z](?:-[A-Z])?|AT[1-5CM]G\d{5}|WBGene\d{8}",
    ),
    "flybase": Registry(uri=_ORG + "flybase:", pattern=r"FB\w{2}\d{7}"),
    "hgnc.genefamily": Registry(uri=_ORG + "hgnc.genefamily:", pattern=r"\d+"),
    "kegg.drug": Registry(uri=_ORG + "kegg.drug:", pattern=r"D\d+"),
    "kegg.pathway": Registry(uri=_ORG + "kegg.pathway:", pattern=r"\w{2,4}\d{5}"),
    "lipidmaps": Registry(uri=_ORG + "lipidmaps:", pattern=r"LM(?:FA|GL|GP|SP|ST|PR|SL|PK)[0-9]{4}[0-9a-zA-Z]{4,6}"),
    "lincs.protein": Registry(uri=_ORG + "lincs.protein:", pattern=r"\d+"),
    "lincs.smallmolecule": Registry(uri=_ORG + "lincs.smallmolecule:", pattern=r"LSM-\d+"),
    "mirbase": Registry(uri=_ORG + "mirbase:", pattern=r"MI\d{7}"),
    "mirbase.mature": Registry(uri=_ORG + "mirbase.mature:", pattern=r"MIMAT\d{7}"),
    "ncbigene": Registry(uri=_ORG + "ncbigene:", pattern=r"\d+"),
    "ncbifam": Registry(uri=_ORG + "ncbifam:", pattern=r"(?:TIGR|NF)\d{5,6}"),
    "nextprot.family": Registry(uri=_ORG + "nextprot.family:", pattern=r"\d{5}"),
    "omim": Registry(uri=_ORG + "omim:", pattern=r"[*#+%^]?\d{6}"),
    "orphanet.ordo": Registry(uri="http://www.orpha.net/ORDO/Orphanet_", pattern=r"C?\d+"),
    "panther.family": Registry(uri=_ORG + "panther.family:", pattern=r"PTHR\d{5}(?::SF\d{1,3})?"),
    "pfam": Registry(uri=_ORG + "pfam:", pattern=r"PF\d{5}"),
    "pharmgkb.drug": Registry(uri=_ORG + "pharmgkb.drug:", pattern=r"PA\d+"),
    "pombase": Registry(uri=_ORG + "pombase:", pattern=r"S\w+(?:\.)?\w+(?:\.)?"),
    "pubchem.substance": Registry(uri=_ORG + "pubchem.substance:", pattern=r"\d+"),
    "reactome": Registry(uri=_ORG + "reactome:", pattern=r"(?:R-[A-Z]{3}-\d+(?:-\d+)?(?:\.\d+)?)|(?:REACT_\d+(?:\.\d+)?)"),
    "refseq": Registry(uri=_ORG + "refseq:", pattern=r"(?:AC|AP|NC|NG|NM|NP|NR|NT|NW|WP|XM|XP|XR|YP|ZP)_\d+(?:\.\d+)?"),
    "rnacentral": Registry(uri=_ORG + "rnacentral:", pattern=r"URS[0-9A-F]{10}(?:[_/]+\d+)?"),
    "rxnorm": Registry(uri=_ORG + "rxnorm:", pattern=r"\d+"),
    "sgd": Registry(uri=_ORG + "sgd:", pattern=r"S\d+"),
    "signor": Registry(uri=_ORG + "signor:", pattern=r"SIGNOR-[A-Z]*\d+"),
    "snomedct": Registry(uri=_ORG + "snomedct:", pattern=r"\d+"),
    "umls": Registry(uri=_ORG + "umls:", pattern=r"C\d{7}"),
    "unii": Registry(uri=_ORG + "unii:", pattern=r"[A-Z0-9]+"),
    "uniprot.chain": Registry(uri=_ORG + "uniprot.chain:", pattern=r"PRO_[0-9]{10}"),
    "uniprot.isoform": Registry(
        uri=_ORG + "uniprot.isoform:",
        pattern=r"(?:[A-NR-Z][0-9](?:[A-Z][A-Z0-9][A-Z0-9][0-9]){1,2}|[OPQ][0-9][A-Z0-9][A-Z0-9][A-Z0-9][0-9])-\d+",
    ),
    "wormbase": Registry(uri=_ORG + "wormbase:", pattern=r"WB[A-Z][a-z]+\d+"),
    "xenbase": Registry(uri=_ORG + "xenbase:", pattern=r"XB-\w+-\d+"),
    "zfin": Registry(uri=_ORG + "zfin:", pattern=r"ZDB-\w+-\d+-\d+"),
    "wikipathways": Registry(uri=_ORG + "wikipathways:", pattern=r"WP\d{1,5}"),
    "PW": Registry(uri=_OBO + "PW_", pattern=r"\d{7}"),
    "aop.events": Registry(uri=_ORG + "aop.events:", pattern=r"\d+"),
    "chemspider": Registry(uri=_ORG + "chemspider:", pattern=r"\d+"),
    "dbsnp": Registry(uri=_ORG + "dbsnp:", pattern=r"rs\d+"),
    "go.ref": Registry(uri="https://geneontology.org/GO_REF/", pattern=r"\d{7}"),
    "hgnc.symbol": Registry(uri=_ORG + "hgnc.symbol:", pattern=r"[A-Za-z0-9_-]+@?"),
    "inchikey": Registry(uri=_ORG + "inchikey:", pattern=r"[A-Z]{14}-[A-Z]{10}(?:-[A-Z])?"),
    "kegg.glycan": Registry(uri=_ORG + "kegg.glycan:", pattern=r"G\d+"),
    "kegg.reaction": Registry(uri=_ORG + "kegg.reaction:", pattern=r"R\d+"),
    "knapsack": Registry(uri=_ORG + "knapsack:", pattern=r"C\d{8}"),
    "rfam": Registry(uri=_ORG + "rfam:", pattern=r"RF\d{5}"),
    "rhea": Registry(uri=_ORG + "rhea:", pattern=r"\d{5}"),
    "wikidata": Registry(uri="http://www.wikidata.org/entity/", pattern=r"(?:Q|P|E|L)\d+"),
}

REGISTRIES = {**_SHIPPED, **_IMPORTED}
