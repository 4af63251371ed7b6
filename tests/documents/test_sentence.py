"""Sentences end where a reader of the language would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.documents.sentence import sentences
from stateofplay.knowledge.table import structure

LANGUAGES = ("zh", "en", "ja", "ko", "")
CUT = [
    ("zh", "他來了。|她走了！|真的嗎？|不知道"),
    ("zh", "他說「好。」|然後走了。"),
    ("zh", "他說「好。」，然後走了。|再見。"),
    ("zh", "他說「先談。再簽。」之後離開。|會談結束。"),
    ("zh", "成長率為3.5%。|川普2.0版報告公布。"),
    ("zh", "“这是关键一步。”|他强调，要落实。"),
    ("zh", "他說……但是沒有走。|好！？|走吧。"),
    ("zh", "今日烏克蘭,明日東亞。」|其後如何?|未知。"),
    ("ja", "首相は「急がない。」と述べた。|会談は終わった。"),
    ("ja", "首相は「急がない。待つ。」と述べた。|終わり。"),
    ("ja", "「賛成だ。」|外相はそう答えた。"),
    ("ja", "税率は３．５％だ。|下がる。"),
    ("ko", "그는 방문했다.|회담은 끝났다.|물동량은 3.5% 늘었다."),
    ("ko", '그는 "가겠다. 곧."고 말했다.|끝났다.'),
    ("ko", "요구했다.|그러나 어렵다."),
    ("ko", "2025. 8. 25. 발표했다.|끝."),
    ("ko", "J. 리 장군이 왔다.|U.S. 해군이 왔다."),
    ("en", "Gen. John Q. Smith met Mr. Lee of the U.S. Navy.|He left."),
    ("en", "It costs $1.2 billion.|Trade rose 3.5 per cent."),
    ("en", "They moved to the U.S.|The rest stayed."),
    ("en", '"Will he go?" she asked.|"Yes."|He went.'),
    ("en", "He said: “We will go.”|Then he left."),
    ("en", "It was late (very late.)|He slept."),
    ("en", "See No. 5 and e.g. Art. 9 of the treaty.|Done!|Really?"),
    ("en", "He left at 5 p.m. on Monday.|At 6 p.m. Monday he came back."),
    ("en", "Wait... what?|No."),
    ("", "Le roi est mort.|Vive le roi!"),
]


@pytest.mark.parametrize(("language", "marked"), CUT)
def test_cuts(language: str, marked: str) -> None:
    spaced = language in ("en", "ko", "")
    text = marked.replace("요구했다.|", "요구했다.").replace("|", " " if spaced else "")
    assert [text[start:end] for start, end in sentences(text, language)] == marked.split("|")


def test_a_long_quotation_is_cut_inside() -> None:
    text = "他說：「" + "我們將繼續談判，直到雙方都滿意。" * 15 + "」"
    pieces = [text[start:end] for start, end in sentences(text, "zh")]
    assert 1 < len(pieces) < 15
    assert "".join(pieces) == text


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=120), st.text(alphabet="。.!? 「」\"“”'aA가韓1다", max_size=120)))
def test_sentences_cover_the_paragraph(language: str, text: str) -> None:
    place = 0
    for start, end in sentences(text, language):
        assert place <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


@pytest.mark.parametrize("language", ["zh", "en", "ja", "ko"])
def test_the_data_are_words(language: str) -> None:
    """YAML takes a bare No for a truth value."""
    rules = structure("vocabulary", "languages", language, "segmentation.yaml")
    for field in ("abbreviations", "may_end", "starters"):
        assert all(isinstance(word, str) and not word.endswith(".") for word in rules[field])
    assert set(rules["ends"]).isdisjoint(rules["goes_on"])
