"""Stands in English: each holder has his own position; an author's advice is none."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import PositionClaim


def stands(text: str) -> list[tuple[str, str, str]]:
    read = open_reader().read(document_from_text(text, path="x", language=Language.EN))
    claims = [s.claim for s in read if isinstance(s.claim, PositionClaim)]
    return [(",".join(c.holder), c.issue, c.stance) for c in claims]


@pytest.mark.parametrize(
    ("text", "holder", "issue", "stance"),
    [
        ("Peru is wary of Chile.", "PER", "chl-per-relations", "against"),
        ("The willingness of Japan to engage surprised Vietnam.", "JPN", "jpn-vnm-relations", "for"),
        ("Under President Lula, Brazil has been cultivating ties with China.", "BRA", "bra-chn-relations", "for"),
        ("Peru sees Chile as an enemy.", "PER", "chl-per-relations", "against"),
        ("Kenya spends little, relying on Uganda for grain.", "KEN", "ken-uga-relations", "for"),
        ("It is no wonder that Serbia is keen to please Hungary.", "SRB", "hun-srb-relations", "for"),
    ],
)
def test_who_stands_where(text: str, holder: str, issue: str, stance: str) -> None:
    assert stands(text) == [(holder, issue, stance)]


def test_two_holders_are_two_positions() -> None:
    assert [holder for holder, _, _ in stands("Chad and Niger oppose Libya.")] == ["TCD", "NER"]


@pytest.mark.parametrize(
    "text", ["Ghana should rely on Togo.", "Ghana needs to cultivate Togo.", "Ghana won the support of Togo."]
)
def test_advice_is_no_stand(text: str) -> None:
    assert stands(text) == []
