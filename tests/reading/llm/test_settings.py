"""Settings: from the environment, those given first, and no key where it does not belong."""

from pathlib import Path

import pytest

from stateofplay.errors import YourInput
from stateofplay.reading.llm.settings import Settings, settings_of

HOME = {"HOME": "/home", "STATEOFPLAY_LLM_MODEL": "m"}


def test_the_environment_and_what_is_given_before_it():
    found = settings_of({**HOME, "STATEOFPLAY_LLM_TIMEOUT": "9", "STATEOFPLAY_LLM_REQUESTS": "5"}, {"timeout": "3"})
    assert (found.model, found.timeout, found.requests) == ("m", 3.0, 5)
    assert found.cache == Path("/home/.cache/stateofplay/llm")
    assert settings_of({**HOME, "XDG_CACHE_HOME": "/c"}).cache == Path("/c/stateofplay/llm")
    assert settings_of(HOME, {"cache": "none"}).cache is None


def test_a_key_is_never_shown_and_goes_to_its_own_endpoint_only():
    general = {**HOME, "OPENAI_API_KEY": "secret"}
    assert settings_of(general).key == "secret"
    assert settings_of(general, {"url": "http://localhost:1/v1"}).key == ""
    own = settings_of({**general, "STATEOFPLAY_LLM_KEY": "own", "STATEOFPLAY_LLM_URL": "http://localhost:1/v1"})
    assert own.key == "own"
    assert "own" not in repr(own)
    with pytest.raises(YourInput, match="history"):
        settings_of(HOME, {"key": "secret"})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"model": ""}, "no model"),
        ({"cost": "1"}, "prices"),
        ({"timeout": "soon"}, "no number"),
        ({"tries": "0"}, "limit"),
        ({"tokens": "-1"}, "limit"),
        ({"modle": "x"}, "no setting 'modle'"),
    ],
)
def test_what_makes_no_settings(given, message):
    with pytest.raises(YourInput, match=message):
        settings_of(HOME, given)


def test_a_model_is_all_that_is_needed():
    assert Settings(model="m").url == ""
