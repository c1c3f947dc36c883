"""Chains told step by step for a page: plain values for the templates, in both languages."""

from __future__ import annotations

from kgraph.model import Chain, Explanation, Label, Sign
from kgraph.views.citations import evidence_text
from kgraph.views.explanation import claim_marks, completeness_sentence, net_sign_sentence, ordered_claims, verdict_sentence
from kgraph.views.naming import Terms, mechanism_label, mechanism_order, shown_label, within_label
from kgraph.views.pages import plain_label
from kgraph.views.picture import link_id
from kgraph.views.sentences import claim_sentence
from kgraph.views.words import ARROW, LAYER, SIGN_TEXT

MOST_CHAINS = 40


def explanation_story(explanation: Explanation, terms: Terms, *, most: int = MOST_CHAINS) -> dict[str, object]:
    """An explanation for a page: verdict, how many chains each mechanism holds, the chains, completeness.

    Chains within one mechanism are told first, in the order of the mechanisms; at most `most` are told and the rest counted.
    """
    ordered = sorted(explanation.chains, key=lambda chain: _place(chain, terms))
    told = ordered[:most]
    return {
        "verdict": plain_label(verdict_sentence(explanation)),
        "complete": plain_label(completeness_sentence(explanation)),
        "overview": _overview(explanation, terms),
        "chains": [chain_story(chain, number, terms) for number, chain in enumerate(told, 1)],
        "untold": len(ordered) - len(told),
    }


def chain_story(chain: Chain, number: int, terms: Terms) -> dict[str, object]:
    """One chain: its heading, its steps with evidence, and how its net sign was composed."""
    within = within_label(chain, terms)
    count, sign = len(chain.links), SIGN_TEXT[chain.sign]
    return {
        "heading": plain_label(
            Label(
                en=f"Chain {number}: {within.en}, {count} {'step' if count == 1 else 'steps'}, net sign {sign}",
                zh=f"第{number}条链：{within.zh}，{count}步，净符号{sign}",
            )
        ),
        "sign": chain.sign.value,
        "start": plain_label(shown_label(chain.links[0].subject)),
        "net": plain_label(net_sign_sentence(chain)),
        "steps": [
            {
                "link": link_id(link),
                "sign": link.sign.value,
                "arrow": ARROW[link.sign],
                "reaches": plain_label(shown_label(link.object)),
                "claims": [
                    {
                        "id": claim.id,
                        "sentence": plain_label(claim_sentence(claim, terms)),
                        "layer": claim.layer.value,
                        "layer_name": plain_label(LAYER[claim.layer]),
                        "evidence": [plain_label(text) for text in dict.fromkeys(evidence_text(piece, terms) for piece in claim.evidence)],
                        "marks": [plain_label(mark) for mark in claim_marks(claim, terms)],
                    }
                    for claim in ordered_claims(link)
                ],
            }
            for link in chain.links
        ],
    }


def _overview(explanation: Explanation, terms: Terms) -> list[dict[str, object]]:
    counts: dict[str, list[Sign]] = {}
    for chain in explanation.chains:
        for mechanism in chain.mechanisms:
            counts.setdefault(mechanism, []).append(chain.sign)
    return [
        {
            "label": plain_label(mechanism_label(terms, one)),
            "counts": [(SIGN_TEXT[sign], sign.value, counts[one].count(sign)) for sign in Sign if sign in counts[one]],
        }
        for one in sorted(counts, key=lambda one: mechanism_order(one, terms))
    ]


def _place(chain: Chain, terms: Terms) -> tuple[bool, tuple[tuple[bool, str, str], ...], int]:
    return (not chain.mechanisms, tuple(sorted(mechanism_order(one, terms) for one in chain.mechanisms)), len(chain.links))
