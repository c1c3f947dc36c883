"""Which files are link tables. How they are read: `table_reading.py`."""

from __future__ import annotations

import os
from pathlib import Path

TABLES = (".tsv", ".csv", ".sif", ".graphml", ".json")


def is_table(path: Path | None) -> bool:
    """Whether a path is a link table by its suffix; a folder never is.

    Examples
    --------
    >>> is_table(Path("ketamine.tsv")), is_table(Path("ketamine.ttl"))
    (True, False)
    """
    return path is not None and path.suffix.lower() in TABLES and not os.path.isdir(path)
