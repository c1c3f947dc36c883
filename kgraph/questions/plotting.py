"""What plots show: results of treatments, adverse effects, evidence by species. Every number comes from an entry of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kgraph.errors import InvalidValue
from kgraph.model import Claim, Label, Selection
from kgraph.questions.listing import claims, mechanisms, results
from kgraph.questions.plotting_results import results_plot
from kgraph.store import Knowledge
from kgraph.views.naming import label_of, mechanism_label, shown_label
from kgraph.views.plot import Axis, Column, Mark, Plot, PlotGroup, PlotRow, Tick, even_ticks
from kgraph.views.words import FREQUENCY

_SPECIES = (
    Label(en="people only", zh="仅人类"),
    Label(en="animals only", zh="仅动物"),
    Label(en="both", zh="人与动物"),
    Label(en="not stated", zh="未说明"),
)
_HUMAN = "human"


def plots() -> Mapping[str, Label]:
    """The plots there are: name and title, in the order in which they are told."""
    return {name: title for name, (title, _) in _PLOTS.items()}


def plot(knowledge: Knowledge, name: str, about: Iterable[str] = (), *, selection: Selection = Selection()) -> Plot:
    """A plot of what the graph holds.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    name : str
        ``efficacy``, ``adverse-effects`` or ``species``.
    about : iterable of str
        Names; only entries that speak of all of them.
    selection : Selection
        Layers, mechanisms and species.

    Returns
    -------
    Plot
        Nothing in it is computed from several studies: a number is one entry's own, or a count of entries.

    Raises
    ------
    InvalidValue
        There is no such plot, or nothing to plot.
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.

    Examples
    --------
    >>> import kgraph
    >>> found = kgraph.plot(kgraph.load(), "species")
    >>> found.measures
    ('people_only', 'animals_only', 'both', 'not_stated')
    """
    if name not in _PLOTS:
        raise InvalidValue(f"there is no plot '{name}'", where="plot", remedy="use one of " + ", ".join(_PLOTS))
    title, make = _PLOTS[name]
    made = make(knowledge, name, title, tuple(about), selection)
    if not any(group.rows for group in made.groups):
        raise InvalidValue(f"there is nothing to plot as {name}", remedy="ask for fewer names, or look at kgraph results and kgraph claims")
    return made


def _efficacy(knowledge: Knowledge, name: str, title: Label, about: tuple[str, ...], selection: Selection) -> Plot:
    return results_plot(name, title, results(knowledge, about=about, selection=selection))


def _adverse(knowledge: Knowledge, name: str, title: Label, about: tuple[str, ...], selection: Selection) -> Plot:
    """Claims whose evidence says how often, when it begins or when it is gone: one row for each piece of evidence."""
    found = [one for one in claims(knowledge, about=about, kind="claim", selection=selection) if isinstance(one, Claim)]
    words = list(reversed(FREQUENCY))
    rows: list[tuple[str, str, PlotRow]] = []
    entries: dict[str, Claim] = {}
    for claim in found:
        for piece in claim.evidence:
            context = piece.context
            frequency = context.frequency.rpartition(":")[2]
            if not (frequency or context.onset != Label() or context.offset != Label()):
                continue
            entries[claim.id] = claim
            place = words.index(frequency) + 1 if frequency in words else None
            rows.append(
                (
                    shown_label(claim.subject).en,
                    shown_label(claim.object).en,
                    PlotRow(
                        ids=(claim.id,),
                        left=(
                            shown_label(claim.object),
                            shown_label(claim.subject),
                            label_of(knowledge, context.population) if context.population else _NOT_STATED,
                        ),
                        right=(_stated(context.onset), _stated(context.offset)),
                        values=(frequency or None,),
                        marks=(Mark(high=float(place)),) if place else (),
                        instead=Label() if place else Label(en="how often: not stated", zh="频度：未说明"),
                    ),
                )
            )
    rows.sort(key=lambda one: (one[0], -max((mark.high for mark in one[2].marks), default=0.0), one[1], one[2].ids))
    axis = Axis(
        label=Label(en="how often, in the words of the source: an order, not a scale", zh="频度，按来源用词：只有次序，没有刻度"),
        low=0.5,
        high=len(words) + 0.5,
        ticks=tuple(Tick(value=float(place), label=FREQUENCY[word]) for place, word in enumerate(words, 1)),
    )
    return Plot(
        name=name,
        title=title,
        note=Label(
            en="Onset and offset are words, not measured times. A row for each piece of evidence: two rows of one effect are two reports.",
            zh="出现与消退时间为文字描述，并非测得的时间。每条证据一行；同一反应有两行，即有两处报告。",
        ),
        left=(
            Column(name="effect", label=Label(en="Effect", zh="反应"), width=128),
            Column(name="exposure", label=Label(en="After", zh="暴露"), width=118),
            Column(name="population", label=Label(en="In", zh="人群"), width=120),
        ),
        right=(
            Column(name="onset", label=Label(en="Begins", zh="出现"), width=106),
            Column(name="offset", label=Label(en="Gone", zh="消退"), width=106),
        ),
        measures=("frequency",),
        groups=(PlotGroup(title=Label(), rows=tuple(row for _, _, row in rows), axis=axis),),
        entries=tuple(entries[key] for key in sorted(entries)),
        kind=Label(en="claim", zh="主张"),
    )


def _species(knowledge: Knowledge, name: str, title: Label, about: tuple[str, ...], selection: Selection) -> Plot:
    """Claims of each mechanism by the species that they were seen in; the last row counts every claim once."""
    found = [one for one in claims(knowledge, about=about, kind="claim", selection=selection) if isinstance(one, Claim)]
    listed = [(mechanism_label(knowledge, one.id), one.id) for one in mechanisms(knowledge)]
    within = {
        one.id: {one.id, *(other.id for other in knowledge.mechanisms() if other.part_of == one.id)} for one in knowledge.mechanisms()
    }
    rows = []
    for label, identity in listed:
        held = [claim for claim in found if within[identity].intersection(claim.mechanisms)]
        rows += [(label, held)] if held else []
    return Plot(
        name=name,
        title=title,
        note=Label(
            en="A claim counts once in each mechanism that holds it, by the species that its evidence or its variables name. "
            "Not stated is not the same as any species.",
            zh="每条主张在其所属的每个机制中各计一次，按其证据或变量所注明的物种归类。未说明不等于适用于任何物种。",
        ),
        left=(Column(name="mechanism", label=Label(en="Mechanism", zh="机制"), width=220),),
        right=(Column(name="claims", label=Label(en="Claims", zh="主张数"), width=60),),
        measures=("people_only", "animals_only", "both", "not_stated"),
        groups=(_species_group(rows), _species_group([(Label(en="all claims, each once", zh="全部主张，各计一次"), found)])),
        series=_SPECIES,
        entries=tuple(found),
        kind=Label(en="claim", zh="主张"),
    )


def _species_group(rows: list[tuple[Label, list[Claim]]]) -> PlotGroup:
    high, ticks = even_ticks(float(max((len(held) for _, held in rows), default=1)))
    axis = Axis(label=Label(en="claims", zh="主张（条）"), low=0.0, high=high, ticks=ticks)
    return PlotGroup(title=Label(), rows=tuple(_species_row(label, held) for label, held in rows if held), axis=axis)


def _species_row(label: Label, held: list[Claim]) -> PlotRow:
    counts = [0, 0, 0, 0]
    for claim in held:
        counts[_kind_of(claim)] += 1
    marks, start = [], 0
    for series, count in enumerate(counts):
        if count:
            marks.append(Mark(low=float(start), high=float(start + count), bar=True, series=series, text=str(count)))
            start += count
    total = str(len(held))
    ids = tuple(claim.id for claim in held)
    return PlotRow(ids=ids, left=(label,), right=(Label(en=total, zh=total),), values=tuple(counts), marks=tuple(marks))


def _kind_of(claim: Claim) -> int:
    """In which species a claim was seen: 0 people only, 1 animals only, 2 both, 3 not stated."""
    named = {piece.context.species for piece in claim.evidence}
    named |= {getattr(end, "species", "") for end in (claim.subject, claim.object)}
    human = any(one.partition(":")[2] == _HUMAN for one in named if one)
    animal = any(one.partition(":")[2] != _HUMAN for one in named if one)
    return {(True, False): 0, (False, True): 1, (True, True): 2, (False, False): 3}[human, animal]


_NOT_STATED = Label(en="not stated", zh="未说明")


def _stated(label: Label) -> Label:
    return label if label != Label() else _NOT_STATED


Make = Callable[[Knowledge, str, Label, tuple[str, ...], Selection], Plot]
_PLOTS: Mapping[str, tuple[Label, Make]] = {
    "efficacy": (
        Label(en="What was measured after treatment, by route, dose and time", zh="治疗后测得的结果：按途径、剂量与时间"),
        _efficacy,
    ),
    "adverse-effects": (
        Label(en="Adverse effects: how often, when they begin, when they are gone", zh="不良反应：频度、出现与消退"),
        _adverse,
    ),
    "species": (Label(en="In which species the claims were seen", zh="主张所据物种"), _species),
}
