"""The table of positions: the latest stance, what came before it, who took it in which office, and blanks."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.board.position import CONTRADICTORY, STANCES, Positions
from stateofplay.board.positions import issue_named, issue_title, positions_of
from stateofplay.knowledge.region import region
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import structure
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion
from tests.board.pages import NOON, act, page, stance

NORTHEAST_ASIA = region("northeast_asia")


@pytest.fixture
def table(record):
    """A function from readings to the table that they make, with options of `positions_of`."""

    def made(*readings, on=None, known=None, actor=None, issue=None) -> Positions:
        record.add(readings, recorded_at=NOON)
        return asked(record, on=on, known=known, actor=actor, issue=issue)

    return made


def asked(record, on=None, known=None, actor=None, issue=None) -> Positions:
    days = (date.fromisoformat(day) if day else None for day in (on, known))
    return positions_of(record, *days, region="northeast_asia", actor=actor, issue=issue)


def test_the_latest_stance_stands_and_the_earlier_is_its_history(table):
    found = table(page("2025-03-01", stance("KOR", "thaad")), page("2025-09-01", stance("KOR", "thaad", "against")))
    position = found.at("KOR", "thaad")
    assert (position.stance, position.day, position.told) == ("against", date(2025, 9, 1), 2)
    assert [(stand.stance, stand.day) for stand in position.history] == [("for", date(2025, 3, 1))]
    assert position.changed


def test_what_nobody_said_is_blank(table):
    found = table(page("2025-03-01", stance("KOR", "thaad"), stance("JPN", "one-china")))
    assert found.at("JPN", "thaad") is None
    assert (found.actors, found.issues) == (("KOR", "JPN"), ("one-china", "thaad"))


def test_one_day_told_both_ways_stands_side_by_side(table):
    found = table(
        page("2025-03-01", stance("KOR", "thaad"), publisher="Herald"),
        page("2025-03-01", stance("KOR", "thaad", "against"), publisher="Times"),
    )
    position = found.at("KOR", "thaad")
    assert position.stance == CONTRADICTORY
    assert [(s.stance, s.sentences[0].publisher) for s in position.stands] == [("for", "Herald"), ("against", "Times")]


def test_a_candidate_has_no_presidency_and_a_president_has(table):
    doubts = "Lee Jae-myung doubts the alliance."
    found = table(
        page("2025-02-14", stance("KOR", "us-korea-alliance", "against", doubts)),
        page("2025-08-25", stance("KOR", "us-korea-alliance", "for", "Lee is firmly for it.", by="lee-jae-myung")),
    )
    position = found.at("KOR", "us-korea-alliance")
    (now,), (before,) = position.stands, position.history
    assert (now.name, now.offices, now.said_by) == ("Lee Jae-myung", ("KOR.president",), "")
    assert before.person == "lee-jae-myung"
    assert "KOR.president" not in before.offices
    assert (before.under, now.under) == ("choi-sang-mok", "lee-jae-myung")


def test_a_leader_who_had_left_is_history_whatever_the_day_of_the_text(table):
    yoon = "Yoon Suk Yeol took a hard line on it."
    found = table(
        page("2025-08-01", stance("KOR", "inter-korean-relations", "for")),
        page("2025-08-30", stance("KOR", "inter-korean-relations", "against", yoon)),
    )
    position = found.at("KOR", "inter-korean-relations")
    assert position.stance == "for"
    assert [(stand.person, stand.former) for stand in position.history] == [("yoon-suk-yeol", True)]


@pytest.mark.parametrize("words", ["Seoul once doubted it.", "李在明曾抱持懷疑態度", "한때 반대했다", "かつて反対した"])
def test_words_of_an_earlier_time_are_history(table, words):
    found = table(
        page("2025-08-01", stance("KOR", "thaad")), page("2025-08-30", stance("KOR", "thaad", "against", words))
    )
    assert found.at("KOR", "thaad").stance == "for"


def test_a_word_that_only_holds_once_is_no_word_of_an_earlier_time(table):
    found = table(page("2025-08-01", stance("KOR", "thaad", "against", "Seoul is unconcerned about it.")))
    assert not found.at("KOR", "thaad").stands[0].former


def test_the_ties_of_two_are_one_issue_under_any_slug(table):
    found = table(page("2025-03-01", stance("KOR", "chn-kor-relations"), stance("CHN", "china-korea-relations")))
    assert found.issues == ("china-korea-relations",)


def test_who_only_speaks_of_another_is_named_beside_him(table):
    found = table(page("2025-08-01", stance("CHN", "one-china", by="lee-jae-myung")))
    (stand,) = found.at("CHN", "one-china").stands
    assert (stand.said_by, stand.person, stand.under) == ("lee-jae-myung", "", "xi-jinping")


def test_sentences_of_one_day_and_stance_are_one_stand(table):
    found = table(page("2025-03-01", stance("KOR", "thaad", quote="One."), stance("KOR", "thaad", quote="Two.")))
    (stand,) = found.at("KOR", "thaad").stands
    assert sorted(sentence.quote for sentence in stand.sentences) == ["One.", "Two."]


def test_a_text_without_a_day_stands_by_the_last_deed_it_tells(table):
    found = table(
        page(None, stance("KOR", "thaad", "against"), act("KOR>JPN", "CONSULT", "2025-08-23")),
        page("2025-03-01", stance("KOR", "thaad")),
    )
    assert (found.at("KOR", "thaad").stance, found.at("KOR", "thaad").day) == ("against", date(2025, 8, 23))


def test_a_text_without_any_day_comes_before_all_others(table):
    found = table(page(None, stance("KOR", "thaad", "against")), page("2025-03-01", stance("KOR", "thaad")))
    assert found.at("KOR", "thaad").stance == "for"
    assert found.at("KOR", "thaad").history[0].day is None


def test_on_shows_an_earlier_day_and_known_what_was_published(table, record):
    table(page("2025-03-01", stance("KOR", "thaad")), page("2025-09-01", stance("KOR", "thaad", "against")))
    assert asked(record, on="2025-06-01").at("KOR", "thaad").stance == "for"
    assert asked(record, known="2025-06-01").at("KOR", "thaad").stance == "for"
    assert len(asked(record, known="2025-01-01")) == 0


def test_one_actor_or_one_issue_alone(table, record):
    table(page("2025-03-01", stance("KOR JPN", "thaad"), stance("JPN", "one-china")))
    assert [(p.holder, p.issue) for p in asked(record, actor="JPN")] == [("JPN", "one-china"), ("JPN", "thaad")]
    assert [(p.holder, p.issue) for p in asked(record, issue="thaad")] == [("KOR", "thaad"), ("JPN", "thaad")]


def test_what_was_rejected_no_longer_counts(table, record):
    found = table(page("2025-03-01", stance("KOR", "thaad")))
    id = found.at("KOR", "thaad").stands[0].sentences[0].statement
    record.review(id, Opinion(verdict=Verdict.REJECT, by="me", note="", changes=None), recorded_at=NOON)
    assert len(asked(record)) == 0
    assert len(asked(record, known="2025-12-31")) == 1


def test_titles_come_from_the_region_and_for_other_ties_from_names():
    assert issue_title("china-korea-relations", NORTHEAST_ASIA, "zh-Hant") == "中韓關係"
    assert issue_title("kor-vnm-relations", NORTHEAST_ASIA, "en") == "South Korea–Vietnam relations"
    assert issue_title("fish-and-chips", NORTHEAST_ASIA, "en") == "fish and chips"


def test_an_issue_is_found_by_id_title_or_ties():
    for text in ("thaad", "THAAD", "chn-kor-relations", "中韓關係"):
        assert issue_named(text, NORTHEAST_ASIA) in {"thaad", "china-korea-relations"}
    assert issue_named("something-else", NORTHEAST_ASIA) == "something-else"


def test_the_data_have_every_language():
    data = structure("vocabulary", "positions.yaml")
    assert set(data["once"]) == set(LANGUAGES)
    assert all(form.count("{}") == 2 for form in data["ties"].values())


LATER = st.lists(
    st.tuples(st.sampled_from(["KOR", "JPN"]), st.sampled_from(["thaad", "one-china"]), st.sampled_from(STANCES)),
    max_size=4,
)


@settings(max_examples=8, deadline=None)
@given(later=LATER)
def test_what_is_published_later_changes_nothing_known_before(tmp_path_factory, later):
    record = open_record(tmp_path_factory.mktemp("positions") / "record")
    record.add([page("2025-03-01", stance("KOR", "thaad"), stance("JPN", "one-china"))], recorded_at=NOON)
    before = json.dumps(asked(record, known="2025-04-01").as_json())
    pages = (page(f"2025-09-0{at + 1}", stance(*cell)) for at, cell in enumerate(later))
    record.add(pages, recorded_at=NOON)
    assert json.dumps(asked(record, known="2025-04-01").as_json()) == before
