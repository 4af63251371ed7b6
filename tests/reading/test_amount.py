"""Amounts with scale and unit in every language; a bare number is none."""

import pytest

from stateofplay.knowledge.fold import fold
from stateofplay.reading.amount import find_amounts, measures_of

CASES = [
    ("zh", "投資3500億美元,其中1500億美元", [(350e9, "USD"), (150e9, "USD")]),
    ("zh", "關稅從25%降至15%", [(25, "percent"), (15, "percent")]),
    ("zh", "20萬新元的物資", [(200_000, "SGD")]),
    ("zh", "購買103架", [(103, "aircraft")]),
    ("en", "US$350 billion, $23bn, 25 per cent", [(350e9, "USD"), (23e9, "USD"), (25, "percent")]),
    ("en", "A$3m and 1.5 million euros", [(3e6, "AUD"), (1.5e6, "EUR")]),
    ("ja", "総額6億円、6500万ドル、35.3％", [(600e6, "JPY"), (65e6, "USD"), (35.3, "percent")]),
    ("ja", "1兆2500億円", [(1.25e12, "JPY")]),
    ("ko", "3천500억달러를, 1조2천억 원", [(350e9, "USD"), (1.2e12, "KRW")]),
    ("ko", "보잉 103대", [(103, "aircraft")]),
    ("en", "in 2025 all 27 members met", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_amounts(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    found = find_amounts(fold(text, language), language)
    assert [(hit.value, hit.unit) for hit in found] == [(pytest.approx(value), unit) for value, unit in expected]


def test_the_place_of_an_amount_is_its_own_words() -> None:
    text = "worth US$350 billion in all"
    (hit,) = find_amounts(text, "en")
    assert text[hit.start : hit.end] == "US$350 billion"


@pytest.mark.parametrize("language", ["zh", "en", "ja", "ko"])
def test_units_are_currencies_percent_or_plain_nouns(language: str) -> None:
    units = set(measures_of(language).units.values())
    assert {"USD", "percent"} <= units
    assert all((unit.isupper() and len(unit) == 3) or unit.islower() for unit in units)


def test_a_scale_is_no_beginning_of_a_word() -> None:
    assert [(hit.value, hit.unit) for hit in find_amounts("103 Boeing planes in 20 minutes", "en")] == [
        (103.0, "aircraft")
    ]
