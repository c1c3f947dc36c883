"""Reads GO-CAM, causal models of the Gene Ontology: YAML of gocam-py, JSON of Minerva or gocam-py, Turtle of the model store.

The form is told by the suffix, and inside JSON by its members. The model: `gocam_model.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.gocam_entries import ModelEntries
from kgraph.exchange.gocam_minerva import is_minerva, minerva_model
from kgraph.exchange.gocam_model import Model, Plain, short
from kgraph.exchange.gocam_turtle import turtle_models
from kgraph.exchange.gocam_yaml import is_yaml_model, yaml_model
from kgraph.exchange.imported import Imported
from kgraph.exchange.json_records import json_records
from kgraph.exchange.making import Maker
from kgraph.exchange.meter import Meter
from kgraph.exchange.report import Report
from kgraph.exchange.yaml_records import yaml_records

_YAML, _JSON, _RDF = (".yaml", ".yml"), (".json", ".jsonl"), (".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl")
SUFFIXES = (*_YAML, *_JSON, *_RDF)


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The models of a file or folder.

    Parameters
    ----------
    path : Path
        A file in one of the three forms, or a folder of them, which is read in the order of their names.
    report : Report
        Told about every model and every relation in it.

    Yields
    ------
    Imported
        One a model that gives at least one entry.

    Raises
    ------
    ExchangeError
        There is nothing to read.
    """
    maker = Maker("gocam")
    for file in files_in(path, SUFFIXES, "GO-CAM models (YAML, JSON or Turtle)"):
        found = False
        for place, model in _models(file, report.meter):
            found = True
            if isinstance(model, str):
                report.unreadable(place, model, what="record")
            else:
                yield from _one(model, place, maker, report)
        if not found:
            report.unreadable(file.name, "the file is empty", what="file")


def files_in(path: Path, suffixes: tuple[str, ...], what: str) -> tuple[Path, ...]:
    """A file itself, or the files with these suffixes in a folder, in the order of their names.

    Raises
    ------
    ExchangeError
        There is no such file, or none in the folder.
    """
    if not path.exists():
        raise ExchangeError("no such file or folder", where=str(path), remedy="check the path")
    if path.is_file():
        return (path,)
    files = tuple(sorted(one for one in path.rglob("*") if one.suffix.lower() in suffixes and one.is_file()))
    if not files:
        raise ExchangeError(f"the folder holds no {what}", where=str(path), remedy=f"name the folder that holds the {what}")
    return files


def _models(file: Path, meter: Meter) -> Iterator[tuple[str, Model | str]]:
    """The models of a file with their places; a text is what is wrong."""
    suffix = file.suffix.lower()
    if suffix in _RDF:
        meter.passed(file)
        for number, model in enumerate(turtle_models(file), 1):
            yield f"{file.name}#{number}", model
    elif suffix in _JSON:
        for one in json_records(file, under=("models",), watch=meter.watch):
            yield f"{file.name}#{one.number}", one.trouble or _of_value(one.value)
    else:
        for record in yaml_records(file, watch=meter.watch):
            yield f"{file.name}:{record.line}", record.trouble or _of_value(record.value)


def _of_value(value: Plain) -> Model | str:
    if is_minerva(value):
        return minerva_model(value)
    if is_yaml_model(value):
        return yaml_model(value)
    return "it has neither activities nor facts, as a GO-CAM model must"


def _one(model: Model, place: str, maker: Maker, report: Report) -> Iterator[Imported]:
    report.start(place)
    if model.state == "delete":
        report.abandon("model", "its authors have marked it for deletion")
        return
    maker.open(short(model.id) or place, place)
    ModelEntries(model, maker, report).write()
    if not maker.said:
        report.abandon("model", "no relation in it could be kept")
        return
    if model.state not in ("", "production"):
        report.kept(f"model in state {model.state[:30]}")
    report.finish()
    yield maker.close()
