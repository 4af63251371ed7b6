"""Reasons in words: every kind in every language, plural and date forms, names as the press has them."""

from datetime import date
from itertools import permutations
from string import Formatter

import pytest

from stateofplay.brief.phrasing import LANGUAGES, phrasing
from stateofplay.brief.reasoning import act, band, likelihood, share, told
from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.move import Move
from stateofplay.forecast.moves import moves
from stateofplay.forecast.reason import Reason
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure
from tests.forecast.events import STATES, facts

KINDS = structure("vocabulary", "forecast", "reasons.yaml")["kinds"]
ENDS = {"source": "CHN", "target": "JPN"}
FIGURES = {"total": 5, "all_days": 400, "n": 2, "days": 30, "times": 1.5, "every": 80.0, "ago": 8, "last": "2026-02-08"}
RULE = {
    **ENDS,
    "before_type": "THREATEN",
    "type": "ACCUSE",
    "day": "2026-02-08",
    "ago": 8,
    "age_from": 7,
    "age_to": 13,
    "within": 30,
    "answered": 31,
    "total": 54,
    "origin": "icews14",
}
NUMBERS = {
    "base_rate": {
        "type": "ACCUSE",
        "class": "state-state:near",
        "per_year": 0.25,
        "count": 464,
        "pairs": 630,
        "origin": "icews14",
    },
    "coverage": {"share": 0.04, "events": 200, "days": 400, "dealings": 3},
    **{kind: {**ENDS, **FIGURES} for kind in ("recurrence", "quiet", "never", "returned", "pair_active", "pair_quiet")},
    **{kind: {**ENDS, **FIGURES, "actor": "CHN"} for kind in ("habit", "active_source")},
    **{kind: {**ENDS, **FIGURES, "actor": "JPN"} for kind in ("drawn", "active_target")},
    **{kind: {**FIGURES, "type": "ACCUSE"} for kind in ("rise", "fall")},
    **dict.fromkeys(("own_act", "answer"), RULE),
    "level": {},
    "occasion": {**ENDS, "type": "ACCUSE", "occasion": "takeshima-day", "first": "2026-02-22", "last": "2026-02-22"},
}
FORMS = [(kind, form) for kind, forms in KINDS.items() for form in forms if form != "before"]


def reason(kind, weight=0.5, **numbers):
    return Reason(kind=kind, weight=weight, numbers={**NUMBERS[kind], **numbers})


def move(type="ACCUSE", source="CHN", target="JPN", probability=0.3):
    return Move(
        source=source,
        type=type,
        target=target,
        first=date(2026, 2, 17),
        last=date(2026, 3, 18),
        probability=probability,
        low=0.12,
        high=0.57,
        base_rate=0.1,
        recurrence=0.2,
        no_change=1.0,
        reasons=(reason("base_rate", 0.0),),
    )


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_kind_is_tried_here():
    assert NUMBERS.keys() == KINDS.keys()


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_every_form_is_in_every_language_with_the_same_figures(kind, form):
    texts = KINDS[kind][form]
    assert tuple(texts) == LANGUAGES
    assert fields(texts["en"]) == fields(texts["zh-Hant"])


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("type", sorted(name for name, type in event_types().items() if type.quad))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_makes_a_sentence_of_every_type(kind, type, tag):
    for total, weight in ((0, -0.5), (1, 0.5), (7, -0.5), (7, 0.5), (2.5, 0.5)):
        numbers = {"total": total} if "total" in NUMBERS[kind] and "answered" not in NUMBERS[kind] else {}
        sentence = told(reason(kind, weight, **numbers), move(type), phrasing(tag))
        assert sentence[0].upper() == sentence[0]
        assert sentence[-1] in ".。"
        assert not {"{", "}", "  "} & {*sentence}
        assert "CHN" not in sentence
        assert "JPN" not in sentence


