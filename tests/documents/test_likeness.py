"""Near-copies are alike, other texts on the same subject are not."""

from hypothesis import given
from hypothesis import strategies as st

from stateofplay.documents.likeness import likeness, sketch

TEXT = (
    "南韓總統李在明八月二十三日訪問東京，與日本首相石破茂舉行會談，雙方發表睽違十七年的聯合聲明，並同意恢復穿梭外交。"
    * 2
)
OTHER = "北京一架轟炸機九日與俄方戰機在日本海上空會合，防衛省派戰機升空監視，並透過外交管道表達嚴重關切與抗議之意。" * 2


def test_copies_are_alike() -> None:
    assert likeness(sketch(TEXT), sketch(TEXT)) == 1.0
    assert likeness(sketch(TEXT), sketch(TEXT.replace("，", " , ").replace("總統", "总统"))) == 1.0
    assert likeness(sketch(TEXT), sketch("【本報訊】" + TEXT + "（完）")) > 0.8


def test_others_are_not() -> None:
    assert likeness(sketch(TEXT), sketch(OTHER)) < 0.05
    assert likeness(sketch("The two met in Tokyo on Saturday."), sketch("Ministers left Seoul for Beijing.")) < 0.1


def test_nothing_is_like_nothing() -> None:
    assert sketch("") == sketch("。！？ \n") == ()
    assert likeness((), ()) == likeness((), sketch(TEXT)) == 0.0


def test_a_word_is_like_itself() -> None:
    assert likeness(sketch("韓"), sketch("韓")) == 1.0


@given(one=st.text(max_size=80), other=st.text(max_size=80))
def test_likeness_is_a_share_and_mutual(one: str, other: str) -> None:
    value = likeness(sketch(one), sketch(other))
    assert 0.0 <= value <= 1.0
    assert value == likeness(sketch(other), sketch(one))
