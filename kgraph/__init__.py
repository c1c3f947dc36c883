"""kgraph: how something works, as a graph of signed causal claims with evidence."""

__version__ = "0.1.0"
