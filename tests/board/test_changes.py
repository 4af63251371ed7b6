"""Changes: what moved between two days, by which statements, and nothing that was published later."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.board.board import board_of
from stateofplay.board.change import Changes
from stateofplay.board.changes import changes_of
from stateofplay.board.weights import published_weights
from stateofplay.reading.statement import CommitmentClaim
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion
from tests.board.pages import NOON, act, page, said, stance

MARCH, AUTUMN = "2025-03-31", "2025-09-30"


def asked(record, since=MARCH, on=AUTUMN, known=None) -> Changes:
    days = (date.fromisoformat(day) if day else None for day in (since, on, known))
    return changes_of(record, *days, region="northeast_asia")


@pytest.fixture
def moved(record):
    """A function from readings to what they move between March and autumn."""

    def made(*readings, **days) -> Changes:
        record.add(readings, recorded_at=NOON)
        return asked(record, **days)

    return made


def promised(state: str, quote: str):
    claim = CommitmentClaim(
        by=("KOR",), beneficiary=("USA",), what="invest", state=state, amount=350e9, unit="USD", happened=None
    )
    return said(quote, claim)


def test_an_event_told_since_moves_a_relation(moved):
    found = moved(page("2025-09-29", act("USA>KOR", "AID", "2025-09-28", "Aid was given.")))
    (relation,) = found.relations
    (driver,) = relation.drivers
    assert (relation.after.source, relation.after.target, relation.before.score) == ("USA", "KOR", 0.0)
    assert driver.how == "told"
    assert driver.telling.quote == "Aid was given."
    assert relation.as_json()["drivers"][0]["statements"] == [driver.telling.id]
    assert found.told == (driver.event.id,)


def test_a_plan_that_came_true_happened_and_shows_the_report(moved):
    found = moved(
        page("2025-03-20", act("KOR>JPN", "CONSULT", "2025-09-28", "They will meet.", "planned")),
        page("2025-09-29", act("KOR>JPN", "CONSULT", "2025-09-28", "They met.")),
    )
    driver = found.relations[0].drivers[0]
    assert (driver.how, driver.telling.quote) == ("happened", "They met.")
    assert [telling.quote for telling in driver.tellings] == ["They met."]
    assert found.told == ()


def test_what_lies_further_back_fades(moved):
    found = moved(page("2025-03-30", act("USA>KOR", "AID", "2025-03-30")))
    (driver,) = found.relations[0].drivers
    assert driver.how == "faded"
    assert driver.before > driver.after > 0


def test_drivers_and_the_rest_add_up(moved):
    many = published_weights().drivers + 3
    deeds = [act("USA>KOR", "AID", f"2025-09-{day:02}") for day in range(10, 10 + many)]
    found = moved(page("2025-03-30", act("USA>KOR", "SANCTION", "2025-03-29")), page("2025-09-29", *deeds))
    (relation,) = found.relations
    assert len(relation.drivers) == published_weights().drivers
    assert relation.rest
    assert sum(driver.change for driver in relation.drivers) + relation.rest == pytest.approx(relation.change)


def test_a_small_move_is_none(moved):
    found = moved(page("2025-03-30", act("USA>KOR", "REQUEST", "2025-03-29")))
    assert found.relations == ()


def test_a_correction_since_takes_an_event_away(record, moved):
    found = moved(page("2025-03-30", act("USA>KOR", "AID", "2025-03-30")))
    id = found.relations[0].drivers[0].telling.id
    record.review(id, Opinion(verdict=Verdict.REJECT, by="me", note="", changes=None), recorded_at=NOON)
    (driver,) = asked(record).relations[0].drivers
    assert (driver.how, driver.after, driver.telling.id) == ("gone", 0.0, id)


def test_the_largest_move_stands_first(moved):
    found = moved(page("2025-09-29", act("USA>KOR", "AID", "2025-09-28"), act("JPN>CHN", "SUPPORT", "2025-09-28")))
    changes = [abs(relation.change) for relation in found.relations]
    assert changes == sorted(changes, reverse=True)
    assert len(changes) == 2


def test_a_promise_that_came_up_and_one_that_moved(moved):
    first = page("2025-03-20", promised("offered", "Seoul offered 350 billion dollars."))
    then = page("2025-09-20", promised("agreed", "Seoul agreed to 350 billion dollars."))
    (promise,) = moved(first, then).promises
    assert (promise.before, promise.promise.state) == ("offered", "agreed")
    assert [step.quote for step in promise.steps] == ["Seoul agreed to 350 billion dollars."]


def test_a_promise_of_which_nothing_was_known_is_new(moved):
    (promise,) = moved(page("2025-09-20", promised("agreed", "Seoul agreed to 350 billion dollars."))).promises
    assert (promise.before, len(promise.steps)) == ("", 1)


def test_a_position_that_changed_and_one_that_was_blank(moved):
    found = moved(
        page("2025-03-20", stance("KOR", "thaad"), stance("JPN", "thaad")),
        page(
            "2025-09-20", stance("KOR", "thaad", "against"), stance("CHN", "thaad", "against"), stance("JPN", "thaad")
        ),
    )
    by_holder = {position.position.holder: position for position in found.positions}
    assert set(by_holder) == {"KOR", "CHN"}
    assert [stand.stance for stand in by_holder["KOR"].before] == ["for"]
    assert by_holder["CHN"].before == ()


def test_a_disagreement_comes_up_and_is_settled(record, moved):
    report = page("2025-03-20", act("KOR>JPN", "AGREE", "2025-03-19"))
    denial = page("2025-09-20", act("KOR>JPN", "AGREE", "2025-03-19", status="denied"))
    (disagreement,) = moved(report, denial).disagreements
    assert disagreement.how == "new"
    denied = next(side for side in disagreement.disagreement.sides if side.says == "denied").sentences[0].statement
    record.review(denied, Opinion(verdict=Verdict.REJECT, by="me", note="", changes=None), recorded_at=NOON)
    (settled,) = asked(record, since="2025-09-25").disagreements
    assert settled.how == "settled"


def test_between_a_day_and_itself_nothing_moves(moved):
    found = moved(
        page("2025-03-20", act("USA>KOR", "AID", "2025-03-19"), stance("KOR", "thaad")), since=AUTUMN, known=AUTUMN
    )
    assert (found.moved, found.told, found.events) == ((), (), ())


def test_what_was_published_late_about_before_moves_too(moved):
    found = moved(page("2025-09-20", act("USA>KOR", "AID", "2025-03-01")))
    assert found.relations[0].drivers[0].how == "told"
    assert [event.id for event in found.events] == list(found.told)


def test_the_numbers_are_those_of_the_boards(record, moved):
    (relation,) = moved(page("2025-09-29", act("USA>KOR", "AID", "2025-09-28"))).relations
    board = board_of(record, date.fromisoformat(AUTUMN), None)
    assert relation.after.as_json() == board["USA", "KOR"].as_json()
    assert relation.drivers[0].after == board["USA", "KOR"].events[0].contribution


def test_days_the_wrong_way_round_are_refused(record):
    with pytest.raises(ValueError, match="after"):
        asked(record, since=AUTUMN, on=MARCH)


def whole(found: Changes) -> str:
    return json.dumps([[moved.as_json() for moved in found.moved], found.told])


LATER = st.lists(
    st.tuples(st.sampled_from(["AID", "SANCTION", "CONSULT"]), st.sampled_from(["2025-03-19", "2025-09-20", None])),
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(later=LATER)
def test_what_is_published_later_changes_nothing_known_before(tmp_path_factory, later):
    record = open_record(tmp_path_factory.mktemp("changes") / "record")
    early = (
        page("2025-03-20", act("USA>KOR", "AID", "2025-03-19"), stance("KOR", "thaad")),
        page("2025-09-20", act("USA>KOR", "AID", "2025-03-19", status="denied"), stance("KOR", "thaad", "against")),
    )
    record.add(early, recorded_at=NOON)
    before = whole(asked(record, known="2025-09-25"))
    assert '"disagreement"' in before
    record.add(
        (
            page(f"2025-09-{26 + at}", act("USA>KOR", type, day), stance("KOR", "thaad", "ambiguous", f"{at}"))
            for at, (type, day) in enumerate(later)
        ),
        recorded_at=NOON,
    )
    assert whole(asked(record, known="2025-09-25")) == before
