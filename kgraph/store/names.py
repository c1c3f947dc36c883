"""Names: how they are folded so that spelling does not matter, the index from folded names to ids, and near names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

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
    if text.isascii():
        return text.casefold().translate(_DROPPED)
    folded = _folded_once(text)
    # What was dropped may have kept an accent from its letter.
    while (again := _folded_once(folded)) != folded:
        folded = again
    return folded


def _folded_once(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED).translate(_SPELLED)


def simplify(text: str) -> str:
    """A Chinese text in simplified characters; any other text as it is.

    Notes
    -----
    Loading the dictionaries of OpenCC takes some 40 ms, so it is done only for a name in Chinese that was not found as written.

    Examples
    --------
    >>> simplify("抗憂鬱作用"), simplify("ketamine")
    ('抗忧郁作用', 'ketamine')
    """
    if not any("\u3400" <= character <= "\u9fff" for character in text):
        return text
    from opencc import OpenCC

    return OpenCC("t2s").convert(text)


def similar(name: str, choices: Sequence[str], n: int) -> tuple[str, ...]:
    """The folded names most similar to a name, best first, ties in order of the alphabet; fewer than `n` when little is similar.

    Notes
    -----
    Similarity is the weighted ratio of rapidfuzz: an edit distance that forgives missing parts. About a microsecond a choice.
    """
    from rapidfuzz import fuzz, process

    wanted = fold(simplify(name))
    matches = process.extract(wanted, choices, scorer=fuzz.WRatio, limit=8 * n, score_cutoff=50)
    ranked = sorted(matches, key=lambda one: (-one[1], -fuzz.ratio(wanted, one[0]), one[0]))
    return tuple(match for match, _, _ in ranked[:n])


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
        """The ids that go by this name, sorted; empty when none does. Traditional characters are tried as simplified ones."""
        return self._ids.get(fold(name)) or self._ids.get(fold(simplify(name)), ())

    def near(self, name: str, n: int) -> tuple[str, ...]:
        """The ids with the most similar names, best first; at most `n`, and fewer when little is similar."""
        found: dict[str, None] = {}
        for match in similar(name, tuple(self._ids), 4 * n):
            found.update(dict.fromkeys(self._ids[match]))
        return tuple(found)[:n]
