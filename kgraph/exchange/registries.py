"""Registries that only imported data use, and every other spelling of a prefix. A table; how it is used: `identifiers.py`.

Patterns and preferred prefixes follow Bioregistry (doi:10.1038/s41597-022-01807-3), release 0.15.6. Registries that the shipped
knowledge uses stand in `kgraph.vocabulary.prefixes`.
"""

from __future__ import annotations

from kgraph.vocabulary.prefixes import REGISTRIES, Registry

_OBO = "http://purl.obolibrary.org/obo/"
_ORG = "https://identifiers.org/"

_SEVEN = ("BSPO", "ENVO", "EMAPA", "FAO", "GENO", "MA", "MAXO", "NBO", "OBA", "OBI", "PATO", "PO", "STATO", "UPHENO", "WBbt", "WBPhenotype")
_MORE_SEVEN = ("FBbt", "FBcv", "FYPO", "TO", "VT", "XAO", "XPO", "ZFA", "ZP", "APO", "DDPHENO", "PCO", "FOODON")

MORE = {
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
    "ensembl": Registry(uri=_ORG + "ensembl:", pattern=r"ENS[A-Z]*\d{11}(?:\.\d+)?|FB\w{2}:FB\w{2}\d{7}"),
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
    "kegg.ligand": Registry(uri=_ORG + "kegg.compound:", pattern=r"C\d{5}"),
}
ALL = {**MORE, **REGISTRIES}

# Registries that share a prefix in other formats; their patterns tell them apart.
SIBLINGS = {
    "drugbank": ("drugbank.metabolite", "drugbank.salt"),
    "mirbase": ("mirbase.mature",),
    "uniprot": ("uniprot.isoform", "uniprot.chain"),
}

# What other formats write, in lower case, and what it is here. A prefix that is spelt as here needs no row.
OTHER_SPELLINGS = {
    "be": "fplx",
    "chembl": "chembl.compound",
    "chembl.ligand": "chembl.compound",
    "cid": "pubchem.compound",
    "complex portal": "complexportal",
    "db": "drugbank",
    "dbid": "drugbank",
    "eccode": "ec",
    "ec-code": "ec",
    "egid": "ncbigene",
    "ens": "ensembl",
    "entrez": "ncbigene",
    "entrezgene": "ncbigene",
    "entrez gene": "ncbigene",
    "famplex": "fplx",
    "geneid": "ncbigene",
    "hgnc_id": "hgnc",
    "ip": "interpro",
    "kegg": "kegg.compound",
    "meddra.concept": "meddra",
    "medgen": "umls",
    "meshd": "mesh",
    "meshc": "mesh",
    "msh": "mesh",
    "mimat": "mirbase.mature",
    "mirbasem": "mirbase.mature",
    "ncbi_taxonomy": "NCBITaxon",
    "ncbi gene": "ncbigene",
    "nct": "clinicaltrials",
    "nxpfa": "nextprot.family",
    "orphanet": "orphanet.ordo",
    "panther": "panther.family",
    "pathway commons": "reactome",
    "pf": "pfam",
    "pmcid": "pmc",
    "pmid": "pubmed",
    "pr": "PR",
    "pubchem": "pubchem.compound",
    "pubchem.cid": "pubchem.compound",
    "pubchemcid": "pubchem.compound",
    "react": "reactome",
    "refseq_prot": "refseq",
    "rxcui": "rxnorm",
    "sid": "pubchem.substance",
    "taxid": "NCBITaxon",
    "taxonomy": "NCBITaxon",
    "tax": "NCBITaxon",
    "tigr": "ncbifam",
    "tigrfam": "ncbifam",
    "umls cui": "umls",
    "up": "uniprot",
    "uniprotkb": "uniprot",
    "upiso": "uniprot.isoform",
    "upisoform": "uniprot.isoform",
    "uppro": "uniprot.chain",
    "wb": "wormbase",
    "wp": "wikipathways",
}
