"""Sides that a clause leaves unsaid: filled where the story still speaks of them, empty where it does not."""

import pytest

from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def _events(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    statements = open_reader().read(document_from_text(text))
    return [(s.claim.type, s.claim.source, s.claim.target) for s in statements if isinstance(s.claim, EventClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "Brazil and Peru met in Lima on Monday. They agreed to open the border.",
        "巴西和秘魯外長週一會談。雙方同意開放邊境。",
        "ブラジルとペルーは月曜日に会談した。両国は国境を開くことで合意した。",
        "브라질과 페루는 월요일에 회담했다. 양국은 국경을 열기로 합의했다.",
    ],
)
def test_those_who_met_are_both_sides(text: str) -> None:
    agreed = next(event for event in _events(text) if event[0] == "AGREE")
    assert set(agreed[1] + agreed[2]) == {"BRA", "PER"}


def test_several_do_it_to_each_other() -> None:
    (expelled,) = _events("巴西与秘鲁互相驱逐对方一名外交官。")
    assert set(expelled[1]) == set(expelled[2]) == {"BRA", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru accused Brazil of spying. It also urged the international community to act.",
        "페루는 브라질의 침공을 비난했다. 페루는 국제사회에 행동을 촉구했다.",
    ],
)
def test_a_plea_to_nobody_known_has_no_target(text: str) -> None:
    asked = next(event for event in _events(text) if event[0] == "REQUEST")
    assert asked[2] == ()


def test_dealings_that_the_story_has_left_fill_nothing() -> None:
    text = "Peru criticised Brazil. Kenya held an election. Chile held an election. Peru threatened to retaliate."
    assert next(event for event in _events(text) if event[0] == "THREATEN")[2] == ()


def test_a_relative_clause_strikes_its_antecedent() -> None:
    events = _events("Kenya is weighing Mr Trump's plan for Gaza, which the Arab League has spurned.")
    assert ("REJECT", ("AL",), ("USA",)) in events


def test_a_deal_that_is_praised_is_that_of_those_who_made_it() -> None:
    events = _events("Peru and Chile agreed to a truce on Monday. Brazil applauded the ceasefire.")
    praised = next(event for event in events if event[0] == "SUPPORT")
    assert set(praised[2]) == {"PER", "CHL"}


def test_an_apposition_tells_whose_somebody_is() -> None:
    text = (
        "Ana Belmonte, a spokeswoman for Peru's foreign ministry, criticised Chile. "
        "Kenya met Chad. Belmonte accused Cuba."
    )
    assert [event for event in _events(text) if event[0] == "ACCUSE"] == [
        ("ACCUSE", ("PER",), ("CHL",)),
        ("ACCUSE", ("PER",), ("CUB",)),
    ]


def test_speech_told_last_is_aimed_at_the_only_other_one() -> None:
    events = _events("チリ国防省の報道官はペルー軍の演習を「挑発」とののしり、直ちに中止するよう迫った。")
    assert ("REQUEST", ("CHL",), ("PER",)) in events


def test_an_amount_in_aid_is_given() -> None:
    assert ("AID", ("PER",), ("CHL",)) in _events("Peru gave Chile $50m in aid on Monday.")


def test_who_goes_on_over_a_comma_is_who_told_before() -> None:
    text = "Peru told Chile that the Chilean side should withdraw at once, and urged that Bolivia should be spared."
    assert ("REQUEST", ("CHL",)) not in {event[:2] for event in _events(text)}


def test_who_summons_is_where_the_summoned_go() -> None:
    events = _events("The ambassadors of Peru and Chile have been summoned to the Bolivian foreign ministry.")
    assert any(event[1] == ("BOL",) and set(event[2]) == {"PER", "CHL"} for event in events)
