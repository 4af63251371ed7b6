"""The guide's vocabulary: every field is looked at, and all that is wrong is said at once."""

import pytest

from stateofplay.day import Day
from stateofplay.reading.guide import LONGEST, claim_of
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    claim_fields,
)

GOOD = [
    (
        {"kind": "event", "type": "CONSULT", "source": ["南韓", "KOR"], "target": "Japan", "from": "2025-08-23"},
        EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=Day.parse("2025-08-23")),
    ),
    (
        {"kind": "commitment", "by": "USA", "what": "cut", "state": "offered", "amount": 15, "unit": "percent", "x": 1},
        CommitmentClaim(by=("USA",), what="cut", state="offered", amount=15.0, unit="percent"),
    ),
    (
        {"kind": "position", "holder": ["CHN"], "issue": "one-china", "stance": "for", "what": None},
        PositionClaim(holder=("CHN",), issue="one-china", stance="for"),
    ),
    (
        {"kind": "forecast", "by": "author", "what": "they meet", "likelihood": "likely", "horizon": ""},
        ForecastClaim(by="author", what="they meet", likelihood="likely"),
    ),
    ({"kind": "cause", "cause": "a", "effect": " b "}, CauseClaim(cause="a", effect="b")),
]


@pytest.mark.parametrize(("fields", "claim"), GOOD)
def test_claims_of_every_kind(fields, claim):
    assert claim_of(fields) == claim
    assert claim_of(claim_fields(claim)) == claim


@pytest.mark.parametrize(
    ("base", "wrong", "message"),
    [
        (0, {"kind": None}, "kind None is none of"),
        (0, {"type": "MEET"}, "type 'MEET'"),
        (0, {"source": ["Ruritania"]}, "Ruritania"),
        (0, {"source": 3}, "not a list of names"),
        (0, {"people": [""]}, "not a list of names"),
        (0, {"people": ["a\x00b"]}, "not a list of names"),
        (0, {"from": "2025-13-01"}, "no stretch of days"),
        (0, {"to": "2025-08-01"}, "no stretch of days"),
        (1, {"by": []}, "by is missing"),
        (1, {"amount": True}, "no number"),
        (1, {"amount": float("inf")}, "no number"),
        (1, {"what": ""}, "what is missing"),
        (1, {"what": "x" * (LONGEST + 1)}, "not a phrase"),
        (1, {"what": ["x"]}, "not a phrase"),
        (2, {"issue": "One China"}, "not of the form"),
        (2, {"stance": "pro"}, "stance 'pro'"),
        (3, {"likelihood": "sure"}, "likelihood 'sure'"),
        (4, {"effect": None}, "effect is missing"),
    ],
)
def test_what_the_guide_does_not_have(base, wrong, message):
    with pytest.raises(ValueError, match=message):
        claim_of({**GOOD[base][0], **wrong})


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ValueError, match=r"holder is missing; issue .*; stance"):
        claim_of({"kind": "position", "issue": "?", "stance": "?"})
