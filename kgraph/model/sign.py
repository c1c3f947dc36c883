"""Signs and verdicts: the small algebra that every answer rests on. No graph here."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from kgraph.errors import InvalidValue


class Sign(Enum):
    """The effect of *raising* the subject of a link on its object.

    ``+`` raises it, ``-`` lowers it, ``?`` says that the sign is not reported. Signs multiply along a chain; ``?``
    absorbs. The product is commutative and associative, so the order of folding is free (Harary 1953,
    doi:10.1307/mmj/1028989917).

    Examples
    --------
    Ketamine lowers a receptor that lowers a growth factor: two minuses raise it.

    >>> (Sign.MINUS * Sign.MINUS).value
    '+'
    """

    PLUS = "+"
    MINUS = "-"
    UNKNOWN = "?"

    def __mul__(self, other: Sign) -> Sign:
        if Sign.UNKNOWN in (self, other):
            return Sign.UNKNOWN
        return Sign.PLUS if self is other else Sign.MINUS

    @classmethod
    def of(cls, text: str) -> Sign:
        """The sign written as ``+``, ``-``, ``−`` or ``?``; `InvalidValue` for anything else."""
        try:
            return cls("-" if text == "−" else text)
        except ValueError:
            raise InvalidValue(f"'{text}' is not a sign", remedy="use +, - or ?") from None

    @classmethod
    def product(cls, signs: Iterable[Sign]) -> Sign:
        """The product of any number of signs; the empty product is ``+``."""
        result = cls.PLUS
        for sign in signs:
            result = result * sign
        return result


class Verdict(Enum):
    """What all chains of an answer say together.

    ``NO_CHAIN`` speaks of our knowledge, not of nature. ``CONFLICTED``: chains of both signs. ``UNDETERMINED``: no chains
    of both signs, but some chain is ``?``.
    """

    RAISES = "RAISES"
    LOWERS = "LOWERS"
    CONFLICTED = "CONFLICTED"
    UNDETERMINED = "UNDETERMINED"
    NO_CHAIN = "NO_CHAIN"

    @classmethod
    def over(cls, signs: Iterable[Sign]) -> Verdict:
        """The verdict over the signs of all chains.

        Examples
        --------
        >>> Verdict.over([Sign.PLUS, Sign.PLUS]).value
        'RAISES'
        >>> Verdict.over([Sign.PLUS, Sign.MINUS, Sign.UNKNOWN]).value
        'CONFLICTED'
        """
        seen = set(signs)
        if not seen:
            return cls.NO_CHAIN
        if {Sign.PLUS, Sign.MINUS} <= seen:
            return cls.CONFLICTED
        if Sign.UNKNOWN in seen:
            return cls.UNDETERMINED
        return cls.RAISES if Sign.PLUS in seen else cls.LOWERS


class Change(Enum):
    """What a variable does, in an observation, a result or a prediction."""

    RAISED = "raised"
    LOWERED = "lowered"
    UNCHANGED = "unchanged"
    UNDETERMINED = "undetermined"
