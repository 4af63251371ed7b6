"""A forecast and its rule refuse to exist when wrong, and say their probability, outcome and score."""

from datetime import date

import pytest

from stateofplay.board.foretold import Foretold, Rule, likelihoods


def rule(**fields) -> Rule:
    given = {"types": ("CONSULT",), "source": ("JPN",), "target": ("KOR",), "mutual": True}
    return Rule(**given | {"first": date(2026, 1, 1), "last": date(2026, 1, 31)} | fields)


def foretold(status: str = "open", **fields) -> Foretold:
    given = {
        "statement": "s",
        "document": "d",
        "by": "A",
        "outlet": "",
        "published": None,
        "quote": "q",
        "language": "en",
        "what": "w",
        "likelihood": "likely",
        "low": 0.55,
        "high": 0.9,
        "premise": "",
        "rule": rule() if status != "not-checkable" else None,
        "evidence": ("e",) if status == "came-true" else (),
    }
    return Foretold(status=status, **given | fields)


def test_the_score_is_the_squared_distance_of_the_middle_of_the_range():
    assert foretold("came-true").brier == pytest.approx((0.725 - 1) ** 2)
    assert foretold("did-not").brier == pytest.approx(0.725**2)


@pytest.mark.parametrize("status", ["open", "void", "not-checkable"])
def test_what_is_not_settled_has_no_score(status):
    assert foretold(status).outcome is None
    assert foretold(status).as_json()["brier"] is None


def test_a_condition_takes_the_score_away():
    assert foretold("came-true", premise="if it rains").brier is None


@pytest.mark.parametrize(
    ("status", "fields"),
    [
        ("forgotten", {}),
        ("open", {"rule": None}),
        ("not-checkable", {"rule": rule()}),
        ("came-true", {"evidence": ()}),
        ("open", {"evidence": ("e",)}),
    ],
)
def test_a_forecast_refuses_to_exist_when_wrong(status, fields):
    with pytest.raises(ValueError, match=r"status|rule|evidence"):
        foretold(status, **fields)


def test_a_rule_needs_a_type_and_somebody_who_acts():
    with pytest.raises(ValueError, match="needs a type"):
        rule(source=())


def test_a_rule_says_itself_in_one_line():
    assert rule(place="Nara", leaders=True).words == "CONSULT JPN – KOR in Nara, of leaders, 2026-01-01..2026-01-31"
    directed = rule(types=("AID", "COOPERATE"), mutual=False, assumed=True)
    assert directed.words == "AID or COOPERATE JPN → KOR, 2026-01-01..2026-01-31 (no day told)"


def test_every_class_of_likelihood_has_its_range():
    assert list(likelihoods()) == ["certain", "likely", "possible", "unlikely", "remote"]
    assert all(0 < low < high < 1 for low, high in likelihoods().values())
