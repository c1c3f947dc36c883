"""Does a mechanism do what it is for? The theorem is Harary's: the sign of a path is the product of the signs of its links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgraph.exchange import audit, tally
from kgraph.model import Coherence, Label, Sign, SignedMechanism, Step


def mechanism(*steps: str, start: str = "drug", end: str = "disease") -> SignedMechanism:
    """A mechanism of steps written ``a - b``; ``.`` is a step without a sign, ``<`` one that runs against the path."""
    made = []
    for text in steps:
        subject, mark, target = text.split()
        sign = None if mark == "." else Sign.of(mark.strip("<"))
        made.append(Step(subject=subject, object=target, word=Label(en=mark), sign=sign, reversed="<" in mark))
    return SignedMechanism(id="m", label=Label(en="m"), start=start, end=end, steps=tuple(made))


def test_two_minuses_and_a_minus_lower_the_disease() -> None:
    found = audit(mechanism("drug - a", "a - b", "b - disease"))
    assert found.coherence is Coherence.COHERENT
    assert [sign.value for sign in found.routes[0].after] == ["-", "+", "-"]


def test_an_even_number_of_minuses_is_net_positive() -> None:
    assert audit(mechanism("drug - a", "a - disease")).coherence is Coherence.NET_OPPOSITE


def test_routes_of_both_signs_disagree() -> None:
    found = audit(mechanism("drug - a", "a + disease", "drug + b", "b + disease"))
    assert found.coherence is Coherence.BRANCHES_DISAGREE
    assert len(found.routes) == 2


def test_parallel_steps_of_both_signs_disagree_too() -> None:
    assert audit(mechanism("drug - a", "drug + a", "a + disease")).coherence is Coherence.BRANCHES_DISAGREE


def test_a_step_without_a_sign_is_passed_over_and_told_or_leaves_the_route_open() -> None:
    said = mechanism("drug - a", "a . b", "b + disease")
    assert audit(said).coherence is Coherence.COHERENT
    assert audit(said).routes[0].passed_over == (".",)
    assert audit(said, strict=True).coherence is Coherence.INDETERMINATE


def test_an_unreported_sign_and_an_arrow_against_the_path_leave_it_open_and_say_why() -> None:
    assert audit(mechanism("drug ? a", "a + disease")).why.en == "the sign of '?' is not reported"
    assert audit(mechanism("drug -< a", "a + disease")).why.en == "'-<' runs against the path"


def test_no_route_says_whether_an_end_is_missing() -> None:
    assert audit(mechanism("drug - a", "b + disease")).why.en == "no route from start to end"
    assert audit(mechanism("drug - a")).why.en == "the end stands on no step"


def test_a_route_of_steps_without_signs_has_none() -> None:
    assert audit(mechanism("drug . disease")).coherence is Coherence.INDETERMINATE


def test_a_ring_is_found_and_does_not_stop_the_walk() -> None:
    found = audit(mechanism("drug - a", "a + b", "b + a", "b + disease"))
    assert set(found.cyclic) == {"a", "b"}
    assert found.coherence is Coherence.COHERENT


def test_a_short_cut_of_the_same_sign_is_a_bypass_and_one_of_another_sign_is_not() -> None:
    assert len(audit(mechanism("drug - a", "a + disease", "drug - disease")).bypasses) == 1
    assert audit(mechanism("drug - a", "a + disease", "drug + disease")).bypasses == ()


def test_a_maze_ends_and_says_that_it_is_not_complete() -> None:
    steps = [f"{layer}{one} + {chr(ord(layer) + 1)}{other}" for layer in "abcdefgh" for one in range(6) for other in range(6)]
    found = audit(mechanism("drug + a0", *steps, "i0 - disease"), limit=50)
    assert not found.complete
    assert len(found.routes) == 50
    stuck = audit(mechanism("drug + a0", *steps), limit=50)
    assert not stuck.complete


def test_the_tally_counts_each_mechanism_once() -> None:
    counts = tally([audit(mechanism("drug - disease")), audit(mechanism("drug + disease"))])
    assert counts["mechanisms"] == 2
    assert counts["coherent"] == counts["net positive"] == 1


@given(st.lists(st.sampled_from("+-"), min_size=1, max_size=9))
def test_the_net_sign_of_a_chain_is_the_parity_of_its_minuses(signs: list[str]) -> None:
    places = ["drug", *(f"p{n}" for n in range(len(signs) - 1)), "disease"]
    steps = [f"{one} {sign} {other}" for one, sign, other in zip(places, signs, places[1:], strict=False)]
    odd = signs.count("-") % 2 == 1
    assert audit(mechanism(*steps)).coherence is (Coherence.COHERENT if odd else Coherence.NET_OPPOSITE)
