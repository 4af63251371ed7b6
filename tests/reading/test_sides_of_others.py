"""Verb last: who stands near an act without a part in it, and deeds told as nouns of which only one side is told."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def events(text):
    document = document_from_text(text, path="t", published=Day.parse("2026-01-10"), language=Language.JA)
    claims = [told.claim for _, told in open_reader().tell(document, all_events=True)]
    return [(c.type, set(c.source), set(c.target)) for c in claims if isinstance(c, EventClaim)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("モンゴルは日本とともにロシアに抗議した。", ("ACCUSE", {"MNG"}, {"RUS"})),
        ("チリは「ペルーが嘘をついている」と述べた。さらにボリビアを非難した。", ("ACCUSE", {"CHL"}, {"BOL"})),
        ("日本の外相が講演した。ペルーが軍を増やしたことを受け、強く抗議した。", ("ACCUSE", {"JPN"}, {"PER"})),
        ("ガーナは、ケニアが大量に輸入する魚に関税を発動したことにも触れた。", ("SANCTION", {"KEN"}, {"GHA"})),
        ("正恩氏はロシアを訪問した。", ("CONSULT", {"PRK"}, {"RUS"})),
    ],
)
def test_who_acts_and_on_whom(text, told):
    assert told in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "チリ以外の国がペルーを非難した。",
        "ペルー寄りの新聞がチリを非難した。",
        "政権を掌握した将軍らがチリの要請を無視する。",
        "ペルーは昨年チリで締結された協定に反対だ。",
        "協力を約束したペルーに科した制裁を見直す。",
        "病院は北大西洋で石油タンカーを見た。",
        "大統領の拘束は驚きだった。",
    ],
)
def test_who_has_no_part_in_it(text):
    assert [one for one in events(text) if one[0] in ("THREATEN", "TRANSITION", "COERCE")] == []
    assert {actor for _, source, _ in events(text) for actor in source} <= {"CHL"}


@pytest.mark.parametrize(
    "text",
    ["ペルーは外相会談について成果を強調した。", "チリの攻撃で病院が壊れた。", "停戦はチリの仲介で実現した。"],
)
def test_a_deed_told_as_a_noun_of_one_alone_is_not_told(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("チリはペルーを攻撃した。チリの攻撃で病院が壊れた。", ("ASSAULT", {"CHL"}, {"PER"})),
        ("ペルーとチリが停戦で合意した。停戦は米国の仲介で実現した。", ("CONSULT", {"USA"}, {"PER", "CHL"})),
    ],
)
def test_the_story_tells_the_other_side_of_a_noun(text, told):
    assert told in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "国連は内戦がチリの安全を脅かすと述べた。",
        "チリは戦争が広がる恐れがあると警告した。",
        "チリは拒否権を行使できる立場にある。",
        "チリの大臣は総選挙に参加した。",
        "国連はチリで混乱を招くと述べた。",
        "チリの企業は活動を展開した。",
        "チリの首相はペルーとの会談を期待する。",
    ],
)
def test_what_only_sounds_like_an_act(text):
    assert [one for one in events(text) if one[0] != "REQUEST"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ハンガリーのオルバン・ビクトル(Viktor Orban)首相が、EUによる支援を阻止した。", ("COERCE", {"HUN"}, {"EU"})),
        ("チリとペルーは多国間演習に参加した。", ("COOPERATE", {"CHL"}, {"PER"})),
        ("チリは戦争が広がる恐れがあるとペルーに警告した。", ("THREATEN", {"CHL"}, {"PER"})),
        (
            "チリは批判した。ケニアの外相は、ペルーが来年まで日本との交渉を進めると述べた。",
            ("CONSULT", {"PER"}, {"JPN"}),
        ),
    ],
)
def test_what_is_one(text, told):
    assert told in events(text)


def test_who_goes_on_is_not_who_was_spoken_of_before():
    assert events("チリは豊かになった。反乱軍は町に入った。そしてペルーを攻撃した。") == []


@pytest.mark.parametrize(
    "text",
    [
        "チリが制裁の強化へ動いた。",
        "制裁強化を検討するチリが選ばれた。",
        "チリの外相は合意した。",
        "病院が攻撃された。",
        "両国外相は何も語らなかった。",
        "親ペルーの組織がチリ軍を攻撃した。",
        "チリは演説した。まもなく制裁が復活する。",
    ],
)
def test_of_one_side_alone_little_is_told(text):
    assert [one for one in events(text) if one[0] in ("SANCTION", "AGREE", "ASSAULT")] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("チリの大統領は演説した。ペルーが町を攻撃したと非難した。", ("ACCUSE", {"CHL"}, {"PER"})),
        ("岩屋外相はチリを訪問した。", ("CONSULT", {"JPN"}, {"CHL"})),
        ("チリはペルーを非難した。チリは首脳会議を開いた。", ("CONSULT", {"CHL"}, set())),
    ],
)
def test_the_story_goes_on(text, told):
    assert told in events(text)


def test_what_an_ultimatum_makes_a_condition_is_not_told():
    told = events("チリはペルーに対し、捕虜を解放し、軍を引かなければ、攻撃すると警告した。")
    assert [kind for kind, *_ in told if kind == "RETREAT"] == []


def test_a_plan_that_there_is_not_is_denied():
    document = document_from_text("チリは報復関税をペルーに課す計画はないと述べた。", path="t", language=Language.JA)
    assert [told.status.value for _, told in open_reader().tell(document)][:1] == ["denied"]


def test_who_is_described_by_what_he_says_is_not_the_topic():
    assert events("チリの大統領は、ペルーを批判した議員に答えた。") == []


@pytest.mark.parametrize("text", ["チリはペルーと会談する用意があると述べた。", "チリはペルーと会談したいと語った。"])
def test_readiness_and_wishes_are_plans(text):
    document = document_from_text(text, path="t", language=Language.JA)
    assert [told.status.value for _, told in open_reader().tell(document)][:1] == ["planned"]


def test_an_addressee_of_no_state_is_nobody_of_the_story():
    told = events("チリはペルーと会談した。チリはすべての関係者に自制を保って行動するよう求めた。")
    assert ("REQUEST", {"CHL"}, set()) in told


def test_the_state_where_somebody_is_at_home_is_no_target():
    assert events("イエメンのフーシ派は海で商船を攻撃した。") == [("ASSAULT", {"Houthis"}, set())]
