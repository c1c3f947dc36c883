"""Where pages of a site stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgraph.views.addresses import addresses


def test_a_plain_id_is_its_own_address() -> None:
    assert addresses(["claim:x", "ent:ketamine"]) == {"claim:x": "claims/x.html", "ent:ketamine": "entities/ketamine.html"}


def test_names_that_differ_only_in_case_do_not_meet_on_a_disk_that_ignores_it() -> None:
    found = addresses(["ent:gaba", "ent:GABA"])
    assert len({address.casefold() for address in found.values()}) == 2


@given(st.lists(st.text(min_size=1), unique=True))
def test_an_address_is_a_safe_path_of_its_own_whatever_the_id(identities: list[str]) -> None:
    found = addresses([*identities, *(f"ent:{one}" for one in identities)])
    assert len({address.casefold() for address in found.values()}) == len(found)
    for address in found.values():
        _, _, name = address.partition("/")
        assert name.isascii()
        assert not name.startswith(".")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
        assert len(name) < 120
