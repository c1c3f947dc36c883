"""Made-up signed graphs for the benchmarks: directed Chung-Lu, as claims in N-Triples. Nothing here is knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

KG = "https://w3id.org/kgraph/schema#"
BASE = "https://w3id.org/kgraph/"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def chung_lu(links: int, seed: int = 7) -> list[tuple[int, int, str]]:
    """Signed links between about `links` / 5 variables: 60 % ``+``, 3 % of pairs with a second, contrary one.

    End points are drawn with weights (rank + 10)^-0.75 for subjects and (rank + 10)^-0.65 for objects, so that a few
    variables are hubs, as in curated graphs.
    """
    rng = np.random.default_rng(seed)
    variables = max(50, links // 5)
    ranks = np.arange(variables)
    out, into = (ranks + 10.0) ** -0.75, (ranks + 10.0) ** -0.65
    subjects = rng.choice(variables, size=links, p=out / out.sum())
    objects = rng.permutation(variables)[rng.choice(variables, size=links, p=into / into.sum())]
    signs = np.where(rng.random(links) < 0.6, "+", "-")
    found = {(int(s), int(o), str(g)) for s, o, g in zip(subjects, objects, signs, strict=True) if s != o}
    contrary = {(s, o, "-" if g == "+" else "+") for s, o, g in sorted(found)[: len(found) * 3 // 100]}
    return sorted(found | contrary)


def layered(links: int, layers: int = 35, seed: int = 7) -> list[tuple[int, int, str]]:
    """Signed links between variables in layers, as deep as curated graphs are: 85 % lead to the next layer, 5 % skip one, 5 % stay
    within, 5 % lead back to any layer before. Hubs and signs as in `chung_lu`.
    """
    rng = np.random.default_rng(seed)
    wide = max(4, links // 5 // layers)
    ranks = np.arange(wide)
    out, into = (ranks + 10.0) ** -0.75, (ranks + 10.0) ** -0.65
    layer = rng.integers(0, layers, links)
    subjects = layer + layers * rng.choice(wide, size=links, p=out / out.sum())
    steps = rng.choice([1, 2, 0, -1], size=links, p=[0.85, 0.05, 0.05, 0.05])
    ends = np.where(steps < 0, (layer * rng.random(links)).astype(int), layer + steps)
    # The shuffle makes the hubs that act others than the hubs that are acted on.
    objects = ends + layers * rng.permutation(wide)[rng.choice(wide, size=links, p=into / into.sum())]
    signs = np.where(rng.random(links) < 0.6, "+", "-")
    return sorted({(int(s), int(o), str(g)) for s, o, g, e in zip(subjects, objects, signs, ends, strict=True) if s != o and e < layers})


GRAPHS = {"chung-lu": chung_lu, "layered": layered}


def as_ntriples(links: list[tuple[int, int, str]]) -> Iterator[str]:
    """Each link as one claim with one evidence: about twelve triples a claim."""
    names = {"+": "increases", "-": "decreases"}
    for variable in sorted({v for s, o, _ in links for v in (s, o)}):
        iri = f"<{BASE}variable/v{variable}>"
        yield f"{iri} {RDF_TYPE} <{KG}Variable> .\n{iri} <{KG}entity> <{BASE}entity/e{variable}> .\n"
        yield f'{iri} <http://www.w3.org/2000/01/rdf-schema#label> "variable {variable}"@en .\n'
    for number, (subject, target, sign) in enumerate(links):
        claim, evidence = f"<{BASE}claim/c{number}>", f"<{BASE}claim/c{number}.e1>"
        yield (
            f"{claim} {RDF_TYPE} <{KG}Claim> .\n{claim} <{KG}layer> <{KG}background> .\n"
            f"{claim} <{KG}subject> <{BASE}variable/v{subject}> .\n{claim} <{KG}predicate> <{KG}{names[sign]}> .\n"
            f"{claim} <{KG}object> <{BASE}variable/v{target}> .\n{claim} <{KG}evidence> {evidence} .\n"
            f"{evidence} {RDF_TYPE} <{KG}Evidence> .\n{evidence} <{KG}reference> <{BASE}reference/r{number % 997}> .\n"
            f"{evidence} <{KG}bearing> <{KG}Supports> .\n{evidence} <{KG}certainty> <{KG}Shown> .\n"
        )


def write(path: Path, links: int) -> Path:
    """A graph of about this many links at `path`."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(as_ntriples(chung_lu(links)))
    return path
