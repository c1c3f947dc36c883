"""Sets of signs as small integers, for inner loops; `kgraph.model.Sign` is what callers see.

A set of signs is a mask: bit 1 for ``+``, bit 2 for ``-``, bit 4 for ``?``. A pair of variables joined by links of both signs
has the mask 3. The product of two masks is the set of all products.
"""

from __future__ import annotations

from kgraph.model import Sign

PLUS, MINUS, UNKNOWN, ANY = 1, 2, 4, 7
MASK_OF = {Sign.PLUS: PLUS, Sign.MINUS: MINUS, Sign.UNKNOWN: UNKNOWN}
SIGN_OF_BIT = {bit: sign for sign, bit in MASK_OF.items()}


def signs_in(mask: int) -> tuple[Sign, ...]:
    """The signs of a mask, in the order ``+``, ``-``, ``?``."""
    return _SIGNS_IN[mask]


_SIGNS_IN = tuple(tuple(sign for bit, sign in SIGN_OF_BIT.items() if mask & bit) for mask in range(8))


def product(first: int, second: int) -> int:
    """The mask of all products of a sign of `first` with a sign of `second`.

    Examples
    --------
    >>> product(MINUS, MINUS) == PLUS, product(PLUS | MINUS, MINUS) == PLUS | MINUS, product(UNKNOWN, MINUS) == UNKNOWN
    (True, True, True)
    """
    result = 0
    if (first & PLUS and second & PLUS) or (first & MINUS and second & MINUS):
        result |= PLUS
    if (first & PLUS and second & MINUS) or (first & MINUS and second & PLUS):
        result |= MINUS
    if first and second and (first | second) & UNKNOWN:
        result |= UNKNOWN
    return result


PRODUCT = tuple(product(first, second) for first in range(8) for second in range(8))
"""`product` as a table: ``PRODUCT[8 * first + second]``."""
