"""Names: how they are folded so that spelling does not matter, the index from folded names to ids, and near names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

_DROPPED = str.maketrans("", "", " \t\n\r\u00a0\u3000-_‐‑‒–—−·•・‧∙⋅")
_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "ο": "omicron",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "ς": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
}
_SPELLED = str.maketrans(_GREEK)


def fold(text: str) -> str:
    """A name without what writers differ in: width, case, Greek letters, hyphens, spaces, underscores and middle dots.

    Examples
    --------
    >>> fold("ＧＳＫ-3β"), fold("GSK3 beta"), fold("γ-氨基丁酸")
    ('gsk3beta', 'gsk3beta', 'gamma氨基丁酸')
    """
    wide = text if text.isascii() else unicodedata.normalize("NFKC", text)
    folded = wide.casefold().translate(_DROPPED)
    return folded if folded.isascii() else folded.translate(_SPELLED)


class NameIndex:
    """From folded names to ids.

    Parameters
    ----------
    names : iterable of (str, str)
        Names and the ids that they name, in any order.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        found: dict[str, set[str]] = {}
        for name, identity in names:
            if folded := fold(name):
                found.setdefault(folded, set()).add(identity)
        self._ids = {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}

    @classmethod
    def from_folded(cls, ids: Mapping[str, tuple[str, ...]]) -> NameIndex:
        """The index that `folded` gave."""
        index = cls(())
        index._ids = dict(ids)
        return index

    @property
    def folded(self) -> Mapping[str, tuple[str, ...]]:
        """Folded names with their ids, sorted."""
        return self._ids

    def find(self, name: str) -> tuple[str, ...]:
        """The ids that go by this name, sorted; empty when none does."""
        return self._ids.get(fold(name), ())

    def near(self, name: str, n: int) -> tuple[str, ...]:
        """The ids with the most similar names, best first; at most `n`, and fewer when little is similar.

        Notes
        -----
        Similarity is the weighted ratio of rapidfuzz over folded names: an edit distance that forgives missing parts. Costs
        about a microsecond a name.
        """
        from rapidfuzz import fuzz, process

        found: dict[str, None] = {}
        matches = process.extract(fold(name), self._ids.keys(), scorer=fuzz.WRatio, limit=8 * n, score_cutoff=50)
        for match, _, _ in sorted(matches, key=lambda one: (-one[1], one[0])):
            found.update(dict.fromkeys(self._ids[match]))
        return tuple(found)[:n]
