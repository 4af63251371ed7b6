"""Spellings: languages, scripts, and which form is shown."""

import pytest

from stateofplay.knowledge.spelling import Spelling, missing, shown, spellings

FORMS = spellings({"en": "Trump", "zh-Hant": ["川普", "特朗普"], "zh-Hans": ["特朗普", "川普"], "ja": "トランプ"})


def test_each_script_has_its_own_order() -> None:
    assert (shown(FORMS, "zh-Hant"), shown(FORMS, "zh-Hans")) == ("川普", "特朗普")


def test_a_form_of_both_scripts_serves_both() -> None:
    assert spellings({"zh": "李在明"}) == (Spelling(form="李在明", language="zh"),)
    assert missing(spellings({"zh": "李在明"})) == ("en", "ja", "ko")


def test_english_stands_in_for_what_is_missing() -> None:
    assert (shown(FORMS, "ko"), missing(FORMS)) == ("Trump", ("ko",))
    assert (shown(spellings({"ja": "国"}), "ko"), shown((), "ko")) == ("国", "")


def test_nothing_gives_nothing() -> None:
    assert spellings(None) == spellings({}) == ()


@pytest.mark.parametrize("forms", [{"de": "Bund"}, {"en": ""}, {"en": [7]}, {"en": [None]}])
def test_other_languages_and_other_values_are_refused(forms: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no language|no text"):
        spellings(forms)
