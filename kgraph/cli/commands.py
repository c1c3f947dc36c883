"""Every command: the file of `kgraph.cli` that it lives in, and its line in ``kgraph --help``.

The lines stand here so that asking for help loads no command; a test holds each against the command's own first sentence.
"""

from __future__ import annotations

SECTIONS = {
    "Why, and what if": {
        "explain": ("asking", "Why SOURCE raises or lowers TARGET: signed chains and the verdict."),
        "query": ("asking", "Ask in SPARQL: shipped questions by name, or your own."),
        "what-if": ("supposing", "What rises and falls in the long run under interventions."),
        "upstream": ("reaching", "Everything that could move a thing, with signs."),
        "downstream": ("reaching", "Everything that a thing could move, with signs."),
    },
    "How firm the answer is": {
        "necessary": ("weighing", "What every chain from SOURCE to TARGET passes."),
        "cuts": ("weighing", "The smallest sets whose block leaves no chain."),
        "rescues": ("weighing", "What brings an effect back under a block."),
        "observations": ("supposing", "Observations held against the model: explained or contradicted."),
        "contradictions": ("weighing", "Where sources disagree, and what tells them apart."),
        "carriers": ("weighing", "What carries the verdict from SOURCE to TARGET."),
        "discriminate": ("inferring", "Experiments on which rival mechanisms predict differently."),
        "reverse": ("inferring", "Which interventions explain what rose and fell."),
        "verify": ("certifying", "Whether a certificate holds."),
    },
    "What is known": {
        "show": ("showing", "Everything known about one thing."),
        "claims": ("showing", "Claims, associations, descriptions and observations."),
        "results": ("showing", "Measured results, each number with its unit."),
        "notes": ("showing", "Notes: where wording, a sign, a figure or a citation needs care."),
        "mechanisms": ("showing", "The mechanisms, branches after their parent."),
    },
    "See it and teach it": {
        "view": ("drawing", "Draw the graph as one self-contained page."),
        "build": ("drawing", "Make a whole site: checks, graph, mechanisms, answers, index."),
        "lesson": ("teaching", "Make a lesson: steps, predictions, rivals, a quiz, a handout."),
        "quiz": ("practising", "Questions about a mechanism, whose answers the claims decide."),
        "grade": ("practising", "Your own chain, judged link by link."),
        "plot": ("plotting", "Plot results and evidence, with the table beside it."),
    },
    "Other formats and other graphs": {
        "export": ("exporting", "Write the graph, or a picture of a part of it, in another format."),
        "import": ("exchanging", "Bring a graph in from another format."),
        "merge": ("comparing", "Put graphs together, each in a file of its own."),
        "diff": ("comparing", "How two graphs differ: claims shared, unique and opposite, and answers that change."),
        "audit": ("auditing", "Does every mechanism do what it is for?"),
        "counterfactuals": ("auditing", "What mechanisms would still do with a link deleted, inverted or added."),
    },
    "Keep the knowledge in order": {
        "check": ("checking", "Find everything wrong with the knowledge, and how to mend it."),
        "format": ("checking", "Bring Turtle files into the common layout: sorted, one value a line."),
    },
}

FAMILIES = {name: family for commands in SECTIONS.values() for name, (family, _) in commands.items()}
