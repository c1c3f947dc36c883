"""Does every mechanism do what it is for? Mechanisms of loaded knowledge, or of files of another format as they are read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.exchange import Imported, Progress, Report, audit, import_into, read, signed_mechanisms, tally
from kgraph.exchange.writing import nothing_came
from kgraph.model import Audit, Coherence, Selection, SignedMechanism
from kgraph.store import Knowledge, fold, load, similar

__all__ = ["audit_files", "audits", "coherence_of", "tally"]

_EVERYTHING = Selection()


def audits(
    knowledge: Knowledge, names: Iterable[str] = (), *, strict: bool = False, selection: Selection = _EVERYTHING
) -> tuple[Audit, ...]:
    """The audit of every mechanism that leads from a drug to a disease, a phenotype or an effect.

    Parameters
    ----------
    knowledge : Knowledge
    names : iterable of str
        Only mechanisms whose id, name, start or end has all of these in it; spelling is folded.
    strict : bool
        Whether a step without a sign leaves its route open, instead of being passed over.
    selection : Selection
        Which entries count as steps.

    Returns
    -------
    tuple of Audit
        By id of the mechanism.

    Raises
    ------
    EntityNotFound
        No mechanism goes by these names; carries near ones.
    """
    return _audited(signed_mechanisms(knowledge, selection=selection), names, strict)


def audit_files(
    format: str,
    paths: Sequence[Path],
    names: Iterable[str] = (),
    *,
    strict: bool = False,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Audit, ...], Report]:
    """The audit of the mechanisms in files of another format, in the order in which they are read.

    Parameters
    ----------
    format, paths
        As for `kgraph.questions.importing.import_files`.
    names, strict
        As for `audits`.
    folder : Path, optional
        Where the import is kept, too; nowhere when ``None``.
    progress : callable, optional
        As for `kgraph.questions.importing.import_files`.

    Raises
    ------
    ExchangeError
        Nothing could be read, or the format has no mechanisms.
    EntityNotFound
        No mechanism goes by these names.
    """
    found: list[SignedMechanism] = []

    def keep(record: Imported) -> None:
        if record.mechanism is not None:
            found.append(record.mechanism)

    if folder is None:
        report = Report(format)
        some = False
        for record in read(format, paths, report, progress=progress):
            some = True
            keep(record)
        if not some:
            raise nothing_came(paths, report)
    else:
        report = import_into(format, paths, folder, progress=progress, each=keep, demand=True)
    if found:
        return _audited(iter(found), names, strict), report
    with tempfile.TemporaryDirectory(prefix="kgraph-") as place:
        import_into(format, paths, Path(place))
        return audits(load(Path(place)), names, strict=strict), report


def coherence_of(text: str) -> Coherence:
    """The outcome of this name, blanks or hyphens; `InvalidValue` for any other."""
    names = {one.value.replace(" ", "-"): one for one in Coherence}
    if (name := text.replace(" ", "-")) not in names:
        raise InvalidValue(f"'{text}' is not an outcome of an audit", remedy="use one of " + ", ".join(names))
    return names[name]


def _audited(mechanisms: Iterator[SignedMechanism], names: Iterable[str], strict: bool) -> tuple[Audit, ...]:
    asked = tuple(names)
    wanted = [fold(name) for name in asked]
    if not wanted:
        return tuple(audit(one, strict=strict) for one in mechanisms)
    every = list(mechanisms)
    found = [one for one in every if all(name in _words(one) for name in wanted)]
    if not found:
        labels = {fold(one.label.en): one.label.en for one in every}
        near = tuple(labels[name] for name in similar(" ".join(asked), sorted(labels), 3))
        raise EntityNotFound(
            f"no mechanism speaks of {' and '.join(asked)}",
            candidates=near,
            remedy="did you mean " + "; ".join(near) if near else "leave the names out to see all mechanisms",
        )
    return tuple(audit(one, strict=strict) for one in found)


def _words(mechanism: SignedMechanism) -> str:
    """All that a mechanism goes by, folded, with a mark between that no name has."""
    ends = [mechanism.names[place] for place in (mechanism.start, mechanism.end) if place in mechanism.names]
    texts = [mechanism.id, mechanism.start, mechanism.end, *(text for label in (mechanism.label, *ends) for text in (label.en, label.zh))]
    return "\0".join(map(fold, texts))
