"""Pictures for tests of pages: ketamine, and one whose every text tries to be something else."""

from __future__ import annotations

from dataclasses import replace

from kgraph.model import Claim, Label, Link, Mechanism, Note, Sign, Term
from kgraph.views.picture import GraphPicture
from tests.views.ketamine_values import BOOK, Book

KETAMINE = GraphPicture(
    title=Label(en="How ketamine lifts depression", zh="氯胺酮如何缓解抑郁"),
    summary=Label(en="From ketamine to the antidepressant effect.", zh="从氯胺酮到抗抑郁作用。"),
    variables=tuple(BOOK.terms[one] for one in sorted({end.id for link in BOOK.links for end in (link.subject, link.object)})),
    links=BOOK.links,
    mechanisms=tuple(term for term in BOOK.terms.values() if isinstance(term, Mechanism)),
    focus=("var:effect", "var:ketamine"),
)
NASTY = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>{{7*7}}&amp;\u2028\'"'


class HostileBook(Book):
    """Notes and labels that try to run."""

    def note(self, identity: str) -> Note:
        """A note whose text is hostile."""
        return replace(super().note(identity), text=Label(en=NASTY, zh=NASTY), matter=NASTY)


def hostile_picture() -> GraphPicture:
    """Two links whose names, synonyms and title are hostile."""
    label = Label(en=NASTY, zh=NASTY)

    def spoiled(term: Term) -> Term:
        return replace(term, label=label, synonyms=(NASTY,))

    links = []
    for link in BOOK.links[:2]:
        subject, target = spoiled(link.subject), spoiled(link.object)
        claims: tuple[Claim, ...] = tuple(replace(claim, subject=subject, object=target) for claim in link.claims)
        links.append(Link(subject=subject, object=target, sign=link.sign, claims=claims))
    ends = {end.id: end for link in links for end in (link.subject, link.object)}
    return GraphPicture(title=label, summary=label, variables=tuple(ends[one] for one in sorted(ends)), links=tuple(links))


def large_picture(count: int) -> GraphPicture:
    """A long row of variables, each acting on the next and on the one ten further."""
    terms = [
        Term(id=f"var:n{one:05}", iri=f"https://example.org/n{one}", label=Label(en=f"variable {one}", zh=f"变量{one}"))
        for one in range(count)
    ]
    model = BOOK.claims[0]
    links = [
        Link(
            subject=terms[one],
            object=terms[one + step],
            sign=Sign.PLUS,
            claims=(replace(model, id=f"claim:{one}-{step}", subject=terms[one], object=terms[one + step], predicate="increases"),),
        )
        for one in range(count - 10)
        for step in (1, 10)
    ]
    return GraphPicture(title=Label(en="Large", zh="大图"), variables=tuple(terms), links=tuple(links), focus=(terms[count // 2].id,))
