"""Reasons say where the sides of an act stand and who else is named, in words that a weight can be learned for."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.confidence import confidence, weights
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def reasons(text, language="en", type="ACCUSE"):
    """The reasons of the first event of a type in a text."""
    document = document_from_text(text, path="t", published=Day.parse("2025-08-26"), language=Language(language))
    told = open_reader().tell(document, all_events=True)
    events = [one for _, one in told if isinstance(one.claim, EventClaim)]
    return next(one.reasons for one in events if one.claim.type == type)


@pytest.mark.parametrize(
    ("text", "language", "far"),
    [
        ("China condemned Japan.", "en", "up to 1"),
        ("China condemned the new and rather costly defence budget of Japan.", "en", "up to 12"),
        ("中國譴責日本。", "zh-Hant", "up to 1"),
        ("중국은 일본을 비난했다.", "ko", "up to 1"),
    ],
)
def test_it_is_told_how_far_a_side_stands_from_its_act(text, language, far):
    found = reasons(text, language)
    assert f"target away {far}" in found
    assert "source before" in found


def test_others_that_might_have_been_meant_are_counted():
    alone = reasons("China condemned Japan.")
    assert "others named in the sentence 0" in alone
    assert "others between act and target 0" in alone
    crowded = reasons("China condemned Japan, while India, France and Brazil looked on.")
    assert "others named in the sentence 3" in crowded


def test_a_side_from_an_earlier_sentence_says_so():
    assert "source from another sentence" in reasons("中国の王毅外相は27日、記者団に語った。日本を非難した。", "ja")


def test_only_the_first_act_of_a_sentence_is_its_first():
    text = "China condemned Japan and imposed sanctions on Japan."
    assert "first act of the sentence" in reasons(text)
    assert "later act of the sentence" in reasons(text, type="SANCTION")


def test_nearly_all_reasons_of_a_plain_sentence_have_a_weight():
    """A reason that is named otherwise here than where weights are learned would count nothing, unnoticed."""
    found = reasons("China condemned Japan.")
    assert len([reason for reason in found if reason in weights()]) >= 0.9 * len(found)


def test_the_more_others_are_named_the_less_sure_it_is():
    """Learned, not set: on judged pages actors were wrong most where many were named."""
    table = weights()
    assert table["others named in the sentence 0"] > table["others named in the sentence 3"]
    assert table["target away up to 1"] > table["target away farther"]
    assert confidence(reasons("China condemned Japan.")) > confidence(
        reasons("China condemned Japan, while India, France and Brazil looked on.")
    )
