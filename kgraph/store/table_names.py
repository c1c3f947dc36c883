"""Names as tables write them, made into ids and labels; and the words for signs and layers. Rows are gathered in `table_rows.py`."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from pyoxigraph import NamedNode

from kgraph.model import Label, Layer, Sign
from kgraph.store.links_arrays import MASKS
from kgraph.store.table_complaints import BadCell, clipped
from kgraph.vocabulary.prefixes import OWN, compact, expand, is_well_formed
from kgraph.vocabulary.registries import REGISTRIES
from kgraph.vocabulary.terms import KG

LONGEST_NAME = 4096

_WORDS = {
    Sign.PLUS: ("increases", "+", "1", "+1", "1.0", "->"),
    Sign.MINUS: ("decreases", "-", "−", "-1", "−1", "-1.0", "-|"),
    Sign.UNKNOWN: ("regulates", "?", "0", "0.0", "--"),
}
_MASK_OF_WORD = {word: MASKS[sign] for sign, words in _WORDS.items() for word in words}
_LAYERS = (Layer.REVIEW.value, Layer.BACKGROUND.value)
_IRI = re.compile(r"(?:https?|ftp)://[^/]|urn:[A-Za-z0-9]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ODD = re.compile(r"[^\w.~-]")
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def identity(name: str, prefix: str = "var") -> str:
    """The id of what a table calls by this name.

    An IRI, or a CURIE of a known registry, stands for itself, and so does ``var:…`` or ``ent:…``. Any other name is
    percent-encoded under the prefix, letters and digits of every script excepted; different names have different ids.

    Raises
    ------
    BadCell
        The name is empty, too long, or holds control characters.

    Examples
    --------
    >>> identity("NMDA receptor"), identity("氯胺酮"), identity("CHEBI:6121"), identity("http://purl.obolibrary.org/obo/CHEBI_6121")
    ('var:NMDA%20receptor', 'var:氯胺酮', 'CHEBI:6121', 'CHEBI:6121')
    """
    if not name:
        raise BadCell("empty name", "a name is missing", "fill in the name")
    if len(name) > LONGEST_NAME:
        raise BadCell("long name", f"a name of {len(name):,} characters ({clipped(name, 20)})", f"use at most {LONGEST_NAME:,}")
    if _FORBIDDEN.search(name):
        raise BadCell("control character", f"the name {clipped(name)} holds a control character", "take it out")
    return (":" in name and _known(name, prefix)) or f"{prefix}:{encoded(name)}"


def label_of(name: str) -> Label:
    """The name as a label: of the Chinese language where it holds a Chinese character."""
    return Label(zh=name) if _CHINESE.search(name) else Label(en=name)


def mask_of(word: str) -> int:
    """The bit of the sign that a predicate stands for; `BadCell` for a word that is none.

    Examples
    --------
    >>> [mask_of(word) for word in ("increases", "-1", "--", "-|")]
    [1, 2, 4, 2]
    """
    plain = word.strip()
    plain = plain[len(KG) :] if plain.startswith(KG) else plain.removeprefix("kg:")
    mask = _MASK_OF_WORD.get(plain.casefold())
    if mask is None:
        near = difflib.get_close_matches(plain.casefold()[:40], _MASK_OF_WORD, n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'? " if near else ""
        what = f"{clipped(plain)} is not a causal predicate" if plain else "the predicate is missing"
        raise BadCell("unknown predicate", what, hint + "use increases, decreases, regulates; + - ?; 1 -1 0; or -> -| --")
    return mask


def layer_of(word: str) -> Layer:
    """The layer of a cell, background when it is empty; `BadCell` for a word that is none."""
    plain = word.strip().casefold()
    if not plain:
        return Layer.BACKGROUND
    if plain == Layer.DERIVED.value:
        raise BadCell("derived row", "a derived claim names its rule and premises, which a table cannot", "use review or background")
    if plain not in _LAYERS:
        raise BadCell("unknown layer", f"{clipped(word)} is not a layer", "use review or background")
    return Layer(plain)


@lru_cache(4096)
def several(cell: str, prefix: str) -> tuple[str, ...]:
    """The ids in a cell that may hold several names with ``|`` between them, in the order of the cell; `BadCell` as `identity`."""
    names = (part.strip() for part in cell.split("|"))
    return tuple(dict.fromkeys(identity(name, prefix) for name in names if name))


def _known(name: str, prefix: str) -> str:
    """The id of a name that is an IRI or a CURIE already; empty for any other, such as ``GO: see text``."""
    before, _, after = name.partition(":")
    if not _IRI.match(name) and not (after and (before in REGISTRIES or before in OWN)):
        return ""
    try:
        iri = NamedNode(expand(name)).value
    except ValueError:
        return ""
    found = compact(iri)
    head = found.partition(":")[0]
    # Under the prefixes of claims, references and the like a variable would take the place of what tables make themselves.
    if head in OWN and head not in ("var", "ent", prefix):
        return ""
    return found if is_well_formed(found) else ""


def encoded(name: str) -> str:
    """The name as the last part of an IRI: letters and digits of every script as they are, the rest percent-encoded."""
    part = _ODD.sub(_escape, name) if _ODD.search(name.replace(" ", "")) else name.replace(" ", "%20")
    # A name of dots alone would climb the path of the IRI.
    return part if part.strip(".") else part.replace(".", "%2E")


def _escape(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