@pytest.mark.parametrize(
    ("kind", "numbers", "said"),
    [
        ("recurrence", {"total": 1}, "China criticised Japan once in the 400 days before, on 2026-02-08 (8 days"),
        ("recurrence", {}, "China criticised Japan 5 times in the 400 days before, 2 of them in the last 30 days; "),
        ("recurrence", {"total": 2.5}, "2.5 times (an act of no known day counts half)"),
        ("recurrence", {"ago": 1}, "(the day before)"),
        ("recurrence", {"ago": 0, "n": 0}, "none of them in the last 30 days; the last time on 2026-02-08 (that very"),
        ("returned", {}, "Japan criticised China 5 times"),
        ("habit", {}, "China criticised others 5 times"),
        ("drawn", {}, "Others criticised Japan 5 times"),
        ("answer", {}, "On 2026-02-08 (8 days before) Japan threatened China. Of 54 cases with such an act 7 to 13"),
        ("own_act", {}, "31 (57 %) saw criticism by the same side within 30 days, in world news of 2014 (ICEWS)."),
        ("own_act", {"age_from": 1, "age_to": 1}, "cases with such an act one day back,"),
        ("own_act", {"total": 12345, "answered": 5000}, "Of 12,345 cases with such an act 7 to 13 days back, 5,000"),
        ("occasion", {}, "Shimane prefecture's Takeshima day falls on 2026-02-22: "),
        ("occasion", {"occasion": "freedom-shield", "first": "2026-03-01", "last": "2026-03-31"}, "falls on 2026-03: "),
        ("base_rate", {}, "of a state toward a state in the same part of the world"),
        ("base_rate", {}, "is to be expected 0.25 times a year in a record like this. In world news of 2014"),
        ("base_rate", {"per_year": 0.998}, "is to be expected once a year"),
        ("base_rate", {"class": "armed-newrole:far"}, "of an armed group toward newrole,"),
        ("coverage", {"dealings": 0}, "in 400 days. Of as many pairs the record shows 4 % (1 in 25) of what"),
    ],
)  # fmt: skip
def test_figures_stand_in_the_sentence_as_they_are_said(kind, numbers, said):
    assert said in told(reason(kind, **numbers), move(), phrasing("en"))


def test_a_base_rate_that_is_lowered_says_why():
    said = told(reason("base_rate", -0.4), move(), phrasing("en"))
    assert said.endswith("A few busy pairs make most of that, so it is lowered for all others.")
    assert "busy" not in told(reason("base_rate", 0.0), move(), phrasing("en"))


def test_an_act_without_direction_names_both_sides_and_the_article_stands():
    words = phrasing("en")
    assert told(reason("habit"), move("CONSULT", "USA"), words).startswith(
        "The United States and others held talks 5 times"
    )
    assert act(move("CONSULT", "USA"), words) == "talks between the United States and Japan"


def test_in_chinese_a_rule_says_how_often():
    said = told(reason("answer"), move(), phrasing("zh-Hant"))
    assert said == (
        "2026-02-08（8 天前），日本威脅中國。在世界新聞（ICEWS，2014 年）中，7 至 13 天前有這種作為的 54 次情形裡，"
        "有 31 次（57%）在 30 天內引來對方的批評。"
    )


def test_a_kind_without_a_template_is_no_silence():
    with pytest.raises(KeyError, match="hunch"):
        told(Reason(kind="hunch", weight=1.0, numbers={}), move(), phrasing("en"))


@pytest.mark.parametrize(
    ("probability", "english", "chinese"),
    [
        (0.344, "34 %", "34%"),
        (0.05, "5 %", "5%"),
        (0.026, "3 % (1 in 38)", "3%（38 分之 1）"),
        (0.0004, "under 1 % (1 in 2500)", "不到 1%（2500 分之 1）"),
        (0.0, "0 %", "0%"),
        (1.0, "100 %", "100%"),
    ],
)
def test_small_probabilities_are_one_in_how_many(probability, english, chinese):
    assert share(probability, phrasing("en")) == english
    assert share(probability, phrasing("zh-Hant")) == chinese


def test_a_band_is_in_whole_per_cent():
    assert band(move(), phrasing("en")) == "12–57 %"


def test_words_of_likelihood_rise_with_it(language):
    scale = [row[language] for row in structure("vocabulary", "forecast", "reasons.yaml")["likelihood"]]
    words = [likelihood(per / 100, phrasing(language)) for per in range(101)]
    assert list(dict.fromkeys(words)) == scale
    assert likelihood(0.5, phrasing("en")) == "roughly even chance"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_reason_that_is_made_can_be_told(tag):
    told_of = facts(days=200, each=2)
    mirrored = [(day, b, type, a) for day, a, type, b in told_of if event_types()[type].mutual]  # as in a record
    graph = graph_from({*told_of, *mirrored})
    on = date.fromordinal(int(graph.day[-1]))
    kinds = set()
    for source, target in permutations(STATES[:4], 2):
        for one in moves(graph, on=on, source=source, target=target, rates=shipped_rates()):
            for given in (*one.reasons, *one.against):
                assert told(given, one, phrasing(tag))
                kinds.add(given.kind)
    assert {"recurrence", "answer", "base_rate"} <= kinds
