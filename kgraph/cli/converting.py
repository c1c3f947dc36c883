"""The graph in formats of other tools, for the command export. What each can hold: `kgraph.exchange`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgraph.errors import InvalidValue

if TYPE_CHECKING:
    from kgraph.cli.exporting import Made, Wish
    from kgraph.model import Selection
    from kgraph.questions.exporting import Report


def made(format: str, wish: Wish) -> Made:
    """The chosen claims in a format of `kgraph.exchange.OUT`: a text, or the texts of several files by their names."""
    from kgraph.questions.exporting import export_text

    texts, report = export_text(format, wish.knowledge, selection=_selected(format, wish))
    _told(wish, report)
    return texts


def _selected(format: str, wish: Wish) -> Selection:
    """The selection, with the mechanisms among the names; nothing else can be cut out of a graph."""
    from dataclasses import replace

    from kgraph.model import Mechanism
    from kgraph.questions.naming import resolve

    if wish.source or wish.target or wish.chain:
        raise InvalidValue(
            f"{format} holds graphs, and no chains", where="--from, --to", remedy="choose claims with --mechanism and --layer"
        )
    found = [resolve(wish.knowledge, name) for name in wish.names]
    for name, thing in zip(wish.names, found, strict=True):
        if not isinstance(thing, Mechanism):
            raise InvalidValue(f"'{name}' is no mechanism", where=format, remedy="name mechanisms, or none for the whole graph")
    return replace(wish.selection, mechanisms=(*wish.selection.mechanisms, *(thing.id for thing in found if isinstance(thing, Mechanism))))


def _told(wish: Wish, report: Report) -> None:
    """What the format cannot hold: on stderr, and whole in the file that was asked for."""
    from kgraph.cli.output import remark, write_file
    from kgraph.views.reported import report_sentence
    from kgraph.views.tables import json_text

    if wish.report:
        write_file(wish.report, json_text(report.as_json()))
    for line in report.lines:
        if line.note:
            remark(wish.settings, f"{line.outcome.value}: {line.what} ({line.count:,}): {line.note}")
    for note in report.notes:
        remark(wish.settings, f"note: {note}")
    remark(wish.settings, report_sentence(report.format, report.records))


turtle = partial(made, "turtle")
trig = partial(made, "trig")
nquads = partial(made, "nquads")
jsonld = partial(made, "jsonld")
links = partial(made, "links")
sif = partial(made, "sif")
graphml = partial(made, "graphml")
kgx = partial(made, "kgx")
kgx_tsv = partial(made, "kgx-tsv")
indra = partial(made, "indra")
nanopub = partial(made, "nanopub")
sssom = partial(made, "sssom")
crate = partial(made, "crate")
void = partial(made, "void")
bel = partial(made, "bel")
cx2 = partial(made, "cx2")
cytoscape = partial(made, "cytoscape")
