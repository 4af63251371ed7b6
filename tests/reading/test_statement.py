"""A statement refuses to exist when wrong, is the same when it says the same, and comes back from its fields."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.reading.statement import (
    CLAIMS,
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
    claim_fields,
    claim_from,
)

ACTORS = st.lists(st.sampled_from(["KOR", "JPN", "TWN", "EU"]), max_size=3, unique=True).map(tuple)
TEXT = st.text(max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(Day.on)

CLAIM = st.one_of(
    st.builds(EventClaim, type=st.just("CONSULT"), source=ACTORS, target=ACTORS, happened=st.none() | DAYS),
    st.builds(CommitmentClaim, by=ACTORS, what=TEXT, state=st.just("agreed"), amount=st.none() | st.just(1.5)),
    st.builds(PositionClaim, holder=ACTORS, issue=TEXT, stance=st.just("for")),
    st.builds(ForecastClaim, by=TEXT, what=TEXT, likelihood=st.just("likely")),
    st.builds(CauseClaim, cause=TEXT, effect=TEXT),
)


def statement(**changes: object) -> Statement:
    fields: dict[str, object] = {
        "document": "d",
        "path": "a.txt",
        "start": 3,
        "end": 5,
        "quote": "會談",
        "language": "zh-Hant",
        "status": Status.OCCURRED,
        "claim": EventClaim(type="CONSULT", source=("KOR",), target=("JPN",)),
        "reader": "builtin/1",
        "confidence": 0.5,
    }
    return Statement(**{**fields, **changes})  # type: ignore[arg-type]


def test_the_same_statement_has_the_same_id_and_another_claim_another() -> None:
    assert statement().id == statement().id
    assert statement(claim=EventClaim(type="AGREE")).id != statement().id
    assert statement(start=4, end=6).id != statement().id
    assert statement(reader="llm/1").id != statement().id


def test_the_path_and_the_reasons_do_not_change_the_id() -> None:
    assert statement(path="b.txt", why=("x",), confidence=0.9).id == statement().id


@pytest.mark.parametrize("wrong", [{"end": 9}, {"quote": "", "end": 3}, {"confidence": 1.2}])
def test_a_wrong_statement_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        statement(**wrong)


@given(CLAIM)
def test_a_claim_comes_back_from_its_fields(claim: EventClaim) -> None:
    assert claim_from(claim_fields(claim)) == claim


def test_every_kind_of_claim_is_known() -> None:
    assert sorted(CLAIMS) == ["cause", "commitment", "event", "forecast", "position"]


def test_json_carries_the_names_of_the_guide() -> None:
    day = Day.parse("2025-08-21..2025-08-31")
    found = statement(claim=EventClaim(type="CONSULT", source=("KOR",), happened=day)).as_json()
    assert (found["from"], found["to"], found["type"], found["source"]) == (
        "2025-08-21",
        "2025-08-31",
        "CONSULT",
        ["KOR"],
    )
    assert found["same_as"] is None
