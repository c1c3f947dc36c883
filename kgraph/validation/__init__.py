"""Finds everything wrong with a set of claims at once, and says how to mend it; and lays Turtle out.

Four gates: syntax, shape (SHACL), sense, and source (locators and numbers against the text). Importing this room loads the
engine's library and no other.
"""

from kgraph.validation.checking import Report, check
from kgraph.validation.findings import GATES
from kgraph.validation.layout import format_turtle, is_formatted
from kgraph.validation.sentences import Sentence, normalise, sentences

__all__ = ["GATES", "Report", "Sentence", "check", "format_turtle", "is_formatted", "normalise", "sentences"]
