"""Results of treatments as a plot: one group for each outcome, because different outcomes are not to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import Change, Label, Quantity, Result, Term
from kgraph.views.naming import shown_label
from kgraph.views.plot import Axis, Column, Mark, Plot, PlotGroup, PlotRow, even_ticks
from kgraph.views.quantities import number_of, quantity_text
from kgraph.views.words import CHANGE, design_label

_NOT_STATED = Label(en="not stated", zh="未说明")
_COUNTS = ("{patients}", "{participants}", "{studies}")
_TIMES = ("min", "h", "d", "wk", "mo", "a")
_PERCENT = "%"


def results_plot(name: str, title: Label, results: Iterable[Result]) -> Plot:
    """The results of a treatment, those with a number on an axis of their outcome, the others in words.

    Left out are results without an intervention, such as how common an illness is, and counts of patients or studies.
    """
    kept = [one for one in results if one.intervention and not (one.value and one.value.unit in _COUNTS)]
    measured = [one for one in kept if _number(one.value) is not None]
    worded = [one for one in kept if _number(one.value) is None]
    outcomes: dict[tuple[str, str], list[Result]] = {}
    for one in sorted(measured, key=_order):
        outcomes.setdefault((one.outcome.id, one.value.unit if one.value else ""), []).append(one)
    # What is known with dose and sample comes first, so that the best described studies are seen first.
    ranked = sorted(
        outcomes.values(),
        key=lambda each: (not any(one.dose for one in each), not any(one.sample_size for one in each), each[0].outcome.id),
    )
    groups = [_group(each) for each in ranked]
    if worded:
        rows = tuple(_row(one, instead=_words(one)) for one in sorted(worded, key=lambda one: (one.outcome.id, *_order(one))))
        groups.append(PlotGroup(title=Label(en="Reported without a number", zh="只有文字、没有数字的结果"), rows=rows))
    return Plot(
        name=name,
        title=title,
        note=Label(
            en="Each outcome has an axis of its own. Do not compare between groups: outcomes, populations, designs and times differ. "
            "A whisker is drawn only where the source gives a spread.",
            zh="每个结局各有一轴。各组之间不可比较：结局、人群、设计与时间均不同。仅当来源给出离散程度时才画出误差线。",
        ),
        left=(
            Column(name="given", label=Label(en="Given", zh="给予"), width=126),
            Column(name="route", label=Label(en="Route", zh="途径"), width=98),
            Column(name="dose", label=Label(en="Dose", zh="剂量"), width=66),
            Column(name="n", label=Label(en="n", zh="样本量"), width=68),
            Column(name="time", label=Label(en="Time", zh="时间"), width=108),
        ),
        right=(Column(name="value", label=Label(en="Value and spread", zh="数值与离散程度"), width=132),),
        detail="design",
        measures=("number", "unit", "spread"),
        groups=tuple(groups),
        entries=tuple(sorted(kept, key=lambda one: one.id)),
        kind=Label(en="result", zh="结果"),
    )


def _group(each: Sequence[Result]) -> PlotGroup:
    unit = each[0].value.unit if each[0].value else ""
    tops = [(_number(one.value) or 0.0) + (_number(one.spread) or 0.0) for one in each]
    high, ticks = even_ticks(100.0 if unit == _PERCENT and max(tops) <= 100 else max(tops), "%" if unit == _PERCENT else "")
    title = shown_label(each[0].outcome)
    words = quantity_text(Quantity(value="", unit=unit))
    axis = Axis(label=Label(en=words.en.strip(), zh=words.zh.strip()) if unit != _PERCENT else Label(), low=0.0, high=high, ticks=ticks)
    return PlotGroup(title=title, rows=tuple(_row(one) for one in each), axis=axis)


def _row(one: Result, instead: Label = Label()) -> PlotRow:
    value, spread = _number(one.value), _number(one.spread)
    given = shown_label(one.intervention) if one.intervention else _NOT_STATED
    return PlotRow(
        ids=(one.id,),
        left=(given, _joined(one.route), _quantity(one.dose), _quantity(one.sample_size or one.studies), _time(one)),
        right=(_value(one),),
        detail=_who(one),
        values=(value, one.value.unit if one.value else None, spread),
        marks=(Mark(high=value, spread=spread),) if value is not None else (),
        instead=Label(en=f"{shown_label(one.outcome).en}: {instead.en}", zh=f"{shown_label(one.outcome).zh}：{instead.zh}")
        if instead != Label()
        else Label(),
    )


def _value(one: Result) -> Label:
    """The number with its spread; what is not stated is said to be so."""
    if one.value is None:
        return Label()
    number = quantity_text(one.value)
    if one.spread is None:
        spread = Label(en="spread not stated", zh="离散未说明")
    else:
        kind = one.spread_kind if one.spread_kind and one.spread_kind != "not stated" else ""
        said = quantity_text(one.spread)
        spread = Label(en=f"± {said.en} ({kind or 'kind not stated'})", zh=f"± {said.zh}（{kind or '类别未说明'}）")
    p = quantity_text(one.p_value) if one.p_value else None
    tested = (
        Label(en=f"; P {p.en if p.en[:1] in '<>≤≥' else '= ' + p.en}", zh=f"；P {p.zh if p.zh[:1] in '＜＞≤≥' else '= ' + p.zh}")
        if p
        else Label()
    )
    return Label(en=f"{number.en}; {spread.en}{tested.en}", zh=f"{number.zh}；{spread.zh}{tested.zh}")


def _who(one: Result) -> Label:
    who = shown_label(one.population) if one.population else Label(en="population not stated", zh="人群未说明")
    design = design_label(one.design)
    against = Label()
    if one.comparator:
        other = shown_label(one.comparator)
        against = Label(en=f"; against {other.en}", zh=f"；对照：{other.zh}")
    when = Label(en=f"; {one.schedule.en}", zh=f"；{one.schedule.zh or one.schedule.en}") if one.schedule != Label() else Label()
    return Label(en=f"{who.en}; {design.en}{against.en}{when.en}", zh=f"{who.zh}；{design.zh}{against.zh}{when.zh}")


def _time(one: Result) -> Label:
    """When it was measured, and from when on."""
    after = one.time_from
    if one.time is None:
        if one.value and one.value.unit in _TIMES and after != Label():
            return Label(en=f"from {after.en}", zh=f"自{after.zh or after.en}起")
        if one.period:
            over = quantity_text(one.period)
            end = Label(en=f", {after.en}", zh=f"，{after.zh or after.en}") if after != Label() else Label()
            return Label(en=f"over {over.en}{end.en}", zh=f"{over.zh}内{end.zh}")
        return after if after != Label() else _NOT_STATED
    when = quantity_text(one.time)
    if after == Label():
        return when
    since = after.zh or after.en
    return Label(en=f"{when.en} after {after.en}", zh=f"{since}{'' if since.endswith('后') else '后'}{when.zh}")


def _words(one: Result) -> Label:
    change = CHANGE[one.change] if one.change else _NOT_STATED
    arrow = {Change.RAISED: "▲ ", Change.LOWERED: "▼ ", Change.UNCHANGED: "= "}.get(one.change, "") if one.change else ""
    tested = {"significant": Label(en=", significant", zh="，有显著性"), "not significant": Label(en=", not significant", zh="，无显著性")}
    said = tested.get(one.significance, Label())
    return Label(en=f"{arrow}{change.en}{said.en}", zh=f"{arrow}{change.zh}{said.zh}")


def _joined(terms: Sequence[Term]) -> Label:
    labels = [shown_label(one) for one in terms]
    return Label(en=", ".join(one.en for one in labels), zh="、".join(one.zh for one in labels)) if labels else _NOT_STATED


def _quantity(quantity: Quantity | None) -> Label:
    return quantity_text(quantity) if quantity else _NOT_STATED


def _number(quantity: Quantity | None) -> float | None:
    """The value of a quantity where it is a number."""
    if quantity is None:
        return None
    value = number_of(quantity)
    return None if isinstance(value, str) else float(value)


def _order(one: Result) -> tuple[str, float, float, str]:
    """By route, dose and time; what is not stated comes last."""
    dose, time = _number(one.dose), _number(one.time)
    route = one.route[0].id if one.route else "~"
    return route, float("inf") if dose is None else dose, float("inf") if time is None else time, one.id
