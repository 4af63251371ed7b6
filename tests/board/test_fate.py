"""Words of fate: what they say of a promise, and that the data speak of known types and states."""

import duckdb
import pytest

from stateofplay.board.fate import any_word, fate_words, fates, state_in
from stateofplay.board.promise import life
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.spelling import LANGUAGES


@pytest.mark.parametrize(
    ("quote", "language", "state"),
    [
        ("Seoul was slow to deliver", "en", "delayed"),
        ("Seoul has promised a dam", "en", ""),
        ("北京食言", "zh", "breached"),
        ("", "ko", ""),
    ],
)
def test_what_the_first_word_says(quote, language, state):
    assert state_in(quote, language) == state


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coarse_pattern_misses_no_word(language):
    for word in fate_words(language):
        (found,) = duckdb.execute("SELECT regexp_matches(lower($1), $2)", [f"… {word} …", any_word()]).fetchone()
        assert found, word


def test_the_data_speak_of_known_types_and_states():
    assert set(fates()) <= set(event_types())
    assert set(fates().values()) <= set(life())
