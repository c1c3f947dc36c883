"""The answers of ``kgraph discriminate`` and ``kgraph reverse``: as text, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Change, Explaining, Label, Language, Reversal, Rivalry, Splitting
from kgraph.views.chain_lines import names_label
from kgraph.views.json_parts import Json, label_json, term_json
from kgraph.views.json_shapes import entry_json, mechanism_json
from kgraph.views.naming import Terms, mechanism_label, shown_label
from kgraph.views.reasons import ASSUMED, interventions_label
from kgraph.views.sentences import sentence
from kgraph.views.supposition import interventions_json
from kgraph.views.tables import Table
from kgraph.views.words import CHANGE, LAYER
from kgraph.views.writing import Lines


def tell_rivalry(lines: Lines, rivalry: Rivalry, terms: Terms) -> None:
    """Each experiment with what each rival predicts, and what was observed."""
    names = [mechanism_label(terms, rival.id) for rival in rivalry.rivals]
    lines.say(
        Label(en="Rivals: " + "; ".join(name.en for name in names) + ".", zh="相争的机制：" + "；".join(name.zh for name in names) + "。"),
        style="bold",
    )
    if rivalry.base:
        done = interventions_label(rivalry.base)
        lines.say(Label(en=f"In every experiment: {done.en}.", zh=f"每个实验都：{done.zh}。"))
    measured, assumed = names_label(rivalry.readouts), ASSUMED[rivalry.assumption]
    lines.say(Label(en=f"Measured: {measured.en}.", zh=f"测量：{measured.zh}。"))
    lines.say(Label(en=f"Assumed: {assumed.en}.", zh=f"假定：{assumed.zh}。"), style="dim")
    if not rivalry.splittings:
        lines.say(Label(en="No single intervention tells any two of them apart.", zh="没有任何单一干预能区分其中任何两个。"))
    for number, one in enumerate(rivalry.splittings, 1):
        lines.gap()
        _tell_splitting(lines, one, number, rivalry, terms)
    left = rivalry.found - len(rivalry.splittings)
    if left:
        lines.gap()
        lines.say(
            Label(en=f"{left} more experiments tell some of them apart; --limit shows more.", zh=f"另有{left}个实验可区分，见--limit。")
        )


def rivalry_table(rivalry: Rivalry, languages: Sequence[Language]) -> Table:
    """What each rival predicts in each experiment, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            number,
            len(one.pairs),
            interventions_label(one.interventions).text(language),
            one.variable.id,
            rival.id,
            change.value,
            " ".join(f"{seen.id}={seen.change.value}" for seen in one.observations),
        )
        for number, one in enumerate(rivalry.splittings, 1)
        for rival, change in zip(rivalry.rivals, one.changes, strict=True)
    )
    return Table(columns=("experiment", "pairs", "interventions", "variable", "mechanism", "predicted", "observed"), rows=rows)


def rivalry_json(rivalry: Rivalry, terms: Terms) -> Json:
    """Rivals and experiments as JSON."""
    return {
        "mechanisms": [mechanism_json(one) for one in rivalry.rivals],
        "base": interventions_json(rivalry.base, terms),
        "readouts": [term_json(one, terms) for one in rivalry.readouts],
        "assumption": rivalry.assumption.value,
        "found": rivalry.found,
        "experiments": [splitting_json(one, rivalry, terms) for one in rivalry.splittings],
    }


def splitting_json(one: Splitting, rivalry: Rivalry, terms: Terms) -> Json:
    """One experiment."""
    return {
        "interventions": interventions_json(one.interventions, terms),
        "variable": term_json(one.variable, terms),
        "predictions": {rival.id: change.value for rival, change in zip(rivalry.rivals, one.changes, strict=True)},
        "pairs": [list(pair) for pair in one.pairs],
        "observations": [entry_json(seen, terms) for seen in one.observations],
    }


