"""Marks tell one act from another by persons and amounts, in every language, and read back as they were written."""

import pytest

from stateofplay.record.marks import Marks, marks_of


@pytest.mark.parametrize(
    ("quote", "language"),
    [
        ("South Korea pledged to invest 350 billion dollars", "en"),
        ("韓國承諾投資3500億美元", "zh-Hant"),
        ("韩国承诺投资3500亿美元", "zh-Hans"),
        ("韓国は3500億ドルを投資する", "ja"),
        ("한국은 3500억 달러를 투자한다", "ko"),
    ],
)
def test_an_amount_is_the_same_in_every_language(quote, language):
    assert marks_of(quote, language, ()).amounts == {"350000000000 USD"}


def test_marks_read_back_as_they_were_written():
    marks = marks_of("from 25 to 15 percent", "en", ("Lee Jae-myung", "Donald Trump"))
    assert Marks.of(marks.texts) == marks
    assert list(marks.texts) == sorted(marks.texts)


def test_a_text_without_marks_has_none():
    assert marks_of("The two met.", "en", ()) == Marks()
    assert Marks.of(()) == Marks()


def test_other_persons_or_other_amounts_contradict_and_silence_does_not():
    lee, ishiba, both = (Marks(persons=frozenset(names.split())) for names in ("lee", "ishiba", "lee ishiba"))
    assert lee.contradicts(ishiba)
    assert not lee.contradicts(both)
    assert not lee.contradicts(Marks())
    assert Marks(amounts=frozenset({"1 USD"})).contradicts(Marks(amounts=frozenset({"2 USD"})))


def test_two_persons_at_least_are_both_sides():
    two = Marks(persons=frozenset({"lee", "ishiba"}))
    assert two.shares_both_sides(two)
    assert not two.shares_both_sides(Marks(persons=frozenset({"lee"})))
    assert two.shares_person(Marks(persons=frozenset({"lee"})))


def test_marks_add_up():
    whole = marks_of("25 percent", "en", ("Lee",)) | marks_of("15 percent", "en", ("Trump",))
    assert whole.persons == {"Lee", "Trump"}
    assert whole.amounts == {"25 percent", "15 percent"}
