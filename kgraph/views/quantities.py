"""Numbers with their units, in words."""

from __future__ import annotations

import re

from kgraph.model import Label, Quantity

_UNITS = {
    "1": Label(),
    "{patients}": Label(en="patients", zh="例患者"),
    "{studies}": Label(en="studies", zh="项研究"),
    "{score}": Label(en="points", zh="分"),
    "{participants}": Label(en="participants", zh="名受试者"),
    "a": Label(en="years", zh="年"),
    "mo": Label(en="months", zh="个月"),
    "wk": Label(en="weeks", zh="周"),
    "d": Label(en="days", zh="天"),
    "h": Label(en="h", zh="小时"),
    "min": Label(en="min", zh="分钟"),
    "/d": Label(en="per day", zh="次/天"),
    "/wk": Label(en="per week", zh="次/周"),
    "/mo": Label(en="per month", zh="次/月"),
}
_ONE = {
    "patients": "patient",
    "studies": "study",
    "points": "point",
    "participants": "participant",
    "years": "year",
    "months": "month",
    "weeks": "week",
    "days": "day",
}
_COMPARISONS = {
    "=": Label(),
    "~": Label(en="about ", zh="约"),
    ">": Label(en="> ", zh="＞"),
    ">=": Label(en="≥ ", zh="≥"),
    "<": Label(en="< ", zh="＜"),
    "<=": Label(en="≤ ", zh="≤"),
}


def quantity_text(quantity: Quantity) -> Label:
    """A quantity in words: ``about 24 patients``, ``0.5 mg/kg``, ``70.8 %``.

    Examples
    --------
    >>> quantity_text(Quantity(value="0.5", unit="mg/kg")).en
    '0.5 mg/kg'
    """
    unit = _UNITS.get(quantity.unit, Label(en=quantity.unit, zh=quantity.unit))
    sign = _COMPARISONS.get(quantity.comparison, Label(en=quantity.comparison + " ", zh=quantity.comparison))
    amount = quantity.written or quantity.value
    latin = bool(re.match(r"[A-Za-z]", unit.zh))
    said = _ONE.get(unit.en, unit.en) if str(amount) == "1" else unit.en
    return Label(en=f"{sign.en}{amount} {said}".rstrip(), zh=f"{sign.zh}{amount}{' ' if latin else ''}{unit.zh}")


def number_of(quantity: Quantity) -> int | float | str:
    """The value as a number for JSON; text that is no number stays as it is."""
    try:
        return int(quantity.value)
    except ValueError:
        try:
            number = float(quantity.value)
        except ValueError:
            return quantity.value
        return number if number - number == 0 else quantity.value
