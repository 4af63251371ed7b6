"""Word classes: a form that may be verb or noun takes the class that its neighbours leave it."""

import pytest

from stateofplay.reading.reader import lexicon_of
from stateofplay.reading.sentence import lay_open
from stateofplay.reading.word_class import classes_of

REGION = "northeast_asia"


def kind(text: str, word: str) -> str:
    tokens = lay_open(text, lexicon_of("en", REGION)).tokens
    assert tokens is not None
    return tokens.kinds[tokens.words.index(word)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They warned of UN sanctions this week.", "sanctions", "N"),
        ("They put a duty on Peru exports ranging from tin to wool.", "exports", "N"),
        ("Both have all faced doubts.", "faced", "V"),
        ("Both condemned Peru's move.", "condemned", "V"),
        ("Peru last week recalled its envoy.", "week", "A"),
        ("Peru has this week recalled its envoy.", "recalled", "V"),
        ("The envoy's fate over the last week was unclear.", "week", "J"),
        ("Peru in 2014 annexed the island.", "2014", "A"),
        ("Peru then flew home.", "then", "A"),
        ("Peru has since asked for help.", "asked", "V"),
        ("Peru proposed a new treaty.", "proposed", "V"),
        ("A proposed treaty failed.", "proposed", "J"),
        ("Kenyan police patrol the town.", "patrol", "V"),
        ("The Lima meeting between them was short.", "meeting", "N"),
        ("Turkey has resisted calls to sever trade.", "calls", "N"),
        ("Ankara calls on Berlin to act.", "calls", "V"),
        ("Manila demands return of the rifles.", "demands", "V"),
        ("Beijing rejected both demands.", "demands", "N"),
        ("Israel will strike Iran.", "strike", "V"),
        ("The strike on Iran was brief.", "strike", "N"),
        ("They held talks in Minsk.", "talks", "N"),
        ("Ankara plans to widen it.", "widen", "I"),
        ("Chinese ships, fresh from drills, were seen.", "seen", "E"),
        ("Peru seized a donated ship.", "donated", "J"),
        ("Rebels fighting in Mali fled.", "fighting", "G"),
        ("The fighting went on.", "fighting", "N"),
        ("A truce brokered by Oman held.", "brokered", "E"),
        ("Iraq on Tuesday rejected the plan.", "rejected", "V"),
        ("The two pledged to trade more.", "pledged", "V"),
        ("Iran will no longer fire at ships.", "fire", "V"),
        ("Serbia has yet to answer.", "yet", "A"),
        ("On 7 March the pact was signed.", "march", "U"),
        ("Thousands march in Riga.", "march", "V"),
    ],
)
def test_a_word_takes_the_class_that_its_neighbours_leave_it(text: str, word: str, expected: str) -> None:
    assert kind(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Hizbollah (Party of God) declared a truce.", "declared", "V"),
        ("The Pacific forum (PIF) has agreed to meet.", "agreed", "V"),
        ("Dhaka has outright rejected the plan.", "rejected", "V"),
    ],
)
def test_brackets_and_adverbs_part_no_verb_from_its_subject(text: str, word: str, expected: str) -> None:
    assert kind(text, word) == expected
    assert "Q" not in {kind(text, word)}


def test_names_are_names_whatever_words_they_hold() -> None:
    tokens = lay_open("The United States left.", lexicon_of("en", REGION)).tokens
    assert tokens is not None and tokens.kinds == ["D", "X", "X", "V", "Z"]


@pytest.mark.parametrize("language", ["zh", "ja", "ko"])
def test_other_languages_have_no_classes(language: str) -> None:
    assert classes_of(language) is None


def test_a_phrase_that_does_not_fit_leaves_its_parts() -> None:
    """As a noun, "talks" is none of the verb "talk with"."""
    words = lay_open("Ankara spurned talks with the Swedes.", lexicon_of("en", REGION)).words
    assert ("talks", True) in [(hit.words[0].form, all(word.tag == "noun" for word in hit.words)) for hit in words]


def test_a_longer_form_that_ends_inside_a_word_hides_no_shorter_one() -> None:
    """ "Agree to a" is no part of "agreed to accept"."""
    words = lay_open("Kenya agreed to accept it.", lexicon_of("en", REGION)).words
    assert "agreed to" in [word.form for hit in words for word in hit.words]
