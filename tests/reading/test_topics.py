"""Topics in English: what is only talked of, advised or held as a policy is no event; bystanders act for no state."""

from typing import Any

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def told(text: str) -> list[Any]:
    read = open_reader().read(document_from_text(text, path="x", language=Language.EN))
    return [s.claim for s in read if isinstance(s.claim, EventClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway should lift its sanctions on Cuba.",
        "Peru needs to hold talks with Chile about the lake.",
        "Any talks with Eritrea would need a mediator.",
        "Future negotiations with Kenya look hard.",
        "Austria opposes the enlargement that Albania seeks.",
        "Latvia held on to the defence treaty with Estonia.",
        "Analysts accused Zambia of dumping copper.",
        "Turkey's critics warned of a rupture with Greece.",
        "Serbia spent more on tanks, hoping that Hungary would notice.",
        "Will Chad invade Niger?",
        "By sanctioning Malta, Greece would please nobody.",
        "Laos could please Nepal by arresting monks.",
        "Had Togo attacked Benin, nobody would have noticed.",
        "Togo hopes for a peace treaty with Benin.",
        "Uganda spoke of the idea of normalising relations with Rwanda.",
        "In the third breach of UN sanctions this week, oil was shipped.",
        "Algeria opposes a deal with Morocco.",
        "They wish for a pause in fighting between Chad and Niger.",
        "Chad's law allows searches in Niger.",
        "Qatar told of a move to allow Bahrain to fish.",
        "Norway spoke of the preparation of upcoming talks with Sweden.",
    ],
)
def test_a_topic_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Peru rejected an offer from Chile on Monday.", "REJECT", "PER", "CHL"),
        ("Oman signed a new defence pact with India.", "AGREE", "OMN", "IND"),
        ("Qatar encouraged Egypt to send a negotiator.", "REQUEST", "QAT", "EGY"),
        ("Bolivia wants Paraguay to open the river.", "REQUEST", "BOL", "PRY"),
        ("A meeting was held between the foreign ministers of Chad and Niger.", "CONSULT", "TCD", "NER"),
    ],
)
def test_an_act_is_told(text: str, type: str, source: str, target: str) -> None:
    assert [(c.type, ",".join(c.source), ",".join(c.target)) for c in told(text)] == [(type, source, target)]


def test_talks_told_in_one_breath_are_one() -> None:
    assert len(told("Chile's president visited Peru and met its president, discussing trade with Peru.")) == 1


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("While Peru and Chile hailed the port, they agreed to dredge it.", "PER", "CHL"),
        ("Peru's president met Chile's premier. They agreed to dredge the port.", "PER", "CHL"),
        ("Mali hosted Niger's general. The two presidents agreed to open a road.", "MLI", "NER"),
    ],
)
def test_they_are_those_told_of_together(text: str, source: str, target: str) -> None:
    agreed = [c for c in told(text) if c.type == "AGREE"]
    assert [(",".join(c.source), ",".join(c.target)) for c in agreed] == [(source, target)]


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("During her visit to Chile, President Claudia Sheinbaum thanked Peru.", "CONSULT", "MEX", "CHL"),
        ("Oman held bilateral naval exercises with India.", "COOPERATE", "OMN", "IND"),
        ("Peru boarded a ship owned by Chile, threatening to sink it.", "THREATEN", "PER", "CHL"),
    ],
)
def test_who_does_what(text: str, type: str, source: str, target: str) -> None:
    assert (type, source, target) in [(c.type, ",".join(c.source), ",".join(c.target)) for c in told(text)]


def test_a_noun_that_sets_the_scene_is_not_denied_with_the_verb() -> None:
    text = "Ruto did not apologise during his visit to Oman on 3 May 2024."
    read = open_reader().read(document_from_text(text, path="x", language=Language.EN))
    status = {s.claim.type: s.status.value for s in read if isinstance(s.claim, EventClaim)}
    assert status["CONSULT"] == "occurred"


def test_what_is_only_intended_is_planned() -> None:
    read = open_reader().read(
        document_from_text("Kenya spoke of its intention of meeting with Oman.", path="x", language=Language.EN)
    )
    assert "planned" in [s.status.value for s in read if isinstance(s.claim, EventClaim)]


def test_a_return_to_a_leader_s_office_is_a_change_of_leader() -> None:
    assert [c.type for c in told("The return of Donald Trump to the presidency changed little.")] == ["TRANSITION"]
    assert told("The ambassador returned to his post in Peru.") == []
