"""Disagreements are found where one act is told differently, and nowhere else."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.board.disagreement import Disagreement
from stateofplay.board.disagreements import WHY, disagreements_of
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import structure
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion
from tests.board.pages import NOON, act, page, said

DAY = "2025-08-23"


def asked(record, on=None, known=None) -> tuple[Disagreement, ...]:
    days = (date.fromisoformat(day) if day else None for day in (on, known))
    return tuple(disagreements_of(record, *days, region="northeast_asia"))


@pytest.fixture
def told_of(record):
    """A function from readings to the disagreements among them."""

    def made(*readings) -> tuple[Disagreement, ...]:
        record.add(readings, recorded_at=NOON)
        return asked(record)

    return made


def sides(one: Disagreement) -> dict[str, list[str]]:
    return {side.says: [sentence.quote for sentence in side.sentences] for side in one.sides}


def test_one_reports_and_one_denies_the_same_act(told_of):
    (one,) = told_of(
        page("2025-08-24", act("KOR>JPN", "AGREE", DAY, "They agreed."), publisher="Herald"),
        page("2025-08-25", act("KOR>JPN", "AGREE", DAY, "They never did.", "denied"), publisher="Times"),
    )
    assert (one.about, one.why) == ("whether", WHY["joined"])
    assert sides(one) == {"occurred": ["They agreed."], "denied": ["They never did."]}
    assert [side.outlets for side in one.sides] == [("Herald",), ("Times",)]


def test_a_plan_and_a_report_do_not_disagree(told_of):
    assert told_of(
        page("2025-08-20", act("KOR>JPN", "AGREE", DAY, "They will agree.", "planned")),
        page("2025-08-24", act("KOR>JPN", "AGREE", DAY)),
    ) == ()  # fmt: skip


def spoken(denial: str, by: str = "KOR") -> dict:
    one = act("KOR>JPN", "CONSULT", None, denial, "denied")
    return {**one, "by": by}


def test_a_denial_in_the_same_breath_as_a_report(told_of):
    asks = act("JPN>KOR", "REQUEST", None, "Japanese officials said that Tokyo had asked.")
    (one,) = told_of(page("2025-08-24", spoken("Seoul said that fish was not discussed."), asks))
    assert (one.about, one.why) == ("whether", WHY["breath"])
    assert set(sides(one)) == {"denied", "occurred"}


def test_what_the_document_itself_denies_answers_nobody(told_of):
    asks = act("JPN>KOR", "REQUEST", None, "Tokyo had asked.")
    assert told_of(page("2025-08-24", spoken("Fish was not discussed.", by=""), asks)) == ()


def test_who_reports_the_meeting_denies_only_a_part_of_it(told_of):
    meets = act("KOR>JPN", "CONSULT", DAY, "They met. " * 30)
    denies = act("KOR>JPN", "CONSULT", DAY, "Fish was not discussed.", "denied")
    assert told_of(page("2025-08-24", meets, denies)) == ()


def test_a_denial_within_a_report_answers_what_stands_beside_it(told_of):
    meets = act("KOR>JPN", "CONSULT", DAY, "They met. " * 30)
    denies = {**act("KOR>JPN", "CONSULT", DAY, "Seoul said fish was not discussed.", "denied"), "by": "KOR"}
    asks = act("JPN>KOR", "REQUEST", DAY, "Tokyo had asked for it.")
    (one,) = told_of(page("2025-08-24", meets, denies, asks))
    assert sides(one) == {"denied": ["Seoul said fish was not discussed."], "occurred": ["Tokyo had asked for it."]}


def test_of_several_reports_the_nearest_is_answered(told_of):
    first = act("KOR>JPN", "CONSULT", DAY, "They met.")
    second = act("JPN>KOR", "REQUEST", None, "Tokyo had asked.")
    (one,) = told_of(page("2025-08-24", first, said("x" * 50, first["claim"]), spoken("No fish."), second))
    assert sides(one)["occurred"] == ["Tokyo had asked."]


def test_far_apart_in_a_text_nothing_answers(told_of):
    far = act("JPN>KOR", "REQUEST", None, "Tokyo had asked for much. " * 12)
    other = act("USA>RUS", "ACCUSE", DAY, "Elsewhere, words were said. " * 12)
    assert told_of(page("2025-08-24", spoken("No fish."), other, far)) == ()


def test_a_denial_without_a_day_answers_a_report_on_the_same_matter(told_of):
    report = page("2025-08-20", act("USA>KOR", "REQUEST", "2025-08-19", "Washington asked for more defence spending."))
    denial = act("USA>KOR", "REQUEST", None, "No such demand on defence spending was made.", "denied")
    (one,) = told_of(report, page("2025-08-26", denial))
    assert (one.about, one.why) == ("whether", WHY["answer"])


@pytest.mark.parametrize(
    ("quote", "published"), [("No demand on THAAD was made.", "2025-08-26"), ("No defence spending.", "2025-12-26")]
)
def test_another_matter_or_another_season_is_not_answered(told_of, quote, published):
    report = page("2025-08-20", act("USA>KOR", "REQUEST", "2025-08-19", "Washington asked for more defence spending."))
    assert told_of(report, page(published, act("USA>KOR", "REQUEST", None, quote, "denied"))) == ()


def test_amounts_of_one_unit_that_differ(told_of):
    (one,) = told_of(
        page("2025-04-03", act("USA>KOR", "SANCTION", "2025-04-02", "A duty of 26 percent."), publisher="Wire"),
        page("2025-06-04", act("USA>KOR", "SANCTION", "2025-04", "In April a duty of 25%."), publisher="Post"),
    )
    assert (one.about, one.why) == ("how-much", WHY["amount"])
    assert sides(one) == {"26 percent": ["A duty of 26 percent."], "25 percent": ["In April a duty of 25%."]}
    assert len(one.events) == 2
    assert (one.happened.first, one.happened.last) == (date(2025, 4, 1), date(2025, 4, 30))


@pytest.mark.parametrize(
    "other",
    [
        "A duty of 26 percent.",
        "From 10 percent to 26 percent.",
        "Duties of 20 percent and 6 percent.",
        "Goods of 26 billion dollars.",
        "A duty of 90 percent.",
    ],
)
def test_amounts_that_agree_add_up_or_are_of_other_things(told_of, other):
    found = told_of(
        page("2025-04-03", act("USA>KOR", "SANCTION", "2025-04-02", "A duty of 26 percent.")),
        page("2025-04-04", act("USA>KOR", "SANCTION", "2025-04-02", other)),
    )
    assert found == ()


def test_the_same_sum_on_another_day(told_of):
    (one,) = told_of(
        page("2025-08-01", act("KOR>USA", "AGREE", "2025-07-30", "A deal of 350 billion dollars.")),
        page("2025-08-05", act("KOR>USA", "AGREE", "2025-08-02", "The 350 billion dollar deal: 350 billion dollars.")),
    )
    assert (one.about, one.why) == ("when", WHY["sum"])
    assert list(sides(one)) == ["2025-07-30", "2025-08-02"]


def test_days_of_one_event_that_have_none_in_common(told_of):
    (one,) = told_of(
        page("2025-08-01", act("KOR>USA", "AGREE", "2025-07-30", "Signed on Wednesday: 350 billion dollars.")),
        page("2025-08-02", act("KOR>USA", "AGREE", "2025-07-31", "Signed on Thursday: 350 billion dollars.")),
    )
    assert (one.about, list(sides(one))) == ("when", ["2025-07-30", "2025-07-31"])


def test_an_act_of_two_days_is_no_disagreement(told_of):
    found = told_of(
        page("2025-08-01", act("KOR>USA", "AGREE", "2025-07-30", "On Wednesday.")),
        page("2025-08-02", act("KOR>USA", "AGREE", "2025-07-30..2025-07-31", "On both days.")),
        page("2025-08-03", act("KOR>USA", "AGREE", "2025-07-31", "On Thursday.")),
    )
    assert found == ()


def test_told_the_other_way_round(told_of):
    (one,) = told_of(
        page("2025-08-24", act("KOR>JPN", "AID", DAY, "Seoul gave Tokyo 3 billion won.")),
        page("2025-08-25", act("JPN>KOR", "AID", DAY, "Tokyo gave Seoul 3 billion won.")),
    )
    assert (one.about, one.why) == ("who", WHY["turned"])
    assert set(sides(one)) == {"KOR>JPN", "JPN>KOR"}


def test_both_ways_in_one_document_are_two_acts(told_of):
    both = (
        act("KOR>JPN", "AID", DAY, "Seoul gave Tokyo 3 billion won."),
        act("JPN>KOR", "AID", DAY, "Tokyo gave Seoul 3 billion won."),
    )
    assert told_of(page("2025-08-24", *both), page("2025-08-25", both[1])) == ()


def test_accusing_each_other_is_no_disagreement(told_of):
    assert told_of(
        page("2025-08-24", act("KOR>PRK", "ACCUSE", DAY, "Seoul blamed Pyongyang.")),
        page("2025-08-25", act("PRK>KOR", "ACCUSE", DAY, "Pyongyang blamed Seoul.")),
    ) == ()  # fmt: skip


def test_on_and_known_hold(told_of, record):
    told_of(
        page("2025-08-24", act("KOR>JPN", "AGREE", DAY)),
        page("2025-08-30", act("KOR>JPN", "AGREE", DAY, status="denied")),
    )
    assert len(asked(record, on=DAY)) == 1
    assert asked(record, on="2025-08-22") == ()
    assert asked(record, known="2025-08-29") == ()


def test_a_denial_that_was_rejected_settles_it(told_of, record):
    (one,) = told_of(
        page("2025-08-24", act("KOR>JPN", "AGREE", DAY)),
        page("2025-08-25", act("KOR>JPN", "AGREE", DAY, status="denied")),
    )
    (denied,) = (side for side in one.sides if side.says == "denied")
    opinion = Opinion(verdict=Verdict.REJECT, by="me", note="", changes=None)
    record.review(denied.sentences[0].statement, opinion, recorded_at=NOON)
    assert asked(record) == ()


def test_the_one_told_of_last_stands_first_and_ids_stay(told_of, record):
    readings = [
        page("2025-08-24", act("KOR>JPN", "AGREE", DAY)),
        page("2025-08-25", act("KOR>JPN", "AGREE", DAY, status="denied")),
        page("2025-09-01", act("USA>CHN", "AGREE", DAY)),
        page("2025-09-02", act("USA>CHN", "AGREE", DAY, status="denied")),
    ]
    first, second = told_of(*readings)
    assert (first.source, second.source) == (("USA",), ("KOR",))
    record.add([page("2025-09-03", act("KOR>JPN", "AGREE", DAY, "Indeed."))], recorded_at=NOON)
    assert {one.id for one in asked(record)} == {first.id, second.id}


def test_the_data_speak_of_known_types_and_languages():
    data = structure("vocabulary", "disagreements.yaml")
    assert set(data["one_breath"]) == set(LANGUAGES)
    named = {type for family in data["kin"] for type in family} | set(data["reciprocal"])
    assert named <= set(event_types())


LATER = st.lists(
    st.tuples(
        st.sampled_from(["occurred", "denied"]), st.sampled_from([DAY, "2025-08-24", None]), st.sampled_from([25, 26])
    ),
    max_size=4,
)


@settings(max_examples=8, deadline=None)
@given(later=LATER)
def test_what_is_published_later_changes_nothing_known_before(tmp_path_factory, later):
    record = open_record(tmp_path_factory.mktemp("disagreements") / "record")
    early = (
        page("2025-08-24", act("USA>KOR", "SANCTION", DAY, "A duty of 25 percent.")),
        page("2025-08-25", act("USA>KOR", "SANCTION", DAY, "A duty of 26 percent.")),
    )
    record.add(early, recorded_at=NOON)
    before = json.dumps([one.as_json() for one in asked(record, known="2025-08-26")])
    assert "26 percent" in before
    record.add(
        (
            page(f"2025-09-0{at + 1}", act("USA>KOR", "SANCTION", day, f"A duty of {rate} percent.", status))
            for at, (status, day, rate) in enumerate(later)
        ),
        recorded_at=NOON,
    )
    assert json.dumps([one.as_json() for one in asked(record, known="2025-08-26")]) == before
