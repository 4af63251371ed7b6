"""Confidence is a sum of weights that can be read; what is below the floor is not stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading import confidence as module
from stateofplay.reading.confidence import confidence, floor, weights
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

TEXT = "中國批評日本。8月23日,李在明訪問東京。若美國提高關稅，韓國將反制。"


@given(st.lists(st.sampled_from(sorted(weights())), unique=True))
def test_confidence_is_a_probability(reasons: list[str]) -> None:
    assert 0.0 < confidence(reasons) < 1.0


def test_an_unknown_reason_counts_nothing() -> None:
    assert confidence(["bias", "no such reason"]) == confidence(["bias"])


def test_every_event_carries_the_reasons_of_its_confidence() -> None:
    document = document_from_text(TEXT, path="t", published=Day.parse("2025-08-26"))
    events = [told for _, told in open_reader().tell(document) if isinstance(told.claim, EventClaim)]
    assert events
    for told in events:
        assert "bias" in told.reasons
        assert told.sureness == confidence(told.reasons) >= floor()


def test_what_is_below_the_floor_is_not_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "weights", lambda: {"floor": 0.99})
    document = document_from_text(TEXT, path="t", published=Day.parse("2025-08-26"))
    assert [s for s in open_reader().read(document) if s.kind == "event"] == []
    assert [told for _, told in open_reader().tell(document, all_events=True) if isinstance(told.claim, EventClaim)]


def test_a_named_subject_speaks_for_an_event_and_a_borrowed_one_against_it() -> None:
    table = weights()
    assert table["source: subject"] > table.get("source: subject of an earlier sentence", 0.0)
