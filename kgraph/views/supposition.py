"""The answer of ``kgraph what-if``: as text, as rows, and as JSON (schema: ``what-if.schema.json``)."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Asked, Change, Intervened, Judged, Label, Language, Predicted, Routes, Supposition
from kgraph.views.chain_lines import BRIEFLY, chains_json, links_json, names_label, route_label, tell_chains
from kgraph.views.citations import evidence_text
from kgraph.views.json_parts import Json, label_json, term_json
from kgraph.views.json_shapes import entry_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.reasons import AGREEMENT, ASSUMED, DONE, interventions_label, reason_label
from kgraph.views.sentences import context_parts, sentence
from kgraph.views.tables import Table
from kgraph.views.words import CHANGE, LAYER
from kgraph.views.writing import Lines

_ORDER = (Change.RAISED, Change.LOWERED, Change.UNDETERMINED, Change.UNCHANGED)


def supposition_text(
    answer: Supposition,
    terms: Terms,
    *,
    languages: Sequence[Language] = (Language.EN,),
    colour: bool = False,
    width: int | None = None,
    shown: int | None = BRIEFLY,
) -> str:
    """A what-if answer for a person; parameters as for `explanation_text`, `shown` counts the chains of each list."""
    lines = Lines(languages, colour=colour, width=width)
    lines.say(_head(answer.interventions), style="bold")
    for asked in answer.asked:
        if asked.variables != (asked.term,):
            lines.say(_stands_for(asked), indent=2, style="dim")
    assumed = ASSUMED[answer.assumption]
    lines.say(Label(en=f"Assumed: {assumed.en}.", zh=f"假定：{assumed.zh}。"), style="dim")
    for routes in answer.routes or _watched(answer):
        lines.gap()
        _tell_variable(lines, answer, routes, terms, shown)
    if not answer.routes:
        _tell_all(lines, answer)
    if not answer.complete:
        lines.gap()
        lines.say(Label(en="Not complete: a limit stopped a search.", zh="不完整：有搜索达到上限。"), style="warn")
    return lines.text()


def tell_routes(lines: Lines, routes: Routes, terms: Terms, *, indent: int, shown: int | None) -> None:
    """The chains that a held variable cuts, and those that stand."""
    cut, standing = len(routes.cut), len(routes.standing)
    if routes.cut:
        lines.say(Label(en=f"Cut ({cut}):", zh=f"被切断（{cut}条）："), indent=indent)
        tell_chains(lines, routes.cut, terms, indent=indent + 2, shown=shown)
    if routes.standing:
        lines.say(Label(en=f"Standing ({standing}):", zh=f"仍通（{standing}条）："), indent=indent)
        tell_chains(lines, routes.standing, terms, indent=indent + 2, shown=shown)
    elif routes.cut:
        lines.say(Label(en="No chain stands.", zh="没有仍通的链。"), indent=indent)


def tell_observation(lines: Lines, judged: Judged, terms: Terms, *, indent: int) -> None:
    """What was seen, where, who says so, and how the model stands to it."""
    observation = judged.observation
    said, layer, stands, change = (
        sentence(observation, terms),
        LAYER[observation.layer],
        AGREEMENT[judged.agreement],
        CHANGE[observation.change],
    )
    lines.say(
        Label(
            en=f"Observed: {change.en}; {stands.en}. {said.en} [{layer.en}; {observation.id}]",
            zh=f"观察：{change.zh}；{stands.zh}。{said.zh}［{layer.zh}；{observation.id}］",
        ),
        indent=indent,
        style="" if judged.agreement.value == "explained" else "warn",
    )
    for piece in observation.evidence:
        source, places = evidence_text(piece, terms), context_parts(piece.context, terms)
        en, zh = "; ".join(one.en for one in places), "；".join(one.zh for one in places)
        lines.say(
            Label(en=source.en + (f" ({en})" if en else ""), zh=source.zh + (f"（{zh}）" if zh else "")), indent=indent + 2, style="dim"
        )


def prediction_label(predicted: Predicted) -> Label:
    """``antidepressant effect: predicted raised; every chain that reaches it agrees``."""
    name, change, reason = shown_label(predicted.variable), CHANGE[predicted.change], reason_label(predicted)
    return Label(en=f"{name.en}: predicted {change.en}; {reason.en}", zh=f"{name.zh}：预测{change.zh}；{reason.zh}")


def predictions_table(answer: Supposition, languages: Sequence[Language]) -> Table:
    """Predictions, a row each, with what was observed beside them."""
    language = languages[0] if languages else Language.EN
    seen: dict[str, list[str]] = {}
    for judged in answer.observations:
        one = judged.observation
        seen.setdefault(one.variable.id, []).append(f"{one.id} {one.change.value} {judged.agreement.value}")
    rows = tuple(
        (
            one.variable.id,
            one.variable.label.text(language),
            one.change.value,
            one.because.value,
            " | ".join(route_label(chain.links).text(language) for chain in one.chains),
            "; ".join(seen.get(one.variable.id, ())),
        )
        for one in answer.predictions
    )
    return Table(columns=("variable", "label", "change", "reason", "chains", "observations"), rows=rows)


def supposition_json(answer: Supposition, terms: Terms) -> Json:
    """A what-if answer as JSON."""
    return {
        "asked": [_asked_json(asked, terms) for asked in answer.asked],
        "interventions": interventions_json(answer.interventions, terms),
        "assumption": answer.assumption.value,
        "complete": answer.complete,
        "predictions": [prediction_json(one, terms) for one in answer.predictions],
        "routes": [{"variable": term_json(one.variable, terms), **routes_json(one)} for one in answer.routes],
        "observations": [judged_json(one, terms) for one in answer.observations],
    }


def interventions_json(interventions: Sequence[Intervened], terms: Terms) -> list[Json]:
    """Interventions, each on one variable."""
    return [{"variable": term_json(one.variable, terms), "action": one.action.value} for one in interventions]


def prediction_json(predicted: Predicted, terms: Terms) -> Json:
    """One prediction with its reason."""
    return {
        "variable": term_json(predicted.variable, terms),
        "change": predicted.change.value,
        "reason": {
            "because": predicted.because.value,
            "text": label_json(reason_label(predicted)),
            "chains": chains_json(predicted.chains),
            "loop": links_json(predicted.loop),
        },
    }


def routes_json(routes: Routes) -> Json:
    """The chains cut and standing."""
    return {"cut": chains_json(routes.cut), "standing": chains_json(routes.standing), "complete": routes.complete}


def judged_json(judged: Judged, terms: Terms) -> Json:
    """An observation with the prediction beside it."""
    return {
        "observation": entry_json(judged.observation, terms),
        "agreement": judged.agreement.value,
        "prediction": prediction_json(judged.predicted, terms),
        **routes_json(judged.routes),
    }


def _asked_json(asked: Asked, terms: Terms) -> Json:
    return {
        "name": term_json(asked.term, terms),
        "action": asked.action.value if asked.action else None,
        "variables": [term_json(variable, terms) for variable in asked.variables],
    }


def _head(interventions: Sequence[Intervened]) -> Label:
    done = interventions_label(interventions)
    return Label(en=f"What if: {done.en}.", zh=f"假如：{done.zh}。")


def _stands_for(asked: Asked) -> Label:
    name, variables = shown_label(asked.term), names_label(asked.variables)
    done = DONE[asked.action] if asked.action else Label(en="asked about", zh="所问")
    return Label(en=f"{name.en} ({done.en}) stands for: {variables.en}", zh=f"{name.zh}（{done.zh}）代表：{variables.zh}")


def _watched(answer: Supposition) -> tuple[Routes, ...]:
    """The chains to each variable that was observed, once each."""
    return tuple({one.routes.variable.id: one.routes for one in answer.observations}.values())


def _tell_variable(lines: Lines, answer: Supposition, routes: Routes, terms: Terms, shown: int | None) -> None:
    """One variable: the prediction, what was observed, and the chains."""
    judged = [one for one in answer.observations if one.observation.variable.id == routes.variable.id]
    every = [*(one for one in answer.predictions if one.variable.id == routes.variable.id), *(one.predicted for one in judged)]
    told = prediction_label(every[0])
    lines.say(Label(en=f"{told.en}.", zh=f"{told.zh}。"), style="bold")
    for one in judged:
        tell_observation(lines, one, terms, indent=2)
    if every[0].loop:
        loop = route_label(every[0].loop)
        lines.say(Label(en=f"The loop: {loop.en}", zh=f"回路：{loop.zh}"), indent=2)
    tell_routes(lines, routes, terms, indent=2, shown=shown)


def _tell_all(lines: Lines, answer: Supposition) -> None:
    """Every prediction, grouped by what happens."""
    if not answer.observations:
        lines.gap()
        lines.say(
            Label(en="No observation in the graph was made under exactly these interventions.", zh="图谱中没有恰在这些干预下所做的观察。")
        )
    for change in _ORDER:
        found = [one for one in answer.predictions if one.change is change]
        if not found:
            continue
        lines.gap()
        word = CHANGE[change]
        lines.say(Label(en=f"Predicted {word.en} ({len(found)}):", zh=f"预测{word.zh}（{len(found)}个）："), style="bold")
        for one in found:
            name, reason = shown_label(one.variable), reason_label(one)
            why = f" ({reason.en})", f"（{reason.zh}）"
            plain = change in (Change.RAISED, Change.LOWERED) and one.chains
            lines.say(Label(en=name.en + ("" if plain else why[0]), zh=name.zh + ("" if plain else why[1])), indent=2)
            if change is Change.UNDETERMINED:
                for chain in one.chains:
                    lines.say(route_label(chain.links), indent=6, style="dim")
