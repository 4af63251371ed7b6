"""A profile tells what the record says by a day, of whom it concerns, and nothing that was published later."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.board.profile import SHOWN, profile_of
from stateofplay.day import Day
from stateofplay.reading.statement import CommitmentClaim, EventClaim, PositionClaim, Status
from stateofplay.record.record import open_record
from stateofplay.record.search import Search

LEE = "Lee Jae-myung"
ON = date(2025, 9, 30)


def meeting(people=(), on="2025-08-23", type="CONSULT"):
    claim = EventClaim(type=type, source=("KOR",), target=("JPN",), happened=Day.parse(on), people=people)
    return claim, Status.OCCURRED


@pytest.fixture
def profile(record, told):
    def made(noun, id, *readings, on=ON, known=None):
        record.add(readings, recorded_at=told.recorded_at)
        return profile_of(Search(record), noun, id, on, known, region="northeast_asia")

    return made


def test_an_actor_has_its_events_relations_promises_and_positions(profile, told):
    promise = CommitmentClaim(by=("KOR",), what="invest", state="agreed", beneficiary=("USA",), amount=5e9, unit="USD")
    stand = PositionClaim(holder=("KOR",), issue="shuttle-diplomacy", stance="for")
    found = profile(
        "actor",
        "KOR",
        told.reading(meeting(), (promise, Status.OCCURRED), (stand, Status.OCCURRED)),
        told.reading(told.event("ACCUSE", "PRK", "USA", "2025-08-01"), publisher="Other"),
    )
    assert [event.type for event in found.events] == ["CONSULT"]
    assert [relation.target for relation in found.relations] == ["JPN"]
    assert [one.parties for one in found.promises] == [("KOR", "USA")]
    assert [one.issue for one in found.positions] == ["shuttle-diplomacy"]


def test_a_person_has_the_acts_that_name_the_person(profile, told):
    found = profile("person", "lee-jae-myung", told.reading(meeting((LEE,)), meeting(on="2025-08-01", type="ACCUSE")))
    assert [event.type for event in found.events] == ["CONSULT"]
    assert found.relations == ()


def test_acts_after_the_day_are_left_out(profile, told):
    readings = [told.reading(meeting(on="2025-08-23"), meeting(on="2025-09-20", type="AID"), published="2025-09-25")]
    assert profile("actor", "KOR", *readings, on=date(2025, 9, 1)).event_count == 1
    assert profile("actor", "KOR", *readings).event_count == 2


def test_the_latest_come_first_and_all_are_counted(profile, told):
    days = [f"2025-08-{day:02}" for day in range(1, SHOWN + 4)]
    found = profile("actor", "KOR", told.reading(*(meeting(on=day) for day in days)))
    assert found.event_count == SHOWN + 3
    shown = [event.happened.first.isoformat() for event in found.events]
    assert shown == sorted(days, reverse=True)[:SHOWN]


def test_passages_that_name_a_person(profile, told):
    found = profile("person", "lee-jae-myung", told.reading(meeting(), name=f"{LEE} said so. "))
    assert found.mentions.total == 1
    assert LEE in found.mentions.hits[0].text


def test_an_empty_record_leaves_the_facts(profile):
    found = profile("framework", "gsomia")
    assert found.facts.state == "in-force"
    assert (found.event_count, found.promises, found.positions, found.mentions.total) == (0, (), (), 0)


acts = st.tuples(
    st.sampled_from(["CONSULT", "ACCUSE", "AID"]), st.sampled_from([(), (LEE,)]), st.integers(1, 28), st.integers(1, 28)
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, min_size=1, max_size=6), st.integers(1, 28), st.sampled_from(["KOR", "lee-jae-myung"]))
def test_a_later_document_changes_nothing_known_earlier(tmp_path_factory, told, made, day, id):
    """The law of two clocks."""
    known = date(2025, 8, day)
    noun = "actor" if id == "KOR" else "person"
    readings = [
        told.reading(meeting(people, f"2025-07-{happened:02}", type), published=f"2025-08-{out:02}", name=f"{number} ")
        for number, (type, people, happened, out) in enumerate(made)
    ]
    early = [one for one in readings if one.document.published.last <= known]
    record = open_record(tmp_path_factory.mktemp("r") / "record")
    record.add(early, recorded_at=told.recorded_at)
    before = profile_of(Search(record), noun, id, known, known, region="northeast_asia")
    record.add([one for one in readings if one not in early], recorded_at=told.recorded_at)
    after = profile_of(Search(record), noun, id, known, known, region="northeast_asia")
    assert repr(after.as_json()) == repr(before.as_json())
    assert repr(after.mentions) == repr(before.mentions)
