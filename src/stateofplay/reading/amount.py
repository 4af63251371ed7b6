"""Amounts in text: numbers with their unit, in the scales and currencies of each language's `amounts.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from stateofplay.knowledge.table import structure


class AmountHit(NamedTuple):
    """`value` of `unit` (an ISO 4217 code, `percent`, or a noun such as `aircraft`) at `start`..`end`."""

    start: int
    end: int
    value: float
    unit: str


@dataclass(frozen=True, kw_only=True)
class Measures:
    """The pattern that finds amounts, and the values of scale words and unit words."""

    pattern: re.Pattern[str]
    scales: dict[str, float]
    units: dict[str, str]


@cache
def measures_of(language: str) -> Measures:
    """The scales and units in `vocabulary/languages/<language>/amounts.yaml`."""
    data: dict[str, Any] = structure("vocabulary", "languages", language, "amounts.yaml")
    scales = {str(word): float(value) for word, value in data["scales"].items()}
    units = {str(word): str(unit) for word, unit in data["units"].items()}
    before = _either([word for word in units if word in data.get("before", ())])
    spaced = r"[\s-]?"
    number = r"[0-9][0-9,]*(?:\.[0-9]+)?"
    part = rf"{number}(?:{spaced}(?:{_whole_scales(scales)}))*"
    pattern = re.compile(
        rf"(?:(?P<before>{before}){spaced})?(?P<number>{part}(?:{spaced}{part})*)(?:{spaced}(?P<unit>{_either(units)}))?",
        re.IGNORECASE,
    )
    return Measures(pattern=pattern, scales=scales, units=units)


def find_amounts(text: str, language: str) -> list[AmountHit]:
    """Amounts of `text` in order; a number without a unit is none."""
    measures = measures_of(language)
    found: list[AmountHit] = []
    for match in measures.pattern.finditer(text):
        written = (match["before"] or match["unit"] or "").lower()
        if written and (unit := measures.units.get(written) or measures.units.get(written.upper())):
            found.append(AmountHit(match.start(), match.end(), _value(match["number"], measures.scales), unit))
    return found


def _whole_scales(scales: dict[str, float]) -> str:
    """The scale words; one in Latin letters is no beginning of a longer word (103 Boeing planes, 20 minutes)."""
    latin = [word for word in scales if word.isascii()]
    rest = [word for word in scales if not word.isascii()]
    return "|".join(part for part in (rf"(?:{_either(latin)})(?![A-Za-z])" if latin else "", _either(rest)) if part)


def _either(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _value(text: str, scales: dict[str, float]) -> float:
    """The value of a written number with its scale words: 3千500億 is 350e9, 1.5bn is 1.5e9."""
    total, current = 0.0, 0.0
    lowered = {word.lower(): value for word, value in scales.items()}
    for digits, scale in re.findall(r"([0-9][0-9,]*(?:\.[0-9]+)?)|([^0-9\s.,-]+)", text):
        if digits:
            current += float(digits.replace(",", ""))
            continue
        for value in _scales_in(scale.lower(), lowered):
            current *= value
            if value >= 10_000:
                total, current = total + current, 0.0
    return total + current


def _scales_in(word: str, scales: dict[str, float]) -> list[float]:
    """The scale words that make up `word`, in order: 千億 is 千 and 億."""
    found: list[float] = []
    while word:
        size = next((n for n in range(len(word), 0, -1) if word[:n] in scales), 0)
        if not size:
            break
        found.append(scales[word[:size]])
        word = word[size:]
    return found
