"""Sides in English: a verb's subject acts on what follows it, a noun's owner on what its phrase names."""

from typing import Any

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def told(text: str) -> list[tuple[str, set[str], set[str], str]]:
    read = open_reader().read(document_from_text(text, path="x", language=Language.EN))
    return [
        (s.claim.type, set(s.claim.source), set(s.claim.target), s.status.value)
        for s in read
        if isinstance(s.claim, EventClaim)
    ]


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Moscow, which had attacked Kyiv, accused Poland of lying.", "ACCUSE", "RUS", "POL"),
        ("Poland, a neighbour of Ukraine, condemned Belarus.", "ACCUSE", "POL", "BLR"),
        ("Turkey condemned Israel, which rejected the charge of Egypt.", "REJECT", "ISR", "EGY"),
        ("Vietnam was rebuked by Japan.", "ACCUSE", "JPN", "VNM"),
        ("Peru arrested ten men and demanded an answer from Chile.", "REQUEST", "PER", "CHL"),
        ("A court in Oslo sued Iran.", "ACCUSE", "NOR", "IRN"),
        ("China's ban on Japanese seafood is old.", "SANCTION", "CHN", "JPN"),
        ("The visit by Xi Jinping to Serbia ended.", "CONSULT", "CHN", "SRB"),
        ("Russia said that Sudan must return the ship.", "REQUEST", "RUS", "SDN"),
        ("Spain will not lift its ban on Algeria.", "REJECT", "ESP", "DZA"),
        ("Thousands marched through Tbilisi on Sunday.", "PROTEST", "GEO", ""),
        ("Troops from India invaded Nepal.", "ASSAULT", "IND", "NPL"),
    ],
)
def test_who_acts_on_whom(text: str, type: str, source: str, target: str) -> None:
    found = [event for event in told(text) if event[0] == type]
    assert found, told(text)
    assert found[0][1:3] == ({source}, {target} if target else set())


@pytest.mark.parametrize(
    "text",
    [
        "Japan's minister flew to Kyiv to discuss aid.",
        "Poland urged Ukraine to release its prisoners.",
    ],
)
def test_purpose_and_content_are_no_events_of_their_own(text: str) -> None:
    assert len(told(text)) == 1


def test_what_follows_the_content_is_an_event_again() -> None:
    assert [event[0] for event in told("Poland urged Ukraine to leave and expelled its envoy.")] == [
        "REQUEST",
        "SANCTION",
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Serbia plans to sanction Russia.", "planned"),
        ("Serbia is expected to sanction Russia.", "planned"),
        ("Serbia has yet to sanction Russia.", "denied"),
        ("Nor has Serbia sanctioned Russia.", "denied"),
        ("Serbia sanctioned Russia.", "occurred"),
    ],
)
def test_the_mood_of_a_verb_is_that_of_the_words_it_hangs_on(text: str, status: str) -> None:
    assert [event[3] for event in told(text) if event[0] == "SANCTION"] == [status]


@pytest.mark.parametrize(
    "text", ["Kenya's riot police watched.", "The visit of the rains is near.", "Trade talks are hard."]
)
def test_words_that_only_describe_or_that_nobody_does_are_no_events(text: str) -> None:
    assert told(text) == []


def test_a_family_name_stands_for_the_person_named_in_full_before() -> None:
    events: list[Any] = told("President Lee Jae Myung of South Korea flew home. Lee praised Japan.")
    assert ("SUPPORT", {"KOR"}, {"JPN"}, "occurred") in events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain's call with Peru lasted an hour.", ("CONSULT", {"ESP"}, {"PER"}, "occurred")),
        ("Peru's minister spoke today with Chile's envoy.", ("CONSULT", {"PER"}, {"CHL"}, "occurred")),
        ("Talks between Peru and Chile are set to resume in Madrid.", ("CONSULT", {"PER"}, {"CHL"}, "planned")),
        ("Peru, Chile to hold talks", ("CONSULT", {"PER"}, {"CHL"}, "planned")),
        ("Peru hopes for rain when it meets Chile in Madrid.", ("CONSULT", {"PER"}, {"CHL"}, "planned")),
    ],
)
def test_talks_and_whether_they_were_held(text: str, expected: tuple[str, set[str], set[str], str]) -> None:
    assert expected in told(text)


