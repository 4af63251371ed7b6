"""Every text of a page is in every language, and every text in the files is used."""

import re
from pathlib import Path

import pytest
import yaml

import stateofplay.app.web
from stateofplay.app.web.words import Words, choose, languages, problems, served, words_of
from stateofplay.errors import OurFault

WEB = Path(stateofplay.app.web.__file__).parent
CALL = re.compile(r"""\b(?:t|words|words_of\(tag\))\(\s*f?["']([\w.-]+\.?)(\{|["'](\s*~)?)""")
LISTED = re.compile(r'"([a-z]+\.[a-z_.]+)"')


def sources() -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(WEB.rglob("*")) if p.suffix in (".py", ".html"))


def used() -> tuple[set[str], set[str]]:
    """Keys that are named whole, and beginnings of keys that are put together."""
    calls = CALL.findall(sources())
    whole = {key for key, end, joins in calls if end != "{" and not joins} | set(LISTED.findall(sources()))
    return whole, {key for key, end, joins in calls if end == "{" or joins}


def stem(key: str) -> str:
    return key.partition("#")[0]


def test_all_languages_have_the_same_keys():
    assert problems() == []


@pytest.mark.parametrize("tag", languages())
def test_every_text_is_used(tag):
    whole, beginnings = used()
    unused = [k for k in map(stem, words_of(tag).texts) if k not in whole and not k.startswith(tuple(beginnings))]
    assert unused == []


def test_every_key_that_a_page_names_is_there():
    keys = {stem(key) for key in words_of("en").texts}
    _, beginnings = used()
    asked = {key for key, end, joins in CALL.findall(sources()) if end != "{" and not joins}
    assert asked - keys == set()
    assert [start for start in beginnings if not any(key.startswith(start) for key in keys)] == []


@pytest.mark.parametrize("tag", languages())
def test_texts_take_the_same_values_in_every_language(tag):
    names = {stem(k): set(re.findall(r"{(\w+)}", text)) for k, text in words_of(tag).texts.items()}
    for key, text in words_of("en").texts.items():
        assert names[stem(key)] - {"n"} == set(re.findall(r"{(\w+)}", text)) - {"n"}, key


def test_files_of_words_say_their_origin():
    for path in sorted((WEB / "texts").glob("*.yaml")):
        head = path.read_text("utf-8").splitlines()[:6]
        assert any("Origin:" in line and line.startswith("#") for line in head), path.name
        assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict)


def test_traditional_chinese_is_written_in_taiwan_words():
    mainland = re.compile("默認|設置|保存|信息|軟件|網絡|視頻|用戶|打印|字體|搜索|文檔|數據|鏈接|服務器|屏幕|質量|菜單")
    assert [(k, text) for k, text in words_of("zh-Hant").texts.items() if mainland.search(text)] == []


def test_one_and_other():
    assert words_of("en")("count.events", n=1) == "1 event"
    assert words_of("en")("count.events", n=0) == "0 events"
    assert words_of("zh-Hant")("count.events", n=1) == "1 個事件"


def test_a_missing_text_is_our_fault_and_names_the_file():
    with pytest.raises(OurFault, match=r"xx\.yaml.*no text 'a.b' in xx"):
        Words(tag="xx", texts={})("a.b")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "en"),
        ("*", "en"),
        ("ko,ja;q=0.9", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK,zh;q=0.9", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-HK,en;q=0.1", "zh-Hant"),
        ("ZH-HANT-TW", "zh-Hant"),
        ("zh", "en"),
        ("zh-CN,zh;q=0.9", "en"),
        ("zh-Hans-TW,ja", "en"),
        ("zh-CN,zh;q=0.9,zh-TW;q=0.8,en;q=0.7", "zh-Hant"),
        ("en;q=0.5,zh-TW;q=0.8", "zh-Hant"),
        ("zh-TW;q=0,en", "en"),
        ("zh-TW;q=nonsense,en-GB", "en"),
        ("en-GB,zh-TW", "en"),
    ],
)
def test_the_browser_is_answered_in_its_own_order(accept, expected):
    assert choose(accept=accept) == expected


def test_the_readers_choice_goes_before_the_browsers():
    assert choose(asked="zh-Hant", kept="en", accept="en") == "zh-Hant"
    assert choose(kept="zh-Hant", accept="en") == "zh-Hant"
    assert choose(asked="tlh", kept="zh-TW", accept="en") == "zh-Hant"


def test_one_script_never_serves_the_other():
    assert served("zh") == served("zh-Hans") == served("zh-CN") == ""