def tell_reversal(lines: Lines, reversal: Reversal) -> None:
    """What was seen and what explains it."""
    seen = [(shown_label(term), CHANGE[change]) for term, change in reversal.seen]
    lines.say(
        Label(
            en="Seen: " + "; ".join(f"{name.en} {change.en}" for name, change in seen) + ".",
            zh="所见：" + "；".join(f"{name.zh}{change.zh}" for name, change in seen) + "。",
        ),
        style="bold",
    )
    assumed = ASSUMED[reversal.assumption]
    lines.say(Label(en=f"Assumed: {assumed.en}.", zh=f"假定：{assumed.zh}。"), style="dim")
    if not reversal.causes:
        lines.say(Label(en="No intervention on anything known here explains any of it.", zh="此处没有任何干预能解释其中任何一项。"))
        return
    lines.gap()
    if not reversal.complete:
        lines.say(Label(en="Not complete: only the nearest variables were tried.", zh="不完整：只试了最近的变量。"), style="warn")
    for number, one in enumerate(reversal.causes, 1):
        done = interventions_label(one.interventions)
        lines.say(
            Label(
                en=f"{done.en}: {one.right} right, {one.wrong} wrong, {one.undetermined} undetermined",
                zh=f"{done.zh}：{one.right}对，{one.wrong}错，{one.undetermined}未定",
            ),
            first=f"{number}. ",
        )


def reversal_table(reversal: Reversal, languages: Sequence[Language]) -> Table:
    """Causes, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            " ".join(f"{act.action.value}:{act.variable.id}" for act in one.interventions),
            interventions_label(one.interventions).text(language),
            one.right,
            one.wrong,
            one.undetermined,
        )
        for one in reversal.causes
    )
    return Table(columns=("interventions", "text", "right", "wrong", "undetermined"), rows=rows)


def reversal_json(reversal: Reversal, terms: Terms) -> Json:
    """What was seen and its causes, as JSON."""
    return {
        "seen": [{"variable": term_json(term, terms), "change": change.value} for term, change in reversal.seen],
        "assumption": reversal.assumption.value,
        "complete": reversal.complete,
        "causes": [explaining_json(one, reversal, terms) for one in reversal.causes],
    }


def explaining_json(one: Explaining, reversal: Reversal, terms: Terms) -> Json:
    """One cause with its score and its predictions."""
    return {
        "interventions": interventions_json(one.interventions, terms),
        "text": label_json(interventions_label(one.interventions)),
        "right": one.right,
        "wrong": one.wrong,
        "undetermined": one.undetermined,
        "predictions": {term.id: change.value for (term, _), change in zip(reversal.seen, one.predicted, strict=True)},
    }


def _tell_splitting(lines: Lines, one: Splitting, number: int, rivalry: Rivalry, terms: Terms) -> None:
    done, name = interventions_label(one.interventions), shown_label(one.variable)
    pairs = "1 pair" if len(one.pairs) == 1 else f"{len(one.pairs)} pairs"
    lines.say(
        Label(en=f"{done.en}; {name.en} ({pairs} told apart)", zh=f"{done.zh}；看{name.zh}（区分{len(one.pairs)}对）"),
        first=f"{number}. ",
        style="bold",
    )
    for change in Change:
        held = [mechanism_label(terms, rival.id) for rival, found in zip(rivalry.rivals, one.changes, strict=True) if found is change]
        if held:
            word = CHANGE[change]
            lines.say(
                Label(en=f"{word.en}: " + "; ".join(name.en for name in held), zh=f"{word.zh}：" + "；".join(name.zh for name in held)),
                indent=3,
            )
    for seen in one.observations:
        said, word, layer = sentence(seen, terms), CHANGE[seen.change], LAYER[seen.layer]
        lines.say(
            Label(en=f"Observed: {word.en}. {said.en} [{layer.en}; {seen.id}]", zh=f"观察：{word.zh}。{said.zh}［{layer.zh}；{seen.id}］"),
            indent=3,
            style="warn",
        )
