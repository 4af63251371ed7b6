"""Quotes stand between the marks of their own language, and what is on a page is escaped."""

import pytest

from stateofplay.app.web.page import LONGEST_QUOTE, quoted


class Said:
    def __init__(self, quote, language):
        self.quote, self.language = quote, language


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "“x”"), ("zh-Hant", "「x」"), ("zh-Hans", "“x”"), ("ja", "「x」"), ("ko", "“x”"), ("fr", "“x”")],
)
def test_marks_follow_the_language(language, written):
    assert quoted(Said("x", language)) == written


def test_a_long_quote_is_cut_and_shows_it():
    assert quoted(Said("字" * LONGEST_QUOTE, "ja")) == f"「{'字' * LONGEST_QUOTE}」"
    assert quoted(Said("字" * (LONGEST_QUOTE + 1), "ja")) == f"「{'字' * LONGEST_QUOTE} …」"
