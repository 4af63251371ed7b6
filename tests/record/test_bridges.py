"""Which events a second look joins or parts, case by case; and how well the whole rule does on hand-coded tellings."""

import pytest
from benchmarks import joining

from stateofplay.knowledge.event_type import event_types
from stateofplay.record.bridges import KINDS, exact_days, families
from stateofplay.record.joining import WHY
from tests.record.cases import telling
from tests.record.test_joining import A, B, C, events, sets

__all__ = ["events"]

LEE, ISHIBA, PARK, MORI = "Lee Jae-myung", "Ishiba Shigeru", "Park Jin", "Mori Kenji"


def test_other_persons_are_another_meeting(events):
    leaders, ministers = telling(A, people=(LEE, ISHIBA)), telling(B, people=(PARK, MORI))
    assert events(leaders, ministers, telling(C, people=(ISHIBA,))) == sets("02", "1")


def test_a_telling_that_names_nobody_goes_with_the_first(events):
    assert events(telling(A, people=(LEE,)), telling(B, people=(PARK,)), telling(C)) == sets("02", "1")


def test_a_day_apart_is_one_meeting_where_both_sides_agree(events):
    evening, morning = telling(A, "2025-08-25", people=(LEE, ISHIBA)), telling(B, "2025-08-26", people=(LEE, ISHIBA))
    assert events(evening, morning) == sets("01")
    assert events(telling(A, "2025-08-25", people=(LEE,)), telling(B, "2025-08-26", people=(LEE,))) == sets("0", "1")
    assert events(evening, telling(B, "2025-08-27", people=(LEE, ISHIBA))) == sets("0", "1")


def test_a_target_left_unsaid_is_the_only_one_that_fits(events):
    unsaid, said = telling(A, who="PRK>", type="MOBILIZE"), telling(B, who="PRK>KOR", type="MOBILIZE")
    assert events(unsaid, said) == sets("01")
    assert events(unsaid, said, telling(C, who="PRK>JPN", type="MOBILIZE")) == sets("0", "1", "2")


def test_a_meeting_of_three_told_as_one_of_two(events):
    three = telling(A, who="USA>JPN KOR", people=(LEE, ISHIBA, "Donald Trump"))
    assert events(three, telling(B, who="KOR>JPN", people=(LEE, ISHIBA))) == sets("01")
    assert events(three, telling(B, who="KOR>JPN")) == sets("0", "1")


def test_what_a_document_tells_apart_stays_apart(events):
    three = telling(A, who="USA>JPN KOR", people=(LEE, ISHIBA, "Donald Trump"))
    two = telling(A, who="KOR>JPN", people=(LEE, ISHIBA), at=6)
    assert events(three, two) == sets("0", "1")


def test_types_of_one_family_join_where_nothing_else_fits(events):
    protest, refusal = telling(A, who="JPN>CHN", type="ACCUSE"), telling(B, who="JPN>CHN", type="REJECT")
    assert events(protest, refusal) == sets("01")
    assert events(protest, telling(B, who="CHN>JPN", type="REJECT")) == sets("0", "1")
    assert events(protest, telling(B, who="JPN>CHN", type="CONSULT")) == sets("0", "1")


def test_types_of_one_family_need_evidence_where_several_fit(events):
    said = [telling(A, type="ACCUSE", people=(LEE,)), telling(B, type="REJECT", people=(LEE,))]
    assert events(*said, telling(C, type="REQUEST")) == sets("01", "2")


def test_every_kind_has_its_reason_in_words():
    assert set(KINDS) < set(WHY)


def test_families_name_known_types():
    assert {type for family in families() for type in family} <= set(event_types())
    assert exact_days() >= 1


@pytest.fixture(scope="module")
def figures():
    return joining.measured()[0]


@pytest.mark.parametrize(("where", "least"), [("within", 0.85), ("across", 0.80)])
def test_tellings_of_all_languages_are_joined_as_the_hand_does(figures, where, least):
    found = figures[where]
    assert found.right + found.missed > 10
    assert found.f1 >= least
