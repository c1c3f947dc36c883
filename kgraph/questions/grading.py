"""Somebody's own chain, judged link by link against the claims. How it is written down: `kgraph.exchange.written_chains`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kgraph.model import (
    Association,
    Chain,
    GradedChain,
    GradedStep,
    Grading,
    Link,
    Mark,
    Reading,
    Selection,
    Sign,
    Variable,
    Verdict,
    WrittenChain,
    WrittenStep,
)
from kgraph.questions.explaining import explain_between
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import MAX_LINKS, SECONDS
from kgraph.questions.reading_names import NameReader
from kgraph.reasoning import SignedGraph, signed_paths
from kgraph.store import Knowledge, signed_arrays

MOST_SKIPPED = 6
"""The longest chain, in links, that a single arrow is said to skip."""

_MOST_CHAINS = 200


def grade(knowledge: Knowledge, chains: Sequence[WrittenChain], *, selection: Selection = Selection()) -> Grading:
    """Each link of each chain beside the claims: right, of the wrong sign, reversed, skipping a step, unsupported, and so on.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    chains : sequence of WrittenChain
        What somebody wrote; `kgraph.exchange.written_chains.written_chains` reads it from a file.
    selection : Selection
        The layers, mechanisms and species that are held against it.

    Returns
    -------
    Grading
        Chains and steps in the order given. An unknown name is a mark, not an error.

    Notes
    -----
    An entity stands for all its variables and the narrower ones: a claim on any of them makes a step right. A variable stands for
    itself; a claim on a narrower one makes the step too general, one on a broader one too special.

    Examples
    --------
    >>> import kgraph
    >>> from kgraph.exchange.written_chains import written_chains
    >>> graded = grade(kgraph.load(), written_chains("ketamine -> GSK3 -| antidepressant effect")).chains[0]
    >>> [step.mark.value for step in graded.steps]
    ['wrong sign', 'right']
    """
    grader = _Grader(knowledge, selection)
    return Grading(chains=tuple(grader.chain(one) for one in chains))


class _Grader:
    """Judges against one selection of the claims."""

    def __init__(self, knowledge: Knowledge, selection: Selection) -> None:
        self._knowledge, self._selection = knowledge, selection
        self._names = NameReader(knowledge)
        self._gatherer = LinkGatherer(knowledge, selection)
        self._graph = SignedGraph(*signed_arrays(knowledge, selection))
        self._below: dict[str, set[str]] | None = None

    def chain(self, written: WrittenChain) -> GradedChain:
        """A chain with its marks and its net sign."""
        steps = tuple(self._step(one) for one in written.steps)
        first, last = steps[0].subject, steps[-1].object
        verdict: Verdict | None = None
        if first.term is not None and last.term is not None:
            verdict = explain_between(
                self._knowledge,
                first.variables,
                last.variables,
                max_links=MAX_LINKS,
                limit=_MOST_CHAINS,
                seconds=SECONDS,
                selection=self._selection,
            ).verdict
        return GradedChain(written=written, steps=steps, verdict=verdict)

    def _step(self, written: WrittenStep) -> GradedStep:
        subject, target = self._names.read(written.subject), self._names.read(written.object)
        if subject.term is None or target.term is None:
            return GradedStep(written=written, subject=subject, object=target, mark=Mark.UNKNOWN_NAME)
        starts, ends = _ids(subject), _ids(target)
        return (
            self._joined(written, subject, target, self._links(starts, ends))
            or self._near(written, subject, target, starts, ends)
            or self._skipping(written, subject, target, starts, ends)
            or self._turned(written, subject, target, starts, ends)
            or self._contradicted(written, subject, target, starts, ends)
            or GradedStep(
                written=written, subject=subject, object=target, mark=Mark.UNSUPPORTED, beside=tuple(self._associations(starts, ends))
            )
        )

    def _joined(self, written: WrittenStep, subject: Reading, target: Reading, links: list[Link]) -> GradedStep | None:
        """The mark of a pair that claims join."""
        if not links:
            return None
        same = tuple(link for link in links if link.sign is written.sign or written.sign is Sign.UNKNOWN)
        other = tuple(link for link in links if link not in same and link.sign is not Sign.UNKNOWN)
        if same:
            return GradedStep(written=written, subject=subject, object=target, mark=Mark.RIGHT, links=same, against=other)
        mark = Mark.WRONG_SIGN if other else Mark.SIGN_NOT_REPORTED
        return GradedStep(written=written, subject=subject, object=target, mark=mark, links=tuple(links), against=other)

    def _near(
        self, written: WrittenStep, subject: Reading, target: Reading, starts: Sequence[str], ends: Sequence[str]
    ) -> GradedStep | None:
        """The mark of a pair that claims join only one level up or down."""
        narrower = self._links(self._narrower(starts), self._narrower(ends))
        broader = self._links(self._broader(starts), self._broader(ends))
        for mark, links in ((Mark.TOO_GENERAL, narrower), (Mark.TOO_SPECIAL, broader)):
            same = tuple(link for link in links if written.sign in (link.sign, Sign.UNKNOWN))
            if same:
                return GradedStep(written=written, subject=subject, object=target, mark=mark, links=same)
        signed = tuple(link for link in (*narrower, *broader) if link.sign is not Sign.UNKNOWN)
        if signed:
            return GradedStep(written=written, subject=subject, object=target, mark=Mark.WRONG_SIGN, links=signed, against=signed)
        return None

    def _skipping(
        self, written: WrittenStep, subject: Reading, target: Reading, starts: Sequence[str], ends: Sequence[str]
    ) -> GradedStep | None:
        wanted = None if written.sign is Sign.UNKNOWN else written.sign
        chain = self._shortest(starts, ends, wanted)
        return GradedStep(written=written, subject=subject, object=target, mark=Mark.SKIPS, chain=chain) if chain else None

    def _turned(
        self, written: WrittenStep, subject: Reading, target: Reading, starts: Sequence[str], ends: Sequence[str]
    ) -> GradedStep | None:
        links = self._links(ends, starts) or self._links(self._narrower(ends), self._narrower(starts))
        return GradedStep(written=written, subject=subject, object=target, mark=Mark.REVERSED, links=tuple(links)) if links else None

    def _contradicted(
        self, written: WrittenStep, subject: Reading, target: Reading, starts: Sequence[str], ends: Sequence[str]
    ) -> GradedStep | None:
        chain = None if written.sign is Sign.UNKNOWN else self._shortest(starts, ends, Sign.MINUS * written.sign)
        return GradedStep(written=written, subject=subject, object=target, mark=Mark.CONTRADICTED, chain=chain) if chain else None

    def _shortest(self, starts: Sequence[str], ends: Sequence[str], sign: Sign | None) -> Chain | None:
        first, last = ([one for one in ids if one in self._graph] for ids in (starts, ends))
        if not first or not last or set(first) & set(last):
            return None
        found = signed_paths(self._graph, first, last, sign=sign, max_links=MOST_SKIPPED, limit=1, seconds=SECONDS)
        return self._gatherer.chain(found.paths[0]) if found.paths else None

    def _links(self, starts: Iterable[str], ends: Iterable[str]) -> list[Link]:
        """The links from any of some variables to any of others, sorted by their ends."""
        firsts, lasts = (sorted({one for one in ids if one in self._graph}) for ids in (starts, ends))
        pairs = ((first, last) for first, last in product(firsts, lasts) if first != last)
        return [self._gatherer.link(first, last, sign) for first, last in pairs for sign in self._graph.signs_between(first, last)]

    def _narrower(self, ids: Sequence[str]) -> set[str]:
        """These variables and all narrower ones."""
        if self._below is None:
            self._below = {}
            for one in self._knowledge.variables():
                for above in one.broader:
                    self._below.setdefault(above, set()).add(one.id)
        return _closure(ids, self._below)

    def _broader(self, ids: Sequence[str]) -> set[str]:
        """These variables and all broader ones."""
        above = {one.id: set(one.broader) for one in self._knowledge.variables() if one.broader}
        return _closure(ids, above)

    def _associations(self, starts: Sequence[str], ends: Sequence[str]) -> Iterator[Association]:
        """The associations between variables of the two, or between their entities, in either direction."""
        first, last = self._all_ids(starts), self._all_ids(ends)
        for entry in self._knowledge.entries("association", selection=self._selection):
            if isinstance(entry, Association):
                ends_of = entry.subject.id, entry.object.id
                if (ends_of[0] in first and ends_of[1] in last) or (ends_of[0] in last and ends_of[1] in first):
                    yield entry

    def _all_ids(self, ids: Sequence[str]) -> set[str]:
        terms = [self._knowledge.term(one) for one in ids]
        return {*ids, *(one.entity for one in terms if isinstance(one, Variable) and one.entity)}


def _ids(reading: Reading) -> list[str]:
    return [one.id for one in reading.variables]


def _closure(ids: Iterable[str], following: dict[str, set[str]]) -> set[str]:
    found, waiting = set(), list(ids)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += following.get(one, ())
    return found
