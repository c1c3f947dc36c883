"""How far questions look when nobody says otherwise."""

from __future__ import annotations

MAX_LINKS = 12
"""The longest chain."""

MOST_CHAINS = 1000
"""The most chains."""

SECONDS = 10.0
"""The longest search for chains."""

HOPS = 2
"""How many links away from its focus a picture reaches."""

MOST_ROWS = 10_000
"""The most rows of a query."""

QUERY_SECONDS = 30.0
"""The longest query."""

MOST_VARIABLES = 150
"""The most variables of a picture: about as many as can be read."""

MOST_BEYOND, MOST_BEYOND_LINKS = 6000, 15_000
"""The most hidden variables and links that a page keeps at hand."""

MOST_CHANGES = 8
"""The most links changed together in a hypothesis that would mend the model."""

MOST_TRIED = 300
"""The most variables tried as rescues or causes, nearest first."""

STEPS_EACH = 100_000
"""The most steps of the search for each of them."""

GATES = ("syntax", "shape", "sense", "source")
"""The gates of a check, in their order; the last needs the text of a source."""
