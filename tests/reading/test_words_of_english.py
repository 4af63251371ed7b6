"""Words of English: each class of expression tells its type, and phrases that tell no event tell none."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def types_of(text: str) -> list[str]:
    read = open_reader().read(document_from_text(text, path="x", language=Language.EN))
    return [s.claim.type for s in read if isinstance(s.claim, EventClaim)]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Norway voiced its support for Ukraine.", "SUPPORT"),
        ("Two Libyan jets violated Maltese airspace.", "COERCE"),
        ("Oman greenlit the deal with Kenya.", "AGREE"),
        ("Zambia must reopen the bridge, Malawi's government said.", "REQUEST"),
        ('"Zambia must reopen the bridge," said Malawi\'s foreign minister.', "REQUEST"),
        ("Ghana is in talks with Togo over a port.", "CONSULT"),
        ("Ghana last month expelled a Togolese consul.", "SANCTION"),
        ("The Malian premier is on an official visit to Niger.", "CONSULT"),
        ("Mr Lavrov was in Algiers for talks.", "CONSULT"),
        ("A Turkish frigate arrived in Tunis on Friday.", "MOBILIZE"),
        ("Nepal would retaliate if Bhutan raised its duties.", "THREATEN"),
        ("Lisbon regrets Spain's recognition of Kosovo.", "SUPPORT"),
        ("Oman extended its condolences to Jordan.", "SUPPORT"),
        ("Kenya called in the Ugandan chargé d'affaires.", "ACCUSE"),
        ("The Danish foreign minister will next visit Norway.", "CONSULT"),
        ("Pakistan carried out another failed missile test.", "MOBILIZE"),
        ("Latvia froze its participation in the Belarusian programme.", "SANCTION"),
        ("Ghana kicked three Togolese diplomats out.", "SANCTION"),
        ("Angola handed four poachers back to Zambia.", "RETREAT"),
        ("Malta put Tunisia on notice.", "THREATEN"),
        ("Chile turned to Peru for help.", "REQUEST"),
        ("Morocco reiterated its solidarity with Spain.", "SUPPORT"),
        ("Angola defended the decision of Kenya.", "SUPPORT"),
        ("Kenya repealed the decree against Uganda.", "CONCEDE"),
        ("Chile dropped the lawsuit against Peru.", "CONCEDE"),
        ("Bolivia gave in to demands from Peru.", "CONCEDE"),
        ("Iran granted a visa to a reporter from Japan.", "CONCEDE"),
        ("India sent peacekeepers to Sudan.", "AID"),
        ("India withdrew its peacekeepers from Sudan.", "SANCTION"),
        ("Jordan took in refugees from Syria.", "AID"),
        ("Egypt banned the opposition party.", "COERCE"),
        ("Egypt shut down the newspaper.", "COERCE"),
        ("Israel demolished homes in Gaza.", "COERCE"),
        ("Police in Georgia fired rubber bullets on Monday.", "COERCE"),
        ("Russia captured the town from Ukraine.", "ASSAULT"),
        ("Syria stormed a hospital in Lebanon.", "ASSAULT"),
        ("Farmers in France blocked the highway.", "PROTEST"),
        ("Miners in Poland went on an indefinite strike.", "PROTEST"),
        ("Finland put its forces on high alert.", "MOBILIZE"),
        ("Serbia expressed deep concern over Croatia.", "ACCUSE"),
        ("Brazil will not recognise Kosovo.", "REJECT"),
        ("Vietnam reneged on a promise to Laos.", "REJECT"),
        ("Austria gave Hungary a deadline.", "THREATEN"),
        ("Algeria seeks a loan from Qatar.", "REQUEST"),
    ],
)
def test_a_class_of_expressions_tells_its_type(text: str, type: str) -> None:
    assert type in types_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway declined to comment on Friday.",
        "Japan released a report about Peru.",
        "Kenya fights corruption.",
        "Peru received treatment.",
        "Chile meets the requirements of Brazil.",
        "Chile's president visited the injured.",
        "Kenya eliminated tariffs.",
        "Kenya said no rain had fallen.",
        "Kenya vowed to take the necessary measures.",
        "Kenya met a barrage of questions.",
        "Few in Spain buy the argument of Chile.",
        "Norway's crews blasted horns.",
        "Peru defended its decision.",
        "Chile recognised the need for rain.",
        "Kenya acknowledged the departure of an envoy.",
        "The rains will not change in Kenya.",
        "Peru vowed to keep up the pressure.",
        "Chile assured that the road is open.",
    ],
)
def test_a_set_phrase_tells_no_event(text: str) -> None:
    assert types_of(text) == []
