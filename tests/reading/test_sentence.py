"""A sentence laid open: words with their traits, cues by role, and blocks that change nothing."""

import pytest

from stateofplay.reading.lexicon import DEED, EVENT, LOOSE, MAKER, NOUN, THING, VERB, grammar
from stateofplay.reading.reader import lexicon_of
from stateofplay.reading.sentence import Sentence, laid_open, lay_open

REGION = "northeast_asia"
TEXTS = {
    "zh": ("日本宣布對南韓加徵關稅。", "兩國外長將在首爾會談。", "他說天氣很好。"),
    "en": ("Japan raised tariffs on Korean steel.", "They may meet in May.", "It rained."),
    "ja": ("日本は韓国に関税を引き上げた。", "両国の外相が会談する。"),
    "ko": ("일본이 한국에 관세를 인상했다.", "양국 외교장관이 회담한다."),
}


def told(sentence: Sentence) -> tuple[object, ...]:
    return sentence.folded, sentence.words, sentence.cues, sentence.names, sentence.clauses, sentence.joints


@pytest.mark.parametrize("language", TEXTS)
def test_many_texts_give_what_each_gives_by_itself(language: str) -> None:
    lexicon = lexicon_of(language, REGION)
    texts = TEXTS[language] * 80  # more than one block
    assert [told(one) for one in laid_open(texts, lexicon)] == [told(lay_open(text, lexicon)) for text in texts]


def test_no_text_gives_no_sentence() -> None:
    assert list(laid_open([], lexicon_of("zh", REGION))) == []


@pytest.mark.parametrize("language", TEXTS)
def test_the_traits_of_a_hit_are_those_of_its_words(language: str) -> None:
    for text in TEXTS[language]:
        for hit in lay_open(text, lexicon_of(language, REGION)).words:
            words = hit.words
            assert bool(hit.traits & NOUN) == any(word.part == "n" for word in words)
            assert bool(hit.traits & VERB) == any(word.part == "v" for word in words)
            assert bool(hit.traits & LOOSE) == any(not word.tight for word in words)
            assert bool(hit.traits & EVENT) == any(word.concept.type for word in words)
            assert bool(hit.traits & MAKER) == any(word.concept.things for word in words)


def test_what_makes_an_event_and_the_thing_it_is_made_with_are_told_apart() -> None:
    lifted, sanctions = lay_open("Japan lifted sanctions on Korea.", lexicon_of("en", REGION)).words
    assert lifted.traits & MAKER and lifted.traits & DEED and not lifted.traits & THING
    assert sanctions.traits & THING


def test_a_word_is_found_by_its_place() -> None:
    sentence = lay_open("Japan raised tariffs on steel.", lexicon_of("en", REGION))
    assert sentence.word_at(sentence.words[0].start) is sentence.words[0]
    assert sentence.word_at(1) is None


def test_cues_stand_under_their_roles_in_order() -> None:
    sentence = lay_open("兩國外長將在首爾會談。", lexicon_of("zh", REGION))
    assert sorted((hit.start, hit.end) for hits in sentence.roles.values() for hit in hits) == sorted(
        (hit.start, hit.end) for hit in sentence.cues
    )
    assert sentence.cues_of("no such role") == []


def test_a_shape_is_compiled_once_and_none_where_the_language_sets_none() -> None:
    shapes = grammar("zh").shapes
    assert shapes["faced"] is shapes["faced"]
    assert shapes["faced"].search("面对欧美的")
    assert shapes["long_since"]["before"].search("曾")
    assert shapes["no_such_setting"] is None
