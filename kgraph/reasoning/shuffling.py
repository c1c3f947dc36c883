"""An order that looks like chance and is the same everywhere: for exercises. No random numbers: digests of words.

Python's own shuffle may change with its version; SHA-256 does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def digest(*words: str) -> str:
    """The SHA-256 of some words, in hexadecimal; where one word ends and the next begins counts."""
    return sha256("".join(f"{len(word)}:{word}" for word in words).encode()).hexdigest()


def shuffled(items: Iterable[T], name: Callable[[T], str], *seed: str) -> list[T]:
    """The items in an order that their names and the seed decide, and nothing else; items of one name stay as given.

    Examples
    --------
    >>> shuffled(["GABA", "glutamate", "BDNF"], str, "lesson 1")
    ['BDNF', 'glutamate', 'GABA']
    """
    return sorted(items, key=lambda item: digest(*seed, name(item)))
