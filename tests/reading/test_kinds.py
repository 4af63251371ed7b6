"""Commitments, positions, forecasts and causes beside the events, in every language."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.table import rows
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)

READER = open_reader()
PUBLISHED = Day.parse("2025-08-26")


def of_kind(text: str, kind: str) -> list[Statement]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    return [statement for statement in READER.read(document) if statement.kind == kind]


@pytest.mark.parametrize(
    ("text", "by", "state", "amount", "unit"),
    [
        ("南韓同意在美國投資3500億美元。", ("KOR",), "agreed", 350e9, "USD"),
        ("美國把韓國產品的關稅從25%降至15%。", ("USA",), "in-force", 15, "percent"),
        ("South Korea pledged to invest $350 billion in the United States.", ("KOR",), "agreed", 350e9, "USD"),
        ("한국은 미국에 3천500억달러를 투자하기로 약속했다.", ("KOR",), "agreed", 350e9, "USD"),
    ],
)
def test_a_commitment_has_its_terms(text: str, by: tuple[str, ...], state: str, amount: float, unit: str) -> None:
    claims = [s.claim for s in of_kind(text, "commitment")]
    assert (by, state, amount, unit) in [
        (c.by, c.state, c.amount, c.unit) for c in claims if isinstance(c, CommitmentClaim)
    ]


def test_a_further_sum_of_a_promise_is_a_commitment_too() -> None:
    text = "南韓同意在美國投資3500億美元,其中至少1500億美元將用於造船。"
    amounts = [s.claim.amount for s in of_kind(text, "commitment") if isinstance(s.claim, CommitmentClaim)]
    assert amounts == [350e9, 150e9]


def test_what_is_denied_binds_nobody() -> None:
    assert of_kind("南韓並未同意在美國投資3500億美元。", "commitment") == []


@pytest.mark.parametrize(
    ("text", "likelihood"),
    [
        ("兩國關係很可能持續改善。", "likely"),
        ("雙方或許難以在年內達成協議。", "possible"),
        ("Talks between Japan and China are unlikely to resume this year.", "unlikely"),
        ("Another clash is all but certain.", "certain"),
        ("日本と中国の関係は悪化する可能性がある。", "possible"),
        ("국경이 다시 열리기는 어려울 것이다.", "unlikely"),
    ],
)
def test_a_word_of_likelihood_makes_a_forecast(text: str, likelihood: str) -> None:
    (found, *_) = of_kind(text, "forecast")
    assert isinstance(found.claim, ForecastClaim)
    assert found.claim.likelihood == likelihood
    assert found.status is Status.HYPOTHETICAL


def test_the_plan_of_an_actor_is_no_forecast() -> None:
    assert of_kind("The United States will impose tariffs on Japan.", "forecast") == []


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("由於美國提高關稅，韓國出口大幅下滑。", "美國提高關稅", "韓國出口大幅下滑"),
        ("美國提高關稅，因此韓國出口下滑。", "美國提高關稅", "韓國出口下滑"),
        (
            "South Korean exports fell because Washington raised tariffs.",
            "Washington raised tariffs",
            "South Korean exports fell",
        ),
        (
            "The visit was a response to Washington's tariffs.",
            "Washington's tariffs",
            "The visit",
        ),
        (
            "Seoul's shift is necessary because it is designed to protect Korea, fend off threats, keep peace.",
            "it is designed",
            "Seoul's shift is necessary",
        ),
        ("日韓峰會之所以成功，在於兩國都受美國關稅之苦。", "兩國都受美國關稅之苦", "日韓峰會之所以成功"),
        ("日本加速部署飛彈，但也因此讓中日情勢升溫。", "日本加速部署飛彈", "中日情勢升溫"),
        ("這項調整是對特朗普政策的回應。", "特朗普政策", "這項調整"),
        ("미국이 관세를 올린 탓에 한국의 수출은 급감했다.", "미국이 관세를 올린", "한국의 수출은 급감했다"),
    ],
)
def test_a_causal_word_says_which_side_is_the_cause(text: str, cause: str, effect: str) -> None:
    (found, *_) = of_kind(text, "cause")
    assert isinstance(found.claim, CauseClaim)
    assert cause in found.claim.cause
    assert effect in found.claim.effect


@pytest.mark.parametrize(
    ("text", "holder", "issue", "stance"),
    [
        ("韓國支持朝鮮半島無核化。", ("KOR",), "korean-denuclearisation", "for"),
        ("Japan opposes the nuclear freeze.", ("JPN",), "korean-denuclearisation", "against"),
    ],
)
def test_a_position_has_holder_issue_and_stance(text: str, holder: tuple[str, ...], issue: str, stance: str) -> None:
    (found, *_) = of_kind(text, "position")
    assert isinstance(found.claim, PositionClaim)
    assert (found.claim.holder, found.claim.issue, found.claim.stance) == (holder, issue, stance)


@pytest.mark.parametrize(
    "text",
    [
        "South Korea's president was due to fly to Tokyo.",
        "Korea put aside historical issues like forced labour with Japan.",
        "美國還試圖迫使韓國合作。",
    ],
)
def test_words_that_only_look_causal(text: str) -> None:
    assert of_kind(text, "cause") == []


@pytest.mark.parametrize(
    "text",
    [
        "南韓將歷史問題擱置一旁。",
        "韓國未來是將延續既定路線？",
        "Lee and Ishiba discussed how the two countries could cooperate.",
    ],
)
def test_what_is_set_aside_asked_or_discussed_is_no_forecast(text: str) -> None:
    assert of_kind(text, "forecast") == []


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("日本の首相は中国に対して自制すべきだ。", []),
        ("中国外務省の報道官は、日本は発言を撤回すべきだと強調した。", [(("CHN",), "against")]),
        ("岸田首相は日韓関係を改善すべきだと強調した。", [(("JPN",), "for")]),
    ],
)
def test_advice_in_japanese_is_a_stand_of_who_gives_it(text: str, stances: list[tuple[tuple[str, ...], str]]) -> None:
    claims = [s.claim for s in of_kind(text, "position")]
    assert [(c.holder, c.stance) for c in claims if isinstance(c, PositionClaim)] == stances


def test_a_demand_quoted_is_made_by_the_first_named() -> None:
    (event, *_) = of_kind("中国外務省の報道官は、日本は発言を撤回すべきだと強調した。", "event")
    assert (event.claim.source, event.claim.target) == (("CHN",), ("JPN",))


def test_papers_that_two_sign_bind_both() -> None:
    (claim,) = [s.claim for s in of_kind("韓國與中國雙方簽署14項合作備忘錄。", "commitment")]
    assert isinstance(claim, CommitmentClaim)
    assert (claim.by, claim.amount, claim.unit) == (("KOR", "CHN"), 14, "items")


def test_things_bought_are_named_by_their_number() -> None:
    (claim,) = [
        s.claim for s in of_kind("Korean Air of South Korea will buy 103 Boeing planes from America.", "commitment")
    ]
    assert isinstance(claim, CommitmentClaim)
    assert claim.what.startswith("buy 103 aircraft")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("미국의 관세 인상 철회 발표는 아직 나오지 않고 있다.", []),
        ("트럼프 대통령이 한국의 무역합의 미이행을 문제삼았다.", []),
        ("조현 장관은 질의에 답하지 않고 그대로 퇴장했다.", []),
        ("한국 정부는 외교부 장관을 미국에 급파했다.", ["CONSULT"]),
    ],
)
def test_what_korean_only_names_or_denies(text: str, expected: list[str]) -> None:
    assert [s.claim.type for s in of_kind(text, "event")] == expected


def test_one_party_alone_is_not_its_own_beneficiary() -> None:
    (claim,) = [s.claim for s in of_kind("日本承諾加快修訂安保文件。", "commitment")]
    assert isinstance(claim, CommitmentClaim)
    assert (claim.by, claim.beneficiary) == (("JPN",), ())


def test_every_class_of_likelihood_has_a_range_between_0_and_1_in_order() -> None:
    table = list(rows("vocabulary", "likelihood.tsv"))
    assert [row["likelihood"] for row in table] == ["certain", "likely", "possible", "unlikely", "remote"]
    assert all(0.0 < float(row["low"]) < float(row["high"]) < 1.0 for row in table)
