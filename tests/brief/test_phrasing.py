"""Words of a briefing: the same keys in every language, all that the vocabulary needs, nothing left unfilled."""

from datetime import date
from importlib.resources import files
from string import Formatter

import pytest
import yaml

from stateofplay.board.disagreement import ABOUT
from stateofplay.board.foretold import STATUSES, likelihoods
from stateofplay.board.position import STANCES
from stateofplay.board.promise import life
from stateofplay.brief.phrasing import LANGUAGES, phrasing, signed
from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.errors import NotFound
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import Status

FREE = {"units", "names", "amount.scales"}
"""Tables that each language fills as it needs."""


def flat(value, key=""):
    if key in FREE or not isinstance(value, dict) or value.keys() <= {"one", "other"}:
        yield key, value
        return
    for name, part in value.items():
        yield from flat(part, f"{key}.{name}".lstrip("."))


def texts(tag):
    path = files("stateofplay").joinpath("vocabulary", "brief", f"{tag}.yaml")
    return dict(flat(yaml.safe_load(path.read_text(encoding="utf-8"))))


def fields(text):
    forms = text.values() if isinstance(text, dict) else [str(text)]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_there_is_a_file_for_every_language_and_no_other():
    folder = files("stateofplay").joinpath("vocabulary", "brief")
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(f"{tag}.yaml" for tag in LANGUAGES)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_languages_have_the_same_keys_and_places_to_fill(tag):
    ours, english = texts(tag), texts("en")
    assert ours.keys() == english.keys()
    counts = {"count.outlets"}  # "one outlet" needs no number
    assert {key for key in ours if key not in FREE | counts and fields(ours[key]) != fields(english[key])} == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_type_status_state_and_language_has_its_words(tag):
    keys = texts(tag).keys()
    wanted = {f"{form}.{name}" for form in ("done", "act") for name in event_types()}
    wanted |= {f"status.{status.value}" for status in Status} | {"status.disputed"}
    wanted |= {f"promise.{form}.{state}" for form in ("state", "toward", "alone") for state in life()}
    wanted |= {f"position.stance.{stance}" for stance in STANCES} | {f"disagreement.about.{about}" for about in ABOUT}
    wanted |= {f"forecast.likelihood.{name}" for name in likelihoods()} | {f"forecast.fate.{s}" for s in STATUSES}
    wanted |= {f"language.{language.value}" for language in Language}
    assert wanted - keys == set()


def test_a_sentence_is_filled_begun_with_a_capital_and_cites_each_once(language):
    words = phrasing(language)
    made = words.sentence("act", ["b", "a", "b"], act="the talks", outlets="2")
    assert made.statements == ("b", "a")
    assert made.text[0] == "T"
    assert "{" not in made.text


def test_without_a_statement_there_is_no_sentence(language):
    with pytest.raises(ValueError, match="without a statement"):
        phrasing(language).sentence("act", [], act="talks", outlets="2")


def test_a_quote_stays_verbatim_and_keeps_its_language(language):
    words = phrasing(language)
    quote = words.quote("日韓首脳が{会談}した", "ja")
    made = words.sentence("step", ["a"], day="2026", deed="x", amount="", quote=quote)
    assert [span for span in made.spans if span.language] == [quote]
    assert quote.text == "「日韓首脳が{会談}した」"


@pytest.mark.parametrize(
    ("tag", "actors", "shown"),
    [
        ("en", ("KOR",), "South Korea"),
        ("en", ("JPN", "USA"), "Japan and the United States"),
        ("en", ("JPN", "KOR", "CHN"), "Japan, South Korea, and China"),
        ("en", (), "an actor not told"),
        ("zh-Hant", ("JPN", "KOR", "CHN"), "日本、南韓與中國"),
        ("zh-Hant", ("XYZ",), "XYZ"),
    ],
)
def test_names(tag, actors, shown):
    assert phrasing(tag).names(actors) == shown


def test_a_heading_takes_no_article():
    assert phrasing("en").heading(("USA", "CHN")) == "United States and China"


@pytest.mark.parametrize(
    ("tag", "value", "unit", "shown"),
    [
        ("en", 350e9, "USD", " (USD 350 billion)"),
        ("en", 15, "percent", " (15 %)"),
        ("en", 103, "aircraft", " (103 aircraft)"),
        ("en", 1500, "aircraft", " (1,500 aircraft)"),
        ("en", None, "", ""),
        ("zh-Hant", 350e9, "USD", "（3,500億美元）"),
        ("zh-Hant", 2.5e12, "KRW", "（2.5兆韓元）"),
        ("zh-Hant", 25, "percent", "（25%）"),
    ],
)
def test_amounts(tag, value, unit, shown):
    assert phrasing(tag).amount(value, unit) == shown


@pytest.mark.parametrize(
    ("day", "told", "shown"),
    [
        (Day.parse("2025-08-23"), None, "2025-08-23"),
        (Day.parse("2025-08"), None, "2025-08"),
        (Day.parse("2025"), None, "2025"),
        (Day.parse("2025-08-21..2025-08-30"), None, "2025-08-21 to 2025-08-30"),
        (None, date(2025, 9, 1), "told on 2025-09-01"),
        (None, None, "day not told"),
        (date(2025, 9, 2), None, "2025-09-02"),
    ],
)
def test_days_are_no_narrower_than_known(day, told, shown):
    assert phrasing("en").day(day, told) == shown


def test_numbers_carry_their_sign():
    assert [signed(value) for value in (1.25, -0.04, -3.0)] == ["+1.2", "0.0", "−3.0"]
    assert signed(10, 0) == "+10"


def test_another_language_is_not_there():
    with pytest.raises(NotFound, match="no briefing in 'ko'"):
        phrasing("ko")
