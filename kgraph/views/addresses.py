"""Where the page of each thing stands in a site: addresses that stay the same as long as the id does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

FOLDERS = {
    "ent": "entities",
    "var": "variables",
    "mech": "mechanisms",
    "ref": "references",
    "claim": "claims",
    "assoc": "associations",
    "desc": "descriptions",
    "obs": "observations",
    "result": "results",
}
_OTHERS = "others"
_LONGEST = 80
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def addresses(identities: Iterable[str]) -> Mapping[str, str]:
    """The address of each id relative to the site: ``ent:ketamine`` stands in ``entities/ketamine.html``.

    Parameters
    ----------
    identities : iterable of str
        Ids; repeated ones count once.

    Returns
    -------
    mapping of str to str
        In the order of the ids, sorted. A name that would not be a safe file name everywhere, or would be one with another name but for
        its case, is made so and ends in eight digits of its checksum.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for identity in sorted(set(identities)):
        prefix, _, slug = identity.partition(":")
        folder = FOLDERS.get(prefix, _OTHERS)
        name = slug if folder != _OTHERS else identity
        if not _PLAIN.fullmatch(name) or len(name) > _LONGEST or f"{folder}/{name}".casefold() in taken:
            safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[:_LONGEST]
            name = f"{safe or 'thing'}-{sha256(identity.encode()).hexdigest()[:8]}"
        taken.add(f"{folder}/{name}".casefold())
        found[identity] = f"{folder}/{name}.html"
    return found
