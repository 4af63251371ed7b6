"""Forms that running text shows are derived from the dictionary word."""

import pytest

from stateofplay.reading.inflection import forms


@pytest.mark.parametrize(
    ("word", "language", "part", "expected"),
    [
        ("visit", "en", "vn", {"visit", "visits", "visited", "visiting"}),
        ("ban", "en", "v", {"ban", "bans", "banned", "banning"}),
        ("withdraw", "en", "v", {"withdraw", "withdrew", "withdrawn", "withdrawing"}),
        ("call off", "en", "v", {"call off", "calls off", "called off", "calling off"}),
        ("treaty", "en", "n", {"treaty", "treaties"}),
        ("agree", "en", "v", {"agree", "agreed", "agreeing"}),
        ("내리다", "ko", "v", {"내리", "내렸", "내려", "내린", "내릴"}),
        ("막다", "ko", "v", {"막", "막았", "막아", "막은"}),
        ("만나다", "ko", "v", {"만나", "만났", "만난"}),
        ("求める", "ja", "v", {"求め"}),
        ("塞ぐ", "ja", "v", {"塞が", "塞ぎ", "塞い"}),
        ("会う", "ja", "v", {"会わ", "会い", "会っ"}),
        ("會談", "zh", "vn", {"會談"}),
    ],
)
def test_forms(word: str, language: str, part: str, expected: set[str]) -> None:
    assert expected <= {form for form, _ in forms(word, language=language, part=part)}


def test_english_forms_are_tagged() -> None:
    tagged = dict(forms("seize", language="en", part="v"))
    assert tagged == {"seize": "base", "seizes": "s", "seizing": "ing", "seized": "ed"}
