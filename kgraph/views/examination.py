"""The answer of ``kgraph observations``: as text, as rows, and as JSON (schema: ``observations.schema.json``)."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Agreement, Change, Convergence, Examination, Examined, Label, Language, Layer, Link, Mending, Outcome
from kgraph.views.chain_lines import BRIEFLY, chains_json, links_json, route_label
from kgraph.views.json_parts import Json, term_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.reasons import AGREEMENT, interventions_label
from kgraph.views.sentences import sentence
from kgraph.views.supposition import interventions_json, judged_json, prediction_label, tell_observation, tell_routes
from kgraph.views.tables import Table
from kgraph.views.words import CHANGE, LAYER
from kgraph.views.writing import Lines

_TOLD = 3
_NEVER = Label(
    en="Hypotheses, never used in answers. The model would agree if all links of one line were absent (+: present):",
    zh="以下为假设，从不用于作答。若某一行的链接全部不存在（+：存在），模型便与观察一致：",
)


def examination_text(
    examination: Examination,
    terms: Terms,
    *,
    full: bool = True,
    languages: Sequence[Language] = (Language.EN,),
    colour: bool = False,
    width: int | None = None,
    shown: int | None = BRIEFLY,
) -> str:
    """Observations held against the model, for a person.

    Parameters
    ----------
    examination : Examination
        The answer, told in its order.
    terms, languages, colour, width
        As for `explanation_text`.
    full : bool
        Whether to tell chains and hypotheses; else only what was seen and how the model stands to it.
    shown : int, optional
        The most chains and hypotheses told of each list; all when ``None``.
    """
    lines = Lines(languages, colour=colour, width=width)
    lines.say(_sum(examination), style="bold")
    for one in examination.examined:
        lines.gap()
        tell_observation(lines, one.judged, terms, indent=0)
        told = prediction_label(one.judged.predicted)
        lines.say(Label(en=f"{told.en}.", zh=f"{told.zh}。"), indent=2)
        if full:
            tell_routes(lines, one.judged.routes, terms, indent=2, shown=shown)
            _tell_mending(lines, one, shown)
    return lines.text()


def examination_table(examination: Examination, terms: Terms, languages: Sequence[Language]) -> Table:
    """Observations, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            one.judged.observation.id,
            one.judged.observation.layer.value,
            sentence(one.judged.observation, terms).text(language),
            one.judged.observation.variable.id,
            one.judged.observation.change.value,
            one.judged.predicted.change.value,
            one.judged.agreement.value,
            len(one.judged.routes.cut),
            len(one.judged.routes.standing),
        )
        for one in examination.examined
    )
    return Table(columns=("id", "layer", "text", "variable", "observed", "predicted", "agreement", "cut", "standing"), rows=rows)


def examination_json(examination: Examination, terms: Terms) -> Json:
    """Observations held against the model, as JSON."""
    return {
        "assumption": examination.assumption.value,
        "observations": [examined_json(one, terms) for one in examination.examined],
    }


def examined_json(one: Examined, terms: Terms) -> Json:
    """One observation, with the hypotheses that would reconcile the model with it."""
    return {
        **judged_json(one.judged, terms),
        "hypotheses": [
            {
                "removed": links_json(mending.removed),
                "added": links_json(mending.added),
                "refuted_by": [outcome_json(outcome, terms) for outcome in mending.refuted_by],
            }
            for mending in one.mendings
        ],
        "hypotheses_complete": one.complete,
        "changes_tried": one.searched,
        "converging": [
            {
                "variable": term_json(found.variable, terms),
                "ways": [{"links": links_json(way), "chains": chains_json(chains)} for way, chains in found.ways],
                "apart": chains_json(found.apart),
            }
            for found in one.convergences
        ],
    }


def outcome_json(outcome: Outcome, terms: Terms) -> Json:
    """What would be seen under which interventions."""
    return {
        "interventions": interventions_json(outcome.interventions, terms),
        "variable": term_json(outcome.variable, terms),
        "change": outcome.change.value,
    }


