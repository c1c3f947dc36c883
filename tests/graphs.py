"""The tiny named graphs, and random ones, that the tests of several rooms share."""

from __future__ import annotations

from hypothesis import strategies

from kgraph.model import Sign
from kgraph.reasoning import SignedGraph, SignedLink

PLUS, MINUS, UNKNOWN = Sign.PLUS, Sign.MINUS, Sign.UNKNOWN


def links(*written: str) -> list[SignedLink]:
    """Links written as ``"ketamine - nmdar"``."""
    words = (line.split() for line in written)
    return [(subject, object_, Sign.of(sign)) for subject, sign, object_ in words]


def graph(*written: str) -> SignedGraph:
    """A graph of links written as ``"ketamine - nmdar"``; a single word is a variable without links."""
    joined = [line for line in written if " " in line]
    return SignedGraph.from_links(links(*joined), variables=[line for line in written if " " not in line])


CHAIN = graph("ketamine - nmdar", "nmdar + eef2k", "eef2k - bdnf", "bdnf + effect")
FORK = graph("ketamine - nmdar", "ketamine + ampar")
COLLIDER = graph("bdnf + mtor", "gsk3 - mtor")
AGREEING_DIAMOND = graph("ketamine - gaba", "gaba - glutamate", "ketamine + ampar", "ampar + glutamate")
DISAGREEING_DIAMOND = graph("ketamine - gaba", "gaba - glutamate", "ketamine - nmdar", "nmdar + glutamate")
NEGATIVE_FEEDBACK = graph("ketamine + glutamate", "glutamate + autoreceptor", "autoreceptor - glutamate", "glutamate + effect")
POSITIVE_FEEDBACK = graph("ketamine + bdnf", "bdnf + trkb", "trkb + bdnf", "trkb + effect")
SELF_LOOP = graph("ketamine + bdnf", "bdnf + bdnf", "bdnf + effect")
ISLAND = graph("ketamine - nmdar", "placebo")
UNKNOWN_SIGN = graph("ketamine ? opioid", "opioid + effect")
TWO_CLAIMS_ONE_LINK = graph("ketamine - nmdar", "ketamine - nmdar")
OPPOSITE_LINKS = graph("ketamine + dopamine", "ketamine - dopamine", "dopamine + effect")

# The only way of negative sign from a to d passes b twice; the only simple path is positive.
WALK_UNDER_BOTH_SIGNS = graph("a + b", "b + c", "c - b", "b + d")
# The link back from target to source makes some libraries answer that nothing need be cut.
ARC_BACK = graph("ketamine + mtor", "mtor + effect", "effect - ketamine")
# Two ways to the target join at a hub, and a clique hangs on the first variable: most simple walks there arrive nowhere.
TRAP = graph("s + a", "a + t", *(f"{x} + {y}" for x in "abcdefghijklm" for y in "abcdefghijklm" if x != y))

NAMED = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, SignedGraph)}


@strategies.composite
def small_graphs(draw: strategies.DrawFn, *, most: int = 6, signs: str = "+-?", loops: bool = True) -> SignedGraph:
    """A graph of up to `most` variables with any links between them."""
    names = "abcdefgh"[: draw(strategies.integers(1, most))]
    pairs = [(subject, object_) for subject in names for object_ in names if loops or subject != object_]
    link = strategies.tuples(strategies.sampled_from(pairs), strategies.sampled_from(signs)) if pairs else strategies.nothing()
    drawn = draw(strategies.lists(link, max_size=3 * len(names)))
    return SignedGraph.from_links([(*pair, Sign.of(sign)) for pair, sign in drawn], variables=names)