def test_nothing_lifeless_acts() -> None:
    assert told("Peru was calm. An explosion killed two Chilean soldiers.") == []


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Peru hit Chile, Spain and Cuba with tariffs.", "SANCTION", {"PER"}, {"CHL", "ESP", "CUB"}),
        ("Peru withdrew from the African Union.", "SANCTION", {"PER"}, {"AU"}),
        ("Chile's minister said that Peru's move was unacceptable.", "ACCUSE", {"CHL"}, {"PER"}),
        ("Peru struck Chile. Spain said the move was a clear violation of the treaty.", "ACCUSE", {"ESP"}, {"PER"}),
        ("Peru and Chile agreed on a truce. Spain praised the deal.", "SUPPORT", {"ESP"}, {"PER", "CHL"}),
        ("Critics reacted to Peru's decision to expel Chile's envoy.", "SANCTION", {"PER"}, {"CHL"}),
        ("Chile, which on Monday condemned Peru, is calm.", "ACCUSE", {"CHL"}, {"PER"}),
    ],
)
def test_what_a_verb_or_verdict_says_of_whom(text: str, type: str, source: set[str], target: set[str]) -> None:
    assert (type, source, target) in [event[:3] for event in told(text)]


@pytest.mark.parametrize(
    "text",
    ["Peru's efforts to reach a deal with Chile went on.", "Peru spoke of the ceasefire.", "Peru has attack drones."],
)
def test_what_is_only_hoped_or_named_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ('"We condemn the raid of Peru," Chile\'s army said.', "ACCUSE", {"CHL"}, {"PER"}),
        ("Envoys from Chile, Peru and Spain spoke by phone.", "CONSULT", {"CHL"}, {"PER", "ESP"}),
    ],
)
def test_who_speaks(text: str, type: str, source: set[str], target: set[str]) -> None:
    assert (type, source, target) in [event[:3] for event in told(text)]


def test_a_party_only_spoken_of_is_no_party() -> None:
    (event,) = told("Chile and Peru agreed to enhance coordination against Spain's missile threats.")
    assert event[:3] == ("AGREE", {"CHL"}, {"PER"})


def test_a_deal_that_somebody_struck_is_no_blow() -> None:
    assert [event[:3] for event in told("Peru praised the pact it struck with Chile.")][-1] == (
        "AGREE",
        {"PER"},
        {"CHL"},
    )
    assert "ASSAULT" not in [event[0] for event in told("Peru praised the accord that it struck with Chile.")]


def test_who_blames_a_deed_blames_who_did_it() -> None:
    text = "Peru fired missiles on Monday. Spain held a summit with Chile. Spain condemned the missile launch."
    assert told(text)[-1][:3] == ("ACCUSE", {"ESP"}, {"PER"})


@pytest.mark.parametrize(
    "text",
    [
        "Peru fired at 7:10 a.m.",
        "Peru's raid was an act threatening international peace.",
        "Peru would pay for its provocations, Spain's army said.",
    ],
)
def test_an_hour_peace_and_a_price_are_no_targets(text: str) -> None:
    assert {"ASSAULT", "THREATEN", "AID"}.isdisjoint(event[0] for event in told(text))


def test_a_meeting_looked_forward_to_is_planned() -> None:
    assert [event[3] for event in told("Chile looks forward to seeing Peru's meeting with Spain.")] == ["planned"]


def test_a_predecessor_is_judged_and_nobody_else() -> None:
    text = "Peru held talks with Chile. Peru's president criticised his predecessor for visiting Spain."
    assert told(text)[-1][:3] in [("ACCUSE", {"PER"}, set()), ("CONSULT", {"PER"}, {"ESP"})]
    assert all(event[2] == set() for event in told(text) if event[0] == "ACCUSE")


def test_what_somebody_is_able_to_do_is_not_done() -> None:
    assert told("Peru is capable of striking Chile.") == []
    assert told("Peru has the ability to strike Chile.") == []


def test_what_can_be_and_what_has_not_yet_been_are_not_told_as_done() -> None:
    assert told("Spain can attack Peru.") == []
    assert [event[3] for event in told("Spain has not yet condemned Peru.")] == ["denied"]
