"""Reviews: added beside what was read, honoured from the day they were made on, and never a day before."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.errors import NotFound, YourInput
from stateofplay.reading.statement import EventClaim, PositionClaim, Status
from stateofplay.record.check import check
from stateofplay.record.delta import append
from stateofplay.record.record import open_record
from stateofplay.record.review import Review, Verdict, says_of
from stateofplay.record.reviewing import Opinion
from stateofplay.record.row import review_of, review_row
from tests.record.cases import NOON, document, reading, telling

ACCEPT, REJECT = Opinion(verdict=Verdict.ACCEPT, by="Kim"), Opinion(verdict=Verdict.REJECT, by="Kim", note="a joke")


def correct(by="Kim", **changes):
    return Opinion(verdict=Verdict.CORRECT, by=by, changes={name.strip("_"): value for name, value in changes.items()})


def at(day, hour=12):
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)


@pytest.fixture
def made():
    return document("a", "2025-08-24")


@pytest.fixture
def said(made):
    return telling(made, "2025-08-23")


@pytest.fixture
def record(tmp_path, made, said):
    record = open_record(tmp_path / "record")
    record.add(
        [reading(made, said, telling(made, "2025-08-01", who="USA>KOR", type="SANCTION", at=6))], recorded_at=NOON
    )
    return record


def seen(record, known=None):
    return {
        "statements": list(record.statements(known=known)),
        "events": list(record.events(known=known)),
        "table": record.event_table(known).to_pylist(),
    }


def types(record, known=None):
    return sorted(event.type for event in record.events(known))


def test_what_is_accepted_stays_and_says_so(record, said):
    before = seen(record)
    review = record.review(said.id, ACCEPT, recorded_at=at("2026-04-01"))
    assert seen(record) == before
    assert review.counts == said.id
    rows = {row["id"]: row for row in record.statement_table().to_pylist()}
    assert (rows[said.id]["verdict"], rows[said.id]["reviewer"]) == ("accept", "Kim")


def test_what_is_rejected_no_longer_counts_and_can_still_be_read(record, said):
    record.review(said.id, REJECT, recorded_at=at("2026-04-01"))
    assert types(record) == ["SANCTION"]
    assert said.id not in {one.id for one in record.statements()}
    assert record.statement(said.id) == said
    assert [(one.verdict, one.note) for one in record.reviews(said.id)] == [(Verdict.REJECT, "a joke")]


def test_what_is_corrected_counts_as_it_was_corrected(record, said):
    (event,) = [one for one in record.events() if one.type == "CONSULT"]
    review = record.review(said.id, correct(type="AGREE", target=["日本", "USA"], status="planned"), recorded_at=NOON)
    assert types(record) == ["AGREE", "SANCTION"]
    counting = record.statement(review.counts)
    assert counting.claim == replace(said.claim, type="AGREE", target=("JPN", "USA"))
    assert (counting.status, counting.reader, counting.confidence) == (Status.PLANNED, "review:Kim", 1.0)
    assert (counting.quote, counting.published) == (said.quote, said.published)
    assert record.statement(said.id) == said
    changed = record.event(event.id)
    assert (changed.type, changed.tellings) == ("AGREE", (counting,))
    assert review.as_json()["counts"] == counting.id


@pytest.mark.parametrize("verdict", [REJECT, correct(type="AGREE")])
def test_a_review_changes_nothing_that_was_known_before_it(record, said, verdict):
    days = [None, date(2025, 8, 24), date(2026, 3, 31), date(2026, 4, 1)]
    before = {day: seen(record, day) for day in days}
    record.review(said.id, verdict, recorded_at=at("2026-04-01"))
    after = {day: seen(record, day) for day in days}
    assert [after[day] == before[day] for day in days] == [False, True, True, False]
    assert after[None] == after[date(2026, 4, 1)]


def test_the_latest_review_counts_and_every_one_stays(record, said):
    record.review(said.id, REJECT, recorded_at=at("2026-04-01"))
    first = record.review(said.id, correct(type="AGREE"), recorded_at=at("2026-04-02"))
    second = record.review(first.counts, correct("Lee", type="COOPERATE"), recorded_at=at("2026-04-03"))
    record.review(second.counts, REJECT, recorded_at=at("2026-04-04"))
    record.review(first.counts, ACCEPT, recorded_at=at("2026-04-05"))
    record.review(said.id, ACCEPT, recorded_at=at("2026-04-06"))
    by_day = [types(record, date(2026, 4, day))[:-1] for day in range(1, 7)]
    assert by_day == [[], ["AGREE"], ["COOPERATE"], [], ["AGREE"], ["CONSULT"]]
    assert [one.of for one in record.reviews(second.counts)] == [
        said.id, said.id, first.counts, second.counts, first.counts, said.id
    ]  # fmt: skip
    assert {one.statement for one in record.reviews()} == {said.id}
    assert len(list(record.reviews(known=date(2026, 4, 2)))) == 2


def test_many_may_be_rejected(record):
    for hour, one in enumerate(list(record.statements())):
        record.review(one.id, REJECT, recorded_at=at("2026-04-01", hour))
    assert (list(record.statements()), list(record.events())) == ([], [])


def test_of_several_on_one_day_the_last_counts(record, said):
    for hour, verdict in enumerate((REJECT, ACCEPT, correct(type="AGREE"), REJECT), 1):
        record.review(said.id, verdict, recorded_at=at("2026-04-01", hour))
    assert types(record, date(2026, 4, 1)) == ["SANCTION"]
    assert types(record, date(2026, 3, 31)) == ["CONSULT", "SANCTION"]


def test_a_review_outlives_the_version_of_its_reader(record, made, said):
    record.review(said.id, REJECT, recorded_at=at("2026-04-01"))
    later = replace(said, reader="rules/2")
    other = telling(made, "2025-08-01", who="USA>JPN", type="SANCTION", at=6, reader="rules/2")
    record.add([reading(made, later, other, reader="rules/2")], recorded_at=at("2026-05-01"))
    assert types(record) == ["SANCTION"]
    assert [one.verdict for one in record.reviews(later.id)] == [Verdict.REJECT]
    record.review(later.id, ACCEPT, recorded_at=at("2026-05-02"))
    assert types(record) == ["CONSULT", "SANCTION"]
    assert types(record, date(2026, 5, 1)) == ["SANCTION"]
    assert says_of(later) == says_of(said)


def test_what_another_reader_says_is_not_reviewed_with_it(record, made, said):
    record.add([reading(made, replace(said, reader="other/1"), reader="other/1")], recorded_at=NOON)
    record.review(said.id, REJECT, recorded_at=at("2026-04-01"))
    assert [one.reader for one in record.statements("event")] == ["other/1", "rules/1"]


def test_a_correction_stays_when_a_later_version_reads_otherwise(record, made, said):
    review = record.review(said.id, correct(type="AGREE"), recorded_at=at("2026-04-01"))
    record.add([reading(made, telling(made, None, who="CHN>", reader="rules/2"), reader="rules/2")], recorded_at=NOON)
    assert review.counts in {one.id for one in record.statements()}


def test_tellings_of_one_act_stay_together_whatever_is_reviewed(tmp_path, made):
    first = telling(made, "2025-08-23")
    again = [telling(made, None, at=place, same_as=first.id) for place in (6, 12)]
    for name, verdict, tellings in (("r", REJECT, 2), ("c", correct(type="AGREE"), 3)):
        record = open_record(tmp_path / name)
        record.add([reading(made, first, *again)], recorded_at=NOON)
        record.review(first.id, verdict, recorded_at=at("2026-04-01"))
        assert [len(event.tellings) for event in record.events()] == [tellings]


def test_a_document_dated_after_its_review_is_known_from_its_own_day(tmp_path):
    late = document("late", "2026-06-01")
    record, said = open_record(tmp_path / "record"), telling(late)
    record.add([reading(late, said)], recorded_at=NOON)
    review = record.review(said.id, correct(type="AGREE"), recorded_at=at("2026-04-01"))
    assert seen(record, date(2026, 5, 31))["statements"] == []
    assert [one.id for one in record.statements(known=date(2026, 6, 1))] == [review.counts]


def test_a_correction_may_change_the_kind_and_the_quote(record, made, said):
    changes = {"kind": "position", "holder": "KOR", "issue": "shuttle", "stance": "for", "quote": "They agreed"}
    review = record.review(said.id, correct(**changes), recorded_at=NOON)
    counting = record.statement(review.counts)
    assert counting.claim == PositionClaim(holder=("KOR",), issue="shuttle", stance="for")
    assert made.text[counting.start : counting.end] == counting.quote == "They agreed"
    assert types(record) == ["SANCTION"]
    assert check(record) == ()


def test_a_repeated_quote_is_the_one_nearest_to_the_old_place(tmp_path):
    made = document("r", text="met. " * 9)
    record, said = open_record(tmp_path / "record"), telling(made, at=20)
    record.add([reading(made, said)], recorded_at=NOON)
    review = record.review(said.id, correct(quote="met"), recorded_at=NOON)
    assert record.statement(review.counts).start == 20


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "MEET"}, "MEET"),
        ({"target": ["Atlantis"]}, "Atlantis"),
        ({"from_": "soon"}, "soon"),
        ({"status": "done"}, "done"),
        ({"stance": "for"}, "no stance"),
        ({"kind": "rumour"}, "rumour"),
        ({"quote": "never said"}, "not in the document"),
        ({"type": "CONSULT"}, "changes nothing"),
    ],
)
def test_a_correction_that_does_not_hold_is_refused(record, said, changes, message):
    with pytest.raises(YourInput, match=message):
        record.review(said.id, correct(**changes), recorded_at=NOON)
    assert list(record.reviews()) == []


def test_what_makes_no_opinion():
    for fields in ({"verdict": Verdict.CORRECT}, {"verdict": Verdict.ACCEPT, "changes": {"type": "AGREE"}}):
        with pytest.raises(YourInput, match="correction"):
            Opinion(by="Kim", **fields)
    with pytest.raises(YourInput, match="who"):
        Opinion(verdict=Verdict.ACCEPT, by=" ")


def test_two_statements_are_not_corrected_to_one(record, made, said):
    other = telling(made, "2025-08-23", type="ACCUSE")
    record.add([reading(made, other, reader="rules/1")], recorded_at=NOON)
    record.add([reading(made, replace(other, reader="other/1"), reader="other/1")], recorded_at=NOON)
    record.review(said.id, correct(type="AGREE"), recorded_at=at("2026-04-01"))
    with pytest.raises(YourInput, match="reject this one"):
        record.review(replace(other, reader="other/1").id, correct(type="AGREE"), recorded_at=at("2026-04-02"))


def test_an_unknown_statement_and_a_clock_that_goes_back(record, said):
    with pytest.raises(NotFound, match="no statement"):
        record.review("absent", ACCEPT, recorded_at=NOON)
    record.review(said.id, ACCEPT, recorded_at=at("2026-04-02"))
    with pytest.raises(YourInput, match="clock"):
        record.review(said.id, REJECT, recorded_at=at("2026-04-02"))


@pytest.mark.parametrize(
    "wrong",
    [{"by": ""}, {"by": "Kim  Lee"}, {"recorded_at": datetime(2026, 1, 1)}, {"verdict": Verdict.CORRECT}],
)
def test_a_review_that_cannot_be(said, wrong):
    good = {"statement": "s", "of": "s", "document": "d", "says": "x", "verdict": Verdict.ACCEPT, "by": "Kim"}
    with pytest.raises(ValueError, match=r"review|zone|counts"):
        Review(**{**good, "recorded_at": NOON, **wrong})


def test_rows_read_back(record, said):
    for moment, opinion in enumerate((ACCEPT, correct(people=["Lee"]), REJECT)):
        made = record.review(said.id, opinion, recorded_at=NOON + timedelta(hours=moment))
        again = review_of({**dict.fromkeys(("claim",)), **review_row(made)})
        assert (again.id, again.counts) == (made.id, made.counts)


def test_another_record_over_the_same_folder_sees_it(record, said):
    other = open_record(record.folder)
    record.review(said.id, REJECT, recorded_at=NOON)
    assert types(other) == ["SANCTION"]


@pytest.mark.parametrize(
    "fields",
    [{"counts": "x"}, {"known_from": date(2020, 1, 1)}, {"note": "x"}, {"verdict": "maybe"}, {"type": "THREATEN"}],
)
def test_check_finds_a_review_that_was_changed(record, said, fields):
    record.review(said.id, correct(type="AGREE"), recorded_at=NOON)
    assert check(record) == ()
    (row,) = record.snapshot().rows("SELECT * FROM reviews")
    append(record._tables["reviews"], "reviews", [{**row, **fields}])
    assert [problem.where for problem in check(record)] == [f"reviews {row['id']}"]


def test_check_finds_a_review_of_nothing_and_a_quote_out_of_place(record, said):
    record.review(said.id, REJECT, recorded_at=NOON)
    (row,) = record.snapshot().rows("SELECT * FROM reviews")
    stray = replace(review_of({**row, "claim": None}), statement="gone", document="gone")
    append(record._tables["reviews"], "reviews", [review_row(stray)])
    assert sorted("gone" in problem.what for problem in check(record)) == [True, True]


STEPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from("arc")), max_size=6)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_later_reviews_never_change_an_earlier_view(tmp_path_factory, steps):
    """What a record shows with a knowledge date is what it showed when no later review had been made."""
    made = document("law", "2025-08-24")
    said = [telling(made, f"2025-08-0{n + 1}", type=t) for n, t in enumerate(("CONSULT", "ACCUSE", "AID"))]
    record = open_record(tmp_path_factory.mktemp("law") / "record")
    record.add([reading(made, *said)], recorded_at=NOON)
    shown, moment = {}, datetime(2026, 4, 1, 12, tzinfo=UTC)
    for (which, wait, verdict), kind in zip(steps, itertools.cycle(("AGREE", "SUPPORT", "REJECT")), strict=False):
        moment += timedelta(days=wait, seconds=1)
        shown[moment.date() - timedelta(days=1)] = seen(record, moment.date() - timedelta(days=1))
        opinion = {"a": ACCEPT, "r": REJECT, "c": correct(type=kind)}[verdict]
        record.review(said[which].id, opinion, recorded_at=moment)
    assert {day: seen(record, day) for day in shown} == shown
    ids = [one.id for one in record.statements()]
    assert len(ids) == len(set(ids))
    assert all(isinstance(one.claim, EventClaim) for one in record.statements())


def test_the_fields_that_may_be_corrected_are_each_named_once(record, said):
    with pytest.raises(YourInput) as refused:
        record.review(said.id, correct(type="NONSENSE"), recorded_at=NOON)
    named = refused.value.mend.partition("it has ")[2].split(", ")
    assert len(named) == len(set(named))
    assert {"type", "source", "target", "from", "to"} <= set(named)
