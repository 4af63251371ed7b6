"""Mistaken sides in English: who is named and yet is neither who acts nor whom the act is done to."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def told(text: str) -> list[tuple[str, set[str], set[str]]]:
    read = open_reader().tell(document_from_text(text, path="x", language=Language.EN), all_events=True)
    return [
        (told.claim.type, set(told.claim.source), set(told.claim.target))
        for _, told in read
        if isinstance(told.claim, EventClaim)
    ]


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Ghana condemned the raid on Togo.", "ACCUSE", {"GHA"}, set()),
        ("Officials told Egypt's army that Kenya had agreed to a truce.", "AGREE", {"KEN"}, set()),
        ("The Lima meeting between Chile's president and Spain's king went well.", "CONSULT", {"CHL"}, {"ESP"}),
        ("Gabon was suspended from the African Union.", "SANCTION", {"AU"}, {"GAB"}),
        ("A spokesman of Lebanon's Hezbollah condemned Cyprus.", "ACCUSE", {"Hezbollah"}, {"CYP"}),
        ("Captives held by Kenya were released on Monday.", "RETREAT", {"KEN"}, set()),
        ("Chile and Peru have both faced criticism for the delay.", "ACCUSE", set(), {"CHL", "PER"}),
        ("Kenya demanded the release of Ugandan prisoners.", "REQUEST", {"KEN"}, set()),
        ("Kenya agreed that Peru's growth was slow.", "AGREE", {"KEN"}, set()),
        (
            "It angered Togo, which was hurt, left, and condemned Benin.",
            "ACCUSE",
            {"TGO"},
            {"BEN"},
        ),
        ("Oman's combined naval exercises with India ended.", "COOPERATE", {"OMN"}, {"IND"}),
        ("The queen praised Chile's leadership in reinforcing its army.", "MOBILIZE", {"CHL"}, set()),
        (
            "When Peru imposed tariffs, Chile soon retaliated with tariffs on Peru.",
            "SANCTION",
            {"CHL"},
            {"PER"},
        ),
        ("Both India and Nepal exchanged protests on Monday.", "ACCUSE", {"IND"}, {"NPL"}),
        ("Kenya's air defences shot down 17 of 24 drones fired at dawn.", "ASSAULT", {"KEN"}, set()),
        ("The Peruvian ambassador to Chile was summoned on Monday.", "ACCUSE", {"CHL"}, {"PER"}),
        ("The lake committee meeting of Angola and Zambia took place in May.", "CONSULT", {"AGO"}, {"ZMB"}),
        ("Kenya withdrew its ambassadors from Chad and Niger.", "SANCTION", {"KEN"}, {"TCD", "NER"}),
    ],
)
def test_who_acts_on_whom(text: str, type: str, source: set[str], target: set[str]) -> None:
    assert (type, source, target) in told(text)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Peru held talks with Chile.", "Over twenty countries have recognised the island."),
        ("Peru held talks with Chile.", "Rebel soldiers arrested the minister."),
        ("Peru held talks with Chile.", "Four European leaders criticised the plan."),
        ("Peru sent Chile a note.", "The dam was also discussed in the meeting."),
    ],
)
def test_those_unknown_are_not_those_of_the_story(before: str, text: str) -> None:
    alone = told(before)
    assert [event for event in told(f"{before} {text}") if event[1] or event[2]][len(alone) :] == []


def test_those_who_met_are_not_a_stranger_who_meets() -> None:
    text = "Peru met Chile in Lima. Ana Diaz, a teacher from Arica, met with the Spanish ambassador."
    assert ("CONSULT", {"PER", "CHL"}, {"ESP"}) not in told(text)


def test_talks_between_those_who_are_brought_together_are_not_told_again() -> None:
    told_of = told("Oman is mediating talks between Kenya and Uganda.")
    assert [event[0] for event in told_of] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya discussed the harvest.",
        "Negotiations with Norway dragged on.",
        "Her tour of the coast ended. Spain's queen was pleased with her tour.",
    ],
)
def test_talks_of_one_state_alone_are_not_told(text: str) -> None:
    assert "CONSULT" not in [event[0] for event in told(text)]


def test_who_brings_many_together_may_be_told_alone() -> None:
    assert ("CONSULT", {"BRA"}, set()) in told("Brazil hosted a summit on forests this week.")


def test_a_relative_clause_takes_nobody_before_it() -> None:
    text = "Australia's minister flew to Fiji to get ahead of Wang Yi, who is holding a meeting with island ministers."
    assert ("CONSULT", {"CHN"}, {"AUS"}) not in told(text)


def test_it_goes_on_for_the_same() -> None:
    text = "Kenya's moves puzzle many. It criticised Uganda, while it praised Rwanda."
    assert ("SUPPORT", {"KEN"}, {"RWA"}) in told(text)


def test_a_noun_that_a_verb_of_the_same_act_takes_is_not_told_again() -> None:
    assert [event[0] for event in told("Kenya fought skirmishes with Uganda.")] == ["ASSAULT"]


def test_what_several_unknown_are_met_by_is_done_to_nobody_else() -> None:
    assert ("CONSULT", {"NZL"}, {"PIF"}) not in told(
        "Before the Pacific Islands Forum, New Zealand visited island states."
    )


def test_an_office_is_of_the_state_named_behind_it() -> None:
    text = "Kuwait met the foreign minister of Turkey. Kuwait also met the foreign minister of the Kingdom of Norway."
    assert ("CONSULT", {"KWT"}, {"NOR"}) in told(text)


def test_beside_what_talks_are_held_is_no_side_of_them() -> None:
    text = "India held meetings with bankers on the sidelines of the G20 meeting."
    assert all("G20" not in source | target for _, source, target in told(text))


def test_who_was_just_helped_is_not_blamed_where_nobody_is_named() -> None:
    assert told("Peru praised Chile. Peru expressed concern.")[-1] == ("ACCUSE", {"PER"}, set())


def test_an_order_to_one_s_own_is_no_demand_of_another() -> None:
    text = "Peru accused Chile. Peru instructed the Peruvian navy to watch."
    assert ("REQUEST", {"PER"}, {"CHL"}) not in told(text)


def test_three_leaders_are_those_told_together() -> None:
    text = "The leaders of Peru, Chile and Spain met in Lima. Brazil accused the three leaders of greed."
    assert ("ACCUSE", {"BRA"}, {"PER", "CHL", "ESP"}) in told(text)


def test_two_who_condemn_something_do_not_condemn_each_other() -> None:
    text = "Peru's president met Chile's. They condemned smuggling in all its forms."
    assert all(source != target for type, source, target in told(text) if type == "ACCUSE")


def test_a_participle_tells_of_the_noun_right_before_it() -> None:
    assert all(event[0] != "COOPERATE" for event in told("They spoke of an exchange of captives held by Kenya."))