def outcome_label(outcome: Outcome) -> Label:
    """``with A raised and B blocked, C is raised``."""
    done, name, change = interventions_label(outcome.interventions), shown_label(outcome.variable), CHANGE[outcome.change]
    stays = outcome.change is Change.UNCHANGED
    return Label(en=f"with {done.en}, {name.en} {'stays' if stays else 'is'} {change.en}", zh=f"{done.zh}时，{name.zh}{change.zh}")


def _sum(examination: Examination) -> Label:
    if not examination.examined:
        return Label(en="The graph holds no observation.", zh="图谱中没有观察。")
    counts = {kind: sum(one.judged.agreement is kind for one in examination.examined) for kind in Agreement}
    return Label(
        en=f"{len(examination.examined)} observation{'s' if len(examination.examined) != 1 else ''}: "
        + ", ".join(f"{counts[kind]} {kind.value}" for kind in Agreement if counts[kind])
        + ".",
        zh=f"{len(examination.examined)}项观察："
        + "，".join(f"{AGREEMENT[kind].zh} {counts[kind]}项" for kind in Agreement if counts[kind])
        + "。",
    )


def _tell_mending(lines: Lines, one: Examined, shown: int | None) -> None:
    """Where chains would converge, and the hypotheses with what would refute each."""
    for found in one.convergences:
        _tell_convergence(lines, found)
    if one.judged.agreement is not Agreement.CONTRADICTED or not one.searched:
        return
    if not one.mendings:
        lines.say(
            Label(
                en=f"No set of up to {one.searched} links was found that would reconcile the model with it.",
                zh=f"未找到不超过{one.searched}条链接、能使模型与之一致的改动。",
            ),
            indent=2,
        )
        return
    lines.say(_NEVER, indent=2, style="warn")
    told = one.mendings if shown is None else one.mendings[:_TOLD]
    for number, mending in enumerate(told, 1):
        lines.say(_changes(mending), indent=4, first=f"{number}. ")
        refuted = [outcome_label(outcome) for outcome in mending.refuted_by]
        if refuted:
            lines.say(
                Label(
                    en="refuted if " + "; or ".join(part.en for part in refuted),
                    zh="若" + "；或".join(part.zh for part in refuted) + "，则被否定",
                ),
                indent=7,
                style="dim",
            )
    if len(told) < len(one.mendings) or not one.complete:
        more = len(one.mendings) - len(told)
        lines.say(
            Label(en=f"and {more} more" + ("" if one.complete else " and others"), zh=f"另有{more}项" + ("" if one.complete else "及其他")),
            indent=7,
            style="dim",
        )


def _changes(mending: Mending) -> Label:
    parts = [(sign, route_label([link])) for sign, links in (("", mending.removed), ("+ ", mending.added)) for link in links]
    return Label(en="; ".join(sign + route.en for sign, route in parts), zh="；".join(sign + route.zh for sign, route in parts))


def _tell_convergence(lines: Lines, found: Convergence) -> None:
    name = shown_label(found.variable)
    if found.ways:
        lines.say(
            Label(
                en=f"Standing chains also lead into {name.en} by these links; if their effect needed it, they would converge there:",
                zh=f"仍通的链也经以下链接通向{name.zh}；若其作用有赖于此，便会在此汇合：",
            ),
            indent=2,
        )
    for way, chains in found.ways:
        route, layers = route_label(way), _layers(way)
        count = "1 chain" if len(chains) == 1 else f"{len(chains)} chains"
        lines.say(Label(en=f"{route.en} [{count}; {layers.en}]", zh=f"{route.zh}［{len(chains)}条链；{layers.zh}］"), indent=4)
    if found.apart:
        apart = len(found.apart)
        lines.say(
            Label(
                en=f"No link known here leads from {apart} of the standing chains into {name.en}.",
                zh=f"仍通的链中有{apart}条，此处没有通向{name.zh}的链接。",
            ),
            indent=2,
        )


def _layers(links: Sequence[Link]) -> Label:
    held = {claim.layer for link in links for claim in link.claims}
    labels = [LAYER[layer] for layer in Layer if layer in held]
    return Label(en=", ".join(label.en for label in labels), zh="、".join(label.zh for label in labels))
