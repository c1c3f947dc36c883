"""Other people's graphs in, ours out: one importer or exporter a file, each with a report of what was kept, approximated and lost.

Four doors: `import_into` and `knowledge_from` bring knowledge in, `export_to` takes it out, `audit` asks whether a mechanism does
what it is for (`signed_mechanisms` gives those of loaded knowledge). Which formats there are: `IN` and `OUT`.
"""

from kgraph.exchange.cached import imported_into_cache
from kgraph.exchange.coherence import audit, tally
from kgraph.exchange.counterfactual import counterfactual
from kgraph.exchange.formats import IN, OUT, Format
from kgraph.exchange.imported import Imported
from kgraph.exchange.meter import Progress
from kgraph.exchange.outlining import signed_mechanisms
from kgraph.exchange.report import Line, Report
from kgraph.exchange.writing import export_to, import_into, knowledge_from, read

__all__ = [
    "IN",
    "OUT",
    "Format",
    "Imported",
    "Line",
    "Progress",
    "Report",
    "audit",
    "counterfactual",
    "export_to",
    "import_into",
    "imported_into_cache",
    "knowledge_from",
    "read",
    "signed_mechanisms",
    "tally",
]
