"""Laws of who is meant in Chinese, each by a sentence of its own: posts, phrases after a coverb, objects."""

import pytest

from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

LAWS = {
    "who is posted somewhere speaks for the state that sent him": (
        "秘鲁常驻联合国代表批评巴西。",
        ("ACCUSE", ("PER",), ("BRA",)),
    ),
    "a phrase that a coverb opened goes on over a second name": (
        "智利空軍對秘魯北部真主黨營地發動襲擊。",
        ("ASSAULT", ("CHL",), ("Hezbollah",)),
    ),
    "a pronoun told as object is never the subject": (
        "智利谴责秘鲁侵犯玻利维亚主权，要求其立即停火。",
        ("REQUEST", ("CHL",), ("PER",)),
    ),
    "what is planned against somebody is aimed at him": (
        "智利拟对秘鲁汽车征收50%关税。",
        ("SANCTION", ("CHL",), ("PER",)),
    ),
    "a country left is whom a withdrawal is from": (
        "智利宣布自秘鲁撤军。",
        ("RETREAT", ("CHL",), ("PER",)),
    ),
}


@pytest.mark.parametrize(("text", "event"), LAWS.values(), ids=LAWS)
def test_law(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    statements = open_reader().read(document_from_text(text))
    found = [(s.claim.type, s.claim.source, s.claim.target) for s in statements if isinstance(s.claim, EventClaim)]
    assert event in found
